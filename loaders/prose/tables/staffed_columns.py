"""Columns of people under the word for what they are, and cells that are cards.

A header names the function ("Wethouder", "Aandachtsfunctionaris"), or only the side ("Ambtelijk"); that a column holds
people is what its cells show. Without any header a cell can be a card: a name, and the function on the line below it.

tabel-rij        a function from the header, at the organisation of the row; without one the function is asked
tabel-kaart      a cell with a name on its first line and a function on the second
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.documents.document import Span, Table
from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.offices import nearby
from loaders.prose.people import functions, listed_names, roles
from loaders.prose.people.functions import Role, has_role, is_role
from loaders.prose.people.people import Name, looks_like_a_name, name_at
from loaders.prose.people.phrases import phrases
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import Sign
from loaders.prose.tables.table_heads import COLUMNS, PARTY_HEAD, Row
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page

RULE, CARD_RULE = "tabel-rij", "tabel-kaart"
SAID = re.compile(
    r"kolom\s[‘'\"]?(?P<kop>[A-Za-z]{3,30})[’'\"]?\sstaa(?:n|t)\s(?:de\s|het\s|een\s)?(?P<rol>[a-z-]{4,30})",
    re.IGNORECASE,
)
"""`In de kolom Ambtelijk staan de beleidsadviseurs`"""
FEWEST, MOST_OF_THEM, LONGEST_HEAD = 2, 0.6, 40
NOBODY = re.compile(
    r"vacature|vacant|n\.?[vtn]\.?[tvb]\.?b?\.?|[-–]|volgt|nog niet bekend|onbekend|nvt|geen", re.IGNORECASE
)
REST = re.compile(r"\s?(?:\((?P<rol>[^()]{3,40})\))?[\s.,;]*$")
OVER = re.compile(r"\b(?:vertrekt|vertrokken|uit dienst|pensioen|stopt|tot \d)")
JOINED = re.compile(r"\s(?:en|&|/)\s|\n|;\s?")
OTHER = ("functie", "organisatie", "thema", "orgaan", "voornaam")


class Staffed(NamedTuple):
    """A column of people: its number, and what they are; empty when the header does not say it."""

    at: int
    functie: str


def find(page: Page, table: Table, at: int, groups: list[dict[str, int]]) -> list[Staffed]:
    """The columns of people beside those that the header calls names."""
    if at >= len(table.rijen) or any(PARTY_HEAD.fullmatch(tidy(page.document.text(c))) for c in table.rijen[at]):
        return []
    taken = {number for columns in groups for number in columns.values()}
    alone = {columns["naam"] for columns in groups if "naam" in columns and "functie" in columns}
    heads = table.rijen[at]
    said = {found["kop"].lower(): found["rol"] for found in SAID.finditer(page.tekst)}
    made = []
    for number, head in enumerate(heads):
        text = tidy(page.document.text(head))
        if (
            not text
            or len(text) > LONGEST_HEAD
            or number in alone
            or number in taken
            and any(COLUMNS[o].fullmatch(text) for o in OTHER)
        ):
            continue
        cells = [row[number] for row in table.rijen[max(at + 1, table.koppen) :] if number < len(row)]
        if _holds_people(page, cells):
            made.append(Staffed(number, _function(text) or _function(said.get(text.lower(), ""))))
    return made


def _function(text: str) -> str:
    """The function in a header, in the singular; empty when it is none."""
    single = functions.singular(text).lower()
    return single if functions.begins_with_role(single) and not re.search(r"naam|persoon", single) else ""


def _holds_people(page: Page, cells: list[Span]) -> bool:
    filled = [cell for cell in cells if (text := tidy(page.document.text(cell))) and not NOBODY.match(text)]
    people = [cell for cell in filled if any(_people(page, cell))]
    return len(people) >= FEWEST and len(people) >= MOST_OF_THEM * len(filled)


def _people(page: Page, cell: Span) -> Iterator[tuple[Name, str]]:
    """The names that a cell consists of, each with the function between brackets behind it."""
    text = page.tekst[cell.start : cell.end]
    start = cell.start
    for part in [*JOINED.split(text)]:
        begin = page.tekst.index(part, start) if part else start
        start = begin + len(part)
        inverted = listed_names.inverted(page, begin, start)
        name = inverted or name_at(page, begin, start)
        rest = REST.match(page.tekst[begin + len(part) if inverted else name.end : start]) if name else None
        if name is None or rest is None or name.sign is Sign.NONE or " " not in name.tekst and not name.titled:
            return
        yield name, rest["rol"] or ""


def read(page: Page, book: Notebook, row: Row, staffed: list[Staffed], above: str) -> None:
    """The people of one row, at its organisation; `above`: that of the rows above, in merged cells."""
    vorm = row.text("organisatie") or above
    vorm = _as_gemeente(page, row, vorm)
    ids = page.names.resolve(vorm, PARTIJ) if vorm else ()
    for column in staffed:
        cell = row.cells[column.at] if column.at < len(row.cells) else None
        if cell is None or page.aside(*cell):
            continue
        for name, said in _people(page, cell):
            functie = said if has_role(said) else column.functie
            _person(page, book, name, Role(functie, vorm, ids), row, bool(column.functie or functie))


def _as_gemeente(page: Page, row: Row, vorm: str) -> str:
    """`Ede`, in a column that is headed Gemeente, is the gemeente and not the province of that name."""
    head = tidy(page.document.text(row.heads[row.columns["organisatie"]])) if "organisatie" in row.columns else ""
    bare = head.lower().startswith("gemeente") and page.names.resolve(f"gemeente {vorm}", ("Gemeente",))
    return f"gemeente {vorm}" if bare and not vorm.lower().startswith("gemeente ") else vorm


def _person(page: Page, book: Notebook, name: Name, role: Role, row: Row, known: bool) -> None:
    remarks = " ".join(row.rest())
    if known and role.functie:
        over = OVER.search(remarks) and not _of_another(page, name, row, remarks)
        role = role._replace(functie=f"voormalig {role.functie}") if over else role
        grounds = Grounds(RULE, [row.span], SURE)
        sure = roles.person(book, name, grounds, Sign.SHAPE if len(role.ids) == 1 else Sign.STRONG)
        roles.one(book, name, role, grounds, sure)
    elif role.vorm and not any(f.velden.get("functie") for f in book.roles[book.person(name.tekst)]):
        question = f"Welke functie heeft {name.tekst} bij '{role.vorm}'?"
        book.ask("rol", roles.fields(book, name.tekst, role), [row.span], RULE, question)


def _of_another(page: Page, name: Name, row: Row, remarks: str) -> bool:
    """The remark names somebody else of this row: `Els Smit vertrekt per 1 april`."""
    people = [each for cell in row.cells for each, _ in _people(page, cell)]
    named = [each.tekst for each in people if each.tekst.split()[-1] in remarks]
    return bool(named) and name.tekst not in named


# a cell that is a card


def cards(page: Page, book: Notebook, table: Table) -> None:
    for row in table.rijen:
        for cell in row:
            lines = [m for m in re.finditer(r"[^\n]+", page.tekst[cell.start : cell.end]) if m[0].strip()]
            if len(lines) > 1 and not page.aside(*cell):
                _card(page, book, [Span(cell.start + m.start(), cell.start + m.end()) for m in lines[:2]])


def _card(page: Page, book: Notebook, lines: list[Span]) -> None:
    name = listed_names.doubled(page, *lines[0]) or looks_like_a_name(page, *lines[0])
    said = tidy(page.tekst[lines[1].start : lines[1].end])
    if name is None or name.sign is Sign.NONE or " " not in name.tekst or not functions.begins_with_role(said):
        return
    span = (lines[0].start, lines[1].end)
    found = next(iter(phrases(page.names, page.tekst[lines[1].start : lines[1].end], lines[1].start)), None)
    if found is None and is_role(said.split()[0]):
        return
    role = functions.parse(IN_BRACKETS.sub(r", \1", said), page.names)
    phrase = found._replace(functie=role.functie, vorm=role.vorm, ids=role.ids) if found else None
    if phrase is not None:
        nearby.ask(book, name, phrase._replace(hoofd=flat(phrase.hoofd)), span, CARD_RULE)


IN_BRACKETS = re.compile(r"\s?\(([^()]{2,60})\)")
