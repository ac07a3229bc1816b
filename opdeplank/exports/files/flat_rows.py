"""Things as rows of a table: a column for each value that is asked, also of what stands around a thing.

    {"titel": "Fonds", "themas": {"aantal": 2, "nodes": [{"naam": "Armoede"}, {"naam": "Jeugd"}]}}

    titel   themas.aantal   themas.naam
    Fonds   2               Armoede | Jeugd

More values in one cell stand in the order of the answer, with a bar between them.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from opdeplank.exports.files.parts import Part, Thing

BETWEEN = " | "
Get = Callable[[Thing, Thing], Any]
"""The value of a column for a thing and its edge."""


@dataclass(frozen=True)
class Column:
    """`kind` is the type of its values, `String` for those of which more may stand in one cell."""

    name: str
    kind: str
    get: Get


def columns(part: Part) -> tuple[Column, ...]:
    """The columns of the things in a part, what an edge says of them last."""
    found = [*_below(part.parts, "", _thing), *_below(part.edge, "", _edge)]
    seen: Counter[str] = Counter()
    unique = []
    for column in found:
        seen[column.name] += 1
        again = f"{column.name}.{seen[column.name]}" if seen[column.name] > 1 else column.name
        unique.append(Column(again, column.kind, column.get))
    return tuple(unique)


def rows(part: Part, of: Sequence[Column], value: Any) -> Iterator[list[Any]]:
    """A row for each thing in a value of this part."""
    getters = [column.get for column in of]
    for thing, edge in part.each(value):
        yield [get(thing, edge) for get in getters]


def _thing(thing: Thing, edge: Thing) -> Thing:
    return thing


def _edge(thing: Thing, edge: Thing) -> Thing:
    return edge


Whose = Callable[[Thing, Thing], Thing]


def _below(parts: Sequence[Part], before: str, whose: Whose) -> Iterator[Column]:
    for part in parts:
        name = f"{before}{part.key}"
        if part.count:
            yield Column(f"{name}.aantal", "Int", _counted(whose, part.key, part.count))
            if part.leaf:
                continue
        if part.leaf:
            kind = "String" if part.many else part.kind
            yield Column(name, kind, _listed(whose, part.key) if part.many else _value(whose, part.key))
        else:
            yield from _deeper(part, name, whose)


def _deeper(part: Part, name: str, whose: Whose) -> Iterator[Column]:
    """The columns of what stands around a thing."""
    for inner in _below(part.parts, f"{name}.", _thing):
        kind = "String" if part.many else inner.kind
        yield Column(inner.name, kind, _around(whose, part, inner.get))
    for inner in _below(part.edge, f"{name}.", _edge):
        yield Column(inner.name, "String", _around(whose, part, inner.get))


def _value(whose: Whose, key: str) -> Get:
    if whose is _thing:
        got = itemgetter(key)
        return lambda thing, edge: got(thing) if key in thing else None
    return lambda thing, edge: whose(thing, edge).get(key)


def _counted(whose: Whose, key: str, count: str) -> Get:
    return lambda thing, edge: (whose(thing, edge).get(key) or {}).get(count)


def _listed(whose: Whose, key: str) -> Get:
    return lambda thing, edge: BETWEEN.join(map(str, whose(thing, edge).get(key) or ()))


def _around(whose: Whose, part: Part, get: Get) -> Get:
    """What `get` finds of everything in a part: one value as it is, more of them as one text."""
    if not part.many:

        def one(thing: Thing, edge: Thing) -> Any:
            inner = whose(thing, edge).get(part.key)
            return None if inner is None else get(inner, {})

        return one

    def joined(thing: Thing, edge: Thing) -> str:
        found = (get(inner, of) for inner, of in part.each(whose(thing, edge).get(part.key)))
        return BETWEEN.join("" if each is None else str(each) for each in found)

    return joined
