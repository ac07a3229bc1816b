"""Changes as a load writes them, made quickly; a client of server-sent events; and a stream in the loop of the test."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import quote

from graph.cypher.positions import take
from graph.engine.store import Run, Store
from opdeplank.door.identified import Identified
from opdeplank.door.traffic import Rate
from opdeplank.following.log_reader import LogReader
from opdeplank.following.seats import Seats
from opdeplank.following.stream import HEARTBEAT, Streams
from opdeplank.graphql.endpoint import Endpoint
from opdeplank.keys.identity import Identity
from opdeplank.settings.table import Settings
from tests.opdeplank.door.listening import Client, Line, listening
from tests.work import PATIENCE

OP = "2027-01-01T10:00:00.000+00:00"
QUERY = "subscription { wijzigingen { positie soort } }"


async def happened(store: Store, count: int = 1, public: bool = True, ding: str = "thema:een") -> None:
    """So many changes in one transaction; hidden ones have no place in everybody's series."""

    async def work(run: Run) -> None:
        last, last_public = await take(run, count, count if public else 0)
        rows = [
            {
                "id": f"wijziging:{last + i}", "plaats": last + i, "ding": ding, "op": OP, "soort": "BIJGEWERKT",
                "plaatsOpenbaar": last_public + i if public else None, "rol": "PROGRAMMABUREAU", "door": "Ria",
                "dingSoort": ding.partition(":")[0].upper(), "lading": "lading:x", "velden": [],
            }
            for i in range(1, count + 1)
        ]  # fmt: skip
        await run("UNWIND $rows AS row CREATE (w:Wijziging) SET w = row", {"rows": rows})

    await store.write(work)


class Events:
    """Reads a stream: comments and fields as graphql-sse and a browser read them."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.comments: list[str] = []
        self.last_id = ""

    async def head(self) -> tuple[int, str]:
        """Status and headers."""
        text = (await asyncio.wait_for(self.client.reader.readuntil(b"\r\n\r\n"), PATIENCE)).decode()
        return int(text.split()[1]), text.lower()

    async def next(self) -> tuple[str, Any]:
        """The next event with its data, which is JSON or nothing."""
        found = await self.block()
        while "event" not in found:
            found = await self.block()
        assert found["event"] in ("next", "complete"), "its client breaks off at any other"
        return found["event"], json.loads(found["data"]) if found["data"] else None

    async def positions(self, count: int) -> list[int]:
        """The positions of so many changes."""
        found = []
        for _ in range(count):
            event, data = await self.next()
            assert event == "next", data
            found.append(data["data"]["wijzigingen"]["positie"])
            assert self.last_id == str(found[-1])
        return found

    async def block(self) -> dict[str, str]:
        """The fields up to an empty line."""
        fields: dict[str, str] = {}
        while (line := await self.line()) != "":
            name, _, value = line.partition(":")
            if name:
                fields[name] = value.removeprefix(" ")
            else:
                self.comments.append(value)
        self.last_id = fields.get("id", self.last_id)
        return fields

    async def line(self) -> str:
        """A line, put together of the chunks that HTTP sends it in."""
        while b"\n" not in (left := getattr(self, "left", b"")):
            size = int(await asyncio.wait_for(self.client.reader.readline(), PATIENCE), 16)
            if not size:
                raise EOFError
            chunk = await asyncio.wait_for(self.client.reader.readexactly(size + 2), PATIENCE)
            self.left = left + chunk[:-2]
        line, _, self.left = self.left.partition(b"\n")
        return line.decode()


def asked(query: str = QUERY, headers: str = "", **variables: Any) -> bytes:
    given = f"&variables={quote(json.dumps(variables))}" if variables else ""
    target = f"/graphql/stream?query={quote(query)}{given}"
    return f"GET {target} HTTP/1.1\r\nHost: plank\r\nAccept: text/event-stream\r\n{headers}\r\n".encode()


def posted(query: str = QUERY, path: str = "/graphql/stream", accept: str = "text/event-stream") -> bytes:
    body = json.dumps({"query": query}).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: plank\r\nAccept: {accept}\r\nContent-Type: application/json\r\n"
    return head.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body


async def follow(line: Line, request: bytes, receive_buffer: int = 0) -> Events:
    """A stream that was accepted."""
    events = Events(await line.client(request, receive_buffer))
    status, head = await events.head()
    assert status == 200, head
    assert "content-type: text/event-stream" in head
    return events


async def started(line: Line, request: bytes, receive_buffer: int = 0) -> Events:
    """A stream that gets every change from here on."""
    events = await follow(line, request, receive_buffer)
    while " volgt" not in events.comments:
        await events.block()
    return events


@asynccontextmanager
async def streaming(
    store: Store, settings: Settings, heartbeat: float = HEARTBEAT
) -> AsyncIterator[tuple[Line, LogReader]]:  # fmt: skip
    endpoint, identity = Endpoint(store, settings), Identity(settings)
    reader = LogReader(store, endpoint.executor)
    streams = Streams(endpoint, reader, identity, Seats(settings), heartbeat)
    async with listening(Identified(streams.app, identity, Rate(0)), settings) as line:
        try:
            yield line, reader
        finally:
            await reader.end()
