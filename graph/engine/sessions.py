"""What the driver has no setting for: these reach inside a session, and the driver's version is pinned."""

from typing import Any

from neo4j import AsyncSession

PORT = "_port_of_ours"


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
