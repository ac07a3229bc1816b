"""The one fake: a store that answers what it is told to, for faults that a real database does not give on request."""

from collections.abc import Mapping
from typing import Any, cast

from graph.engine.clauses import Spent
from graph.engine.store import Store
from graph.errors import StoreError, StoreUnavailable
from graph.trust import Trust


class FakeStore:
    engine = "neo4j"
    caller: str | None = None
    sent: list[Any] | None = None

    def __init__(self, answer: list[list[Any]] | StoreError | None = None) -> None:
        self.answer = StoreUnavailable() if answer is None else answer
        self.asked: list[str] = []
        self.trust, self.spent = Trust(), Spent()

    @property
    def whole(self) -> "FakeStore":
        return self

    def operation(self, seconds: float, caller: str | None = None, shown: bool = False) -> "FakeStore":
        return self

    def in_turn(self) -> "FakeStore":
        return self

    async def rows(self, text: str, parameters: Mapping[str, Any], timeout: float | None = None) -> list[list[Any]]:
        self.asked.append(text)
        self.spent.add(0.0)
        if isinstance(self.answer, StoreError):
            raise self.answer
        return self.answer

    async def read(self, text: str, parameters: Mapping[str, Any], timeout: float | None = None) -> list[Any] | None:
        rows = await self.rows(text, parameters, timeout)
        return rows[0] if rows else None

    async def ping(self) -> None:
        await self.rows("RETURN 1", {})

    def as_store(self) -> Store:
        return cast(Store, self)
