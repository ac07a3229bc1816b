"""The seed documents go through the loader as they are, on both engines, and every thing can show what it rests on."""

from pathlib import Path

import pytest

from graph.domain import declaration, provenance
from graph.domain.reader import read
from graph.engine.store import Store
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
    again = await seeds.load(store, MODEL, SEEDS)
    assert (again.aangemaakt, again.bijgewerkt) == (0, 0)
