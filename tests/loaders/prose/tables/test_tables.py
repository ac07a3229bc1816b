"""Tables of people: a header says what each column is."""

from dataclasses import replace

import pytest

from graph.domain.provenance import MODEL
from loaders.facts.fact import Fact
from loaders.facts.findings import Findings
from loaders.prose import rules
from loaders.records import structured
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


@pytest.mark.parametrize(
    "text",
    [
        rows("Team|Medewerker|Functie|Gemeente", "Zorg|Woud, Xanne|wethouder|Almere"),
        rows("Contactpersonen||", "Gemeente|Naam|Functie", "Almere|Xanne Woud|wethouder"),
        rows("Gemeente|Achternaam|Voorletters|Functie", "Almere|Woud|Xanne|wethouder"),
    ],
)
def test_a_header_may_stand_lower_and_a_name_may_be_turned(text: str) -> None:
    [role] = roles(text)
    assert (role.velden["persoon"], role.velden["organisatie"], role.vraag) == ("Xanne Woud", ALMERE, None)


def test_two_columns_of_names_are_two_people() -> None:
    text = rows("Gemeente|Naam|Portefeuille|Naam|Functie", "Almere|Anna Bos|wethouder|Piet Vos|griffier")
    assert [(f.velden["persoon"], f.velden["functie"]) for f in roles(text)] == [
        ("Anna Bos", "wethouder"), ("Piet Vos", "griffier"),
    ]  # fmt: skip


@pytest.mark.parametrize("remark", ["vertrokken per 1 mei", "uit dienst", "tot juni 2022", "met pensioen"])
def test_a_remark_that_somebody_left_ends_the_role(remark: str) -> None:
    [role] = roles(rows("Naam|Functie|Gemeente|Opmerking", f"Anna Bos|wethouder|Almere|{remark}"))
    assert role.vraag is not None


def test_a_row_that_says_who_left_ends_the_roles_below_it() -> None:
    text = "Naam;Functie;Gemeente\nAnna Bos;griffier;Almere\nWeg zijn:;;\nPiet Vos;wethouder;Almere\n"
    document = structured.with_tables(replace(reader.made(text), vorm="csv"))
    findings = Findings(MODEL, {document.id: document})
    rules.read(document, reader.seed_names(), findings)
    found = [f for f in findings.facts.values() if f.regel == "tabel-rij" and f.soort == "rol"]
    assert [(f.velden["persoon"], f.vraag is None) for f in found] == [("Anna Bos", True), ("Piet Vos", False)]


def test_what_somebody_is_of_the_meeting_is_not_asserted_at_the_gemeente() -> None:
    text = rows("Naam|Functie|Gemeente", "Anna Bos|wethouder (voorzitter)|Almere")
    assert [(f.velden["functie"], f.vraag is None) for f in roles(text)] == [("wethouder", True), ("voorzitter", False)]
