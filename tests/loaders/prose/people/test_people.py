"""A row of words with capitals is a name only when something says so."""

import pytest

from loaders.documents.document import Document
from loaders.prose.people import people
from loaders.prose.people.people import Sign, surname
from loaders.prose.text.page import Page
from tests.loaders.prose import reader


def found(text: str) -> list[tuple[str, Sign]]:
    page = Page(Document("doc:x", "x", text, "x", "document", "txt"), reader.seed_names())
    return [(name.tekst, name.sign) for name in people.find(page).names]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Toen sprak Sjoukje van der Veen ons aan.", "Sjoukje van der Veen"),
        ("Toen sprak drs. K.L. Oomen ons aan.", "K.L. Oomen"),
        ("Toen sprak mevrouw Oomen ons aan.", "Oomen"),
        ("Toen sprak Jan Willem van Texel ons aan.", "Jan Willem van Texel"),
        ("Toen sprak Anna Bos van Zwolle ons aan.", "Anna Bos"),
        ("Toen sprak Anna Bos van het Ministerie van Financiën ons aan.", "Anna Bos"),
        ("Toen sprak Anne-Fleur d’Arnaud-Krul ons aan.", "Anne-Fleur d’Arnaud-Krul"),
        ("Toen sprak Joke in ’t Veld ons aan.", "Joke in ’t Veld"),
        ("Toen sprak R. (Ronald) Verwey ons aan.", "Ronald Verwey"),
        ("Toen sprak wethouder Sociale Zaken Jan Bos ons aan.", "Jan Bos"),
    ],
)
def test_a_name_with_a_sign_is_found_whole(text: str, name: str) -> None:
    assert found(text) == [(name, Sign.STRONG)]


@pytest.mark.parametrize(
    "text",
    [
        "Het Programma Sociaal Domein begint.", "De afdeling Sociale Zaken belt.", "In Almelo is het al zo.",
        "De gemeente West Maas en Waal doet mee.", "De Brede Regietafel komt bijeen.", "Wij gaan naar Den Helder.",
    ],
)  # fmt: skip
def test_a_row_of_capitals_alone_is_nobody(text: str) -> None:
    assert not found(text)


def test_an_unknown_first_name_has_only_the_shape_of_a_name() -> None:
    assert found("Toen sprak Xqala Zwartebroek ons aan.") == [("Xqala Zwartebroek", Sign.SHAPE)]


@pytest.mark.parametrize(
    ("name", "last"),
    [("Kitty de Laat", "de laat"), ("J.P. Smit", "smit"), ("Anna Maria Bos", "bos"), ("Toke Tom", "tom")],
)
def test_a_surname_keeps_its_particles(name: str, last: str) -> None:
    assert surname(name) == last


def test_a_name_ends_where_the_next_cell_begins() -> None:
    said = [
        str(f.velden["naam"])
        for f in reader.facts("Data-analist          Priya Ramdin         Platform31\n", "persoon")
    ]
    assert all("Platform31" not in name for name in said)
