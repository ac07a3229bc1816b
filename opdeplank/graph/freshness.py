"""The version of the graph as this process knows it, at most a second old.

An answer is a function of the document, its variables, the role and this version; so finished answers can be kept, and
asking for one again needs no database. What lies beside the graph follows a version later, and changes answers once
more: so the number here tells those apart too (`Beside.state`).
"""

import asyncio
import time
from contextlib import suppress

from graph.engine.store import Store
from graph.errors import GraphError
from graph.meaning.index import Beside
from graph.upkeep import state
from opdeplank.processes.write_board import WriteBoard

EVERY = 1.0
IDLE = 60.0
PATIENCE = 3.0
MOST_AGE = 86_400
"""Seconds that what is kept is given while the database is away; as long as we allow others to (`stale-if-error`)."""


class Freshness:
    """Looks once a second while people ask; sleeps when nobody has asked for a minute."""

    def __init__(self, store: Store, beside: Beside | None, board: WriteBoard | None = None) -> None:
        """`board`: where the other processes of this service say that they wrote."""
        self._store, self._beside = store, beside
        self._board = board or WriteBoard.alone()
        self._version = -1
        self._asked = 0.0
        self._looked = self._seen = 0.0
        self._watch: asyncio.Task[None] | None = None

    def known(self) -> int | None:
        """The version without waiting, or None when it was not looked at in the last moments."""
        now = time.monotonic()
        self._asked = now
        return self._number() if now - self._looked < 2 * EVERY and self._looked > self._board.last else None

    async def version(self) -> int:
        """The version, looked up when it is not fresh; raises GraphError when the database is away."""
        found = self.known()
        if found is None:
            await self._look()
            found = self._number()
            if self._watch is None or self._watch.done():
                self._watch = asyncio.create_task(self._keep())
        return found

    @property
    def seen(self) -> int | None:
        """The version of the graph that was seen last."""
        return self._version if self._seen else None

    def age(self) -> int | None:
        """How old what is kept of this version may be, for who cannot look now: it was seen so many seconds ago. None
        when it should not be given any more, or never was seen."""
        old = int(time.monotonic() - self._seen)
        usable = self._seen and old < MOST_AGE and self._store.trust.refusal is None
        return old if usable else None

    def outdated(self) -> None:
        """Somebody wrote here, so what we know has to be looked up again, in every process of this service."""
        self._board.wrote()

    async def renew(self) -> int:
        """Look now, since somebody says that the graph changed, and give the version. What came in is learnt, for so
        long as somebody who looks on will wait; the rest follows. Raises GraphError."""
        self._board.wrote()
        await self._look()
        if self._beside is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await self._beside.reached(self._version)
        return self._version

    async def end(self) -> None:
        """Look no more: who goes on after the store was closed would ask a database that is gone."""
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)

    def _number(self) -> int:
        return 3 * self._version + (self._beside.state(self._version) if self._beside else 1)

    async def _look(self) -> None:
        began = time.monotonic()  # who writes while we look may not be in what we find
        found = await state.version(self._store)
        if began >= self._looked:
            self._version, self._looked, self._seen = found, began, time.monotonic()

    async def _keep(self) -> None:
        while time.monotonic() - self._asked < IDLE:
            await asyncio.sleep(EVERY)
            with suppress(GraphError):
                await self._look()
