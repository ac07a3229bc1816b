"""A read as data: which rows, in which order, which values of each. `cypher.py` turns it into text.

    Value      what one row yields: Prop, EdgeProp, Sub, Total, Tally, Different, Found, Case, Joined, …
    Source     where rows come from: Scan, Seek, Among, Hop, Facts, Same, Worded, Ranked
    Condition  which rows stay: Test, Missing, Is, All, Either, Not, Found
    Rows       source + condition + order + page + values

Everything is immutable and compares by content, so equal parts of one operation are read once.
A `Param` is a value that is bound when the query runs; it never enters the text.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import TypeAlias


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
class Joined:
    """Texts glued together, nulls as empty: a sort key."""

    parts: "tuple[Value, ...]"


@dataclass(frozen=True, slots=True)
class Filled:
    """A value with a constant in place of null, so that nulls sort last."""

    value: "Value"
    fill: int | str


@dataclass(frozen=True, slots=True)
class Sub:
    """The rows below this one, as a list of lists."""

    rows: "Rows"


@dataclass(frozen=True, slots=True)
class Far:
    """A value of the one thing at the end of a hop, or null."""

    source: "Hop"
    value: "Value"


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows there are; with `once`, how many different nodes."""

    source: "Source"
    where: "Condition"
    once: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Whether there are rows: a value and a condition."""

    source: "Source"
    where: "Condition"


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first characters of a text."""

    value: "Value"
    length: int


@dataclass(frozen=True, slots=True)
class Key:
    """What rows are counted by: a value of the row's node, each item of a list, or a value at the end of a hop."""

    value: "Value"
    label: "Value | None" = None
    hop: "Hop | None" = None
    many: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many different nodes there are per combination of keys, most first.

    Rows of `[keys, labels, count, mean]`; `optional` counts nodes without a key as well, under null.
    """

    source: "Source"
    where: "Condition"
    keys: tuple[Key, ...]
    limit: Param
    optional: bool = False
    mean: "Value | None" = None


@dataclass(frozen=True, slots=True)
class Different:
    """How many different combinations of keys there are: the rows that a Tally would have without its limit."""

    source: "Source"
    where: "Condition"
    keys: tuple[Key, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """Different values per label of the node: a list of values, or null when no label fits."""

    branches: "tuple[tuple[str, tuple[Value, ...]], ...]"


Value: TypeAlias = (
    Prop
    | EdgeProp
    | EdgeType
    | Kind
    | Closeness
    | Wholeness
    | Joined
    | Filled
    | Beginning
    | Sub
    | Far
    | Total
    | Tally
    | Different
    | Found
    | Case
)


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
class Worded:
    """What shares a word with a question and is such: `term` for the full text, `words` for `matching.found`."""

    term: Param
    words: Param
    such: "Condition"


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best of them, measured: rows have a Closeness and a Wholeness. `stems` is for `matching.ranked`."""

    found: Worded
    stems: Param


Source: TypeAlias = Scan | Seek | Among | Hop | Facts | Same | Worded | Ranked


@dataclass(frozen=True, slots=True)
class Test:
    """`value op param`; operators are those of `cypher.OPERATORS`."""

    value: Value
    operator: str
    param: Param


@dataclass(frozen=True, slots=True)
class Missing:
    """The value is null (or, with `not`, is not)."""

    value: Value


@dataclass(frozen=True, slots=True)
class Is:
    """The node carries one of these labels."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; without parts: always true."""

    parts: "tuple[Condition, ...]" = ()


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds; without parts: never true."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold. A comparison with null counts as not holding."""

    part: "Condition"


Condition: TypeAlias = Test | Missing | Is | All | Either | Not | Found
ALWAYS = All()


@dataclass(frozen=True, slots=True)
class Order:
    """One sort key."""

    value: Value
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of values. With `order` the order is total: the last key is unique.

    `once` keeps a node that several relationships lead to once.
    """

    source: Source
    values: tuple[Value, ...]
    where: Condition = ALWAYS
    order: tuple[Order, ...] = ()
    limit: Param | None = None
    once: bool = False
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Rows nest, and each is a key at every level above it: worked out once, or the cost grows with the square.
        key = (self.source, self.values, self.where, self.order, self.limit, self.once)
        object.__setattr__(self, "_hash", hash(key))

    def __hash__(self) -> int:
        return self._hash
