"""What the words around a function take back is asked, whatever else the sentence proves."""

import pytest

from tests.loaders.prose import reader


@pytest.mark.parametrize(
    "text",
    [
        "Dat zei Anna Bos, destijds wethouder van Almere.", "Indertijd opende wethouder Anna Bos van Almere de dag.",
        "Wethouder Anna Bos van Almere sprak. Zij is inmiddels afgetreden.",
        "Wethouder Anna Bos van Almere sprak. Die is met pensioen.",
        "In de aankondiging stond dat wethouder Anna Bos (Almere) zou openen.",
        "Anna Bos was tot voor kort wethouder van Almere.", "Dat zei Anna Bos, wethouder van Almere (2010-2014).",
        "- Anna Bos, wethouder Almere (tot 2022)", "1994-1998: wethouder Anna Bos van Almere",
        "Kandidaten:\n- Anna Bos, wethouder van Almere", "Vertrokken in 2022:\n- Anna Bos, wethouder van Almere",
        "In 2003 opende wethouder Anna Bos van Almere het loket.\n\nBijgewerkt op 3 mei 2024.",
        "Tien jaar geleden besloot wethouder Anna Bos van Almere dat.", "Anna Bos is straks wethouder van Almere.",
        "Anna Bos is ‘wethouder’ van Almere.", "Stel, Anna Bos is wethouder van Almere.",
        "- Anna Bos, Lijst Zes (fractievoorzitter)", "- Anna Bos, D66 wethouder",
    ],
)  # fmt: skip
def test_a_function_that_may_be_over_is_asked(text: str) -> None:
    found = reader.facts(text, "rol")
    assert found
    assert all(f.vraag or f.velden.get("toestand") == "voormalig" for f in found)


def test_a_title_with_a_surname_is_the_one_full_name() -> None:
    text = "Egbert Kolk, wethouder van Almere, sprak.\n\nDe heer Kolk is vicevoorzitter.\n\nE. Kolk"
    assert {f.velden["persoon"] for f in reader.facts(text, "rol")} == {"Egbert Kolk"}
    assert {f.velden["naam"] for f in reader.facts(text, "persoon")} == {"Egbert Kolk"}


def test_a_title_with_a_surname_of_two_people_is_asked() -> None:
    text = "Egbert Kolk en Anna Kolk spraken.\n\nDe heer Kolk is vicevoorzitter."
    assert all(f.vraag for f in reader.facts(text, "rol", "persoon"))


def test_a_vacancy_gives_nobody_the_function() -> None:
    text = "- wethouder werk: vacant. Bas Kruijer is gestopt"
    assert not [f for f in reader.facts(text, "rol") if f.vraag is None]


def test_a_narrow_column_is_read_as_running_text() -> None:
    text = (
        "Sinds kort is er een loket in\nde gemeente Sluis. Jo-Ann\nProvoost, adviseur bij\n"
        "de gemeente Sluis, vindt dat\nheel erg goed.\n"
    )
    assert {f.velden["persoon"] for f in reader.facts(text, "rol")} == {"Jo-Ann Provoost"}


@pytest.mark.parametrize(
    "text",
    [
        "Stel: Kees Bos is 46. Kees Bos is directeur van Divosa.", "Fictief voorbeeld: Kees Bos, wethouder van Almere.",
        "Kees Bos, wethouder van Almere, is gefingeerd.",
    ],
)  # fmt: skip
def test_somebody_made_up_is_asked(text: str) -> None:
    assert all(f.vraag for f in reader.facts(text, "persoon", "rol"))


def test_a_label_holds_for_the_names_behind_it_and_not_for_a_substitute_or_the_next_label() -> None:
    text = "Voorzitter: Anna Bos; secretaris: Piet Vos\n\nPenningmeester: Els Kok (vervanger: Jan Smit)"
    said = {(f.velden["persoon"], f.velden["functie"]) for f in reader.facts(text, "rol")}
    assert said >= {("Anna Bos", "Voorzitter"), ("Piet Vos", "secretaris"), ("Els Kok", "Penningmeester")}
    assert not said & {("Jan Smit", "Penningmeester"), ("Anna Bos", "secretaris")}


def test_where_functions_stand_above_the_names_none_is_given_to_the_name_above() -> None:
    text = "de secretaris,\nM. de Wit\nde burgemeester,\nP. Vos"
    assert not [f for f in reader.facts(text, "rol") if f.vraag is None]


def test_the_husband_of_somebody_with_a_function_does_not_have_it() -> None:
    text = "De vrouw van wethouder Piet Vos van Almere, Anna Bos, was er."
    assert {f.velden["persoon"] for f in reader.facts(text, "rol")} == {"Piet Vos"}


def test_the_people_somebody_coordinates_are_not_what_she_is() -> None:
    found = reader.facts("Dat zei coördinator vrijwilligers Anna Bos.", "rol")
    assert {f.velden["functie"] for f in found} == {"coördinator vrijwilligers"}


@pytest.mark.parametrize(
    "text",
    [
        "Voorzitter: Anna Bos of Piet Vos", "Contact: Anna Bos, secretaresse van directeur Piet Vos",
        "In memoriam\nAnna Bos\nWethouder van Almere", "Vorig bestuur:\n- Anna Bos, voorzitter VNG",
        "Naam\tFunctie\tPeriode\nAnna Bos\twethouder Almere\t2010-2014",
        "Het is in de Burgemeester Jan Campertstraat en op het Wethouder Piet Kokplein.",
    ],
)  # fmt: skip
def test_layout_that_takes_a_function_back(text: str) -> None:
    assert not [f for f in reader.facts(text, "rol") if f.vraag is None]


@pytest.mark.parametrize(
    "text",
    [
        "Stagiaire Noor Dekkers studeerde in juni af en werkt nu elders.\n",
        "Coördinator Noor Dekkers werkt inmiddels als docent.\n",
    ],
)
def test_who_went_on_to_something_else_is_asked_after(text: str) -> None:
    assert [f for f in reader.facts(text, "rol") if f.vraag is None] == []
