"""The store on both engines: what it gives back, what it refuses, and that it never leaves half a write behind."""

import asyncio
import gc
from pathlib import Path
from typing import Any

import pytest

from graph.engine import full_text
from graph.engine.embedded import Embedded
from graph.engine.store import Run, Store
from graph.errors import (
    GraphError,
    LoginRefused,
    StatementRefused,
    StoreTimeout,
    StoreUnavailable,
    WriteConflict,
    WriteUnknown,
)
from tests.conftest import empty
from tests.engines import Neo4j, free_port
from tests.held_line import held, impatient
from tests.work import PATIENCE

pytestmark = pytest.mark.anyio

RUNNING = "SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery"
ENDLESS = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(x * y)"


SOON = 20
"""Seconds. Two are promised; without our own limits the driver goes on for thirty."""


async def opened_on(engine: Embedded | Neo4j, timeout: float = 10.0) -> Store:
    if isinstance(engine, Neo4j):
        return await Store.open(engine.uri, timeout=timeout)
    return await Store.open_embedded(engine, timeout)


async def test_read_gives_the_values_of_the_first_row(store: Store) -> None:
    assert await store.read("RETURN $a AS a, [1, {b: null}] AS b", {"a": "é"}) == ["é", [1, {"b": None}]]
    assert await store.read("UNWIND [7, 8] AS x RETURN x", {}) == [7]


async def test_read_gives_none_without_a_row(store: Store) -> None:
    assert await store.read("MATCH (n:Entiteit {id: $id}) RETURN n.id", {"id": "gemeente:gm0000"}) is None


async def test_rows_gives_every_row_also_beyond_one_fetch(store: Store) -> None:
    assert await store.rows("UNWIND range(1, 2500) AS x RETURN x, -x", {}) == [[x, -x] for x in range(1, 2501)]


async def test_reads_run_beside_each_other(store: Store) -> None:
    answers = await asyncio.gather(*(store.read("RETURN $x", {"x": x}) for x in range(200)))
    assert answers == [[x] for x in range(200)]


async def test_a_write_gives_back_what_its_work_gives(store: Store) -> None:
    async def work(run: Run) -> str:
        assert await run("CREATE (n:Proef {id: $id}) RETURN n.id", {"id": "a"}) == [["a"]]
        return "klaar"

    assert await store.write(work) == "klaar"
    assert await store.read("MATCH (n:Proef) RETURN n.id", {}) == ["a"]


@pytest.mark.parametrize("mistake", ["ValueError", "statement", "constraint"])
async def test_a_failing_write_leaves_nothing_behind(store: Store, mistake: str) -> None:
    await store.schema("CREATE CONSTRAINT uniek_id IF NOT EXISTS FOR (n:Uniek) REQUIRE n.id IS UNIQUE")

    async def work(run: Run) -> None:
        await run("CREATE (:Uniek {id: 'a'})-[:VAN]->(:Proef {id: 'b'})")
        if mistake == "ValueError":
            raise ValueError(mistake)
        await run("RETRUN 1" if mistake == "statement" else "CREATE (:Uniek {id: 'a'})")

    expected = {"ValueError": ValueError, "statement": StatementRefused, "constraint": WriteConflict}[mistake]
    with pytest.raises(expected):
        await store.write(work)
    assert await store.read("MATCH (n) RETURN count(n)", {}) == [0]


async def test_writers_of_the_same_thing_all_succeed(store: Store) -> None:
    await store.schema("CREATE CONSTRAINT uniek_id IF NOT EXISTS FOR (n:Uniek) REQUIRE n.id IS UNIQUE")

    async def work(run: Run) -> None:
        await run("MERGE (n:Uniek {id: 'a'}) ON CREATE SET n.keer = 0")
        await run("MATCH (n:Uniek {id: 'a'}) SET n.keer = n.keer + 1")

    await asyncio.gather(*(store.write(work) for _ in range(6)))
    assert await store.rows("MATCH (n:Uniek) RETURN n.id, n.keer", {}) == [["a", 6]]


async def test_one_id_cannot_belong_to_two_types(store: Store) -> None:
    await store.schema("CREATE CONSTRAINT entiteit_id IF NOT EXISTS FOR (n:Entiteit) REQUIRE n.id IS UNIQUE")

    async def work(run: Run) -> None:
        await run("CREATE (:Entiteit:Gemeente {id: 'x'})")
        await run("CREATE (:Entiteit:Thema {id: 'x'})")

    with pytest.raises(WriteConflict):
        await store.write(work)
    assert await store.read("MATCH (n) RETURN count(n)", {}) == [0]


async def test_a_mistake_in_a_statement_is_refused_without_showing_it(store: Store) -> None:
    with pytest.raises(StatementRefused) as refused:
        await store.read("MATCH (geheim:Sleutel RETURN 1", {})
    assert "geheim" not in str(refused.value)
    assert "beheerder" in refused.value.melding


async def test_a_slow_statement_is_given_up_at_its_own_limit(tmp_path: Path, neo4j: Neo4j) -> None:
    with Embedded(tmp_path, timeout=3600) as embedded:
        for engine in (embedded, neo4j):
            async with await opened_on(engine, timeout=3600) as store:
                async with asyncio.timeout(PATIENCE):
                    with pytest.raises(StoreTimeout):
                        await store.read(ENDLESS, {}, timeout=1.0)
                assert await store.read("RETURN 1", {}) == [1]


async def running(store: Store) -> list[str]:
    return [text for (text,) in await store.rows(RUNNING, {})]


async def stopped(store: Store) -> None:
    """Wait until the database works on it no more; its own limit is far away."""
    async with asyncio.timeout(PATIENCE):
        while ENDLESS in await running(store):  # noqa: ASYNC110 (the database tells nobody)
            await asyncio.sleep(0.02)


async def test_a_slow_statement_is_stopped_in_the_database_too(store: Store) -> None:
    with pytest.raises(StoreTimeout):
        await store.read(ENDLESS, {}, timeout=0.5)
    await stopped(store)


async def test_a_read_that_is_cancelled_is_stopped_in_the_database_too(store: Store) -> None:
    task = asyncio.create_task(store.read(ENDLESS, {}))
    async with asyncio.timeout(PATIENCE):
        while ENDLESS not in await running(store):  # noqa: ASYNC110 (the database tells nobody)
            await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await stopped(store)


async def test_the_reads_of_an_operation_share_its_seconds(store: Store) -> None:
    operation = store.operation(0.5)
    assert await operation.read("RETURN 1", {}) == [1]
    with pytest.raises(StoreTimeout):
        await operation.read(ENDLESS, {}, timeout=5.0)
    with pytest.raises(StoreTimeout):
        await operation.read("RETURN 1", {})
    assert await store.read("RETURN 1", {}) == [1]
    assert operation.whole is store
    await stopped(store)


async def test_a_cancelled_read_leaves_the_store_usable(store: Store) -> None:
    task = asyncio.create_task(store.read(ENDLESS, {}))
    await asyncio.sleep(0.2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await store.read("RETURN 1", {}) == [1]


async def test_going_away_while_it_connects_leaves_no_socket_open(engine: Embedded | Neo4j) -> None:
    for moment in range(40):
        async with await opened_on(engine) as store:
            asked = [asyncio.create_task(store.read("RETURN 1", {})) for _ in range(4)]
            await asyncio.sleep(moment / 10_000)
            for task in asked:
                task.cancel()
            await asyncio.gather(*asked, return_exceptions=True)
    await asyncio.sleep(0.05)
    gc.collect()  # a socket that is still open is a warning now, and so a failure


@pytest.mark.parametrize(
    ("word", "found"),
    [("gemeenten", ["a", "b"]), ("schuld", ["a"]), ("kinderen", ["c"]), ("één", ["c"]), ("de", [])],
)
async def test_full_text_search_stems_dutch(store: Store, word: str, found: list[str]) -> None:
    await full_text.make(store, "proef_tekst", "Tekst", ["zoektekst"])
    texts = {"a": "De gemeente helpt bij schulden", "b": "Alle gemeenten", "c": "Eén loket voor een kind"}

    async def work(run: Run) -> None:
        rows = [{"id": key, "tekst": text} for key, text in texts.items()]
        await run("UNWIND $rows AS r CREATE (:Tekst:Anders {id: r.id, zoektekst: r.tekst})", {"rows": rows})

    await store.write(work)
    text = "CALL db.index.fulltext.queryNodes('proef_tekst', $q) YIELD node, score "
    nested = f"RETURN COLLECT {{ {text} WITH node, score ORDER BY node.id LIMIT $n RETURN [node.id, score > 0] }}"
    assert await store.read(nested, {"q": word, "n": 10}) == [[[key, True] for key in found]]


async def test_making_a_full_text_index_finds_what_was_there_already(store: Store) -> None:
    async def work(run: Run) -> None:
        await run("CREATE (:Later:Anders {id: 'a', zoektekst: 'wachtlijsten'})")

    await store.write(work)
    for _ in range(2):
        await full_text.make(store, "later_tekst", "Later", ["zoektekst"])
    hits = "CALL db.index.fulltext.queryNodes('later_tekst', 'wachtlijst') YIELD node RETURN node.id"
    assert await store.rows(hits, {}) == [["a"]]


async def test_a_cluster_address_reads_its_own_writes(neo4j: Neo4j) -> None:
    async with await Store.open(neo4j.uri.replace("bolt://", "neo4j://"), database="neo4j") as store:
        for number in range(5):

            async def work(run: Run, number: int = number) -> None:
                await run("MERGE (n:Proef {id: 'a'}) SET n.nummer = $n", {"n": number})

            await store.write(work)
            assert await store.read("MATCH (n:Proef {id: 'a'}) RETURN n.nummer", {}) == [number]


async def test_ping_answers(store: Store) -> None:
    await store.ping()


@pytest.mark.parametrize("address", ["127.0.0.1:{port}", "192.0.2.1:7687", "bestaat-niet.invalid:7687"])
async def test_a_database_that_is_away_is_said_soon(address: str) -> None:
    async with asyncio.timeout(SOON):
        with pytest.raises(StoreUnavailable):
            await Store.open(f"bolt://{address.format(port=free_port())}", timeout=3600)


async def test_a_server_that_does_not_speak_bolt_is_unavailable() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(StoreUnavailable):
            await Store.open(f"bolt://127.0.0.1:{port}")


@pytest.mark.parametrize("uri", ["http://127.0.0.1:7687", "127.0.0.1:7687", "bolt://", "bolt://127.0.0.1:x", ""])
async def test_an_address_that_makes_no_sense_is_refused(uri: str) -> None:
    with pytest.raises(GraphError):
        await Store.open(uri)


async def test_a_wrong_password_is_said_so(embedded: Any) -> None:
    with pytest.raises(LoginRefused) as refused:
        await Store.open(embedded.uri, embedded.gebruiker, "niet-het-wachtwoord", embedded.database)
    assert "wachtwoord" in refused.value.melding


async def test_an_unknown_database_is_said_so(store: Store, engine: Any) -> None:
    user = getattr(engine, "gebruiker", None)
    async with await Store.open(engine.uri, user, getattr(engine, "wachtwoord", None), "bestaatniet") as other:
        with pytest.raises(StoreUnavailable):
            await other.read("RETURN 1", {})


async def test_reads_recover_when_the_database_comes_back(neo4j: Neo4j, tmp_path: Any) -> None:
    server = Neo4j(tmp_path / "away").start()
    try:
        async with await Store.open(server.uri) as store:

            async def work(run: Run) -> None:
                await run("CREATE (:Proef {id: 'a'})")

            await store.write(work)
            await asyncio.gather(*(store.read("RETURN 1", {}) for _ in range(5)))
            server.kill()
            for ask in (store.ping(), store.read("RETURN 1", {}), store.write(work)):
                async with asyncio.timeout(SOON):
                    with pytest.raises(StoreUnavailable):
                        await ask
            server.start()
            assert await store.read("MATCH (n:Proef) RETURN n.id", {}) == ["a"]
    finally:
        server.kill()


async def one(run: Run) -> None:
    await run("CREATE (:Proef {id: 'a'})")


async def test_a_database_that_says_nothing_is_away_and_one_that_takes_long_is_not(engine: Any) -> None:
    async with held(engine) as (line, store):
        await empty(store)
        impatient(store)
        await asyncio.gather(*(store.read("RETURN 1", {}) for _ in range(4)))
        with pytest.raises(StoreTimeout):
            await store.read(ENDLESS, {}, timeout=2.0)

        line.hold()
        asked = [store.read("RETURN 1", {}), store.operation(PATIENCE).read("RETURN 2", {}), store.write(one)]
        found = await asyncio.gather(*asked, return_exceptions=True)
        assert [type(each) for each in found] == [StoreUnavailable] * 3
        for ask in (store.read("RETURN 1", {}), store.write(one), store.ping()):
            with pytest.raises(StoreUnavailable):  # now that it is known, without asking
                await ask

        line.let_go()
        async with asyncio.timeout(PATIENCE):
            while store.pulse.silent:  # noqa: ASYNC110 (it tells nobody)
                await asyncio.sleep(0.01)
        assert await store.read("MATCH (n:Proef) RETURN count(n)", {}) == [0]
        await store.write(one)
        assert await store.read("MATCH (n:Proef) RETURN count(n)", {}) == [1]


async def test_a_write_whose_confirmation_does_not_come_is_said_to_be_unsure(engine: Any) -> None:
    async with held(engine) as (line, store):
        impatient(store)

        async def work(run: Run) -> None:
            await one(run)
            line.hold()  # what follows is the confirmation

        with pytest.raises(WriteUnknown):
            await store.write(work)


async def test_an_engine_of_our_own_may_be_silent_longer_while_it_writes(embedded: Embedded) -> None:
    """It is not gone while we are here; where it has to wait for a processor, a first fill would be lost."""
    async with await Store.open_embedded(embedded) as own:
        longer = own.pulse.writing
    async with held(embedded) as (line, store):
        await empty(store)
        impatient(store)
        store.pulse.writing = longer

        async def work(run: Run) -> None:
            line.hold()
            writing = asyncio.ensure_future(one(run))
            with pytest.raises(StoreUnavailable):
                await store.read("RETURN 1", {})
            line.let_go()
            await writing

        await store.write(work)
        async with asyncio.timeout(PATIENCE):
            while store.pulse.silent:  # noqa: ASYNC110 (it tells nobody)
                await asyncio.sleep(0.01)
        assert await store.read("MATCH (n:Proef) RETURN count(n)", {}) == [1]
