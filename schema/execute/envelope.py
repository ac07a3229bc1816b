"""What an operation gives back: a body, and what the transport has to know about it."""

import logging
from dataclasses import dataclass
from typing import Any

import orjson

from graph.errors import GraphError, StoreTimeout, StoreUnavailable

log = logging.getLogger("opdeplank")
AWAY_SECONDS = 5
"""When to come back to a database that is away."""


@dataclass(frozen=True)
class Reply:
    """The body, the HTTP status for `application/graphql-response+json`, whether there is data in it, whether the same
    question would be answered the same as long as the graph does not change, in how many seconds to come back, whether
    it was to write, and how often it shows somebody."""

    body: bytes
    status: int = 200
    executed: bool = True
    lasting: bool = True
    wait: int | None = None
    wrote: bool = False
    people: int = 0


def refusal(errors: list[dict[str, Any]], status: int = 400, wait: int | None = None) -> Reply:
    """An answer without data."""
    return Reply(orjson.dumps({"errors": errors}), status, False, wait=wait)


def failure(error: BaseException) -> Reply:
    """The answer when the graph could not be read."""
    if not isinstance(error, GraphError):
        raise error
    if isinstance(error, StoreUnavailable):
        return refusal([{"message": error.melding, "extensions": {"code": "STORE_UNAVAILABLE"}}], 503, AWAY_SECONDS)
    if isinstance(error, StoreTimeout):
        return refusal([{"message": error.melding, "extensions": {"code": "TIMEOUT"}}], 503)
    log.error("%s: %s", type(error).__name__, error.__cause__ or error)  # a fault of ours, for who keeps the service
    return refusal([{"message": error.melding, "extensions": {"code": "INTERNAL_SERVER_ERROR"}}], 500)
