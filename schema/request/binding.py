"""From coerced arguments to parameters: which value a Param gets when a compiled plan runs.

Variables are traced first: a leaf becomes a Slot (its path), so that a plan can be reused with other values. What
decides the text — null or not, booleans, single enum values, which fields of an input object are there, the kind of
an id — is the shape of the variables and part of the plan's key.

    Bind(source, how, extra)   the key of a Param: take the source's value and apply HOW[how]
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from graphql import GraphQLInputType, get_named_type, is_enum_type, is_input_object_type, is_list_type, is_non_null_type

from graph.cypher.atoms import Param
from graph.cypher.relevance import names, sought
from graph.domain.first_spelling import present
from graph.dutch.collation import fold
from graph.dutch.spelling import read
from graph.search.find import lucene
from schema.refusals import Refused, bad_input
from schema.request.cursors import Cursors

T = TypeVar("T")
Variables = Mapping[str, Any]
LONGEST_TERM = 2_000
"""Characters of a text that is compared or looked up: folding one letter can give eighteen."""
MOST_VALUES = 1_000
"""Values in one list of a filter."""
NO_WORDS = "x"
"""What is asked of the full text, which wants a word, when there is none in the question; then no hit holds one."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A leaf of the variables, by path."""

    path: tuple[str | int, ...]

    def get(self, variables: Variables) -> Any:
        value: Any = variables
        for key in self.path:
            value = value[key]
        return value


@dataclass(frozen=True, slots=True)
class Const:
    """A value of the document; lists as tuples."""

    value: Hashable

    def get(self, variables: Variables) -> Any:
        return list(self.value) if isinstance(self.value, tuple) else self.value


@dataclass(frozen=True, slots=True)
class Several:
    """A list that mixes values of the document and variables."""

    parts: "tuple[Source, ...]"

    def get(self, variables: Variables) -> Any:
        return [p.get(variables) for p in self.parts]


Source = Slot | Const | Several


@dataclass(frozen=True, slots=True)
class Bind:
    """What a Param stands for."""

    source: Source
    how: str = "same"
    extra: Hashable = None


def source(value: object) -> Source:
    """The source of a traced argument value."""
    if isinstance(value, Slot):
        return value
    if isinstance(value, list):
        parts = tuple(source(v) for v in value)
        if all(isinstance(p, Const) for p in parts):
            return Const(tuple(p.value for p in parts if isinstance(p, Const)))
        return Several(parts)
    return Const(value)


def param(value: object, how: str = "same", extra: Hashable = None) -> Param:
    """A Param for a traced argument value."""
    return Param(Bind(source(value), how, extra))


@dataclass(frozen=True)
class Limits:
    """What a page may be; `cursors` reads the positions in a list."""

    cursors: Cursors
    page: int = 25
    most: int = 100


def page_size(value: int | None, extra: tuple[str, int | None, int], limits: Limits) -> int:
    """`extra`: (argument name, default, how many more to read)."""
    name, default, more = extra
    size = (limits.page if default is None else default) if value is None else value
    if not 0 <= size <= limits.most:
        raise bad_input(f"`{name}` is {size}; geef een getal van 0 tot en met {limits.most}")
    return size + more


def _cursor(value: str, extra: tuple[str, int, int], limits: Limits) -> Any:
    """`extra`: (signature, position of the key, number of keys)."""
    signature, position, count = extra
    return limits.cursors.read(value, signature, count)[position]


def _fold(value: str, extra: None, limits: Limits) -> str:
    folded = fold(_short(value))
    if value and not folded:  # or it would be in every name
        raise bad_input(f"Namen vergelijken we zonder leestekens; van {value[:20]!r} blijft dan niets over")
    return folded


def _fold_each(value: Sequence[str], extra: None, limits: Limits) -> list[str]:
    return [fold(_short(v)) for v in _several(value, extra, limits)]


def _several(value: Sequence[T], extra: None, limits: Limits) -> list[T]:
    if len(value) > MOST_VALUES:
        raise bad_input(f"Een lijst in een filter heeft {len(value)} waarden; geef er hoogstens {MOST_VALUES}")
    return list(value)


def _short(value: str, name: str = "tekst") -> str:
    if len(value) > LONGEST_TERM:
        raise bad_input(f"`{name}` heeft {len(value)} tekens; hoogstens {LONGEST_TERM} mag")
    return value


def _next_day(value: str, extra: None, limits: Limits) -> str:
    try:
        return (date.fromisoformat(value) + timedelta(days=1)).isoformat()
    except OverflowError:
        return value + "~"


def _moment(value: str, extra: None, limits: Limits) -> str:
    """A moment as it is stored: in UTC, to the millisecond. What says no zone is in UTC."""
    try:
        found = datetime.fromisoformat(value)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="milliseconds")
    except (OverflowError, ValueError):
        return value


def _year(value: int, extra: None, limits: Limits) -> str:
    """A year as the text it is compared with; what is no year comes before the first or after the last."""
    return f"{value:04}" if 0 <= value <= 9999 else "" if value < 0 else "~"


def _upwards(value: str, extra: tuple[str, ...], limits: Limits) -> list[str]:
    """`extra`: the ladder from low to high, without what never counts."""
    ladder = list(extra)
    return ladder[ladder.index(value) :] if value in ladder else [value]


def _id(value: str, extra: str, limits: Limits) -> str:
    return f"{extra}:{value}"


def _ids(value: Sequence[str], extra: None, limits: Limits) -> list[str]:
    if len(value) > limits.most:
        raise bad_input(f"`ids` heeft {len(value)} sleutels; geef er hoogstens {limits.most}")
    return list(value)


def _ids_of(value: Sequence[str], extra: tuple[str, ...], limits: Limits) -> list[str]:
    """`extra`: how the ids of some kinds of things begin; those of others need not be looked for among them."""
    return [each for each in value if present(each).partition(":")[0] in extra]


def _full_text(value: str, extra: None, limits: Limits) -> str:
    return lucene(_short(value, "term"), read(value)) or NO_WORDS


HOW: Mapping[str, Callable[[Any, Any, Limits], Any]] = {
    "same": lambda value, extra, limits: value,
    "fold": _fold,
    "fold each": _fold_each,
    "several": _several,
    "page": page_size,
    "cursor": _cursor,
    "next day": _next_day,
    "upwards": _upwards,
    "moment": _moment,
    "year": _year,
    "id": _id,
    "ids": _ids,
    "ids of": _ids_of,
    "full text": _full_text,
    "words": lambda value, extra, limits: sought(read(_short(value, "term"))),
    "stems": lambda value, extra, limits: names(read(_short(value, "term"))),
}


Get = Callable[[Variables, Limits], Any]


def binder(key: Bind) -> Get:
    """A function from variables to the value of a Param."""
    get, how, extra = key.source.get, HOW[key.how], key.extra
    if key.how == "same":
        return lambda variables, limits: get(variables)
    return lambda variables, limits: how(get(variables), extra, limits)


@dataclass(frozen=True)
class Binding:
    """The values of all Params: what the document fixes is worked out once, `varying` (by place) for each request."""

    fixed: tuple[Any, ...]
    varying: tuple[tuple[int, Get], ...]

    def __call__(self, variables: Variables, limits: Limits) -> list[Any]:
        values = list(self.fixed)
        for place, get in self.varying:
            values[place] = get(variables, limits)
        return values


def binding(keys: Sequence[Bind], limits: Limits) -> Binding:
    """The binding of these Params, in order. What is refused stays varying, so that each request hears it."""
    fixed: list[Any] = []
    varying: list[tuple[int, Get]] = []
    for place, key in enumerate(keys):
        get, value = binder(key), None
        try:
            known = isinstance(key.source, Const)
            value = get({}, limits) if known else None
        except Refused:
            known = False
        fixed.append(value)
        if not known:
            varying.append((place, get))
    return Binding(tuple(fixed), tuple(varying))


def trace(value: Any, kind: GraphQLInputType, path: tuple[str | int, ...]) -> Any:
    """The traced form of a coerced variable."""
    if is_non_null_type(kind):
        return trace(value, kind.of_type, path)
    if value is None or isinstance(value, bool):
        return value
    if is_list_type(kind):
        if is_input_object_type(get_named_type(kind)):
            return [trace(v, kind.of_type, (*path, i)) for i, v in enumerate(value)]
        return list(value) if is_enum_type(get_named_type(kind)) else Slot(path)
    if is_input_object_type(kind):
        return {k: trace(v, kind.fields[k].type, (*path, k)) for k, v in value.items()}
    return value if is_enum_type(kind) else Slot(path)


def shape(value: Any, kind: GraphQLInputType, id_kind: Callable[[str], str]) -> Hashable:
    """What of a coerced variable decides the text of the statement."""
    if is_non_null_type(kind):
        kind = kind.of_type
    if value is None or isinstance(value, bool):
        return value
    if is_list_type(kind):
        if is_input_object_type(get_named_type(kind)):
            return tuple(shape(v, kind.of_type, id_kind) for v in value)
        return tuple(value) if is_enum_type(get_named_type(kind)) else "list"
    if is_input_object_type(kind):
        return tuple((k, shape(v, kind.fields[k].type, id_kind)) for k, v in value.items())
    if is_enum_type(kind):
        return str(value)
    return id_kind(value) if getattr(kind, "name", "") == "ID" else "leaf"
