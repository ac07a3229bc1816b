"""A function and a name on lines of their own: cards, headings, signatures side by side.

buurt-kaart   a line that is only a function, and the name above or below it; a heading in the plural, and the names
              listed under it; cells with wide space between them, and the names above or below

What stands above and what below is a matter of layout, so it is only ever asked.
"""

import re

from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.offices import nearby
from loaders.prose.people import functions, listed_names, surnames
from loaders.prose.people.functions import PLURAL
from loaders.prose.people.people import Name, looks_like_a_name, name_at, names_in
from loaders.prose.people.phrases import Phrase, phrases
from loaders.prose.people.signs import Sign
from loaders.prose.places import bound_bodies
from loaders.prose.text import abbreviations
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

RULE = "buurt-kaart"
LONGEST, LONGEST_HEAD, LONGEST_LINE = 90, 60, 180
"""Letters of a function or a name on a line of its own, of a heading in the plural, and of a line that is looked at."""
FAR, BACK, MOST = 4, 20, 80
"""Lines: how far away a name may stand, how far to look back, and how many are listed under one heading."""
FEW, SHORT = 6, 16
"""Spaces in words that hold a function somewhere; letters before a name such as `b/a` or `namens deze,`."""
CELL = re.compile(r"\S(?:\S| (?=\S)){0,120}")
MEMBERS = re.compile(r"(?:de\s)?([a-zà-ÿ]{2,24})leden", re.IGNORECASE)
SENTENCE = re.compile(r"\s(?:is|zijn|was|waren|heeft|wordt|werd|zegt|gaat|kan|kunnen|geen|dus|niet)\s", re.IGNORECASE)
THESE = re.compile(
    r"\b(?:dit|dat|hieronder)\s(?:worden|zijn|staan)\s(?:de\s|onze\s)?(?:nieuwe\s)?([a-z]{5,30})\s?:?$", re.IGNORECASE
)
"""`Dit worden de nieuwe wethouders:`"""
BECOME = re.compile(r"\bworden\b", re.IGNORECASE)
OPENING = re.compile(
    r"(?:met|van|voor|door|bij|over|aan|in|op|onze|uw|hoe|wat|wie|waar|als|vraag|word)\b", re.IGNORECASE
)
BRACKETED = re.compile(r"\s?(?:\([^()]{2,40}\)|,?\s(?:MSc|MBA|BSc|LLM|MPM|MPA|MA|BA|PhD|RA|RE))$")
PLACED = re.compile(
    r"(?:[•*–-]\s)?(?P<waar>[A-Z][\w/’'-]{2,40}(?:[ ,]{1,2}(?:[a-z]{2,4}\s)?[A-Z][\w/’'-]{2,30}){0,3}):\s+(?=\S)"
)
MAKER = re.compile(
    r"(?:tekst|foto\w*|beeld|redactie|vormgeving|illustratie\w*|interview|auteur|door|ontwerp|bron)\s?:?\s{0,2}$",
    re.IGNORECASE,
)
"""A label of who made the page: no place, and no function of the list above."""
GONE = re.compile(r"\b(?:pensioen|vertrokken|uit dienst|gestopt)\b")
LID = re.compile(r"lid(?:$|\s[(]|,|\sop\svoordracht|\snamens)")
BESIDE = re.compile(
    r"(?:(?:[Hh]oofd- en )?[Nn]evenfuncties?|[Hh]oofdfunctie|[Oo]verige functies|[Ww]erkzaam als)\s?:?(?=\s|$)\s{0,3}|"
    r"(?:[Ff]unctie|[Rr]ol)(?:\sin\s[^:]{2,30})?\s?:\s{0,3}(?=\S)"
)
Cell = tuple[int, int]


def read(page: Page, book: Notebook) -> None:
    heads = {zone.start for zone in page.document.zones_of("kop")}
    for at, line in enumerate(page.lines):
        if len(line.tekst) > LONGEST_LINE:
            continue
        cells = _cells(line)
        beside = BESIDE.match(line.tekst)
        if beside:
            _other_functions(page, book, at, beside.end())
        elif len(cells) > 1:
            _side_by_side(page, book, at, cells)
        elif (listed := plural(line.tekst)) is not None:
            _listed(page, book, at, listed)
        elif _is_function(page, line.start, line.end):
            _card(page, book, at, line.start in heads)


def _is_function(page: Page, start: int, end: int) -> bool:
    """The stretch begins with a function, names nobody, and is no sentence."""
    said = tidy(page.tekst[start:end].strip("*#_ "))
    if not said or len(said) > LONGEST or said[-1] in "!?" or SENTENCE.search(f" {said} "):
        return False
    return _says_function(said) and not any(n.sign is Sign.STRONG for n in names_in(page, start, end))


def _says_function(said: str) -> bool:
    """A function in front of a name on a card: "Beleidsadviseur Jeugd", "weth. Zorg", "Moderator"."""
    if functions.begins_with_role(said) or " " not in said and functions.like_role(said):
        return True
    first = re.split(r"[\s,]", said.removeprefix("De ").removeprefix("de "))[0]
    few = said.count(" ") < FEW and functions.has_role(said) and not OPENING.match(said)
    return few or abbreviations.function(first) is not None


def _name(page: Page, start: int, end: int) -> Name | None:
    """The one name that the stretch is, perhaps behind a title or `b/a`."""
    found = looks_like_a_name(page, start, end) or listed_names.inverted(page, start, end)
    found = found or _name_behind(page, start, end)
    if found is None or " " not in found.tekst or found.sign is Sign.NONE:
        return None
    return surnames.meant(page, found)


def _name_behind(page: Page, start: int, end: int) -> Name | None:
    """The only name in the stretch, with few letters before it and nothing behind."""
    inside = [n for n in names_in(page, start, end) if n.sign is not Sign.NONE and " " in n.tekst]
    if len(inside) != 1 or BRACKETED.sub("", page.tekst[inside[0].end : end]).strip("*_ .,"):
        return None
    return inside[0] if len(page.tekst[start : inside[0].start].strip("*# _-")) < SHORT else None


def _line_name(page: Page, at: int) -> Name | None:
    """The name that a line is, behind the mark of a list."""
    line = page.lines[at] if 0 <= at < len(page.lines) else None
    return _name(page, line.mark, line.end) if line and len(line.tekst) <= LONGEST else None


# a card


def _card(page: Page, book: Notebook, at: int, heading: bool) -> None:
    """The name right above, or right below when the cards here begin with the function."""
    above, below = _line_name(page, at - 1), _line_name(page, at + 1)
    end = page.lines[at].end
    if page.lines[at].tekst.endswith(","):
        owner, end = _signer(page, at)
    elif heading or above is None or (below is not None and _label_first(page, at)):
        owner = below
    else:
        owner = above
    if owner is not None:
        _ask(page, book, owner, page.lines[at].mark, end)


def _signer(page: Page, at: int) -> tuple[Name | None, int]:
    """`De voorzitter van de raad,` and the name below, perhaps behind one more line; and where the function ends."""
    names = [_line_name(page, at + step) for step in range(1, FAR)]
    longer = names[0] is None and at + 1 < len(page.lines)
    return next((name for name in names if name), None), page.lines[at + 1 if longer else at].end


def _label_first(page: Page, at: int) -> bool:
    """Whether the row of names and functions above this line begins with a function, as far as we look back."""
    first = max(2, at - BACK)
    while at >= first and _line_name(page, at - 1) and _is_label(page, at - 2):
        at -= 2
    return not _line_name(page, at - 1)


def _is_label(page: Page, at: int) -> bool:
    return _is_function(page, page.lines[at].start, page.lines[at].end)


def _ask(page: Page, book: Notebook, name: Name, start: int, end: int) -> None:
    """Each function in the stretch, of this person."""
    text = page.tekst[start:end].replace("\n", " ").rstrip(",: ")
    if LID.match(text):
        span = (min(name.start, start), max(name.end, end))
        nearby.ask(book, name, Phrase("lid", "lid", "", (), *span, "nu", "", False, True), span, RULE)
    for phrase in phrases(page.names, text, start):
        vorm = "" if phrase.vorm else bound_bodies.at_end(text[phrase.end - start :])
        phrase = phrase._replace(vorm=vorm, ids=page.names.resolve(vorm, PARTIJ)) if vorm else phrase
        small = phrase._replace(functie=phrase.functie[:1].lower() + phrase.functie[1:])
        nearby.ask(book, name, small, (min(name.start, start), max(name.end, end)), RULE)


# other functions


def _other_functions(page: Page, book: Notebook, at: int, end: int) -> None:
    """`Nevenfuncties: lid van de Raad X, voorzitter Stichting Y`, or the items below it: of the person above."""
    owner = next(
        (name for line in reversed(page.lines[max(0, at - BACK) : at]) if (name := _only_name(page, line))), None
    )
    rows = [(page.lines[at].start + end, page.lines[at].end)]
    for line in page.lines[at + 1 : at + 1 + BACK]:
        if not line.is_item and not _inside(page, line):
            break
        rows.append((line.mark, line.end))
    if owner is None:
        return
    for start, stop in rows:
        for part in re.finditer(r"[^,;]+(?:\([^)]*\))?", page.tekst[start:stop]):
            role = functions.parse(functions.FRONT.sub("", tidy(part[0])), page.names)
            if functions.has_role(role.functie) and functions.begins_with_role(role.functie):
                phrase = Phrase(role.functie, flat(role.functie), role.vorm, role.ids, start + part.start(),
                                start + part.end(), "nu", "", False, True)  # fmt: skip
                nearby.ask(book, owner, phrase, (start + part.start(), start + part.end()), RULE)


def _inside(page: Page, line: Line) -> bool:
    """Whether it is an item of a list in a document with zones."""
    return any(zone.start <= line.start < zone.end for zone in page.document.zones_of("lijst"))


def _only_name(page: Page, line: Line) -> Name | None:
    """The one person that a short line names."""
    if len(line.tekst) > LONGEST:
        return None
    found = [n for n in names_in(page, line.start, line.end) if n.sign is not Sign.NONE and " " in n.tekst]
    return surnames.meant(page, found[0]) if len(found) == 1 else None


# a heading in the plural


def plural(text: str) -> str | None:
    """`Raadsleden` -> `raadslid`, `De onderzoekers:` -> `onderzoeker`"""
    opened = THESE.search(tidy(text))
    said = opened[1] if opened else re.sub(r"^(?:de|onze)\s", "", tidy(text.strip("*#_ :")), flags=re.IGNORECASE)
    if not said or len(said) > LONGEST_HEAD or SENTENCE.search(f" {said} "):
        return None
    first = said.split()[0]
    found = MEMBERS.fullmatch(first)
    if found:
        return f"{found[1].lower()}lid"
    single = functions.singular(first.lower())
    return single if PLURAL.fullmatch(first) and single != first.lower() and functions.is_role(single) else None


def _listed(page: Page, book: Notebook, at: int, function: str) -> None:
    """Every line below that begins with a name has the function; the first other line ends the list."""
    between = 1
    for line in page.lines[at + 1 : at + 1 + MOST]:
        placed = PLACED.match(line.tekst)
        if placed and (functions.has_role(placed["waar"]) or MAKER.match(placed["waar"])):
            return
        if placed and len(line.tekst) <= LONGEST_LINE:
            _placed(page, book, line, placed, function)
            continue
        name = name_at(page, line.mark, line.end)
        if name is None or name.sign is not Sign.STRONG:
            name = listed_names.inverted(page, line.mark, line.end) or name
        if (name is None or " " not in name.tekst) and between == 0:  # what each of them does, on a line of its own
            between = 1
            continue
        between = 0
        if name is None or " " not in name.tekst or name.sign is Sign.NONE or len(line.tekst) > LONGEST_LINE:
            return
        name = surnames.meant(page, name) or name
        if function == "lid" and book.roles[book.person(name.tekst)]:  # the line says more
            continue
        when = "straks" if BECOME.search(page.lines[at].tekst) else "nu"
        phrase = Phrase(function, function, "", (), line.start, line.end, when, "", False, True)
        nearby.ask(book, name, phrase, (line.start, line.end), RULE)


def _placed(page: Page, book: Notebook, line: Line, placed: re.Match[str], function: str) -> None:
    """`Tiel/Buren: Anna Bos en Piet Vos`, under a heading with what they are: at each of these places."""
    places = [(vorm, page.names.resolve(vorm, PARTIJ)) for vorm in re.split(r"/|,\s|\sen\s", placed["waar"])]
    known = [(vorm, ids) for vorm, ids in places if ids] or [(placed["waar"], ())]
    for name in names_in(page, line.start + placed.end(), line.end):
        if name.sign is Sign.NONE or " " not in name.tekst:
            continue
        gone = page.tekst[name.end : line.end].partition(")")[0]
        when = "vroeger" if GONE.search(gone) else "nu"
        for vorm, ids in known:
            phrase = Phrase(function, function, vorm, ids, line.start, name.end, when, "", False, True)
            nearby.ask(book, name, phrase, (line.start, name.end), RULE)


# side by side


def _cells(line: Line) -> list[Cell]:
    if "   " not in line.tekst:
        return []
    return [(line.start + m.start(), line.start + m.end()) for m in CELL.finditer(line.tekst)]


def _side_by_side(page: Page, book: Notebook, at: int, cells: list[Cell]) -> None:
    """Functions in one row: of the one name among them, or each of the name in the same column, in a line close by."""
    said = [cell for cell in cells if _is_function(page, *cell)]
    if not said:
        return
    names = [name for cell in cells if (name := _name(page, *cell)) is not None]
    if len(names) == 1:
        for start, end in said:
            _ask(page, book, names[0], start, end)
    if names:
        return
    for name, (start, end) in zip(_names_near(page, at, len(cells)), cells, strict=False):
        if name is not None and _is_function(page, start, end):
            _ask(page, book, name, start, end)


def _names_near(page: Page, at: int, width: int) -> list[Name | None]:
    """The names in the nearest row of as many cells, above or below; further away only below."""
    near = [n for step in range(1, FAR) for n in ((at - step, at + step) if step < FAR - 1 else (at + step,))]
    for other in near:
        row = _cells(page.lines[other]) if 0 <= other < len(page.lines) else []
        people = [_name(page, *cell) for cell in row] if len(row) == width else []
        if any(people):
            return people
    return []
