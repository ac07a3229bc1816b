"""The parts of a read that hold no other part: what is bound, what stands on a row, where rows come from.

`graph.cypher.query` puts them together.
"""

from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Param:
    """A value to bind. `key` tells the caller where it comes from; equal keys are the same value."""

    key: Hashable


@dataclass(frozen=True, slots=True)
class Prop:
    """A property of the row's node."""

    name: str


@dataclass(frozen=True, slots=True)
class EdgeProp:
    """A property of the relationship the row came over."""

    name: str


@dataclass(frozen=True, slots=True)
class EdgeType:
    """The type of the relationship the row came over."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What the row's node is, in capitals: the first part of its id."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """How much of the question a Ranked row answers, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Wholeness:
    """How much of the name of a Ranked row the question holds, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Scan:
    """Every node with the label."""

    label: str


@dataclass(frozen=True, slots=True)
class Seek:
    """The node whose unique `property` is `value`; `label` carries the index."""

    label: str
    property: str
    value: Param


@dataclass(frozen=True, slots=True)
class Among:
    """The nodes whose id is in a list."""

    label: str
    ids: Param


@dataclass(frozen=True, slots=True)
class Step:
    """One relationship to follow; `repeat` follows it zero to `repeat` times."""

    types: tuple[str, ...]
    forward: bool
    repeat: int = 0


@dataclass(frozen=True, slots=True)
class Hop:
    """From the row above over relationships; `label` only where the far end could carry several."""

    steps: tuple[Step, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The passages behind the row above: of its node, or of the relationship it came over."""

    of_edge: bool = False


@dataclass(frozen=True, slots=True)
class Same:
    """Nodes of this label whose `name` is the `own` property of the row above: a tie by id instead of an arrow."""

    label: str
    name: str
    own: str


@dataclass(frozen=True, slots=True)
class Is:
    """The node carries one of these labels."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The thing of the domain whose id stands in the `own` property of the row above, before a bar if there is one."""

    own: str


@dataclass(frozen=True, slots=True)
class Tied:
    """What the row above is tied to by one of these relationships, in whatever direction."""

    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stands:
    """The property is one of these words, which are of the model and so enter the text."""

    name: str
    words: tuple[str, ...]
