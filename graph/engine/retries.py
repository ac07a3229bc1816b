"""What is worth another try, and for how long it is."""

import time

from neo4j.exceptions import ConstraintError, DriverError, Neo4jError

from graph.engine.driver_errors import translate
from graph.errors import WriteConflict

CONNECT_SECONDS = 1.5
"""One attempt to connect; a second is only made when the first failed at once, so 'unavailable' is said within 2 s."""
WRITE_ATTEMPTS = 7
CONSTRAINT_ATTEMPTS = 2
"""A concurrent MERGE is settled by the second look; a real duplicate never is."""


def read_again(error: Neo4jError | DriverError, started: float) -> bool:
    """Worth a second try: the database says so itself, and it said it soon. `started` is of the monotonic clock."""
    return error.is_retryable() and time.monotonic() - started < CONNECT_SECONDS / 5


def write_again(error: Neo4jError | DriverError, started: float, attempt: int) -> bool:
    """Worth another try: a deadlock, a MERGE that another writer was just ahead of, a connection that was stale."""
    if isinstance(error, ConstraintError):
        return attempt <= CONSTRAINT_ATTEMPTS
    if isinstance(error, Neo4jError):
        return isinstance(translate(error), WriteConflict)
    return attempt == 1 and read_again(error, started)
