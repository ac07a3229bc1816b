"""What an operation is asked in, and what it gives back: a body, and what the transport has to know about it."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from graph.domain.viewer import PUBLIC, Viewer
from graph.errors import GraphError, StoreTimeout, StoreUnavailable

log = logging.getLogger("opdeplank")
AWAY_SECONDS = 5
"""When to come back to a database that is away."""


@dataclass
class Notes:
    """What was learnt of a request while it was answered, for who watches the service: its price in points, whether its
    plan was there, the seconds and the number of its reads, and the limit that refused it."""

    price: int = 0
    known: bool | None = None
    database: float = 0.0
    statements: int = 0
    limit: str = ""


@dataclass(frozen=True)
class Request:
    """One GraphQL request. `viewer` is who looks. `explain` adds `extensions.plan`: what was compiled, and every text
    that was sent, also by look-ups. `caller` is whose turn it takes, and whose budget of new shapes unless its document
    is `registered`. Who is only `reading` may not write. `left` is what the transport knows of how often the caller may
    still ask: it stands beside our own limits."""

    query: str
    variables: Mapping[str, Any] | None = None
    operation_name: str | None = None
    viewer: Viewer = PUBLIC
    explain: bool = False
    caller: str | None = None
    registered: bool = False
    reading: bool = False
    left: Mapping[str, Any] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes, compare=False)

    @property
    def charged(self) -> str | None:
        """Whose budget of new shapes it is: of nobody for our own documents, and for who showed a key."""
        return None if self.registered or self.viewer.key else self.caller


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
