from typing import Any

import orjson
import pytest
from starlette.requests import Request

from opdeplank.http import problems
from opdeplank.http.problems import GRAPHQL, NOT_READY, PROBLEM, Problem, respond

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def request(path: str, accept: str) -> Request:
    scope: dict[str, Any] = {
        "type": "http", "method": "GET", "path": path, "query_string": b"", "headers": [(b"accept", accept.encode())],
        "state": {"request_id": "12ab"},
    }  # fmt: skip
    return Request(scope)


def test_a_browser_gets_a_page() -> None:
    found = respond(request("/thema/x", BROWSER), NOT_READY)
    assert found.status_code == 503
    assert found.headers["content-type"].startswith("text/html")
    assert found.headers["retry-after"] == "5"
    assert b"12ab" in found.body


@pytest.mark.parametrize("accept", ["", "*/*", "application/json", "application/ld+json"])
def test_a_program_gets_problem_details(accept: str) -> None:
    found = respond(request("/thema/x", accept), NOT_READY)
    assert found.headers["content-type"] == PROBLEM
    said = orjson.loads(found.body)
    assert (said["status"], said["code"], said["instance"]) == (503, "STORE_UNAVAILABLE", "/thema/x")
    assert said["verzoek"] == "12ab"


@pytest.mark.parametrize("path", ["/graphql", "/graphql/"])
def test_who_asks_graphql_gets_its_own_errors(path: str) -> None:
    problem = Problem(413, "Te groot.", "Vraag minder.", code="OPERATION_TOO_LARGE", extra={"hoogstens": 3})
    found = respond(request(path, GRAPHQL), problem)
    [error] = orjson.loads(found.body)["errors"]
    assert error == {
        "message": "Te groot. Vraag minder.",
        "extensions": {"code": "OPERATION_TOO_LARGE", "hoogstens": 3},
    }
    assert found.headers["content-type"] == GRAPHQL


def test_every_refusal_says_what_to_do() -> None:
    for each in vars(problems).values():
        if isinstance(each, Problem):
            assert each.title.endswith(".")
            assert each.advice.endswith(".")
