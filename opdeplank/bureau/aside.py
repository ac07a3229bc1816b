"""Work on the graph that keeps a processor busy, beside the event loop: reading documents, comparing, loading.

It runs in a thread with a loop of its own. Its statements go to the loop that has the connections, so that visitors get
their answers meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from graph.engine.store import WRITE_SECONDS, Parameters, Row, Run, Store

T = TypeVar("T")


class Aside(Store):
    """The store as another loop sees it."""

    def __init__(self, store: Store, home: asyncio.AbstractEventLoop) -> None:
        self.engine = store.engine
        self.embedded = store.embedded
        self._store, self._home = store, home

    async def rows(self, text: str, parameters: Parameters | None = None, timeout: float | None = None) -> list[Row]:
        return await self._at_home(self._store.rows(text, parameters or {}, timeout))

    async def write(self, work: Callable[[Run], Awaitable[T]], timeout: float = WRITE_SECONDS) -> T:
        here = asyncio.get_running_loop()

        async def at_home(run: Run) -> T:
            async def from_here(text: str, parameters: Parameters | None = None) -> list[Row]:
                return await self._at_home(_awaited(run(text, parameters)))

            return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(_awaited(work(from_here)), here))

        return await self._at_home(self._store.write(at_home, timeout))

    async def _at_home(self, asked: Coroutine[Any, Any, T]) -> T:
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(asked, self._home))


async def _awaited(work: Awaitable[T]) -> T:
    return await work


async def aside(store: Store, work: Callable[[Store], Coroutine[Any, Any, T]]) -> T:
    """What `work` gives. It goes on to its end when nobody waits for it any more."""
    elsewhere = Aside(store, asyncio.get_running_loop())
    return await asyncio.to_thread(lambda: asyncio.run(work(elsewhere)))
