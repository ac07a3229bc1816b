"""One stream: what it asks, how far it is, and what waits to be sent. Bounded: who does not fetch is let go."""

import asyncio
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.contents.change_log import Logged
from graph.domain.provenance import INSIDE
from graph.domain.viewer import Viewer
from schema.execute.subscriptions import Subscription

MOST = 256
"""Changes that may wait in a stream."""


@dataclass(frozen=True)
class Event:
    """One change as it is sent: its place in this reader's series, and the answer."""

    place: int
    body: bytes


@dataclass(eq=False)
class Follower:
    """`place` is the last place of his series that was looked at for him. `reached` once he had everything: from then
    on a full queue ends the stream; before that it only makes him wait for what is older."""

    subscription: Subscription
    viewer: Viewer
    place: int
    reached: bool = False
    ended: bool = False
    waiting: deque[Event] = field(default_factory=deque)
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def inside(self) -> bool:
        """Whether he reads all changes, or those that everybody sees."""
        return self.viewer.role in INSIDE.rollen

    @property
    def likeness(self) -> tuple[Any, ...]:
        """Streams that are alike in this get the same answers, which are then made once."""
        given = tuple(sorted((name, repr(value)) for name, value in self.subscription.variables.items()))
        return self.viewer.sight, self.subscription.key, self.subscription.query, given

    @property
    def room(self) -> int:
        return MOST - len(self.waiting)

    def wants(self, change: Logged) -> bool:
        asked: Mapping[str, Any] = self.subscription.asked
        typen, themas, gemeente = (asked.get(name) for name in ("typen", "thema", "gemeente"))
        return (
            (typen is None or change.kind in typen)
            and (themas is None or not set(themas).isdisjoint(change.themas))
            and (gemeente is None or gemeente in change.gemeenten)
        )

    def place_of(self, change: Logged) -> int:
        found = change.place if self.inside else change.public
        assert found is not None
        return found

    def give(self, events: Sequence[Event]) -> None:
        """Put them in line; a stream that had everything and does not fetch it ends here."""
        if len(events) > self.room:
            self.end()
            return
        self.waiting.extend(events)
        if events:
            self.woken.set()

    def end(self) -> None:
        """No more is coming; what waits is still sent."""
        self.ended = True
        self.woken.set()

    async def next(self, seconds: float) -> list[Event]:
        """What waits, all of it; empty when nothing came in this time."""
        try:
            async with asyncio.timeout(seconds):
                await self.woken.wait()
        except TimeoutError:
            return []
        self.woken.clear()
        found = [*self.waiting]
        self.waiting.clear()
        return found
