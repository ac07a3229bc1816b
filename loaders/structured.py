"""Tables and structured documents -> records: what is said about one thing, with the place of every word.

{soort: oplossing, titel: …}  in a list under `feiten` (yaml, json), or a row of a table (csv)
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.document import Document, refuse
from loaders.nodes import Cell, compose
from loaders.reading import source_of

HEAD = ("bron", "feiten")
IRREGULAR = {"personen": "persoon", "criteria": "criterium", "rollen": "rol", "leden": "lid", "wetten": "wet"}
MANY = "|"


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
    records: list[Record]
    source: dict[str, str]


def records(document: Document, kinds: tuple[str, ...]) -> Structure:
    """Raises Refusal. `kinds` are the words that may stand behind `soort`."""
    if document.vorm == "csv":
        return Structure([*_rows(document, kinds)], {})
    name = document.bestand or document.id
    root = compose(document.tekst, name, document.vorm)
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
        header, _, _, _ = next(lines)
        columns = [cell.strip() for cell in header]
        _check_header(columns, name)
        default = kind_of(Path(name).stem, kinds)
        for cells, start, end, line in lines:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(columns):
                said = (
                    f"deze regel heeft {len(cells)} kolommen, de kop heeft er {len(columns)}; let op aanhalingstekens"
                )
                raise refuse("CSV", name, said, line, 1)
            places = table.columns(start, end)
            fields = {
                column: Cell(cell.strip() or None, start, end, line, places[i])
                for i, (column, cell) in enumerate(zip(columns, cells, strict=True))
            }
            soort = fields["soort"].value if "soort" in fields and isinstance(fields["soort"].value, str) else default
            if soort is None:
                raise refuse("CSV", name, "voeg een kolom 'soort' toe, bijvoorbeeld met 'gemeente'", 1, 1)
            yield Record(soort, fields, start, end, line, 1)
    except csv.Error as error:
        raise refuse("CSV", name, "deze regel is niet te lezen; let op aanhalingstekens", table.line, 1) from error


def kind_of(stem: str, kinds: tuple[str, ...]) -> str | None:
    """`gemeenten` -> `gemeente`: what the name of a table says about its rows."""
    word = re.split(r"[^a-z]", stem.lower())[0]
    return IRREGULAR.get(word) or max((k for k in kinds if word.startswith(k)), key=len, default=None)


def _check_header(columns: list[str], name: str) -> None:
    for i, column in enumerate(columns):
        if not column:
            raise refuse("CSV", name, f"kolom {i + 1} heeft geen naam", 1, 1)
        if column in columns[:i]:
            raise refuse("CSV", name, f"kolom '{column}' staat er twee keer; laat één over", 1, 1)


class _Table:
    """csv.reader with the offsets of each row: it counts the lines it hands out."""

    def __init__(self, text: str) -> None:
        self._text = text
        first = text.split("\n", 1)[0]
        self._delimiter = max(",;\t", key=first.count)
        self._at = 0
        self.line = 0

    def __iter__(self) -> Iterator[tuple[list[str], int, int, int]]:
        reader = csv.reader(self._lines(), delimiter=self._delimiter, strict=True)
        start, line = 0, 1
        for cells in reader:
            end = start + len(self._text[start : self._at].rstrip("\r\n"))
            yield cells, start, end, line
            start, line = self._at, self.line + 1

    def _lines(self) -> Iterator[str]:
        for text in io.StringIO(self._text, newline=""):
            self._at += len(text)
            self.line += 1
            yield text

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
