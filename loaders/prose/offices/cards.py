"""A function and a name on lines of their own: cards, headings, signatures side by side.

buurt-kaart   a line that is only a function, and the name above or below it; a heading in the plural, and the names
              listed under it; cells with wide space between them, and the names above or below

What stands above and what below is a matter of layout, so it is only ever asked.
"""

import re

from loaders.names.tokens import tidy
from loaders.prose.offices import nearby
from loaders.prose.people import functions, surnames
from loaders.prose.people.functions import PLURAL
from loaders.prose.people.people import Name, looks_like_a_name, name_at, names_in
from loaders.prose.people.phrases import Phrase, phrases
from loaders.prose.people.signs import Sign
from loaders.prose.text import abbreviations
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

RULE = "buurt-kaart"
LONGEST, FAR, MOST = 90, 4, 80
CELL = re.compile(r"\S(?:\S| (?=\S)){0,120}")
MEMBERS = re.compile(r"(?:de\s)?([a-zà-ÿ]{2,24})leden", re.IGNORECASE)
SENTENCE = re.compile(r"\s(?:is|zijn|was|waren|heeft|wordt|werd|zegt|gaat|kan|kunnen|geen|dus|niet)\s", re.IGNORECASE)

OPENING = re.compile(
    r"(?:met|van|voor|door|bij|over|aan|in|op|onze|uw|hoe|wat|wie|waar|als|vraag|word)\b", re.IGNORECASE
)
FEW, BACK = 6, 20
Cell = tuple[int, int]


def read(page: Page, book: Notebook) -> None:
    lines = page.lines
    heads = {zone.start for zone in page.document.zones_of("kop")}
    for at, line in enumerate(lines):
        if len(line.tekst) > 2 * LONGEST:
            continue
        cells = _cells(line)
        if len(cells) > 1:
            _side_by_side(page, book, at, cells)
        elif (listed := _plural(line.tekst)) is not None:
            _listed(page, book, at, listed)
        elif _is_function(page, line.start, line.end):
            _card(page, book, at, line.start in heads)


def _is_function(page: Page, start: int, end: int) -> bool:
    """The stretch begins with a function, names nobody, and is no sentence."""
    said = tidy(page.tekst[start:end].strip("*#_ "))
    if not said or len(said) > LONGEST or said[-1] in "!?" or SENTENCE.search(f" {said} "):
        return False
    first = re.split(r"[\s,]", said.removeprefix("De ").removeprefix("de "))[0]
    few = said.count(" ") < FEW and functions.has_role(said) and not OPENING.match(said)
    known = (
        few
        or functions.begins_with_role(said)
        or " " not in said
        and functions.like_role(said)
        or abbreviations.function(first) is not None
    )
    return known and not any(n.sign is Sign.STRONG for n in names_in(page, start, end))


def _name(page: Page, start: int, end: int) -> Name | None:
    """The one name that the stretch is, perhaps behind a title or `b/a`."""
    found = looks_like_a_name(page, start, end)
    if found is None:
        inside = [n for n in names_in(page, start, end) if n.sign is Sign.STRONG]
        short = len(inside) == 1 and len(page.tekst[start : inside[0].start].strip("*# _-")) < 16
        found = inside[0] if short and not page.tekst[inside[0].end : end].strip("*_ .,") else None
    if found is None or " " not in found.tekst or found.sign is Sign.NONE:
        return None
    return surnames.meant(page, found)


def _line_name(page: Page, at: int) -> Name | None:
    line = page.lines[at] if 0 <= at < len(page.lines) else None
    return _name(page, line.mark, line.end) if line and len(line.tekst) <= LONGEST else None


# a card


def _card(page: Page, book: Notebook, at: int, heading: bool) -> None:
    """The name right above, or right below when the cards here begin with the function."""
    lines = page.lines
    above, below = _line_name(page, at - 1), _line_name(page, at + 1)
    signed = lines[at].tekst.endswith(",")
    end = lines[at].end
    if signed and below is None:
        for step in range(1, FAR):
            below = below or _line_name(page, at + step)
            end = lines[at + step].end if below is None and at + step < len(lines) and step == 1 else end
    if signed or heading or above is None:
        owner = below
    else:
        owner = below if below is not None and _label_first(page, at) else above
    if owner is not None:
        _ask(page, book, owner, lines[at].mark, end)


def _label_first(page: Page, at: int) -> bool:
    """Whether the row of names and functions above this line begins with a function, as far as we look back."""
    first = max(2, at - BACK)
    while (
        at >= first
        and _line_name(page, at - 1)
        and _is_function(page, page.lines[at - 2].start, page.lines[at - 2].end)
    ):
        at -= 2
    return not _line_name(page, at - 1)


def _ask(page: Page, book: Notebook, name: Name, start: int, end: int) -> None:
    text = page.tekst[start:end].replace("\n", " ").rstrip(",: ")
    for phrase in phrases(page.names, text, start):
        nearby.ask(book, name, _clean(phrase), (min(name.start, start), max(name.end, end)), RULE)


def _clean(phrase: Phrase) -> Phrase:
    return phrase._replace(functie=phrase.functie[:1].lower() + phrase.functie[1:])


# a heading in the plural


def _plural(text: str) -> str | None:
    """`Raadsleden` -> `raadslid`, `De onderzoekers:` -> `onderzoeker`"""
    said = re.sub(r"^(?:de|onze)\s", "", tidy(text.strip("*#_ :")), flags=re.IGNORECASE)
    if not said or len(said) > 60 or SENTENCE.search(f" {said} "):
        return None
    first = said.split()[0]
    found = MEMBERS.fullmatch(first)
    if found:
        return f"{found[1].lower()}lid"
    single = functions.singular(first.lower())
    return single if PLURAL.fullmatch(first) and single != first.lower() and functions.is_role(single) else None


def _listed(page: Page, book: Notebook, at: int, function: str) -> None:
    """Every line below that begins with a name has the function; the first other line ends the list."""
    for line in page.lines[at + 1 : at + 1 + MOST]:
        name = name_at(page, line.mark, line.end)
        if name is None or " " not in name.tekst or name.sign is Sign.NONE or len(line.tekst) > 2 * LONGEST:
            return
        phrase = Phrase(function, function, "", (), line.start, line.end, "nu", "", False, True)
        nearby.ask(book, name, phrase, (line.start, line.end), RULE)


# side by side


def _cells(line: Line) -> list[Cell]:
    return (
        [(line.start + m.start(), line.start + m.end()) for m in CELL.finditer(line.tekst)]
        if "   " in line.tekst
        else []
    )


def _side_by_side(page: Page, book: Notebook, at: int, cells: list[Cell]) -> None:
    """Each cell that is a function goes with the name in the same column, in a line close by."""
    said = [cell for cell in cells if _is_function(page, *cell)]
    names = [name for cell in cells if (name := _name(page, *cell)) is not None]
    if said and len(names) == 1:
        for start, end in said:
            _ask(page, book, names[0], start, end)
    if not said or names:
        return
    near = [n for step in range(1, FAR) for n in ((at - step, at + step) if step < 3 else (at + step,))]
    for other in near:
        row = _cells(page.lines[other]) if 0 <= other < len(page.lines) else []
        people = [_name(page, *cell) for cell in row] if len(row) == len(cells) else []
        if any(people):
            for name, (start, end) in zip(people, cells, strict=True):
                if name is not None and _is_function(page, start, end):
                    _ask(page, book, name, start, end)
            return
