"""Tables and structured documents -> records: what is said about one thing, with the place of every word.

{soort: oplossing, titel: …}  in a list under `feiten` (yaml, json), or a row of a table (csv, xlsx)

A table is one of records when it has a column `soort`, or when its name says what its rows are (gemeenten.csv, a sheet
Gemeenten). Any other table is prose: the rules look at it cell by cell.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph.dutch.phrasing import some
from loaders.documents.document import Document, Span, Table, refuse
from loaders.documents.markup import Cell, compose, unflat
from loaders.documents.reading import source_of

HEAD = ("bron", "feiten")
IRREGULAR = {"personen": "persoon", "criteria": "criterium", "rollen": "rol", "leden": "lid", "wetten": "wet"}
MANY = "|"
SEPARATOR = re.compile(r"\ufeff?sep=([,;\t|])[ ,;\t]*\r?\n", re.IGNORECASE)
"""The line with which a spreadsheet says what stands between cells; it is no row."""


@dataclass(frozen=True)
class Record:
    """`start` and `end`: the lines it stands on, for the quote."""

    soort: str
    fields: dict[str, Cell]
    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True)
class Structure:
    """`skipped`: the sheets of which the rows are no records."""

    records: list[Record]
    source: dict[str, str]
    skipped: tuple[str, ...] = ()


def records(document: Document, kinds: tuple[str, ...]) -> Structure:
    """Raises Refusal. `kinds` are the words that may stand behind `soort`."""
    if document.vorm == "csv":
        return Structure([*_rows(document, kinds)], {})
    if document.vorm == "xlsx":
        made = [r for sheet in document.tabellen for r in _sheet(document, sheet, kinds)]
        skipped = [s.naam or "" for s in document.tabellen if _kind_of_sheet(document, s, kinds) is None]
        return Structure(made, {}, tuple(skipped))
    name = document.bestand or document.id
    root = unflat(document.cellen) if document.cellen else compose(document.tekst, name, document.vorm)
    if not isinstance(root.value, dict) or "feiten" not in root.value:
        raise refuse("GEEN_FEITEN", name, "hier hoort 'feiten:' met een lijst eronder", root.line, root.column)
    for key, cell in root.value.items():
        if key not in HEAD:
            where = cell.key or cell
            raise refuse(
                "GEEN_FEITEN", name, f"onbekend deel '{key}'; kies uit {' en '.join(HEAD)}", where.line, where.column
            )
    facts = root.value["feiten"]
    if not isinstance(facts.value, list):
        raise refuse(
            "GEEN_FEITEN", name, "onder 'feiten:' hoort een lijst; begin elke regel met '- '", facts.line, facts.column
        )
    source = source_of(root.value["bron"], name) if "bron" in root.value else {}
    return Structure([_record(document, cell, name) for cell in facts.value], source)


def are_records(document: Document, kinds: tuple[str, ...]) -> bool:
    if document.vorm == "csv":
        header = next(iter(_Table(document.tekst)), ([], 0, 0, 0))[0]
        return "soort" in map(_bare, header) or kind_of(Path(document.bestand or "").stem, kinds) is not None
    if document.vorm == "xlsx":
        return any(_kind_of_sheet(document, sheet, kinds) is not None for sheet in document.tabellen)
    return document.vorm in ("yaml", "json")


def with_tables(document: Document) -> Document:
    """A csv of which the rows are no records, with its cells."""
    if document.vorm != "csv":
        return document
    name, table = document.bestand or document.id, _Table(document.tekst)
    try:
        rows = [tuple(table.spans(start, end)) for cells, start, end, _ in table if any(cells)]
    except csv.Error as error:
        raise refuse("CSV", name, "deze regel is niet te lezen; let op aanhalingstekens", table.line, 1) from error
    made = Table(rows[0][0].start, rows[-1][-1].end, tuple(rows), 1) if rows else None
    return replace(document, tabellen=(made,)) if made else document


def _field(text: str) -> str:
    """The name of a column as that of a field: `Titel` and `TITEL` are `titel`."""
    bare = text.strip()
    return bare.lower() if bare.isupper() else bare[:1].lower() + bare[1:]


def _bare(word: str) -> str:
    return word.strip().lower()


def _record(document: Document, cell: Cell, name: str) -> Record:
    soort = cell.value.get("soort") if isinstance(cell.value, dict) else None
    if not isinstance(cell.value, dict) or soort is None or not isinstance(soort.value, str):
        raise refuse(
            "GEEN_FEITEN", name, "zeg eerst wat het is, bijvoorbeeld 'soort: oplossing'", cell.line, cell.column
        )
    text = document.tekst
    start = cell.start
    while start > 0 and text[start - 1] in " -":
        start -= 1
    start += len(text[start : cell.end]) - len(text[start : cell.end].lstrip())
    end = start + len(text[start : cell.end].rstrip())
    return Record(soort.value, cell.value, start, end, cell.line, cell.column)


def _rows(document: Document, kinds: tuple[str, ...]) -> Iterator[Record]:
    name = document.bestand or document.id
    table = _Table(document.tekst)
    try:
        lines = iter(table)
        header, first, last, at = next(lines)
        columns = [_field(cell) for cell in header]
        above = table.columns(first, last)
        heads = [Cell(column, first, last, at, above[i]) for i, column in enumerate(columns)]
        _check_header(heads, name)
        default = kind_of(Path(name).stem, kinds)
        for cells, start, end, line in lines:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(columns):
                own = some(len(cells), "kolom", "kolommen")
                said = f"deze regel heeft {own}, de kop heeft er {len(columns)}; let op aanhalingstekens"
                raise refuse("CSV", name, said, line, 1)
            places = table.columns(start, end)
            fields = {
                column: Cell(cell.strip() or None, start, end, line, places[i], head=heads[i])
                for i, (column, cell) in enumerate(zip(columns, cells, strict=True))
            }
            kind = fields["soort"].value if "soort" in fields else None
            soort = _bare(kind) if isinstance(kind, str) else default
            if soort is None:
                raise refuse("CSV", name, "voeg een kolom 'soort' toe, bijvoorbeeld met 'gemeente'", 1, 1)
            yield Record(soort, fields, start, end, line, 1)
    except csv.Error as error:
        raise refuse("CSV", name, "deze regel is niet te lezen; let op aanhalingstekens", table.line, 1) from error


def _kind_of_sheet(document: Document, sheet: Table, kinds: tuple[str, ...]) -> str | None:
    """What its rows are: what its name says, else what the name of the file says; "" when a column says it per row."""
    if not sheet.nummers or document.unbelieved(sheet.start, sheet.end):
        return None
    if "soort" in (_bare(document.text(cell)) for cell in sheet.rijen[0]):
        return ""
    only = len(document.tabellen) == 1
    stem = Path(document.bestand or "").stem
    return kind_of(sheet.naam or "", kinds) or (kind_of(stem, kinds) if only else None)


def _sheet(document: Document, sheet: Table, kinds: tuple[str, ...]) -> Iterator[Record]:
    default = _kind_of_sheet(document, sheet, kinds)
    if default is None:
        return
    columns = [_field(document.text(cell)) for cell in sheet.rijen[0]]
    heads = [
        Cell(column, cell.start, cell.end, sheet.nummers[0], i)
        for i, (column, cell) in enumerate(zip(columns, sheet.rijen[0], strict=True), 1)
    ]
    _check_header(heads, document.bestand or document.id, sheet.naam or "")
    for number, row in zip(sheet.nummers[1:], sheet.rijen[1:], strict=True):
        start, end = row[0].start, row[-1].end
        fields = {
            column: Cell(document.text(cell) or None, start, end, number, i, head=heads[i - 1])
            for i, (column, cell) in enumerate(zip(columns, row, strict=True), 1)
        }
        said = fields["soort"].value if "soort" in fields else None
        soort = _bare(said) if isinstance(said, str) else default
        if not soort:
            name = document.bestand or document.id
            raise refuse("CSV", name, "vul in de kolom 'soort' in wat dit is", number, 1, sheet.naam or "")
        yield Record(soort, fields, start, end, number, 1)


def kind_of(stem: str, kinds: tuple[str, ...]) -> str | None:
    """`gemeenten` -> `gemeente`: what the name of a table says about its rows."""
    word = re.split(r"[^a-z]", stem.lower())[0]
    return IRREGULAR.get(word) or max((k for k in kinds if word.startswith(k)), key=len, default=None)


def _check_header(heads: list[Cell], name: str, sheet: str = "") -> None:
    for i, head in enumerate(heads):
        if not head.value:
            raise refuse("CSV", name, f"kolom {i + 1} heeft geen naam", head.line, head.column, sheet)
        if head.value in [other.value for other in heads[:i]]:
            said = f"kolom '{head.value}' staat er twee keer; laat één over"
            raise refuse("CSV", name, said, head.line, head.column, sheet)


class _Table:
    """csv.reader with the offsets of each row: it counts the lines it hands out."""

    def __init__(self, text: str) -> None:
        self._text = text
        said = SEPARATOR.match(text)
        self._skipped = said.end() if said else 0
        first = text[self._skipped :].split("\n", 1)[0]
        self._delimiter = said[1] if said else max(",;\t", key=first.count)
        self._at = self._skipped
        self.line = 1 if said else 0

    def __iter__(self) -> Iterator[tuple[list[str], int, int, int]]:
        reader = csv.reader(self._lines(), delimiter=self._delimiter, strict=True)
        start, line = self._skipped, self.line + 1
        for cells in reader:
            end = start + len(self._text[start : self._at].rstrip("\r\n"))
            yield cells, start, end, line
            start, line = self._at, self.line + 1

    def _lines(self) -> Iterator[str]:
        for text in io.StringIO(self._text[self._skipped :], newline=""):
            self._at += len(text)
            self.line += 1
            yield text

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """The cells of a row, without their quotation marks."""
        at, inside = start, False
        for i in range(start, end + 1):
            char = self._text[i] if i < end else self._delimiter
            if char == '"':
                inside = not inside
            elif char == self._delimiter and (not inside or i == end):
                raw = self._text[at:i]
                bare = raw.strip(' "')
                first = at + (raw.index(bare) if bare else 0)
                yield Span(first, first + len(bare))
                at = i + 1

    def columns(self, start: int, end: int) -> "_Columns":
        return _Columns(self._text[start:end], self._delimiter)


class _Columns:
    """Where each cell of a row starts; looked for only when somebody asks, which is when something is wrong."""

    def __init__(self, row: str, delimiter: str) -> None:
        self._row = row
        self._delimiter = delimiter

    def __getitem__(self, index: int) -> int:
        inside, seen = False, 0
        for i, char in enumerate(self._row):
            if seen == index:
                return i + 1
            if char == '"':
                inside = not inside
            elif char == self._delimiter and not inside:
                seen += 1
        return len(self._row) + 1
