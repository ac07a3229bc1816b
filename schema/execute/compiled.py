"""One compiled shape of an operation: everything to answer it with other values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.cypher.text import Statement
from graph.engine.store import Store
from schema.compile.lookups import Part
from schema.compile.stages import Nested
from schema.refusals import Refused
from schema.request.binding import Binding
from schema.response.projector import Project


@dataclass(frozen=True)
class LookUp:
    """A root field that is worked out first: response key, name, traced arguments, and how to fill the answer."""

    key: str
    name: str
    arguments: Mapping[str, Any]
    part: Part
    ways: bool


@dataclass(frozen=True)
class Plan:
    """One compiled shape of an operation."""

    statements: tuple[Statement, ...]
    names: tuple[tuple[str, ...], ...]
    bind: Binding
    project: Project
    cost: Callable[[list[Any]], tuple[int, int, int]]
    lookups: tuple[LookUp, ...]
    places: int
    introspection: tuple[str, ...]
    subqueries: int
    laters: tuple[Nested, ...] = ()
    later: frozenset[str] = frozenset()
    """The response keys that the statements leave open: look-ups, and what is about the schema."""
    filtered: frozenset[str] = frozenset()
    """The response keys of lists that a filter may have emptied."""
    forgiving: bool = False
    """Whether its answer is completed by the book (`schema.execute.nulls`)."""
    withholds: bool = False
    """Whether it asks for what its role may not read."""
    steps: "tuple[Plan, ...] | None" = None
    """Of an operation that writes: the plan of each of its fields, in order; then this one has nothing of its own."""
    together: bool = False
    """Whether all of those have to be done, or none."""

    def parameters(self, bound: Sequence[Any]) -> list[dict[str, Any]]:
        """The parameters of each statement, from the bound values in order."""
        values = iter(bound)
        return [{name: next(values) for name in names} for names in self.names]


def in_order(steps: Sequence[Plan], together: bool) -> Plan:
    """The plan of an operation that writes: what it does one after another."""
    return Plan(
        tuple(statement for step in steps for statement in step.statements), (), Binding((), ()),
        lambda row, bound, later: {}, lambda bound: (0, 0, 0), (), 0, (), sum(step.subqueries for step in steps),
        forgiving=any(step.forgiving for step in steps), withholds=any(step.withholds for step in steps),
        steps=tuple(steps), together=together,
    )  # fmt: skip


def explained(plan: Plan, bound: list[Any], store: Store, took: float, known: bool) -> dict[str, Any]:
    """What was compiled: the statements, as one text and apart, and their parameters; and what was sent."""
    texts, sent = [s.text for s in plan.statements], store.sent or []
    return {
        "statement": "\n".join(texts),
        "statements": texts,
        "parameters": plan.parameters(bound),
        "verstuurd": [each.text for each in sent],
        "planBekend": known,
        "databaseMs": round(sum(each.took for each in sent) * 1000, 3),
        "totaalMs": round(took * 1000, 3),
    }


def usable(made: Plan | Refused) -> Plan:
    """The plan, where it is not refused; raises Refused."""
    if isinstance(made, Refused):
        raise made.with_traceback(None)
    return made
