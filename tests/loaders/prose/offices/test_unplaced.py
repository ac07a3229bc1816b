"""People of whom no other rule says what they do: what stands nearest is asked, or who they are."""

from dataclasses import replace

import pytest

from loaders.proposal import matters
from tests.loaders.prose import reader

TEAM = "Team Zuid van Welzijn Dal\n\n"


def functions(text: str) -> set[tuple[str, str]]:
    found = [f for f in reader.facts(text, "rol") if f.regel == "buurt-rest"]
    assert all(f.vraag for f in found)
    return {(str(f.velden["persoon"]), str(f.velden["functie"])) for f in found}


def names(text: str) -> set[str]:
    found = [f for f in reader.facts(text, "persoon") if f.regel == "naam-wie"]
    assert all(f.vraag for f in found)
    return {str(f.velden["naam"]) for f in found}


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("Anna Bos\nvraagbaak, Welzijn Dal\n", "vraagbaak"),
        ("Anna Bos uit Dal (secretaris)\n", "secretaris"),
        ("Raad van toezicht\n\nAnna Bos\nPiet Vos\n", "lid"),
    ],
)
def test_what_stands_nearest_is_asked(text: str, function: str) -> None:
    assert ("Anna Bos", function) in functions(TEAM + text)


def test_a_plural_below_the_names_of_two_is_of_both() -> None:
    text = TEAM + "Anna Bos (21) en Piet Vos (19)\nstagiairs Welzijn Dal\n"
    assert functions(text) == {("Anna Bos", "stagiair"), ("Piet Vos", "stagiair")}


def test_a_function_is_not_asked_of_a_second_person() -> None:
    assert not functions("Piet Vos, wethouder van Almere, sprak met Anna Bos.\n")


def test_a_heading_says_what_those_in_its_table_are() -> None:
    text = "Onze jongerenwerkers:\n\nNaam\tVan\nAnna Bos\tDivosa\nPiet Vos\tVNG\n"
    found = reader.facts(text, "rol")
    assert {(f.velden["persoon"], f.velden["functie"]) for f in found if f.vraag} >= {("Anna Bos", "jongerenwerker")}


@pytest.mark.parametrize(
    "text",
    [
        "Wij spraken met Anna Bos over wachten.",
        "Radjesh Koordman (26) woont hier al lang.",
        "„Dat helpt”, zegt Radjesh Koordman.",
        "Meld je aan bij Radjesh Koordman, r.koordman@voorbeeld.nl",
    ],
)
def test_who_somebody_is_where_only_a_person_fits(text: str) -> None:
    assert len(names(text)) == 1


@pytest.mark.parametrize(
    "text", ["Tekst: Anna Bos", "Het Blauwe Huis is open.", "Wethouder Anna Bos van Almere sprak."]
)
def test_who_made_the_page_is_not_asked_nor_who_is_known(text: str) -> None:
    assert not names(text)


def test_the_names_of_a_page_are_one_question() -> None:
    found = reader.page("Wij spraken met Anna Bos en met Piet Vos over wachten.\n")
    asked = [replace(f, besluit="later") for f in found.facts.values() if f.regel == "naam-wie"]
    [matter] = matters.gathered(asked)
    assert sorted(matter.feiten) == sorted(fact.id for fact in asked)
    assert "mensen" in matter.vraag
