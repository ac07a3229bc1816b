import pytest

from graph.engine.store import Store
from graph.errors import NotFound
from schema.fields.gemeente_key import gemeente_id
from schema.refusals import Refused
from schema.request.binding import LONGEST_TERM
from tests.fake_store import FakeStore
from tests.graph.shelf import node_row, put, put_on_shelf

pytestmark = pytest.mark.anyio


async def test_an_id_and_a_code_are_taken_as_they_are_and_nothing_is_read() -> None:
    store = FakeStore()  # it is away: who asks it anything hears so
    assert await gemeente_id(store.as_store(), None) is None
    assert await gemeente_id(store.as_store(), {"id": "gemeente:gm0034"}) == "gemeente:gm0034"
    assert await gemeente_id(store.as_store(), {"code": "GM0034"}) == "gemeente:gm0034"
    with pytest.raises(Refused, match="tekens"):
        await gemeente_id(store.as_store(), {"naam": "x" * (LONGEST_TERM + 1)})


async def test_a_name_is_that_of_one_gemeente_or_refused(store: Store) -> None:
    await put_on_shelf(store)
    assert await gemeente_id(store, {"naam": "den haag"}) == "gemeente:gm0518"
    with pytest.raises(NotFound, match="suggesties"):
        await gemeente_id(store, {"naam": "Nergenshuizen"})
    await put(store, [node_row("Gemeente", {"id": "gemeente:gm9998", "naam": "Almere"})], [])
    with pytest.raises(Refused, match="gebruik `code`"):
        await gemeente_id(store, {"naam": "Almere"})
