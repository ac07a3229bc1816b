"""Names with the surname first, in two columns, or with a degree behind them."""

import pytest

from loaders.prose.people import listed_names
from tests.loaders.prose import reader


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Woudhuizen, Xanne", "Xanne Woudhuizen"),
        ("Woudhuizen, van, Xanne", "Xanne van Woudhuizen"),
        ("van Woudhuizen, Xanne", "Xanne van Woudhuizen"),
        ("Tuinhof - v.d. Woud, Fien", "Fien Tuinhof-v.d. Woud"),
        ("Woudhuizen, mw. drs. Q.A.", "Q.A. Woudhuizen"),
        ("Bos, wethouder", None),
        ("Woudhuizen", None),
        ("zorg, jeugd en onderwijs", None),
        ("Xxxx, Anna", None),
    ],
)
def test_a_name_with_the_surname_first_is_turned(cell: str, name: str | None) -> None:
    found = listed_names.inverted(reader.seen(cell), 0, len(cell))
    assert (found.tekst if found else None) == name


def test_a_degree_behind_a_name_is_no_part_of_it() -> None:
    text = "Xanne Woudhuizen MSc"
    assert text[: listed_names.without_degree(reader.seen(text), 0, len(text))] == "Xanne Woudhuizen"
