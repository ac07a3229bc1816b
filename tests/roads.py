"""Every road to every list in pages, read from the printed schema.

A road begins at things that are asked by id, or at a root field, follows at most one field of them, and ends at the
list. With interfaces and fragments in between, one list is reached in many ways:

    nodes(ids: $ids) { ... on Traject { deelnemers(first: 20) { nodes { ... on Partij { trajecten(first: …) } } } } }
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_required_argument,
)

from schema.fields.deferred import BY_FIELD
from tests.plain.resolvers import schema

Kind = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType
WORKED_OUT = {name for _, name in BY_FIELD}
"""Fields that cost a look-up for each thing: a few things will do."""
MANY, FEW = 40, 3
ARGUMENTS = {
    "zoek": 'term: "zorg schuld jeugd wonen"',
    "pasklaar": 'invoer: { vraag: { omschrijving: "schuld en zorg voor jeugd" } }',
    "paden": 'van: "gemeente:gm0344", naar: "traject:p00", first: 5',
    "suggesties": 'term: "zorg"',
    "gemeente": 'sleutel: { code: "GM0344" }',
    **dict.fromkeys(("traject", "knelpunt", "oplossing"), 'sleutel: { slug: "p00" }'),
    "thema": 'sleutel: { slug: "leven" }',
}
"""Of fields that cannot do without, when they are a root."""


@dataclass(frozen=True)
class Step:
    """A field with the key of its answer, or a fragment, which has no key."""

    text: str
    key: str = ""


@dataclass(frozen=True)
class Road:
    """`start` are the types of the things it begins at, none when it begins at a root field."""

    list: str
    start: tuple[str, ...]
    steps: tuple[Step, ...]
    backward: bool
    few: bool

    @property
    def query(self) -> str:
        variables = "$first: Int, $after: String" + ", $last: Int, $before: String" * self.backward
        ids = "$ids: [ID!]!, " if self.start else ""
        inner = "{ edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }"
        for step in reversed(self.steps):
            inner = f"{{ {step.text} {inner} }}"
        return f"query ({ids}{variables}) {inner}"

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(step.key for step in self.steps if step.key)

    def __str__(self) -> str:
        return f"{self.list} by {' '.join(step.text for step in self.steps)}"


def roads() -> list[Road]:
    """All of them, in a fixed order."""
    return [road for kind, name, found in lists() for road in _to(kind, name, found)]


def lists() -> Iterator[tuple[Kind, str, GraphQLField]]:
    """The fields that give a list in pages."""
    for kind in schema().type_map.values():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            yield from ((kind, name, found) for name, found in kind.fields.items() if paged(found))


def paged(found: GraphQLField) -> bool:
    kind = get_named_type(found.type)
    return isinstance(kind, GraphQLObjectType) and "pageInfo" in kind.fields


def _to(kind: Kind, name: str, found: GraphQLField) -> Iterator[Road]:
    pages = ["first: $first", "after: $after", *(["last: $last", "before: $before"] if "last" in found.args else [])]
    own = f"{kind.name}.{name}"
    if kind is schema().query_type:
        given = ", ".join([*([ARGUMENTS[name]] if name in ARGUMENTS else []), *pages])
        yield Road(own, (), (Step(f"{name}({given})", name),), "last" in found.args, False)
        return
    end = (Step(f"... on {kind.name}"), Step(f"{name}({', '.join(pages)})", name))
    for start, steps in _starts(kind):
        few = bool({name, *(step.key for step in steps)} & WORKED_OUT)
        begin = (Step("nodes(ids: $ids)", "nodes"),) if start else ()
        made = tuple(Step(step.text.replace("MOST", str(FEW if few else MANY)), step.key) for step in steps)
        yield Road(own, start, (*begin, *made, *end), "last" in found.args, few)


def _starts(wanted: Kind) -> Iterator[tuple[tuple[str, ...], tuple[Step, ...]]]:
    """Where to begin and what to follow, to come where the wanted type can be."""
    goal = _types(wanted)
    if _is_thing(wanted):
        yield tuple(sorted(goal)), ()
    for kind in schema().type_map.values():
        root = kind is schema().query_type
        if isinstance(kind, GraphQLObjectType) and (root or _is_thing(kind)):
            for name, found in kind.fields.items():
                if root and name in ("node", "nodes"):
                    continue
                for steps, reached in _follow(name, found, ARGUMENTS if root else {}, ()):
                    if _types(reached) & goal:
                        yield ((), steps) if root else ((kind.name,), (Step(f"... on {kind.name}"), *steps))


def _follow(
    name: str, found: GraphQLField, known: dict[str, str], seen: tuple[str, ...]
) -> Iterator[tuple[tuple[Step, ...], Kind]]:
    """The steps of a field, down to a type of things, and what it passes on the way."""
    kind = get_named_type(found.type)
    if any(is_required_argument(a) for a in found.args.values()) and name not in known:
        return
    if not isinstance(kind, Kind) or kind.name in seen:
        return
    given = [known[name]] if name in known else []
    given += ["first: MOST"] if "first" in found.args and "first" not in known.get(name, "") else []
    step = Step(f"{name}({', '.join(given)})" if given else name, name)
    yield (step,), kind
    if _is_thing(kind):
        return
    assert not isinstance(kind, GraphQLUnionType)
    for inner, below in kind.fields.items():
        for steps, reached in _follow(inner, below, {}, (*seen, kind.name)):
            yield (step, *steps), reached


def _is_thing(kind: Kind) -> bool:
    return isinstance(kind, GraphQLUnionType) or schema().get_type("Node") in (kind, *kind.interfaces)


def _types(kind: Kind) -> set[str]:
    return {kind.name} if isinstance(kind, GraphQLObjectType) else {t.name for t in schema().get_possible_types(kind)}


def places(data: Any, path: Sequence[str], so_far: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Any]]:
    """Each connection that stands at the path, with the indices in the lists on the way."""
    if isinstance(data, list):
        for i, item in enumerate(data):
            yield from places(item, path, (*so_far, i))
    elif data is not None and not path:
        yield so_far, data
    elif data:  # an object of another type has no such field
        yield from places(data.get(path[0]), path[1:], so_far)
