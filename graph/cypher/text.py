"""Pieces of Cypher: how they are put together, and how names and patterns become text."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.cypher.atoms import Param, Step
from graph.cypher.query import Value

SLOT = "\0"


class Text(NamedTuple):
    """A piece of Cypher with a SLOT per parameter, the parameters in order, and the number of subqueries in it."""

    text: str
    params: tuple[Param, ...] = ()
    subqueries: int = 0


class At(NamedTuple):
    """Where we are: variable of the row's node, of its relationship, and the depth of nesting."""

    node: str
    edge: str
    depth: int
    lifted: "Mapping[Value, str] | None" = None

    def inside(self) -> "At":
        """One deeper: the row of a subquery."""
        depth = self.depth + 1
        return At(f"n{depth}", f"r{depth}", depth)


def escape(name: str) -> str:
    """A name from the model as Cypher text; the only road from a name to text."""
    return name if name.isidentifier() and name.isascii() else "`" + name.replace("`", "``") + "`"


def by_id(variable: str, label: str, value: str) -> str:
    """A pattern for the node with this id, where a statement looks up many. Neo4j goes by samples of its indexes, which
    lag behind a large load: without the hint it then reads every node of the label, for each of them."""
    return f"({variable}:{escape(label)} {{id: {value}}}) USING INDEX {variable}:{escape(label)}(id)"


def join(parts: Sequence[Text], separator: str, before: str = "", after: str = "") -> Text:
    return Text(
        before + separator.join(p.text for p in parts) + after,
        tuple(param for p in parts for param in p.params),
        sum(p.subqueries for p in parts),
    )


def arrow(step: Step, edge: str) -> str:
    types = "|".join(escape(t) for t in step.types)
    repeat = f"*0..{step.repeat}" if step.repeat else ""
    inner = f"[{edge}:{types}{repeat}]"
    return f"-{inner}->" if step.forward else f"<-{inner}-"


def pattern(steps: Sequence[Step], label: str, at: At, to: At, edge: bool, anonymous: bool) -> str:
    """The relationships to follow, from the node at `at` to the one at `to`."""
    text = f"({at.node})"
    for i, step in enumerate(steps):
        last = i == len(steps) - 1
        text += arrow(step, to.edge if edge and last else "")
        far = "" if anonymous and not label else to.node
        text += f"({far}{':' + escape(label) if label else ''})" if last else "()"
    return text
