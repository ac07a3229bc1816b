"""Streams as a client meets them: over a socket, from a service in the loop of the test."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.domain.vocabulary import Rol
from graph.engine.store import Store
from graph.upkeep import constraints, migrations
from opdeplank.following.follower import MOST
from opdeplank.keys.key import new
from opdeplank.keys.key_file import KeyFile
from opdeplank.settings.table import Settings
from tests.opdeplank.following.changing import Events, asked, follow, happened, posted, started, streaming
from tests.work import PATIENCE

pytestmark = pytest.mark.anyio


@pytest.fixture
async def graph(store: Store) -> Store:
    await migrations.migrate(store)
    await constraints.ensure(store, MODEL)
    await happened(store, 3)
    return store


def key(folder: Path, role: Rol = Rol.ANALIST, days: float = 1) -> tuple[str, str]:
    """The header that shows a new key, and its prefix."""
    shown, made = new("x", role, None, datetime.now(UTC) + timedelta(days=days))
    KeyFile(folder).add(made)
    return f"Authorization: Bearer {shown}\r\n", made.prefix


async def test_the_first_bytes_come_at_once_and_each_change_with_its_position(graph: Store, tmp_path: Path) -> None:
    async with streaming(graph, Settings(data=tmp_path)) as (line, _):
        events = Events(await line.client(asked()))
        status, head = await events.head()
        assert status == 200
        for wanted in ("text/event-stream", "no-transform", "x-accel-buffering: no"):
            assert wanted in head
        assert await events.line() == "retry: 3000"
        assert await events.line() == ": begonnen"
        while " volgt" not in events.comments:
            await events.block()
        assert events.last_id == "3"
        await happened(graph, 2)
        assert await events.positions(2) == [4, 5]
        await happened(graph)
        assert await events.positions(1) == [6]


async def test_who_comes_back_goes_on_where_he_was(graph: Store, tmp_path: Path) -> None:
    query = "subscription ($s: Int) { wijzigingen(sinds: $s) { positie } }"
    async with streaming(graph, Settings(data=tmp_path)) as (line, _):
        assert await (await follow(line, asked(query, s=1))).positions(2) == [2, 3]
        again = await follow(line, asked(query, "Last-Event-ID: 2\r\n", s=0))
        assert await again.positions(1) == [3], "a browser repeats its address, and says what it had"
        await happened(graph, 250)
        assert await (await follow(line, asked(query, s=0))).positions(253) == list(range(1, 254))


async def test_a_place_that_is_not_there_is_a_gap_and_says_where_to_read(graph: Store, tmp_path: Path) -> None:
    async with streaming(graph, Settings(data=tmp_path)) as (line, _):
        for since in (4, 2_000_000_000, -1):
            events = await follow(line, asked(f"subscription {{ wijzigingen(sinds: {since}) {{ id }} }}"))
            event, data = await events.next()
            assert (event, data["errors"][0]["extensions"]) == ("next", {"code": "GAP", "feed": "/wijzigingen.json"})
            assert await events.next() == ("complete", None)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("subscription { wijzigingen { bestaatNiet } }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription {", "GRAPHQL_PARSE_FAILED"),
        ('subscription { wijzigingen(gemeente: "nee") { id } }', "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { wijzigingen { id } ander: wijzigingen { id } }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ themas { nodes { id } } }", "BAD_USER_INPUT"),
    ],
)
async def test_what_is_wrong_is_told_on_the_stream(graph: Store, tmp_path: Path, query: str, code: str) -> None:
    async with streaming(graph, Settings(data=tmp_path)) as (line, _):
        events = await follow(line, asked(query))
        event, data = await events.next()
        assert (event, data["errors"][0]["extensions"]["code"]) == ("next", code)
        assert await events.next() == ("complete", None)


async def test_a_question_that_is_posted_is_answered_as_one_event(graph: Store, tmp_path: Path) -> None:
    async with streaming(graph, Settings(data=tmp_path)) as (line, _):
        events = await follow(line, posted("{ stand { positie } }"))
        assert (await events.next())[1]["data"] == {"stand": {"positie": 3}}
        assert await events.next() == ("complete", None)
        assert await line.status(posted().replace(b"application/json", b"text/plain      ")) == 415
        assert await line.status(b"GET /graphql/stream HTTP/1.1\r\nHost: plank\r\n\r\n") == 400
        assert await line.status(posted(accept="application/json")) == 406


async def test_everybody_gets_his_own_series_and_nothing_wakes_him_for_what_is_hidden(
    graph: Store, tmp_path: Path
) -> None:
    inside, _ = key(tmp_path)
    async with streaming(graph, Settings(data=tmp_path)) as (line, _):
        public, every = await started(line, asked()), await started(line, asked(headers=inside))
        await happened(graph, 2, public=False, ding="persoon:iemand")
        await happened(graph)
        assert await every.positions(3) == [4, 5, 6]
        assert await public.positions(1) == [4]


async def test_one_follows_a_kind(graph: Store, tmp_path: Path) -> None:
    query = "subscription { wijzigingen(typen: [KNELPUNT]) { positie entiteit { id } } }"
    async with streaming(graph, Settings(data=tmp_path)) as (line, _):
        events = await started(line, asked(query))
        await happened(graph, 2)
        await happened(graph, ding="knelpunt:een")
        assert await events.positions(1) == [6]


async def test_a_key_that_was_withdrawn_ends_the_stream_at_the_next_look(graph: Store, tmp_path: Path) -> None:
    header, prefix = key(tmp_path)
    async with streaming(graph, Settings(data=tmp_path), heartbeat=0.1) as (line, reader):
        events = await started(line, asked(headers=header))
        public = await started(line, asked())
        await happened(graph)
        assert await events.positions(1) == [4]
        KeyFile(tmp_path).withdraw(prefix, datetime.now(UTC))
        assert await events.next() == ("complete", None)
        assert len(events.comments) > 1, "it was looked at before"
        assert await public.positions(1) == [4]
        assert len(reader) == 1


async def test_a_stream_ends_when_its_key_does(graph: Store, tmp_path: Path) -> None:
    header, _ = key(tmp_path, days=1 / 86_400)
    async with streaming(graph, Settings(data=tmp_path)) as (line, _):
        assert await (await follow(line, asked(headers=header))).next() == ("complete", None)


async def test_when_the_service_stops_every_stream_is_complete(graph: Store, tmp_path: Path) -> None:
    async with streaming(graph, Settings(data=tmp_path)) as (line, reader):
        streams = [await started(line, asked()) for _ in range(5)]
        await happened(graph)
        assert [await each.positions(1) for each in streams] == [[4]] * 5
        reader.stop()
        assert [await each.next() for each in streams] == [("complete", None)] * 5
        assert await (await follow(line, asked())).next() == ("complete", None), "and who comes then hears it too"


async def test_who_does_not_fetch_is_let_go_and_goes_on_by_his_position(graph: Store, tmp_path: Path) -> None:
    """He reads nothing while more comes than fits in the sockets and in his queue."""
    many = " ".join(f"{'n' * 400}{i}: id" for i in range(14))
    wide = f"subscription ($s: Int) {{ wijzigingen(sinds: $s) {{ positie {many} }} }}"
    async with streaming(graph, Settings(data=tmp_path)) as (line, reader):
        slow = await started(line, asked(wide, s=3), receive_buffer=4096)
        [lagging] = reader.followers
        quick = await started(line, asked())
        count = 0
        while not lagging.ended:
            assert count < 60 * MOST, "more than all buffers hold"
            await happened(graph, 100)
            count += 100
            assert len(await quick.positions(100)) == 100
            assert len(lagging.waiting) <= MOST
        had = []
        while (event := await slow.next())[0] == "next":
            had.append(event[1]["data"]["wijzigingen"]["positie"])
        assert had == list(range(4, 4 + len(had)))
        assert len(had) < count
        again = await follow(line, asked(wide, f"Last-Event-ID: {slow.last_id}\r\n", s=0))
        assert await again.positions(count - len(had)) == list(range(4 + len(had), 4 + count))


async def test_there_are_only_so_many_streams_of_one_key_and_in_all(graph: Store, tmp_path: Path) -> None:
    header, _ = key(tmp_path)
    settings = Settings(data=tmp_path, grens_stromen=3, grens_stromen_sleutel=1)
    async with streaming(graph, settings) as (line, reader):
        first = await started(line, asked(headers=header))
        refused = Events(await line.client(asked(headers=header)))
        status, head = await refused.head()
        assert (status, "retry-after" in head) == (503, True)
        await started(line, asked())
        await started(line, asked())
        assert await line.status(asked()) == 503
        first.client.writer.transport.abort()
        for _ in range(1000):
            if len(reader) < 3:
                break
            await asyncio.sleep(0.01)
        await started(line, asked(headers=header))


async def test_through_a_proxy_that_holds_back_what_it_may(graph: Store, tmp_path: Path) -> None:
    """As nginx: 4 kB at a time, unless the answer says that it may not."""
    gone = asyncio.Event()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        upstream, down = await asyncio.open_connection("127.0.0.1", port)
        down.write(await reader.readuntil(b"\r\n\r\n"))
        head = await upstream.readuntil(b"\r\n\r\n")
        writer.write(head)
        least = 1 if b"x-accel-buffering: no" in head.lower() else 4096
        held = b""
        try:
            while piece := await upstream.read(4096):
                held += piece
                if len(held) >= least:
                    writer.write(held)
                    held = b""
        finally:
            for end in (writer, down):
                end.close()
                await end.wait_closed()
            gone.set()

    async with streaming(graph, Settings(data=tmp_path)) as (line, reader):
        port = line.port
        proxy = await asyncio.start_server(pass_on, "127.0.0.1", 0)
        line.port = proxy.sockets[0].getsockname()[1]
        events = await started(line, asked())
        await happened(graph)
        assert await asyncio.wait_for(events.positions(1), PATIENCE) == [4]
        reader.stop()
        assert await events.next() == ("complete", None)
        events.client.writer.close()
        proxy.close()
    await asyncio.wait_for(gone.wait(), PATIENCE)
