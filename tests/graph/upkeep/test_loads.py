"""The last loads, the newest first, with the names of what came with them."""

from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.upkeep import loads
from loaders.load.undo import undo
from tests.loaders.papers import base, load, write

pytestmark = pytest.mark.anyio


async def test_loads_are_told_with_their_documents(store: Store, tmp_path: Path) -> None:
    assert await loads.last(store.rows, 5) == []
    first = await base(store, tmp_path)
    second = await load(store, write(tmp_path, nieuw_yaml="feiten:\n  - {soort: thema, naam: Wachten}\n"), "toos")
    assert [each.documenten for each in await loads.last(store.rows, 1)] == ["nieuw.yaml"]
    await undo(store, MODEL, second.lading)
    newest, oldest = await loads.last(store.rows, 5)
    assert (newest.id, newest.door, newest.terug) == (second.lading, "toos", True)
    assert (oldest.id, oldest.aangemaakt, oldest.terug, oldest.begin) == (first.lading, first.aangemaakt, False, False)
    assert [each.id for each in await loads.last(store.rows, 1)] == [second.lading]
    assert await loads.one(store.rows, first.lading) == oldest
    assert await loads.one(store.rows, "lading:onbekend") is None
