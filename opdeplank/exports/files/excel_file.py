"""Tables as a workbook for Excel. It is sent when it is whole: a workbook is a zip whose contents list comes last.

A text stays a text, also one that begins with `=`: the cell says so, and nothing in it is run.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from opdeplank.exports.files.about_data import About

MOST_ROWS = 1_048_575
"""Rows that a sheet of Excel holds below its header."""
MOST_LETTERS, CUT = 32_767, " … (afgekapt)"
"""What a cell of Excel holds, and how a longer text ends."""
NAME_LENGTH = 31
NOT_IN_A_NAME = str.maketrans("[]:*?/\\'", "--------")
WIDTHS = (12, 60)


@dataclass(frozen=True)
class Sheet:
    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Any]]


def write(folder: str, sheets: Iterable[Sheet], about: About) -> str:
    """Write it in this folder, with all that is put aside on the way, and give its path."""
    path = f"{folder}/tabel.xlsx"
    kept = {"constant_memory": True, "tmpdir": folder}
    book = xlsxwriter.Workbook(path, {**kept, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {"title": about.title, "author": "Op de Plank", "comments": f"{about.address}. {about.licence.address}"}
    )
    bold = book.add_format({"bold": True})
    try:
        for sheet in sheets:
            _write_sheet(book, sheet, bold)
        told = book.add_worksheet("Over dit bestand")
        told.set_column(0, 1, WIDTHS[1])
        for line, (what, said) in enumerate(about.sentences):
            told.write_string(line, 0, what, bold)
            told.write_string(line, 1, said)
    except BaseException:
        book.fileclosed = True  # else it would write a file at the end of its life that nobody wants
        for begun in book.worksheets():
            begun.row_data_fh.close()
        raise
    book.close()
    return path


def _write_sheet(book: Any, sheet: Sheet, bold: Any) -> None:
    made = book.add_worksheet(sheet.name.translate(NOT_IN_A_NAME)[:NAME_LENGTH])
    made.freeze_panes(1, 0)
    for place, name in enumerate(sheet.header):
        made.set_column(place, place, min(WIDTHS[1], max(WIDTHS[0], len(name) + 2)))
        made.write_string(0, place, name, bold)
    for line, row in enumerate(sheet.rows, 1):
        for place, value in _filled(row):
            if isinstance(value, bool):
                made.write_boolean(line, place, value)
            elif isinstance(value, int | float):
                made.write_number(line, place, value)
            else:
                made.write_string(line, place, shortened(str(value)))


def _filled(row: Sequence[Any]) -> Iterator[tuple[int, Any]]:
    return ((place, value) for place, value in enumerate(row) if value is not None and value != "")


def shortened(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - len(CUT)] + CUT
