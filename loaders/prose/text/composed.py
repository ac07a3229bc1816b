"""A text in which an accent is a sign of its own, as the rules know it: `e` with a loose accent is `é`.

The offsets of what is found are those of the text as it is in the file, so each place is looked up again.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace

from loaders.documents.document import Document, Span, Table

LOOSE = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")


@dataclass(frozen=True)
class Composed:
    """`document` as the rules read it; `starts`: for each of its letters where that begins in the file, and the end."""

    document: Document
    starts: tuple[int, ...] = ()

    def place(self, at: int) -> int:
        """Where a letter that the rules see stands in the file."""
        return self.starts[at] if self.starts else at


def compose(document: Document) -> Composed:
    """The document itself when no accent in it is loose."""
    text = document.tekst
    if LOOSE.search(text) is None or unicodedata.is_normalized("NFC", text):
        return Composed(document)
    letters: list[str] = []
    starts: list[int] = []
    at = 0
    for found in LOOSE.finditer(text):
        letters += text[at : found.start()]
        starts += range(at, found.start())
        whole = unicodedata.normalize("NFC", found[0])
        letters += whole
        starts += [found.start()] * len(whole)
        at = found.end()
    letters += text[at:]
    starts += range(at, len(text) + 1)

    def moved(place: int) -> int:
        return bisect_left(starts, place)

    zones = tuple(zone._replace(start=moved(zone.start), end=moved(zone.end)) for zone in document.zones)
    tables = tuple(_moved(table, moved) for table in document.tabellen)
    return Composed(replace(document, tekst="".join(letters), zones=zones, tabellen=tables), tuple(starts))


def _moved(table: Table, moved: Callable[[int], int]) -> Table:
    rows = tuple(tuple(Span(moved(cell.start), moved(cell.end)) for cell in row) for row in table.rijen)
    return replace(table, start=moved(table.start), end=moved(table.end), rijen=rows)
