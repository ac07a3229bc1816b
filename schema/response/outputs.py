"""The shape of a response, as the compiler describes it: a tree of Out values that say where each value stands.

    Scalar   one value                     Obj      an object, from values of the same row
    Const    always the same               One      at most one row         Page     a connection
    TypeName the type of an abstract thing Branch   one object per type     Placed   things by id, in a given order
    Records  stored JSON texts             Fixed    a list the document fixes
    Counts   counts per group              Later    worked out after the read
    Worked   what a function makes of it   Every    whether all of these hold

`schema.response.projector` turns the tree into the function that fills it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.cypher.atoms import Param
from graph.cypher.query import Case, Sub, Value

PERSON = "Persoon"
"""The type of which is counted how many an answer shows."""


@dataclass(frozen=True)
class Scalar:
    """`whole`: a number that has to fit in GraphQL's Int. `web`: an address, shown only when it is one."""

    value: Value
    required: bool = False
    many: bool = False
    whole: bool = False
    web: bool = False


@dataclass(frozen=True)
class Const:
    value: Any


@dataclass(frozen=True)
class Withheld:
    """Stands where a value would be that may not be read; becomes null and an error with this message."""

    message: str


@dataclass(frozen=True)
class TypeName:
    """The type name by the prefix of the id."""

    id: Value
    names: Mapping[str, str] = field(hash=False, compare=False)


@dataclass(frozen=True)
class Obj:
    fields: tuple[tuple[str, "Out"], ...]
    kind: str = field(default="", compare=False)


Recorded = tuple[str, str | None, str, bool, tuple[str, ...] | None]
"""Response key, stored key or None for the type name, type name, required, and the list of names it is one of."""


@dataclass(frozen=True)
class Records:
    """A list of JSON texts; `keys` say what is shown of each.

    `web` are the stored keys of addresses; a record in which one of them is none is not shown.
    """

    value: Value
    keys: tuple[Recorded, ...]
    web: tuple[str, ...] = ()


@dataclass(frozen=True)
class One:
    """`unique`: a second row is a refusal with this message, unless it has a value for `unless`."""

    sub: Sub
    item: "Out"
    required: bool = False
    unique: str = ""
    unless: Value | None = None


@dataclass(frozen=True)
class Placed:
    """Things by id, in the order of a list of ids (the value of `ids`); `parts` read one kind of id each."""

    parts: tuple[tuple[Sub, Value, "Out"], ...]
    ids: Param


@dataclass(frozen=True)
class Cursor:
    """A cursor from the sort keys; `write` signs them."""

    keys: tuple[Value, ...]
    write: Callable[[list[Any]], str] = field(hash=False, compare=False)


@dataclass(frozen=True)
class Shown:
    """A field of a connection that shows its rows, each as `item`: edges or nodes."""

    key: str
    item: "Out"


@dataclass(frozen=True)
class Info:
    """pageInfo: (response key, field name) of what is asked of it."""

    key: str
    wanted: tuple[tuple[str, str], ...]

    @property
    def has_cursors(self) -> bool:
        return any(name in ("startCursor", "endCursor") for _, name in self.wanted)


@dataclass(frozen=True)
class Beside:
    """A field of a connection that is not about the rows of the page: a total, facets, the name of the type."""

    key: str
    out: "Out"


PageField = Shown | Info | Beside


@dataclass(frozen=True)
class Page:
    """A connection. With an Info, the rows are one more than the page, so that we know whether there is a next one."""

    sub: Sub | None
    size: Param
    backward: bool
    continued: bool
    cursor: Cursor | None
    fields: tuple[PageField, ...]


@dataclass(frozen=True)
class Branch:
    """An abstract thing: an object per id prefix; `own` are the values that only its type has."""

    id: Value
    case: Case | None
    kinds: tuple[tuple[str, str, Obj], ...]


@dataclass(frozen=True)
class Fixed:
    """A list of which the document says what is in it."""

    items: tuple["Out", ...]


@dataclass(frozen=True)
class Counts:
    """Counts per group: `read` makes an object of each row `[keys, labels, count, mean]`."""

    value: Value
    read: Callable[[Any], Any] = field(hash=False, compare=False)


@dataclass(frozen=True)
class Worked:
    """What `read` makes of the value of `param`, if there is one, and of these values."""

    values: tuple[Value, ...]
    read: Callable[..., Any] = field(hash=False, compare=False)
    param: Param | None = None


@dataclass(frozen=True)
class Every:
    """Whether all of these hold."""

    values: tuple[Value, ...]


@dataclass(frozen=True)
class Later:
    """Worked out after the read: the number of the deferred field, and what it starts from (the id of its thing)."""

    number: int
    of: "Out"


Out = (
    Later
    | Scalar
    | Const
    | Worked
    | Every
    | Fixed
    | Counts
    | TypeName
    | Obj
    | Records
    | One
    | Placed
    | Cursor
    | Page
    | Branch
)
