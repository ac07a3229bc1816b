"""Which kinds of files there are, and how each is written from the pages of a question."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from tempfile import TemporaryDirectory
from typing import Any

from graph.errors import GraphError
from opdeplank.display.display import address
from opdeplank.exports.files import csv_text, excel_file, graphml, triples
from opdeplank.exports.files.about_data import ABOUT, About
from opdeplank.exports.files.excel_file import Sheet
from opdeplank.exports.files.flat_rows import columns, rows
from opdeplank.exports.files.neighbours import Seen, Tie, walk
from opdeplank.exports.files.parts import Part
from opdeplank.exports.pipe import PIECE, Pipe
from opdeplank.exports.turned_pages import NoPage, Page
from opdeplank.http.site import Site

KINDS = {
    "csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "graphml": "application/graphml+xml", "jsonld": "application/ld+json", "ttl": "text/turtle",
    "nt": "application/n-triples",
}  # fmt: skip
"""Media type by the end of the address."""
AS_TEXT = frozenset({"csv", "ttl", "nt"})
TABLES = frozenset({"csv", "xlsx"})
BROKEN = dict.fromkeys(AS_TEXT, "\n# AFGEBROKEN: dit bestand is niet heel, haal het opnieuw op\n")
"""The last line of a file that could not be finished. A file of another kind cannot be opened without its end."""


class TooManyRows(Exception):
    """More than a sheet of Excel holds."""


@dataclass(frozen=True)
class Wanted:
    """A file: of which kind, of what, and with which of the parts as its table."""

    kind: str
    parts: tuple[Part, ...]
    table: Part
    about: About
    at: Site
    excel: bool = False


def check(wanted: Wanted, first: Page) -> None:
    """Refuse beforehand what would not fit; raises TooManyRows."""
    if wanted.kind == "xlsx" and wanted.table.count:
        counted = (first.data.get(wanted.table.key) or {}).get(wanted.table.count) or 0
        if counted > excel_file.MOST_ROWS:
            raise TooManyRows


def write(pipe: Pipe, wanted: Wanted, pages: Iterator[Page]) -> None:
    """Write all of it; raises HungUp. What breaks halfway says so in its last line, where the kind has lines: what was
    fetched already may lie on somebody's disk, and looks whole."""
    try:
        _write(pipe, wanted, pages)
    except (NoPage, GraphError):
        if pipe.sent and wanted.kind in BROKEN:
            pipe.write(BROKEN[wanted.kind].encode())
            pipe.flush()
        raise


def _write(pipe: Pipe, wanted: Wanted, pages: Iterator[Page]) -> None:
    if wanted.kind == "csv":
        header, found = table(wanted, wanted.table, pages)
        csv_text.write(pipe, header, found, wanted.excel)
    elif wanted.kind == "xlsx":
        _workbook(pipe, wanted, pages)
    elif wanted.kind == "graphml":
        graphml.write(pipe, wanted.parts, graph(wanted, pages), wanted.about)
    else:
        triples.write(pipe, wanted.kind, graph(wanted, pages), wanted.about, wanted.at)


def table(wanted: Wanted, part: Part, pages: Iterator[Page]) -> tuple[Sequence[str], Iterator[Sequence[Any]]]:
    """The names of the columns and the rows; each row says where it comes from."""
    found = columns(part)
    about = wanted.about
    said = [about.licence.address, about.on.isoformat()]
    place = next((i for i, column in enumerate(found) if column.name == "id"), None)

    def with_source() -> Iterator[Sequence[Any]]:
        for page in pages if part.turns else islice(pages, 1):
            for row in rows(part, found, page.data.get(part.key)):
                own = address(row[place]) if place is not None else None
                yield [*row, wanted.at.whole(own) if own else about.address, *said]

    return [*(column.name for column in found), *ABOUT], with_source()


def graph(wanted: Wanted, pages: Iterator[Page]) -> Iterator[Seen | Tie]:
    """Everything as things and ties; what does not come in pages only from the first."""
    places = iter(range(1, 10**12))
    for number, page in enumerate(pages):
        for part in wanted.parts:
            if part.turns or not number:
                yield from walk(part, page.data.get(part.key), wanted.about.address, places)


def _workbook(pipe: Pipe, wanted: Wanted, pages: Iterator[Page]) -> None:
    """A sheet for each part, those that come in one page before the one that does not."""
    first = next(pages)
    sheets = []
    for part in sorted(wanted.parts, key=lambda part: part is wanted.table):
        turned = chain([first], pages) if part is wanted.table else iter([first])
        if not part.leaf:
            sheets.append(Sheet(part.key, *table(wanted, part, turned)))
    with TemporaryDirectory(prefix="opdeplank-") as folder:
        path = excel_file.write(folder, sheets, wanted.about)
        with open(path, "rb") as made:
            shutil.copyfileobj(made, pipe, PIECE)
