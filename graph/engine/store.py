"""The one place that talks to the database; driver values and driver errors stop here.

Reads are autocommit with READ access: one round trip, where a transaction function costs up to twice the client CPU.
The price is that we retry a transient failure ourselves, once. Writes are always managed transactions: on the embedded
engine a failing autocommit write leaves half of itself behind.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar, cast

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    AsyncDriver,
    AsyncGraphDatabase,
    AsyncManagedTransaction,
    AsyncSession,
    NotificationMinimumSeverity,
    Query,
    unit_of_work,
)
from neo4j.exceptions import ConstraintError, DriverError, Neo4jError

from graph.engine.driver_errors import translate
from graph.errors import StoreFailed, StoreFull, StoreTimeout, StoreUnavailable, WriteConflict

T = TypeVar("T")
Row = list[Any]
Parameters = Mapping[str, Any]
Run = Callable[..., Awaitable[list[Row]]]

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
CONNECT_SECONDS = 1.5
"""One attempt to connect; a second is only made when the first failed at once, so 'unavailable' is said within 2 s."""
DATABASE_SHARE = 0.95
"""The database gives up a little earlier than we do, so that it stops working on an answer nobody waits for."""
WRITE_SECONDS = 300.0
BUSY = "De database heeft het nu te druk. Probeer het over een minuut opnieuw."
WRITE_ATTEMPTS = 7
SILENCE_SECONDS = 5.0
CONSTRAINT_ATTEMPTS = 2
"""A concurrent MERGE is settled by the second look; a real duplicate never is."""


class Engine(Protocol):
    """A database in our own process (`graph.engine.embedded`): how to reach it, and what Bolt cannot ask of it."""

    uri: str
    gebruiker: str
    wachtwoord: str
    database: str

    def fulltext(self, name: str, label: str, properties: list[str]) -> None: ...

    def is_full(self) -> bool: ...


@dataclass
class Sent:
    """A text that was sent, and how long its answer took, in seconds."""

    text: str
    took: float = 0.0


READING: ContextVar[list[Sent] | None] = ContextVar("READING", default=None)
"""Where the texts of reads are kept while somebody wants to see them."""


class Store:
    def __init__(
        self, driver: AsyncDriver, engine: str, database: str | None, timeout: float, routed: bool = False
    ) -> None:
        self.engine = engine
        self.embedded: Engine | None = None
        self._driver = driver
        self._database = database
        self._timeout = timeout
        self._bookmarks = AsyncGraphDatabase.bookmark_manager() if routed else None
        self._idle: list[AsyncSession] = []
        self._connecting: set[asyncio.Future[Any]] = set()

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
        if uri.partition("://")[0] not in SCHEMES:
            raise StoreUnavailable(f"Het adres van de database moet beginnen met een van: {', '.join(SCHEMES)}.")
        try:
            driver = AsyncGraphDatabase.driver(
                uri,
                auth=(gebruiker, wachtwoord or "") if gebruiker else None,
                telemetry_disabled=True,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=timeout,
                # our own deadline covers writing to the socket; the driver's costs a task per message
                connection_write_timeout=cast(float, None),
                # one attempt: `write` decides itself what is worth trying again
                max_transaction_retry_time=0,
            )
        except (Neo4jError, DriverError, ValueError) as error:
            raise translate(error) from error
        try:
            async with asyncio.timeout(timeout):
                agent = (await driver.get_server_info()).agent
        except (Neo4jError, DriverError, OSError, ValueError) as error:
            await driver.close()
            raise translate(error) from error
        engine = "arcadedb" if "ArcadeDB" in agent else "neo4j"
        return cls(driver, engine, database, timeout, routed=uri.startswith("neo4j"))

    @classmethod
    async def open_embedded(cls, embedded: Engine, timeout: float = 10.0) -> Self:
        store = await cls.open(embedded.uri, embedded.gebruiker, embedded.wachtwoord, embedded.database, timeout)
        store.embedded = embedded
        return store

    async def read(self, text: str, parameters: Parameters, timeout: float | None = None) -> Row | None:
        """The values of the first row, or None when there is no row."""
        rows = await self.rows(text, parameters, timeout)
        return rows[0] if rows else None

    async def rows(self, text: str, parameters: Parameters, timeout: float | None = None) -> list[Row]:
        if (shown := READING.get()) is None:
            return await self._rows(text, parameters, timeout)
        shown.append(sent := Sent(text))
        started = time.perf_counter()
        try:
            return await self._rows(text, parameters, timeout)
        finally:
            sent.took = time.perf_counter() - started

    async def _rows(self, text: str, parameters: Parameters, timeout: float | None) -> list[Row]:
        seconds = self._timeout if timeout is None else timeout
        query = Query(text, timeout=seconds * DATABASE_SHARE)
        try:
            async with asyncio.timeout(seconds):
                started = time.monotonic()
                try:
                    return await self._autocommit(query, parameters)
                except (Neo4jError, DriverError) as error:
                    if not _worth_a_second_try(error, started):
                        raise
                    await asyncio.sleep(0.02 if isinstance(error, Neo4jError) else 0)
                    return await self._autocommit(query, parameters)
        except TimeoutError as error:
            raise StoreTimeout from error
        except (Neo4jError, DriverError, OSError, ValueError) as error:
            refusal = translate(error)
            # a read that is told to come back later met a full queue, not another writer
            raise StoreUnavailable(BUSY) if isinstance(refusal, WriteConflict) else refusal from error

    async def _autocommit(self, query: Query, parameters: Parameters) -> list[Row]:
        # Sessions are kept: making one costs about a tenth of a small read. A session that saw an error is not reused.
        session = self._idle.pop() if self._idle else await self._connected()
        try:
            result = await session.run(query, cast(dict[str, Any], parameters))
            _leave_waiting_to_us(session)
            rows = await result.values()
        except asyncio.CancelledError:
            session.cancel()
            await session.close()
            raise
        except BaseException:
            await session.close()
            raise
        self._idle.append(session)
        return rows

    async def _connected(self) -> AsyncSession:
        """A session for which a connection lies ready.

        Who goes away while the driver connects would leave the socket open (6.4 closes it on errors, not when it is
        cancelled), so nobody can interrupt that: the connection is then for the next one.
        """
        connecting = asyncio.ensure_future(self._driver.get_server_info())
        self._connecting.add(connecting)
        connecting.add_done_callback(self._no_longer_connecting)
        await asyncio.shield(connecting)
        return self._session(READ_ACCESS)

    def _no_longer_connecting(self, done: asyncio.Future[Any]) -> None:
        self._connecting.discard(done)
        if not done.cancelled():
            done.exception()  # who waited for it may have gone, and somebody has to look

    async def write(self, work: Callable[[Run], Awaitable[T]], timeout: float = WRITE_SECONDS) -> T:
        """Run `work` in one transaction: all of it happens, or nothing.

        `work(run)` is called again after a conflict with another writer, so its only effect should be its statements.
        """
        for attempt in range(1, WRITE_ATTEMPTS + 1):
            started = time.monotonic()
            try:
                return await self._in_time(work, timeout)
            except (Neo4jError, DriverError) as error:
                if attempt == WRITE_ATTEMPTS or not _write_again(error, started, attempt):
                    refusal = translate(error)
                    full = isinstance(refusal, StoreFailed) and self.embedded is not None and self.embedded.is_full()
                    raise StoreFull if full else refusal from error
            await asyncio.sleep(random.uniform(0.01, 0.02) * 2**attempt)  # noqa: S311 (only to spread writers)
        raise AssertionError("the last attempt returns or raises")

    async def _in_time(self, work: Callable[[Run], Awaitable[T]], timeout: float) -> T:
        """The database keeps to `timeout`; this is for a database that says nothing any more."""
        deadline = asyncio.timeout(timeout + SILENCE_SECONDS)
        try:
            async with deadline:
                return await self._transaction(work, timeout)
        except TimeoutError as error:
            if deadline.expired():
                raise StoreTimeout from error
            raise

    async def _transaction(self, work: Callable[[Run], Awaitable[T]], timeout: float) -> T:
        connected = False

        @unit_of_work(timeout=timeout)
        async def unit(transaction: AsyncManagedTransaction) -> T:
            nonlocal connected
            connected = True

            async def run(text: str, parameters: Parameters | None = None) -> list[Row]:
                result = await transaction.run(text, dict(parameters or {}))
                return await result.values()

            return await work(run)

        try:
            async with self._session(WRITE_ACCESS) as session:
                return await session.execute_write(unit)
        except (OSError, ValueError) as error:
            if connected:  # then it is an error of `work` itself, and its caller's to handle
                raise
            raise translate(error) from error

    async def schema(self, text: str) -> None:
        """One command that makes or drops an index or a constraint."""

        async def work(run: Run) -> None:
            await run(text)

        await self.write(work)

    async def fulltext(self, name: str, label: str, properties: list[str]) -> None:
        """Make the full-text index `name` with Dutch stemming; the one schema command that differs per engine."""
        if self.embedded is not None:
            await asyncio.to_thread(self.embedded.fulltext, name, label, properties)
            return
        columns = ", ".join(f"n.`{each}`" for each in properties)
        await self.schema(
            f"CREATE FULLTEXT INDEX `{name}` IF NOT EXISTS FOR (n:`{label}`) ON EACH [{columns}] "
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'dutch'}}"
        )
        # Neo4j fills an index behind our back; the embedded engine has it filled when the command returns.
        await self.rows("CALL db.awaitIndexes(300)", {}, timeout=310)

    async def ping(self) -> None:
        """Raise when the database does not answer a trivial read within two seconds."""
        try:
            await self.rows("RETURN 1", {}, timeout=2.0)
        except StoreTimeout as error:
            raise StoreUnavailable from error

    async def close(self) -> None:
        await asyncio.gather(*self._connecting, return_exceptions=True)
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


def _leave_waiting_to_us(session: AsyncSession) -> None:
    """Take away the connection's own time limit on reading.

    It costs a task and a timer for each piece that comes in, a tenth of a small read, and guards nothing: every read
    and write here has a deadline. The driver has no setting for it, so this reaches inside; its version is pinned.
    """
    connection = getattr(session, "_connection", None)
    if connection is not None and connection.socket.get_read_timeout() is not None:
        connection.socket.set_read_timeout(None)


def _worth_a_second_try(error: Neo4jError | DriverError, started: float) -> bool:
    return error.is_retryable() and time.monotonic() - started < CONNECT_SECONDS / 5


def _write_again(error: Neo4jError | DriverError, started: float, attempt: int) -> bool:
    """Worth another try: a deadlock, a MERGE that another writer was just ahead of, a connection that was stale."""
    if isinstance(error, ConstraintError):
        return attempt <= CONSTRAINT_ATTEMPTS
    if isinstance(error, Neo4jError):
        return isinstance(translate(error), WriteConflict)
    return attempt == 1 and _worth_a_second_try(error, started)
