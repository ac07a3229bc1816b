"""Lines that begin with a label."""

import pytest

from tests.loaders.prose import reader


def roles(text: str) -> set[tuple[str, str | None]]:
    found = [f for f in reader.facts(text, "rol") if f.regel == "lijst-functie-naam"]
    return {(f.velden["persoon"], f.velden["functie"]) for f in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voorzitter: Anna Bos (gemeente Almere)", {("Anna Bos", "Voorzitter")}),
        ("Regisseurs: Anna Bos en Piet Vos", {("Anna Bos", "Regisseur"), ("Piet Vos", "Regisseur")}),
        ("Voorzitter: Anna Bos; secretaris: Piet Vos", {("Anna Bos", "Voorzitter"), ("Piet Vos", "secretaris")}),
        ("Portefeuillehouder: wethouder A. Bos", {("A. Bos", "wethouder"), ("A. Bos", "Portefeuillehouder")}),
        ("Penningmeester: Els Kok (vervanger: Jan Smit)", {("Els Kok", "Penningmeester")}),
        ("Voorzitter: Anna Bos, griffier", {("Anna Bos", "Voorzitter"), ("Anna Bos", "griffier")}),
    ],
)
def test_a_function_before_a_colon_is_of_everybody_behind_it(text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aanwezig: Anna Bos (wethouder Almere), B. Oud (Divosa)", {("Anna Bos", "wethouder"), ("B. Oud", None)}),
        ("Aanwezig: wethouder Anna Bos en griffier Els Kok", {("Anna Bos", "wethouder"), ("Els Kok", "griffier")}),
        ("Contact: Anna Bos", set()),
    ],
)
def test_people_who_follow_have_what_stands_beside_their_own_name(text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Voorzitter: vacant", "Voorzitter: Anna Bos of Piet Vos", "Voorzitter: “Anna Bos is er.”", "Onderwerp: Anna Bos"],
)
def test_a_label_that_says_nobody(text: str) -> None:
    assert not roles(text)


def test_a_sentence_before_a_row_of_names_is_asked_with_the_function_in_it() -> None:
    text = "Het team jongerenwerkers bestaat uit: Anna Bos (a.bos@xqala.test) en Piet Vos (VVD)\n"
    found = [f for f in reader.facts(text, "rol") if f.regel == "lijst-functie-naam"]
    assert [(f.velden["persoon"], f.velden["functie"], f.velden["organisatie"]) for f in found] == [
        ("Anna Bos", "jongerenwerker", None), ("Piet Vos", "jongerenwerker", None),
    ]  # fmt: skip
    assert all(f.vraag for f in found)
