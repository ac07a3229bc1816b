"""Somebody who signs: a name on a line of its own, and the function on the next.

The function can have its organisation on a third line, and several people can sign side by side. The facts carry the
name of the rule `lijst-ondertekening`; `lists` asks at each line whether a signature begins there.
"""

import re
from bisect import bisect_left

from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.people import functions, roles
from loaders.prose.people.functions import Role, has_role, is_role
from loaders.prose.people.people import Name, looks_like_a_name, names_in
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

RULE = "lijst-ondertekening"
LONGEST, LONGEST_ROW = 80, 240
FOR = re.compile(r"(?:namens|voor)\s(?:deze|dezen)?\s?[:,]?|w\.?g\.?|handtekening|\.{3,}", re.IGNORECASE)
FOR_WHOM = re.compile(r"^(?:namens|voor)\s(?:de\s(?=gemeente|stichting|vereniging|provincie)|het\s)?", re.IGNORECASE)
HIGHEST = 4
"""Lines above the names in which the parties stand."""
CELL = re.compile(r"\S(?:[^\s]|[ \u00a0]{1,2}(?=\S))*")


def read(page: Page, book: Notebook, lines: list[Line], above: Line | None = None) -> bool:
    """Whether a signature begins at the first of these lines; its lines are taken then."""
    if above is not None and _is_label(page, above) and not book.taken.touches(above.start, above.end):
        return False
    if len(lines) < 2 or lines[1].blank or any(len(line.tekst) > LONGEST_ROW for line in lines[:2]):
        return False
    if _side_by_side(page, book, lines[0], lines[1]):
        return True
    return all(len(line.tekst) <= LONGEST for line in lines[:2]) and _one_below(page, book, lines)


def _is_label(page: Page, line: Line) -> bool:
    """`de secretaris,` right above a name: here the functions come first, and the next one is of the next name."""
    said = tidy(line.tekst).removeprefix("de ").removeprefix("De ")
    return len(said) < LONGEST and is_role_line(said) and not _names_somebody(page, line)


def _names_somebody(page: Page, line: Line) -> bool:
    return any(name.sign is Sign.STRONG for name in names_in(page, line.start, line.end))


def is_role_line(text: str) -> bool:
    """The words begin with a function, and are no sentence."""
    verb = functions.CLAUSE.search(text)
    return any(is_role(word) for word in text.split()[:2]) and text[-1:] not in ".!?:" and not verb


# one under the other


def _one_below(page: Page, book: Notebook, lines: list[Line]) -> bool:
    """A name, the function on the next line, and perhaps the organisation on the third."""
    name = _signer(page, lines[0].start, lines[0].end)
    said = tidy(lines[1].tekst)
    if name is None or " " not in name.tekst or not has_role(said) or not is_role_line(lines[1].tekst):
        return False
    if _names_somebody(page, lines[1]):
        return False
    last = lines[1]
    found = [functions.parse(part, page.names) for part in functions.parts(said)]
    if not found[-1].ids and len(lines) > 2 and not lines[2].blank:
        vorm = tidy(lines[2].tekst)
        if ids := page.names.resolve(vorm, PARTIJ):
            found, last = [Role(role.functie, vorm, ids) for role in found], lines[2]
    _write(book, name, found, [(lines[0].start, last.end)])
    book.taken.add((lines[0].start, last.end))
    return True


def _signer(page: Page, start: int, end: int) -> Name | None:
    name = looks_like_a_name(page, start, end)
    return name if name is not None and name.sign is not Sign.NONE else None


def _write(book: Notebook, name: Name, found: list[Role], spans: list[tuple[int, int]]) -> None:
    grounds = Grounds(RULE, spans, SURE)
    sure = roles.person(book, name, grounds)
    for role in found:
        roles.one(book, name, role, grounds, sure)


# side by side


def _side_by_side(page: Page, book: Notebook, above: Line, below: Line) -> bool:
    """Two or more who sign next to each other, with wide space between the names and between the functions."""
    cells, said = _cells(above), _cells(below)
    if len(cells) != len(said) or len(cells) < 2 or not all(has_role(page.tekst[a:b]) for a, b in said):
        return False
    people = [name for cell in cells if (name := _signer(page, *cell)) is not None]
    if len(people) < len(cells):
        return False
    parties = _parties(page, above, len(cells))
    for name, (start, end), party in zip(people, said, parties, strict=True):
        for part in functions.parts(page.tekst[start:end]):
            role = functions.parse(part, page.names)
            role = role if role.ids or not party else Role(role.functie, party, page.names.resolve(party, PARTIJ))
            _write(book, name, [role], [(name.start, name.end), (start, end)])
    book.taken.add((above.start, below.end))
    return True


def _parties(page: Page, line: Line, width: int) -> list[str]:
    """What stands above each of those who sign, in as many columns: the party that they sign for."""
    at = bisect_left([each.start for each in page.lines], line.start)
    for above in reversed(page.lines[max(0, at - HIGHEST) : at]):
        cells = [tidy(page.tekst[start:end]) for start, end in _cells(above)]
        if len(cells) == width and all(FOR.fullmatch(cell) for cell in cells):
            continue
        fits = len(cells) == width and all(cell[:1].isupper() and not is_role_line(cell) for cell in cells)
        return [FOR_WHOM.sub("", cell) for cell in cells] if fits else [""] * width
    return [""] * width


def _cells(line: Line) -> list[tuple[int, int]]:
    return [(line.start + m.start(), line.start + m.end()) for m in CELL.finditer(line.tekst)]
