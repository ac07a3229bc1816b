"""The seed documents go through the loader as they are, on both engines, and every thing can show what it rests on."""

from datetime import date
from pathlib import Path

import pytest

from graph.domain import declaration, provenance
from graph.domain.reader import read
from graph.engine.store import Store
from graph.pasklaar.candidates import callers
from graph.upkeep.constraints import ensure
from loaders.load import seeds

SEEDS = Path(__file__).parents[2] / "seeds"
MODEL = read((*declaration.NODES, *provenance.NODES), (*declaration.RELATIONSHIPS, *provenance.RELATIONSHIPS))

pytestmark = pytest.mark.anyio

COUNTS = {
    "Gemeente": 605, "Departement": 5, "Persoon": 18, "Traject": 6, "Thema": 41, "Knelpunt": 158, "Oplossing": 165,
    "Toepassing": 803, "Wet": 26, "Beleidskader": 1, "Uitvoeringsprogramma": 6, "Criterium": 6,
}  # fmt: skip
PROVEN = "MATCH (f:Feit)-[:BLIJKT_UIT]->(:Passage)-[:UIT]->(:Document) RETURN collect(DISTINCT f.id)"
SHELF = "MATCH (n:Oplossing) RETURN n.id, n.bewijs, n.bewijsReden, n.materialen ORDER BY n.id"
OWN_NUMBER, WITH_MATERIAL = 0.4, 0.4
RESTS_ON = "MATCH (n:Entiteit) RETURN collect([n.id, n.feiten])"


async def test_the_seeds_load_and_a_second_load_changes_nothing(store: Store) -> None:
    await ensure(store, MODEL)
    first = await seeds.load(store, MODEL, SEEDS)
    assert first.afgekeurd == first.uitgesteld == 0
    for label, count in COUNTS.items():
        assert await store.rows(f"MATCH (n:{label}) RETURN count(n)", {}) == [[count]], label
    [[proven]], [[things]] = await store.rows(PROVEN, {}), await store.rows(RESTS_ON, {})
    known = set(proven)
    assert [key for key, facts in things if known.isdisjoint(facts)] == []
    await whoever_wants_one_can_go_on(store)
    again = await seeds.load(store, MODEL, SEEDS)
    assert (again.aangemaakt, again.bijgewerkt) == (0, 0)


async def whoever_wants_one_can_go_on(store: Store) -> None:
    """About every oplossing somebody can be reached, about many by a way of its own; each says how good it is or why
    that is not known; two in five have something to hand over."""
    rows = await store.rows(SHELF, {})
    calling = {key: await callers(store, key, date(2026, 11, 30)) for key, *_ in rows}
    assert [key for key, numbers in calling.items() if not numbers] == []
    assert sum(any(each.eigen for each in numbers) for numbers in calling.values()) / len(rows) >= OWN_NUMBER
    assert [key for key, bewijs, reden, _ in rows if bewijs == "NIET_BEOORDEELD" and not reden] == []
    assert sum(bool(materialen) for *_, materialen in rows) / len(rows) >= WITH_MATERIAL
