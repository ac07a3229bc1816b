"""The one place that talks to the database; driver values and driver errors stop here.

Reads are autocommit with READ access: one round trip, where a transaction function costs up to twice the client CPU.
The price is that we retry a transient failure ourselves, once. Writes are always managed transactions: on the embedded
engine a failing autocommit write leaves half of itself behind.
"""

import asyncio
import os
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from copy import copy
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar, cast

from neo4j import READ_ACCESS, WRITE_ACCESS, AsyncDriver, AsyncGraphDatabase, AsyncSession, Query
from neo4j.exceptions import DriverError, Neo4jError

from graph.engine.clauses import Sent, Spent
from graph.engine.driver_errors import translate
from graph.engine.embedded import Embedded, is_full
from graph.engine.ending import end
from graph.engine.opening import opened
from graph.engine.retries import WRITE_ATTEMPTS, read_again, write_again
from graph.engine.sessions import Connecting, give_up_idle, leave_waiting_to_us, port_of, remember_port
from graph.engine.transaction import Attempt
from graph.engine.transaction import Row as Row
from graph.engine.transaction import Run as Run
from graph.errors import StoreFailed, StoreFull, StoreTimeout, StoreUnavailable, WriteConflict
from graph.pulse import Pulse
from graph.trust import Trust
from graph.turns import Gate

T = TypeVar("T")
Parameters = Mapping[str, Any]

DATABASE_SHARE = 0.95
"""The database gives up a little earlier than we do, so that it stops working on an answer nobody waits for."""
WRITE_SECONDS = 300.0
BUSY = "De database heeft het nu te druk. Probeer het over een minuut opnieuw."
UNSURE = (
    "De schijf met de gegevensmap raakte vol tijdens het opslaan. Maak ruimte, en kijk eerst of je wijziging er staat "
    "voordat je het opnieuw probeert."
)
OWN_PATIENCE = 5.0
"""Seconds for an engine in our own process to answer: it may be clearing its memory while somebody loads much."""
OWN_WRITING = 60.0
"""Seconds more for a write there: it is not gone while we are here, and where others take the processors, writing a
first fill to the disk takes longer than anyone would wait for an answer."""
AT_A_TIME = 8
"""Reads that take long which may be with a database elsewhere at the same time."""


class Store:
    """One database. `operation` gives it to one operation, whose reads then share a deadline."""

    caller: str | None = None
    """Who asked, while this is the store of one operation; None for the program itself and for who is not counted."""
    sent: list[Sent] | None = None
    """The texts of the reads of one operation, while somebody wants to see them."""
    disk: Path | None = None
    """The folder with what is stored, when that is on this machine and in our care."""
    _whole: "Store | None" = None
    _ends: float | None = None
    _in_turn = False

    def __init__(
        self, driver: AsyncDriver, engine: str, database: str | None, timeout: float, routed: bool = False
    ) -> None:
        self.engine = engine
        self.embedded: Embedded | None = None
        self._driver = driver
        self._database = database
        self._timeout = timeout
        self._bookmarks = AsyncGraphDatabase.bookmark_manager() if routed else None
        self._idle: list[AsyncSession] = []
        self._connecting = Connecting(driver)
        self._ending: set[asyncio.Task[None]] = set()
        self._gate = Gate(AT_A_TIME)
        self.trust, self.spent = Trust(), Spent()
        self.pulse = Pulse(self._answers, partial(give_up_idle, driver), None if engine == "neo4j" else OWN_PATIENCE)

    @property
    def whole(self) -> "Store":
        """The store that this operation was made of: for what has to be done when the time of the operation is over."""
        return self._whole or self

    def operation(self, seconds: float, caller: str | None = None, shown: bool = False) -> Self:
        """This store for one operation: everything it reads has to be done within these seconds together."""
        made = copy(self)
        made._whole = self.whole
        made._ends = time.monotonic() + seconds
        made.caller = caller
        made.sent, made.spent = [] if shown else None, Spent()
        return made

    def unrefused(self) -> Self:
        """The same database, for who has to look whether it is to be believed."""
        (made := copy(self)).trust = Trust()
        return made

    @classmethod
    async def open(
        cls,
        uri: str,
        gebruiker: str | None = None,
        wachtwoord: str | None = None,
        database: str | None = None,
        timeout: float = 10.0,
    ) -> Self:
        """Connect and ask which engine answers: `bolt://` for one server, `neo4j://` for a cluster."""
        driver, agent = await opened(uri, (gebruiker, wachtwoord or "") if gebruiker else None, timeout)
        engine = "arcadedb" if "ArcadeDB" in agent else "neo4j"
        return cls(driver, engine, database, timeout, routed=uri.startswith("neo4j"))

    @classmethod
    async def open_embedded(cls, embedded: Embedded, timeout: float = 10.0) -> Self:
        store = await cls.open(embedded.uri, embedded.gebruiker, embedded.wachtwoord, embedded.database, timeout)
        store.embedded, store.disk = embedded, embedded.pad
        store.pulse.writing = OWN_WRITING
        # it shares our processors, and one of them is for who asks little
        store._gate = Gate(max(1, (os.cpu_count() or 1) - 1))
        return store

    def in_turn(self) -> Self:
        """The same store, for reads that take the database long: a few at a time, for every caller in turn."""
        (made := copy(self))._in_turn = True
        return made

    async def read(self, text: str, parameters: Parameters, timeout: float | None = None) -> Row | None:
        """The values of the first row, or None when there is no row."""
        rows = await self.rows(text, parameters, timeout)
        return rows[0] if rows else None

    async def rows(self, text: str, parameters: Parameters, timeout: float | None = None) -> list[Row]:
        sent, started = Sent(text), time.perf_counter()
        if self.sent is not None:
            self.sent.append(sent)
        try:
            return await self._rows(text, parameters, timeout)
        finally:
            sent.took = time.perf_counter() - started
            self.spent.add(sent.took)

    async def _rows(self, text: str, parameters: Parameters, timeout: float | None) -> list[Row]:
        self.trust.check()
        if self._in_turn:
            async with self._gate.turn(self.caller):
                return await self._rows_now(text, parameters, timeout)
        return await self._rows_now(text, parameters, timeout)

    async def _rows_now(self, text: str, parameters: Parameters, timeout: float | None) -> list[Row]:
        self.pulse.check()
        seconds = self._seconds(timeout)
        query = Query(text, timeout=seconds * DATABASE_SHARE)
        try:
            async with asyncio.timeout(seconds) as deadline:
                started = time.monotonic()
                with self.pulse.awaited(deadline):
                    try:
                        return await self._autocommit(query, parameters)
                    except (Neo4jError, DriverError) as error:
                        if not read_again(error, started):
                            raise
                        await asyncio.sleep(0.02 if isinstance(error, Neo4jError) else 0)
                        return await self._autocommit(query, parameters)
        except TimeoutError as error:
            raise (StoreUnavailable if self.pulse.silent else StoreTimeout) from error
        except (Neo4jError, DriverError, OSError, ValueError) as error:
            refusal = translate(error)
            # a read that is told to come back later met a full queue, not another writer
            raise StoreUnavailable(BUSY) if isinstance(refusal, WriteConflict) else refusal from error

    def _seconds(self, timeout: float | None) -> float:
        """What a read may take: its own limit or the store's, or what is left of the operation when that is less."""
        seconds = self._timeout if timeout is None else timeout
        left = seconds if self._ends is None else min(seconds, self._ends - time.monotonic())
        if left <= 0:
            raise StoreTimeout
        return left

    async def _autocommit(self, query: Query, parameters: Parameters) -> list[Row]:
        # Sessions are kept: making one costs about a tenth of a small read. A session that saw an error is not reused.
        session = self._idle.pop() if self._idle else await self._connected()
        try:
            result = await session.run(query, cast(dict[str, Any], parameters))
            leave_waiting_to_us(session)
            rows = await result.values()
        except asyncio.CancelledError:
            session.cancel()
            await session.close()
            if (port := port_of(session)) is not None:
                task = asyncio.create_task(end(self.whole.rows, port))
                self._ending.add(task)
                task.add_done_callback(self._ending.discard)
            raise
        except BaseException:
            await session.close()
            raise
        if self._connecting.over:  # the store was closed while this went on
            await session.close()
        else:
            self._idle.append(session)
        return rows

    async def _connected(self) -> AsyncSession:
        """A session for which a connection lies ready."""
        await self._connecting.ready()
        session = self._session(READ_ACCESS)
        if self.engine == "arcadedb":  # Neo4j ends of itself what nobody waits for
            remember_port(session)
        return session

    async def _answers(self) -> bool:
        """Whether there is an answer to a question that costs nothing, also where that answer is an error."""
        for _ in range(2):  # the first connection may have been stale
            with suppress(DriverError, OSError, ValueError):
                with suppress(Neo4jError):
                    await self._autocommit(Query("RETURN 1"), {})
                return True
        return False

    async def write(self, work: Callable[[Run], Awaitable[T]], timeout: float = WRITE_SECONDS) -> T:
        """Run `work` in one transaction: all of it happens, or nothing. Raises StoreFull before anything is done when
        there is no room on our disk.

        `work(run)` is called again after a conflict with another writer, so its only effect should be its statements.
        """
        self.trust.check()
        self.pulse.check()
        if self._is_full():
            raise StoreFull
        for attempt in range(1, WRITE_ATTEMPTS + 1):
            started = time.monotonic()
            try:
                return await Attempt(self.pulse, timeout).run(self._session(WRITE_ACCESS), work)
            except (Neo4jError, DriverError) as error:
                if attempt == WRITE_ATTEMPTS or not write_again(error, started, attempt):
                    refusal = translate(error)
                    full = isinstance(refusal, StoreFailed) and self._is_full()
                    raise StoreFull(UNSURE) if full else refusal from error
            await asyncio.sleep(random.uniform(0.01, 0.02) * 2**attempt)  # noqa: S311 (only to spread writers)
        raise AssertionError("the last attempt returns or raises")

    def _is_full(self) -> bool:
        return self.disk is not None and is_full(self.disk)

    async def schema(self, text: str) -> None:
        """One command that makes or drops an index or a constraint."""

        async def work(run: Run) -> None:
            await run(text)

        await self.write(work)

    async def ping(self) -> None:
        """Raise when the database does not answer a trivial read within two seconds."""
        try:
            await self.rows("RETURN 1", {}, timeout=2.0)
        except StoreTimeout as error:
            raise StoreUnavailable from error

    async def close(self) -> None:
        await self.pulse.close()
        await self._connecting.ended()
        while self._ending:
            await asyncio.gather(*self._ending, return_exceptions=True)
        while self._idle:
            await self._idle.pop().close()
        await self._driver.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def _session(self, access: str) -> AsyncSession:
        return self._driver.session(
            database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks
        )
