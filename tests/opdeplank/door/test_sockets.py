"""How many connections there may be, and which one goes when there are too many."""

import asyncio

import pytest

from opdeplank.app import app
from tests.fake_store import FakeStore
from tests.opdeplank.door.listening import GET, Line, limits, listening

pytestmark = pytest.mark.anyio
HALF = b"POST /graphql HTTP/1.1\r\nHost: plank\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"


async def settled(line: Line, count: int) -> None:
    for _ in range(100):
        if line.open == count:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"{line.open} connections instead of {count}")


async def test_one_address_gets_so_many_connections() -> None:
    settings = limits(grens_verbindingen_adres="5")
    async with listening(app(FakeStore([[0]]).as_store(), settings), settings) as line:
        held = [await line.client() for _ in range(5)]
        await settled(line, 5)
        refused = await line.client()
        assert (await refused.answer())[0] == 503
        await refused.ends()
        held[0].writer.close()
        await settled(line, 4)
        assert await line.status() == 200


async def test_a_listed_proxy_may_have_more() -> None:
    settings = limits(grens_verbindingen_adres="5", proxy="127.0.0.1")
    async with listening(app(FakeStore([[0]]).as_store(), settings), settings) as line:
        for _ in range(8):
            await line.client()
        await settled(line, 8)
        assert await line.status() == 200


async def test_a_process_that_may_hold_fewer_files_has_fewer_places_and_goes_on() -> None:
    settings = limits(grens_verbindingen="100")
    async with listening(app(FakeStore([[0]]).as_store(), settings), settings) as line:
        line.service.connections.most = 5
        for _ in range(12):
            await line.client()
        await settled(line, 5)
        assert await line.status() == 200


async def test_when_all_places_are_taken_the_one_that_waits_longest_goes() -> None:
    settings = limits(grens_verbindingen="10")
    async with listening(app(FakeStore([[0]]).as_store(), settings), settings) as line:
        first = await line.client(b"GET / HTTP/1.1\r\n")
        await settled(line, 1)
        await line.later(1)
        for _ in range(9):
            await line.client(HALF)
        await settled(line, 10)
        assert await line.status() == 200
        assert await first.ends() == b""


async def test_half_sent_bodies_lock_nobody_out() -> None:
    settings = limits()
    async with listening(app(FakeStore([[0]]).as_store(), settings), settings) as line:
        for _ in range(80):
            await line.client(HALF)
        await settled(line, 80)
        whole = HALF[:-1].replace(b"90", b"2") + b"{}"
        assert await line.status(whole) == 400
        assert await line.status(GET) == 200


async def test_the_count_of_an_address_is_forgotten_with_its_last_connection() -> None:
    settings = limits()
    async with listening(app(FakeStore([[0]]).as_store(), settings), settings) as line:
        clients = [await line.client() for _ in range(3)]
        await settled(line, 3)
        counted = line.service.connections._of
        assert dict(counted) == {"127.0.0.1": 3}
        for each in clients:
            each.writer.close()
        await settled(line, 0)
        assert not counted
