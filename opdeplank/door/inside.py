"""The inner door: where a command on this machine gets the graph that the service has open. On loopback, with the key
that lies in the data folder for who may read it; `opdeplank.graph.visiting` says what is said there.

The engine speaks Bolt on loopback anyhow. Who shows the key is told where, so that what a command does costs the
service no time of its own; and when it is done, the service looks at the graph at once.
"""

import asyncio
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import orjson

from graph.engine.embedded import Embedded
from graph.errors import GraphError
from opdeplank import VERSIE
from opdeplank.graph import running
from opdeplank.graph.running import LONGEST, Running

MOST = 8
"""Commands at a time; each has its own connections with the engine."""
PATIENCE = 5.0
"""Seconds to show the key in."""
DRAIN_SECONDS = 3.0
"""For commands to end in when the service stops."""
Renew = Callable[[], Awaitable[int]]


class InnerDoor:
    """`renew` looks at the graph again and gives its version."""

    def __init__(self, engine: Embedded, renew: Renew) -> None:
        self._engine, self._renew = engine, renew
        self._key = b""
        self._guests: set[asyncio.Task[Any]] = set()
        self._inside = 0

    async def open(self) -> asyncio.Server:
        """Listen, and leave the note that says where."""
        server = await asyncio.start_server(self._meet, "127.0.0.1", 0, limit=LONGEST)
        note = Running(server.sockets[0].getsockname()[1], VERSIE)
        self._key = note.sleutel.encode()
        running.leave(self._engine.pad, note)
        return server

    async def drain(self) -> None:
        """Let who is inside end what they do, for a moment; then they have to go."""
        if self._guests:
            await asyncio.wait(self._guests, timeout=DRAIN_SECONDS)
        for guest in self._guests:
            guest.cancel()
        await asyncio.gather(*self._guests, return_exceptions=True)

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._guests.add(task)
        try:
            await self._talk(reader, writer)
        except (OSError, ValueError, GraphError):  # gone, or no guest of ours
            pass
        finally:
            self._guests.discard(task)
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with asyncio.timeout(PATIENCE):
            answer = self._answer(orjson.loads(await reader.readline()))
        await _say(writer, answer)
        if "fout" in answer:
            return
        self._inside += 1
        try:
            while said := await reader.readline():
                if orjson.loads(said).get("klaar"):
                    await _say(writer, {"versie": await self._renew()})
        finally:
            self._inside -= 1

    def _answer(self, said: Any) -> dict[str, Any]:
        shown = said.get("sleutel") if isinstance(said, dict) else None
        if not isinstance(shown, str) or not hmac.compare_digest(shown.encode(), self._key):
            return {"fout": "sleutel"}
        if said.get("versie") != VERSIE:
            return {"fout": "versie", "versie": VERSIE}
        if self._inside >= MOST:
            return {"fout": "vol"}
        engine = self._engine
        return {
            "uri": engine.uri, "gebruiker": engine.gebruiker, "wachtwoord": engine.wachtwoord,
            "database": engine.database,
        }  # fmt: skip


async def _say(writer: asyncio.StreamWriter, said: dict[str, Any]) -> None:
    writer.write(orjson.dumps(said) + b"\n")
    await writer.drain()


@asynccontextmanager
async def ajar(engine: Embedded | None, renew: Renew) -> AsyncIterator[None]:
    """The inner door, open while the service listens. A Neo4j has a door of its own."""
    if engine is None:
        yield
        return
    door = InnerDoor(engine, renew)
    server = await door.open()
    try:
        yield
    finally:
        running.remove(engine.pad)
        server.close()
        await door.drain()
