"""The connections that are open: how many, of whom, and which of them let the service wait too long.

One walk over all of them, twice a second, and no timer each: a request costs nothing extra, and a thousand connections
are a thousand comparisons.
"""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from opdeplank.door.traffic import counted_as
from opdeplank.settings.table import Settings

EVERY = 0.5
"""Seconds between two walks."""


class Held(Protocol):
    """One connection, as the walk sees it."""

    address: str

    def overdue(self, now: float) -> bool:
        """Close it when it took longer than it may; whether it did."""

    def waiting(self) -> float | None:
        """Since when it lets us wait for its request; None while we are the ones who keep it waiting."""

    def unsent(self) -> int:
        """Bytes of answers that the other side did not fetch."""

    def give_way(self) -> None:
        """Close it for the sake of others."""


@dataclass
class Connections:
    """`enter` says whether one more may come; `look_round` closes what is late."""

    settings: Settings
    most: int | None = None
    """Connections that this process can hold, when that is fewer than it may."""
    clock: Callable[[], float] = time.monotonic
    lines: set[Held] = field(default_factory=set)
    looked: float = 0.0
    _of: Counter[str] = field(default_factory=Counter)

    def enter(self, line: Held) -> bool:
        """Count a connection; False when it has to go. When all places are taken, the one that waits longest goes."""
        self.lines.add(line)
        whose = counted_as(line.address)
        self._of[whose] += 1
        if line.address not in self.settings.proxy and self._of[whose] > self.settings.grens_verbindingen_adres:
            return False
        most = self.settings.grens_verbindingen if self.most is None else self.most
        return len(self.lines) <= most or self._make_room(line)

    def leave(self, line: Held) -> None:
        if line in self.lines:
            self.lines.discard(line)
            whose = counted_as(line.address)
            self._of[whose] -= 1
            if not self._of[whose]:
                del self._of[whose]

    def look_round(self) -> None:
        """Close what is overdue, and what others hold too much of; at most twice a second."""
        now = self.clock()
        if now - self.looked < EVERY:
            return
        self.looked = now
        left = [line for line in list(self.lines) if not line.overdue(now)]
        held = {line: size for line in left if (size := line.unsent())}
        total = sum(held.values())
        for line, size in sorted(held.items(), key=lambda pair: -pair[1]):
            if total <= self.settings.grens_onverzonden:
                break
            line.give_way()
            total -= size

    def _make_room(self, newest: Held) -> bool:
        waits = [(since, line) for line in self.lines if line is not newest and (since := line.waiting()) is not None]
        if not waits:
            return False
        min(waits, key=lambda pair: pair[0])[1].give_way()
        return True
