"""The values one kind of row has to yield, gathered while its selection is compiled."""

from dataclasses import dataclass, field
from typing import TypeVar

from graph.cypher.query import Value
from graph.domain.reader import NodeType, Relation

V = TypeVar("V", bound=Value)


@dataclass
class Frame:
    """A row in the making: the type of its node, the relation it came over, and the values wanted from it.

    `seek` is the label an id was looked up by, when the type itself is open.
    """

    node: NodeType | None
    relation: Relation | None = None
    values: dict[Value, Value] = field(default_factory=dict)
    seek: str = ""

    def want(self, value: V) -> V:
        """The value, once: asking for the same again gives the first one."""
        return self.values.setdefault(value, value)  # type: ignore[return-value]

    def beside(self, node: NodeType | None) -> "Frame":
        """A fresh frame for the same row, seen as another type."""
        return Frame(node, self.relation, seek=self.seek)
