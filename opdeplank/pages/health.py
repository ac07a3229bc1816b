"""What a load balancer and an operator ask: does the process live, and may it get requests?"""

import orjson
from starlette.requests import Request
from starlette.responses import Response

from graph.engine.store import Store
from graph.errors import StoreError
from graph.upkeep import migrations
from opdeplank.http import problems

NEVER_KEEP = {"Cache-Control": "no-store"}


async def alive(request: Request) -> Response:
    """Without the database: a database that is away is no reason to restart the service."""
    return Response(orjson.dumps({"status": "gezond"}), headers=NEVER_KEEP, media_type="application/json")


class Ready:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def __call__(self, request: Request) -> Response:
        try:
            await self._store.ping()
            waiting = await migrations.pending(self._store)
        except StoreError:
            return problems.as_json(request, problems.NOT_READY)
        if waiting:
            return problems.as_json(request, problems.MIGRATE_FIRST)
        body = {"status": "gereed", "database": self._store.engine}
        return Response(orjson.dumps(body), headers=NEVER_KEEP, media_type="application/json")
