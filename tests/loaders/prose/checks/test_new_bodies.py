"""Organisations that the graph does not know, filled in wherever they are asked about."""

from loaders.facts.fact import NEW, Candidate
from loaders.proposal import matters
from tests.loaders.prose import reader


def test_a_function_at_an_unknown_body_is_asked_with_that_body_filled_in() -> None:
    [role] = reader.facts("Carla Nu – directeur, Thuisvester Plus\n", "rol")
    assert role.velden["organisatie"] == "organisatie:thuisvester-plus"
    assert role.kandidaten == [Candidate("organisatie:thuisvester-plus", "Thuisvester Plus", NEW)]
    assert "met ja komt die erbij" in str(role.vraag)


def test_two_ways_to_write_a_body_are_one_body() -> None:
    text = "Carla Nu – directeur, Thuisvester\n\nStichting Thuisvester bouwt huizen.\n"
    found = reader.facts(text, "rol", "organisatie")
    assert {fact.kandidaten[0].naam for fact in found if fact.vraag} == {"Stichting Thuisvester"}
    for fact in found:
        fact.besluit = "later"
    assert matters.questions(found, matters.gathered(found)) == 1


def test_what_is_no_name_is_not_proposed_as_one() -> None:
    for text in ("Carla Nu – directeur, c.nu@voorbeeld.nl\n", "Carla Nu – directeur, team samenleving\n"):
        assert all(each.reden != NEW for fact in reader.facts(text, "rol") for each in fact.kandidaten)


def test_a_body_that_every_gemeente_has_gets_the_name_of_the_gemeente() -> None:
    text = "Gemeente Almere\n\nDe Adviesraad Sociaal Domein vergaderde.\n"
    asked = [fact for fact in reader.facts(text, "organisatie") if fact.vraag]
    assert [fact.velden["naam"] for fact in asked] == ["Adviesraad Sociaal Domein Almere"]


def test_a_slip_in_the_name_of_a_body_that_we_know_is_that_body() -> None:
    [role] = reader.facts("Carla Nu – directeur, Stichting Buurtgezinen\n", "rol")
    assert role.velden["organisatie"] == "organisatie:stichting-buurtgezinnen"
