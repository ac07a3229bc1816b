"""Why something that was asked is not done: data for who asked, not a failure of the service."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

BAD, MISSING, CONFLICT, FORBIDDEN = "BAD_USER_INPUT", "NOT_FOUND", "CONFLICT", "FORBIDDEN"
Path = tuple[str, ...]


@dataclass(frozen=True)
class Fault:
    """A sentence that says what to do, where in the arguments it is about, and a code of the contract. `soort` is its
    type in the API, `extra` what that type says besides."""

    melding: str
    pad: Path = ()
    code: str = BAD
    soort: str = "ValidatieFout"
    extra: Mapping[str, Any] = field(default_factory=dict)


class NotDone(Exception):
    """Nothing of it was written."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.melding for fault in self.faults))


def not_found(key: str, pad: Path) -> Fault:
    """Also said of what who asks may not see."""
    return Fault(f"'{key[:100]}' ken ik niet. Zoek de id eerst op.", pad, MISSING, "NietGevonden")


def forbidden(melding: str, pad: Path = ()) -> NotDone:
    return NotDone([Fault(melding, pad, FORBIDDEN)])


def wrong(melding: str, *pad: str) -> NotDone:
    return NotDone([Fault(melding, pad)])
