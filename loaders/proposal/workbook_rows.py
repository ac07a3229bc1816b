"""A workbook as it came back -> the rows of its first sheet, and the proposal that travels along on a hidden one.

Raises BadProposal, naming what is missing or damaged, for what is no workbook of ours.
"""

import base64
import io
import warnings
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape

from graph.domain.first_spelling import present
from loaders.answers.answer_columns import COLUMNS, DATES
from loaders.answers.given import Given
from loaders.answers.given import from_json as from_list
from loaders.answers.typed import DAY_NOUGHT
from loaders.documents.document import Refusal, digest
from loaders.documents.forms.archive import Archive
from loaders.documents.forms.sheet import BOOK, TALLEST, layout_of
from loaders.names.naming import nearest
from loaders.proposal.proposal import BadProposal, Proposal, from_json
from loaders.proposal.workbook import EARLIEST, GUIDE, HIDDEN, ORIGIN, SHEET

AGAIN = "Maak het voorstel opnieuw met 'opdeplank lees'."
NEEDED = ("besluit", "persoon", "functie", "organisatie", *DATES, "id")
NAMES = frozenset(column.name for column in COLUMNS)
HEADER_WITHIN = 20
"""Rows: somebody may have written something above the names of the columns."""
MOST_BYTES = 500_000_000


@dataclass(frozen=True)
class Row:
    """`texts`: what each column says, as text; `formulas`: the columns that hold a formula."""

    number: int
    texts: dict[str, str]
    formulas: frozenset[str]


@dataclass(frozen=True)
class Returned:
    """`proposal`: as it was before anybody decided. `shown`: what the columns that may be edited showed of a fact, and
    a mark of what the others did (`loaders.proposal.shown`)."""

    proposal: Proposal
    shown: dict[str, dict[str, str]]
    rows: list[Row]
    given: dict[str, Given] = field(default_factory=dict)
    """What was decided already when the workbook was made."""


def read(content: bytes, name: str) -> Returned:
    """Raises BadProposal."""
    book = _open(content, name)
    proposal, shown, given = _original(book, name)
    return Returned(proposal, shown, [*_rows(book, name, content)], given)


def original(content: bytes, name: str) -> Proposal:
    """The proposal as it was before anybody decided. Raises BadProposal."""
    return _original(_open(content, name), name)[0]


def _open(content: bytes, name: str) -> Any:
    try:
        Archive(content, name, "xlsx", BOOK).check_xml()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    except Refusal as refusal:
        raise BadProposal(str(refusal)) from refusal
    except Exception as error:  # openpyxl meets a damaged part in as many ways as there are parts
        raise BadProposal(f"{name}: dit werkboek is beschadigd. {AGAIN}") from error


def _original(book: Any, name: str) -> tuple[Proposal, dict[str, dict[str, str]], dict[str, Given]]:
    if HIDDEN not in book.sheetnames:
        raise BadProposal(f"{name}: dit is geen werkboek van 'opdeplank lees': het verborgen blad ontbreekt. {AGAIN}")
    sheet = book[HIDDEN]
    sheet.reset_dimensions()
    lines = [str(row[0]) for row in sheet.iter_rows(values_only=True, max_col=1) if row and row[0] is not None]
    try:
        unpacker = zlib.decompressobj()
        content = unpacker.decompress(base64.b64decode("".join(lines[1:]), validate=True), MOST_BYTES)
        assert digest(content) == lines[0]
        said = orjson.loads(content)
        shown = {present(key): texts for key, texts in said["getoond"].items()}
        given = {present(key): from_list(each) for key, each in said.get("gegeven", {}).items()}
        return from_json(orjson.dumps(said["voorstel"]), name), shown, given
    except (AssertionError, IndexError, KeyError, ValueError, zlib.error) as error:
        raise BadProposal(f"{name}: het verborgen blad is gewijzigd of beschadigd. {AGAIN}") from error


def _rows(book: Any, name: str, content: bytes) -> Iterator[Row]:
    """The rows under the names of the columns. A merged cell says the same in every row that it covers."""
    sheet = _sheet(book, name)
    columns: dict[str, int] = {}
    covered, said = _covered(sheet, content, name), dict[tuple[int, int], str]()
    for number, cells in enumerate(sheet.iter_rows(), 1):
        texts = [text_of(cell.value) for cell in cells]
        for column, first in covered.get(number, {}).items():
            texts += [""] * (column + 1 - len(texts))
            texts[column] = said.setdefault(first, texts[column])
        if columns:
            yield _row(number, cells, texts, columns)
            continue
        columns = _columns(texts)
        if not columns and number >= HEADER_WITHIN:
            break
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        raise BadProposal(f"{name}, blad {SHEET}: {_lacking(missing[0], sheet)}")


def _covered(sheet: Any, content: bytes, name: str) -> dict[int, dict[int, tuple[int, int]]]:
    """For each row the columns that a merged cell covers, from nought, with where that cell begins."""
    found: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    archive = Archive(content, name, "xlsx", BOOK)
    for top, bottom, left, right in layout_of(archive, sheet._worksheet_path.lstrip("/")).merged:
        for row in range(top, min(bottom, top + TALLEST) + 1):
            for column in range(left - 1, min(right, len(COLUMNS) * 2)):
                found[row][column] = top, left
    return found


def _sheet(book: Any, name: str) -> Any:
    if SHEET not in book.sheetnames:
        others = [title for title in book.sheetnames if title not in (HIDDEN, ORIGIN, GUIDE)]
        there = f"; er staat wel '{others[0]}'" if others else ""
        raise BadProposal(f"{name}: het blad '{SHEET}' ontbreekt{there}. Geef het blad weer de naam '{SHEET}'.")
    sheet = book[SHEET]
    sheet.reset_dimensions()
    return sheet


def _row(number: int, cells: Sequence[Any], texts: Sequence[str], columns: dict[str, int]) -> Row:
    said = {column: texts[at] if at < len(texts) else "" for column, at in columns.items()}
    said["id"] = present(said.get("id", ""))
    formulas = (c for c, at in columns.items() if at < len(cells) and cells[at].data_type == "f")
    return Row(number, said, frozenset(formulas))


def _columns(texts: Sequence[str]) -> dict[str, int]:
    """Where each column is, when these are their names."""
    found = {text.lower(): at for at, text in reversed([*enumerate(texts)]) if text.lower() in NAMES}
    return found if len(found) > len(NAMES) // 2 else {}


def _lacking(column: str, sheet: Any) -> str:
    """What to do about a column that is not there; perhaps another one stands in its place."""
    first = next((row for row in sheet.iter_rows(values_only=True) if sum(value is not None for value in row) > 2), ())
    strange = {text: i for i, value in enumerate(first, 1) if (text := text_of(value)) and text.lower() not in NAMES}
    near = nearest(column, strange) or next(iter(strange), None)
    there = f"; in kolom {get_column_letter(strange[near])} staat wel '{near}'" if near else ""
    return f"de kolom '{column}' ontbreekt{there}. Geef de kolom weer de naam '{column}'."


def text_of(value: Any) -> str:
    """What a cell says as text: a date as 2018-01-24; a very early day as a number, since then a number was typed."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.year >= EARLIEST else str((value - DAY_NOUGHT).days)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(unescape(str(value)).split())
