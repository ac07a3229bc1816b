"""Where the pages get their answers: the registered operations, asked in this process as the public would ask them.

A page shows what the API says, so whatever stands on a page can also be fetched with `GET /graphql?documentId=…`.
"""

from collections.abc import Mapping
from typing import Any

import orjson

from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.engine.store import Store
from graph.errors import GraphError
from graph.resources import NONE, Resources
from graph.search.withdrawn import Withdrawn, withdrawn
from graph.upkeep import state
from opdeplank.graph.freshness import Freshness
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.registered import by_name
from opdeplank.http import problems
from opdeplank.http.problems import Problem
from schema.execute.envelope import failure
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans
from schema.request.limits import Budget


class Unanswered(Exception):
    """The operation has no answer; `code` is one of the contracted error codes, `wait` in how many seconds to come
    back."""

    def __init__(self, code: str, message: str, wait: int = 1) -> None:
        super().__init__(message)
        self.code, self.wait = code, wait

    @property
    def passing(self) -> Problem | None:
        """What to say when the same question may well be answered in a moment."""
        if self.code == "RATE_LIMITED":
            return problems.busy(self.wait)
        return problems.NOT_READY if self.code in ("STORE_UNAVAILABLE", "TIMEOUT") else None


class Desk:
    """Asks for the pages. The limits are the program's own: an operator's limits are for questions of strangers."""

    def __init__(
        self, store: Store, seconds: float = 10.0, resources: Resources = NONE, freshness: Freshness | None = None
    ) -> None:  # fmt: skip
        self._store, self._seconds, self._resources = store, seconds, resources
        self._executor: Executor | None = None
        self._freshness = freshness or Freshness(store, resources.beside)

    async def version(self) -> int:
        """The version of the graph, at most a second old."""
        try:
            return await self._freshness.version()
        except GraphError as error:
            raise _unanswered(failure(error).body) from error

    def age(self) -> int | None:
        """How old what is kept of that version may be, in seconds, for who cannot look now; None: not to be given."""
        return self._freshness.age()

    async def ask(self, name: str, caller: str | None = None, **variables: Any) -> dict[str, Any]:
        """The data of a registered operation; `caller` is whose turn it takes."""
        return await self.put(by_name(name).text, variables, caller)

    async def put(self, text: str, variables: Mapping[str, Any], caller: str | None = None) -> dict[str, Any]:
        """The same for a question of our own that no file holds."""
        return await self._answered(Request(text, variables, caller=caller, registered=True))

    async def ask_as(self, viewer: Viewer, text: str, **variables: Any) -> dict[str, Any]:
        """The same, as somebody with this role sees it."""
        return await self._answered(Request(text, variables, viewer=viewer, registered=True))

    async def _answered(self, asked: Request) -> dict[str, Any]:
        executor = await self._open()
        reply = await executor.execute(asked)
        if not reply.executed:
            raise _unanswered(reply.body)
        data: dict[str, Any] = orjson.loads(reply.body)["data"]
        return data

    async def secret(self) -> bytes:
        """The secret of the graph, the same for every service on it."""
        try:
            return await state.secret(self._store)
        except GraphError as error:
            raise _unanswered(failure(error).body) from error

    async def withdrawn(self, key: str) -> Withdrawn | None:
        """What everybody may know of a thing that is withdrawn."""
        try:
            return await withdrawn(self._store.rows, key)
        except GraphError as error:
            raise _unanswered(failure(error).body) from error

    async def whole(self, name: str, field: str) -> list[dict[str, Any]]:
        """Every thing of a list, by turning the pages of a registered operation that takes `after`."""
        found: list[dict[str, Any]] = []
        after: str | None = None
        while True:
            page = (await self.ask(name, after=after))[field]
            found += page["nodes"]
            if not page["pageInfo"]["hasNextPage"]:
                return found
            after = page["pageInfo"]["endCursor"]

    async def _open(self) -> Executor:
        if self._executor is None:
            try:
                secret = await state.secret(self._store)
            except GraphError as error:
                raise _unanswered(failure(error).body) from error
            plans = Plans(SCHEMA, MODEL, secret, Budget())
            self._executor = Executor(self._store, plans, self._seconds, self._resources)
        return self._executor


def _unanswered(body: bytes) -> Unanswered:
    error = orjson.loads(body)["errors"][0]
    extensions = error["extensions"]
    return Unanswered(extensions["code"], error["message"], extensions.get("wacht", 1))
