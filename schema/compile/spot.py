"""Where a step of the compiler stands, and what it may ask of the others.

A step is given a `Spot`: a selected field, the row it is read from, and what it adds to the price. It gives an Out.
What lies below the field it asks of `Steps`, which is the compiler as its steps know it: so the compiler imports its
steps, and no step imports the compiler.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from graphql import GraphQLField, GraphQLNamedType, GraphQLObjectType, get_named_type
from graphql.execution.collect_fields import FieldDetails

from graph.cypher.atoms import Param
from graph.cypher.query import Condition, Source
from graph.domain.reader import Model, NodeType, Relation
from graph.domain.vocabulary import Rol
from schema.compile.conditions import Conditions
from schema.compile.frames import Frame
from schema.compile.paging import Pages, Paging
from schema.leaves.directives import Kosten
from schema.request.binding import Limits, param
from schema.request.cost import Cost
from schema.request.selection import Fields, Selection, name_of
from schema.request.turning import turning
from schema.response.outputs import Later, Out

Arguments = Mapping[str, Any]
"""The coerced arguments of a field by name; a variable in them is traced."""
Path = tuple[str, ...]
"""Response keys from the root of the operation."""
FEW = 5
"""What we reckon for a list in the answer of a look-up that has no size of its own."""
KEY_BYTES = 5
"""What a member of an object takes beside its name, with the shortest value: two quotes, a colon, a digit, a comma."""


@dataclass(frozen=True)
class Spot:
    """One selected field.

    frame    the row that it is read from
    owner    the type that it is selected on
    details  its field nodes, merged
    cost     what a row like this costs; a step adds to it
    seen_as  the type of its value, when we know it better than the schema says
    """

    frame: Frame
    owner: GraphQLObjectType
    details: list[FieldDetails]
    cost: Cost
    path: Path
    seen_as: GraphQLNamedType | None = None

    @property
    def name(self) -> str:
        return name_of(self.details)

    @property
    def field(self) -> GraphQLField:
        found: GraphQLField = self.owner.fields[self.name]
        return found

    @property
    def kind(self) -> GraphQLNamedType:
        """The type of the value, without its lists and its promises."""
        return self.seen_as or get_named_type(self.field.type)

    @property
    def object_type(self) -> GraphQLObjectType:
        """The type of the value, where it is always one concrete type."""
        kind = self.kind
        assert isinstance(kind, GraphQLObjectType)
        return kind

    def on(self, frame: Frame, cost: Cost | None = None) -> "Spot":
        """The same field, read from another row."""
        return replace(self, frame=frame, cost=cost or self.cost)

    def inner(self, owner: GraphQLObjectType, key: str, details: list[FieldDetails]) -> "Spot":
        """A field that is selected below this one, on a value of type `owner`; its key costs room in the answer."""
        self.cost.bytes += len(key) + KEY_BYTES
        return Spot(self.frame, owner, details, self.cost, (*self.path, key))


@dataclass(frozen=True)
class Listing:
    """The rows of a connection: what stands on each, where they come from, which of them, and a page of those.

    `once` keeps a thing that several relationships lead to once.
    """

    own: Frame
    source: Source
    where: Condition
    paging: Paging
    once: bool = False


class Steps(Protocol):
    """The compiler, as its steps know it."""

    model: Model
    selection: Selection

    @property
    def role(self) -> Rol:
        """Who asks."""

    conditions: Conditions
    pages: Pages
    limits: Limits
    variables: Mapping[str, Any]
    cost: Cost
    forgiving: bool

    def object(self, spot: Spot) -> Out:
        """The object selected at the spot: one way for a concrete type, per type for an abstract one."""

    def filter(self, target: str, given: Arguments | None) -> Condition:
        """The condition of a filter, within the limits of the operation."""

    def withheld(self, spot: Spot, roles: Sequence[str]) -> Out:
        """A field that is for others."""

    def evidence(self, spot: Spot, of_edge: bool) -> Out:
        """`herkomst`: the passages behind a thing, or behind the relationship it came over."""

    def worked_out(self, owner: str, name: str, of: Out, arguments: Arguments) -> Later:
        """A plain value that is worked out after the read, from `of`."""


def below(steps: Steps, spot: Spot) -> Fields:
    """The fields selected on the value at a spot, which is of one concrete type."""
    return steps.selection.below(spot.object_type, spot.details)


def arguments(steps: Steps, spot: Spot) -> dict[str, Any]:
    """The arguments of the field at a spot."""
    return steps.selection.arguments(spot.field, spot.details)


def far(model: Model, relation: Relation) -> Frame:
    """The frame of the far end of a relation; an abstract far end has no type of its own."""
    node = model.nodes[relation.targets[0]] if len(relation.targets) == 1 else None
    return Frame(node, relation)


def things(cost: Cost) -> Cost:
    """The cost of an item that is a thing of the graph."""
    cost.nodes += 1
    cost.price += 1
    return cost


def charge(steps: Steps, spot: Spot, items: bool = True) -> None:
    """Add what the field at a spot costs, without its `items` when they are only counted. It is what the schema says
    that it costs: there is no other price."""
    price = published(spot.field)
    if price is None:
        return
    given = arguments(steps, spot)
    spot.cost.price += price.basis
    if price.perItem and items:
        spot.cost.item(asked_size(spot.field, given)).price += price.perItem
    if price.inWoorden and in_words(given):
        spot.cost.price += price.inWoorden


def published(field: GraphQLField) -> Kosten | None:
    """What the schema says that a field costs."""
    made = field.extensions.get("strawberry-definition")
    return next((each for each in made.directives if isinstance(each, Kosten)), None) if made is not None else None


def in_words(given: Arguments) -> bool:
    """Whether a look-up is asked in somebody's own words, which the model of language has to read."""
    asked = given.get("invoer")
    return isinstance(asked, Mapping) and "omschrijving" in (asked.get("vraag") or ())


def asked_size(field: GraphQLField, given: Arguments) -> Param | int:
    """How many items the arguments of a look-up ask for; what has no such argument gives a few."""
    if "first" not in field.args:
        return FEW
    asked = turning(given)
    return param(asked.size, "page", (asked.word, None, 1))


def node_of(frame: Frame) -> NodeType:
    """The type of a row that is of one type."""
    assert frame.node is not None
    return frame.node
