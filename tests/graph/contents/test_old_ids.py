import pytest

from graph.contents import old_ids
from graph.contents.old_ids import Alias
from graph.engine.store import Store

pytestmark = pytest.mark.anyio

ONE, TWO = Alias("thema:oud", "thema:nu", "Oud"), Alias("thema:ouder", "thema:nu", "Ouder")


async def test_an_old_id_leads_to_the_present_one(store: Store) -> None:
    await store.write(lambda run: old_ids.put(run, [TWO, ONE]))
    assert await old_ids.every(store.rows) == [ONE, TWO]
    found = await old_ids.now(store.rows, ["thema:oud", "thema:oud", "thema:nu", "thema:geen"])
    assert found == {"thema:oud": "thema:nu"}


async def test_it_can_be_put_again_and_taken_away(store: Store) -> None:
    later = ONE._replace(nu="thema:straks")
    await store.write(lambda run: old_ids.put(run, [ONE]))
    await store.write(lambda run: old_ids.put(run, [later]))
    assert await old_ids.every(store.rows) == [later]
    await store.write(lambda run: old_ids.remove(run, ["thema:oud"]))
    await store.write(lambda run: old_ids.remove(run, []))
    assert await old_ids.every(store.rows) == []
    await store.write(lambda run: old_ids.put(run, []))
