"""A read as data: which rows, in which order, which values of each. `graph.cypher.render` turns it into text.

    Value      what one row yields: Prop, EdgeProp, Sub, Total, Tally, Different, Found, Case, Joined, …
    Source     where rows come from: Scan, Seek, Among, Hop, Facts, Same, Named, Tied, Worded, Ranked
    Condition  which rows stay: Test, Missing, Is, Stands, All, Either, Not, Found, When
    Rows       source + condition + order + page + values

Everything is immutable and compares by content, so equal parts of one operation are read once.
A `Param` is a value that is bound when the query runs; it never enters the text. What holds no other part stands in
`graph.cypher.atoms`.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from graph.cypher.atoms import (
    Among,
    Closeness,
    EdgeProp,
    EdgeType,
    Facts,
    Hop,
    Is,
    Kind,
    Named,
    Param,
    Prop,
    Same,
    Scan,
    Seek,
    Stands,
    Tied,
    Wholeness,
)


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
class FirstYear:
    """The first four digits in a row in a text, as in `vanaf 2015`; null when there are none."""

    value: "Value"


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
    | FirstYear
    | Sub
    | Far
    | Total
    | Tally
    | Different
    | Found
    | Case
)


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


Source: TypeAlias = Scan | Seek | Among | Hop | Facts | Same | Named | Tied | Worded | Ranked


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


@dataclass(frozen=True, slots=True)
class When:
    """`then` where the test holds, else `otherwise`. `Either` could say it too, but Neo4j makes a conjunction of
    alternatives of that, and plans what stands beside a list of labels once for each label."""

    test: "Condition"
    then: "Condition"
    otherwise: "Condition"


Condition: TypeAlias = Test | Missing | Is | Stands | All | Either | Not | Found | When
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
