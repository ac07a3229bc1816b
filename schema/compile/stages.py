"""Fields of a thing that are worked out after it is read: what it resembles, what lies ready for it, how it coheres.

The statement leaves a Pending in the answer; then each is looked up, the things it names are read together in a stage
of their own, and filled in. A stage is compiled like any operation, so it may leave Pendings of its own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.cypher.query import Value
from graph.cypher.render import Rendered
from graph.cypher.text import Statement
from schema.compile.frames import Frame
from schema.compile.lookups import Part
from schema.request.binding import Binding, Limits, binding
from schema.response.outputs import Obj, Out
from schema.response.projector import Project, projector

Rendering = Callable[[Iterable[Value]], Rendered]
"""How a read becomes statements: in how many, and for who sees how much."""
MOST = 100
"""Look-ups that one place in an operation may need."""


class Pending:
    """A value that is not known yet; `of` is what it starts from, mostly the id of the thing it belongs to."""

    __slots__ = ("of", "value")

    def __init__(self, of: object) -> None:
        self.of = of
        self.value: Any = None


@dataclass(frozen=True)
class Stage:
    """A read whose values were not known when the operation began: statements, and what they leave pending."""

    statements: tuple[Statement, ...]
    names: tuple[tuple[str, ...], ...]
    bind: Binding
    project: Project
    laters: "tuple[Nested, ...]"
    places: int


@dataclass(frozen=True)
class Nested:
    """A deferred field: its look-up, its traced arguments, how to fill the answer, and the stage that reads for it."""

    owner: str
    name: str
    arguments: Mapping[str, Any]
    part: Part
    stage: Stage
    ways: bool


@dataclass
class Laters:
    """The deferred fields of the stage that is being compiled."""

    found: list[Nested] = field(default_factory=list)


def stage(
    frame: Frame, places: list[Out], laters: list[Nested], limits: Limits, rendering: Rendering, forgiving: bool = False
) -> Stage:
    """Compile the read of a stage."""
    rendered = rendering(frame.values)
    columns = tuple(c for s in rendered.statements for c in s.columns)
    params = [p for s in rendered.statements for p in s.params]
    positions = {p: i for i, p in enumerate(params)}
    shown = Obj(tuple((str(i), place) for i, place in enumerate(places)))
    return Stage(
        rendered.statements,
        tuple(tuple(f"p{i}" for i in range(len(s.params))) for s in rendered.statements),
        binding([p.key for p in params], limits),  # type: ignore[misc]
        projector(shown, columns, rendered.layout, positions, forgiving),
        tuple(laters),
        len(places),
    )


def subqueries(laters: Sequence[Nested]) -> int:
    """How much is asked of the database for these fields, and for those below them."""
    return sum(sum(s.subqueries for s in n.stage.statements) + subqueries(n.stage.laters) for n in laters)


def plain(value: object) -> Any:
    """What orjson writes for a Pending."""
    if isinstance(value, Pending):
        return value.value
    raise TypeError(type(value).__name__)
