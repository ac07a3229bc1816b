"""What a load balancer and an operator ask: does the process live, and may it get requests?"""

import asyncio
from dataclasses import replace

import orjson
from starlette.requests import Request
from starlette.responses import Response

from graph.engine.store import Store
from graph.errors import StoreDamaged, StoreError
from graph.meaning.index import Beside
from graph.upkeep import migrations
from opdeplank.http import problems
from opdeplank.http.problems import Problem

NEVER_KEEP = {"Cache-Control": "no-store"}


async def alive(request: Request) -> Response:
    """Without the database: a database that is away is no reason to restart the service."""
    return Response(orjson.dumps({"status": "gezond"}), headers=NEVER_KEEP, media_type="application/json")


class Ready:
    """Who asks while the database is being asked, gets that answer: anybody may ask this as often as they like."""

    def __init__(self, store: Store, beside: Beside | None) -> None:
        self._store, self._beside = store, beside
        self._asking: asyncio.Task[Problem | None] | None = None

    async def __call__(self, request: Request) -> Response:
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        if problem := await asyncio.shield(self._asking):
            return problems.as_json(request, problem)
        body = {"status": "gereed", "database": self._store.engine, "betekenis": self._meaning()}
        return Response(orjson.dumps(body), headers=NEVER_KEEP, media_type="application/json")

    def _meaning(self) -> dict[str, object]:
        """Whether questions are compared by what they mean. They are answered all the same while it learns."""
        found = self._beside
        behind = found.behind(None) if found else 0
        stand = "lerend" if behind else "klaar" if found and found.ready else "alleen woorden"
        return {"stand": stand, "teLeren": behind}

    async def _ask(self) -> Problem | None:
        try:
            await self._store.ping()
            waiting = await migrations.pending(self._store)
        except StoreDamaged as error:
            title, _, advice = error.melding.partition(". ")
            return replace(problems.NOT_READY, title=f"{title}.", advice=advice)
        except StoreError:
            return problems.NOT_READY
        return problems.MIGRATE_FIRST if waiting else None
