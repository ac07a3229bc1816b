"""One connection, byte by byte: what is too much, too slow or malformed is refused, and nobody else notices."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import orjson
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from opdeplank.app import app
from opdeplank.door.protocol import LINGER_BYTES, PIPELINED, UNSENT
from tests.fake_store import FakeStore
from tests.opdeplank.door.listening import GET, Client, Line, limits, listening
from tests.work import PATIENCE

pytestmark = pytest.mark.anyio
POST = b"POST /graphql HTTP/1.1\r\nHost: plank\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
MIDDLE, LARGE = 1_000_000, 8_000_000


async def middle(request: Request) -> Response:
    return PlainTextResponse("x" * MIDDLE)


async def large(request: Request) -> Response:
    return PlainTextResponse("x" * LARGE)


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    settings = limits(grens_koppen="1 kB")
    service = app(FakeStore([[0]]).as_store(), settings)
    service.router.routes += [Route("/groot", large), Route("/middel", middle)]
    async with listening(service, settings) as found:
        yield found


async def refused(line: Line, request: bytes) -> tuple[int, str]:
    """Status and code; the connection ends after it."""
    client = await line.client(request)
    status, body = await client.answer()
    await client.ends()
    return status, str(orjson.loads(body)["code"])


async def taken(client: Client, piece: bytes, most: int) -> int:
    """How many bytes of the same piece, over and over, go in before the other side hangs up."""
    sent = 0
    with suppress(ConnectionError):
        while sent < most:
            await client.send(piece)
            sent += len(piece)
    return sent


async def test_headers_over_the_limit_are_refused_whether_they_end_or_not(line: Line) -> None:
    many = b"GET / HTTP/1.1\r\nHost: plank\r\n" + b"X-A: b\r\n" * 200
    for request in (many, many + b"\r\n", b"GET /" + b"a" * 2_000, b"GET / HTTP/1.1\r\nX: " + b"a" * 40_000):
        assert await refused(line, request) == (431, "OPERATION_TOO_LARGE")
    assert await line.status() == 200


async def test_no_more_of_endless_headers_is_read_than_the_limit_and_a_little(line: Line) -> None:
    client = await line.client(b"GET / HTTP/1.1\r\nHost: plank\r\n")
    sent = await taken(client, (b"X-A: " + b"b" * 8_000 + b"\r\n"), 300_000_000)
    assert sent < LINGER_BYTES + 12_000_000, "the rest fits in the buffers of the system"
    assert await line.status() == 200


async def test_headers_just_under_the_limit_are_answered(line: Line) -> None:
    assert await line.status(b"GET /gezond HTTP/1.1\r\nHost: plank\r\nX: " + b"a" * 900 + b"\r\n\r\n") == 200


async def test_headers_that_do_not_come_are_not_waited_for(line: Line) -> None:
    client = await line.client(b"GET / HTTP/1.1\r\nHost: plank\r\n")
    await line.later(11)
    assert (await client.answer())[0] == 408
    assert await client.ends() == b""


async def test_headers_that_come_a_byte_at_a_time_are_not_waited_for(line: Line) -> None:
    client = await line.client()
    for byte in b"GET / HTTP/":
        await client.send(bytes([byte]))
        await line.later(1)
    assert (await client.answer())[0] == 408


async def test_a_body_that_does_not_come_is_not_waited_for(line: Line) -> None:
    client = await line.client(POST % 90 + b"{")
    await line.later(31)
    status, body = await client.answer()
    assert (status, orjson.loads(body)["code"]) == (408, "TIMEOUT")
    assert await client.ends() == b""


async def test_a_body_must_keep_up_a_speed(line: Line) -> None:
    quick, slow = await line.client(POST % 90_000), await line.client(POST % 90_000)
    await quick.send(b" " * 12_000)
    await slow.send(b" " * 6_000)
    await line.later(10)
    assert (await slow.answer())[0] == 408
    await quick.send(b" " * 78_000)
    assert (await quick.answer())[0] == 400


async def test_a_connection_without_a_request_ends(line: Line) -> None:
    client = await line.client()
    await line.later(16)
    assert await client.ends() == b""


async def test_a_connection_at_rest_after_a_request_ends(line: Line) -> None:
    client = await line.client(GET)
    assert (await client.answer())[0] == 200
    await line.later(16)
    assert await client.ends() == b""


async def test_a_connection_in_use_stays_longer_than_it_may_rest(line: Line) -> None:
    client = await line.client()
    for _ in range(4):
        await client.send(GET)
        assert (await client.answer())[0] == 200
        await line.later(14)


async def test_an_answer_that_nobody_fetches_is_dropped(line: Line) -> None:
    await line.client(b"GET /groot HTTP/1.1\r\nHost: plank\r\n\r\n", receive_buffer=4_096)
    await line.later(1)
    assert line.open == 1
    await line.later(61)
    assert line.open == 0


async def test_what_the_system_holds_ready_is_little_so_that_an_answer_of_a_megabyte_is_dropped_too(line: Line) -> None:
    await line.client(b"GET /middel HTTP/1.1\r\nHost: plank\r\n\r\n", receive_buffer=4_096)
    await line.later(1)
    [held] = [each.transport.get_write_buffer_size() for each in line.service.server_state.connections]
    assert held > MIDDLE - 3 * UNSENT
    await line.later(61)
    assert line.open == 0


async def test_what_stands_ready_for_all_together_has_a_limit() -> None:
    settings = limits(grens_onverzonden="16 MB")
    service = app(FakeStore([[0]]).as_store(), settings)
    service.router.routes.append(Route("/groot", large))
    async with listening(service, settings) as line:
        for _ in range(8):
            await line.client(b"GET /groot HTTP/1.1\r\nHost: plank\r\n\r\n", receive_buffer=4_096)
        await line.later(1)
        held = [each.transport.get_write_buffer_size() for each in line.service.server_state.connections]
        assert 0 < sum(held) <= 16_000_000


async def test_an_answer_of_a_slow_reader_arrives_whole_when_it_is_in_time(line: Line) -> None:
    client = await line.client(b"GET /groot HTTP/1.1\r\nHost: plank\r\n\r\n")
    status, body = await client.answer()
    assert (status, len(body)) == (200, LARGE)


@pytest.mark.parametrize(
    "request_",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n",
        b"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n",
        b"POST /graphql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"CONNECT plank:80 HTTP/1.1\r\nHost: a\r\n\r\n",
    ],
)
async def test_what_is_no_http_is_refused_in_our_own_words(line: Line, request_: bytes) -> None:
    assert await refused(line, request_) == (400, "BAD_USER_INPUT")


async def test_requests_behind_each_other_are_answered_in_order(line: Line) -> None:
    client = await line.client(GET * PIPELINED)
    assert [(await client.answer())[0] for _ in range(PIPELINED)] == [200] * PIPELINED


async def test_a_thousand_requests_behind_each_other_end_the_connection(line: Line) -> None:
    client = await line.client(GET * 1_000)
    assert (await client.ends()).count(b"HTTP/1.1 200") < 1_000
    assert await line.status() == 200


async def test_a_body_that_no_route_wants_is_not_read_to_its_end(line: Line) -> None:
    client = await line.client(b"GET /gezond HTTP/1.1\r\nHost: plank\r\nContent-Length: 9000000000\r\n\r\n")
    assert (await client.answer())[0] == 200
    assert await taken(client, b" " * 65_536, 60_000_000) < LINGER_BYTES + 12_000_000


async def test_a_body_that_is_too_large_is_refused_before_it_is_all_there(line: Line) -> None:
    chunked = POST.replace(b"Content-Length: %d", b"Transfer-Encoding: chunked")
    client = await line.client(chunked + (b"4000\r\n" + b" " * 0x4000 + b"\r\n") * 8)
    assert (await client.answer())[0] == 413


async def test_a_request_for_websockets_is_answered_as_any_other(line: Line) -> None:
    asks = GET.replace(b"\r\n\r\n", b"\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
    client = await line.client(asks + b"\x00\x01\x02")
    assert (await client.answer())[0] == 200
    assert await client.ends() == b""


async def test_what_nobody_waits_for_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    given_up = asyncio.Event()
    begun = asyncio.Event()

    async def long(request: Request) -> Response:
        begun.set()
        try:
            await asyncio.sleep(3_600)
        finally:
            given_up.set()
        return PlainTextResponse("klaar")

    settings = limits()
    service = app(FakeStore([[0]]).as_store(), settings)
    service.router.routes.append(Route("/lang", long))
    async with listening(service, settings) as line:
        client = await line.client(b"GET /lang HTTP/1.1\r\nHost: plank\r\n\r\n")
        await asyncio.wait_for(begun.wait(), PATIENCE)
        client.writer.transport.abort()
        await asyncio.wait_for(given_up.wait(), PATIENCE)
        assert await line.status() == 200
    assert not caplog.records, "somebody who hangs up is no fault"


async def test_whoever_waits_for_100_continue_is_told_to_go_on(line: Line) -> None:
    client = await line.client(POST.replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n") % 24)
    assert await asyncio.wait_for(client.reader.readuntil(b"\r\n\r\n"), PATIENCE) == b"HTTP/1.1 100 Continue\r\n\r\n"
    await client.send(b'{"query": "{__typename}"}'[:24])
    assert (await client.answer())[0] == 400
