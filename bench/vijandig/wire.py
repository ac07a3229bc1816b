"""Requests as bytes, and how long it takes before something comes back."""

import asyncio
import json
import socket
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

PATIENCE = 6.0
"""Seconds that we wait for an answer; longer is as bad as this."""


@dataclass(frozen=True)
class Outcome:
    """Seconds until the first byte of the answer or the end of the connection; "dicht" when there was no answer."""

    seconds: float
    status: str


Behave = Callable[[int], Coroutine[Any, Any, list[Outcome]]]
"""What an attacker does at a port, and what came of each of its requests."""


@dataclass(frozen=True)
class Attack:
    """`slow`: it is the sender who takes the time, so it counts from when the service may have had enough of it."""

    name: str
    behave: Behave
    slow: bool = False


def post(query: str, variables: Any = None, **members: Any) -> bytes:
    return body(json.dumps({"query": query, "variables": variables, **members}).encode())


def body(content: bytes, head: str = "Content-Type: application/json") -> bytes:
    return f"POST /graphql HTTP/1.1\r\nHost: x\r\n{head}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content


def get(path: str, *headers: str, method: str = "GET") -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: x", *headers]
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")


def asks(name: str, *requests: bytes) -> Attack:
    """Each request on a connection of its own, one after the other."""

    async def behave(port: int) -> list[Outcome]:
        return [await ask(port, request) for request in requests]

    return Attack(name, behave)


@asynccontextmanager
async def connected(port: int, buffer: int = 0) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    made = socket.socket()
    if buffer:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    made.setblocking(False)
    await asyncio.get_running_loop().sock_connect(made, ("127.0.0.1", port))
    reader, writer = await asyncio.open_connection(sock=made)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()


async def ask(port: int, request: bytes) -> Outcome:
    return await streamed(port, iter([request]))


async def streamed(port: int, pieces: Iterator[bytes]) -> Outcome:
    """Send until it is all sent or nobody takes it any more; then wait."""
    began = time.perf_counter()
    with suppress(ConnectionError):
        async with connected(port) as (reader, writer):
            waiting = asyncio.create_task(_status(reader))
            sending = asyncio.create_task(_send(writer, pieces))
            done, _ = await asyncio.wait({waiting}, timeout=PATIENCE)
            sending.cancel()
            waiting.cancel()
            return Outcome(time.perf_counter() - began, waiting.result() if done else "niets")
    return Outcome(time.perf_counter() - began, "dicht")


async def _send(writer: asyncio.StreamWriter, pieces: Iterator[bytes]) -> None:
    with suppress(ConnectionError):
        for piece in pieces:
            writer.write(piece)
            await writer.drain()


async def _status(reader: asyncio.StreamReader) -> str:
    with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        line = await reader.readline()
        return line.split()[1].decode() if line.startswith(b"HTTP/") else "dicht"
    return "dicht"


async def ended(reader: asyncio.StreamReader) -> Outcome:
    """How long it takes before the other side hangs up, whatever it still says."""
    began = time.perf_counter()
    try:
        async with asyncio.timeout(PATIENCE):
            first = await _status(reader)
            with suppress(ConnectionError):
                while await reader.read(65_536):
                    pass
    except TimeoutError:
        first = "niets"
    return Outcome(time.perf_counter() - began, first)
