"""Whatever the schema allows gets an answer, or a refusal with a contracted code: never a fault of ours."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, seed, settings

from opdeplank.graphql.api import SCHEMA
from tests.service import Service

ROOTS = sorted(SCHEMA.query_type.fields) if SCHEMA.query_type else []
REFUSALS = {"BAD_USER_INPUT", "NOT_FOUND", "OPERATION_TOO_LARGE", "FORBIDDEN"}
ONE_FIELD = "precies één van de velden"
"""What no generated operation knows: a key has one field. Validation says so, and may refuse nothing else."""
EACH = settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def operations(dienst: Service) -> dict[str, Any]:
    """Every root field that the running service offers."""
    found = schemathesis.graphql.from_url(f"{dienst.url}/graphql").get_all_operations()
    return {operation.ok().label: operation.ok() for operation in found}


@pytest.mark.parametrize("root", ROOTS)
def test_a_generated_operation_gets_an_answer_or_a_plain_refusal(root: str, operations: dict[str, Any]) -> None:
    operation = operations[f"Query.{root}"]

    @seed(20261124)
    @EACH
    @given(case=operation.as_strategy())
    def ask(case: schemathesis.Case) -> None:
        reply = case.call()
        assert reply.status_code == 200, reply.text
        found = reply.json()
        errors = [error for error in found.get("errors", ()) if ONE_FIELD not in error["message"]]
        codes = {error["extensions"]["code"] for error in errors}
        assert codes <= REFUSALS, f"{case.body}\n{reply.text}"
        assert "errors" in found or found["data"] is not None

    ask()


def test_every_root_field_is_tried(operations: dict[str, Any]) -> None:
    assert set(operations) == {f"Query.{root}" for root in ROOTS}
