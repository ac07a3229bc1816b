"""Tables of people: a header says what each column is. A table without one is read line by line, as a list.

tabel-rij        a row with a name, a function and an organisation we know
tabel-thema      a known thema in a column of that name
"""

import re
from collections.abc import Iterator

from loaders.documents.document import Span, Table
from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.bodies import councils
from loaders.prose.bodies.councils import Body
from loaders.prose.people import functions, roles
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
    "naam": re.compile(
        r"(?:volledige )?naam|wie|persoon|contactpersoon|deelnemers?|lid|leden|trajectregisseurs?|regisseurs?|"
        r"voorletters en naam|vertegenwoordiger", re.IGNORECASE),
    "functie": re.compile(r"functie|rol|titel|functie/rol|hoedanigheid|taak", re.IGNORECASE),
    "organisatie": re.compile(
        r"organisatie|gemeente|departement|ministerie|werkgever|instelling|namens|partij|organisatie/gemeente|"
        r"gemeente/organisatie|van", re.IGNORECASE),
    "thema": re.compile(r"thema(?:['’]s)?|onderwerp", re.IGNORECASE),
    "orgaan": re.compile(r"lid van|orgaan|overleg|gremium", re.IGNORECASE),
}  # fmt: skip
PERIOD = re.compile(r"(?:tot|tot en met|t/m|periode|einde?|einddatum|van-tot|jaren|zittingsperiode)", re.IGNORECASE)


def read(page: Page, book: Notebook) -> None:
    for table in [*page.document.tabellen, *_with_tabs(page)]:
        if page.aside(table.start, table.end) is None and _table(page, book, table):
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
    columns = _columns(page, table)
    people = "naam" in columns and len(columns) > 1
    for row in table.rijen[max(1, table.koppen) :]:
        if people:
            _row(page, book, table, _Row(page, row, columns))
        if "thema" in columns and columns["thema"] < len(row):
            _thema(page, book, row[columns["thema"]])
    return people


def _columns(page: Page, table: Table) -> dict[str, int]:
    """Which column is which, by its header; of two with the same header the first."""
    columns: dict[str, int] = {}
    for number, cell in enumerate(table.rijen[0] if table.rijen else ()):
        text = tidy(page.document.text(cell))
        fits = (name for name, pattern in COLUMNS.items() if name not in columns and pattern.fullmatch(text))
        name = next(fits, None)
        if name is not None:
            columns[name] = number
    return columns


def _thema(page: Page, book: Notebook, cell: Span) -> None:
    text = page.document.text(cell)
    if 2 < len(text) <= 60 and page.names.resolve(tidy(text), ("Thema",)):
        themas.one(page, book, cell.start, cell.end, THEMA_RULE)


class _Row:
    """A row by the names of its columns."""

    def __init__(self, page: Page, cells: tuple[Span, ...], columns: dict[str, int]) -> None:
        self.page = page
        self.cells = cells
        self.columns = columns

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


def _row(page: Page, book: Notebook, table: Table, row: _Row) -> None:
    """The person in the column of names, with the function, the organisation and the body in the other columns."""
    cell = row.cell("naam")
    if cell is None:
        return
    name = looks_like_a_name(page, *cell) or name_at(page, *cell)
    if name is None or " " not in name.tekst and not name.titled:
        if page.document.text(cell).strip():
            book.leave(*row.span, "geen naam in de kolom met namen")
        return
    for role in _roles(page, table, row):
        _role(book, name, role, row.span)
    if row.cell("orgaan") is not None:
        body = row.text("orgaan")
        made = Body(body, councils.organ(page, body), row.span)
        councils.member(book, name, made, row.span, book.sure_of(name.tekst))


def _roles(page: Page, table: Table, row: _Row) -> Iterator[Role]:
    """The functions in a row; an empty one when only the organisation is known, or nothing but the name."""
    functie, vorm = row.text("functie"), _as_gemeente(page, table, row)
    if functie and _has_period(page, table, row.cells):
        functie = f"voormalig {functie}"
    ids = page.names.resolve(vorm, PARTIJ) if vorm else ()
    for part in functions.parts(functie) if functie else [""]:
        yield Role(part, vorm, ids) if vorm or not part else functions.parse(part, page.names)


def _has_period(page: Page, table: Table, cells: tuple[Span, ...]) -> bool:
    """A column that says until when, with a year in it."""
    heads = [tidy(page.document.text(cell)) for cell in table.rijen[0]]
    return any(
        PERIOD.fullmatch(head) and re.search(r"\d", page.document.text(cell))
        for head, cell in zip(heads, cells, strict=False)
    )


def _as_gemeente(page: Page, table: Table, row: _Row) -> str:
    """The organisation in a row; in a column that is headed Gemeente a bare name is one."""
    vorm = row.text("organisatie")
    if not vorm or vorm.lower().startswith("gemeente "):
        return vorm
    head = tidy(page.document.text(table.rijen[0][row.columns["organisatie"]]))
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
