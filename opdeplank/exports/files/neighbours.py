"""An answer as a graph: every thing in it, and which thing stands under which.

    {"id": "oplossing:a", "themas": {"nodes": [{"id": "thema:b", "naam": "Jeugd"}]}}

    Seen("oplossing:a"), Seen("thema:b"), Tie("oplossing:a", "Oplossing", "themas", "thema:b")

What has no id of its own (a reason, a count) is part of what it stands under, and is named after its place there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph.domain.provenance import MODEL
from opdeplank.exports.files.parts import Part, Thing


@dataclass(frozen=True)
class Tie:
    """`kind` is the type of its source; `said` is what the edge itself says."""

    source: str
    kind: str
    name: str
    target: str
    parts: tuple[Part, ...] = ()
    said: Thing = field(default_factory=dict)


@dataclass(frozen=True)
class Seen:
    """A thing with its own values; `own` is False for what is only part of another thing."""

    key: str
    kind: str
    parts: tuple[Part, ...]
    thing: Thing
    own: bool = True

    def values(self) -> Iterator[tuple[Part, Any]]:
        """What is said of it: values, and how many there are of what stands around it."""
        yield from told(self.parts, self.thing)


def told(parts: tuple[Part, ...], thing: Thing) -> Iterator[tuple[Part, Any]]:
    for part in parts:
        value = thing.get(part.key)
        if part.leaf and not part.count and value not in (None, [], ""):
            yield part, value


def walk(part: Part, value: Any, above: str, places: Iterator[int]) -> Iterator[Seen | Tie]:
    """The things in a value that stands at the root; those without an id are named by `above` and their place."""
    for thing, edge in part.each(value):
        key = str(thing.get("id") or within(above, f"{part.key}-{next(places)}"))
        yield from _thing(part, key, thing)
        if part.edge and edge:
            yield Seen(within(key, part.key), "Relatie", part.edge, edge, own=False)


def _thing(part: Part, key: str, thing: Thing) -> Iterator[Seen | Tie]:
    own = bool(thing.get("id"))
    kind = kind_of(key, part.kind) if own else part.kind
    yield Seen(key, kind, part.parts, thing, own)
    for inner in part.parts:
        if inner.leaf:
            continue
        for number, (other, edge) in enumerate(inner.each(thing.get(inner.key)), 1):
            at = str(other.get("id") or within(key, f"{inner.key}-{number}"))
            yield from _thing(inner, at, other)
            yield Tie(key, kind, inner.name, at, inner.edge, edge)


def within(key: str, place: str) -> str:
    """What is part of another thing is named behind one hash, however deep it stands."""
    return f"{key}{'.' if '#' in key else '#'}{place}"


def kind_of(key: str, otherwise: str) -> str:
    """The type of a thing by its id: a list of partijen holds gemeenten and others."""
    node = MODEL.by_prefix(key)
    return node.name if node is not None else otherwise
