import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.upkeep import counts
from tests.graph.shelf import put_on_shelf

pytestmark = pytest.mark.anyio


async def test_a_graph_without_things_is_empty(store: Store) -> None:
    await store.write(lambda run: run("CREATE (:Lading {id: 'lading:a', teruggedraaid: true, gestartOp: '2026'})"))
    assert await counts.is_empty(store)
    assert await counts.last_load(store) is None, "what was taken back counts no more"
    assert set((await counts.counts(store, MODEL)).values()) <= {0, 1}


async def test_every_type_is_counted_by_its_label(store: Store) -> None:
    await put_on_shelf(store)
    assert not await counts.is_empty(store)
    found = await counts.counts(store, MODEL)
    assert found["Thema"] == await counts.count(store, "Thema") == 5
    assert found.keys() == {node.label for node in MODEL.nodes.values()}
    assert await counts.count(store, "Geen`label") == 0


async def test_the_last_load_is_the_one_that_began_last(store: Store) -> None:
    for key, moment in (("a", "2026-01-01"), ("c", "2026-03-01"), ("b", "2026-02-01")):
        row = {"id": f"lading:{key}", "op": moment}
        await store.write(lambda run, row=row: run("CREATE (:Lading {id: $id, gestartOp: $op, door: 'test'})", row))
    found = await counts.last_load(store)
    assert found is not None
    assert (found.id, found.door) == ("lading:c", "test")
