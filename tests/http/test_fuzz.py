"""Whatever the schema allows gets an answer, or a refusal with a contracted code: never a fault of ours."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from hypothesis_graphql import nodes

from opdeplank.graphql.api import SCHEMA
from tests.service import Service

DAYS = st.dates().map(lambda day: nodes.String(day.isoformat()))
CODES = st.integers(0, 9999).map(lambda number: nodes.String(f"GM{number:04}"))
ADDRESSES = st.sampled_from(["https://voorbeeld.test/a", "http://voorbeeld.test"]).map(nodes.String)
for name, strategy in {"Date": DAYS, "GemeenteCode": CODES, "URI": ADDRESSES}.items():
    schemathesis.graphql.scalar(name, strategy)
ROOTS = sorted(SCHEMA.query_type.fields) if SCHEMA.query_type else []
WRITES = sorted(SCHEMA.mutation_type.fields) if SCHEMA.mutation_type else []
REFUSALS = {"BAD_USER_INPUT", "NOT_FOUND", "OPERATION_TOO_LARGE", "FORBIDDEN"}
ONE_FIELD = "precies één van de velden"
"""What no generated operation knows: a key has one field. Validation says so, and may refuse nothing else."""
FAULTS = {"BAD_USER_INPUT", "NOT_FOUND", "CONFLICT", "FORBIDDEN"}
"""What a mutation says of what it did not do, as data."""
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


@pytest.fixture(scope="module")
def written(schrijvende_dienst: Service) -> dict[str, Any]:
    """The mutations of a service in which everybody may do everything."""
    found = schemathesis.graphql.from_url(f"{schrijvende_dienst.url}/graphql").get_all_operations()
    return {operation.ok().label: operation.ok() for operation in found}


@pytest.mark.parametrize("name", WRITES)
def test_a_generated_mutation_is_done_or_plainly_refused(name: str, written: dict[str, Any]) -> None:
    operation = written[f"Mutation.{name}"]

    @seed(20261130)
    @settings(EACH, max_examples=12)
    @given(case=operation.as_strategy())
    def ask(case: schemathesis.Case) -> None:
        reply = case.call()
        assert reply.status_code in (200, 409), reply.text
        found = reply.json()
        errors = [error for error in found.get("errors", ()) if ONE_FIELD not in error["message"]]
        codes = {error["extensions"]["code"] for error in errors}
        assert codes <= REFUSALS | {"CONFLICT"}, f"{case.body}\n{reply.text}"
        assert "errors" in found or found["data"] is not None
        done = (found.get("data") or {}).get(name)
        assert {fault["code"] for fault in (done or {}).get("fouten", ()) if "code" in fault} <= FAULTS

    ask()


@pytest.mark.parametrize("name", WRITES)
def test_who_shows_no_key_writes_nothing(name: str, operations: dict[str, Any]) -> None:
    operation = operations[f"Mutation.{name}"]

    @seed(20261130)
    @settings(EACH, max_examples=2)
    @given(case=operation.as_strategy())
    def ask(case: schemathesis.Case) -> None:
        errors = [e for e in case.call().json()["errors"] if ONE_FIELD not in e["message"]]
        assert {e["extensions"]["code"] for e in errors} <= {"UNAUTHENTICATED", "BAD_USER_INPUT", "OPERATION_TOO_LARGE"}

    ask()


def test_every_root_field_is_tried(operations: dict[str, Any]) -> None:
    assert set(operations) == {f"Query.{root}" for root in ROOTS} | {f"Mutation.{name}" for name in WRITES}
