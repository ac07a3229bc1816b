"""A store whose reads go through a transaction, for an answer that has to see what was just written."""

from typing import Self

from graph.engine.store import Parameters, Row, Run, Store


class Within(Store):
    """The store of an operation, inside `run`. Errors of the database come out as they are: whoever began the
    transaction decides whether to try it again."""

    def __init__(self, store: Store, run: Run) -> None:
        self.__dict__.update(store.__dict__)
        self.engine, self.sent = store.engine, store.sent
        self._run = run

    async def _rows(self, text: str, parameters: Parameters, timeout: float | None) -> list[Row]:
        return await self._run(text, parameters)

    def in_turn(self) -> Self:
        """It has its connection already."""
        return self
