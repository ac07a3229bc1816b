"""Membership, relations between bodies, trajecten with their duo, and what facts say against each other."""

import pytest

from loaders.facts.findings import Findings
from tests.loaders.prose import reader

RAAD, PROGRAMMA = "organisatie:programmaraad-sociaal-domein", "organisatie:programma-sociaal-domein"


def test_somebody_is_a_member_when_a_sentence_says_so() -> None:
    [member] = reader.facts("Anna Bos is lid van de Programmaraad Sociaal Domein.", "lid")
    assert (member.velden["organisatie"], member.vraag) == (RAAD, None)
    [past] = reader.facts("Anna Bos was lid van de Programmaraad Sociaal Domein.", "lid")
    assert past.vraag is not None


@pytest.mark.parametrize("heading", ["Voormalige leden:", "Oud-leden van de Programmaraad Sociaal Domein:"])
def test_a_list_of_former_members_is_asked(heading: str) -> None:
    found = reader.facts(f"{heading}\nAnna Bos – wethouder, gemeente Almere\n", "rol", "lid")
    assert found
    assert all(f.vraag for f in found)


@pytest.mark.parametrize(
    ("text", "source", "target", "how"),
    [
        ("In de Programmaraad Sociaal Domein heeft ook Divosa zitting.", "organisatie:divosa", RAAD,
         "heeft zitting in"),
        ("De VNG is betrokken bij het Programma Sociaal Domein.", "organisatie:vng", PROGRAMMA, "is betrokken bij"),
        ("De VNG vormt het secretariaat van de Programmaraad Sociaal Domein.", "organisatie:vng", RAAD,
         "is het secretariaat van"),
        ("De VNG is opdrachtgever van het Programma Sociaal Domein.", "organisatie:vng", PROGRAMMA,
         "is opdrachtgever van"),
    ],
)  # fmt: skip
def test_a_sentence_says_how_bodies_belong_together(text: str, source: str, target: str, how: str) -> None:
    [fact] = reader.facts(text, "relatie")
    assert (fact.velden["van"], fact.velden["naar"], fact.velden["hoe"]) == (source, target, how)
    assert fact.vraag is None


@pytest.mark.parametrize(
    "text",
    [
        "De VNG is niet betrokken bij het Programma Sociaal Domein.", "De VNG zou betrokken zijn bij dit programma.",
        "De VNG is betrokken bij de zaak.",
    ],
)  # fmt: skip
def test_a_denial_or_a_missing_end_is_no_relation(text: str) -> None:
    assert not reader.facts(text, "relatie")


def test_a_known_traject_gets_its_duo_and_parties() -> None:
    text = """\
Samen slim slagvaardig kansen creëren voor jongeren

Trajectregisseurs: Anna Bos (directeur Werk, gemeente Almere) en Piet Vos (directeur Stelsel, ministerie van SZW)
Deelnemende gemeenten: Almere, Zwolle
"""
    found = {(f.velden["relatie"], f.velden["van"]) for f in reader.facts(text, "relatie") if not f.vraag}
    assert found == {
        ("REGISSEERT", "persoon:anna-bos"), ("REGISSEERT", "persoon:piet-vos"),
        ("NEEMT_DEEL_AAN", "gemeente:gm0034"), ("NEEMT_DEEL_AAN", "gemeente:gm0193"),
    }  # fmt: skip


def test_two_burgemeesters_of_one_gemeente_are_both_asked() -> None:
    text = "Burgemeester Anna Bos van Almere sprak.\n\nEn Piet Vos, burgemeester van Almere, ook."
    assert [f.vraag is None for f in reader.facts(text, "rol")] == [False, False]


def test_two_burgemeesters_in_two_documents_are_both_asked() -> None:
    first = reader.page("Burgemeester Anna Bos van Almere sprak.")
    assert [f.vraag for f in first.facts.values() if f.soort == "rol"] == [None]
    second = reader.page("Burgemeester Piet Vos van Almere sprak.", into=first)
    assert [f.vraag is None for f in second.facts.values() if f.soort == "rol"] == [False, False]


def test_no_relationship_is_asserted_with_somebody_who_is_asked() -> None:
    def dangling(findings: Findings) -> list[str]:
        people = {f.velden["id"] for f in findings.facts.values() if f.soort == "persoon" and not f.vraag}
        return [
            str(f.velden) for f in findings.facts.values()
            if f.soort in ("rol", "lid") and not f.vraag and f.velden.get("organisatie")
            and "persoon:" + f.velden["persoon"].lower().replace(" ", "-") not in people
        ]  # fmt: skip

    for text in ("Xqala Zwart, wethouder van Almere, sprak.", "Xqala Zwart – wethouder, gemeente Almere"):
        assert not dangling(reader.page(text))
