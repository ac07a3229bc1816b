"""What a good programmer would write without us: one route, one statement per operation, the driver and orjson.

    NEO4J_URI=bolt://… uvicorn bench.rig.hand:app

The request is the same as for GraphQL; only `operationName` and `variables` are looked at.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import orjson
from neo4j import READ_ACCESS, AsyncDriver, AsyncGraphDatabase, NotificationMinimumSeverity
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.rig.asked import BY_NAME

STATEMENTS = {name: operation.statement for name, operation in BY_NAME.items()}


@asynccontextmanager
async def connected(app: Starlette) -> AsyncIterator[dict[str, AsyncDriver]]:
    uri = os.environ["NEO4J_URI"]
    off = NotificationMinimumSeverity.OFF
    async with AsyncGraphDatabase.driver(uri, telemetry_disabled=True, notifications_min_severity=off) as driver:
        yield {"driver": driver}


async def answer(request: Request) -> Response:
    asked = orjson.loads(await request.body())
    async with request.state.driver.session(default_access_mode=READ_ACCESS) as session:
        result = await session.run(STATEMENTS[asked["operationName"]], asked.get("variables") or {})
        found = await result.single()
    return Response(orjson.dumps({"data": found["data"]}), media_type="application/json")


app = Starlette(routes=[Route("/graphql", answer, methods=["POST"])], lifespan=connected)
