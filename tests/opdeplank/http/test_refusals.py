"""A refusal is as readable as the answer would have been, and says when to come back when that helps."""

from typing import Any

import httpx
import pytest

from graph.errors import StoreUnavailable
from graph.turns import Full, Turns
from opdeplank.app import app
from opdeplank.graphql.registered import by_name
from opdeplank.http import problems
from opdeplank.http.origins import OPEN_HEADERS
from opdeplank.settings.environment import read_settings
from schema.execute.rate import Shapes
from schema.refusals import Refused
from tests.fake_store import FakeStore

pytestmark = pytest.mark.anyio
OURS = by_name("suggesties").id
ELSEWHERE = ("192.0.2.1", 1234)
ORIGIN = {"Origin": "https://portaal.voorbeeld.nl"}


def plank(answer: Any = None, **given: str) -> httpx.AsyncClient:
    settings = read_settings({f"OPDEPLANK_{name.upper()}": value for name, value in given.items()})
    store = FakeStore([[0]] if answer is None else answer).as_store()
    transport = httpx.ASGITransport(app(store, settings), client=ELSEWHERE)
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers=ORIGIN)


def readable(reply: httpx.Response) -> bool:
    """Whether a page of any other site may see it, and nobody on the way keeps it."""
    open_to_all = all(reply.headers.get(name) == value for name, value in OPEN_HEADERS.items())
    return open_to_all and reply.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [
        ("/graphql", {}, 400),
        (f"/graphql?documentId={OURS}&variables=%7B", {}, 400),
        ("/graphql?documentId=sha256:00", {}, 404),
        ("/graphql?extensions=%7B%22persistedQuery%22:%7B%22sha256Hash%22:%2200%22%7D%7D", {}, 404),
        ("/graphql?query=%7Ba%7D", {}, 405),
        (f"/graphql?documentId={OURS}", {"Accept": "text/csv"}, 406),
        (f"/graphql?documentId={OURS}", {"Accept": "application/graphql-response+json"}, 400),
        (f"/graphql?documentId={OURS}&x={'y' * 9_000}", {}, 414),
        ("/graphql/nergens", {}, 404),
        ("/oplossing/x", {"Accept": "application/ld+json;q=0, text/html;q=0"}, 406),
        ("/nergens", {"Accept": "application/ld+json"}, 404),
    ],
)
async def test_a_refused_get_is_as_readable_as_an_answer(address: str, headers: dict[str, str], status: int) -> None:
    async with plank(grens_adres="8000") as service:
        reply = await service.get(address, headers=headers)
        silent = await service.head(address, headers=headers)
    assert reply.status_code == silent.status_code == status
    assert readable(reply)
    assert readable(silent)
    assert "vary" not in reply.headers or "Accept" in reply.headers["vary"]


async def test_who_asks_too_often_may_read_when_to_come_back() -> None:
    async with plank(grens_verzoeken="1") as service:
        replies = [await service.get(f"/graphql?documentId={OURS}") for _ in range(2)]
    assert [reply.status_code for reply in replies] == [200, 429]
    assert 1 <= int(replies[1].headers["retry-after"]) <= 60
    assert readable(replies[1])


async def test_a_refused_post_is_for_the_listed_sites_alone() -> None:
    async with plank(cors="https://www.almere.nl") as service:
        reply = await service.post("/graphql", content="{}", headers={"Content-Type": "application/json"})
    assert reply.status_code == 400
    assert "access-control-allow-origin" not in reply.headers


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing more may wait for its turn beside the event loop."""

    async def full(*_: object) -> None:
        raise Full

    monkeypatch.setattr(Turns, "do", full)


@pytest.mark.usefixtures("crowded")
async def test_a_full_queue_says_when_to_come_back() -> None:
    async with plank(get_vrij="ja") as service:
        posted = await service.post("/graphql", json={"query": "{ wetten { nodes { id } } }"})
        got = await service.get(f"/graphql?documentId={OURS}&variables=%7B%22term%22:%22a%22%7D")
        page = await service.get("/thema")
        asked = await service.get("/?vraag=schuld", headers={"Accept": "text/html"})
    for reply in (posted, got):
        assert reply.status_code == 503
        (error,) = reply.json()["errors"]
        assert error["extensions"] == {"code": "RATE_LIMITED", "wacht": int(reply.headers["retry-after"])}
    assert readable(got)
    assert (page.status_code, page.json()["code"]) == (503, "RATE_LIMITED"), "a page that is busy does exist"
    assert int(page.headers["retry-after"]) > 0
    assert asked.status_code == 503
    assert int(asked.headers["retry-after"]) > 0
    assert "Het is nu te druk." in asked.text
    assert "schuld</textarea>" in asked.text


async def test_too_many_new_shapes_say_when_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def spent(*_: object) -> None:
        raise Refused("RATE_LIMITED", "Te veel.", status=429, limiet="vormen", wacht=17)

    monkeypatch.setattr(Shapes, "spend", spent)
    async with plank() as service:
        reply = await service.post("/graphql", json={"query": "{ wetten { nodes { id } } }"})
    assert (reply.status_code, reply.headers["retry-after"]) == (429, "17")


async def test_a_database_that_is_away_says_when_to_come_back() -> None:
    async with plank(answer=StoreUnavailable()) as service:
        posted = await service.post("/graphql", json={"query": "{ wetten { nodes { id } } }"})
        got = await service.get(f"/graphql?documentId={OURS}&variables=%7B%22term%22:%22a%22%7D")
    for reply in (posted, got):
        assert reply.status_code == 503
        assert int(reply.headers["retry-after"]) > 0
    assert readable(got)


def test_everything_that_means_busy_says_when_to_come_back() -> None:
    """Also what is written elsewhere: no refusal with 429, and none with 503, leaves it out."""
    from opdeplank.door import protocol, traffic

    found = [
        each
        for module in (problems, protocol, traffic)
        for each in vars(module).values()
        if isinstance(each, problems.Problem)
    ]
    found += [problems.busy(2), traffic.too_often(3, 10), traffic.Slots(1).refusal()]
    assert {each.status for each in found} >= {429, 503}
    for each in found:
        assert ("Retry-After" in each.headers) == (each.status in (429, 503)), each.title


async def test_a_listed_site_may_ask_whether_an_answer_changed() -> None:
    asks = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "if-none-match"}
    for cors in ("", ORIGIN["Origin"]):
        async with plank(cors=cors) as service:
            reply = await service.options(f"/graphql?documentId={OURS}", headers=asks)
        assert reply.is_success, cors
        assert "if-none-match" in reply.headers["access-control-allow-headers"].lower()
