"""xlsx -> a line per row, cells apart by tabs, a heading with the name before each sheet.

Values are written as the loader reads them everywhere: 2018-01-24, 12, ja. A formula gives the value that was stored
with it; without one the cell is empty and its place is said. A hidden sheet, row or column is a hidden zone; rows that
a filter hides are read as any other.
"""

import io
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from graph.dutch.phrasing import some
from loaders.documents.document import Refusal, Span, Table, Text, Zone
from loaders.documents.forms.archive import Archive
from loaders.documents.forms.canvas import LINE, PARAGRAPH, Canvas

BOOK = "xl/workbook.xml"
SHOWN = 10
MOST_MERGED, TALLEST, WIDEST = 20_000, 1_000, 1_000
"""Merged cells, and the rows and columns that one covers: more is no table of people."""
BLANKS = str.maketrans("\t\r\n\v\f", "     ")
ERRORS = frozenset(("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"))


class _Row(NamedTuple):
    number: int
    cells: list[str]


def read(content: bytes, name: str) -> Text:
    archive = Archive(content, name, "xlsx", BOOK)
    archive.check_xml()
    canvas = Canvas()
    notices: list[str] = []
    try:
        with warnings.catch_warnings():  # openpyxl warns of what it leaves out, such as a picture
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets:
                _sheet(canvas, sheet, archive, notices)
    except (MemoryError, Refusal):
        raise
    except Exception as error:  # openpyxl meets a damaged part in as many ways as there are parts
        raise archive.broken() from error
    return canvas.text(meldingen=tuple(f"{name}, {said}" for said in notices))


def _sheet(canvas: Canvas, sheet: Any, archive: Archive, notices: list[str]) -> None:
    title = sheet.title.translate(BLANKS)
    sheet.reset_dimensions()  # what a file says of its own size may be wrong, and rows would be lost
    rows = [*_rows(sheet)]
    hidden = sheet.sheet_state != "visible"
    notices += _notices(title, archive, sheet._worksheet_path.lstrip("/"), rows, hidden)
    if not rows:
        return
    canvas.gap(PARAGRAPH)
    with canvas.zone("verborgen" if hidden else None):
        with canvas.zone("kop", 1):
            canvas.write(title)
        canvas.gap(LINE)
        at = _first_of_table(rows)
        for row in rows[:at]:
            canvas.gap(LINE)
            with canvas.zone("kop", 2):
                canvas.write(next(cell for cell in row.cells if cell))
        rows = rows[at:]
        canvas.gap(LINE)
        width = max(len(row.cells) for row in rows)
        numbers = tuple(row.number for row in rows)
        canvas.grid((row.cells for row in rows), width, title, _is_header(rows), numbers)
        layout = layout_of(archive, sheet._worksheet_path.lstrip("/"))
        canvas.tables[-1] = _merged(canvas.tables[-1], layout.merged)
        canvas.zones += [Zone("verborgen", *cell) for cell in _unseen(canvas.tables[-1], layout)]
    canvas.gap(PARAGRAPH)


class Layout(NamedTuple):
    """`merged`: the first and last row and column of each merged cell; `columns`, `rows`: numbers of hidden ones."""

    merged: list[tuple[int, int, int, int]]
    columns: set[int]
    rows: set[int]


def layout_of(archive: Archive, part: str) -> Layout:
    """What openpyxl does not tell of a sheet that it reads row by row. What a filter hides is not hidden for good."""
    made = Layout([], set(), set())
    content = archive.bytes_of(part) if part in archive else b""
    if b"mergeCell" not in content and b"hidden=" not in content:
        return made
    filtered = b"autoFilter" in content
    for _, element in etree.iterparse(io.BytesIO(content), resolve_entities=False, no_network=True, load_dtd=False):
        name, hidden = etree.QName(element).localname, element.get("hidden") in ("1", "true")
        if name == "mergeCell" and len(made.merged) < MOST_MERGED:
            left, top, right, bottom = range_boundaries(element.get("ref", "A1"))
            made.merged.append((top, bottom, left, right))
        elif name == "col" and hidden:
            made.columns.update(range(int(element.get("min", 0)), min(int(element.get("max", 0)), WIDEST) + 1))
        elif name == "row" and hidden and not filtered:
            made.rows.add(int(element.get("r", 0)))
        if name in ("row", "c"):
            element.clear()
    return made


def _merged(table: Table, merged: Sequence[tuple[int, int, int, int]]) -> Table:
    """A merged cell stands in every place that it covers."""
    at = {number: place for place, number in enumerate(table.nummers)}
    rows = [list(row) for row in table.rijen]
    for top, bottom, left, right in merged:
        if top not in at or left > len(rows[at[top]]):
            continue
        cell = rows[at[top]][left - 1]
        for place in [at[number] for number in range(top, min(bottom, top + TALLEST) + 1) if number in at]:
            for column in range(left - 1, min(right, len(rows[place]))):
                rows[place][column] = cell
    return replace(table, rijen=tuple(map(tuple, rows)))


def _unseen(table: Table, layout: Layout) -> Iterator[Span]:
    for number, row in zip(table.nummers, table.rijen, strict=True):
        for column, cell in enumerate(row, 1):
            if cell.end > cell.start and (number in layout.rows or column in layout.columns):
                yield cell


def _rows(sheet: Any) -> Iterator[_Row]:
    """The rows that are not empty, with their numbers."""
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = [_written(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield _Row(number, cells)


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(timespec="seconds")
    if isinstance(value, date | time | timedelta):
        return value.isoformat() if isinstance(value, date | time) else str(value)
    return str(value).translate(BLANKS).strip(" ")


def _first_of_table(rows: Sequence[_Row]) -> int:
    """Titles above a table stand alone in their row. A sheet of one column is a table of one column."""
    for i, row in enumerate(rows):
        if sum(bool(cell) for cell in row.cells) > 1:
            return i
    return 0


def _is_header(rows: Sequence[_Row]) -> bool:
    """Whether the first row is one of names: each of them once, no numbers, and rows below it."""
    first = rows[0].cells
    words = [cell.lower() for cell in first if cell]
    return len(rows) > 1 and len(set(words)) == len(words) and not any(cell[:1].isdigit() for cell in words)


def _notices(title: str, archive: Archive, part: str, rows: Sequence[_Row], hidden: bool) -> Iterator[str]:
    if hidden and rows:
        yield f"blad {title}: dit blad is verborgen; de tekst telt niet als feit."
    for row in rows:
        for i, cell in enumerate(row.cells):
            if cell in ERRORS:
                yield f"blad {title}, cel {get_column_letter(i + 1)}{row.number}: hier staat de fout {cell}."
    if part not in archive:
        return
    content = archive.bytes_of(part)
    empty = [*_formulas_without_value(content)] if b"<f" in content or b":f" in content else []
    if empty:
        said = "hier staat een formule zonder uitkomst. Open het bestand in Excel, sla het op en probeer opnieuw."
        more = f" (en nog {some(len(empty) - SHOWN, 'cel', 'cellen')})" if len(empty) > SHOWN else ""
        yield f"blad {title}, cel {', '.join(empty[:SHOWN])}{more}: {said}"
    if b'hidden="1"' in content or b'hidden="true"' in content:
        yield f"blad {title}: verborgen rijen en kolommen tellen niet als feit; wat een filter verbergt wel."


def _formulas_without_value(content: bytes) -> Iterator[str]:
    events = etree.iterparse(
        io.BytesIO(content), tag="{*}c", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    for _, cell in events:
        value = cell.findtext("{*}v")
        # a formula whose outcome is an empty text says so with its type
        if cell.find("{*}f") is not None and not value and cell.get("t") != "str":
            yield cell.get("r", "?")
        cell.clear()
        while cell.getprevious() is not None:
            del cell.getparent()[0]
