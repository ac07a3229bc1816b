"""Senders and readers that take their time. The service ends them by its own limits, and nobody else notices."""

import asyncio
import itertools
from contextlib import AsyncExitStack, suppress
from pathlib import Path

from bench.vijandig.wire import PATIENCE, Attack, Outcome, connected, ended, get
from tests.engines import ROOT

MANY = 300
PAUSE = 0.1
HEAD = b"GET / HTTP/1.1\r\nHost: x\r\n"
HALF = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n{"
CHUNKED = HALF.replace(b"Content-Length: 90000", b"Transfer-Encoding: chunked").removesuffix(b"{")


def sender(name: str, first: bytes, drip: bytes = b"", many: int = MANY) -> Attack:
    """Many connections that begin a request and go on a byte at a time, until the service ends them."""

    async def behave(port: int) -> list[Outcome]:
        async with AsyncExitStack() as stack:
            lines = [await stack.enter_async_context(connected(port)) for _ in range(many)]
            waits = [asyncio.create_task(ended(reader)) for reader, _ in lines]
            for _, writer in lines:
                writer.write(first)
            for byte in itertools.islice(itertools.cycle(drip or b"\0"), int(PATIENCE / PAUSE)):
                await asyncio.sleep(PAUSE)
                left = [writer for (_, writer), wait in zip(lines, waits, strict=True) if not wait.done()]
                if not left:
                    break
                for writer in left if drip else ():
                    with suppress(ConnectionError):
                        writer.write(bytes([byte]))
            return list(await asyncio.gather(*waits))

    return Attack(name, behave, slow=True)


def largest() -> Path:
    """The largest file that anybody may ask for."""
    return max((ROOT / "web" / "graphiql" / "gebouwd" / "assets").glob("*.js"), key=lambda path: path.stat().st_size)


async def unread(port: int) -> list[Outcome]:
    """Ask for much and fetch nothing; when something is fetched after all, it should be gone."""
    path = largest()
    async with AsyncExitStack() as stack:
        lines = [await stack.enter_async_context(connected(port, 2_048)) for _ in range(60)]
        for _, writer in lines:
            writer.write(get(f"/graphiql/assets/{path.name}"))
        await asyncio.sleep(3)
        sizes = await asyncio.gather(*(_fetched(reader, path.stat().st_size) for reader, _ in lines))
    return [Outcome(PATIENCE, "heel") if size >= path.stat().st_size else Outcome(0.0, "dicht") for size in sizes]


async def _fetched(reader: asyncio.StreamReader, most: int) -> int:
    size = 0
    with suppress(ConnectionError, TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while size < most and (piece := await reader.read(65_536)):
                size += len(piece)
    return size


SENDERS: tuple[Attack, ...] = (
    sender("driehonderd verbindingen zonder verzoek", b""),
    sender("driehonderd keer koppen met een letter per tel", HEAD + b"X-A: ", b"a"),
    sender("driehonderd keer een kop per tel", HEAD, b"a: b\r\n"),
    sender("driehonderd keer lege regels", b"", b"\r\n"),
    sender("driehonderd halve vragen", HALF),
    sender("driehonderd vragen met een letter per tel", HALF, b" "),
    sender("driehonderd vragen in stukjes", CHUNKED, b"1\r\n \r\n"),
    sender("driehonderd keer wachten op 100 Continue", HALF.replace(b"\r\n\r\n{", b"\r\nExpect: 100-continue\r\n\r\n")),
    Attack("zestig antwoorden die niemand ophaalt", unread, slow=True),
)
