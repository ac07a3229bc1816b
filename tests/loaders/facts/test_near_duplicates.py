"""A function that looks like one that is known is asked, never doubled."""

import asyncio

import pytest

from graph.domain.provenance import MODEL
from loaders.facts import near_duplicates
from loaders.facts.fact import Fact, fact
from tests.fake_store import FakeStore


def role(functie: str, **rest: str) -> Fact:
    return fact(MODEL, "rol", {"persoon": "Anna Bos", "functie": functie, "organisatie": "gemeente:a"}, **rest)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("wethoudr", "wethouder", True), ("wethouder", "wethouder", False), ("wethouder", "burgemeester", False),
        ("loco burgemeester", "locoburgemeester", True), ("adviseur wmo", "adviseur wlz", False),
        ("directeur Jeugd", "directeur Jeudg", True), ("directeur", "directeur Jeugd", False),
    ],
)  # fmt: skip
def test_a_typing_error_is_not_another_function(one: str, other: str, alike: bool) -> None:
    assert near_duplicates.alike(one, other) is alike


def test_a_new_function_is_asked_when_the_graph_or_these_facts_know_one_like_it() -> None:
    known = FakeStore([["persoon:anna-bos", "WERKT_BIJ", "gemeente:a", "burgemeester"]])
    facts = [role("burgemeestr"), role("griffier"), role("grifier"), role("wethouder")]
    asyncio.run(near_duplicates.ask(known.rows, MODEL, facts))
    assert [f.besluit for f in facts] == ["later", "ja", "later", "ja"]
    assert str(facts[0].vraag).startswith("'burgemeestr' lijkt op de functie 'burgemeester' die al bekend is.")


def test_what_is_known_or_asked_already_is_not_asked_again() -> None:
    known = FakeStore([["persoon:anna-bos", "WERKT_BIJ", "gemeente:a", "burgemeester"]])
    facts = [role("burgemeestr", stand="bevestigd"), role("burgmeester", vraag="Wie?")]
    asyncio.run(near_duplicates.ask(known.rows, MODEL, facts))
    assert [f.vraag for f in facts] == [None, "Wie?"]
    assert not known.asked
