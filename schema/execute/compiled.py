"""One compiled shape of an operation: everything to answer it with other values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.cypher.text import Statement
from schema.compile.lookups import Part
from schema.compile.stages import Nested
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

    def parameters(self, bound: Sequence[Any]) -> list[dict[str, Any]]:
        """The parameters of each statement, from the bound values in order."""
        values = iter(bound)
        return [{name: next(values) for name in names} for names in self.names]
