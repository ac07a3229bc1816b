"""What is told of a request, whoever answers it, and however it ends."""

import asyncio
import io
import json
from typing import Any

import httpx
import pytest
from prometheus_client import generate_latest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from graph.errors import StoreUnavailable
from opdeplank.app import app
from opdeplank.graphql.registered import by_name
from opdeplank.http.frame import Frame
from opdeplank.settings.environment import read_settings
from opdeplank.watching.figures import Figures
from opdeplank.watching.log_lines import LogLines
from opdeplank.watching.seen import AD_HOC, Scope, SeenRequest
from opdeplank.watching.watched import Watched, declared
from tests.fake_store import FakeStore
from tests.opdeplank.door.listening import limits, listening
from tests.work import PATIENCE

pytestmark = pytest.mark.anyio
NAME = "Jansen-van-der-Meer"
WORD = NAME.replace("-", "")
"""Of somebody who asks, and of what he asks: it may be nowhere."""


class Told:
    def __init__(self) -> None:
        self.seen: list[SeenRequest] = []
        self.changed = asyncio.Event()

    def saw(self, seen: SeenRequest, scope: Scope, began: float) -> None:
        self.seen.append(seen)
        self.changed.set()

    async def next(self) -> SeenRequest:
        async with asyncio.timeout(PATIENCE):
            while not self.seen:
                self.changed.clear()
                await self.changed.wait()
        return self.seen.pop(0)


def plank(*watchers: Any, rows: Any = None, **given: str) -> httpx.AsyncClient:
    settings = read_settings({f"OPDEPLANK_{name}": value for name, value in given.items()})
    service = app(FakeStore([[0]] if rows is None else rows).as_store(), settings, watchers=watchers)
    transport = httpx.ASGITransport(service, client=("203.0.113.7", 1))
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")


async def test_a_free_question_is_seen_with_what_it_took_and_without_its_text() -> None:
    told = Told()
    async with plank(told) as client:
        await client.post("/graphql", json={"query": "{ gemeenten { aantal } }"})
    [seen] = told.seen
    assert (seen.method, seen.route, seen.status, seen.operation, seen.role) == (
        "POST", "/graphql", 200, AD_HOC, "OPENBAAR",
    )  # fmt: skip
    assert seen.cost > 0
    assert seen.statements >= 1
    assert (seen.known, seen.kept) == (False, None)
    assert seen.size > 10


async def test_a_registered_question_is_seen_by_its_name_and_whether_it_was_kept() -> None:
    told, asked = Told(), by_name("aantal-oplossingen")
    async with plank(told) as client:
        for _ in range(2):
            await client.get("/graphql", params={"documentId": asked.id})
    assert [each.operation for each in told.seen] == [asked.name] * 2
    assert [(each.kept, each.cost > 0) for each in told.seen] == [(False, True), (True, False)]


@pytest.mark.parametrize(
    ("path", "route", "status"),
    [
        ("/gezond", "/gezond", 200), ("/statisch/plank.css", "/statisch/{path:path}", 200), (f"/{NAME}", "", 404),
        ("/graphql", "/graphql", 400),
    ],
)  # fmt: skip
async def test_the_route_is_as_it_was_declared(path: str, route: str, status: int) -> None:
    told = Told()
    async with plank(told) as client:
        await client.get(path)
    assert [(each.route, each.status) for each in told.seen] == [(route, status)]


async def test_what_a_limit_refused_is_seen_by_its_name() -> None:
    told = Told()
    async with plank(told, GRENS_VERZOEKEN="1", GRENS_BODY="1 kB", GRENS_KOSTEN="1") as client:
        await client.post("/graphql", json={"query": "{ gemeenten { aantal } }"})
        await client.post("/graphql", content=b"x" * 2_000)
        await client.post("/graphql", json={"query": "{ gemeenten { aantal } }"})
    assert [each.limit for each in told.seen] == ["kosten", "body", "verzoeken"]


async def test_nothing_of_who_asks_or_what_is_asked_is_written_anywhere() -> None:
    out, figures = io.StringIO(), Figures()
    asked = by_name("pasklaar")
    async with plank(LogLines(out), figures, rows=StoreUnavailable()) as client:
        question = (
            f'query {NAME.replace("-", "")} {{ oplossingen(filter: {{titel: {{bevat: "{NAME}"}}}}) {{ aantal }} }}'
        )
        await client.post("/graphql", json={"query": question, "operationName": NAME.replace("-", "")})
        await client.get("/graphql", params={"documentId": asked.id, "variables": json.dumps({"vraag": NAME})})
        await client.get(f"/persoon/{NAME}", headers={"Authorization": f"Bearer odp_{NAME}", "User-Agent": NAME})
        await client.get("/", params={"vraag": NAME})
    written = out.getvalue() + generate_latest(figures.registry).decode()
    assert len(out.getvalue().splitlines()) == 4
    assert not [part for part in (NAME, WORD, "203.0.113.7", "Bearer") if part in written]


async def test_who_hangs_up_is_seen_as_that_and_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    told = Told()
    begun = asyncio.Event()

    async def long(request: Request) -> Response:
        begun.set()
        await asyncio.sleep(PATIENCE)
        return PlainTextResponse("te laat")

    async def read(request: Request) -> Response:
        begun.set()
        return PlainTextResponse((await request.body()).decode())

    routes = [Route("/lang", long), Route("/lees", read, methods=["POST"])]
    watched = Middleware(Watched, paths=declared(routes), watchers=[told], viewer="kijker")
    service = Starlette(routes=routes, middleware=[watched, Middleware(Frame)])
    half = b"POST /lees HTTP/1.1\r\nHost: plank\r\nContent-Length: 90\r\n\r\nhalf"
    settings = limits()
    async with listening(service, settings) as line:
        for request in (b"GET /lang HTTP/1.1\r\nHost: plank\r\n\r\n", half):
            begun.clear()
            client = await line.client(request)
            await asyncio.wait_for(begun.wait(), PATIENCE)
            client.writer.transport.abort()
            seen = await told.next()
            assert (seen.status, seen.broken_off) == (499, True)
    assert not caplog.records
