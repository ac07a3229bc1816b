"""Which column of a table is which."""

from loaders.documents.document import Span, Table
from loaders.prose.tables import table_heads
from tests.loaders.prose import reader


def header(*lines: str) -> tuple[int, list[dict[str, int]]]:
    text = "\n".join(lines)
    page, rows, at = reader.seen(text), [], 0
    for line in lines:
        cells = []
        for cell in line.split("\t"):
            cells.append(Span(at, at + len(cell)))
            at += len(cell) + 1
        rows.append(tuple(cells))
    return table_heads.header(page, Table(0, len(text), tuple(rows)))


def test_the_header_may_stand_below_a_title() -> None:
    assert header("Lijst\t\t", "Naam\tFunctie\tGemeente") == (1, [{"naam": 0, "functie": 1, "organisatie": 2}])


def test_a_second_column_of_names_begins_a_second_group() -> None:
    assert header("Naam\tFunctie\tNaam\tFunctie")[1] == [{"naam": 0, "functie": 1}, {"naam": 2, "functie": 3}]


def test_words_that_name_no_column_are_left() -> None:
    assert header("Uren\tSchaal\tKleur")[1] == [{}]
