"""Lists of people in plain text: asserted where the line proves it, asked where not, kept where it is no list."""

from pathlib import Path

import pytest

from graph.contents.existing import Known
from graph.domain.provenance import MODEL
from loaders.documents.reading import read
from loaders.facts.fact import Fact
from loaders.facts.findings import Findings
from loaders.names.naming import Names
from loaders.prose import rules
from tests.loaders.papers import write
from tests.loaders.prose import reader
from tests.work import ends

KNOWN = {
    "Gemeente": [
        Known("gemeente:gm9001", "Waterdam", ("Waterdam aan Zee",)), Known("gemeente:gm9002", "Bergen (NH.)"),
        Known("gemeente:gm9003", "Bergen (L.)"), Known("gemeente:gm9004", "Huizen"),
        Known("gemeente:gm9005", "Oudorp", (), ended=True),
    ],
    "Departement": [Known("departement:bos", "Ministerie van Bos, Water en Lucht", ("BWL",))],
    "Organisatie": [
        Known("organisatie:koepel", "Koepel", ("Koepel van Gemeenten",)), Known("organisatie:ndb", "NDB"),
        Known("organisatie:raad-van-wijzen", "Raad van Wijzen"),
    ],
}  # fmt: skip


def find(tmp_path: Path, text: str) -> Findings:
    names = Names()
    for kind, things in KNOWN.items():
        for thing in things:
            names.add(kind, thing)
    [path] = write(tmp_path, lijst_txt=text)
    findings = Findings(MODEL)
    document = read(path)
    rules.read(document, names, findings)
    for fact in findings.facts.values():
        assert all(document.tekst[p.van : p.tot] == p.citaat for p in fact.bewijs)
    for left in findings.leftovers:
        assert document.tekst[left.van : left.tot] == left.tekst
    return findings


def roles(tmp_path: Path, text: str) -> list[Fact]:
    return [f for f in find(tmp_path, text).facts.values() if f.soort == "rol"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Anna de Wit – wethouder, gemeente Waterdam", [("wethouder", "gemeente:gm9001")]),
        ("Anna de Wit - Wethouder,  Gemeente\u00a0Waterdam aan Zee", [("Wethouder", "gemeente:gm9001")]),
        ("Anna\u00a0de Wit\u00a0–\u00a0Directeur Jeugd, BWL", [("Directeur Jeugd", "departement:bos")]),
        (
            "R.A.C. van Dijk – Directeur Bos, Water en Land, ministerie van Bos, Water en Lucht",
            [("Directeur Bos, Water en Land", "departement:bos")],
        ),
        ("Bram Oud – Voorzitter Koepel", [("Voorzitter", "organisatie:koepel")]),
        ("Bram Oud – voorzitter van de Koepel van Gemeenten", [("voorzitter", "organisatie:koepel")]),
        (
            "Bram Oud – Voorzitter NDB & Directeur Sociaal, gemeente Waterdam",
            [("Voorzitter", "organisatie:ndb"), ("Directeur Sociaal", "gemeente:gm9001")],
        ),
        ("Ina Vos – Directeur Groen – ministerie van BWL", [("Directeur Groen", "departement:bos")]),
        ("Ina Vos – Directeur Wonen, Zorg en Huizen, BWL", [("Directeur Wonen, Zorg en Huizen", "departement:bos")]),
        ("Ina Vos – burgemeester Huizen", [("burgemeester", "gemeente:gm9004")]),
        ("Ina Vos – wethouder van Huizen", [("wethouder", "gemeente:gm9004")]),
        ("Ina Vos – themadirecteur bij gemeente Waterdam", [("themadirecteur", "gemeente:gm9001")]),
    ],
)
def test_a_line_that_proves_itself_is_asserted(tmp_path: Path, line: str, found: list[tuple[str, str]]) -> None:
    made = roles(tmp_path, line)
    assert [(f.velden["functie"], f.velden["organisatie"]) for f in made] == found
    assert all(f.vraag is None and f.zekerheid == 0.95 and f.regel == "lijst-naam-functie" for f in made)


@pytest.mark.parametrize(
    ("line", "question"),
    [
        (
            "Jan Bos – wethouder, gemeente Bergen",
            "Welke is bedoeld met 'gemeente Bergen': gemeente:gm9002 of gemeente:gm9003?",
        ),
        (
            "Jan Bos – wethouder, gemeente Waterdan",
            "Welke organisatie is 'gemeente Waterdan'? Misschien gemeente:gm9001",
        ),
        ("Jan Bos – directeur Zorg en Wonen", "Bij welke organisatie is Jan Bos directeur Zorg en Wonen?"),
        ("Jan Bos – directeur, Stichting Onbekend", "Welke organisatie is 'Stichting Onbekend'?"),
        ("Jan Bos – Waterdam", "Welke functie heeft Jan Bos bij 'Waterdam'?"),
        ("Jan Bos – voormalig wethouder, gemeente Waterdam", "'voormalig wethouder' is een functie van vroeger."),
        ("Jan Bos – oud-burgemeester van Waterdam", "'oud-burgemeester' is een functie van vroeger."),
    ],
)
def test_what_the_line_does_not_prove_is_asked(tmp_path: Path, line: str, question: str) -> None:
    [made] = [role for role in roles(tmp_path, line) if role.vraag]
    assert made.vraag is not None
    assert made.vraag.startswith(question)
    assert made.zekerheid < 0.9


@pytest.mark.parametrize(
    "line",
    [
        "Foto: Anna de Wit",
        "De Raad vergadert elke maand – ook in Waterdam.",
        "Meer weten – bel ons",
        "Het Programmabureau",
        "2018 – Het jaar van de wethouder, gemeente Waterdam",
        "x" * 5000,
    ],
)
def test_a_line_that_is_no_list_gives_no_people(tmp_path: Path, line: str) -> None:
    assert not [f for f in find(tmp_path, line).facts.values() if f.soort in ("persoon", "rol", "lid")]


def test_members_stand_under_their_heading_until_another_line(tmp_path: Path) -> None:
    text = """\
De Raad van Wijzen is er voor iedereen.

De leden van de Raad zijn:

Anna de Wit – wethouder, gemeente Waterdam
Bram Oud – Voorzitter Koepel

Verder vergadert de raad.
Carla Nu – wethouder, gemeente Huizen
"""
    findings = find(tmp_path, text)
    members = [f for f in findings.facts.values() if f.soort == "lid"]
    assert [(f.velden["persoon"], f.velden["organisatie"], f.vraag) for f in members] == [
        ("Anna de Wit", "organisatie:raad-van-wijzen", None),
        ("Bram Oud", "organisatie:raad-van-wijzen", None),
    ]
    assert [p.citaat for p in members[0].bewijs] == [
        "Anna de Wit – wethouder, gemeente Waterdam", "De leden van de Raad zijn:",
    ]  # fmt: skip


def test_a_short_heading_that_the_document_never_writes_in_full_is_asked(tmp_path: Path) -> None:
    findings = find(tmp_path, "Leden van de Raad:\nAnna de Wit – wethouder, gemeente Waterdam\n")
    [member] = [f for f in findings.facts.values() if f.soort == "lid"]
    assert member.velden["organisatie"] is None
    assert member.vraag is not None
    assert "organisatie:raad-van-wijzen" in member.vraag


def test_a_bare_name_under_a_heading_is_asked(tmp_path: Path) -> None:
    findings = find(tmp_path, "Leden van de Raad van Wijzen:\nAnna de Wit\n")
    assert [(f.soort, f.vraag) for f in findings.facts.values() if f.soort != "organisatie"] == [
        ("lid", "Is 'Anna de Wit' lid van 'Raad van Wijzen'?"),
    ]


def test_long_and_hostile_lines_end(tmp_path: Path) -> None:
    names = "\n".join(f"Jan Bos{i} – wethouder, gemeente Waterdam" for i in range(2000))
    lines = (" " * 900 + "x", "a –" * 300, "a & " * 240, "Jan " * 240, "Leden van de " + "a " * 400, ", " * 450)
    with ends():
        assert len(roles(tmp_path, names)) == 2000
        for line in lines:
            find(tmp_path, line * 20)
            find(tmp_path, f"{line}\n" * 20)
        find(tmp_path, "Jan Bos – wethouder " * 100_000)


@pytest.mark.parametrize(
    "text",
    [
        "Aanwezig: Anna Bos, burgemeester Piet Vos en griffier Els Kok",
        "Aanwezig: Anna Bos (voorzitster?), wethouders Klijn en Vink, burgemeester Piet Vos, griffier Els Kok",
    ],
)
def test_a_function_right_before_the_next_name_is_of_that_one(text: str) -> None:
    said = {(f.velden["persoon"], f.velden["functie"]) for f in reader.facts(text, "rol") if f.vraag is None}
    assert said == {("Piet Vos", "burgemeester"), ("Els Kok", "griffier")}


def test_a_row_of_columns_ends_with_its_line() -> None:
    text = (
        "Naam                      Functie                       Organisatie\n"
        "mr. D. Kort               onderzoeker                   Platform31\n"
        "Els Barendregt            directeur                     Stichting Eiland\n"
    )
    said = {(f.velden["persoon"], f.velden["functie"]) for f in reader.facts(text, "rol")}
    assert ("Els Barendregt", "onderzoeker") not in said
    assert ("D. Kort", "onderzoeker") in said


@pytest.mark.parametrize(
    "heading", ["Weg zijn:", "Vertrokken medewerkers", "Oud-collega’s", "Afscheid genomen van", "Niet meer werkzaam"]
)
def test_under_a_heading_that_says_they_left_nothing_is_of_now(heading: str) -> None:
    text = f"{heading}\n\n- Anna Bos, adviseur, gemeente Ede\n- Piet Vos (wethouder van Almere)\n"
    found = reader.facts(text, "rol")
    assert found
    assert all(f.vraag for f in found)


def test_the_members_of_a_body_that_we_do_not_know_are_asked_about_once() -> None:
    text = "De raad van toezicht bestaat uit de volgende leden:\n\n- dhr. F. Mbuza (voorzitter)\n- mw. T. Tromp (lid)\n"
    found = [f for f in reader.facts(text, "rol", "lid") if f.vraag]
    assert sorted((f.soort, f.velden["persoon"]) for f in found) == [("rol", "F. Mbuza"), ("rol", "T. Tromp")]
    assert not any("Misschien" in str(f.vraag) for f in found)
