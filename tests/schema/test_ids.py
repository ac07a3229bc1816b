"""Ids: one rule for their prefix over all types, and old ones that go on working."""

import pytest

from graph.domain.provenance import MODEL
from graph.domain.reader import kebab
from graph.engine.store import Store
from opdeplank.graphql.api import SCHEMA
from tests.asking import Asker

pytestmark = pytest.mark.anyio

EACH = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"


async def test_the_id_of_a_thing_begins_with_the_name_of_its_type(ask: Asker, world: Store) -> None:
    seen = set()
    for label in dict.fromkeys(node.seek for node in MODEL.nodes.values()):
        ids = [row[0] for row in await world.rows(f"MATCH (n:{label}) RETURN n.id ORDER BY n.id", {})]
        for start in range(0, len(ids), 100):
            for node in (await ask.data(EACH, ids=ids[start : start + 100]))["nodes"]:
                assert node["id"].startswith(kebab(node["__typename"]) + ":"), node
                seen.add(node["__typename"])
    assert set(MODEL.nodes) - seen == {"Wijziging"}, "the world has no history"


@pytest.mark.parametrize(
    ("was", "now"), [("f:01", "feit:01"), ("doc:a", "bron:a"), ("passage:01-0", "vermelding:01-0")]
)
async def test_an_id_of_before_finds_its_thing(ask: Asker, was: str, now: str) -> None:
    assert (await ask.data("query ($id: ID!) { node(id: $id) { id } }", id=was))["node"] == {"id": now}
    assert (await ask.data(EACH, ids=[was, now]))["nodes"] == [{"__typename": kind(now), "id": now}] * 2


def kind(key: str) -> str:
    node = MODEL.by_prefix(key)
    assert node is not None
    return node.name


def test_every_scalar_of_ours_says_where_it_is_specified() -> None:
    kinds = SCHEMA.type_map.values()
    ours = [k for k in kinds if type(k).__name__ == "GraphQLScalarType" and k.name not in
            ("String", "Int", "Float", "Boolean", "ID")]  # fmt: skip
    assert {k.name for k in ours} >= {"Date", "DateTime", "URI", "GemeenteCode"}
    assert [k.name for k in ours if not (k.specified_by_url or "").startswith("https://")] == []
