"""Decisions as the rows that they ask for."""

from dataclasses import replace
from typing import Any

import pytest

from graph.domain.provenance import MODEL
from graph.errors import GraphError
from loaders.facts.fact import Evidence, Fact, fact
from loaders.load import plan
from loaders.load.plan import Hand, Plan
from loaders.proposal.decided import Settled
from loaders.proposal.proposal import Source

DOCUMENT = Source("bron:1", "a.txt", "00", 9, "A")
PROOF = Evidence("bron:1", 0, 4, "Anna")
ROLE = {"persoon": "Anna Bos", "functie": "hoofd", "organisatie": "gemeente:gm9001"}


def made(*facts: Fact) -> Plan:
    return plan.make(MODEL, Settled([DOCUMENT], [*facts], "1"))


def a(soort: str, velden: dict[str, Any], **rest: Any) -> Fact:
    return fact(MODEL, soort, velden, bewijs=[PROOF], **rest)


def test_a_thing_and_a_relationship_rest_on_their_facts() -> None:
    person, role = a("persoon", {"id": "persoon:anna-bos", "naam": "Anna Bos"}), a("rol", ROLE)
    found = made(person, role)
    assert found.nodes["persoon:anna-bos"].properties == {
        "naam": "Anna Bos",
        "id": "persoon:anna-bos",
        "feiten": [person.id],
    }
    [edge] = [row for (name, _), row in found.edges.items() if name == "WERKT_BIJ"]
    assert (edge.source, edge.target, edge.properties["feiten"]) == ("persoon:anna-bos", "gemeente:gm9001", [role.id])
    assert "bron:1" in found.nodes


def test_what_was_refused_or_waits_makes_nothing_but_is_recorded() -> None:
    no, later = (replace(a("rol", ROLE), besluit=word) for word in ("nee", "later"))
    assert not [key for key in made(no, later).nodes if not key.startswith("bron:")]
    recorded = plan.record(MODEL, [no], {}, Hand("toos", "2018"))
    assert recorded.nodes[no.id].properties["besluit"] == "nee"


def test_what_was_never_true_goes_and_what_ended_gets_its_end() -> None:
    gone = replace(a("rol", ROLE), stand="vervalt")
    assert [edge.properties["feiten"] for edge in made(gone).lapsed] == [[gone.id]]
    ended = replace(gone, velden={**ROLE, "tot": "2018-01-24"}, gelezen=ROLE)
    [edge] = [row for (name, _), row in made(ended).edges.items() if name == "WERKT_BIJ"]
    assert edge.properties["tot"] == "2018-01-24"


def test_the_date_of_a_document_fills_what_its_source_left_open() -> None:
    said = {"id": None, "naam": "x", "datum": "2018-01-24", "wat": "documentdatum"}
    assert made(a("datum", said)).nodes["bron:1"].properties["datum"] == "2018-01-24"


def test_a_fact_that_does_not_fit_the_domain_is_named() -> None:
    wrong = a("thema", {"id": "wet:x", "naam": "X"})
    with pytest.raises(GraphError, match=f"Feit {wrong.id}: 'thema' met id 'wet:x' past niet bij het domein"):
        made(wrong)


def test_who_says_yes_to_a_function_says_that_there_is_such_a_person() -> None:
    role = a("rol", ROLE)
    plan_of = made(role)
    assert plan_of.named["persoon:anna-bos"].properties == {
        "id": "persoon:anna-bos", "naam": "Anna Bos", "feiten": [role.id],
    }  # fmt: skip
    refused = a("persoon", {"id": "persoon:anna-bos", "naam": "Anna Bos"}, besluit="nee")
    assert not made(role, refused).named
