"""A row of words with capitals is a name only when something says so."""

import pytest

from loaders.prose.people.people import everybody, looks_like_a_name, name_at, names_in, surname
from loaders.prose.people.signs import Sign
from tests.loaders.prose import reader


def found(text: str) -> list[tuple[str, Sign]]:
    return [(name.tekst, name.sign) for name in everybody(reader.seen(text)).names]


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


def test_a_name_stands_in_the_text_where_it_says() -> None:
    text = "Ook mevrouw Anna  de Bos kwam, met Piet Vos."
    page = reader.seen(text)
    found = names_in(page, 0, len(text))
    assert [(name.tekst, text[name.start : name.end], name.titled) for name in found[1:]] == [
        ("Anna de Bos", "Anna  de Bos", True), ("Piet Vos", "Piet Vos", False),
    ]  # fmt: skip
    assert name_at(page, text.index("Piet"), len(text)) == found[-1]
    assert name_at(page, text.index("kwam"), len(text)) is None
    assert looks_like_a_name(page, found[-1].start, len(text)) == found[-1]
    assert looks_like_a_name(page, found[1].start, len(text)) is None


def test_people_are_found_by_surname_and_else_by_first_name() -> None:
    people = everybody(reader.seen("Anna de Bos en Piet Vos spraken met Els de Bos."))
    assert [name.tekst for name in people.with_surname("De Bos")] == ["Anna de Bos", "Els de Bos"]
    assert [name.tekst for name in people.called("Piet")] == ["Piet Vos"]
    assert not people.with_surname("Piet")
    assert people.spans.touches(0, 4)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("wethouder Zwaagstra van Almere", "Zwaagstra"),
        ("wethouder Khalid Mbuza van Almere", "Khalid Mbuza"),
        ("wethouder Anna van Almere", "Anna van Almere"),
        ("wethouder Jelmor van Houten", "Jelmor van Houten"),
        ("directeur Anna Bos van Woningcorporatie Thuis", "Anna Bos"),
        ("mevrouw N. Mbuza. De anderen", "N. Mbuza"),
        ("de heer H. Mbuza\nDe gemeente Ede", "H. Mbuza"),
        ("D. Mbuza P.A. van der Woud", "D. Mbuza"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    page = reader.seen(text)
    assert names_in(page, 0, len(text))[0].tekst == name


@pytest.mark.parametrize("text", ["L.G.A.J. Xxxxxx", "X. Xxxxxxx", "Anna Xxxx", "mevrouw N.N.", "Anna Mbuza- de"])
def test_a_name_that_was_left_out_or_broken_off_is_none(text: str) -> None:
    assert not [n for n in names_in(reader.seen(text), 0, len(text)) if n.sign > Sign.NONE]


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011", "\u00ad"])
def test_a_hyphen_at_the_end_of_a_line_makes_no_double_name_for_sure(hyphen: str) -> None:
    text = f"Wethouder Anna Bos{hyphen}\nVos van Ede sprak.\n"
    found = reader.facts(text, "persoon", "rol")
    assert found
    assert all(f.vraag for f in found)


def test_a_function_right_before_a_first_name_ends_what_stood_before() -> None:
    text = "De Goudse VVD-fractievoorzitter Marion Mbuza riep op."
    assert "Marion Mbuza" in [name.tekst for name in names_in(reader.seen(text), 0, len(text))]


def test_a_surname_that_ends_as_a_street_is_one_where_somebody_has_a_function() -> None:
    for text, found in (
        ("Almar Oosterlaan, beleidsadviseur, sprak.", True),
        ("Kom naar Almar Oosterlaan, om tien uur.", False),
    ):
        names = [name.tekst for name in names_in(reader.seen(text), 0, len(text)) if name.sign > Sign.NONE]
        assert ("Almar Oosterlaan" in names) is found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wethouder Xqalo Bloemendaal opende het huis.", "Xqalo Bloemendaal"),
        ("Opening door Anna Duyker Voorzitter De Buitenzaal", "Anna Duyker"),
    ],
)
def test_a_place_is_a_surname_behind_an_office_and_a_function_ends_a_name(text: str, name: str) -> None:
    assert name in {each.tekst for each in everybody(reader.seen(text)).names if each.sign is Sign.STRONG}
