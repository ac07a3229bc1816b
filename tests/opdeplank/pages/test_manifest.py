"""The registered operations as others find them: in one file for clients of Apollo, and shown on /gegevens."""

import hashlib
import html
from html.parser import HTMLParser

import httpx
import orjson
from graphql import OperationDefinitionNode, parse

from opdeplank.graphql.registered import Registered, registered
from opdeplank.graphql.registered_examples import GIVEN, address, example
from tests.service import Service

FILE = "/persisted-query-manifest.json"


def test_every_operation_in_the_file_can_be_asked_by_its_id_and_is_named_as_in_its_text(dienst: Service) -> None:
    reply = httpx.get(f"{dienst.url}{FILE}")
    found = reply.json()
    assert (found["format"], found["version"]) == ("apollo-persisted-query-manifest", 1)
    assert len(found["operations"]) == len(registered())
    for each in found["operations"]:
        assert each.keys() == {"id", "name", "type", "body"}
        assert each["id"] == hashlib.sha256(each["body"].encode()).hexdigest()
        (operation,) = (d for d in parse(each["body"]).definitions if isinstance(d, OperationDefinitionNode))
        assert operation.name is not None
        assert (each["name"], each["type"]) == (operation.name.value, operation.operation.value)
        for name in (each["id"], f"sha256:{each['id']}"):
            given = example(registered()[f"sha256:{each['id']}"])
            asked = {"variables": given, "extensions": {"persistedQuery": {"version": 1, "sha256Hash": name}}}
            assert "errors" not in httpx.post(f"{dienst.url}/graphql", json=asked, timeout=30).json(), each["name"]


def test_any_page_may_read_the_file_and_ask_whether_it_changed(dienst: Service) -> None:
    first = httpx.get(f"{dienst.url}{FILE}", headers={"Origin": "https://elders.nl"})
    assert first.headers["access-control-allow-origin"] == "*"
    again = httpx.get(f"{dienst.url}{FILE}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_every_example_gives_an_answer_with_something_in_it(dienst: Service) -> None:
    assert set(GIVEN) <= {operation.name for operation in registered().values()}
    for operation in registered().values():
        answer = httpx.get(dienst.url + address(operation), timeout=30).json()
        assert "errors" not in answer, operation.name
        assert all(answer["data"].values()), operation.name
        assert {*example(operation)} <= operation.variables


class Texts(HTMLParser):
    """What stands between the tags, and where the links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_shows_text_variables_and_an_example_of_each(dienst: Service) -> None:
    with httpx.Client(base_url=dienst.url, headers={"Accept": "text/html"}) as client:
        whole = Texts(client.get("/gegevens").text)
        assert FILE in whole.links
        for operation in registered().values():
            assert operation.id in whole.text
            assert f"/gegevens/{operation.file}" in whole.links
            shows(Texts(client.get(f"/gegevens/{operation.file}").text), operation)
        assert client.get("/gegevens/bestaat-niet").status_code == 404


def shows(page: Texts, operation: Registered) -> None:
    assert operation.text in page.text
    assert operation.id in page.text
    assert html.unescape(address(operation)) in page.links
    for variable in operation.declared:
        assert f"{variable.name}{variable.type}" in page.text.replace("\n", ""), (operation.name, variable)


def test_an_example_opens_in_a_browser(dienst: Service) -> None:
    """It says that it prefers a page, and takes anything."""
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    for operation in registered().values():
        reply = httpx.get(dienst.url + address(operation), headers=browser)
        assert reply.headers["content-type"].startswith("application/json")
        assert orjson.loads(reply.content)["data"]
