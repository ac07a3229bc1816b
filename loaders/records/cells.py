"""One document's cells: their values by the model, their quotes, and the mistakes in them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from graph.domain.reader import Property, RelationshipType, properties_of
from loaders.documents.document import Document, Place
from loaders.documents.markup import Cell
from loaders.facts import values
from loaders.facts.fact import Evidence
from loaders.facts.findings import Findings
from loaders.names.naming import nearest
from loaders.records.structured import MANY, Record


class Cells:
    def __init__(self, document: Document, findings: Findings) -> None:
        self.document = document
        self.findings = findings

    def items(self, cell: Cell) -> list[Cell]:
        """A list, or one value; a table keeps several values in one cell."""
        if cell.value is None:
            return []
        if isinstance(cell.value, list):
            return cell.value
        if self.document.vorm in ("csv", "xlsx") and isinstance(cell.value, str):
            return [replace(cell, value=part.strip()) for part in cell.value.split(MANY) if part.strip()]
        return [cell]

    def value(self, prop: Property, cell: Cell) -> Any:
        """The value as it is stored; None when there is none, or a mistake in it."""
        if cell.value is None:
            return None
        if prop.records:
            return self._records(prop, cell)
        if prop.many:
            return [v for v in (self._scalar(prop, item) for item in self.items(cell)) if v is not None]
        return self._scalar(prop, cell)

    def edge_values(self, edge: RelationshipType, fields: Mapping[str, Cell]) -> dict[str, Any]:
        found = {name: self.value(prop, fields[name]) for name, prop in edge.properties.items() if name in fields}
        return {name: value for name, value in found.items() if value is not None}

    def certainty(self, fields: Mapping[str, Cell]) -> float:
        cell = fields.get("zekerheid")
        if cell is None or cell.value is None:
            return 1.0
        try:
            number = float(str(cell.value))
        except ValueError:
            number = -1.0
        if not 0 <= number <= 1:
            self.problem(cell, "zekerheid is een getal van 0 tot 1, bijvoorbeeld 0.8")
        return number

    def checked(self, kind: str, cell: Cell, value: str) -> None:
        """A mistake when the text is not of this kind."""
        try:
            values.READERS[kind](value)
        except ValueError as error:
            self.problem(cell, str(error))

    def quote(self, cell: Cell) -> Evidence:
        """The lines of a field: from its key to the end of its value."""
        return self.span(cell.first, cell.end)

    def span(self, start: int, end: int) -> Evidence:
        text = self.document.tekst[start:end].rstrip()
        return Evidence(self.document.id, start, start + len(text), text)

    def place(self, at: Cell | Record) -> Place:
        sheet = self.document.sheet_at(at.start)
        blad = (sheet.naam or "") if sheet else ""
        return Place(self.document.bestand or self.document.id, at.line, at.column, blad)

    def problem(self, at: Cell | Record, tekst: str) -> None:
        self.findings.problem(self.place(at), tekst)

    def unknown(self, at: Cell | Record, what: str, word: str, choices: Iterable[str]) -> None:
        """`onbekend veld 'functei'; bedoel je 'functie'?`"""
        known = [*choices]
        near = nearest(word, known)
        hint = f"bedoel je '{near}'?" if near else f"kies uit {', '.join(known)}"
        self.problem(at, f"onbekend{'' if what.startswith('veld') else 'e'} {what} '{word}'; {hint}")

    def unknown_field(self, cell: Cell, word: str, choices: Iterable[str]) -> None:
        """In a table the name stands above every row, so it is one mistake, at its column."""
        if cell.head:
            self.unknown(cell.head, "kolom", word, choices)
        else:
            self.unknown(cell.key or cell, "veld", word, choices)

    def missing(self, place: Place, fields: Mapping[str, Cell], what: str, names: Iterable[str]) -> None:
        """What a record cannot do without. A column that is not there is one mistake, whatever number of rows."""
        heads = [cell.head for cell in fields.values() if cell.head]
        absent = [name for name in names if heads and name not in fields]
        if absent:
            top = replace(place, regel=heads[0].line, kolom=1)
            self.findings.problem(top, f"er ontbreekt een kolom: een {what} heeft ook {' en '.join(absent)} nodig")
        empty = [name for name in names if name not in absent]
        if empty:
            self.findings.problem(place, f"er ontbreekt iets: geef ook {' en '.join(empty)}")

    def _scalar(self, prop: Property, cell: Cell) -> Any:
        if not isinstance(cell.value, str):
            self.problem(cell, f"bij '{prop.name}' hoort één waarde")
            return None
        try:
            return values.parse(prop, cell.value)
        except ValueError as error:
            self.problem(cell, f"{prop.name}: {error}")
            return None

    def _records(self, prop: Property, cell: Cell) -> list[dict[str, Any]]:
        """Each with its fields as the model has them; one that lacks what it must have is a mistake."""
        assert prop.records is not None
        known = properties_of(prop.records)
        made = []
        for item in self.items(cell):
            if not isinstance(item.value, dict):
                self.problem(item, f"bij '{prop.name}' hoort {', '.join(known)}")
                continue
            for name, value in item.value.items():
                if name not in known:
                    self.unknown_field(value, name, known)
            said = {n: self._scalar(known[n], c) for n, c in item.value.items() if n in known and c.value is not None}
            for name, each in known.items():
                if each.required and name not in said:
                    self.problem(item, f"bij '{prop.name}' ontbreekt '{name}'")
            made.append(said)
        return made
