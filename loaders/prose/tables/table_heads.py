"""Which column of a table is which, and a row by the names of its columns.

The header may stand below a title, and may have several columns of names, each with the function to the right of it.
"""

import re
from collections.abc import Iterator

from loaders.documents.document import Span, Table
from loaders.names.tokens import tidy
from loaders.prose.people import listed_names
from loaders.prose.people.people import Name, looks_like_a_name, name_at
from loaders.prose.text.page import Page

COLUMNS = {
    "voornaam": re.compile(r"voornaam.{0,14}|voorletters?|roepnaam|initialen", re.IGNORECASE),
    "naam": re.compile(
        r"(?:volledige |achter)?naam|wie|persoon|contactpersoon|deelnemers?|lid|leden|trajectregisseurs?|regisseurs?|"
        r"naam(?:\svan\s(?:de|het))?\s(?:contactpersoon|medewerker|wethouder|lid|deelnemer|vertegenwoordiger)|"
        r"contactpersonen|aanspreekpunt|medewerkers?|collega['’]?s?|wethouder|bestuurder|ambtenaar|"
        r"voorletters en naam|naam en voorletters|vertegenwoordiger|afgevaardigde", re.IGNORECASE),
    "functie": re.compile(
        r"functie(?:naam)?|rol|titel|functie/rol|hoedanigheid|taak|portefeuille|functieomschrijving|"
        r"hoofd- en nevenfuncties|nevenfuncties?", re.IGNORECASE),
    "organisatie": re.compile(
        r"organisatie|gemeenten?|departement|ministerie|werkgever|instelling|(?:aanwezig )?namens|partij|"
        r"(?:team|afdeling|functie)?\s?/?\s?organisatie(?:\s?/\s?\w+)?|(?:werkt |werkzaam )?bij|instantie|bedrijf|"
        r"naam organisatie|organisatie/gemeente|gemeente/organisatie|van", re.IGNORECASE),
    "thema": re.compile(r"thema(?:['’]s)?|onderwerp", re.IGNORECASE),
    "orgaan": re.compile(r"lid van|orgaan|overleg|gremium", re.IGNORECASE),
}  # fmt: skip
PARTY_HEAD = re.compile(r"(?:aanwezig )?namens|partij|fractie", re.IGNORECASE)
HEAD_WITHIN = 4
"""Rows: a title may stand above the header."""


def header(page: Page, table: Table) -> tuple[int, list[dict[str, int]]]:
    """The row that names the columns, and which column is which: once for each column of names."""
    for at, row in enumerate(table.rijen[:HEAD_WITHIN]):
        groups = _columns(page, row)
        if any("naam" in columns and len(columns) > 1 for columns in groups):
            above = _columns(page, table.rijen[at - 1])[:1] if at else []
            shared = {k: v for columns in above for k, v in columns.items() if k == "organisatie"}
            return at, [{**shared, **columns} for columns in groups]
    return 0, _columns(page, table.rijen[0])[:1] if table.rijen else []


def _columns(page: Page, row: tuple[Span, ...]) -> list[dict[str, int]]:
    """A second column of names begins a second group; what stands before the first is of all of them."""
    groups: list[dict[str, int]] = [{}]
    shared: dict[str, int] = {}
    for number, cell in enumerate(row):
        text = tidy(page.document.text(cell))
        found = [name for name, pattern in COLUMNS.items() if pattern.fullmatch(text)]
        name = next((each for each in found if each not in groups[-1]), None)
        if name is None and "functie" not in groups[-1] and number and row[number] == row[number - 1] and text:
            name = "functie" if groups[-1].get("organisatie") == number - 1 else None
        if name is None and found[:1] == ["naam"] and _apart(page, row, groups[-1], number):
            groups.append(dict(shared))
            name = "naam"
        if name is not None:
            groups[-1][name] = number
            if "naam" not in groups[0]:
                shared[name] = number
    return groups


def _apart(page: Page, row: tuple[Span, ...], columns: dict[str, int], number: int) -> bool:
    """The second `Naam` of a header, not the same merged cell and not a second word for the same column."""
    first = row[columns["naam"]]
    return first != row[number] and tidy(page.document.text(first)) == tidy(page.document.text(row[number]))


class Row:
    """A row by the names of its columns."""

    def __init__(self, page: Page, cells: tuple[Span, ...], columns: dict[str, int], heads: tuple[Span, ...]) -> None:
        self.page = page
        self.cells = cells
        self.columns = columns
        self.heads = heads

    @property
    def span(self) -> tuple[int, int]:
        return min(cell.start for cell in self.cells), max(cell.end for cell in self.cells)

    def cell(self, column: str) -> Span | None:
        """None when the table has no such column, or nothing stands there."""
        at = self.columns.get(column, len(self.cells))
        cell = self.cells[at] if at < len(self.cells) else None
        return cell if cell is not None and cell.end > cell.start else None

    def text(self, column: str) -> str:
        cell = self.cell(column)
        return tidy(self.page.document.text(cell)) if cell else ""

    def is_of_parties(self) -> bool:
        """A column that is headed as one of parties: it does not say where somebody works."""
        at = self.columns.get("organisatie")
        head = tidy(self.page.document.text(self.heads[at])) if self.heads and at is not None else ""
        return PARTY_HEAD.fullmatch(head) is not None

    def rest(self) -> Iterator[str]:
        """The cells of the columns that have no name here: remarks."""
        named = {*self.columns.values()}
        return (tidy(self.page.document.text(cell)) for at, cell in enumerate(self.cells) if at not in named)

    def names(self) -> list[Name | None]:
        """Of each line in the cell: two people may share a row."""
        cell = self.cell("naam")
        if cell is None:
            return []
        lines = [cell]
        if "\n" in self.page.tekst[cell.start : cell.end]:
            found = re.finditer(r"[^\n]+", self.page.tekst[cell.start : cell.end])
            lines = [Span(cell.start + m.start(), cell.start + m.end()) for m in found if m[0].strip()]
        return [self._name(line) for line in lines]

    def _beside(self) -> str:
        """The surname, when one heading stands above the first name and the surname."""
        at = self.columns["naam"]
        if at + 1 >= min(len(self.heads), len(self.cells)) or at + 1 in self.columns.values():
            return ""
        head = tidy(self.page.document.text(self.heads[at + 1]))
        one = self.heads[at + 1] == self.heads[at] or not head
        return tidy(self.page.document.text(self.cells[at + 1])) if one and self.cells[at + 1] != self.cells[at] else ""

    def _name(self, cell: Span) -> Name | None:
        given = self.cell("voornaam")
        first = " ".join(self.page.document.text(given).split()) if given else ""
        beside = self._beside()
        if beside:
            return listed_names.joined(" ".join(self.page.document.text(cell).split()), beside, *cell)
        if first:
            return listed_names.joined(first, tidy(self.page.document.text(cell)), *cell)
        bare = Span(cell.start, listed_names.without_degree(self.page, *cell))
        found = listed_names.inverted(self.page, *cell)
        return found or looks_like_a_name(self.page, *bare) or name_at(self.page, *bare)
