"""Tables of people: a header says what each column is. A table without one is read line by line, as a list.

tabel-rij        a row with a name, a function and an organisation we know
tabel-thema      a known thema in a column of that name
tabel-gemeente   a gemeente in a column that is headed so

The header may stand below a title, and may have several columns of names, each with the function to the right of it.
"""

import re
from collections.abc import Iterator

from loaders.documents.document import Span, Table
from loaders.facts.fact import ENDED
from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.bodies import councils, meetings
from loaders.prose.bodies.councils import Body
from loaders.prose.people import functions, roles
from loaders.prose.people.functions import Role, has_role
from loaders.prose.people.people import Name
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import Sign
from loaders.prose.subjects import themas
from loaders.prose.tables import staffed_columns, table_heads
from loaders.prose.tables.table_heads import Row
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

RULE, THEMA_RULE, GEMEENTE_RULE = "tabel-rij", "tabel-thema", "tabel-gemeente"
PERIOD = re.compile(r"(?:tot|tot en met|t/m|periode|einde?|einddatum|van-tot|jaren|zittingsperiode)", re.IGNORECASE)
GONE = re.compile(
    r"\buit dienst\b|\bvertrokken\b|\bvertrekt\b|\bgestopt\b|\bmet pensioen\b|^pensioen$|\bafgetreden\b|\bniet meer\b|"
    r"\boverleden\b|"
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
    at, groups = table_heads.header(page, table)
    past, above = "", ""
    staffed = staffed_columns.find(page, table, at, groups)
    for row in table.rijen[max(at + 1, table.koppen) :]:
        heads = table.rijen[at]
        own = [Row(page, row, columns, heads) for columns in groups]
        alone = _alone(page, row)
        past = ENDED if alone and OVER.fullmatch(alone) else past
        for each in own:
            above = each.text("organisatie") or above
            named = "naam" in each.columns and each.columns["naam"] not in {column.at for column in staffed}
            if named and len(each.columns) > 1 and not alone:
                _row(page, book, each, past, above)
        for cell in _places(page, heads, row):
            _gemeente(page, book, cell)
        for each in own[:1]:
            staffed_columns.read(page, book, each, staffed, above)
        if groups and "thema" in groups[0] and groups[0]["thema"] < len(row):
            _thema(page, book, row[groups[0]["thema"]])
    if not staffed and not any("naam" in columns for columns in groups):
        staffed_columns.cards(page, book, table)
    return bool(staffed) or any("naam" in columns and len(columns) > 1 for columns in groups)


def _places(page: Page, heads: tuple[Span, ...], row: tuple[Span, ...]) -> Iterator[Span]:
    """The cells in columns that are headed Gemeente."""
    for head, cell in zip(heads, row, strict=False):
        if re.fullmatch(r"(?:naam )?gemeenten?", tidy(page.document.text(head)), re.IGNORECASE):
            yield cell


def _gemeente(page: Page, book: Notebook, cell: Span) -> None:
    vorm = tidy(page.document.text(cell))
    ids = page.names.resolve(vorm, ("Gemeente",)) if vorm[:1].isupper() or vorm.startswith("gemeente ") else ()
    if len(ids) == 1 and not page.names.ended(ids[0]):
        velden = {"id": ids[0], "naam": page.names.name(ids[0]), "vorm": vorm}
        book.state("gemeente", velden, [(cell.start, cell.end)], GEMEENTE_RULE, SURE)


def _alone(page: Page, row: tuple[Span, ...]) -> str:
    """What stands alone in a row, as a heading of those below; empty when more does."""
    said = {tidy(page.document.text(cell)) for cell in row} - {""}
    return said.pop() if len(said) == 1 else ""


def _thema(page: Page, book: Notebook, cell: Span) -> None:
    text = page.document.text(cell)
    if 2 < len(text) <= 60 and page.names.resolve(tidy(text), ("Thema",)):
        themas.one(page, book, cell.start, cell.end, THEMA_RULE)


def _row(page: Page, book: Notebook, row: Row, past: str, above: str) -> None:
    """The person in the column of names, with the function, the organisation and the body in the other columns."""
    cell = row.cell("naam")
    if cell is None or page.aside(*cell):
        return
    people = [name for name in row.names() if name is not None and (" " in name.tekst or name.titled)]
    if not people and page.document.text(cell).strip():
        book.leave(*row.span, "geen naam in de kolom met namen")
    for name in people:
        _person(page, book, row, name, past, above)


def _person(page: Page, book: Notebook, row: Row, name: Name, past: str, above: str) -> None:
    if not row.text("functie") and row.is_of_parties() and meetings.is_council(page):
        _in_council(page, book, name, row)
        return
    for role in _roles(page, row, past, above):
        _role(book, name, role, row.span)
    if row.cell("orgaan") is not None:
        body = row.text("orgaan")
        made = Body(body, councils.organ(page, body), row.span)
        councils.member(book, name, made, row.span, book.sure_of(name.tekst))


def _in_council(page: Page, book: Notebook, name: Name, row: Row) -> None:
    """A name and a party, in a table of the council: what the gemeente is, is asked."""
    meeting = meetings.meeting(page)
    ids = meeting.ids if meeting is not None and not meeting.vorm else ()
    vorm = page.names.name(ids[0]) if ids else f"gemeente {roles.NOT_NAMED}"
    question = f"Is {name.tekst} raadslid van {vorm}? Vul aan wat ontbreekt, of zeg nee."
    book.ask("rol", roles.fields(book, name.tekst, Role("raadslid", vorm, ids)), [row.span], RULE, question)


def _roles(page: Page, row: Row, past: str, above: str) -> Iterator[Role]:
    """The functions in a row; an empty one when only the organisation is known, or nothing but the name."""
    functie, vorm = row.text("functie"), _as_gemeente(page, row, row.text("organisatie"))
    beside = [found for found in IN_BRACKETS.findall(functie) if BESIDE.fullmatch(found)]
    gone = GONE.search(functie) or any(GONE.search(text) for text in row.rest())
    functie = IN_BRACKETS.sub("", functie) if beside or gone else functie
    if functie and (past or gone or _has_period(page, row)):
        functie = f"voormalig {functie}"
    ids = page.names.resolve(vorm, PARTIJ) if vorm else ()
    if not functie and vorm and not ids and row.is_of_parties():
        vorm = ""
    said = functions.parts(functie) if functie else [""]
    for number, part in enumerate([*said, *beside]):
        if number and BESIDE.fullmatch(part):
            yield Role(part, "", ())
        elif vorm or not part:
            yield Role(part, vorm, ids)
        else:
            yield functions.parse(part, page.names)


def _has_period(page: Page, row: Row) -> bool:
    """A column that says until when, with a year in it."""
    heads = [tidy(page.document.text(cell)) for cell in row.heads]
    return any(
        PERIOD.fullmatch(head) and re.search(r"\d", page.document.text(cell))
        for head, cell in zip(heads, row.cells, strict=False)
    )


def _as_gemeente(page: Page, row: Row, vorm: str) -> str:
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
