"""What a load would change, in words, as its history will tell it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from graph.cypher.rows import NodeRow
from graph.domain.reader import Model, NodeType
from loaders.load import changes
from loaders.load.changes import STATUS, Stamp
from loaders.load.difference import Difference
from loaders.proposal.shown import ID

MOST = 500
"""Things that are told one by one."""


@dataclass(frozen=True)
class Line:
    """One field or relation of a thing: what stood there and what comes there."""

    veld: str
    oud: str
    nieuw: str


@dataclass(frozen=True)
class Thing:
    """What happens to one thing."""

    soort: str
    naam: str
    nieuw: bool
    regels: list[Line]


@dataclass
class Told:
    """The things that come and the things that change; `meer` are those that are not told one by one."""

    dingen: list[Thing] = field(default_factory=list)
    meer: int = 0

    @property
    def nieuw(self) -> list[Thing]:
        return [each for each in self.dingen if each.nieuw]

    @property
    def anders(self) -> list[Thing]:
        return [each for each in self.dingen if not each.nieuw]


def told(model: Model, difference: Difference, called: Callable[[str], str]) -> Told:
    """`called` gives the name of what is in the graph already."""
    names = {row.id: name for row in difference.nodes if (name := _name(row))}
    new = {row.id for row in difference.new_nodes()}

    def by_name(key: str) -> str:
        return names.get(key) or called(key)

    lines = changes.told(model, changes.turns_of(difference), Stamp("", "", "", 0))
    found = [_thing(model, line.row.properties, by_name, new) for line in lines]
    found.sort(key=lambda each: (not each.nieuw, each.soort, each.naam.casefold()))
    return Told(found[:MOST], max(0, len(found) - MOST))


def _thing(model: Model, said: Mapping[str, Any], called: Callable[[str], str], new: set[str]) -> Thing:
    key = str(said["ding"])
    node = model.by_prefix(key)
    fields = [{"oud": None, "nieuw": None, **orjson.loads(each)} for each in said["velden"]]
    shown = [each for each in fields if (each["oud"] or each["nieuw"]) and not _goes_without(node, each["veld"])]
    lines = [_line(each, called) for each in shown]
    return Thing(node.name.lower() if node else "ding", called(key), key in new, lines)


def _line(said: Mapping[str, Any], called: Callable[[str], str]) -> Line:
    name = str(said["veld"])
    spoken = name.lower().replace("_", " ") if name.isupper() else _words(name)
    return Line(spoken, _said(said["oud"], called), _said(said["nieuw"], called))


def _said(text: str | None, called: Callable[[str], str]) -> str:
    """Ids as names: `gemeente:gm0344 (functie wethouder)` -> `Utrecht (functie wethouder)`."""
    return ID.sub(lambda found: called(found[0]), text) if text else ""


def _words(name: str) -> str:
    """`gestartOp` -> `gestart op`"""
    return "".join(f" {each.lower()}" if each.isupper() else each for each in name)


def _goes_without(node: NodeType | None, name: str) -> bool:
    """Its own name stands above it, and that it is published is so for everything that is loaded."""
    own = node.naming.name if node and node.naming else ""
    return name in (own, STATUS)


def _name(row: NodeRow) -> str:
    """What a new thing is called."""
    naming = row.type.naming
    found = row.properties.get(naming.name) if naming else row.properties.get("weergavenaam")
    return str(found or "")
