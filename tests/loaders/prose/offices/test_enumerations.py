"""People in a row with one function."""

import pytest

from loaders.facts.fact import Fact
from tests.loaders.prose import reader

EDE, ALMERE = "gemeente:gm0228", "gemeente:gm0034"


def roles(text: str) -> list[Fact]:
    return [f for f in reader.facts(text, "rol") if f.regel == "buurt-rij"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Bos (26), Piet Vos (28) en Els Smit zijn de jongerenwerkers.\n",
        "Onze jongerenwerkers zijn Anna Bos, Piet Vos en Els Smit.\n",
    ],
)
def test_one_verb_says_it_of_all_of_them(text: str) -> None:
    found = roles(text)
    assert [f.velden["persoon"] for f in found] == ["Anna Bos", "Piet Vos", "Els Smit"]
    assert all(f.velden["functie"] == "jongerenwerker" and f.vraag for f in found)


def test_what_they_become_is_to_come_and_what_they_were_is_past() -> None:
    assert all(
        str(f.vraag).startswith("Wordt ") for f in roles("Anna Bos en Piet Vos worden de twee VVD-wethouders.\n")
    )
    assert all(f.velden["toestand"] == "voormalig" for f in roles("Anna Bos en Piet Vos waren de jongerenwerkers.\n"))


def test_the_sentence_above_a_list_says_what_they_are_and_each_line_where() -> None:
    found = roles("De volgende wethouders steunen dit:\n\nAnna Bos, Ede\n\nPiet Vos, Almere\n")
    assert [(f.velden["persoon"], f.velden["organisatie"]) for f in found] == [("Anna Bos", EDE), ("Piet Vos", ALMERE)]


def test_a_name_in_another_sentence_part_is_not_in_the_row() -> None:
    assert not roles("Anna Bos zegt dat de jongerenwerkers zijn vertrokken.\n")


def test_a_word_for_all_before_a_colon_says_what_each_is_at_the_place_behind_the_name() -> None:
    found = roles(
        "Wij danken hen: artiest Els Smit en de vier wethouders die meededen: Anna Bos (Ede) en Piet Vos (Almere).\n"
    )
    assert [(f.velden["functie"], f.velden["organisatie"]) for f in found] == [
        ("wethouder", EDE),
        ("wethouder", ALMERE),
    ]
    assert len(reader.facts("De wethouders die meededen: Anna Bos (Ede) en Piet Vos (Almere).\n", "rol")) == 2
