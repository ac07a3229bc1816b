"""What is known of one request, for who watches the service. It goes with the request; whoever answers fills it in."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any, Protocol

KEY = "gezien"
"""In the state of a request that somebody watches."""
AD_HOC = "adhoc"
"""A question that is not registered: its name is somebody's text, and there is no end to those."""
GONE_AWAY = 499
"""The status of who hung up before the answer began, as nginx writes it."""
Scope = MutableMapping[str, Any]


@dataclass
class SeenRequest:
    """`route`: the path as it is declared, with names for its parts, or "" where nothing stands. `operation`: the name
    of a registered operation, or `AD_HOC`. Times are in seconds; `cost` is in points."""

    method: str = ""
    route: str = ""
    status: int = 0
    seconds: float = 0.0
    size: int = 0
    operation: str = ""
    cost: int = 0
    database: float = 0.0
    statements: int = 0
    known: bool | None = None
    """Whether the plan was there already; None when none was needed."""
    kept: bool | None = None
    """Whether the answer came from what is kept; None where nothing is."""
    limit: str = ""
    """The limit that refused it."""
    role: str = ""
    number: str = ""
    streamed: bool = False
    broken_off: bool = False


class Watcher(Protocol):
    def saw(self, seen: SeenRequest, scope: Scope, began: float) -> None:
        """A request is over; `began` is by the clock of the machine, in seconds."""


def of(scope: Mapping[str, Any]) -> SeenRequest | None:
    """What is seen of this request so far; None when nobody watches."""
    found = scope.get("state", {}).get(KEY)
    return found if isinstance(found, SeenRequest) else None
