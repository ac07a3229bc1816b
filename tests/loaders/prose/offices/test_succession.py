"""Who came before or after somebody: asked, with the function of the other one."""

import pytest

from loaders.facts.fact import Fact
from tests.loaders.prose import reader

ANNA = "Wethouder Anna Bos van Almere sprak. "


def asked(text: str) -> list[Fact]:
    found = [f for f in reader.facts(text, "rol") if f.regel == "buurt-opvolging"]
    assert all(f.vraag for f in found)
    return found


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Haar voorganger, de heer Jan Kok, zweeg.", "Was Jan Kok Wethouder bij 'Almere'?"),
        ("Zij volgt Jan Kok op.", "Was Jan Kok Wethouder"),
        ("Zij nam het stokje over van Jan Kok.", "Was Jan Kok Wethouder"),
        ("Zij wordt opgevolgd door Jan Kok.", "Wordt Jan Kok Wethouder"),
        ("Haar opvolger is Jan Kok.", "Wordt Jan Kok Wethouder"),
    ],
)
def test_the_function_of_the_one_is_asked_of_the_other(text: str, start: str) -> None:
    [role] = asked(ANNA + text)
    assert role.velden["organisatie"] == "gemeente:gm0034"
    assert str(role.vraag).startswith(start)


@pytest.mark.parametrize(
    "text", ["Zij volgt Jan Kok.", "Haar voorganger zweeg.", "Haar voorganger, Jan Kok, was griffier."]
)
def test_nothing_is_asked_that_the_sentence_does_not_say_or_says_itself(text: str) -> None:
    assert not asked(ANNA + text)


def test_mine_is_that_of_who_signs_and_yours_of_who_gets_the_letter() -> None:
    letter = "Wethouder Anna Bos van Almere,\n\n{} voorganger Jan Kok was er.\n\nPiet Vos\ngriffier\n"
    assert [f.velden["functie"] for f in asked(letter.format("Mijn"))] == ["griffier"]
    assert [f.velden["functie"] for f in asked(letter.format("Uw"))] == ["Wethouder"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Wethouder Anna Bos van Almere sprak. Haar collega in Ede, Qala Mbuza, zweeg.\n", "gemeente:gm0228"),
        ("Wethouder Anna Bos van Almere sprak. Haar collega Qala Mbuza van Ede zweeg.\n", "gemeente:gm0228"),
    ],
)
def test_a_colleague_is_asked_with_the_function_of_the_other_at_the_place_that_is_named(text: str, where: str) -> None:
    [asked] = [f for f in reader.facts(text, "rol") if f.velden["persoon"] == "Qala Mbuza"]
    assert (asked.velden["functie"].lower(), asked.velden["organisatie"], bool(asked.vraag)) == (
        "wethouder",
        where,
        True,
    )


def test_whose_function_is_taken_over_is_followed() -> None:
    text = "Anna Bos vertrekt als directeur bij Groot Dal. Haar functie wordt overgenomen door Piet Vos.\n"
    [fact] = [f for f in reader.facts(text, "rol") if f.velden["persoon"] == "Piet Vos"]
    assert (fact.velden["functie"], str(fact.vraag).split()[0]) == ("directeur", "Wordt")
