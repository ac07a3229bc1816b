"""A table as a workbook, read back by openpyxl."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from opdeplank.exports.files import excel_file
from opdeplank.exports.files.about_data import LICENCES, About
from opdeplank.exports.files.excel_file import CUT, MOST_LETTERS, Sheet, shortened

ABOUT = About(
    "Alle dingen", "https://plank.test/export/dingen.xlsx", "https://plank.test/", LICENCES["CC0"], date(2026, 11, 30),
    "2026-11-29T00:00:00+00:00",
)  # fmt: skip


def test_texts_stay_texts_and_numbers_numbers(tmp_path: Path) -> None:
    rows = [["=1+1", 3, 0.5, True], ["https://plank.test/", None, -1, False], ["\x01", "", "@x", "+y"]]
    path = excel_file.write(str(tmp_path), [Sheet("dingen[1]: *", ["a", "b", "c", "d"], rows)], ABOUT)
    book = openpyxl.load_workbook(path)
    made = book["dingen-1--"] if "dingen-1--" in book.sheetnames else book[book.sheetnames[0]]
    cells = [[cell.value for cell in row] for row in made.iter_rows()]
    assert cells[0] == ["a", "b", "c", "d"]
    assert cells[1] == ["=1+1", 3, 0.5, True]
    assert made["A2"].data_type == "s", "a text, and no formula"
    assert cells[2] == ["https://plank.test/", None, -1, False]
    assert cells[3][2:] == ["@x", "+y"]
    assert all(cell.hyperlink is None for row in made.iter_rows() for cell in row)
    told = {row[0].value: row[1].value for row in book["Over dit bestand"].iter_rows()}
    assert told["Bron"] == ABOUT.address
    assert told["Licentie"] == f"CC0 1.0, {ABOUT.licence.address}"
    assert told["Gemaakt op"] == "2026-11-30"
    assert book.properties.title == "Alle dingen"


def test_a_text_that_is_too_long_for_a_cell_says_that_it_was_cut() -> None:
    assert shortened("a" * MOST_LETTERS) == "a" * MOST_LETTERS
    cut = shortened("a" * (MOST_LETTERS + 1))
    assert len(cut) == MOST_LETTERS
    assert cut.endswith(CUT)


def test_what_stops_half_way_leaves_no_file(tmp_path: Path) -> None:
    def broken() -> object:
        yield ["een"]
        raise RuntimeError("weg")

    with pytest.raises(RuntimeError):
        excel_file.write(str(tmp_path), [Sheet("x", ["a"], broken())], ABOUT)  # type: ignore[arg-type]
    assert not list(tmp_path.glob("*.xlsx"))
