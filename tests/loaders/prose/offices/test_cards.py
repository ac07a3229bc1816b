"""Functions and names on lines of their own are asked, by the layout."""

import pytest

from tests.loaders.prose import reader


def asked(text: str) -> set[tuple[str, str]]:
    found = [f for f in reader.facts(text, "rol") if f.regel == "buurt-kaart"]
    assert all(f.vraag for f in found)
    return {(f.velden["persoon"], f.velden["functie"]) for f in found}


def test_a_function_under_a_name() -> None:
    text = "Anna Bos\n\nBurgemeester\n\nPiet Vos\n\nGemeentesecretaris en algemeen directeur\n"
    assert asked(text) == {
        ("Anna Bos", "burgemeester"), ("Piet Vos", "gemeentesecretaris"), ("Piet Vos", "algemeen directeur"),
    }  # fmt: skip


def test_a_function_above_a_name() -> None:
    text = "Het duo\n\nBestuurlijk regisseur\n\nAnna Bos\n\nAmbtelijk regisseur\n\nPiet Vos\n"
    assert asked(text) == {("Anna Bos", "bestuurlijk regisseur"), ("Piet Vos", "ambtelijk regisseur")}


def test_everybody_listed_under_a_heading_in_the_plural() -> None:
    text = "RAADSLEDEN\n- Anna Bos, Lijst Zes\n- Piet Vos (VVD)\n\nStuur dit door aan Els Kok.\n"
    assert asked(text) == {("Anna Bos", "raadslid"), ("Piet Vos", "raadslid")}


@pytest.mark.parametrize("between", ["\n", "\n\n      w.g.                w.g.\n\n"])
def test_signatures_side_by_side(between: str) -> None:
    text = f"de griffier,            de voorzitter,\n{between}mr. A.B. Bos            drs. C. Vos\n"
    assert asked(text) == {("A.B. Bos", "griffier"), ("C. Vos", "voorzitter")}


def test_a_name_and_a_function_in_columns_of_one_line() -> None:
    text = "Rooster\nAnna Bos            ambtelijk secretaris        n.v.t.\n"
    assert asked(text) == {("Anna Bos", "ambtelijk secretaris")}


def test_a_signature_under_a_function_over_two_lines() -> None:
    text = "Hoogachtend,\n\nde minister van Volksgezondheid,\nWelzijn en Sport,\n\n\nAnna Bos\n"
    assert ("Anna Bos", "minister") in asked(text)


@pytest.mark.parametrize(
    "text", ["De burgemeester is ziek\n\nAnna Bos\n", "Steunfractie (geen raadsleden)\n- Anna Bos\n"]
)
def test_a_sentence_is_no_card(text: str) -> None:
    assert not asked(text)


def test_a_sentence_that_opens_a_list_says_what_its_people_become() -> None:
    text = "Nieuws uit Ede\n\nDit worden de nieuwe wethouders:\n= Anna Bos (VVD)\n= Qala Mbuza (D66)\n"
    asked = [f for f in reader.facts(text, "rol") if f.vraag]
    assert [(f.velden["persoon"], f.velden["functie"], f.velden["organisatie"]) for f in asked] == [
        ("Anna Bos", "wethouder", "gemeente:gm0228"), ("Qala Mbuza", "wethouder", "gemeente:gm0228"),
    ]  # fmt: skip
    assert all(str(f.vraag).startswith("Wordt ") for f in asked)
