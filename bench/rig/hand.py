"""What a good programmer would write without us, at its best: one route, one statement per operation.

    NEO4J_URI=bolt://… uvicorn bench.rig.hand:app

It has all that makes our own route quick and nothing more: bare values from the database, which `bench.rig.shapes`
names, sessions of the driver that are used again, no time limits of the driver's own, orjson, uvloop, and what stays
for good left alone by the collector. There is no check on anything. The request is the same as for GraphQL; only
`operationName` and `variables` are looked at.
"""

import gc
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import orjson
from neo4j import READ_ACCESS, AsyncDriver, AsyncGraphDatabase, AsyncSession, NotificationMinimumSeverity
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.rig.asked import BY_NAME
from bench.rig.shapes import SHAPES

WORK = {name: (operation.statement, SHAPES[name]) for name, operation in BY_NAME.items()}


class Sessions:
    """Sessions that lie ready, the last used first."""

    def __init__(self, driver: AsyncDriver) -> None:
        self._driver = driver
        self._idle: list[AsyncSession] = []

    async def row(self, statement: str, parameters: dict[str, Any]) -> list[Any]:
        """The first row; a session that saw an error is not used again."""
        session = self._idle.pop() if self._idle else self._driver.session(default_access_mode=READ_ACCESS)
        result = await session.run(statement, parameters)
        without_a_timer(session)
        rows = await result.values()
        self._idle.append(session)
        return rows[0]


def without_a_timer(session: AsyncSession) -> None:
    """The driver's own limit on reading costs a task and a timer for each piece that comes in."""
    connection = getattr(session, "_connection", None)
    if connection is not None and connection.socket.get_read_timeout() is not None:
        connection.socket.set_read_timeout(None)


@asynccontextmanager
async def connected(app: Starlette) -> AsyncIterator[dict[str, Sessions]]:
    driver = AsyncGraphDatabase.driver(
        os.environ["NEO4J_URI"],
        telemetry_disabled=True,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
        connection_write_timeout=cast(float, None),
    )
    async with driver:
        gc.collect()
        gc.freeze()
        yield {"sessions": Sessions(driver)}


async def answer(request: Request) -> Response:
    asked = orjson.loads(await request.body())
    statement, shape = WORK[asked["operationName"]]
    row = await request.state.sessions.row(statement, asked["variables"])
    return Response(orjson.dumps({"data": shape(row)}), media_type="application/json")


app = Starlette(routes=[Route("/graphql", answer, methods=["POST"])], lifespan=connected)
