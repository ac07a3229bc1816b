"""Tables of people: a header says what each column is; without one a row is read as a line of a list.

tabel-rij        a row with a name, a function and an organisation we know
tabel-thema      a known thema in a column of that name
"""

import re
from collections.abc import Iterator

from loaders.documents.document import Span, Table
from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.bodies import councils
from loaders.prose.people import functions, roles
from loaders.prose.people.functions import Role, has_role
from loaders.prose.people.people import Name, Sign, looks_like_a_name, name_at
from loaders.prose.subjects import themas
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

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


def read(page: Page, book: Notebook) -> list[tuple[int, int]]:
    """Gives the tables that were read, so that their lines are not read again."""
    every = [*page.document.tabellen, *_with_tabs(page)]
    believed = [t for t in every if page.aside(t.start, t.end) is None]
    return [(table.start, table.end) for table in believed if _table(page, book, table)]


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
    head = table.rijen[0] if table.rijen else ()
    columns = {}
    for number, cell in enumerate(head):
        text = tidy(page.document.text(cell))
        for name, pattern in COLUMNS.items():
            if name not in columns and pattern.fullmatch(text):
                columns[name] = number
                break
    people = "naam" in columns and len(columns) > 1
    for row in table.rijen[max(1, table.koppen) :]:
        if people:
            _row(page, book, table, row, columns)
        if "thema" in columns and columns["thema"] < len(row):
            _thema(page, book, row[columns["thema"]])
    return people


def _thema(page: Page, book: Notebook, cell: Span) -> None:
    text = page.document.text(cell)
    if 2 < len(text) <= 60 and page.names.resolve(tidy(text), ("Thema",)):
        themas.one(page, book, cell.start, cell.end, "tabel-thema")


def _row(page: Page, book: Notebook, table: Table, row: tuple[Span, ...], columns: dict[str, int]) -> None:
    cells = {name: row[at] for name, at in columns.items() if at < len(row) and row[at].end > row[at].start}
    if "naam" not in cells:
        return
    name = looks_like_a_name(page, *cells["naam"]) or name_at(page, *cells["naam"])
    span = (min(c.start for c in row), max(c.end for c in row))
    if name is None or " " not in name.tekst and not name.titled:
        if page.document.text(cells["naam"]).strip():
            book.leave(*span, "geen naam in de kolom met namen")
        return
    functie = tidy(page.document.text(cells["functie"])) if "functie" in cells else ""
    vorm = tidy(page.document.text(cells["organisatie"])) if "organisatie" in cells else ""
    vorm = _as_gemeente(page, table, vorm, columns)
    ids = page.names.resolve(vorm, PARTIJ) if vorm else ()
    if functie and _period(page, table, row):
        functie = f"voormalig {functie}"
    for part in functions.parts(functie) if functie else [""]:
        _role(
            page,
            book,
            name,
            Role(part, vorm, ids) if vorm else functions.parse(part, page.names) if part else Role("", "", ()),
            span,
        )
    if "orgaan" in cells:
        body = tidy(page.document.text(cells["orgaan"]))
        councils.member(
            book, name, councils.Body(body, councils.organ(page, body), span), span, book.sure_of(name.tekst)
        )


def _period(page: Page, table: Table, row: tuple[Span, ...]) -> bool:
    """A column that says until when, with a year in it."""
    heads = [tidy(page.document.text(cell)) for cell in table.rijen[0]]
    return any(
        PERIOD.fullmatch(head) and re.search(r"\d", page.document.text(cell))
        for head, cell in zip(heads, row, strict=False)
    )


def _as_gemeente(page: Page, table: Table, vorm: str, columns: dict[str, int]) -> str:
    """In a column that is headed Gemeente a bare name is one."""
    head = tidy(page.document.text(table.rijen[0][columns["organisatie"]])) if "organisatie" in columns else ""
    if (
        vorm
        and head.lower() == "gemeente"
        and not vorm.lower().startswith("gemeente ")
        and page.names.resolve(f"gemeente {vorm}", ("Gemeente",))
    ):
        return f"gemeente {vorm}"
    return vorm


def _role(page: Page, book: Notebook, name: Name, role: Role, span: tuple[int, int]) -> None:
    known = has_role(role.functie)
    whole = known and len(role.ids) == 1
    sure = roles.person(
        book,
        name,
        [span],
        "tabel-rij",
        Sign.SHAPE if whole else Sign.STRONG if known or role.ids else Sign.PROVEN,
        SURE,
    )
    if role.functie or role.vorm:
        roles.one(book, name, role, [span], "tabel-rij", sure, SURE)
