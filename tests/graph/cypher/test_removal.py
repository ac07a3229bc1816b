import pytest

from graph.cypher.removal import (
    next_version,
    remove_edges,
    remove_nodes,
    restore_edges,
    restore_nodes,
    set_properties,
)
from graph.cypher.rows import EdgeRow
from graph.domain.provenance import MODEL
from graph.engine.store import Store
from tests.graph.shelf import node_row, put

pytestmark = pytest.mark.anyio

THEMA = {"id": "thema:a", "naam": "Aa"}
WIDER = {"id": "thema:b", "naam": "Bee"}
TIE = EdgeRow(MODEL.relationships["DEEL_VAN"], "thema:a", "thema:b", "tie", {"id": "tie"})


async def names(store: Store) -> dict[str, str]:
    return dict(await store.rows("MATCH (t:Thema) RETURN t.id, t.naam", {}))


async def ties(store: Store) -> int:
    rows = await store.rows("MATCH (:Thema)-[r:DEEL_VAN]->(:Thema) RETURN count(r)", {})
    return int(rows[0][0])


async def test_what_is_taken_away_goes_with_what_hangs_on_it_and_nothing_else(store: Store) -> None:
    await put(store, [node_row("Thema", THEMA), node_row("Thema", WIDER)], [TIE])
    await store.write(lambda run: remove_nodes(run, [node_row("Thema", THEMA)]))
    assert await names(store) == {"thema:b": "Bee"}
    await store.write(lambda run: remove_nodes(run, []))
    assert await names(store) == {"thema:b": "Bee"}


async def test_a_relationship_goes_and_comes_back_as_it_was(store: Store) -> None:
    await put(store, [node_row("Thema", THEMA), node_row("Thema", WIDER)], [TIE])
    await store.write(lambda run: remove_edges(run, MODEL, [TIE]))
    assert await ties(store) == 0
    for _ in range(2):  # putting it back twice makes no second one
        await store.write(lambda run: restore_edges(run, MODEL, [TIE]))
        assert await ties(store) == 1


async def test_a_thing_is_put_back_to_the_last_property(store: Store) -> None:
    before = node_row("Thema", THEMA)
    await put(store, [before], [])
    await store.write(lambda run: set_properties(run, MODEL.nodes["Thema"], "thema:a", {"naam": "Anders", "extra": 1}))
    assert await names(store) == {"thema:a": "Anders"}
    await store.write(lambda run: restore_nodes(run, [before]))
    [[kept]] = await store.rows("MATCH (t:Thema) RETURN properties(t)", {})
    assert kept == dict(before.properties)


async def test_every_write_has_a_version_of_its_own(store: Store) -> None:
    first = await store.write(lambda run: next_version(run, "2027-01-01"))
    assert await store.write(lambda run: next_version(run, "2027-01-02")) == first + 1
