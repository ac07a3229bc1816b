"""The very first answer of a new service is the same as a later one: it knows from the start what the seeds mean."""

import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.meaning.encoder import NoModelError, must_be_possible
from tests.conftest import leave_out
from tests.service import BETWEEN, LOOKS, Service

QUESTIONS = ("opa zit elke avond alleen achter de geraniums", "hulpverleners mogen van elkaar niets weten")
"""Without meaning these find something else, or nothing."""
ASKED = """
query ($vraag: String!) {
  pasklaar(invoer: {vraag: {omschrijving: $vraag}}, first: 10) {
    aantal letOp begrepenOp nodes { score oplossing { id } } begrepenAls { score knelpunt { id } }
  }
}
"""


def answers(service: Service) -> list[Any]:
    """Asked as soon as anything listens."""
    for _ in range(LOOKS):
        try:
            return [
                httpx.post(
                    f"{service.url}/graphql", json={"query": ASKED, "variables": {"vraag": q}}, timeout=90
                ).json()
                for q in QUESTIONS
            ]
        except httpx.ConnectError:
            time.sleep(BETWEEN)
    raise AssertionError(service.log.read_text())


def test_the_first_answer_after_the_first_start_is_that_of_later(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    try:
        must_be_possible()
    except NoModelError as error:
        leave_out(request.config, f"het eerste antwoord op betekenis: {error}")
    service = Service(tmp_path)
    try:
        first = answers(service)
        service.wait()
        assert httpx.get(f"{service.url}/gereed").json()["betekenis"] == {"stand": "klaar", "teLeren": 0}
        assert answers(service) == first
    finally:
        service.stop()
    for each in first:
        found = each["data"]["pasklaar"]
        assert found["aantal"] > 0
        assert (found["begrepenOp"], found["letOp"]) == ("BETEKENIS", None)
