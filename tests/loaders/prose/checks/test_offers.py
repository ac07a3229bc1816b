"""A question about somebody has its likeliest answer filled in, with the reason and the others beside it."""

import pytest

from loaders.facts.fact import Fact
from tests.loaders.prose import reader

EDE, ALMERE = "gemeente:gm0228", "gemeente:gm0034"


def asked(text: str) -> list[Fact]:
    return [f for f in reader.facts(text, "rol") if f.vraag]


@pytest.mark.parametrize(
    ("text", "first", "reason"),
    [
        ("Wethouder Anna Bos zei in Ede dat het kan.\n", EDE, "staat in dezelfde zin"),
        ("Nieuws uit de gemeente Ede\n\nWethouder Anna Bos zegt dat het kan.\n", EDE, "staat bovenaan dit document"),
        ("Leden uit Ede:\n- Anna Bos, wethouder\n", EDE, "staat in de kop erboven"),
        ("x\n" * 8 + "De gemeente Ede wil dat.\n\nWethouder Anna Bos zegt het.\n", EDE, "is de enige die dit document"),
    ],
)
def test_the_likeliest_organisation_is_filled_in(text: str, first: str, reason: str) -> None:
    [fact] = asked(text)
    assert fact.velden["organisatie"] == first
    assert str(fact.vraag).startswith("Is Anna Bos ")
    assert reason in str(fact.vraag)


def test_the_nearest_comes_first_and_the_others_stand_beside_it() -> None:
    [fact] = asked("Almere doet mee\n\nAlmere wacht.\n\nIn Ede zegt wethouder Anna Bos dat het kan.\n")
    assert fact.velden["organisatie"] == EDE
    assert f"Of bij Almere ({ALMERE}; staat bovenaan dit document)?" in str(fact.vraag)


def test_a_function_of_a_gemeente_is_offered_no_other_body() -> None:
    [fact] = asked("De VNG en de gemeente Ede praten.\n\nWethouder Anna Bos zegt bij de VNG dat het kan.\n")
    assert fact.velden["organisatie"] == EDE
    assert "organisatie:" not in str(fact.vraag)


def test_an_organisation_that_is_written_is_no_other_one() -> None:
    [fact] = asked("Nieuws uit Ede\n\nAnna Bos – directeur, Stichting Xqala\n")
    assert fact.velden["organisatie"] != EDE
    assert fact.velden["organisatie_vorm"] == "Stichting Xqala"


def test_one_question_for_a_person_and_what_the_person_does() -> None:
    found = reader.facts("Nieuws uit Ede\n\nXqala Mbuza (wethouder) sprak.\n", "persoon", "rol")
    assert [(f.soort, bool(f.vraag)) for f in found] == [("rol", True)]


def test_what_was_and_what_is_to_come_is_asked_as_such() -> None:
    [fact] = asked("Nieuws uit Ede\n\nOud-wethouder Anna Bos sprak.\n")
    assert str(fact.vraag).startswith("Was Anna Bos wethouder bij Ede")
    assert str(fact.vraag).endswith("Vul ook in tot wanneer.")


def test_nothing_is_filled_in_when_the_page_names_no_organisation() -> None:
    [fact] = asked("De wethouder Anna Bos zegt ja.\n")
    assert (fact.velden["organisatie"], fact.vraag) == (None, "Bij welke gemeente is Anna Bos wethouder?")


def test_what_is_asserted_elsewhere_on_the_page_is_not_asked_again() -> None:
    text = "Wethouder Anna Bos van Ede sprak.\n\nWethouder Anna Bos zei daarna niets.\n"
    assert not asked(text)


def test_where_others_work_comes_before_the_gemeente_for_who_leads_an_organisation() -> None:
    text = (
        "Nieuws uit Ede\n\nDe directeur van Welzijn Dalheem, Anna Bos, stapt op.\n\n"
        "Een interim-bestuurder, Els Smit, neemt het over. Dalheem is groot. Dalheem groeit.\n"
    )
    [fact] = [f for f in asked(text) if f.velden["persoon"] == "Els Smit"]
    assert fact.velden["organisatie_vorm"] == "Welzijn Dalheem"
    assert "gemeente:gm0228" in str(fact.vraag)
