"""How well a text answers a question: the statement measures what plain Python makes of what was found."""

import random
from collections.abc import Sequence

import pytest

from graph.dutch.spelling import Vocabulary, Word, read
from graph.dutch.words import forms
from graph.engine.store import Store
from graph.search.find import OPENBAAR, SOORTEN, near
from graph.search.wanted import Wanted
from tests.graph.shelf import THINGS, put_on_shelf
from tests.plain import search

pytestmark = pytest.mark.anyio
PUBLIC = Wanted(OPENBAAR, nooit=())
QUESTIONS = 60


def plain(asked: Sequence[Word], things: Sequence[tuple[str, str, str]]) -> dict[str, float]:
    """Closeness by id; things are (id, forms of the name, forms of the rest)."""
    held = {key: [search.held(word, name, rest) for word in asked] for key, name, rest in things}
    return search.closeness(TOTAL, held, [key for key, shares in held.items() if any(shares)])


TOTAL = sum(
    thing.get("publicatieStatus", "GEPUBLICEERD") == "GEPUBLICEERD"
    for label, things in THINGS.items()
    if label not in ("Document", "Passage", "Feit")
    for thing in things
)


async def test_closeness_is_what_plain_python_makes_of_it(store: Store) -> None:
    await put_on_shelf(store)
    rows = await store.rows(
        "MATCH (n:Entiteit) WHERE n.publicatieStatus = 'GEPUBLICEERD' AND any(l IN labels(n) WHERE l IN $soorten) "
        "RETURN n.id, n.naamVormen, n.tekstVormen",
        {"soorten": list(SOORTEN)},
    )
    things = [(key, name, rest) for key, name, rest in rows]
    total = await store.read("MATCH (n:Entiteit) WHERE n.publicatieStatus = 'GEPUBLICEERD' RETURN count(n)", {})
    assert total == [TOTAL]
    vocabulary = Vocabulary()
    for _, name, rest in things:
        vocabulary.add(name + rest)
    known = sorted({w for _, name, rest in things for w in (name + rest).split()})
    chance = random.Random(7)
    hits = 0
    for _ in range(QUESTIONS):
        wanted = [chance.choice((*known, "achttien", "schuldhulpp", "onbekend", "lvb", "zzp")) for _ in range(3)]
        question = " ".join((*wanted, chance.choice(wanted)[:-1], chance.choice(wanted) + chance.choice(known)))
        asked = read(question, vocabulary)
        found = {m.id: m.closeness for m in (await near(store, asked, question, SOORTEN, PUBLIC)).matches}
        assert found == pytest.approx(plain(asked, [thing for thing in things if thing[0] in found])), question
        hits += len(found)
    assert hits > QUESTIONS


async def test_a_word_in_the_name_counts_most_and_a_longer_word_less(store: Store) -> None:
    await put_on_shelf(store)
    found = (await near(store, read("schuldregeling"), "schuldregeling", ["Knelpunt"], PUBLIC)).matches
    assert [m.id for m in found] == ["knelpunt:traag"]
    assert found[0].closeness == pytest.approx(1.0)
    longer = (await near(store, read("schuldreg"), "schuldreg", ["Knelpunt"], PUBLIC)).matches
    assert [(m.id, m.closeness, m.woorden) for m in longer] == [("knelpunt:traag", pytest.approx(0.7), ("schuldreg",))]


async def test_the_forms_of_the_texts_stand_beside_them(store: Store) -> None:
    await put_on_shelf(store)
    row = await store.read("MATCH (n {id: 'knelpunt:steken'}) RETURN n.naamVormen, n.tekstVormen", {})
    assert row == [forms(["Jongeren met schulden blijven steken in school en werk"]), forms(["studieschuld"])]
