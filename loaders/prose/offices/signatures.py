"""Somebody who signs: a name on a line of its own, and the function on the next.

lijst-ondertekening   name, function, and perhaps the organisation, each on a line of its own
"""

import re

from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.people import functions, roles
from loaders.prose.people.functions import Role, has_role, is_role
from loaders.prose.people.people import Sign, looks_like_a_name, names_in
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line
from loaders.prose.text.spans import Spans

LONGEST = 80
CELL = re.compile(r"\S(?:[^\s]|[ \u00a0]{1,2}(?=\S))*")
RULE = "lijst-ondertekening"


def read(page: Page, book: Notebook, lines: list[Line], used: Spans, above: Line | None = None) -> bool:
    """Whether the first of these lines is such a name; the lines under it are used then."""
    if above is not None and _labels(page, above) and not used.touches(above.start, above.end):
        return False
    if len(lines) < 2 or len(lines[0].tekst) > LONGEST or len(lines[1].tekst) > LONGEST or lines[1].blank:
        return False
    if _side_by_side(page, book, lines[0], lines[1]):
        used.add((lines[0].start, lines[1].end))
        return True
    said = tidy(lines[1].tekst)
    if not has_role(said) or not is_role_line(said) or _names_somebody(page, lines[1]):
        return False
    name = looks_like_a_name(page, lines[0].start, lines[0].end)
    if name is None or name.sign is Sign.NONE or " " not in name.tekst:
        return False
    last = lines[1]
    found = [functions.parse(part, page.names) for part in functions.parts(said)]
    if not found[-1].ids and len(lines) > 2 and not lines[2].blank:
        ids = page.names.resolve(tidy(lines[2].tekst), PARTIJ)
        if ids:
            found, last = [Role(role.functie, tidy(lines[2].tekst), ids) for role in found], lines[2]
    span = (lines[0].start, last.end)
    sure = roles.person(book, name, [span], RULE, Sign.STRONG, SURE)
    for role in found:
        roles.one(book, name, role, [span], RULE, sure, SURE)
    used.add(span)
    return True


def _labels(page: Page, line: Line) -> bool:
    """`de secretaris,` right above a name: here the functions come first, and the next one is of the next name."""
    said = tidy(line.tekst).removeprefix("de ").removeprefix("De ")
    return len(said) < LONGEST and is_role_line(said) and not _names_somebody(page, line)


def _names_somebody(page: Page, line: Line) -> bool:
    return any(name.sign is Sign.STRONG for name in names_in(page, line.start, line.end))


def _side_by_side(page: Page, book: Notebook, above: Line, below: Line) -> bool:
    """Two or more who sign next to each other, with wide space between the names and between the functions."""
    names, said = _cells(above), _cells(below)
    if len(names) != len(said) or len(names) < 2 or not all(has_role(page.tekst[a:b]) for a, b in said):
        return False
    people = [looks_like_a_name(page, *cell) for cell in names]
    if not all(name is not None and name.sign is not Sign.NONE for name in people):
        return False
    for name, (start, end) in zip(people, said, strict=True):
        assert name is not None
        spans = [(name.start, name.end), (start, end)]
        for part in functions.parts(page.tekst[start:end]):
            sure = roles.person(book, name, spans, RULE, Sign.STRONG, SURE)
            roles.one(book, name, functions.parse(part, page.names), spans, RULE, sure, SURE)
    return True


def _cells(line: Line) -> list[tuple[int, int]]:
    return [(line.start + m.start(), line.start + m.end()) for m in CELL.finditer(line.tekst)]


def is_role_line(text: str) -> bool:
    """The words begin with a function, and are no sentence."""
    return any(is_role(word) for word in text.split()[:2]) and text[-1:] not in ".!?:"
