"""Listening: the socket, the signals and the end. uvicorn does the rest."""

import asyncio
import errno
import gc
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from opdeplank.door.protocol import Line
from opdeplank.door.sockets import Connections
from opdeplank.settings.table import Settings
from opdeplank.terminal.refused import Refused

OWN_FILES = 512
"""Files that the process has open for itself: the graph, the model, connections to the database."""
FEWEST = 10
DRAIN_SECONDS = 6  # for requests under way; closing the graph follows, and all of it within ten


def bind(settings: Settings) -> socket.socket:
    """Take the port before anything slow happens; nobody can connect until the service listens."""
    host, port = settings.host, settings.poort
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        bound = socket.socket(family, kind, protocol)
        if sys.platform != "win32":  # there it would allow two services on one port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError as error:
        raise Refused(_why(error, host, port)) from error
    return bound


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Poort {port} is al in gebruik. Stop het andere programma of kies een andere poort: "
            f"OPDEPLANK_POORT={port + 1 if port < 65535 else port - 1}."
        )
    if error.errno == errno.EACCES:
        return f"Poort {port} mag dit programma niet gebruiken. Kies een poort boven 1023 met OPDEPLANK_POORT."
    return f"Op {host} kan deze machine niet luisteren. Controleer OPDEPLANK_HOST."


class Service(uvicorn.Server):
    """uvicorn's server with our own signals: its own would end the process before the graph is closed."""

    def __init__(
        self, app: ASGIApp, settings: Settings, ready: Callable[[], None], stopping: Callable[[], None] = lambda: None
    ) -> None:  # fmt: skip
        """`ready` is called when it listens, and `stopping` when it was told to stop."""
        self.connections = Connections(settings, most=make_room(settings.grens_verbindingen))
        config = uvicorn.Config(
            app,
            loop="none",
            http=partial(Line, self.connections),  # type: ignore[arg-type]  # uvicorn only calls it
            ws="none",
            lifespan="off",
            log_level="error",  # what a stranger sends amiss is no news, and a line of log each would fill a disk
            access_log=False,
            server_header=False,
            proxy_headers=False,  # see opdeplank.door.forwarded
            timeout_graceful_shutdown=DRAIN_SECONDS,
        )
        super().__init__(config)
        self._ready, self._stopping = ready, stopping

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Streams would go on for ever: they end now, and what was asked is answered first."""
        super().handle_exit(sig, frame)
        self._stopping()

    async def on_tick(self, counter: int) -> bool:
        self.connections.look_round()
        return await super().on_tick(counter)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for each in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(each, self.handle_exit, each, None)
            except NotImplementedError:  # Windows
                signal.signal(each, self.handle_exit)
        yield


COLLECT_AFTER = (50_000, 10, 10)
"""Objects that are made before the youngest are looked through, and so on: 700 by default, and then the rest of what a
document leaves is old before anyone looks, and goes all at once."""
SWITCH_SECONDS = 0.0005
"""How long a thread that is busy beside the event loop keeps Python to itself. By default that is ten times as long,
and an ordinary question comes back to the loop several times."""


def make_room(connections: int) -> int:
    """Let the process hold so many connections besides its files, as far as the system allows; how many it allows. The
    usual limit of 1,024 files is reached before the usual number of connections, and then nobody new gets in, and the
    graph cannot be opened or read."""
    if sys.platform == "win32":
        return connections
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + OWN_FILES
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        with suppress(ValueError, OSError):  # the system has a limit of its own
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    allowed = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    if allowed == resource.RLIM_INFINITY or allowed >= wanted:
        return connections
    return max(FEWEST, allowed - min(OWN_FILES, allowed * 3 // 4))


def settle() -> None:
    """Let the collector leave alone what stays for good (schema, types, statements), and the loop go first.

    Each full collection goes through all of it, tens of milliseconds in which nobody gets an answer. What comes and
    goes with requests mostly goes by itself; what a new document leaves behind is cleared away when it has been read.

    The last line counts what is old without what stays: the collector waits until a quarter as much is waiting to be
    looked through, and a quarter of all that stays is much.
    """
    gc.set_threshold(*COLLECT_AFTER)
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.collect()
    gc.freeze()
    gc.collect()


def end_when_told() -> None:
    """Have SIGTERM end what runs now in an orderly way: without, a process that fills the graph for us would go on
    alone and keep the data folder. From when the service listens, it goes by its own signals."""
    task = asyncio.current_task()
    assert task is not None
    with suppress(NotImplementedError):  # Windows
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


def new_event_loop() -> asyncio.AbstractEventLoop:
    if sys.platform == "win32":
        return asyncio.new_event_loop()
    import uvloop

    return uvloop.new_event_loop()
