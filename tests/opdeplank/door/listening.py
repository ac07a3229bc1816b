"""A listening service in the loop of the test, and a client that writes bytes: what httpx would never send."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from starlette.types import ASGIApp

from opdeplank.serving import Service
from opdeplank.settings.environment import read_settings
from opdeplank.settings.table import Settings
from tests.work import PATIENCE

GET = b"GET /gezond HTTP/1.1\r\nHost: plank\r\n\r\n"


class Listening(Service):
    """Leaves the signals to the test runner."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class Client:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def send(self, content: bytes) -> None:
        self.writer.write(content)
        await self.writer.drain()

    async def answer(self) -> tuple[int, bytes]:
        """Status and body of the next answer."""
        head = await asyncio.wait_for(self.reader.readuntil(b"\r\n\r\n"), PATIENCE)
        lines = head.lower().split(b"\r\n")
        length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)
        return int(head.split()[1]), await asyncio.wait_for(self.reader.readexactly(length), PATIENCE)

    async def ends(self) -> bytes:
        """What still comes until the other side closes; fails when it does not."""
        try:
            return await asyncio.wait_for(self.reader.read(), PATIENCE)
        except ConnectionError:
            return b""


class Clock:
    """Stands still until somebody moves it."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Line:
    """Where the service listens."""

    def __init__(self, port: int, service: Listening, clock: Clock) -> None:
        self.port, self.service = port, service
        self._clock = clock
        self._clients: list[Client] = []

    async def later(self, seconds: float) -> None:
        """So much later for the service, which has looked round since."""
        for _ in range(10):  # what was sent before is read first
            await asyncio.sleep(0.01)
        self._clock.now += seconds
        self.service.connections.look_round()
        await asyncio.sleep(0.02)

    async def client(self, first: bytes = b"", receive_buffer: int = 0) -> Client:
        made = socket.socket()
        if receive_buffer:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        made.setblocking(False)
        await asyncio.get_running_loop().sock_connect(made, ("127.0.0.1", self.port))
        found = Client(*await asyncio.open_connection(sock=made))
        self._clients.append(found)
        if first:
            await found.send(first)
        return found

    async def status(self, request: bytes = GET) -> int:
        """The status of one request on a connection of its own."""
        client = await self.client(request)
        return (await client.answer())[0]

    @property
    def open(self) -> int:
        """Connections that the service holds."""
        return len(self.service.server_state.connections)

    def hang_up(self) -> None:
        for each in self._clients:
            each.writer.transport.abort()


@asynccontextmanager
async def listening(app: ASGIApp, settings: Settings) -> AsyncIterator[Line]:
    clock = Clock()
    bound = socket.socket()
    bound.bind(("127.0.0.1", 0))
    ready = asyncio.Event()
    service = Listening(app, settings, ready.set)
    service.connections.clock = clock
    work = asyncio.create_task(service.serve(sockets=[bound]))
    await asyncio.wait_for(ready.wait(), PATIENCE)
    line = Line(bound.getsockname()[1], service, clock)
    try:
        yield line
    finally:
        line.hang_up()
        service.should_exit = True
        await work


def limits(**given: str) -> Settings:
    """Settings by name; nothing is a proxy, so that this machine counts as any other."""
    return read_settings({f"OPDEPLANK_{name.upper()}": value for name, value in {"proxy": "", **given}.items()})
