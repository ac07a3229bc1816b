"""Asks mutations of one executor, as somebody with a role, and counts what is sent to the database."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar, cast

import orjson

from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from graph.engine.store import Run, Store
from graph.upkeep import state
from opdeplank.graphql.api import SCHEMA
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans

T = TypeVar("T")
UTRECHT = Viewer(Rol.GEMEENTE, "gemeente:gm9001", "gm-sleutel")
ANOTHER = Viewer(Rol.GEMEENTE, "gemeente:gm9002", "gm-ander")
BUREAU = Viewer(Rol.PROGRAMMABUREAU, None, "pb-sleutel")
PATIENCE = 60.0
FAULTS = (
    "fouten { __typename melding pad code ... on VersieConflict { huidigeVersie velden { veld wie door op hunWaarde "
    "jouwWaarde } } ... on MogelijkDubbel { kandidaten { id } } }"
)

APPLY = f"""
mutation ($invoer: ToepassingInvoer!, $versie: Int, $sleutel: String) {{
  toepassingMelden(invoer: $invoer, verwachteVersie: $versie, idempotentieSleutel: $sleutel) {{
    toepassing {{ id status sinds tot redenGestopt resultaat versie gemeente {{ id }} oplossing {{ id }}
      herkomst {{ nodes {{ passage bevestigd bron {{ titel soort }} }} }} }}
    {FAULTS} }} }}
"""


class Counted(Store):
    """A store that counts the statements of its transactions."""

    def __init__(self, store: Store) -> None:
        self.__dict__.update(store.__dict__)
        self.sent_in: list[str] = []

    async def write(self, work: Callable[[Run], Awaitable[T]], timeout: float = 60.0) -> T:
        async def counted(run: Run) -> T:
            async def counting(text: str, parameters: Mapping[str, Any] | None = None) -> list[list[Any]]:
                self.sent_in.append(text)
                return await run(text, parameters)

            return await work(counting)

        return await super().write(counted, timeout)

    @property
    def whole(self) -> Store:
        return self._whole or self


class Writer:
    """One executor on one store."""

    def __init__(self, store: Counted, executor: Executor) -> None:
        self.store, self.executor = store, executor

    @classmethod
    async def on(cls, store: Store) -> "Writer":
        counted = Counted(store)
        plans = Plans(SCHEMA, MODEL, await state.secret(store))
        return cls(counted, Executor(cast(Store, counted), plans, PATIENCE))

    async def __call__(self, query: str, viewer: Viewer = BUREAU, **variables: Any) -> dict[str, Any]:
        """The whole answer, extensions aside."""
        reply = await self.executor.execute(Request(query, variables, viewer=viewer))
        answer: dict[str, Any] = orjson.loads(reply.body)
        answer.pop("extensions", None)
        self.status = reply.status
        return answer

    def viewer(self, role: str) -> Viewer:
        return Viewer(Rol[role], key=None if role == "OPENBAAR" else "sleutel")

    async def data(self, query: str, viewer: Viewer = BUREAU, **variables: Any) -> Any:
        answer = await self(query, viewer, **variables)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]
