"""Records become facts, checked against the model; a mistake is named with what to write instead."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from graph.domain.provenance import MODEL
from loaders.facts.fact import ABOUT, Fact
from loaders.proposal.intake import Intake, take_in
from loaders.records.things import writable
from tests.loaders.papers import BASE, SOLUTION, write

BAD_ROWS = [
    (
        "{soort: oplosing, titel: X}",
        "a.yaml:2:13: onbekende soort 'oplosing'; bedoel je 'oplossing'?",
    ),
    (
        "{soort: rol, persoon: Jan Bos, functei: x, organisatie: Koepel}",
        "a.yaml:2:36: onbekend veld 'functei'; bedoel je 'functie'?",
    ),
    (
        "{soort: thema, nam: X}",
        "a.yaml:2:20: onbekend veld 'nam'; bedoel je 'naam'?",
    ),
    (
        "{soort: thema, omschrijving: X}",
        "a.yaml:2:5: er ontbreekt iets: geef ook naam",
    ),
    (
        "{soort: thema, naam: X, feiten: [a]}",
        "a.yaml:2:29: onbekend veld 'feiten'",
    ),
    (
        "{soort: gemeente, naam: X, code: GM12}",
        "a.yaml:2:38: code: 'GM12' is geen gemeentecode",
    ),
    (
        "{soort: gemeente, naam: X, code: GM0012, inwoners: veel}",
        "a.yaml:2:56: inwoners: 'veel' is geen heel getal",
    ),
    (
        "{soort: oplossing, titel: X, rijpheid: AF}",
        "a.yaml:2:44: rijpheid: 'AF' is geen keuze; kies uit NIET_BEOORDEELD",
    ),
    (
        "{soort: traject, naam: X, gestartOp: 1-2-2018}",
        "a.yaml:2:42: gestartOp: '1-2-2018' is geen datum",
    ),
    (
        "{soort: traject, naam: X, gestartOp: 2018-02-30}",
        "a.yaml:2:42: gestartOp: '2018-02-30' is geen datum",
    ),
    (
        "{soort: thema, naam: X, toplijst: www.x.nl}",
        "a.yaml:2:39: toplijst: 'www.x.nl' is geen webadres",
    ),
    (
        "{soort: thema, naam: X, toplijst: 'javascript:alert(1)'}",
        "a.yaml:2:39: toplijst: 'javascript:alert(1)' is geen webadres; begin met https://",
    ),
    (
        "{soort: oplossing, titel: X, materialen: [{titel: A, url: 'javascript:alert(1)', soort: b}]}",
        "a.yaml:2:63: url: 'javascript:alert(1)' is geen webadres; begin met https://",
    ),
    (
        "{soort: oplossing, titel: X, materialen: [{titel: A, soort: b}]}",
        "a.yaml:2:47: bij 'materialen' ontbreekt 'url'",
    ),
    (
        "{soort: oplossing, titel: X, materialen: [{titel: A, url: [https://x.nl], soort: b}]}",
        "a.yaml:2:63: bij 'url' hoort één waarde",
    ),
    (
        "{soort: thema, naam: X, bronnen: [{url: 'data:text/html,x', zegt: y}]}",
        "a.yaml:2:45: 'data:text/html,x' is geen webadres; begin met https://",
    ),
    (
        "{soort: thema, naam: [X]}",
        "a.yaml:2:26: bij 'naam' hoort één waarde",
    ),
    (
        "{soort: thema, id: wet:x, naam: X}",
        "a.yaml:2:24: 'wet:x' is geen id van een thema",
    ),
    (
        "{soort: thema, naam: X, bovenliggend: thema:schuld}",
        "a.yaml:2:43: 'thema:schuld' bestaat niet; bedoel je 'thema:schulden'?",
    ),
    (
        "{soort: thema, naam: X, bovenliggend: wet:x}",
        "a.yaml:2:43: hier hoort een thema, geen wet",
    ),
    (
        "{soort: lid, persoon: Jan Bos, organisatie: Raad van Wijze}",
        "'Raad van Wijze' ken ik niet; bedoel je 'organisatie:raad-van-wijzen'",
    ),
    (
        "{soort: rol, persoon: Jan Bos, organisatie: Bergen}",
        "'Bergen' kan gemeente:gm9002 of gemeente:gm9003 zijn; schrijf de id",
    ),
    (
        "{soort: rol, persoon: Jan Bos}",
        "a.yaml:2:5: er ontbreekt iets: geef ook organisatie",
    ),
    (
        "{soort: toepassing, gemeente: Waterdam}",
        "a.yaml:2:5: er ontbreekt iets: geef ook oplossing",
    ),
    (
        "{soort: relatie, relatie: HOORT, van: thema:schulden, naar: thema:schulden}",
        "onbekende relatie 'HOORT'; bedoel je 'HOORT_BIJ'?",
    ),
    (
        "{soort: relatie, relatie: DEEL_VAN, van: thema:schulden, naar: organisatie:koepel}",
        "hier hoort een thema, geen organisatie",
    ),
    (
        "{soort: thema, naam: X, zekerheid: 2}",
        "a.yaml:2:40: zekerheid is een getal van 0 tot 1",
    ),
    (
        "{soort: thema, naam: X, bronnen: [{url: https://x.nl}]}",
        "een bron heeft 'url' en 'zegt'",
    ),
    (
        "{soort: thema, naam: X, bronnen: [{url: https://x.nl, zegt: y, over: [nam]}]}",
        "onbekend veld onder 'over': 'nam'; bedoel je 'naam'?",
    ),
    (
        "{soort: thema, naam: …}",
        "a.yaml:2:5: geef een id, bijvoorbeeld 'thema:korte-naam'",
    ),
]


async def nothing(text: str, parameters: Any = None) -> list[list[Any]]:
    """An empty graph: counts and collections are empty, and there are no rows."""
    return [[[]]] if "RETURN collect(" in text else []


def take(tmp_path: Path, **files: str) -> Intake:
    return asyncio.run(take_in(nothing, MODEL, write(tmp_path, basis_yaml=BASE, **files)))


def facts(tmp_path: Path, text: str) -> list[Fact]:
    intake = take(tmp_path, a_yaml=text)
    assert not intake.refusals, [str(r) for r in intake.refusals]
    own = next(d.id for d in intake.proposal.documenten if d.bestand == "a.yaml")
    return [f for f in intake.proposal.feiten if any(p.document == own for p in f.bewijs)]


def mistakes(tmp_path: Path, text: str, name: str = "a_yaml") -> list[str]:
    intake = take(tmp_path, **{name: text})
    return [str(p) for r in intake.refusals for p in r.problems]


def test_a_record_gives_a_fact_that_the_thing_is_there_and_one_for_each_relation(tmp_path: Path) -> None:
    found = facts(tmp_path, SOLUTION)
    said = [(f.soort, f.velden.get("relatie") or f.velden.get("eigenschap") or f.velden.get("id")) for f in found]
    assert sorted(said, key=str) == sorted(
        [
            ("oplossing", "oplossing:eenloket-nandu"), ("oplossing", "rijpheid"), ("persoon", "persoon:ria-de-wit"),
            ("relatie", "GAAT_OVER"), ("relatie", "LOST_OP"), ("relatie", "ONTWIKKELD_DOOR"),
            ("relatie", "CONTACT_VOOR"),
            ("toepassing", "toepassing:gm9001-eenloket-nandu"),
        ],
        key=str,
    )  # fmt: skip
    assert all(f.id.startswith("feit:") and f.besluit == "ja" and f.vraag is None for f in found)


def test_a_relation_is_quoted_with_its_own_line_and_a_source_is_a_document(tmp_path: Path) -> None:
    intake = take(tmp_path, a_yaml=SOLUTION)
    by = {f.velden.get("relatie") or f.velden.get("eigenschap") or f.soort: f for f in intake.proposal.feiten
          if f.velden.get("van", f.velden.get("id", "")) in ("oplossing:eenloket-nandu",)}  # fmt: skip
    assert [p.citaat for p in by["LOST_OP"].bewijs] == ["knelpunten: [knelpunt:wachten]"]
    assert [p.citaat for p in by["rijpheid"].bewijs] == ["rijpheid: BEPROEFD", "Het loket draait in Waterdam."]
    assert [p.citaat for p in by["oplossing"].bewijs][1:] == ["Een blog over het loket."]
    page = next(d for d in intake.proposal.documenten if d.url == "https://voorbeeld.test/nieuws")
    assert (page.soort, page.titel, page.datum) == ("webpagina, samengevat", "voorbeeld.test/nieuws", "2021-03-01")


def test_the_same_claim_in_other_words_and_places_is_the_same_fact(tmp_path: Path) -> None:
    one = facts(
        tmp_path, "feiten:\n  - {soort: rol, persoon: Ria Bos, functie: Hoofd, organisatie: Waterdam, van: 2019-01-01}"
    )
    two = facts(
        tmp_path,
        "# anders\nfeiten:\n  - soort: rol\n    persoon: persoon:ria-bos\n    functie: hoofd\n"
        "    organisatie: gemeente:gm9001\n  - {soort: persoon, naam: Ria Bos}",
    )
    role = [[f.id for f in found if f.soort == "rol"] for found in (one, two)]
    assert role[0] == role[1]


def test_order_of_documents_and_records_does_not_matter(tmp_path: Path) -> None:
    text = "feiten:\n  - {soort: oplossing, titel: B, afgeleidVan: oplossing:a}\n  - {soort: oplossing, titel: A}"
    assert {f.velden.get("naar") for f in facts(tmp_path, text)} >= {"oplossing:a"}


@pytest.mark.parametrize(("line", "said"), BAD_ROWS)
def test_a_bad_row_is_named_with_what_to_write_instead(tmp_path: Path, line: str, said: str) -> None:
    found = mistakes(tmp_path, f"feiten:\n  - {line}")
    assert len(found) == 1
    assert said in found[0]


def test_every_mistake_in_a_document_is_named_and_the_other_documents_go_on(tmp_path: Path) -> None:
    intake = take(tmp_path, a_yaml="feiten:\n  - {soort: thema, nam: X}\n  - {soort: thema, naam: Y, foto: z}")
    [refusal] = intake.refusals
    assert [p.place.regel for p in refusal.problems] == [2, 3]
    assert {d.bestand for d in intake.proposal.documenten} == {"basis.yaml"}
    assert all(p.document == intake.proposal.documenten[0].id for f in intake.proposal.feiten for p in f.bewijs)


def test_a_bad_cell_in_a_table_is_named_by_line_and_column(tmp_path: Path) -> None:
    found = mistakes(tmp_path, 'code,naam,inwoners\nGM9009,"Berg, aan",12\nGM9010,Dal,twaalf\n', "gemeenten_csv")
    assert found == ["gemeenten.csv:3:12: inwoners: 'twaalf' is geen heel getal; schrijf bijvoorbeeld 25000"]
    found = mistakes(tmp_path, "code,naam,inwoner\nGM9009,Berg,12\n", "gemeenten_csv")
    assert found == ["gemeenten.csv:1:11: onbekende kolom 'inwoner'; bedoel je 'inwoners'?"]


ROWS = "".join(f"{'x' * number},y\n" for number in range(1, 40))
"""Names of every length, so that the second column begins somewhere else in each row."""


def test_a_mistake_in_a_header_is_said_once_at_its_column(tmp_path: Path) -> None:
    found = mistakes(tmp_path, f"naam,omschrijvig\n{ROWS}", "themas_csv")
    assert found == ["themas.csv:1:6: onbekende kolom 'omschrijvig'; bedoel je 'omschrijving'?"]
    found = mistakes(tmp_path, f"persoon,functie\n{ROWS}", "rollen_csv")
    assert found == ["rollen.csv:1:1: er ontbreekt een kolom: een rol heeft ook organisatie nodig"]
    found = mistakes(tmp_path, f"omschrijving,toplijst\n{ROWS.replace(',y', ',')}", "themas_csv")
    assert found == ["themas.csv:1:1: er ontbreekt een kolom: een thema heeft ook naam nodig"]


def test_a_missing_value_is_said_at_its_row(tmp_path: Path) -> None:
    found = mistakes(tmp_path, "naam,omschrijving\nWonen,x\n,y\n", "themas_csv")
    assert found == ["themas.csv:3:1: er ontbreekt iets: geef ook naam"]


def test_the_first_day_is_vanaf_in_a_role_as_in_a_relation(tmp_path: Path) -> None:
    row = "persoon,functie,organisatie,{}\nJan Bos,wethouder,Waterdam,2019-01-01\n"
    said = [take(tmp_path, rollen_csv=row.format(name)).proposal.feiten for name in ("van", "vanaf")]
    periods = [[f.velden.get("van") for f in facts if f.soort == "rol"] for facts in said]
    assert periods == [["2019-01-01"], ["2019-01-01"]]


def test_no_property_has_a_word_that_says_something_about_the_record() -> None:
    for node in MODEL.entities:
        assert not [name for name, prop in node.properties.items() if writable(prop) and name in ABOUT], node.name


def test_two_records_that_contradict_each_other_are_named(tmp_path: Path) -> None:
    text = "feiten:\n  - {soort: thema, naam: X, omschrijving: a}\n  - {soort: thema, naam: X, omschrijving: b}"
    [said] = mistakes(tmp_path, text)
    assert said.startswith("a.yaml:3:5: 'omschrijving' is hier 'b' en in a.yaml:2:5 'a'")


def test_several_values_in_a_cell_and_a_related_thing_with_properties(tmp_path: Path) -> None:
    intake = take(
        tmp_path,
        gemeenten_csv="code,naam,ookBekendAls,opvolgers\nGM9003,Bergen (L.),Berg|Bergje,Waterdam\n",
        o_yaml="feiten:\n  - {soort: oplossing, titel: X, knelpunten: [{id: knelpunt:wachten, dekking: 0.5}]}",
    )
    assert not intake.refusals, [str(r) for r in intake.refusals]
    by = {f.velden.get("relatie") or f.velden.get("id"): f.velden for f in intake.proposal.feiten}
    assert by["gemeente:gm9003"]["ookBekendAls"] == ["Berg", "Bergje"]
    assert by["OPGEGAAN_IN"]["naar"] == "gemeente:gm9001"
    assert by["LOST_OP"]["dekking"] == 0.5
