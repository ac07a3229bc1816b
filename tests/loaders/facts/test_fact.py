"""The id of a fact is what it claims; the same claim is the same fact."""

from typing import Any

import pytest

from graph.domain.provenance import MODEL
from loaders.facts.fact import (
    Claim,
    Evidence,
    claim,
    edge_id,
    fact,
    identify,
    only_said,
    passage_id,
    person_id,
    tie,
)

ROLE = {"persoon": "Anna Bos", "functie": "Wethouder", "organisatie": "gemeente:gm0034", "van": None, "tot": None}


def made(soort: str, **velden: Any) -> str:
    return fact(MODEL, soort, velden).id


def test_dates_and_certainty_are_no_part_of_the_claim() -> None:
    one = fact(MODEL, "rol", ROLE, zekerheid=0.5, vraag="Wie?")
    two = fact(MODEL, "rol", {**ROLE, "functie": "wethouder", "persoon": "persoon:anna-bos", "van": "2018-01-24"})
    assert one.id == two.id
    assert claim(MODEL, one) == Claim("persoon:anna-bos", "WERKT_BIJ", "gemeente:gm0034|wethouder")


def test_another_function_organisation_or_person_is_another_fact() -> None:
    ids = {
        made("rol", **ROLE),
        made("rol", **{**ROLE, "functie": "burgemeester"}),
        made("rol", **{**ROLE, "organisatie": "gemeente:gm0193"}),
        made("rol", **{**ROLE, "persoon": "Piet Vos"}),
        made("rol", **{**ROLE, "organisatie": None, "organisatie_vorm": "Xqala"}),
        made("lid", **ROLE),
    }
    assert len(ids) == 6


def test_a_thing_and_its_property_are_claims_of_their_own() -> None:
    thing = fact(MODEL, "thema", {"id": "thema:zorg", "naam": "Zorg"})
    assert claim(MODEL, thing) == Claim("thema:zorg", "bestaan", None)
    prop = fact(MODEL, "oplossing", {"id": "oplossing:a", "eigenschap": "rijpheid", "waarde": "BEPROEFD"})
    assert claim(MODEL, prop) == Claim("oplossing:a", "rijpheid", "BEPROEFD")


def test_a_relation_has_its_ends_and_a_period_under_other_names() -> None:
    velden = {"relatie": "HOORT_BIJ", "van": "organisatie:a", "naar": "organisatie:b", "hoe": "is lid van"}
    bound = tie(MODEL, fact(MODEL, "relatie", velden))
    assert bound is not None
    assert (bound.type.name, bound.source, bound.target) == ("HOORT_BIJ", "organisatie:a", "organisatie:b")
    assert "van" not in bound.properties
    assert edge_id(MODEL, bound) == made("relatie", **velden)


@pytest.mark.parametrize(
    ("soort", "velden", "said"),
    [
        ("citaat", {"id": None, "naam": "x", "tekst": "x"}, True),
        ("rol", {**ROLE, "organisatie": None}, True),
        ("rol", ROLE, False),
        ("thema", {"id": None, "naam": "Zorg"}, True),
        ("thema", {"id": "thema:zorg", "naam": "Zorg"}, False),
    ],
)
def test_what_is_only_said_makes_nothing(soort: str, velden: dict[str, Any], said: bool) -> None:
    assert only_said(fact(MODEL, soort, velden)) is said


def test_a_question_is_more_than_said() -> None:
    assert not only_said(fact(MODEL, "thema", {"id": None, "naam": "Zorg"}, vraag="Moet dit erbij?"))


def test_ids_of_people_passages_and_things_without_one() -> None:
    assert person_id("Anna Bos") == person_id("persoon:anna-bos") == "persoon:anna-bos"
    here, there = (passage_id(Evidence("bron:1", start, 9, ""), "feit:1") for start in (0, 1))
    assert here != there
    assert identify(MODEL.nodes["Gemeente"], {"code": "GM0034", "naam": "Almere"}, {}) == "gemeente:gm0034"
    assert identify(MODEL.nodes["Thema"], {"naam": "Jeugd & Zorg"}, {}) == "thema:jeugd-zorg"
    ends = {"gemeente": "gemeente:gm0034", "oplossing": "oplossing:jpf"}
    assert identify(MODEL.nodes["Toepassing"], {}, ends) == "toepassing:gm0034-jpf"
    assert identify(MODEL.nodes["Thema"], {"naam": "…"}, {}) is None
