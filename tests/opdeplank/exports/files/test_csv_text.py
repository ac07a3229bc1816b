"""A table as CSV, read back by somebody else's reader."""

import csv
import io
from typing import Any

import pytest

from opdeplank.exports.files import csv_text


def written(rows: list[list[Any]], excel: bool = False) -> str:
    out = io.BytesIO()
    csv_text.write(out, ["a", "b"], rows, excel)
    return out.getvalue().decode()


def read(text: str, between: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=between, strict=True))


def test_any_text_comes_back_as_it_was() -> None:
    hard = ['zij zei: "ja"', "regel een\r\nregel twee", "a,b;c\td", "Ñandú – ’s", "", "007"]
    assert [row[0] for row in read(written([[text, 1] for text in hard]))[1:]] == hard


@pytest.mark.parametrize(
    "text", ["=1+1", "+31", "-x", "@SUM(A1)", "\t=1+1", " \r\n=cmd|' /C calc'!A0", "\ufeff=1", "%0"]
)
def test_a_cell_that_a_spreadsheet_would_run_is_disarmed(text: str) -> None:
    for excel in (False, True):
        cell = read(written([[text, 1]], excel), ";" if excel else ",")[1][0]
        assert cell.startswith("'"), text
        assert cell[1] in "=+-@%"


def test_a_number_stays_a_number() -> None:
    assert read(written([[-3, 0.5], [None, True], ["-12,5", False]]))[1:] == [
        ["-3", "0.5"],
        ["", "ja"],
        ["-12,5", "nee"],
    ]


def test_for_excel_there_is_a_mark_and_a_decimal_comma() -> None:
    text = written([["x", 0.5]], excel=True)
    assert text.startswith("\ufeffa;b\r\n")
    assert read(text, ";")[1] == ["x", "0,5"]


def test_rows_go_out_while_they_come() -> None:
    sent: list[int] = []

    class Out:
        def write(self, data: bytes) -> int:
            sent.append(len(data))
            return len(data)

    csv_text.write(Out(), ["a"], ([n] for n in range(2 * csv_text.AT_ONCE + 1)))
    assert len(sent) == 3
