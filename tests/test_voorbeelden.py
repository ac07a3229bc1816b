"""The examples for analysts run: everything read in a few requests, within the limits that hold for everybody.

Where there is no R, its example is left out, which is said. Both programs ask what stands in one file, so what is asked
is tested for both; that the one in R asks just that is also read from its text.
"""

import re
import runpy
import shutil
import subprocess
from typing import Any

import httpx
import pandas
import pytest
from gql.transport import httpx as gql_httpx
from graphql import GraphQLSchema, OperationDefinitionNode, build_schema, parse, validate

from opdeplank.graphql.api import sdl
from opdeplank.settings.table import ROOT
from tests.conftest import leave_out
from tests.service import Service

FOLDER = ROOT / "docs" / "voorbeelden"
ASKED = (FOLDER / "toepassingen.graphql").read_text(encoding="utf-8")
R = (FOLDER / "toepassingen.R").read_text(encoding="utf-8")
MOST_REQUESTS = 12


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The answers of the requests that a program sends over the httpx that its own library takes."""
    answers: list[Any] = []
    client = gql_httpx.httpx.Client
    send = client.send

    def noting(client: Any, request: Any, **how: Any) -> Any:
        answer = send(client, request, **how)
        answers.append(answer)
        return answer

    monkeypatch.setattr(client, "send", noting)
    return answers


def counted(dienst: Service) -> dict[str, int]:
    """How many toepassingen each oplossing has, as the service counts them."""
    found: dict[str, int] = {}
    after, more = None, True
    query = """query ($na: String) { oplossingen(first: 100, after: $na) {
      pageInfo { hasNextPage endCursor } nodes { titel toepassingen { aantal } } } }"""
    while more:
        asked = {"query": query, "variables": {"na": after}}
        page = httpx.post(f"{dienst.url}/graphql", json=asked).json()["data"]["oplossingen"]
        found |= {node["titel"]: node["toepassingen"]["aantal"] for node in page["nodes"]}
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    return {title: number for title, number in found.items() if number}


def test_python_reads_all_toepassingen_in_a_few_requests(
    dienst: Service, sent: list[httpx.Response], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["toepassingen.py", dienst.url])
    made = runpy.run_path(str(FOLDER / "toepassingen.py"))
    assert 1 < len(sent) <= MOST_REQUESTS
    assert all(reply.json()["extensions"]["grenzen"]["kosten"]["over"] > 0 for reply in sent)
    table = made["toepassingen"]
    assert isinstance(table, pandas.DataFrame)
    assert table["id"].is_unique
    assert table["oplossing"].value_counts().to_dict() == counted(dienst)
    said = capsys.readouterr().out
    assert f"{len(table)} toepassingen van" in said
    assert "Utrecht" in said


@pytest.fixture(scope="module")
def published() -> GraphQLSchema:
    """The schema as a builder gets it from /schema.graphql."""
    return build_schema(sdl())


def test_the_question_is_valid_to_who_builds_from_the_schema(published: GraphQLSchema) -> None:
    assert validate(published, parse(ASKED)) == []


def test_r_reads_the_same_where_there_is_an_r(dienst: Service, request: pytest.FixtureRequest) -> None:
    if shutil.which("Rscript") is None:
        leave_out(request.config, "het voorbeeld in R: R ontbreekt", ci=True)
    lacking = "quit(status = !all(c('httr2', 'jsonlite', 'dplyr', 'purrr') %in% rownames(installed.packages())))"
    if subprocess.run(["Rscript", "-e", lacking], check=False).returncode:
        leave_out(request.config, "het voorbeeld in R: httr2, jsonlite, dplyr of purrr ontbreekt", ci=True)
    command = ["Rscript", "toepassingen.R", dienst.url]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    numbers = counted(dienst)
    assert f"{sum(numbers.values())} toepassingen van {len(numbers)} oplossingen" in done.stdout


def test_r_asks_the_same_question_with_the_same_variables() -> None:
    assert 'readLines("toepassingen.graphql"' in R
    (operation,) = (d for d in parse(ASKED).definitions if isinstance(d, OperationDefinitionNode))
    (given,) = re.findall(r"vraag\(list\(([^()]*)\)\)", R)
    assert re.findall(r"(\w+) = ", given) == [v.variable.name.value for v in operation.variable_definitions or ()]
    for opening, closing in ("()", "{}", "[]"):
        assert R.count(opening) == R.count(closing)
