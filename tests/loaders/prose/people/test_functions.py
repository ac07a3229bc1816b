"""Words for functions, and the organisation behind them."""

import pytest

from loaders.prose.people import functions
from tests.loaders.prose import reader


@pytest.mark.parametrize(
    "word", ["wethouder", "Programmamanager,", "onderzoekers", "oud-minister", "lid", "(griffier)"]
)
def test_a_word_for_a_function(word: str) -> None:
    assert functions.is_role(word)


@pytest.mark.parametrize("word", ["Waterdam", "geld", "directie", "Jeugd"])
def test_any_other_word(word: str) -> None:
    assert not functions.is_role(word)


@pytest.mark.parametrize(
    ("word", "like"), [("jongerenwerker", True), ("bakker", True), ("groter", False), ("bruikbaar", False)]
)
def test_a_word_that_looks_like_one(word: str, like: bool) -> None:
    assert functions.like_role(word) is like


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Voorzitter NDSD & Directeur Sociaal, gemeente Utrecht",
            ["Voorzitter NDSD", "Directeur Sociaal, gemeente Utrecht"],
        ),
        ("wethouder en loco-burgemeester", ["wethouder", "loco-burgemeester"]),
        ("directeur Jeugd en Zorg", ["directeur Jeugd en Zorg"]),
        ("voorzitter, tevens secretaris", ["voorzitter", "secretaris"]),
        ("directeur; Almere", ["directeur", "Almere"]),
    ],
)
def test_two_functions_in_one_row_are_two(text: str, parts: list[str]) -> None:
    assert functions.parts(text) == parts


@pytest.mark.parametrize(
    ("text", "functie", "vorm", "ids"),
    [
        ("Directeur Jeugd, gemeente Almere", "Directeur Jeugd", "gemeente Almere", ("gemeente:gm0034",)),
        ("wethouder van Almere", "wethouder", "Almere", ("gemeente:gm0034",)),
        ("Directeur Wonen – ministerie van VWS", "Directeur Wonen", "ministerie van VWS", ("departement:mnre1025",)),
        ("directeur, Stichting Xqala", "directeur", "Stichting Xqala", ()),
        ("directeur van Stichting Xqala", "directeur", "Stichting Xqala", ()),
        ("wethouder van Almere, in ruste", "wethouder", "Almere", ("gemeente:gm0034",)),
        ("directeur Zorg en Huizen", "directeur Zorg en Huizen", "", ()),
        ("griffier", "griffier", "", ()),
    ],
)
def test_a_function_with_its_organisation(text: str, functie: str, vorm: str, ids: tuple[str, ...]) -> None:
    assert functions.parse(text, reader.seed_names()) == functions.Role(functie, vorm, ids)


@pytest.mark.parametrize(
    ("function", "whole"),
    [
        ("wethouder", True),
        ("oud-wethouder", True),
        ("Lijst Zes (fractievoorzitter", False),
        ("D66 wethouder", False),
        ("‘wethouder’", False),
    ],
)
def test_a_function_as_it_should_be(function: str, whole: bool) -> None:
    assert functions.whole(function) is whole


def test_offices_and_what_they_are_of() -> None:
    assert functions.is_office("oud-minister van Financiën")
    assert functions.is_office("locoburgemeester")
    assert functions.is_local("fractievoorzitter")
    assert not functions.is_office("directeur")
    assert functions.singular("onderzoekers Jeugd") == "onderzoeker Jeugd"
    assert functions.singular("wethouder") == "wethouder"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("zelfstandig adviseur", True),
        ("de nieuwe voorzitter", True),
        ("was wethouder", False),
        ("een drukke dag", False),
    ],
)
def test_a_function_begins_with_its_word_or_what_colours_it(text: str, begins: bool) -> None:
    assert functions.begins_with_role(text) is begins


@pytest.mark.parametrize("word", ["Khalid", "Walid", "Swarts", "Aarts", "Everwalid"])
def test_a_name_that_ends_like_a_function_is_none(word: str) -> None:
    assert not functions.is_role(word)


@pytest.mark.parametrize("word", ["lid", "raadslid", "D66-lid", "huisarts", "jeugdarts", "commissielid"])
def test_a_short_word_for_a_function_counts_alone_or_behind_what_goes_with_it(word: str) -> None:
    assert functions.is_role(word)


@pytest.mark.parametrize("said", ["wethouder werd", "die wethouder was", "voorzitter maar blijft lid"])
def test_words_of_a_sentence_make_no_function(said: str) -> None:
    assert not functions.whole(said)


def test_the_title_of_the_next_one_is_no_part_of_a_function() -> None:
    assert functions.parse("wethouder mevrouw", reader.seed_names()).functie == "wethouder"
