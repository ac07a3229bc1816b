"""Answers that are worked out first and filled from the graph after: pasklaar, zoek, suggesties, stand.

A look-up gives a tree of plain values in which things are ids. `Tree` follows the selection over it: first it
collects the ids per place, so that all things are read in the one statement of the operation, then it fills them in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from graphql import GraphQLObjectType, get_named_type, is_abstract_type, is_list_type, is_non_null_type
from graphql.execution.collect_fields import FieldDetails

from graph.cypher.query import Among, Prop, Rows, Sub
from schema.compile.frames import Frame
from schema.errors import bad_input
from schema.request.binding import Slot, Variables, param
from schema.request.cost import Cost
from schema.request.selection import name_of
from schema.response.outputs import Out, Placed
from schema.response.projector import Gap

if TYPE_CHECKING:
    from schema.compile.compiler import Compiler

LATE = "\0ids"


@dataclass
class Batch:
    """The things at one place of the tree."""

    index: int
    ids: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Leaf:
    def collect(self, value: Any, sink: list[list[str]], given: Variables) -> None:
        return

    def fill(self, value: Any, found: list[dict[str, Any]], given: Variables) -> Any:
        return value


@dataclass(frozen=True)
class Name:
    name: str

    def collect(self, value: Any, sink: list[list[str]], given: Variables) -> None:
        return

    def fill(self, value: Any, found: list[dict[str, Any]], given: Variables) -> Any:
        return self.name


@dataclass(frozen=True)
class Thing:
    """A thing of the graph: the value is its id. It may have gone since the look-up, `required` or not."""

    index: int
    required: bool = False

    def collect(self, value: Any, sink: list[list[str]], given: Variables) -> None:
        if value is not None:
            sink[self.index].append(value)

    def fill(self, value: Any, found: list[dict[str, Any]], given: Variables) -> Any:
        thing = None if value is None else found[self.index].get(value)
        if thing is None and self.required:
            raise Gap
        return thing


@dataclass(frozen=True)
class Listed:
    item: Any
    most: Any = None

    def cut(self, value: Any, given: Variables) -> Any:
        most = self.most.get(given) if isinstance(self.most, Slot) else self.most
        if most is None:
            return value
        if not 0 <= most <= 100:
            raise bad_input(f"`eerste` is {most}; geef een getal van 0 tot en met 100")
        return value[:most]

    def collect(self, value: Any, sink: list[list[str]], given: Variables) -> None:
        for v in self.cut(value, given):
            self.item.collect(v, sink, given)

    def fill(self, value: Any, found: list[dict[str, Any]], given: Variables) -> Any:
        return [self.item.fill(v, found, given) for v in self.cut(value, given)]


@dataclass(frozen=True)
class Object:
    fields: tuple[tuple[str, str, Any], ...]

    def collect(self, value: Any, sink: list[list[str]], given: Variables) -> None:
        if value is not None:
            for _, name, part in self.fields:
                part.collect(value.get(name), sink, given)

    def fill(self, value: Any, found: list[dict[str, Any]], given: Variables) -> Any:
        return (
            None
            if value is None
            else {key: part.fill(value.get(name), found, given) for key, name, part in self.fields}
        )


class Tree:
    """The selection over the answer of one look-up; adds a column per place where things stand."""

    def __init__(self, compiler: "Compiler", frame: Frame, places: list[Out], cost: Cost) -> None:
        self.compiler, self.frame, self.places, self.cost = compiler, frame, places, cost
        self.ways = False
        """Whether `PasklaarReden.pad` is among the fields."""

    def part(self, kind: Any, details: list[FieldDetails], arguments: Mapping[str, Any], key: str) -> Any:
        """What to do with a value of this output type."""
        if is_non_null_type(kind):
            made = self.part(kind.of_type, details, arguments, key)
            promised = isinstance(made, Thing) and not self.compiler.forgiving
            return replace(made, required=True) if promised else made
        if is_list_type(kind):
            most = arguments.get("eerste")
            return Listed(self.part(kind.of_type, details, {}, key), most)
        named = get_named_type(kind)
        if is_abstract_type(named) or named.name in self.compiler.model.nodes:
            return self.thing(named, details, key)
        if not isinstance(named, GraphQLObjectType):
            return Leaf()
        found = []
        for name, inner in self.compiler.selection.below(named, details).items():
            wanted = name_of(inner)
            if wanted == "__typename":
                found.append((name, wanted, Name(named.name)))
                continue
            self.ways |= (named.name, wanted) == ("PasklaarReden", "pad")
            own = named.fields[wanted]
            given = self.compiler.selection.arguments(own, inner)
            found.append((name, wanted, self.part(own.type, inner, given, f"{key}.{name}")))
        return Object(tuple(found))

    def thing(self, kind: Any, details: list[FieldDetails], key: str) -> Thing:
        index = len(self.places)
        node = self.compiler.model.nodes.get(kind.name)
        seek = node.seek if node else "Entiteit"
        own = Frame(node, seek=seek)
        cost = self.compiler.node_cost(self.cost.item(5))
        item = self.compiler.object(own, kind, details, cost, (key,))
        identity = own.want(Prop("id"))
        ids = param(Slot((LATE, index)))
        sub = self.frame.want(Sub(Rows(Among(seek, ids), tuple(own.values))))
        self.places.append(Placed(((sub, identity, item),), ids))
        return Thing(index)
