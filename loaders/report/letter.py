"""A report as a document: what was said, field by field, in a text of which every value has its place.

    Melding 41 · gemeente:gm0344 · 2026-11-30T06:45:00.000+00:00

    soort: toepassing
    gemeente: gemeente:gm0344
    oplossing: oplossing:jongeren-perspectief-fonds
    status: IN_GEBRUIK

The number is the version of the graph that it makes, so that the same words said again are another document.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from loaders.documents.document import Document, digest, document_id
from loaders.documents.markup import Cell
from loaders.facts.fact import Evidence
from loaders.records.structured import Record
from loaders.report.faults import Path

KIND = "melding"
RULE = "melding"
"""The reading rule that such a fact was found by."""


@dataclass(frozen=True)
class Entry:
    """One thing or relationship that is reported. `pad` is where in the arguments it stands, `names` what the arguments
    call a field when that is something else; `proofs` are passages that it rests on besides, and how certain it is."""

    soort: str
    fields: Mapping[str, Any]
    pad: Path = ("invoer",)
    names: Mapping[str, str] = field(default_factory=dict)
    proofs: Sequence[Evidence] = ()
    certainty: float = 1.0


@dataclass
class Letter:
    """The document with its records. `places` says for each line of a cell where in the arguments it stands."""

    document: Document
    records: list[Record]
    places: list[Path]


class _Writing:
    """The text so far; a cell is written as it is made."""

    def __init__(self) -> None:
        self.text = ""
        self.places: list[Path] = [()]

    def add(self, text: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += text
        return start, len(self.text)

    def cell(self, value: Any, pad: Path, key: Cell | None = None) -> Cell:
        self.places.append(pad)
        line = len(self.places) - 1
        if isinstance(value, Mapping):
            start = len(self.text)
            inner = {name: self.named(name, each, (*pad, name)) for name, each in value.items() if each is not None}
            return Cell(inner, start, len(self.text), line, 1, key)
        if isinstance(value, list | tuple):
            start = len(self.text)
            items = []
            for number, each in enumerate(value):
                self.add("\n  - ")
                items.append(self.cell(each, (*pad, str(number))))
            return Cell(items, start, len(self.text), line, 1, key)
        return Cell(str(value), *self.add(str(value)), line, 1, key)

    def named(self, name: str, value: Any, pad: Path) -> Cell:
        key = Cell(name, *self.add(name), len(self.places), 1)
        self.add(": ")
        made = self.cell(value, pad, key)
        self.add("\n")
        return made

    def record(self, entry: Entry) -> Record:
        start, line = len(self.text), len(self.places)
        self.places.append(entry.pad)
        given = {"soort": entry.soort, **{n: v for n, v in entry.fields.items() if v is not None}}
        fields = {
            name: self.named(name, value, (*entry.pad, entry.names.get(name, name))) for name, value in given.items()
        }
        end = len(self.text)
        self.add("\n")
        return Record(entry.soort, fields, start, end, line, 1)


def written(entries: list[Entry], title: str, by: str, op: str, number: int) -> Letter:
    """`by` is who reports it, as everybody may know; `number` the version of the graph that the report makes."""
    writing = _Writing()
    writing.add(f"Melding {number} · {by} · {op}\n\n")
    records = [writing.record(entry) for entry in entries]
    text = writing.text
    sha256 = digest(text)
    document = Document(document_id(sha256), sha256, text, title, KIND, KIND, datum=op[:10])
    return Letter(document, records, writing.places)
