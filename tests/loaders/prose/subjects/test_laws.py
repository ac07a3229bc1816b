"""Laws by name and short form."""

import pytest

from graph.contents.existing import Known
from loaders.names.naming import Names
from tests.loaders.prose import reader


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Dat staat in de Wmo.", "wet:wmo-2015"),
        ("Dat staat in de Wmo 2015.", "wet:wmo-2015"),
        ("Dat staat in de jeugdwet.", "wet:jeugdwet"),
        ("Dat staat in de Wet langdurige zorg.", "wet:wlz"),
    ],
)
def test_a_law_is_known_by_name_and_short_form(text: str, key: str) -> None:
    assert [(f.vraag, f.velden["id"]) for f in reader.facts(text, "wet")] == [(None, key)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De Wet op de dieren geldt ook hier.", "Wet op de dieren"), ("De Dierenwet geldt.", "Dierenwet"),
    ],
)  # fmt: skip
def test_an_unknown_law_is_asked_by_the_words_of_its_name(text: str, name: str) -> None:
    [asked] = reader.facts(text, "wet")
    assert asked.velden["naam"] == name
    assert asked.vraag == f"'{name}' ken ik niet. Is dit een wet die erbij moet?"


@pytest.mark.parametrize("text", ["Niemand snapt artikel 12 letter A of B.", "Dat is de wet.", "De wmo, zei hij."])
def test_what_names_no_law(text: str) -> None:
    assert not reader.facts(text, "wet")


def test_two_laws_of_one_name_are_asked() -> None:
    names = Names()
    names.add("Wet", Known("wet:a", "Wet op de bomen 2015"))
    names.add("Wet", Known("wet:b", "Wet op de bomen 2007"))
    [asked] = reader.facts("Dat staat in de Wet op de bomen.", "wet", names=names)
    assert asked.vraag == "Welke wet is bedoeld met 'Wet op de bomen': wet:a of wet:b?"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De Wet basisregistratie bomen geldt.", "Wet basisregistratie bomen"),
        ("Volgens de Wet passend onderwijs mag dat.", "Wet passend onderwijs"),
        ("Dit vraagt de Wet SUWI ook.", "Wet SUWI"),
        ("De wet werk en bijstand blijft.", "wet werk en bijstand"),
    ],
)
def test_a_law_that_nobody_knows_is_asked_by_its_whole_name(text: str, name: str) -> None:
    [asked] = [f for f in reader.facts(text, "wet") if f.vraag]
    assert asked.velden["naam"] == name


def test_a_law_is_the_one_of_the_date_of_the_document() -> None:
    [old] = reader.facts("Verslag van 19 februari 2014\n\nDe Wmo is besproken.\n", "wet")
    [new] = reader.facts("Verslag van 19 februari 2016\n\nDe Wmo is besproken.\n", "wet")
    assert (old.vraag is None, new.vraag is None) == (False, True)
    assert new.velden["id"] == "wet:wmo-2015"


def test_a_body_that_is_called_after_a_law_does_not_name_it() -> None:
    assert not reader.facts("De WMO-raad en de Wmo-adviesraad doen mee.\n", "wet")
    assert reader.facts("De Wmo-consulent komt langs.\n", "wet")
