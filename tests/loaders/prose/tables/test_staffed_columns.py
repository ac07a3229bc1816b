"""Columns of people under a function, and cells that are cards."""

import pytest

from loaders.facts.fact import Fact
from tests.loaders.prose import reader

EDE, ALMERE = "gemeente:gm0228", "gemeente:gm0034"


def roles(*lines: str) -> list[Fact]:
    return reader.facts("\n".join(line.replace("|", "\t") for line in lines) + "\n", "rol")


def test_the_header_is_the_function_and_the_row_the_gemeente() -> None:
    found = roles("Gemeente|Stand|Aandachtsfunctionaris", "Ede|klaar|Anna Bos", "Almere|bezig|P. Vos")
    assert [(f.velden["persoon"], f.velden["functie"], f.velden["organisatie"], f.vraag) for f in found] == [
        ("Anna Bos", "aandachtsfunctionaris", EDE, None),
        ("P. Vos", "aandachtsfunctionaris", ALMERE, None),
    ]


def test_a_side_says_no_function_so_that_it_is_asked_unless_the_text_explains_it() -> None:
    table = ("Gemeente|Ambtelijk", "Ede|Anna Bos", "Almere|P. Vos")
    assert [f.vraag for f in roles(*table)] == [
        "Welke functie heeft Anna Bos bij 'gemeente Ede'?",
        "Welke functie heeft P. Vos bij 'gemeente Almere'?",
    ]
    found = roles(*table, "", "In de kolom Ambtelijk staan de beleidsadviseurs.")
    assert {f.velden["functie"] for f in found} == {"beleidsadviseur"}


@pytest.mark.parametrize("remark", ["vertrekt per 1 april", "uit dienst", "vertrokken per 1 mei"])
def test_who_is_leaving_is_not_asserted(remark: str) -> None:
    found = roles("Gemeente|Wethouder|Opmerking", f"Ede|Anna Bos|{remark}", "Almere|P. Vos|")
    assert [bool(f.vraag) for f in found] == [True, False]


def test_a_column_of_other_things_holds_no_people() -> None:
    assert not roles("Gemeente|Kleur", "Ede|zie bijlage", "Almere|Anna Bos")
