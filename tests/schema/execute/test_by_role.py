"""What was made for one is not given to another: plans, cursors, and what stands in both."""

from typing import Any

import orjson
import pytest
from neo4j import AsyncGraphDatabase

from bench.rechten import BY_KEY, operators
from graph.domain.provenance import MODEL
from graph.domain.viewer import PUBLIC, Viewer
from graph.domain.vocabulary import Rol
from graph.engine.store import Run, Store
from graph.upkeep.constraints import ensure
from schema.execute.execution import Request
from tests.asking import Asker, plans
from tests.conftest import PATIENCE, empty
from tests.engines import Neo4j
from tests.plain.dump import Dump

pytestmark = pytest.mark.anyio
PAGE = "query ($na: String) { knelpunten(first: 1, after: $na) { pageInfo { endCursor } nodes { id } } }"
BY_CODE = '{ gemeente(sleutel: {code: "GM9001"}) { naam toepassingen { nodes { oplossing { titel } } } } }'
RANKED = """query ($na: String) { pasklaar(first: 1, after: $na, invoer: {vraag: {thema: "thema:geld"}}) {
  pageInfo { endCursor } } }"""


@pytest.mark.parametrize("query", [PAGE, RANKED])
async def test_a_cursor_of_one_role_is_refused_for_another(ask: Asker, query: str) -> None:
    for role in Rol:
        found = next(iter((await ask(query, role.name))["data"].values()))["pageInfo"]["endCursor"]
        if found is None:
            continue
        for other in Rol:
            answer = await ask(query, other.name, na=found)
            assert ("errors" in answer) == (other is not role), (role, other)


async def test_one_document_asked_by_each_role_in_both_orders_gives_each_its_own(ask: Asker, dump: Dump) -> None:
    key = next(t.id for t in dump.of("Persoon") if t.get("email") and t.get("publicatieStatus") == "GEPUBLICEERD")
    hidden = next(t.id for t in dump.of("Oplossing") if t.get("publicatieStatus") == "CONCEPT")
    query = f'{{ a: node(id: "{key}") {{ ... on Persoon {{ email }} }} b: node(id: "{hidden}") {{ id }} }}'
    seen = {}
    for role in (*Rol, *reversed(Rol)):
        data = (await ask(query, role.name))["data"]
        seen.setdefault(role, data)
        assert seen[role] == data
        assert bool(data["a"]["email"]) == (role is not Rol.OPENBAAR)
        assert bool(data["b"]) == (role in (Rol.ANALIST, Rol.PROGRAMMABUREAU))


def test_a_plan_is_for_a_role_and_a_gemeente() -> None:
    used = plans()
    document = used.document("{ themas { aantal } }")
    values = used.variables(document, {})
    viewers = [PUBLIC, Viewer(Rol.GEMEENTE, "gemeente:gm0344"), Viewer(Rol.GEMEENTE, "gemeente:gm0363"),
               Viewer(Rol.ANALIST)]  # fmt: skip
    assert len({used.key(document, values, viewer) for viewer in viewers}) == len(viewers)
    assert used.key(document, values, Viewer(Rol.ANALIST, key="a")) == used.key(document, values, Viewer(Rol.ANALIST))


SOME = [f"toepassing:p{number}" for number in (19, 23, 25, 29)]
"""A concept of a hidden oplossing, two that wait with all the rest published, and one that was withdrawn."""
OWN = """query ($id: ID!, $gemeente: ID!, $oplossing: ID!) {
  node(id: $id) { id ... on Toepassing { gemeente { id } oplossing { id } } }
  a: gemeente(sleutel: {id: $gemeente}) { toepassingen(first: 100) { aantal nodes { id publicatieStatus } } }
  b: oplossing(sleutel: {id: $oplossing}) { toepassingen(first: 100) { aantal nodes { id } } }
  oplossingen(first: 100, filter: {toepassingen: {enige: {id: [$id]}}}) { nodes { id } }
}"""


async def test_a_gemeente_sees_what_of_hers_is_not_published_yet(ask: Asker, world: Store) -> None:
    """Her own people alone; and not what was withdrawn, nor a toepassing of an oplossing that is hidden."""
    text = (
        "MATCH (g:Gemeente)-[:PAST_TOE]->(t:Toepassing)-[:VAN]->(o:Oplossing) WHERE t.publicatieStatus = $status "
        "AND g.publicatieStatus = 'GEPUBLICEERD' AND t.id IN $some "
        "RETURN t.id, g.id, o.id, o.publicatieStatus ORDER BY t.id"
    )
    tried = set()
    for status in ("CONCEPT", "TER_BEOORDELING", "INGETROKKEN"):
        for key, gemeente, oplossing, there in await world.rows(text, {"status": status, "some": SOME}):
            given = {"id": key, "gemeente": gemeente, "oplossing": oplossing}
            mine = await seen(ask, Viewer(Rol.GEMEENTE, gemeente), given)
            theirs = await seen(ask, Viewer(Rol.GEMEENTE, "gemeente:gm9999"), given)
            assert theirs == await seen(ask, PUBLIC, given)
            assert key not in str(theirs)
            hers = status != "INGETROKKEN" and there == "GEPUBLICEERD"
            tried.add(hers)
            assert (mine["node"] is not None) == hers
            nodes = [node["id"] for node in mine["a"]["toepassingen"]["nodes"]]
            assert (key in nodes, mine["a"]["toepassingen"]["aantal"]) == (hers, len(nodes))
            if hers:
                assert mine["node"]["gemeente"]["id"] == gemeente
                assert key in [node["id"] for node in mine["b"]["toepassingen"]["nodes"]]
                assert mine["b"]["toepassingen"]["aantal"] == len(mine["b"]["toepassingen"]["nodes"])
            assert [node["id"] for node in mine["oplossingen"]["nodes"]] == ([oplossing] if hers else [])
    assert tried == {True, False}


async def seen(ask: Asker, viewer: Viewer, given: dict[str, str]) -> Any:
    reply = await ask.executor.execute(Request(OWN, given, viewer=viewer))
    found = orjson.loads(reply.body)
    assert "errors" not in found, found["errors"]
    return found["data"]


async def many(run: Run) -> None:
    await run(
        "UNWIND range(0, 499) AS i "
        "CREATE (o:Entiteit:Oplossing {id: 'oplossing:' + i}), (g:Entiteit:Gemeente {id: 'gemeente:' + i}) "
        "SET o.publicatieStatus = 'GEPUBLICEERD', g.publicatieStatus = 'GEPUBLICEERD', g.code = 'GM' + i"
    )


VIEWERS = [PUBLIC, Viewer(Rol.GEMEENTE, "gemeente:gm9001"), Viewer(Rol.ANALIST)]


@pytest.mark.parametrize("viewer", VIEWERS, ids=lambda viewer: viewer.role.name)
async def test_what_is_asked_by_its_key_is_found_by_its_index(neo4j: Neo4j, viewer: Viewer) -> None:
    """Whatever rule stands in the statement: one look in an index, and nothing that goes over all things of a type. In
    a graph that has something in it: where there is nothing of a type, Neo4j may go over all of that."""
    async with await Store.open(neo4j.uri, timeout=PATIENCE) as store:
        await ensure(store, MODEL)
        await empty(store)
        await store.write(many)
    questions = [BY_KEY, '{ node(id: "oplossing:00000") { id ... on Entiteit { weergavenaam } } }', BY_CODE]
    async with AsyncGraphDatabase.driver(neo4j.uri) as driver, driver.session() as session:
        await (await session.run("CALL db.clearQueryCaches()")).consume()  # plans that were made for another graph
        for query in questions:
            done = await operators(session, query, viewer)
            assert any(name.endswith("IndexSeek") for name in done), (query, done)
            assert not any(name.endswith("Scan") for name in done), (query, done)
