"""What a request asks, and GraphQL over HTTP to the letter: methods, media types, ids and what stands around JSON."""

from typing import Any
from urllib.parse import quote, urlencode

import httpx
import orjson
import pytest

from opdeplank.app import app
from opdeplank.graphql.question import Question, addressed, question
from opdeplank.graphql.registered import by_name, registered
from opdeplank.http.problems import Problem
from opdeplank.settings.environment import read_settings
from tests.fake_store import FakeStore
from tests.service import Service

OURS = by_name("suggesties")
HASH = OURS.id.removeprefix("sha256:")
JSON = {"Content-Type": "application/json"}


def plank(**given: str) -> httpx.AsyncClient:
    settings = read_settings({f"OPDEPLANK_{name.upper()}": value for name, value in given.items()})
    transport = httpx.ASGITransport(app(FakeStore([[0]]).as_store(), settings))
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")


def error(reply: httpx.Response) -> dict[str, Any]:
    (found,) = reply.json()["errors"]
    assert isinstance(found, dict)
    return found


@pytest.mark.anyio
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "VERWIJDER"])
async def test_another_method_is_told_exactly_which_ones_there_are(method: str) -> None:
    async with plank() as service:
        reply = await service.request(method, "/graphql")
        page = await service.request(method, "/gezond")
    assert (reply.status_code, reply.headers["allow"]) == (405, "GET, HEAD, OPTIONS, POST")
    assert error(reply)["extensions"]["code"] == "BAD_USER_INPUT"
    assert (page.status_code, page.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("path", "allow"),
    [("/graphql", "GET, HEAD, OPTIONS, POST"), ("/", "GET, HEAD, OPTIONS, POST"), ("/thema/x", "GET, HEAD, OPTIONS")],
)
async def test_options_are_told_for_every_path_that_there_is(path: str, allow: str) -> None:
    async with plank() as service:
        reply = await service.options(path)
        unknown = await service.options("/nergens")
    assert (reply.status_code, reply.headers["allow"], reply.content) == (204, allow, b"")
    assert unknown.status_code == 404


@pytest.mark.anyio
async def test_what_is_allowed_is_answered_and_not_called_a_wrong_method() -> None:
    async with plank() as service:
        for method in ("GET", "HEAD", "POST"):
            assert (await service.request(method, "/graphql")).status_code != 405
        free = await service.get("/graphql?query={themas{nodes{naam}}}")
    assert (free.status_code, free.headers["allow"]) == (405, "OPTIONS, POST"), "of this very address"


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("application/graphql-response+json", "application/graphql-response+json"),
        ("application/graphql-response+json;q=0.1, application/json;q=0.9", "application/json"),
        ("application/json;q=0, */*", "application/graphql-response+json"),
        ("application/*;q=0.5, application/json;q=0.1", "application/graphql-response+json"),
        ("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json"),
    ],
)
async def test_the_answer_has_the_media_type_that_is_preferred(accept: str, kind: str) -> None:
    async with plank() as service:
        for asked in ("{}", '{"query": "{ nee }"}'):
            reply = await service.post("/graphql", content=asked, headers={**JSON, "Accept": accept})
            assert reply.headers["content-type"].partition(";")[0] == kind


@pytest.mark.anyio
@pytest.mark.parametrize("accept", ["text/html", "application/json;q=0", "*/*;q=0"])
async def test_what_we_cannot_answer_in_is_refused(accept: str) -> None:
    async with plank() as service:
        reply = await service.post("/graphql", content="{}", headers={**JSON, "Accept": accept})
    assert reply.status_code == 406


@pytest.mark.anyio
async def test_packed_content_is_refused_with_what_we_do_read() -> None:
    async with plank() as service:
        reply = await service.post("/graphql", content=b"\x1f\x8b\x08", headers={**JSON, "Content-Encoding": "gzip"})
        plain = await service.post("/graphql", content=b"{}", headers={**JSON, "Content-Encoding": "identity"})
    assert (reply.status_code, reply.headers["accept-encoding"]) == (415, "identity")
    assert plain.status_code == 400


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_a_mark_of_utf_8_before_the_question_is_passed_over(dienst: Service, mark: bytes) -> None:
    reply = httpx.post(f"{dienst.url}/graphql", content=mark + b'{"query": "{ __typename }"}', headers=JSON)
    assert reply.json()["data"] == {"__typename": "Query"}


def test_a_name_of_nothing_is_no_name(dienst: Service) -> None:
    for name in ("", None):
        asked = {"query": "query A { __typename }", "operationName": name}
        assert httpx.post(f"{dienst.url}/graphql", json=asked).json()["data"] == {"__typename": "Query"}
    address = f"{dienst.url}/graphql?documentId={OURS.id}&operationName=&variables=" + quote('{"term": "Utrecht"}')
    assert "data" in httpx.get(address).json()


@pytest.mark.anyio
@pytest.mark.parametrize("by", ["post", "get"])
async def test_persisted_queries_of_others_are_refused_with_ours(by: str) -> None:
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}
    async with plank() as service:
        if by == "post":
            reply = await service.post("/graphql", json={"operationName": "A", "extensions": extensions})
        else:
            reply = await service.get("/graphql", params={"extensions": orjson.dumps(extensions).decode()})
    found = error(reply)
    assert reply.status_code == 404
    assert found["message"] == "PersistedQueryNotFound", "the word that clients wait for"
    assert "automatic persisted queries" in found["extensions"]["uitleg"]
    assert "documentId" in found["extensions"]["uitleg"]
    assert found["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND"
    ours = {each["documentId"]: each["naam"] for each in found["extensions"]["geregistreerd"]}
    assert ours == {each.id: each.name for each in registered().values()}


def test_the_hash_of_one_of_ours_asks_it(dienst: Service) -> None:
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": HASH}}
    asked = {"variables": {"term": "Utrecht"}, "extensions": extensions}
    posted = httpx.post(f"{dienst.url}/graphql", json=asked).json()
    got = httpx.get(f"{dienst.url}/graphql?" + urlencode({k: orjson.dumps(v).decode() for k, v in asked.items()}))
    assert posted["data"]["suggesties"][0]["tekst"] == "Utrecht"
    assert got.json()["data"] == posted["data"]
    assert got.headers["etag"]


def test_a_text_beside_a_hash_is_what_is_asked() -> None:
    found = question({"query": "{ __typename }", "extensions": {"persistedQuery": {"sha256Hash": "0" * 64}}})
    assert found == Question("{ __typename }")


@pytest.mark.parametrize(
    "given",
    [
        {}, {"query": None}, {"query": 5}, {"query": ["a"]}, {"query": "{a}", "operationName": 5},
        {"query": "{a}", "variables": []}, {"query": "{a}", "variables": "{}"}, {"query": "{a}", "extensions": [1]},
        {"documentId": OURS.id, "variables": 7}, {"documentId": OURS.id, "operationName": {}}, {"documentId": 5},
        {"extensions": {"persistedQuery": 5}}, {"extensions": {"persistedQuery": {"sha256Hash": {}}}},
    ],
)  # fmt: skip
def test_members_of_another_kind_are_a_refusal(given: dict[str, Any]) -> None:
    found = question(given)
    assert isinstance(found, Problem)
    assert found.status in (400, 404)


def test_what_changes_no_answer_is_no_part_of_its_key() -> None:
    variables = '{"term": "a", "eerste": 3}'
    first = addressed(f"documentId={OURS.id}&variables={quote(variables)}".encode())
    assert isinstance(first, Question)
    for other in (
        f"documentId={quote(OURS.id)}&variables=" + quote('{"eerste":3,"term":"a"}'),
        f"utm_source=x&documentId={OURS.id}&variables={quote(variables)}&x=" + "y" * 2_000,
        f"documentId={OURS.id}&variables=" + quote('{"term": "a", "eerste": 3, "onbekend": [1, 2]}'),
    ):
        found = addressed(other.encode())
        assert isinstance(found, Question)
        assert found.key == first.key
    for other in (f"documentId={OURS.id}", f"documentId={by_name('plank').id}&variables={quote(variables)}"):
        found = addressed(other.encode())
        assert isinstance(found, Question)
        assert found.key != first.key


def test_the_tag_of_an_answer_follows_what_was_asked_and_not_how(dienst: Service) -> None:
    address = f"{dienst.url}/graphql?documentId={OURS.id}&variables=" + quote('{"term": "Utrecht"}')
    tags = {httpx.get(address + more).headers["etag"] for more in ("", "&x=1", "&operationName=")}
    assert len(tags) == 1


def test_a_long_address_is_not_remembered() -> None:
    from opdeplank.graphql import question as module

    before = module._addressed.cache_info().currsize
    for number in range(20):
        addressed(f"documentId={OURS.id}&x={number}{'y' * module.REMEMBERED}".encode())
    assert module._addressed.cache_info().currsize == before
