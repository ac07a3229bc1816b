"""Between a thread that writes and a client that reads: the one waits for the other, and neither outlives it.

    thread   pages ──> writer ──> Pipe.write ─┐  at most a few pieces of 64 kB
    loop     ask the graph <── next           └──> send, at the pace of the client

Writers are plain Python over plain files (csv, XML, pyoxigraph), which would keep the loop from everybody else. Who
hangs up stops the thread at its next piece or page, and with it the questions to the graph.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Event
from typing import Any, TypeVar

T = TypeVar("T")
PIECE = 65_536
"""Bytes that are sent at a time."""
READY = 4
"""Pieces that may stand ready for a client that reads slowly."""


class HungUp(Exception):
    """Nobody reads any more."""


class Pipe:
    """A file to write to for the thread, and for the loop what comes out of it. `begin` lets the loop do something
    for the thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._ready: asyncio.Queue[bytes | None] = asyncio.Queue(READY)
        self._collected = bytearray()
        self._begun: set[Future[Any]] = set()
        self._hung_up = Event()
        self.sent = False
        """Whether any of it is on its way."""

    # in the thread

    def write(self, data: bytes) -> int:
        """Takes bytes as a file does; raises HungUp."""
        self._collected += data
        if len(self._collected) >= PIECE:
            self.flush()
        elif self._hung_up.is_set():
            raise HungUp
        return len(data)

    def flush(self) -> None:
        if self._collected:
            piece, self._collected, self.sent = bytes(self._collected), bytearray(), True
            self.result(self.begin(self._ready.put(piece)))

    def begin(self, work: Coroutine[Any, Any, T]) -> "Future[T]":
        """Let the loop do this meanwhile; raises HungUp."""
        if self._hung_up.is_set():
            work.close()
            raise HungUp
        begun = asyncio.run_coroutine_threadsafe(work, self._loop)
        self._begun.add(begun)
        begun.add_done_callback(self._begun.discard)
        if self._hung_up.is_set():  # between the lines above
            begun.cancel()
        return begun

    def result(self, begun: "Future[T]") -> T:
        """What that gave, when it is done; raises HungUp."""
        try:
            return begun.result()
        except CancelledError:
            raise HungUp from None

    # in the loop

    async def pieces(self, threads: ThreadPoolExecutor, write: Callable[["Pipe"], None]) -> AsyncGenerator[bytes, None]:
        """What `write` writes, in a thread, as it comes; raises what it raises."""
        work = self._loop.run_in_executor(threads, self._whole, write)
        try:
            while (piece := await self._ready.get()) is not None:
                yield piece
            await work
        finally:
            self._hung_up.set()
            for each in list(self._begun):
                each.cancel()
            work.add_done_callback(_heard)

    def _whole(self, write: Callable[["Pipe"], None]) -> None:
        try:
            write(self)
            self.flush()
        finally:
            with suppress(HungUp):
                self.result(self.begin(self._ready.put(None)))


def _heard(work: "asyncio.Future[None]") -> None:
    """So that nobody is told later that nobody listened."""
    if not work.cancelled():
        work.exception()


def in_turn(pipe: Pipe, ask: Callable[[T], Coroutine[Any, Any, T | None]], first: T) -> Iterator[T]:
    """In the thread: the first, and what comes after each, which is asked while the one before is being written."""
    now: T | None = first
    while now is not None:
        coming = pipe.begin(ask(now))
        yield now
        now = pipe.result(coming)
