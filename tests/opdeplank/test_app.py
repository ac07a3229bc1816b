import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from graph.errors import StoreError, StoreTimeout
from opdeplank.app import app
from opdeplank.http.frame import POLICY
from opdeplank.http.own_files import own_address
from opdeplank.settings.environment import read_settings
from opdeplank.settings.table import Settings
from tests.fake_store import FakeStore

pytestmark = pytest.mark.anyio
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/json;q=0.9"}
ELSEWHERE = ("192.0.2.1", 1234)


def client(
    settings: Settings | None = None,
    answer: list[list[Any]] | StoreError | None = None,
    address: tuple[str, int] = ("127.0.0.1", 1234),
) -> httpx.AsyncClient:
    store = FakeStore([[0]] if answer is None else answer)
    transport = httpx.ASGITransport(app(store.as_store(), settings or Settings()), client=address)
    return httpx.AsyncClient(transport=transport, base_url="http://plank")


@pytest.fixture
async def plank() -> AsyncIterator[httpx.AsyncClient]:
    async with client() as found:
        yield found


async def test_the_start_page_stands_when_the_database_is_away() -> None:
    async with client(answer=StoreTimeout()) as plank:
        page = await plank.get("/")
        asked = await plank.get("/?vraag=wachtlijst")
    assert page.status_code == 200
    assert "Ligt er iets op de plank?" in page.text
    assert "de database is niet bereikbaar" in page.text
    assert "http" not in re.sub(r"http://www\.w3\.org\S+", "", page.text), "everything is our own"
    assert re.findall("<script[^>]*>", page.text) == [f'<script type="module" src="{own_address("plank.js")}">']
    assert "style=" not in page.text
    assert asked.status_code == 503
    assert "wachtlijst</textarea>" in asked.text, "the question is kept"


@pytest.mark.parametrize("path", ["/", "/gezond", "/graphiql", "/bestaat-niet", "/schema.graphql"])
async def test_every_answer_carries_the_security_headers(plank: httpx.AsyncClient, path: str) -> None:
    headers = (await plank.get(path)).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert headers["api-version"]
    assert headers["x-request-id"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert ("'unsafe-inline'" in headers["content-security-policy"]) == (path == "/graphiql")


async def test_only_graphiql_may_style_inline_and_start_workers(plank: httpx.AsyncClient) -> None:
    policy = (await plank.get("/graphiql")).headers["content-security-policy"]
    assert "style-src 'self' 'unsafe-inline'" in policy
    assert "worker-src 'self'" in policy
    assert "script-src 'self';" in policy
    assert (await plank.get("/")).headers["content-security-policy"] == POLICY


async def test_a_harmless_request_number_comes_back_and_another_is_replaced(plank: httpx.AsyncClient) -> None:
    assert (await plank.get("/gezond", headers={"X-Request-ID": "abc-1"})).headers["x-request-id"] == "abc-1"
    other = (await plank.get("/gezond", headers={"X-Request-ID": "a b<script>"})).headers["x-request-id"]
    assert re.fullmatch(r"[0-9a-f]{16}", other)


async def test_an_unknown_page_is_a_page_for_a_browser_and_a_problem_for_a_program(plank: httpx.AsyncClient) -> None:
    page = await plank.get("/nergens", headers=BROWSER)
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "Deze pagina bestaat niet." in page.text
    problem = await plank.get("/nergens")
    assert (problem.status_code, problem.headers["content-type"]) == (404, "application/problem+json")
    assert problem.json()["code"] == "NOT_FOUND"
    assert problem.json()["verzoek"] == problem.headers["x-request-id"]


async def test_a_wrong_method_is_refused_and_names_the_right_ones(plank: httpx.AsyncClient) -> None:
    refused = await plank.post("/gezond")
    assert refused.status_code == 405
    assert "GET" in refused.headers["allow"]
    assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path", ["../settings.py", "..%2fgebouwd%2findex.html", "assets/../../package.json", "", "nee"]
)
async def test_nothing_outside_the_folders_is_served(plank: httpx.AsyncClient, path: str) -> None:
    assert (await plank.get(f"/statisch/{path}")).status_code == 404


async def test_a_hashed_file_is_kept_forever_and_compressed_once(plank: httpx.AsyncClient) -> None:
    page = (await plank.get("/graphiql")).text
    address = re.findall(r'src="(/graphiql/assets/[^"]+\.js)"', page)[0]
    sent = await plank.get(address, headers={"Accept-Encoding": "gzip"})
    plain = await plank.get(address, headers={"Accept-Encoding": "identity"})
    assert sent.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert sent.headers["content-encoding"] == "gzip"
    assert int(sent.headers["content-length"]) < len(plain.content) / 2
    assert sent.content == plain.content
    assert sent.headers["etag"] != plain.headers["etag"]
    again = await plank.get(address, headers={"Accept-Encoding": "gzip", "If-None-Match": sent.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_graphiql_itself_is_asked_for_again(plank: httpx.AsyncClient) -> None:
    for path in ("/graphiql", "/graphiql/"):
        page = await plank.get(path)
        assert (page.status_code, page.headers["cache-control"]) == (200, "no-cache")
        assert "text/html" in page.headers["content-type"]


async def test_health_asks_the_database_nothing() -> None:
    async with client(answer=StoreTimeout()) as plank:
        assert (await plank.get("/gezond")).json() == {"status": "gezond"}
        refused = await plank.get("/gereed")
    assert refused.status_code == 503
    assert refused.json()["code"] == "STORE_UNAVAILABLE"
    assert refused.headers["retry-after"]


async def test_security_txt_names_the_reporting_point_and_expires_in_the_future() -> None:
    async with client(read_settings({"OPDEPLANK_MELDPUNT": "mailto:veilig@gemeente.nl"})) as plank:
        text = (await plank.get("/.well-known/security.txt")).text
    assert "Contact: mailto:veilig@gemeente.nl\n" in text
    assert re.search(r"^Expires: \d{4}-\d\d-\d\dT00:00:00Z$", text, flags=re.MULTILINE)


async def test_a_body_over_the_limit_is_refused_also_when_its_length_is_not_told(plank: httpx.AsyncClient) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(12):
            yield b" " * 10_000

    told = await plank.post("/graphql", content=b" " * 100_001)
    not_told = await plank.post("/graphql", content=pieces(), headers={"Content-Type": "application/json"})
    for refused in (told, not_told):
        assert refused.status_code == 413
        extensions = refused.json()["errors"][0]["extensions"]
        assert (extensions["code"], extensions["limiet"], extensions["hoogstens"]) == (
            "OPERATION_TOO_LARGE",
            "body",
            100_000,
        )
    assert told.json()["errors"][0]["extensions"]["gevraagd"] == 100_001


async def test_an_address_that_asks_too_often_is_told_when_to_come_back() -> None:
    settings = read_settings({"OPDEPLANK_GRENS_VERZOEKEN": "2"})
    async with client(settings, address=ELSEWHERE) as plank:
        answers = [await plank.post("/graphql", json={"query": "{__typename}"}) for _ in range(3)]
        assert [answer.status_code == 429 for answer in answers] == [False, False, True]
        assert 1 <= int(answers[2].headers["retry-after"]) <= 60
        assert answers[2].json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
        assert (await plank.get("/gezond")).status_code == 200


async def test_the_machine_itself_may_ask_as_often_as_it_likes() -> None:
    async with client(read_settings({"OPDEPLANK_GRENS_VERZOEKEN": "1"})) as plank:
        statuses = {(await plank.post("/graphql", json={"query": "{__typename}"})).status_code for _ in range(3)}
    assert 429 not in statuses


async def test_only_the_named_sites_may_ask_from_a_page() -> None:
    async with client(read_settings({"OPDEPLANK_CORS": "https://www.almere.nl"})) as plank:
        asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
        named = await plank.options("/graphql", headers={"Origin": "https://www.almere.nl", **asks})
        other = await plank.options("/graphql", headers={"Origin": "https://elders.nl", **asks})
    assert named.headers["access-control-allow-origin"] == "https://www.almere.nl"
    assert "access-control-allow-origin" not in other.headers


async def test_our_own_fault_is_a_calm_answer_without_a_trace(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> str:
        raise ZeroDivisionError("geheim")

    monkeypatch.setattr("opdeplank.http.templates.environment", fail)
    async with client() as plank:
        answer = await plank.get("/")
    assert answer.status_code == 500
    assert answer.json()["code"] == "INTERNAL_SERVER_ERROR"
    assert "geheim" not in answer.text
    assert "default-src" in answer.headers["content-security-policy"]
    assert answer.headers["x-request-id"] in caplog.text


async def test_pages_are_counted_per_address_like_those_at_the_api() -> None:
    settings = read_settings({"OPDEPLANK_GRENS_VERZOEKEN": "2"})
    async with client(settings, answer=StoreTimeout(), address=ELSEWHERE) as plank:
        statuses = [(await plank.get("/?vraag=wachtlijst", headers=BROWSER)).status_code for _ in range(3)]
        refused = await plank.get("/?vraag=wachtlijst", headers=BROWSER)
        alive = await plank.get("/gezond", headers=BROWSER)
    assert statuses == [503, 503, 429]
    assert "Je stelt te veel vragen per minuut." in refused.text
    assert int(refused.headers["retry-after"]) > 0
    assert alive.status_code == 200
