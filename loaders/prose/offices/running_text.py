"""People in running text: each name in a sentence, with the function before or behind it.

zin-functie-naam   a function right before a name: "wethouder Anna Bos van Waterdam" (see before_name)
zin-naam-functie   a function right behind a name: "Anna Bos (burgemeester van Waterdam)" (see behind_name)
zin-naam-is        "Anna Bos is directeur bij …" (see behind_name)
zin-achternaam     a function before a surname alone: "minister Bos" (see loaders.prose.people.surnames)

A name without a function beside it becomes no fact; it is kept with the reason (see loaders.prose.checks.residue).
"""

import re
from typing import NamedTuple

from graph.dutch.collation import PARTICLES
from loaders.prose.offices import before_name, behind_name
from loaders.prose.offices.before_name import Before
from loaders.prose.people import roles, surnames
from loaders.prose.people.people import Name, names_in
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

JOINED = re.compile(
    r"\s?(?:,|,?\sen|&|\(.{1,40}\)\s?(?:,|en))\s(?:(?:dr|mr|drs|ir|prof|mw|dhr)\.\s){0,2}", re.IGNORECASE
)
"""What stands between two names of one row: `de wethouders Anna Bos (VVD) en Piet Vos`."""


class Shared(NamedTuple):
    """The function in the plural that the names of a row share, and where the last of those names ends."""

    function: str = ""
    end: int = 0


NOTHING = Shared()


def read(page: Page, book: Notebook) -> None:
    for sentence in page.sentences:
        if book.taken.touches(sentence.start, sentence.start + 1):
            continue
        shared = NOTHING
        for name in names_in(page, sentence.start, sentence.end):
            shared = _name(page, book, sentence, name, shared)


def _name(page: Page, book: Notebook, sentence: Sentence, name: Name, shared: Shared) -> Shared:
    """Read one name with what stands beside it. Gives what the next name shares with it."""
    name = surnames.whole(page, name) if name.sign is not Sign.NONE else name
    before = before_name.find(page, sentence, name)
    if not before.function and shared.function and JOINED.fullmatch(page.tekst[shared.end : name.start]):
        before = Before(shared.function, name.start)
    plural = bool(before.function) and before_name.is_plural(page, sentence, before.start, name)
    if name.sign is not Sign.NONE:
        _full_name(page, book, sentence, name, before)
        goes_on = plural or shared.function and before.function == shared.function
        return Shared(before.function, name.end) if goes_on else NOTHING
    if before.function and _is_surname(name):
        surnames.read(page, book, name, before.function, before.start)
        if plural or shared.function:
            return Shared(before.function, name.end)
    return shared if _in_brackets(page, shared, name) else NOTHING


def _full_name(page: Page, book: Notebook, sentence: Sentence, name: Name, before: Before) -> None:
    """A function on either side, each read on its own; a gap is asked only when nothing else says it."""
    if before.function:
        placed = before_name.read(page, book, sentence, name, before)
    else:
        placed = before_name.read_placed(page, book, sentence, name)
    behind = behind_name.find(page, sentence, name)
    if behind is not None:
        roles.several(book, name, behind.said, Grounds(behind.rule, [(name.start, behind.end)]))
    elif before.function and not placed:
        before_name.read_open(book, name, before)
    elif not placed:
        behind_name.read_of_body(page, book, sentence, name)
        behind_name.read_turned(page, book, sentence, name)


def _is_surname(name: Name) -> bool:
    """`Bos`, `Van der Zwaag`"""
    return " " not in name.tekst or name.tekst.split()[0].lower() in PARTICLES


def _in_brackets(page: Page, shared: Shared, name: Name) -> bool:
    """`de wethouders Anna Bos (Lokaal Plus) en Piet Vos`: what stands between brackets does not end the row."""
    between = page.tekst[shared.end : name.start].lstrip() if shared.function else ""
    return between.startswith("(") and ")" not in between
