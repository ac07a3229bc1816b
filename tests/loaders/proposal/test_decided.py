"""A proposal as a person left it, and the claims it stands for."""

from dataclasses import replace
from typing import Any

import pytest

from graph.domain.provenance import MODEL
from graph.errors import GraphError
from loaders.facts.fact import Evidence, Fact, fact, fact_id
from loaders.proposal.decided import load_id, settle
from loaders.proposal.proposal import Proposal, Source

ROLE = {"persoon": "Anna Bos", "functie": "hoofd", "organisatie": "gemeente:a"}
SOURCE = Source("bron:1", "a.txt", "00", 9, "A")


def role(start: int = 0, **rest: Any) -> Fact:
    return fact(MODEL, "rol", {**ROLE, **rest}, bewijs=[Evidence("bron:1", start, 9, "")])


def proposal(*facts: Fact) -> Proposal:
    return Proposal(1, "7", [SOURCE], [*facts], [])


def test_a_claim_that_was_put_right_gets_its_own_id_and_keeps_the_one_it_was_read_under() -> None:
    read = role(functie="hofd")
    right = replace(read, velden={**ROLE}, besluit="ja")
    settled = settle(MODEL, proposal(right))
    [own] = settled.feiten
    assert own.id == fact_id(MODEL, own) == role().id
    assert settled.corrected == {read.id: own}


def test_two_that_became_one_claim_are_one_on_the_evidence_of_both() -> None:
    wrong = replace(role(5, functie="hofd"), velden={**ROLE})
    [own] = settle(MODEL, proposal(role(), wrong)).feiten
    assert [proof.van for proof in own.bewijs] == [0, 5]


def test_what_waits_keeps_its_id_and_is_not_decided() -> None:
    later = replace(role(functie="hofd"), velden={**ROLE}, besluit="later")
    settled = settle(MODEL, proposal(later))
    assert ([f.id for f in settled.feiten], settled.decided(), settled.corrected) == ([later.id], [], {})


def test_an_edit_that_left_no_claim_is_named() -> None:
    broken = replace(role(), velden={"functie": "hoofd", "organisatie": "gemeente:a"})
    with pytest.raises(GraphError, match=f"Feit {broken.id}: bij 'rol' ontbreekt of klopt het veld 'persoon'"):
        settle(MODEL, proposal(broken))


def test_the_same_decisions_are_the_same_load_in_any_order_and_graph() -> None:
    one, two = role(), role(functie="griffier")
    first, second = settle(MODEL, proposal(one, two)), settle(MODEL, replace(proposal(two, one), basis="9"))
    assert load_id(first) == load_id(second)
    assert load_id(settle(MODEL, proposal(one, replace(two, besluit="nee")))) != load_id(first)


WHO = fact(MODEL, "persoon", {"id": "persoon:anna-bos", "naam": "Anna Bos"}, bewijs=[Evidence("bron:1", 0, 9, "")])
DIRECTS = {"relatie": "REGISSEERT", "van": "persoon:anna-bos", "naar": "traject:a"}
WAITING = replace(role(organisatie=None), vraag="Bij welke organisatie?", besluit="later")


def test_somebody_new_waits_with_every_function_that_waits() -> None:
    settled = settle(MODEL, proposal(WHO, WAITING))
    assert settled.waiting == {WHO.id}
    assert WHO in settled.decided(), "and is known when the document comes again"


@pytest.mark.parametrize(
    "facts",
    [
        (WHO,),
        (WHO, replace(WAITING, besluit="nee")),
        (WHO, WAITING, role(functie="griffier")),
        (WHO, WAITING, fact(MODEL, "relatie", DIRECTS)),
        (replace(WHO, vraag="Is dit een persoon?"), WAITING),
        (replace(WHO, regel="record"), WAITING),
    ],
    ids=["no function", "refused", "another function", "a traject", "asked", "a row of a table"],
)
def test_who_has_a_function_or_was_decided_does_not_wait(facts: tuple[Fact, ...]) -> None:
    assert not settle(MODEL, proposal(*facts)).waiting


def test_a_yes_to_what_also_waits_under_another_name_is_a_yes() -> None:
    waits = replace(role(0), besluit="later", vraag="Klopt dit?")
    right = replace(role(5, functie="hofd"), velden={**ROLE}, besluit="ja")
    [own] = settle(MODEL, proposal(waits, right)).feiten
    assert (own.besluit, [proof.van for proof in own.bewijs]) == ("ja", [0, 5])
