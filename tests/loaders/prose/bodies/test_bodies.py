"""Departementen and organisations in sentences."""

import pytest

from tests.loaders.prose import reader


def found(text: str, *soorten: str) -> list[tuple[bool, str | None]]:
    return [(f.vraag is None, f.velden["id"]) for f in reader.facts(text, *soorten)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Dat zei BZK.", "departement:mnre1034"),
        ("Het ministerie van Volksgezondheid, Welzijn en Sport betaalt.", "departement:mnre1025"),
        ("De departementen van JenV doen mee.", "departement:mnre1058"),
        ("Het departement OCW betaalt.", "departement:mnre1109"),
        ("Ook Divosa doet mee.", "organisatie:divosa"),
        ("De Vereniging van Nederlandse Gemeenten doet mee.", "organisatie:vng"),
        ("Het programma Sociaal Domein begint.", "organisatie:programma-sociaal-domein"),
    ],
)
def test_a_known_name_is_asserted(text: str, key: str) -> None:
    assert found(text, "departement", "organisatie") == [(True, key)]


def test_a_short_name_stands_for_the_one_body_that_the_page_writes_in_full() -> None:
    text = "De Programmaraad Sociaal Domein is er.\n\nDe Programmaraad vergadert."
    [fact] = reader.facts(text, "organisatie")
    assert [p.citaat for p in fact.bewijs] == ["Programmaraad Sociaal Domein", "Programmaraad"]
    assert not reader.facts("De Programmaraad vergadert.", "organisatie")


@pytest.mark.parametrize("text", ["Justitie en veiligheid gaan samen.", "Ons programma sociaal domein is breed."])
def test_ordinary_words_are_no_body(text: str) -> None:
    assert not found(text, "departement", "organisatie")


def test_an_unknown_body_is_asked_with_what_it_resembles() -> None:
    [fact] = reader.facts("De Stichting Buurtgezinen helpt.", "organisatie")
    assert fact.vraag is not None
    assert "organisatie:stichting-buurtgezinnen" in fact.vraag


def test_a_body_that_every_gemeente_has_makes_nothing_by_itself() -> None:
    said, asked = reader.facts("De raadscommissie Samenleving bespreekt het.", "organisatie")
    assert (said.velden["id"], said.vraag) == (None, None)
    assert asked.vraag is not None


def test_a_local_body_of_a_known_organisation_is_not_cut_short() -> None:
    found = reader.facts("Zij zit in de cliëntenraad Leger des Heils.\n", "organisatie")
    assert not [f for f in found if f.regel == "orgaan-lokaal" and f.vraag is None]


def test_what_is_an_oplossing_too_is_no_body_behind_a_word_for_one() -> None:
    assert not reader.facts("Met het project Sociaal Hospitaal krijgen gezinnen een coach.\n", "organisatie")
    assert reader.facts("De City Deal Inclusieve Stad geeft een coach.\n", "organisatie")
