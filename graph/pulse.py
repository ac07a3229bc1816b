"""Whether a database answers at all: shared by all who hold a store of it.

A question that takes long and a database that says nothing look the same to who waits. So when somebody waits for a
moment, something trivial is asked beside it. Is that not answered either, then nobody waits any longer, whoever comes
next hears so at once, and the trivial thing is asked again until there is an answer.

    0.4 s waited ─ ask ─ 1.5 s without an answer ─> silent: all who wait are sent away, and so is who comes
                     └── an answer ──> it only takes long
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from graph.errors import StoreUnavailable

LONG = 0.4
"""Seconds that somebody waits before anything is asked."""
PATIENCE = 1.5
"""Seconds for an answer to something trivial; with `LONG` it makes less than two."""
LOOKS = 10
"""Looks in that time. They are counted, and not the seconds: when this process itself stood still, it heard nothing."""
AGAIN = 0.25
CLOSING = 5.0
WRITING = 5.0
"""Seconds that a write may hear nothing more than a read: what it did so far would be lost."""


class Pulse:
    """`ask` gives whether there was an answer; `silenced` is told when there is none. A write may hear nothing for
    `writing` seconds longer than a read."""

    def __init__(
        self, ask: Callable[[], Awaitable[bool]], silenced: Callable[[], Awaitable[None]], patience: float | None = None
    ) -> None:  # fmt: skip
        self.silent = False
        self.patience = PATIENCE if patience is None else patience
        self.writing = WRITING
        self._ask, self._silenced = ask, silenced
        self._waiting: dict[asyncio.Timeout, float] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._feeling: asyncio.Task[None] | None = None

    def check(self) -> None:
        """Raises StoreUnavailable when nothing is to be expected."""
        if self.silent:
            raise StoreUnavailable

    @contextmanager
    def awaited(self, deadline: asyncio.Timeout, longer: float = 0.0) -> Iterator[None]:
        """While somebody waits for an answer, no longer than `deadline`: that comes at once when there will be none.
        Who may wait `longer` than others waits for so many seconds of silence first."""
        self._waiting[deadline] = asyncio.get_running_loop().time() + longer
        self._look_in(LONG)
        try:
            yield
        finally:
            del self._waiting[deadline]

    def spoke(self, deadline: asyncio.Timeout, longer: float = 0.0) -> None:
        """A part of the answer is there; the rest is waited for as the whole was."""
        self._waiting[deadline] = asyncio.get_running_loop().time() + longer

    async def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self._feeling is not None:
            self._feeling.cancel()
            await asyncio.wait([self._feeling], timeout=CLOSING)

    def _look_in(self, seconds: float) -> None:
        """Look after so long, or before that when somebody else has to be looked for earlier."""
        loop = asyncio.get_running_loop()
        if self._timer is not None and self._timer.when() > loop.time() + seconds:
            self._timer.cancel()
            self._timer = None
        if self._timer is None:
            self._timer = loop.call_later(seconds, self._look)

    def _look(self) -> None:
        self._timer = None
        if not self._waiting or (self._feeling is not None and not self._feeling.done()):
            return
        left = min(self._waiting.values()) + LONG - asyncio.get_running_loop().time()
        if left > 0:
            self._look_in(left)
        else:
            self._feeling = asyncio.create_task(self._feel())

    async def _feel(self) -> None:
        """Ask until there is an answer."""
        while not await self._answers():
            if not self.silent:
                self.silent = True
                await self._silenced()
            self._send_away()
            await asyncio.sleep(AGAIN)
        self.silent = False
        if self._waiting:
            self._look_in(self.patience)

    async def _answers(self) -> bool:
        asked = asyncio.ensure_future(self._ask())
        try:
            for _ in range(LOOKS):
                if (await asyncio.wait([asked], timeout=self.patience / LOOKS))[0]:
                    return asked.result()
            return False
        finally:
            asked.cancel()
            await asyncio.wait([asked], timeout=CLOSING)  # it has a session to close

    def _send_away(self) -> None:
        now = asyncio.get_running_loop().time()
        for deadline, since in self._waiting.items():
            if since <= now and not deadline.expired():
                deadline.reschedule(now)
