import pytest
from neo4j.exceptions import ClientError, ConstraintError, Neo4jError, ServiceUnavailable, TransientError

from graph.engine.retries import CONSTRAINT_ATTEMPTS, read_again, write_again

JUST_NOW, LONG_AGO = float("inf"), float("-inf")
"""Whatever the clock says."""
DEADLOCK = Neo4jError._hydrate_neo4j(code="Neo.TransientError.Transaction.DeadlockDetected", message="x")
DOUBLE = Neo4jError._hydrate_neo4j(code="Neo.ClientError.Schema.ConstraintValidationFailed", message="x")
OURS = Neo4jError._hydrate_neo4j(code="Neo.ClientError.Statement.SyntaxError", message="x")


def test_the_errors_are_what_the_driver_makes_of_these_codes() -> None:
    assert isinstance(DEADLOCK, TransientError)
    assert isinstance(DOUBLE, ConstraintError)
    assert isinstance(OURS, ClientError)


def test_a_read_is_tried_again_only_when_the_database_said_so_soon() -> None:
    assert read_again(DEADLOCK, JUST_NOW)
    assert read_again(ServiceUnavailable("x"), JUST_NOW)
    assert not read_again(DEADLOCK, LONG_AGO), "unavailable is said within two seconds"
    assert not read_again(OURS, JUST_NOW)


@pytest.mark.parametrize("attempt", [1, 2, 5])
def test_a_write_that_met_another_is_tried_again(attempt: int) -> None:
    assert write_again(DEADLOCK, LONG_AGO, attempt)
    assert not write_again(OURS, LONG_AGO, attempt)


def test_what_is_there_twice_stays_there_twice() -> None:
    assert write_again(DOUBLE, LONG_AGO, CONSTRAINT_ATTEMPTS), "another writer may have been just ahead"
    assert not write_again(DOUBLE, LONG_AGO, CONSTRAINT_ATTEMPTS + 1)


def test_a_connection_that_was_stale_is_worth_one_more() -> None:
    assert write_again(ServiceUnavailable("x"), JUST_NOW, 1)
    assert not write_again(ServiceUnavailable("x"), JUST_NOW, 2)
