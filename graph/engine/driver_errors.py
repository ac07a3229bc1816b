"""What the driver raises, and what we make of it.

A table per driver class, and one per server code where a class says too little. Every class of `neo4j.exceptions` is in
the first table; a test fails when a new driver version brings one that is not.
"""

from neo4j import exceptions as driver

from graph.errors import (
    AccessRefused,
    LoginRefused,
    StatementRefused,
    StoreError,
    StoreFailed,
    StoreTimeout,
    StoreTooSmall,
    StoreUnavailable,
    WriteConflict,
    WriteUnknown,
)

BY_CODE: tuple[tuple[str, type[StoreError]], ...] = (
    ("Neo.ClientError.Transaction.TransactionTimedOut", StoreTimeout),
    ("Neo.TransientError.Transaction.TransactionTimedOut", StoreTimeout),
    ("Neo.ClientError.Transaction.Terminated", StoreTimeout),
    ("Neo.ClientError.Transaction.LockClientStopped", StoreTimeout),
    ("Neo.ClientError.Transaction.LockAcquisitionTimeout", WriteConflict),
    ("Neo.ClientError.Transaction.TransactionNotFound", StoreFailed),
    ("Neo.TransientError.Transaction.", WriteConflict),
    ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", StoreTooSmall),
    ("Neo.TransientError.General.TransactionOutOfMemoryError", StoreTooSmall),
    ("Neo.TransientError.General.", StoreUnavailable),
    ("Neo.ClientError.Database.DatabaseNotFound", StoreUnavailable),
    ("Neo.ClientError.Security.Forbidden", AccessRefused),
    ("Neo.ClientError.Security.", LoginRefused),
)
"""Server codes by their beginning; the first that fits counts."""

BY_CLASS: dict[type[BaseException], type[StoreError]] = {
    driver.GqlError: StoreFailed,
    driver.Neo4jError: StoreFailed,
    driver.ClientError: StatementRefused,
    driver.CypherSyntaxError: StatementRefused,
    driver.CypherTypeError: StatementRefused,
    driver.ConstraintError: WriteConflict,
    driver.AuthError: LoginRefused,
    driver.TokenExpired: LoginRefused,
    driver.Forbidden: AccessRefused,
    driver.DatabaseError: StoreFailed,
    driver.TransientError: StoreUnavailable,
    driver.DatabaseUnavailable: StoreUnavailable,
    driver.NotALeader: StoreUnavailable,
    driver.ForbiddenOnReadOnlyDatabase: AccessRefused,
    driver.DriverError: StoreFailed,
    driver.SessionError: StoreFailed,
    driver.TransactionError: StoreFailed,
    driver.TransactionNestingError: StoreFailed,
    driver.ResultError: StoreFailed,
    driver.ResultFailedError: StoreFailed,
    driver.ResultConsumedError: StoreFailed,
    driver.ResultNotSingleError: StoreFailed,
    driver.BrokenRecordError: StoreFailed,
    driver.SessionExpired: StoreUnavailable,
    driver.ServiceUnavailable: StoreUnavailable,
    driver.RoutingServiceUnavailable: StoreUnavailable,
    driver.WriteServiceUnavailable: StoreUnavailable,
    driver.ReadServiceUnavailable: StoreUnavailable,
    driver.IncompleteCommit: WriteUnknown,
    driver.ConfigurationError: StoreFailed,
    driver.AuthConfigurationError: LoginRefused,
    driver.CertificateConfigurationError: StoreFailed,
    driver.UnsupportedServerProduct: StoreUnavailable,
    driver.ConnectionPoolError: StoreUnavailable,
    driver.ConnectionAcquisitionTimeoutError: StoreUnavailable,
    OSError: StoreUnavailable,
    TimeoutError: StoreUnavailable,
    ValueError: StoreUnavailable,
}


def translate(error: BaseException) -> StoreError:
    """Our error for what the driver raised; raise it `from error`, so that the log keeps the cause."""
    if isinstance(error, driver.Neo4jError):
        for beginning, kind in BY_CODE:
            if error.code.startswith(beginning):
                return kind()
    for cls in type(error).__mro__:
        if cls in BY_CLASS:
            return BY_CLASS[cls]()
    return StoreFailed()
