import pytest

from graph.cypher.removal import next_version
from graph.engine.store import Store
from graph.upkeep import state
from tests.graph.shelf import put_on_shelf

pytestmark = pytest.mark.anyio


async def test_a_graph_that_holds_nothing_has_a_state(store: Store) -> None:
    nothing = {"versie": 0, "op": "1970-01-01T00:00:00+00:00", "aantalEntiteiten": 0, "positie": 0}
    assert await state.now(store) == nothing
    assert await state.version(store) == 0
    assert await state.secret(store)


async def test_the_state_is_that_of_the_last_write(store: Store) -> None:
    await put_on_shelf(store)
    number = await store.write(lambda run: next_version(run, "2027-01-01T10:00:00+00:00"))
    found = await state.now(store)
    assert (found["versie"], found["op"]) == (number, "2027-01-01T10:00:00+00:00")
    assert found["aantalEntiteiten"] > 20
    assert await state.version(store) == number


async def test_every_process_on_a_graph_has_the_same_secret(store: Store) -> None:
    await store.write(lambda run: run("MERGE (m:Meta {id: 'graaf'}) SET m.cursorsleutel = 'ab01'"))
    assert await state.secret(store) == bytes.fromhex("ab01")
