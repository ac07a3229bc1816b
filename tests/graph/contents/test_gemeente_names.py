import pytest

from graph.contents.gemeente_names import called
from graph.engine.store import Store
from tests.graph.shelf import node_row, put, put_on_shelf

pytestmark = pytest.mark.anyio


async def test_a_gemeente_goes_by_any_of_its_names(store: Store) -> None:
    await put_on_shelf(store)
    for name in ("Den Haag", "den haag", "'s-Gravenhage", "'S-GRAVENHAGE"):
        assert await called(store.rows, name) == ["gemeente:gm0518"], name
    assert await called(store.rows, "Nergenshuizen") == []


async def test_a_former_one_is_meant_only_when_no_current_one_is_called_so(store: Store) -> None:
    await put_on_shelf(store)
    assert await called(store.rows, "Haaren") == ["gemeente:gm0788"]
    again = {"id": "gemeente:gm9999", "naam": "Haaren"}
    await put(store, [node_row("Gemeente", again)], [])
    assert await called(store.rows, "Haaren") == ["gemeente:gm9999"]
