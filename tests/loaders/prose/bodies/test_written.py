"""Bodies that the graph does not know, by a word for their kind, and the one that a page is of."""

import pytest

from loaders.prose.bodies import written
from tests.loaders.prose import reader


def found(text: str) -> list[str]:
    page = reader.seen(text)
    return [each.vorm for each in written.within(page, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "vorm"),
    [
        ("Zij werkt bij Welzijn Kromme Waard in de buurt.\n", "Welzijn Kromme Waard"),
        ("Kinderarts in het Xqala Ziekenhuis was erbij.\n", "Xqala Ziekenhuis"),
        ("Hij werkt bij FNV.\n", "FNV"),
    ],
)
def test_a_body_shows_by_its_kind_or_its_capitals(text: str, vorm: str) -> None:
    assert found(text) == [vorm]


@pytest.mark.parametrize(
    "text",
    [
        "De Wmo geldt.\n", "Stichting JPF helpt.\n", "Anna Bos (PvdA) sprak.\n", "CONVENANT OVER SCHULDEN\n",
        "Zij zit op het VMBO.\n",
    ],
)  # fmt: skip
def test_a_law_a_party_a_school_and_what_the_graph_knows_are_none(text: str) -> None:
    assert not found(text)


def test_a_page_is_of_the_body_in_its_first_lines_or_that_it_keeps_naming() -> None:
    assert written.own(reader.seen("Welzijn Dal\n\nOnze mensen.\n")) == "Welzijn Dal"
    text = "x\n" * 9 + "Welzijn Dal doet dit. Bij Welzijn Dal kan het. Stichting Zon niet. Welzijn Dal wel.\n"
    assert written.own(reader.seen(text)) == "Welzijn Dal"


def test_a_page_that_names_a_body_once_somewhere_is_not_of_it() -> None:
    assert written.own(reader.seen("x\n" * 9 + "Hij was bij Welzijn Dal.\n")) == ""
