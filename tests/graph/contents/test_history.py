import json

import pytest

from graph.contents import history
from graph.contents.history import Changed
from graph.engine.store import Store

pytestmark = pytest.mark.anyio


async def test_the_newest_comes_first_and_only_of_this_thing(store: Store) -> None:
    field = json.dumps({"veld": "titel", "oud": "A", "nieuw": "B"})
    new = json.dumps({"veld": "naam", "nieuw": "C"})
    rows = [
        {"id": f"wijziging:{n}", "ding": ding, "plaats": n, "op": f"2026-01-0{n}", "door": "test",
         "soort": "GEWIJZIGD", "lading": "lading:a", "velden": [field, new]}
        for n, ding in ((1, "thema:a"), (3, "thema:a"), (2, "thema:b"), (4, "thema:a"))
    ]  # fmt: skip
    await store.write(lambda run: run("UNWIND $rows AS row CREATE (w:Wijziging) SET w = row", {"rows": rows}))
    found = await history.of(store.rows, "thema:a", 2)
    assert [change.id for change in found] == ["wijziging:4", "wijziging:3"]
    assert found[0].velden == (Changed("titel", "A", "B"), Changed("naam", None, "C"))
    assert await history.of(store.rows, "thema:c", 2) == []
