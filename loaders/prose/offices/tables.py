"""Tables of people: a header says what each column is. A table without one is read line by line, as a list.

tabel-rij        a row with a name, a function and an organisation we know
tabel-thema      a known thema in a column of that name

The header may stand below a title, and may have several columns of names, each with the function to the right of it.
"""

import re
from collections.abc import Iterator

from loaders.documents.document import Span, Table
from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.bodies import councils
from loaders.prose.bodies.councils import Body
from loaders.prose.people import functions, listed_names, roles
from loaders.prose.people.functions import Role, has_role
from loaders.prose.people.people import Name, looks_like_a_name, name_at
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import Sign
from loaders.prose.subjects import themas
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

RULE, THEMA_RULE = "tabel-rij", "tabel-thema"
COLUMNS = {
    "voornaam": re.compile(r"voornaam.{0,14}|voorletters?|roepnaam|initialen", re.IGNORECASE),
    "naam": re.compile(
        r"(?:volledige |achter)?naam|wie|persoon|contactpersoon|deelnemers?|lid|leden|trajectregisseurs?|regisseurs?|"
        r"medewerkers?|collega['’]?s?|wethouder|bestuurder|ambtenaar|"
        r"voorletters en naam|naam en voorletters|vertegenwoordiger|afgevaardigde", re.IGNORECASE),
    "functie": re.compile(
        r"functie(?:naam)?|rol|titel|functie/rol|hoedanigheid|taak|portefeuille|functieomschrijving|"
        r"hoofd- en nevenfuncties|nevenfuncties?", re.IGNORECASE),
    "organisatie": re.compile(
        r"organisatie|gemeenten?|departement|ministerie|werkgever|instelling|(?:aanwezig )?namens|partij|"
        r"organisatie/gemeente|gemeente/organisatie|van", re.IGNORECASE),
    "thema": re.compile(r"thema(?:['’]s)?|onderwerp", re.IGNORECASE),
    "orgaan": re.compile(r"lid van|orgaan|overleg|gremium", re.IGNORECASE),
}  # fmt: skip
PERIOD = re.compile(r"(?:tot|tot en met|t/m|periode|einde?|einddatum|van-tot|jaren|zittingsperiode)", re.IGNORECASE)
GONE = re.compile(
    r"\buit dienst\b|\bvertrokken\b|\bgestopt\b|\bmet pensioen\b|^pensioen$|\bafgetreden\b|\bniet meer\b|\boverleden\b|"
    r"\b(?:tot|t/m|tot en met)\s(?:(?:\d{1,2}[ -])?(?:\w{3,9}\.?|\d{1,2})[ -]?)?(?:19|20)?\d{0,4}$|\bstopt per\b|"
    r"^naar (?:gemeente|de|het)\b|\bopgevolgd\b",
    re.IGNORECASE,
)
"""What a cell says of somebody who is there no more."""
OVER = re.compile(r"(?:weg|vertrokken|uit dienst|gestopt|oud-?\w*|voormalige?.*)(?:\szijn)?\s?:?", re.IGNORECASE)
NOBODY = re.compile(r"vacature|vacant|n\.?[vtn]\.?[tvb]\.?b?\.?|[-–]|volgt|nog niet bekend|onbekend", re.IGNORECASE)
BESIDE = re.compile(r"(?:plv\.?\s|vice-?)?voorzitter|(?:ambtelijk\s)?secretaris|penvoerder|trekker|lid", re.IGNORECASE)
"""What somebody is of a meeting, beside a function: a table does not say that it is at the same organisation."""
IN_BRACKETS = re.compile(r"\s?\(([^()]{3,60})\)")
HEAD_WITHIN = 4
"""Rows: a title may stand above the header."""


def read(page: Page, book: Notebook) -> None:
    for table in [*page.document.tabellen, *_with_tabs(page)]:
        head = table.rijen[0] if table.rijen else ()
        if head and page.aside(head[0].start, head[-1].end) is None and _table(page, book, table):
            book.taken.add((table.start, table.end))


def _with_tabs(page: Page) -> Iterator[Table]:
    """Lines of plain text with tabs or bars between cells, in a row: a table that lost its frame."""
    if page.document.tabellen:
        return
    rows: list[tuple[Span, ...]] = []
    for line in [*page.lines, None]:
        cells = _cells(line) if line is not None else ()
        if len(cells) > 1:
            rows.append(cells)
            continue
        if len(rows) > 1:
            yield Table(rows[0][0].start, rows[-1][-1].end, tuple(rows))
        rows = []


def _cells(line: Line) -> tuple[Span, ...]:
    mark = "\t" if "\t" in line.tekst else " | "
    found, at = [], line.start
    for part in line.tekst.split(mark) if mark in line.tekst else []:
        bare = part.strip(" |")
        start = at + (part.index(bare) if bare else 0)
        found.append(Span(start, start + len(bare)))
        at += len(part) + len(mark)
    return tuple(found)


def _table(page: Page, book: Notebook, table: Table) -> bool:
    """Whether this is a table of people; a column of thema's is read in every table."""
    at, groups = _header(page, table)
    past, above = "", ""
    for row in table.rijen[max(at + 1, table.koppen) :]:
        heads = table.rijen[at]
        own = [_Row(page, row, columns, heads) for columns in groups]
        alone = _alone(page, row)
        past = "voormalig" if alone and OVER.fullmatch(alone) else past
        for each in own:
            above = each.text("organisatie") or above
            if "naam" in each.columns and len(each.columns) > 1 and not alone:
                _row(page, book, each, past, above)
        if groups and "thema" in groups[0] and groups[0]["thema"] < len(row):
            _thema(page, book, row[groups[0]["thema"]])
    return any("naam" in columns and len(columns) > 1 for columns in groups)


def _alone(page: Page, row: tuple[Span, ...]) -> str:
    """What stands alone in a row, as a heading of those below; empty when more does."""
    said = {tidy(page.document.text(cell)) for cell in row} - {""}
    return said.pop() if len(said) == 1 else ""


def _header(page: Page, table: Table) -> tuple[int, list[dict[str, int]]]:
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


def _thema(page: Page, book: Notebook, cell: Span) -> None:
    text = page.document.text(cell)
    if 2 < len(text) <= 60 and page.names.resolve(tidy(text), ("Thema",)):
        themas.one(page, book, cell.start, cell.end, THEMA_RULE)


class _Row:
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

    def _name(self, cell: Span) -> Name | None:
        first = self.text("voornaam")
        if first:
            return listed_names.joined(first, tidy(self.page.document.text(cell)), *cell)
        bare = Span(cell.start, listed_names.without_degree(self.page, *cell))
        found = listed_names.inverted(self.page, *cell)
        return found or looks_like_a_name(self.page, *bare) or name_at(self.page, *bare)


def _row(page: Page, book: Notebook, row: _Row, past: str, above: str) -> None:
    """The person in the column of names, with the function, the organisation and the body in the other columns."""
    cell = row.cell("naam")
    if cell is None or page.aside(*cell):
        return
    people = [name for name in row.names() if name is not None and (" " in name.tekst or name.titled)]
    if not people and page.document.text(cell).strip():
        book.leave(*row.span, "geen naam in de kolom met namen")
    for name in people:
        _person(page, book, row, name, past, above)


def _person(page: Page, book: Notebook, row: _Row, name: Name, past: str, above: str) -> None:
    for role in _roles(page, row, past, above):
        _role(book, name, role, row.span)
    if row.cell("orgaan") is not None:
        body = row.text("orgaan")
        made = Body(body, councils.organ(page, body), row.span)
        councils.member(book, name, made, row.span, book.sure_of(name.tekst))


def _roles(page: Page, row: _Row, past: str, above: str) -> Iterator[Role]:
    """The functions in a row; an empty one when only the organisation is known, or nothing but the name."""
    functie, vorm = row.text("functie"), _as_gemeente(page, row, row.text("organisatie"))
    beside = [found for found in IN_BRACKETS.findall(functie) if BESIDE.fullmatch(found)]
    gone = GONE.search(functie) or any(GONE.search(text) for text in row.rest())
    functie = IN_BRACKETS.sub("", functie) if beside or gone else functie
    if functie and (past or gone or _has_period(page, row)):
        functie = f"voormalig {functie}"
    ids = page.names.resolve(vorm, PARTIJ) if vorm else ()
    said = functions.parts(functie) if functie else [""]
    for number, part in enumerate([*said, *beside]):
        if number and BESIDE.fullmatch(part):
            yield Role(part, "", ())
        elif vorm or not part:
            yield Role(part, vorm, ids)
        else:
            yield functions.parse(part, page.names)


def _has_period(page: Page, row: _Row) -> bool:
    """A column that says until when, with a year in it."""
    heads = [tidy(page.document.text(cell)) for cell in row.heads]
    return any(
        PERIOD.fullmatch(head) and re.search(r"\d", page.document.text(cell))
        for head, cell in zip(heads, row.cells, strict=False)
    )


def _as_gemeente(page: Page, row: _Row, vorm: str) -> str:
    """The organisation in a row; in a column that is headed Gemeente a bare name is one."""
    if not vorm or vorm.lower().startswith("gemeente "):
        return vorm
    head = tidy(page.document.text(row.heads[row.columns["organisatie"]])) if row.heads else ""
    bare = head.lower() == "gemeente" and page.names.resolve(f"gemeente {vorm}", ("Gemeente",))
    return f"gemeente {vorm}" if bare else vorm


def _role(book: Notebook, name: Name, role: Role, span: tuple[int, int]) -> None:
    """In a row with a function at an organisation we know, the shape of a name is enough."""
    known = has_role(role.functie)
    enough = Sign.STRONG if known or role.ids else Sign.PROVEN
    grounds = Grounds(RULE, [span], SURE)
    sure = roles.person(book, name, grounds, Sign.SHAPE if known and len(role.ids) == 1 else enough)
    if role.functie or role.vorm:
        roles.one(book, name, role, grounds, sure)
