"""A line to a database that can be held: bytes no longer pass, and nobody hears that. As when a cable is out, a machine
froze, or something on the way forgot the connection."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from graph.engine.embedded import Embedded
from graph.engine.store import Store
from tests.engines import Neo4j
from tests.work import PATIENCE


class HeldLine:
    def __init__(self, port: int) -> None:
        self._there = port
        self._passes = asyncio.Event()
        self._passes.set()
        self._talks: set[asyncio.Task[None]] = set()
        self.port = 0

    def hold(self) -> None:
        self._passes.clear()

    def let_go(self) -> None:
        self._passes.set()

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._talks.add(task)
        with suppress(OSError, asyncio.CancelledError):
            there = await asyncio.open_connection("127.0.0.1", self._there)
            await asyncio.gather(self._pass_on(reader, there[1]), self._pass_on(there[0], writer))
        self._talks.discard(task)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while piece := await reader.read(65_536):
                await self._passes.wait()
                writer.write(piece)
                await writer.drain()
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def close(self) -> None:
        for each in list(self._talks):
            each.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)


@asynccontextmanager
async def held_line(port: int) -> AsyncIterator[HeldLine]:
    """A line to what listens on this port, passing all until it is held."""
    line = HeldLine(port)
    server = await asyncio.start_server(line.meet, "127.0.0.1", 0)
    line.port = server.sockets[0].getsockname()[1]
    try:
        yield line
    finally:
        line.let_go()
        server.close()
        await line.close()


@asynccontextmanager
async def held(engine: Embedded | Neo4j) -> AsyncIterator[tuple[HeldLine, Store]]:
    """A store over such a line. The limits of its statements are far away: without looking further one would wait for
    them, longer than any test does."""
    user, password = getattr(engine, "gebruiker", None), getattr(engine, "wachtwoord", None)
    async with held_line(int(engine.uri.rpartition(":")[2])) as line:
        address, base = f"bolt://127.0.0.1:{line.port}", getattr(engine, "database", None)
        async with await Store.open(address, user, password, base, PATIENCE) as store:
            store.embedded = engine if isinstance(engine, Embedded) else None  # it makes indexes beside the line
            try:
                yield line, store
            finally:
                line.let_go()  # closing waits for connections that are being made


def impatient(store: Store) -> None:
    """What a test makes before it holds the line may take seconds on a busy machine: it calls this after that."""
    store.pulse.patience, store.pulse.writing = 0.5, 0.1
