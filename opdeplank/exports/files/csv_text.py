"""A table as CSV (RFC 4180): what every program reads, and with `excel` what a Dutch Excel opens by itself.

A cell that a spreadsheet would run as a formula gets an apostrophe before it, by defusedcsv. It knows the first letters
that spreadsheets look at; what it does not see is such a letter behind a blank that they skip, so those go first.
"""

import codecs
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Protocol

from defusedcsv import csv

BLANK = " \t\r\n\v\f\u00a0\ufeff"
AT_ONCE = 500
"""Rows that are written at a time."""


class Sink(Protocol):
    def write(self, data: bytes, /) -> object: ...


def write(out: Sink, header: Sequence[str], rows: Iterable[Sequence[Any]], excel: bool = False) -> None:
    """Comma's and points, or for Excel semicolons, decimal comma's and a mark that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if excel else ",", lineterminator="\r\n")
    if excel:
        out.write(codecs.BOM_UTF8)
    writer.writerow(header)
    cell = excel_cell if excel else plain_cell
    for number, row in enumerate(rows, 1):
        writer.writerow([cell(value) for value in row])
        if number % AT_ONCE == 0:
            _move(text, out)
    _move(text, out)


def _move(text: io.StringIO, out: Sink) -> None:
    out.write(text.getvalue().encode())
    text.seek(0)
    text.truncate()


def plain_cell(value: Any) -> Any:
    if isinstance(value, str):
        return value.lstrip(BLANK)
    return ("ja" if value else "nee") if isinstance(value, bool) else value


def excel_cell(value: Any) -> Any:
    """`0.85` as a Dutch Excel reads a number: `0,85`."""
    return str(value).replace(".", ",") if isinstance(value, float | Decimal) else plain_cell(value)
