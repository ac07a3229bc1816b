"""The whole graph in memory: things by id, and what leads from each to each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from graph.domain.provenance import MODEL
from graph.domain.reader import NodeType
from graph.domain.vocabulary import Rol
from graph.engine.store import Store


@dataclass(eq=False)
class Thing:
    kind: NodeType
    values: dict[str, Any]
    out: list["Tie"] = field(default_factory=list)
    into: list["Tie"] = field(default_factory=list)
    facts: list["Thing"] = field(default_factory=list)
    history: list["Thing"] = field(default_factory=list)
    about: "Thing | None" = None
    subject: "Thing | None" = None

    @property
    def id(self) -> str:
        return str(self.values["id"])

    def get(self, name: str) -> Any:
        return self.values.get(name)

    def ties(self, types: Iterable[str], forward: bool) -> list["Tie"]:
        return [t for t in (self.out if forward else self.into) if t.type in types]


@dataclass(eq=False)
class Tie:
    type: str
    source: Thing
    target: Thing
    values: dict[str, Any]
    facts: list[Thing] = field(default_factory=list)

    def far(self, forward: bool) -> Thing:
        return self.target if forward else self.source


@dataclass(repr=False)
class Dump:
    """The things that `role` sees, and who asks."""

    things: dict[str, Thing]
    role: Rol = Rol.ANALIST

    def of(self, kind: str) -> list[Thing]:
        return [t for t in self.things.values() if t.kind.name == kind]


async def read(store: Store) -> Dump:
    labels = {n.label: n for n in MODEL.nodes.values()}
    things: dict[str, Thing] = {}
    for names, values in await store.rows("MATCH (n) WHERE NOT n:Meta RETURN labels(n), properties(n)", {}):
        [kind] = [labels[name] for name in names if name in labels]
        things[values["id"]] = Thing(kind, values)
    for a, name, b, values in await store.rows("MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r)", {}):
        tie = Tie(name, things[a], things[b], values)
        tie.source.out.append(tie)
        tie.target.into.append(tie)
        tie.facts = [things[key] for key in values.get("feiten") or []]
    for thing in things.values():
        thing.facts = [things[key] for key in thing.get("feiten") or []]
        thing.about = things.get(thing.get("ding") or "")
        thing.subject = things.get(thing.get("onderwerp") or "")
        if thing.about:
            thing.about.history.append(thing)
    for thing in things.values():
        thing.history.sort(key=lambda change: str(change.get("volgorde")), reverse=True)
    return Dump(things)
