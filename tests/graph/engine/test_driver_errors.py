"""Every error of the driver becomes one of ours, with a sentence that helps and tells nothing."""

import inspect

import pytest
from neo4j import exceptions

from graph import errors
from graph.engine.driver_errors import BY_CLASS, translate
from graph.errors import (
    AccessRefused,
    LoginRefused,
    StoreError,
    StoreTimeout,
    StoreTooSmall,
    StoreUnavailable,
    WriteConflict,
)

DRIVER_ERRORS = [cls for _, cls in inspect.getmembers(exceptions, inspect.isclass) if issubclass(cls, Exception)]
OWNED = (exceptions.SessionError, exceptions.TransactionError, exceptions.ResultError)
OUR_ERRORS = [cls for _, cls in inspect.getmembers(errors, inspect.isclass)]


@pytest.mark.parametrize("cls", DRIVER_ERRORS)
def test_every_driver_error_is_in_the_table(cls: type[Exception]) -> None:
    assert cls in BY_CLASS
    error = cls(None) if issubclass(cls, OWNED) else cls()
    assert type(translate(error)) is BY_CLASS[cls]


@pytest.mark.parametrize(
    ("code", "ours"),
    [
        ("Neo.ClientError.Transaction.TransactionTimedOut", StoreTimeout),
        ("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", StoreTimeout),
        ("Neo.TransientError.Transaction.DeadlockDetected", WriteConflict),
        ("Neo.ClientError.Schema.ConstraintValidationFailed", WriteConflict),
        ("Neo.TransientError.General.DatabaseUnavailable", StoreUnavailable),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", StoreTooSmall),
        ("Neo.ClientError.Database.DatabaseNotFound", StoreUnavailable),
        ("Neo.ClientError.Security.Unauthorized", LoginRefused),
        ("Neo.ClientError.Security.AuthenticationRateLimit", LoginRefused),
        ("Neo.ClientError.Security.CredentialsExpired", LoginRefused),
        ("Neo.ClientError.Security.Forbidden", AccessRefused),
    ],
)
def test_a_server_code_says_more_than_its_class(code: str, ours: type[StoreError]) -> None:
    error = exceptions.Neo4jError._hydrate_neo4j(code=code, message="MATCH (s:Sleutel) on db.intern")
    refusal = translate(error)
    assert type(refusal) is ours
    assert "MATCH" not in str(refusal)
    assert "intern" not in str(refusal)


@pytest.mark.parametrize("cls", OUR_ERRORS)
def test_every_error_has_a_dutch_sentence_of_its_own_and_stands_in_the_tree(cls: type[errors.GraphError]) -> None:
    assert cls().melding.endswith(".")
    assert str(cls("Anders.")) == cls("Anders.").melding == "Anders."
    assert errors.__doc__ is not None
    assert cls.__name__ in errors.__doc__
    others = [other.melding for other in OUR_ERRORS if other is not cls]
    assert cls.melding not in others
