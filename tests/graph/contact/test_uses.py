"""How many gemeenten stand where, on both engines."""

import pytest

from graph.contact.uses import Telling, uses
from graph.engine.store import Store
from tests.graph.shelf import node_row, put, put_on_shelf

pytestmark = pytest.mark.anyio


async def test_gemeenten_are_counted_once_by_how_far_they_are(store: Store) -> None:
    await put_on_shelf(store)
    assert await uses(store, "oplossing:fonds", "2026-11-24") == Telling(2, 0, 0, 1, 1, 3, True)
    assert await uses(store, "oplossing:eettafel", "2026-11-24") == Telling(1, 0, 1, 1, 0, 1, True)
    more = {"id": "oplossing:eettafel", "titel": "Eettafel in de buurt", "gebruikersMinstens": 40}
    await put(store, [node_row("Oplossing", more)], [])
    told = await uses(store, "oplossing:eettafel", "2026-11-24")
    assert (told.minstens, told.compleet) == (40, False)
    assert await uses(store, "oplossing:geheim", "2026-11-24") == Telling()
