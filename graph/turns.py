"""Work that takes long, done beside the event loop by one thread, for everyone in turn.

    Turns   a queue that is fair over callers and bounded
    Gate    the same for work that others do: a few at a time may go on
    Once    of the same work, asked for again while it is being done, only one is done

A thread does not make Python faster, but it lets the event loop in between; and since there is one, whoever asks for
much waits for his own work, not others for him. Both belong to one event loop and are used from there only.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Caller = str | None
Waiting = tuple["asyncio.Future[Any]", Callable[[], Any]]


class Full(Exception):
    """There is no room for more work."""


class Turns:
    """One thread. Of each caller it does one thing, and then it is the turn of the next."""

    def __init__(self, name: str, most: int) -> None:
        """`most` things may wait."""
        self.most = most
        self._thread = ThreadPoolExecutor(1, name)
        self._queues: OrderedDict[Caller, deque[Waiting]] = OrderedDict()
        self._busy = False

    def __len__(self) -> int:
        """How much is waiting."""
        return sum(map(len, self._queues.values()))

    async def do(self, caller: Caller, work: Callable[[], T]) -> T:
        """What `work` gives; raises Full when too much is waiting. Who goes away gives up a turn that has not come."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        self._make_room(caller)
        self._queues.setdefault(caller, deque()).append((done, work))
        if not self._busy:
            self._next(loop)
        return await done

    def _make_room(self, caller: Caller) -> None:
        """Whoever has most waiting gives way to who has less."""
        if len(self) < self.most:
            return
        most = max(self._queues.values(), key=len, default=deque[Waiting]())
        if len(most) <= len(self._queues.get(caller, ())) + 1:
            raise Full
        done, _ = most.pop()
        if not done.done():
            done.set_exception(Full())

    def _next(self, loop: asyncio.AbstractEventLoop) -> None:
        while self._queues:
            caller, queue = self._queues.popitem(last=False)
            done, work = queue.popleft()
            if queue:
                self._queues[caller] = queue  # behind the others
            if not done.done():
                self._busy = True
                loop.run_in_executor(self._thread, work).add_done_callback(partial(self._done, loop, done))
                return
        self._busy = False

    def _done(self, loop: asyncio.AbstractEventLoop, done: "asyncio.Future[Any]", found: "asyncio.Future[Any]") -> None:
        error = None if found.cancelled() else found.exception()
        if done.done():
            pass
        elif found.cancelled():
            done.cancel()
        elif error is not None:
            done.set_exception(error)
        else:
            done.set_result(found.result())
        self._next(loop)

    def close(self) -> None:
        """Let what is being done end, and give up the rest."""
        for queue in self._queues.values():
            for done, _ in queue:
                done.cancel()
        self._queues.clear()
        self._thread.shutdown(wait=True, cancel_futures=True)


class Gate:
    """A few at a time go through. Of those who wait, each caller has one turn, and then it is the next caller's."""

    def __init__(self, places: int) -> None:
        self._free = places
        self._queues: OrderedDict[Caller, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def turn(self, caller: Caller) -> AsyncIterator[None]:
        """Wait for a place, and give it back at the end."""
        if self._free and not self._queues:
            self._free -= 1
        else:
            await self._waited(caller)
        try:
            yield
        finally:
            self._free += 1
            self._let_in()

    async def _waited(self, caller: Caller) -> None:
        mine = asyncio.get_running_loop().create_future()
        self._queues.setdefault(caller, deque()).append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():  # it was our turn just now: for the next then
                self._free += 1
                self._let_in()
            raise

    def _let_in(self) -> None:
        while self._free and self._queues:
            caller, queue = self._queues.popitem(last=False)
            first = queue.popleft()
            if queue:
                self._queues[caller] = queue  # behind the others
            if not first.done():
                self._free -= 1
                first.set_result(None)


class Once(Generic[K, T]):
    """Whoever asks for what is being made already waits for that; it goes on when the first has gone away."""

    def __init__(self) -> None:
        self._making: dict[K, asyncio.Task[T]] = {}

    async def get(self, key: K, make: Callable[[], Awaitable[T]]) -> T:
        task = self._making.get(key)
        if task is None:
            task = self._making[key] = asyncio.create_task(self._made(key, make))
            task.add_done_callback(_heard)
        return await asyncio.shield(task)

    async def _made(self, key: K, make: Callable[[], Awaitable[T]]) -> T:
        try:
            return await make()
        finally:
            del self._making[key]


def _heard(task: "asyncio.Task[Any]") -> None:
    """Look at the error, since who waited for it may have gone."""
    if not task.cancelled():
        task.exception()
