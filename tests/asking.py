"""Asks the compiled route, and keeps what was sent to the database."""

from collections.abc import Mapping
from typing import Any, cast

import orjson

from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from graph.engine.store import Store
from opdeplank.graphql.api import SCHEMA
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans
from schema.request.limits import Budget
from tests.world import SECRET

ROOMY = Budget(
    tokens=20_000, depth=20, aliases=200, roots=100, directives=100, conditions=1_000, filter_depth=20, subqueries=400,
    nodes=10**7, cost=10**7, fields=10**6, fragments=10**3, repeats=10**3,
    answer=10**9,
)  # fmt: skip
"""Limits that no test of answers runs into; the limits have tests of their own."""
PATIENCE = 60.0
"""Seconds: these tests are about answers, also on a machine that is busy."""


class Counting:
    """A store that remembers every read."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.asked: list[tuple[str, Mapping[str, Any]]] = []

    async def rows(self, text: str, parameters: Mapping[str, Any], timeout: float | None = None) -> list[list[Any]]:
        self.asked.append((text, parameters))
        return await self.store.rows(text, parameters, timeout or PATIENCE)

    async def read(self, text: str, parameters: Mapping[str, Any], timeout: float | None = None) -> list[Any] | None:
        rows = await self.rows(text, parameters, timeout)
        return rows[0] if rows else None

    def operation(self, *given: Any, **how: Any) -> "Counting":
        made = Counting(self.store.operation(*given, **how))
        made.asked = self.asked
        return made

    def in_turn(self) -> "Counting":
        return self

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


def plans(budget: Budget = ROOMY) -> Plans:
    return Plans(SCHEMA, MODEL, bytes.fromhex(SECRET), budget)


class Asker:
    """One executor on one store. `sent` holds the statements of the last question."""

    def __init__(self, store: Store, using: Plans | None = None) -> None:
        self.store = Counting(store)
        self.engine = store.engine
        self.executor = Executor(cast(Store, self.store), using or plans(), PATIENCE)
        self.status = 200

    async def __call__(self, query: str, role: str = "ANALIST", **variables: Any) -> dict[str, Any]:
        """The whole answer, extensions aside."""
        self.store.asked.clear()
        reply = await self.executor.execute(Request(query, variables, viewer=Viewer(Rol[role])))
        self.status = reply.status
        answer: dict[str, Any] = orjson.loads(reply.body)
        answer.pop("extensions", None)
        return answer

    async def data(self, query: str, **variables: Any) -> Any:
        answer = await self(query, **variables)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    async def code(self, query: str, role: str = "ANALIST", **variables: Any) -> str:
        """The code of the one error."""
        [error] = (await self(query, role, **variables))["errors"]
        return str(error["extensions"]["code"])

    @property
    def sent(self) -> list[str]:
        return [text for text, _ in self.store.asked]
