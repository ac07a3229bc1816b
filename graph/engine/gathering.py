"""A transaction that touches few things: what it writes goes out in one statement, what it looks at comes in one.

A statement costs a round to the database and back, and a mutation as the loader does it would need twenty. Who writes
hands over what to send (`sent`) and goes on; it leaves when an answer is needed, or at the end (`send`). What was read
beforehand (`graph.contents.foreseen`) lies ready for who asks for it by id.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.engine.store import Parameters, Row, Run

ASKS = "RETURN "
"""How a statement begins that only asks, and gives one row."""
PARAMETER = re.compile(r"\$(\w+)")
Properties = Mapping[str, Any]
Counted = Callable[[int], None]


@dataclass(frozen=True)
class Waiting:
    """A statement that was not sent yet; `counted` looks at how many rows it gave."""

    text: str
    parameters: Parameters
    counted: Counted | None


@dataclass
class Start:
    """What the first statement of the transaction found of the graph itself, which nobody else changes until it ends.

    places  the last of all changes, and of those that everybody sees; who takes some, counts on here
    marks   of everybody who was forgotten, with the key they are made with (see `graph.erasure.forgotten`)
    """

    places: tuple[int, int]
    marks: frozenset[str] = frozenset()
    key: bytes = b""


@dataclass
class Gathering:
    """`run` of a transaction, for few things. What was foreseen holds for the graph as it was before anything was
    written. `start` is None while the first statement was not sent (see `graph.upkeep.beginning`)."""

    run: Run
    waiting: list[Waiting] = field(default_factory=list)
    nodes: dict[tuple[str, str], Properties | None] = field(default_factory=dict)
    """By label and id; None for what is not there."""
    edges: dict[tuple[str, str], Properties | None] = field(default_factory=dict)
    """By type and id."""
    start: "Start | None" = None

    async def __call__(self, text: str, parameters: Parameters | None = None) -> list[Row]:
        """A statement whose answer is needed: what waits goes first. A question that gives one row goes along."""
        if self.waiting and text.startswith(ASKS):
            return [await self._send(f", {text.removeprefix(ASKS)}", parameters or {})]
        await self.send()
        return await self.run(text, parameters)

    async def send(self) -> None:
        """Send all that waits, in its order, as one statement."""
        if self.waiting:
            await self._send("", {})

    async def _send(self, asked: str, parameters: Parameters) -> Row:
        """The same; gives the columns that are `asked` besides."""
        waiting, self.waiting = self.waiting, []
        parts, given = [], dict(parameters)
        for number, each in enumerate(waiting):
            own = PARAMETER.sub(rf"$\1_{number}", each.text)
            counts = own if " RETURN " in own else f"{own} RETURN count(*)"
            parts.append(f"CALL {{ {counts} AS w{number} }}")
            given |= {f"{name}_{number}": value for name, value in each.parameters.items()}
        columns = ", ".join(f"w{n}" for n in range(len(parts)))
        [row] = await self.run(f"{' '.join(parts)} RETURN {columns}{asked}", given)
        for each, count in zip(waiting, row, strict=False):
            if each.counted is not None:
                each.counted(count)
        return row[len(waiting) :]

    def known(self, label: str, ids: Iterable[str]) -> dict[str, dict[str, Any]] | None:
        """The nodes among these that are there; None when one of them was not foreseen."""
        wanted = {(label, key) for key in ids}
        if not wanted <= self.nodes.keys():
            return None
        return {key: dict(found) for label, key in wanted if (found := self.nodes[label, key]) is not None}

    def tied(self, name: str, ids: Iterable[str]) -> dict[str, dict[str, Any]] | None:
        """The same for relationships of a type."""
        wanted = {(name, key) for key in ids}
        if not wanted <= self.edges.keys():
            return None
        return {key: dict(found) for name, key in wanted if (found := self.edges[name, key]) is not None}


async def sent(run: Run, text: str, parameters: Parameters, counted: Counted | None = None) -> None:
    """Send a statement that only writes. `counted` is told how many rows it gave, when the text returns a count."""
    if isinstance(run, Gathering):
        run.waiting.append(Waiting(text, parameters, counted))
        return
    rows = await run(text, parameters)
    if counted is not None:
        counted(rows[0][0])
