"""One transaction that writes, on a session of its own: how far it came is what can be said when it breaks off."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from neo4j import AsyncManagedTransaction, AsyncSession, unit_of_work

from graph.engine.driver_errors import translate
from graph.errors import StoreTimeout, StoreUnavailable, WriteUnknown
from graph.pulse import Pulse

T = TypeVar("T")
Row = list[Any]
Run = Callable[..., Awaitable[list[Row]]]


class Attempt:
    """`timeout`: the seconds that the database keeps to; a database that says nothing any more is given up."""

    def __init__(self, heart: Pulse, timeout: float) -> None:
        self._pulse, self._timeout = heart, timeout
        self._deadline = asyncio.timeout(timeout + heart.writing)
        self._connected = self._confirming = False

    async def run(self, session: AsyncSession, work: Callable[[Run], Awaitable[T]]) -> T:
        """What `work` gives, when all of it is done. Raises errors of the driver, StoreError, and those of `work`."""
        try:
            async with self._deadline:
                with self._pulse.awaited(self._deadline, self._pulse.writing):
                    return await self._within(session, work)
        except TimeoutError as error:
            if not self._deadline.expired():
                raise
            raise self._broken_off() from error

    def _broken_off(self) -> Exception:
        if self._confirming:
            return WriteUnknown()
        return StoreUnavailable() if self._pulse.silent else StoreTimeout()

    async def _within(self, session: AsyncSession, work: Callable[[Run], Awaitable[T]]) -> T:
        @unit_of_work(timeout=self._timeout)
        async def unit(transaction: AsyncManagedTransaction) -> T:
            self._connected = True

            async def run(text: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
                result = await transaction.run(text, dict(parameters or {}))
                rows = await result.values()
                self._pulse.spoke(self._deadline, self._pulse.writing)
                return rows

            done = await work(run)
            self._confirming = True
            return done

        try:
            async with session:
                return await session.execute_write(unit)
        except (OSError, ValueError) as error:
            if self._connected:  # then it is an error of `work` itself, and its caller's to handle
                raise
            raise translate(error) from error
