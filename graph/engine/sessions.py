"""What the driver has no setting for: these reach inside a session, and the driver's version is pinned."""

import asyncio
from typing import Any

from neo4j import AsyncDriver, AsyncSession

PORT = "_port_of_ours"


class Connecting:
    """Connections that are being made.

    Who goes away while the driver connects would leave the socket open (6.4 closes it on errors, not when it is
    cancelled), so nobody can interrupt that: the connection is then for the next one.
    """

    def __init__(self, driver: AsyncDriver) -> None:
        self._driver = driver
        self.over = False
        self._under_way: set[asyncio.Future[Any]] = set()

    async def ready(self) -> None:
        """Wait until a connection lies ready."""
        connecting = asyncio.ensure_future(self._driver.get_server_info())
        self._under_way.add(connecting)
        connecting.add_done_callback(self._done)
        await asyncio.shield(connecting)

    def _done(self, done: asyncio.Future[Any]) -> None:
        self._under_way.discard(done)
        if not done.cancelled():
            done.exception()  # who waited for it may have gone, and somebody has to look

    async def ended(self) -> None:
        """Wait for those that are under way; what ends after this is not for anybody."""
        self.over = True
        await asyncio.gather(*self._under_way, return_exceptions=True)


async def give_up_idle(driver: AsyncDriver) -> None:
    """Have the connections that lie ready be made anew: they lead to where nobody answers."""
    inside: Any = driver
    await inside._pool.mark_all_stale()


def remember_port(session: AsyncSession) -> None:
    """Have a session remember over which port of ours it speaks.

    A session that is cancelled forgets its connection before anyone can look.
    """
    inside: Any = session
    connect = inside._connect

    async def remembering(*given: Any, **how: Any) -> None:
        await connect(*given, **how)
        setattr(inside, PORT, inside._connection.local_port)

    inside._connect = remembering


def port_of(session: AsyncSession) -> int | None:
    """The port of the session's last connection, if it was told to remember."""
    return getattr(session, PORT, None)


def leave_waiting_to_us(session: AsyncSession) -> None:
    """Take away the connection's own time limit on reading.

    It costs a task and a timer for each piece that comes in, a tenth of a small read, and guards nothing: every read
    and write here has a deadline.
    """
    connection = getattr(session, "_connection", None)
    if connection is not None and connection.socket.get_read_timeout() is not None:
        connection.socket.set_read_timeout(None)
