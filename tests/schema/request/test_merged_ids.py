from typing import Any

import pytest

from graph.contents import old_ids
from graph.contents.old_ids import Alias
from graph.engine.store import Store
from schema.request.merged_ids import misses, present, renamed


@pytest.mark.parametrize(
    ("data", "missing"),
    [
        ({"thema": None}, True),
        ({"nodes": [{"id": "a"}, None]}, True),
        ({"thema": {"naam": None}}, False),
        ({"themas": {"nodes": []}}, False),
        ({"gefilterd": {"nodes": []}}, True),
        ({"gefilterd": {"aantal": 0}}, True),
        ({"gefilterd": []}, True),
        ({"gefilterd": {"aantal": 3, "nodes": [1]}}, False),
        ({"straks": None}, False),
    ],
)
def test_what_is_not_there_may_have_been_called_otherwise(data: dict[str, Any], missing: bool) -> None:
    assert misses(data, later=["straks"], filtered=["gefilterd"]) is missing


def test_every_old_id_in_a_request_is_replaced() -> None:
    asked = {"id": "thema:oud", "en": [{"id": ["thema:oud", "thema:nu"]}, ("thema:oud",)], "first": 3, "leeg": None}
    assert present(asked, {"thema:oud": "thema:x"}) == {
        "id": "thema:x", "en": [{"id": ["thema:x", "thema:nu"]}, ["thema:x"]], "first": 3, "leeg": None
    }  # fmt: skip


@pytest.mark.anyio
async def test_only_what_looks_like_an_id_is_looked_up(store: Store) -> None:
    await store.write(lambda run: old_ids.put(run, [Alias("thema:oud", "thema:nu", "Oud")]))
    assert await renamed(store, {"a": ["thema:oud", "zomaar", 3], "b": ("thema:geen",)}) == {"thema:oud": "thema:nu"}
    assert await renamed(store, ["zomaar", None]) == {}
