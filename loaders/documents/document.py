"""What every reader gives: the canonical text of a document with its zones and tables, or a refusal.

tekst      for txt, md, csv, yaml and json what the file says, character for character; for html, docx, pdf and xlsx
           what a reader sees, in reading order: a line per line of the list, cells of a row apart by tabs, a blank line
           between paragraphs
zones      spans of it that are something: a heading, a menu, a comment. They may lie inside each other
tabellen   rows of cells, each cell a span of it

Every offset is in Unicode code points of `tekst`.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

HASH_LENGTH = 20
"""Hex digits of an id made from content: 80 bits."""


@dataclass(frozen=True, order=True)
class Place:
    """Line and column count from one, as editors do. On a sheet they are those of a cell."""

    bestand: str
    regel: int = 0
    kolom: int = 0
    blad: str = ""

    def __str__(self) -> str:
        if self.blad:
            return f"{self.bestand}, blad {self.blad}, cel {letters(self.kolom)}{self.regel}"
        return f"{self.bestand}:{self.regel}:{self.kolom}" if self.regel else self.bestand


def letters(column: int) -> str:
    """What a spreadsheet calls a column: 1 -> `A`, 28 -> `AB`."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake in a row: where it is and what to write instead."""

    place: Place
    tekst: str

    def __str__(self) -> str:
        return f"{self.place}: {self.tekst}"


class Refusal(Exception):
    """A document that cannot be used. The other documents go on."""

    def __init__(self, code: str, bestand: str, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.code = code
        self.bestand = bestand
        self.problems = problems

    def as_json(self) -> dict[str, Any]:
        return {"code": self.code, "bestand": self.bestand, "meldingen": [str(p) for p in self.problems]}


def refuse(code: str, bestand: str, tekst: str, regel: int = 0, kolom: int = 0, blad: str = "") -> Refusal:
    return Refusal(code, bestand, (Problem(Place(bestand, regel, kolom, blad), tekst),))


STRUCTURED = ("csv", "xlsx", "yaml", "json")
"""The forms whose rows can be records; all other forms are prose."""

WEB = "web"
"""The form of a page that a record names as its source: it is not read, and comes and goes with the record."""

ZONES = {
    "kop": "een kop",
    "lijst": "een punt van een lijst",
    "citaat": "een aangehaald stuk",
    "tabel": "een tabel",
    "voetnoot": "een voetnoot",
    "bladzijde": "een bladzijde",
    "verdacht": "tekens die misleiden",
    "nav": "een menu",
    "aside": "een zijbalk",
    "verborgen": "verborgen tekst",
    "doorgehaald": "doorgehaalde tekst",
    "reactie": "een reactie of opmerking",
    "bijschrift": "een bijschrift",
    "koptekst": "de kop van elke bladzijde",
    "voettekst": "de voet van elke bladzijde",
    "formulier": "een formulier",
    "code": "een stuk code",
}
"""Every kind of zone, in the words a leftover gives as its reason ("staat in …")."""

UNBELIEVED = frozenset("nav aside verborgen doorgehaald reactie bijschrift koptekst voettekst formulier code".split())
"""Kept, and never a fact."""

DOUBTFUL = frozenset(("verdacht",))
"""What stands here can be a fact, but is always asked: a letter in it may look like another."""


class Span(NamedTuple):
    start: int
    end: int


class Zone(NamedTuple):
    """`niveau`: of a heading 1 to 6, of a page its number, else 0."""

    soort: str
    start: int
    end: int
    niveau: int = 0


@dataclass(frozen=True)
class Table:
    """`rijen`: rows of cells, header rows first. A merged cell stands in every place that it covers, so that the third
    cell of each row is the third column.

    `koppen` is how many of the rows are header rows (0 when nothing says so); `naam` the sheet or caption;
    `nummers` the row numbers of a sheet, for naming a cell.
    """

    start: int
    end: int
    rijen: tuple[tuple[Span, ...], ...]
    koppen: int = 0
    naam: str | None = None
    nummers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Text:
    """What the reader of one kind of file gives. `titel` and `datum` are what the file says about itself; `cellen` are
    the cells of yaml and json, flat (loaders.documents.markup)."""

    tekst: str
    zones: tuple[Zone, ...] = ()
    tabellen: tuple[Table, ...] = ()
    titel: str | None = None
    datum: str | None = None
    meldingen: tuple[str, ...] = ()
    cellen: Any = None


@dataclass(frozen=True)
class Document:
    """`vorm` is how it is written (txt, yaml, …); `soort` is what kind of source it is."""

    id: str
    sha256: str
    tekst: str
    titel: str
    soort: str
    vorm: str
    bestand: str | None = None
    url: str | None = None
    datum: str | None = None
    uitgever: str | None = None
    meldingen: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = field(default=(), repr=False)
    tabellen: tuple[Table, ...] = field(default=(), repr=False)
    cellen: Any = field(default=None, repr=False, compare=False)

    def text(self, span: Span) -> str:
        return self.tekst[span.start : span.end]

    def zones_of(self, *soorten: str) -> list[Zone]:
        return [zone for zone in self.zones if zone.soort in soorten]

    def sheet_at(self, at: int) -> Table | None:
        """The sheet that this place of a spreadsheet stands in."""
        return next((table for table in self.tabellen if table.nummers and table.start <= at <= table.end), None)

    def where(self, at: int) -> str:
        """For a person who looks it up: the page, the cell or the line."""
        sheet = self.sheet_at(at)
        if sheet is not None:
            return f"blad {sheet.naam}, rij {sheet.nummers[bisect_left(self._row_ends[sheet.start], at)]}"
        page = next((zone.niveau for zone in self.zones_of("bladzijde") if zone.start <= at < zone.end), None)
        if page is not None:
            return f"bladzijde {page}"
        return f"regel {bisect_left(self._line_ends, at) + 1}"

    @cached_property
    def _row_ends(self) -> dict[int, list[int]]:
        return {table.start: [cells[-1].end for cells in table.rijen] for table in self.tabellen if table.nummers}

    @cached_property
    def _line_ends(self) -> list[int]:
        return [at for at, char in enumerate(self.tekst) if char == "\n"]

    def unbelieved(self, start: int, end: int) -> str | None:
        """The kind of zone because of which this span may not be believed, or None."""
        return self._unbelieved.touching(start, end)

    def doubtful(self, start: int, end: int) -> str | None:
        """The kind of zone because of which a fact in this span needs a question, or None."""
        return self._doubtful.touching(start, end)

    @cached_property
    def _unbelieved(self) -> "_Cover":
        return _Cover(zone for zone in self.zones if zone.soort in UNBELIEVED)

    @cached_property
    def _doubtful(self) -> "_Cover":
        return _Cover(zone for zone in self.zones if zone.soort in DOUBTFUL)


class _Cover:
    """Zones laid over each other, so that a binary search finds the one that covers a span."""

    def __init__(self, zones: Iterable[Zone]) -> None:
        self._pieces: list[Zone] = []
        for zone in sorted(zones, key=lambda zone: (zone.start, -zone.end)):
            last = self._pieces[-1] if self._pieces else None
            if last is None or zone.start >= last.end:
                self._pieces.append(zone)
            elif zone.end > last.end:
                self._pieces.append(zone._replace(start=last.end))
        self._ends = [zone.end for zone in self._pieces]

    def touching(self, start: int, end: int) -> str | None:
        at = bisect_left(self._ends, start + 1)
        return self._pieces[at].soort if at < len(self._pieces) and self._pieces[at].start < end else None


def document_id(sha256: str) -> str:
    return f"bron:{sha256[:HASH_LENGTH]}"


def digest(content: str | bytes) -> str:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()
