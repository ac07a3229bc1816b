"""Writes the canonical text of a document piece by piece, and keeps where its zones and tables are.

Space between pieces is asked for and written when something follows, so that no zone or cell begins or ends with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from loaders.documents.document import Span, Table, Text, Zone

LINE, PARAGRAPH = 1, 2
WIDEST = 500
"""Columns of a table. A cell may say that it spans thousands."""


@dataclass(eq=False)
class _Open:
    soort: str
    niveau: int
    start: int | None = None


@dataclass
class _Cell:
    start: int
    columns: int
    rows: int


@dataclass
class _Grid:
    """A table that is being written. `carried`: cells of earlier rows that still cover a column of this one."""

    start: int | None = None
    rows: list[tuple[Span, ...]] = field(default_factory=list)
    heads: int = 0
    row: list[Span] = field(default_factory=list)
    cells: int = 0
    carried: dict[int, tuple[Span, int]] = field(default_factory=dict)
    cell: _Cell | None = None


class Canvas:
    """`joined`: words that stood over two lines and were put together."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0
        self._breaks = 0
        self._space = False
        self._open: list[_Open] = []
        self._grids: list[_Grid] = []
        self.zones: list[Zone] = []
        self.tables: list[Table] = []
        self.joined = 0

    # text

    def write(self, text: str) -> None:
        if not text:
            return
        if self._in_cell():
            text = text.replace("\t", " ")
        self._flush()
        for zone in self._open:
            if zone.start is None:
                zone.start = self.length
        self._put(text)

    def space(self) -> None:
        """One space, unless a line begins or ends here."""
        self._space = True

    def gap(self, breaks: int) -> None:
        """At least this many line breaks before what follows."""
        self._breaks = max(self._breaks, breaks)

    def feed(self) -> None:
        """A line break that was written as such; two of them make a paragraph."""
        self._breaks = min(self._breaks + 1, PARAGRAPH)

    def _flush(self) -> None:
        breaks = min(self._breaks, LINE) if self._in_cell() else self._breaks
        if self.length and not self._at_start_of_cell():
            self._put("\n" * breaks if breaks else " " if self._space else "")
        self._breaks, self._space = 0, False

    def _put(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self.length += len(text)

    def _in_cell(self) -> bool:
        return any(grid.cell is not None for grid in self._grids)

    def _at_start_of_cell(self) -> bool:
        return any(grid.cell is not None and grid.cell.start == self.length for grid in self._grids)

    # zones

    @contextmanager
    def zone(self, soort: str | None, niveau: int = 0) -> Iterator[None]:
        opened = self.begin(soort, niveau)
        yield
        self.end(opened)

    def begin(self, soort: str | None, niveau: int = 0) -> _Open | None:
        if soort is None:
            return None
        opened = _Open(soort, niveau)
        self._open.append(opened)
        return opened

    def end(self, opened: _Open | None) -> None:
        if opened is None:
            return
        self._open.remove(opened)
        if opened.start is not None and self.length > opened.start:
            self.zones.append(Zone(opened.soort, opened.start, self.length, opened.niveau))

    # tables: begin_table, then begin_row, begin_cell … end_cell, end_row for each, then end_table

    def begin_table(self) -> None:
        self.gap(LINE if self._in_cell() else PARAGRAPH)
        self._grids.append(_Grid())

    def begin_row(self) -> None:
        grid = self._grids[-1]
        grid.row, grid.cells = [], 0
        self.gap(LINE)
        self._carry(grid)

    def begin_cell(self, columns: int = 1, rows: int = 1) -> None:
        grid = self._grids[-1]
        if grid.cells:
            self._breaks, self._space = 0, False
            self._put("\t")
        else:
            self._flush()
        grid.cells += 1
        grid.start = self.length if grid.start is None else grid.start
        grid.cell = _Cell(self.length, columns, rows)

    def end_cell(self, instead: Span | None = None) -> Span:
        """`instead`: the cell above that this one continues."""
        grid = self._grids[-1]
        assert grid.cell is not None
        cell, grid.cell = grid.cell, None
        span = instead or Span(cell.start, self.length)
        self._breaks, self._space = 0, False
        for _ in range(min(max(cell.columns, 1), WIDEST - len(grid.row))):
            if cell.rows > 1:
                grid.carried[len(grid.row)] = span, cell.rows - 1
            grid.row.append(span)
        self._carry(grid)
        return span

    def end_row(self, head: bool = False) -> None:
        grid = self._grids[-1]
        if grid.row:
            if head and grid.heads == len(grid.rows):
                grid.heads += 1
            grid.rows.append(tuple(grid.row))
        self.gap(LINE)

    def end_table(self) -> Table | None:
        grid = self._grids.pop()
        self.gap(LINE if self._in_cell() else PARAGRAPH)
        if grid.start is None or not any(span.start < span.end for row in grid.rows for span in row):
            return None
        made = Table(grid.start, self.length, tuple(grid.rows), grid.heads)
        self.tables.append(made)
        self.zones.append(Zone("tabel", made.start, made.end))
        return made

    def grid(self, rows: Iterable[Sequence[str]], width: int, naam: str, head: bool, nummers: tuple[int, ...]) -> None:
        """A whole table of cells without a tab or a line break in them: a sheet may have a million of them."""
        self._flush()
        start = at = self.length
        made: list[tuple[Span, ...]] = []
        lines: list[str] = []
        for cells in rows:
            spans = []
            for cell in cells:
                spans.append(Span(at, at + len(cell)))
                at += len(cell) + 1
            made.append((*spans, *(Span(at - 1, at - 1),) * (width - len(spans))))
            lines.append("\t".join(cells))
        for zone in self._open:
            zone.start = start if zone.start is None else zone.start
        self._put("\n".join(lines))
        self.tables.append(Table(start, self.length, tuple(made), int(head), naam, nummers))
        self.zones.append(Zone("tabel", start, self.length))

    def _carry(self, grid: _Grid) -> None:
        while len(grid.row) < WIDEST and (here := grid.carried.pop(len(grid.row), None)) is not None:
            span, left = here
            if left > 1:
                grid.carried[len(grid.row)] = span, left - 1
            grid.row.append(span)

    # the whole

    def since(self, start: int) -> str:
        return "".join(self._pieces)[start:]

    def text(self, titel: str | None = None, datum: str | None = None, meldingen: tuple[str, ...] = ()) -> Text:
        zones = sorted(set(self.zones), key=lambda zone: (zone.start, -zone.end, zone.soort))
        tables = sorted(self.tables, key=lambda table: (table.start, -table.end))
        return Text("".join(self._pieces), tuple(zones), tuple(tables), titel, datum, meldingen)


def covered(text: str | None) -> int:
    """How many columns or rows a cell says that it covers; one when it says nothing that can be."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 and int(text) else 1
