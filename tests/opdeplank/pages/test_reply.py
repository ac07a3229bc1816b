"""Pages as they are sent: packed or not, kept by what they depend on, in the kind that is preferred."""

from typing import cast

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from opdeplank.http.site import KEY, Site
from opdeplank.pages.desk import Desk
from opdeplank.pages.reply import Shown, page
from tests.service import Service
from tests.web.looking import PAGES

THING = PAGES["oplossing"]


class OneVersion:
    async def version(self) -> int:
        return 1


@pytest.mark.anyio
async def test_a_page_is_kept_by_what_it_depends_on_and_nothing_else() -> None:
    made: list[str] = []
    shown = Shown(cast(Desk, OneVersion()))

    async def respond(request: Request) -> Response:
        async def make() -> str:
            made.append(request.url.query)
            return "een bladzijde " * 100

        request.scope.setdefault("state", {})[KEY] = Site("https://" + request.headers.get("x-site", "a.nl"))
        return await shown.respond(request, make, depends_on=("na",))

    transport = httpx.ASGITransport(Starlette(routes=[Route("/{path:path}", respond)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://plank") as client:
        for number in range(700):
            await client.get(f"/?x={number}{'y' * 6_000}")
        assert len(made) == 1
        await client.get("/?na=verder&x=1")
        await client.get("/?x=2&na=verder")
        assert len(made) == 2
        await client.get("/", headers={"x-site": "b.nl"})
        assert len(made) == 3
        for number in range(3_000):
            await client.get(f"/?na={number}{'y' * 6_000}")
    assert shown._answers.bytes <= 8_000_000
    assert sum(len(key) for key, _ in shown._answers.items) <= 8_000_000


@pytest.mark.anyio
async def test_a_page_that_cannot_be_sent_as_asked_is_refused() -> None:
    async def respond(request: Request) -> Response:
        return page(request, "een bladzijde")

    transport = httpx.ASGITransport(Starlette(routes=[Route("/", respond)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://plank") as client:
        packed = await client.get("/", headers={"Accept-Encoding": "gzip;q=0.5, identity;q=0.1"})
        plain = await client.get("/", headers={"Accept-Encoding": "gzip;q=0, identity"})
        neither = await client.get("/", headers={"Accept-Encoding": "identity;q=0"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text == "een bladzijde"
    assert neither.status_code == 406


@pytest.mark.parametrize(
    ("accept", "status", "kind"),
    [
        ("text/turtle;q=0.2, text/html;q=0.9", 200, "text/html"),
        ("text/html;q=0.2, text/turtle;q=0.9", 200, "text/turtle"),
        ("text/turtle;q=0", 200, "text/html"),
        ("application/ld+json;q=0.5, text/*;q=0.1", 200, "application/ld+json"),
        ("text/html;q=0, application/ld+json", 200, "application/ld+json"),
        ("image/png", 200, "text/html"),
        ("*/*;q=0", 406, "application/problem+json"),
    ],
)
def test_a_thing_comes_in_the_kind_that_is_preferred(dienst: Service, accept: str, status: int, kind: str) -> None:
    reply = httpx.get(dienst.url + THING, headers={"Accept": accept})
    assert (reply.status_code, reply.headers["content-type"].partition(";")[0]) == (status, kind)


@pytest.mark.parametrize("path", [THING, "/statisch/plank.css", "/graphiql", "/thema"])
def test_nothing_is_packed_for_whom_that_will_not_do(dienst: Service, path: str) -> None:
    asked = {"Accept-Encoding": "gzip;q=0, identity"}
    assert "content-encoding" not in httpx.get(dienst.url + path, headers=asked).headers
    assert httpx.get(dienst.url + path, headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
    assert httpx.get(dienst.url + path, headers={"Accept-Encoding": "identity;q=0"}).status_code == 406


@pytest.mark.parametrize("accept", ["application/ld+json", "text/turtle"])
def test_linked_data_may_be_read_by_any_page(dienst: Service, accept: str) -> None:
    asked = {"Accept": accept, "Origin": "https://elders.example"}
    for path, status in ((THING, 200), ("/oplossing/bestaat-niet", 404), ("/gemeente/gm0344", 301)):
        reply = httpx.get(dienst.url + path, headers=asked)
        assert reply.status_code == status
        assert reply.headers["access-control-allow-origin"] == "*"
        assert reply.headers["cross-origin-resource-policy"] == "cross-origin"
    page = httpx.get(dienst.url + THING, headers={**asked, "Accept": "text/html"})
    assert "access-control-allow-origin" not in page.headers


def test_a_browser_may_ask_beforehand_whether_it_may_read(dienst: Service) -> None:
    asks = {"Origin": "https://elders.example", "Access-Control-Request-Headers": "if-none-match"}
    reading = httpx.options(dienst.url + THING, headers={**asks, "Access-Control-Request-Method": "GET"})
    assert reading.status_code == 204
    assert reading.headers["access-control-allow-origin"] == "*"
    assert "If-None-Match" in reading.headers["access-control-allow-headers"]
    asking = httpx.options(f"{dienst.url}/graphql", headers={**asks, "Access-Control-Request-Method": "POST"})
    assert "access-control-allow-origin" not in asking.headers
