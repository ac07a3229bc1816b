"""Tables of people: a header says what each column is."""

import pytest

from loaders.facts.fact import Fact
from tests.loaders.prose import reader

ALMERE = "gemeente:gm0034"


def rows(*lines: str) -> str:
    return "\n".join(line.replace("|", "\t") for line in lines) + "\n"


def roles(text: str) -> list[Fact]:
    return [f for f in reader.facts(text, "rol") if f.regel == "tabel-rij"]


@pytest.mark.parametrize(
    "text",
    [
        rows("Naam|Functie|Gemeente", "Xqala Bos|wethouder|Almere"),
        rows("Functie|Wie|Namens", "wethouder|Xqala Bos|gemeente Almere"),
        rows("Naam|Functie", "Xqala Bos|wethouder van Almere"),
        "Naam | Functie | Organisatie\nXqala Bos | wethouder | gemeente Almere\n",
    ],
)
def test_a_row_with_a_name_a_function_and_an_organisation_is_asserted(text: str) -> None:
    [role] = roles(text)
    assert (role.velden["persoon"], role.velden["functie"], role.velden["organisatie"], role.vraag) == (
        "Xqala Bos", "wethouder", ALMERE, None,
    )  # fmt: skip


def test_a_row_that_lacks_something_is_asked() -> None:
    text = rows("Naam|Functie|Gemeente", "Anna Bos||Almere", "Piet Vos|griffier|Xqala")
    assert [(f.velden["persoon"], f.vraag is None) for f in roles(text)] == [("Anna Bos", False), ("Piet Vos", False)]
    assert [f.velden["naam"] for f in reader.facts(text, "persoon")] == ["Anna Bos", "Piet Vos"]


def test_two_functions_in_a_cell_are_two_and_a_period_takes_them_back() -> None:
    text = rows("Naam|Functie|Gemeente|Periode", "Anna Bos|wethouder en griffier|Almere|2010-2014")
    assert [(f.velden["functie"], f.vraag is None) for f in roles(text)] == [
        ("voormalig wethouder", False), ("griffier", True),
    ]  # fmt: skip


def test_a_column_of_names_without_a_name_is_left_with_the_reason() -> None:
    left = reader.page(rows("Naam|Functie", "vacature|wethouder", "Anna Bos|griffier")).leftovers
    assert [(item.tekst, item.reden) for item in left] == [("vacature\twethouder", "geen naam in de kolom met namen")]


def test_a_column_for_the_body_makes_members() -> None:
    text = rows("Naam|Functie|Gemeente|Lid van", "Anna Bos|wethouder|Almere|Programmaraad Sociaal Domein")
    [member] = reader.facts(text, "lid")
    assert (member.velden["organisatie"], member.regel) == ("organisatie:programmaraad-sociaal-domein", "lijst-leden")


def test_a_known_thema_in_its_column_is_one() -> None:
    text = rows("Thema|Doel", "Mantelzorg|helpen", "Iets anders|doen")
    assert [(f.velden["id"], f.regel) for f in reader.facts(text, "thema")] == [("thema:mantelzorg", "tabel-thema")]


@pytest.mark.parametrize("text", [rows("Wat|Hoe", "Anna Bos|wethouder van Almere"), rows("Naam", "Anna Bos")])
def test_a_table_of_something_else_gives_nobody(text: str) -> None:
    assert not roles(text)
