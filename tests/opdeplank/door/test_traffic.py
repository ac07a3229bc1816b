"""Places among the questions, and how often one address may ask."""

import asyncio
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, request_response

from opdeplank.app import app
from opdeplank.door.traffic import Full, Rate, Slots, Traffic, caller, counted_as
from opdeplank.settings.environment import read_settings
from tests.fake_store import FakeStore

pytestmark = pytest.mark.anyio


async def test_a_place_is_taken_when_the_body_is_there_and_left_when_the_answer_begins() -> None:
    busy: list[int] = []
    slots = Slots(4)

    async def echo(request: Request) -> Response:
        busy.append(slots.busy)
        return PlainTextResponse((await request.body()).decode())

    door = Traffic(request_response(echo), read_settings({}), slots, Rate(0))
    scope = {
        "type": "http", "method": "POST", "path": "/", "headers": [(b"content-length", b"4")], "client": None,
        "query_string": b"",
    }  # fmt: skip
    pieces = [{"body": b"ab", "more_body": True}, {"body": b"cd"}]

    async def receive() -> Any:
        busy.append(slots.busy)
        return {"type": "http.request", **pieces.pop(0)}

    async def send(message: Any) -> None:
        busy.append(slots.busy)
        sent.append(message.get("body", b""))

    sent: list[bytes] = []
    await door(scope, receive, send)
    assert busy == [0, 0, 1, 0, 0], "receiving twice, the route, sending twice"
    assert b"".join(sent) == b"abcd"


async def test_who_leaves_before_the_body_is_there_gets_no_place() -> None:
    slots = Slots(1)
    door = Traffic(request_response(lambda request: PlainTextResponse("x")), read_settings({}), slots, Rate(0))  # type: ignore[arg-type,return-value]

    async def receive() -> Any:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        raise AssertionError(message)

    await door({"type": "http", "method": "POST", "path": "/", "headers": [], "client": None}, receive, send)
    assert slots.busy == 0


async def test_beyond_the_places_there_is_a_refusal_and_one_address_gets_half() -> None:
    go_on = asyncio.Event()

    async def wait(request: Request) -> Response:
        await go_on.wait()
        return PlainTextResponse("klaar")

    door = Traffic(request_response(wait), read_settings({}), Slots(4), Rate(0))
    service = Starlette(routes=[Route("/", door, methods=["GET"])])

    def ask(address: str) -> asyncio.Task[httpx.Response]:
        transport = httpx.ASGITransport(service, client=(address, 1))
        return asyncio.create_task(httpx.AsyncClient(transport=transport, base_url="http://plank").get("/"))

    asked = [ask(address) for address in ("203.0.113.1",) * 3 + ("203.0.113.2",) * 2 + ("203.0.113.3",)]
    await asyncio.sleep(0.1)
    go_on.set()
    assert [(await reply).status_code for reply in asked] == [200, 200, 503, 200, 200, 503]
    assert (await ask("203.0.113.1")).status_code == 200, "places come free again"


def test_a_place_comes_free_also_when_the_route_fails() -> None:
    slots = Slots(1)
    with pytest.raises(ZeroDivisionError), slots.taken("a"):
        raise ZeroDivisionError
    with slots.taken("a"), pytest.raises(Full), slots.taken(None):
        pass
    assert (slots.busy, slots._of) == (0, {})


@pytest.mark.parametrize("path", ["/oplossing", "/thema", "/gegevens", "/knelpunt/x", "/?vraag=x", "/"])
async def test_pages_are_counted_per_address_like_the_questions(path: str) -> None:
    settings = read_settings({"OPDEPLANK_GRENS_VERZOEKEN": "2"})
    transport = httpx.ASGITransport(app(FakeStore().as_store(), settings), client=("203.0.113.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://plank") as plank:
        statuses = [(await plank.get(path)).status_code for _ in range(3)]
        free = [(await plank.get(p)).status_code for p in ("/gezond", "/statisch/plank.css", "/schema.graphql")]
    assert [status == 429 for status in statuses] == [False, False, True]
    assert free == [200, 200, 200]


def test_the_count_of_a_minute_has_a_size() -> None:
    rate = Rate(5, most=100)
    for number in range(1_000):
        rate.seconds_to_wait(f"203.0.{number // 256}.{number % 256}")
    assert len(rate._asked) == 100
    assert not any(rate.seconds_to_wait("einde") for _ in range(5))
    assert rate.seconds_to_wait("einde") > 0


@pytest.mark.parametrize(
    ("address", "who"),
    [
        ("203.0.113.9", "203.0.113.9"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", None), ("127.9.9.9", None), ("::1", None), ("::ffff:127.0.0.1", None), ("unknown", "unknown"),
        ("x" * 500, "x" * 64),
    ],
)  # fmt: skip
def test_an_address_is_counted_as_its_house(address: str, who: str | None) -> None:
    assert caller(address) == who
    assert len(counted_as(address)) <= 64


@pytest.mark.parametrize("length", ["9" * 5_000, "²", "-1", "", "99 99"])
async def test_a_length_that_is_none_says_nothing(length: str) -> None:
    service = app(FakeStore([[0]]).as_store(), read_settings({}))
    transport = httpx.ASGITransport(service, client=("203.0.113.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://plank") as plank:
        headers = [(b"content-type", b"application/json"), (b"content-length", length.encode("latin-1"))]
        request = httpx.Request("POST", "http://plank/graphql", content=b"{}", headers=headers)
        assert (await plank.send(request)).status_code == 400
