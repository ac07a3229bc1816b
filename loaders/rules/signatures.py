"""Somebody who signs: a name on a line of its own, and the function on the next.

lijst-ondertekening   name, function, and perhaps the organisation, each on a line of its own
"""

from loaders.naming import PARTIJ
from loaders.rules import functions, roles
from loaders.rules.functions import Role, has_role, is_role
from loaders.rules.notebook import SURE, Notebook
from loaders.rules.page import Page
from loaders.rules.people import Sign, looks_like_a_name
from loaders.rules.sentences import Line
from loaders.rules.spans import Spans
from loaders.words import tidy

LONGEST = 80
RULE = "lijst-ondertekening"


def read(page: Page, book: Notebook, lines: list[Line], used: Spans) -> bool:
    """Whether the first of these lines is such a name; the lines under it are used then."""
    if len(lines) < 2 or len(lines[0].tekst) > 60 or len(lines[1].tekst) > LONGEST or lines[1].blank:
        return False
    said = tidy(lines[1].tekst)
    if not has_role(said) or not is_role_line(said):
        return False
    name = looks_like_a_name(page, lines[0].van, lines[0].tot)
    if name is None or name.sign is Sign.NONE or " " not in name.tekst:
        return False
    last = lines[1]
    found = [functions.parse(part, page.names) for part in functions.parts(said)]
    if not found[-1].ids and len(lines) > 2 and not lines[2].blank:
        ids = page.names.resolve(tidy(lines[2].tekst), PARTIJ)
        if ids:
            found, last = [Role(role.functie, tidy(lines[2].tekst), ids) for role in found], lines[2]
    span = (lines[0].van, last.tot)
    sure = roles.person(book, name, [span], RULE, Sign.STRONG, SURE)
    for role in found:
        roles.one(book, name, role, [span], RULE, sure, SURE)
    used.add(span)
    return True


def is_role_line(text: str) -> bool:
    """The words begin with a function, and are no sentence."""
    return any(is_role(word) for word in text.split()[:2]) and text[-1:] not in ".!?:"
