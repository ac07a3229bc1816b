"""Answers that are worked out first and filled from the graph after: pasklaar, zoek, suggesties, stand.

A look-up gives a tree of plain values in which things are ids. `Tree` follows the selection over it: first it
collects the ids per place, so that all things are read in the one statement of the operation, then it fills them in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from graphql import (
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
    is_abstract_type,
    is_list_type,
    is_non_null_type,
)

from graph.cypher.atoms import Among, Param, Prop
from graph.cypher.query import Rows, Sub
from schema.compile.frames import Frame
from schema.compile.spot import FEW, Spot, Steps, arguments, below, things
from schema.refusals import bad_input
from schema.request.binding import Slot, Variables, param
from schema.request.selection import name_of
from schema.response.outputs import Out, Placed
from schema.response.projector import TYPE, Gap

LATE = "\0ids"


Things = Sequence[Mapping[str, Any]]
"""The things that were read, by place and id."""


class Part(Protocol):
    """What to do with one value in the answer of a look-up."""

    def collect(self, value: object, sink: list[list[str]], given: Variables) -> None:
        """Add the ids in the value to the list of their place."""

    def fill(self, value: object, found: Things, given: Variables) -> Any:
        """The value with things in the places of their ids."""


@dataclass(frozen=True)
class Leaf:
    def collect(self, value: object, sink: list[list[str]], given: Variables) -> None:
        return

    def fill(self, value: object, found: Things, given: Variables) -> Any:
        return value


@dataclass(frozen=True)
class Name:
    name: str

    def collect(self, value: object, sink: list[list[str]], given: Variables) -> None:
        return

    def fill(self, value: object, found: Things, given: Variables) -> Any:
        return self.name


@dataclass(frozen=True)
class Thing:
    """A thing of the graph: the value is its id. It may have gone since the look-up, `required` or not."""

    index: int
    required: bool = False

    def collect(self, value: object, sink: list[list[str]], given: Variables) -> None:
        if isinstance(value, str):
            sink[self.index].append(value)

    def fill(self, value: object, found: Things, given: Variables) -> Any:
        thing = found[self.index].get(value) if isinstance(value, str) else None
        if thing is None and self.required:
            raise Gap
        return thing


@dataclass(frozen=True)
class Listed:
    item: Part
    most: Slot | int | None = None

    def cut(self, value: object, given: Variables) -> list[object]:
        assert isinstance(value, list)
        most = self.most.get(given) if isinstance(self.most, Slot) else self.most
        if most is None:
            return value
        if not 0 <= most <= 100:
            raise bad_input(f"`first` is {most}; geef een getal van 0 tot en met 100")
        return value[:most]

    def collect(self, value: object, sink: list[list[str]], given: Variables) -> None:
        for v in self.cut(value, given):
            self.item.collect(v, sink, given)

    def fill(self, value: object, found: Things, given: Variables) -> Any:
        return [self.item.fill(v, found, given) for v in self.cut(value, given)]


@dataclass(frozen=True)
class Object:
    """`kind` is said with it when the answer is completed by the book."""

    fields: tuple[tuple[str, str, Part], ...]
    kind: str | None = None

    def collect(self, value: object, sink: list[list[str]], given: Variables) -> None:
        if isinstance(value, dict):
            for _, name, part in self.fields:
                part.collect(value.get(name), sink, given)

    def fill(self, value: object, found: Things, given: Variables) -> Any:
        if not isinstance(value, dict):
            return None
        made = {key: part.fill(value.get(name), found, given) for key, name, part in self.fields}
        return made if self.kind is None else {**made, TYPE: self.kind}


@dataclass(frozen=True)
class OneOf:
    """A value that says itself what it is, under `__typename`."""

    kinds: Mapping[str, Object]

    def collect(self, value: object, sink: list[list[str]], given: Variables) -> None:
        if isinstance(value, dict):
            self.kinds[value["__typename"]].collect(value, sink, given)

    def fill(self, value: object, found: Things, given: Variables) -> Any:
        return self.kinds[value["__typename"]].fill(value, found, given) if isinstance(value, dict) else None


class Tree:
    """The selection over the answer of one look-up; adds a column to the frame per place where things stand."""

    def __init__(self, steps: Steps, frame: Frame, size: Param | int, places: list[Out] | None = None) -> None:
        """`size`: how many items the look-up is asked for."""
        self.steps, self.frame, self.size = steps, frame, size
        self.places: list[Out] = [] if places is None else places
        self.top: tuple[str, ...] = ()
        self.ways = False
        """Whether `PasklaarReden.pad` is among the fields."""

    def part(self, kind: GraphQLOutputType, spot: Spot, most: Slot | int | None = None) -> Part:
        """What to do with a value of this type, which the field at the spot gives; of a list, the first `most`."""
        self.top = self.top or spot.path
        if is_non_null_type(kind):
            made = self.part(kind.of_type, spot, most)
            promised = isinstance(made, Thing) and not self.steps.forgiving
            return replace(made, required=True) if promised else made  # type: ignore[type-var]
        if is_list_type(kind):
            return Listed(self.part(kind.of_type, spot.on(spot.frame, spot.cost.item(self.reckoned(spot, most)))), most)
        named = get_named_type(kind)
        if is_abstract_type(named) and not self._is_of_the_graph(named):
            kinds = self.steps.selection.possible(named)
            return OneOf({kind.name: self._object(replace(spot, seen_as=kind), kind) for kind in kinds})
        if is_abstract_type(named) or named.name in self.steps.model.nodes:
            return self.thing(spot)
        if not isinstance(named, GraphQLObjectType):
            return Leaf()
        return self._object(spot, named)

    def _is_of_the_graph(self, kind: GraphQLNamedType) -> bool:
        return all(each.name in self.steps.model.nodes for each in self.steps.selection.possible(kind))

    def _object(self, spot: Spot, kind: GraphQLObjectType) -> Object:
        fields = below(self.steps, spot)
        shown = tuple((key, name_of(d), self.field(spot.inner(kind, key, d))) for key, d in fields.items())
        return Object(shown, kind.name if self.steps.forgiving else None)

    def reckoned(self, spot: Spot, most: Slot | int | None) -> Param | int:
        """How long we take a list to be: as asked, where it can be asked."""
        if spot.path == self.top or spot.name in ("edges", "nodes"):
            return self.size
        return FEW if most is None else param(most, "page", ("first", None, 1))

    def field(self, spot: Spot) -> Part:
        """What to do with a field of an object that is no thing of the graph."""
        if spot.name == "__typename":
            return Name(spot.owner.name)
        self.ways |= (spot.owner.name, spot.name) == ("PasklaarReden", "pad")
        return self.part(spot.field.type, spot, arguments(self.steps, spot).get("first"))

    def thing(self, spot: Spot) -> Thing:
        index = len(self.places)
        node = self.steps.model.nodes.get(spot.kind.name)
        seek = node.seek if node else "Entiteit"
        own = Frame(node, seek=seek)
        cost = spot.cost.item(1)
        if spot.name in ("node", "nodes") and spot.owner.name.endswith(("Edge", "Connection")):
            cost.nodes += 1  # what a place in a list costs, the list says
        else:
            things(cost)
        item = self.steps.object(spot.on(own, cost))
        identity = own.want(Prop("id"))
        ids = param(Slot((LATE, index)))
        sub = self.frame.want(Sub(Rows(Among(seek, ids), tuple(own.values))))
        self.places.append(Placed(((sub, identity, item),), ids))
        return Thing(index)
