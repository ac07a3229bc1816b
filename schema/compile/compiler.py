"""Selection + Model + role -> columns of a query, the shape of the answer, and what it costs, in one walk.

    root_field ──> Compiler.object ──> thing ──> field ──┬─> scalars, groups, records: values of the row
                       ▲                                 ├─> relation, evidence: rows of a Frame below it
                       └── what stands on those rows ────┴─> deferred and hand-written fields

Every field adds values to the Frame of its row and returns an Out that says where in the answer they go. A step is
given a `Spot` (see `schema.compile.spot`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graphql import GraphQLObjectType, get_named_type, is_abstract_type, is_enum_type, is_non_null_type

from graph.cypher.atoms import EdgeProp, Facts, Prop
from graph.cypher.query import ALWAYS, Case, Condition, Either, Filled, Missing, Order, Rows, Sub, Test, Value
from graph.cypher.render import Rendered, render
from graph.cypher.sight import Sight
from graph.domain.marks import Shape
from graph.domain.reader import Model, NodeType, Property, Relation
from graph.domain.vocabulary import Rol
from graph.domain.web_address import KIND, record_addresses
from graph.dutch.phrasing import series
from schema.compile.conditions import Conditions
from schema.compile.connection import connection
from schema.compile.frames import Frame
from schema.compile.handmade import written
from schema.compile.lookups import Leaf, Tree
from schema.compile.paging import ID, Pages
from schema.compile.spot import Arguments, Listing, Spot, arguments, asked_size, charge, far, node_of, things
from schema.compile.stages import Laters, Nested, stage
from schema.fields.comparisons import conjunction
from schema.fields.deferred import BY_FIELD
from schema.fields.filters import LARGEST
from schema.refusals import Refused
from schema.request.binding import Limits, Variables, param
from schema.request.cost import Cost
from schema.request.limits import Budget, check, filter_size
from schema.request.selection import Selection, name_of
from schema.response.outputs import (
    PERSON,
    Branch,
    Const,
    Later,
    Obj,
    One,
    Out,
    Recorded,
    Records,
    Scalar,
    TypeName,
    Withheld,
)

WITHHELD_PRICE, WITHHELD_BYTES = 2, 150
"""What each error about a field that may not be read adds: it is made by the book (see `schema.execute.nulls`)."""

FROM_THE_TOP = (Order(Filled(Prop("van"), LARGEST)), ID)
"""Passages as they stand in their sources. What is told of a page elsewhere is all of its text, and so comes first."""


@dataclass
class Compiler:
    """Compiles one operation for one role."""

    model: Model
    selection: Selection
    sight: Sight
    conditions: Conditions
    pages: Pages
    limits: Limits
    variables: Variables = field(default_factory=dict)
    cost: Cost = field(default_factory=Cost)
    laters: Laters = field(default_factory=Laters)
    budget: Budget = field(default_factory=Budget)
    forgiving: bool = False
    withholds: bool = False
    """Whether something was asked that this role may not read."""
    tested: int = 0

    def rendering(self, values: Iterable[Value]) -> Rendered:
        """Values as statements, for who asks."""
        return render(values, self.budget.subqueries_per_statement, self.sight)

    @property
    def role(self) -> Rol:
        """Who asks."""
        return self.sight.role

    def filter(self, target: str, given: Arguments | None) -> Condition:
        """The condition of a filter, when all filters of the operation together stay within the limits."""
        conditions, depth = filter_size(given or {})
        self.tested += conditions
        check("voorwaarden", self.budget.conditions, self.tested)
        check("filterdiepte", self.budget.filter_depth, depth)
        return self.conditions.filter(target, given)

    # -- objects

    def object(self, spot: Spot) -> Out:
        """The object selected on a row: one way for a concrete type, per type for an abstract one."""
        if is_abstract_type(spot.kind):
            return self.abstract(spot)
        return self.thing(spot, spot.object_type)

    def thing(self, spot: Spot, kind: GraphQLObjectType) -> Obj:
        """An object of a concrete type."""
        fields = self.selection.below(kind, spot.details)
        return Obj(tuple((key, self.field(spot.inner(kind, key, d))) for key, d in fields.items()), kind.name)

    def abstract(self, spot: Spot) -> Out:
        """Values that all types share are read once; the others stand in a CASE per label."""
        frame = spot.frame
        found = self.each_type(spot)
        shared = [v for v in found[0][1].values if all(v in own.values for _, own, _ in found)]
        for value in shared:
            frame.want(value)
        names = {node.prefix: node.name for node, _, _ in found}
        first = found[0][2]
        alike = all(item == first and len(own.values) == len(shared) for _, own, item in found)
        people = any(item.kind == PERSON for _, _, item in found)
        if alike and not self.forgiving and not people:  # else each says its type: to be counted, or for its promises
            return self.named(frame, first, names)
        branches = tuple(
            (node.label, rest) for node, own, _ in found if (rest := tuple(v for v in own.values if v not in shared))
        )
        case = frame.want(Case(branches)) if branches else None
        identity = frame.want(Prop("id"))
        kinds = tuple((node.prefix, node.label, self.named(own, item, names)) for node, own, item in found)
        return Branch(identity, case, kinds)

    def each_type(self, spot: Spot) -> list[tuple[NodeType, Frame, Obj]]:
        """What is selected on each type that an abstract thing can have; it costs as much as the dearest."""
        found: list[tuple[NodeType, Frame, Obj]] = []
        costs: list[Cost] = []
        for concrete in self.selection.possible(spot.kind):
            node = self.model.nodes.get(concrete.name)
            if node is None or not reachable(spot.frame, node):
                continue
            own = spot.frame.beside(node)
            costs.append(Cost())
            found.append((node, own, self.thing(spot.on(own, costs[-1]), concrete)))
        spot.cost.one_of.append(costs)
        return found

    def named(self, frame: Frame, item: Obj, names: Mapping[str, str]) -> Obj:
        """Fill in the names of `__typename` on an abstract thing."""
        if not any(isinstance(o, TypeName) for _, o in item.fields):
            return item
        return Obj(
            tuple((k, TypeName(frame.want(o.id), names) if isinstance(o, TypeName) else o) for k, o in item.fields),
            item.kind,
        )

    # -- fields

    def field(self, spot: Spot) -> Out:
        """One field of an object that is a node of the graph."""
        name, node = spot.name, node_of(spot.frame)
        if name == "__typename":
            return TypeName(spot.frame.want(Prop("id")), {node.prefix: node.name})
        if name in node.properties and node.properties[name].public:
            return self.scalar(spot, node.properties[name])
        if name in node.groups:
            return self.group(spot)
        if name in node.relations:
            return self.relation(spot, node.relations[name])
        if name == "herkomst":
            return self.evidence(spot, of_edge=False)
        if (node.name, name) in BY_FIELD:
            return self.later(spot)
        if (made := written(self, spot)) is not None:
            return made
        raise Refused(
            "INTERNAL_SERVER_ERROR", f"Het veld {spot.owner.name}.{name} kan nog niet worden gelezen", spot.path
        )

    def later(self, spot: Spot) -> Out:
        """A field that is worked out after the read; what it names is read in a stage of its own."""
        node = node_of(spot.frame)
        given = arguments(self, spot)
        size = asked_size(spot.field, given)
        charge(self, spot)
        outer, self.laters = self.laters, Laters()
        tree = Tree(self, Frame(None), size)
        part = tree.part(spot.field.type, spot)
        made = stage(tree.frame, tree.places, self.laters.found, self.limits, self.rendering, self.forgiving)
        self.laters = outer
        self.laters.found.append(Nested(node.name, spot.name, given, part, made, tree.ways))
        return Later(len(self.laters.found) - 1, Scalar(spot.frame.want(Prop("id"))))

    def worked_out(self, owner: str, name: str, of: Out, arguments: Arguments) -> Later:
        """A plain value that is worked out after the read, from `of`."""
        nothing = stage(Frame(None), [], [], self.limits, self.rendering)
        self.laters.found.append(Nested(owner, name, arguments, Leaf(), nothing, False))
        return Later(len(self.laters.found) - 1, of)

    def scalar(self, spot: Spot, prop: Property) -> Out:
        """A stored property."""
        if prop.roles and self.role not in prop.roles:
            return self.withheld(spot, [r.name for r in prop.ordered_roles])
        value = spot.frame.want(Prop(prop.name))
        if prop.records is None:
            whole, web = prop.kind == "Int" and not prop.many, prop.kind == KIND
            return Scalar(value, prop.required and not prop.many, prop.many, whole, web)
        fields = self.selection.below(spot.object_type, spot.details)
        keys = tuple(_recorded(spot.object_type, key, name_of(d)) for key, d in fields.items())
        return Records(value, keys, record_addresses(prop))

    def withheld(self, spot: Spot, roles: Sequence[str]) -> Out:
        """A field that this role may not read: it is not asked of the graph, and stands in the answer as null with an
        error, which costs room of its own."""
        self.withholds = True
        spot.cost.price += WITHHELD_PRICE
        spot.cost.bytes += WITHHELD_BYTES
        return Const(Withheld(f"Het veld `{spot.name}` is alleen voor {series(roles)}"))

    def group(self, spot: Spot) -> Out:
        """An embedded object: properties of the same node."""
        kind, properties = spot.object_type, node_of(spot.frame).properties
        found: list[tuple[str, Out]] = []
        for key, details in self.selection.below(kind, spot.details).items():
            inner = spot.inner(kind, key, details)
            plain = inner.name == "__typename"
            found.append((key, Const(kind.name) if plain else self.scalar(inner, properties[inner.name])))
        return Obj(tuple(found))

    # -- relations

    def relation(self, spot: Spot, relation: Relation) -> Out:
        """A field that follows a relationship."""
        given = arguments(self, spot)
        where = [moment(given)] if relation.field.moment else []
        shape = relation.field.shape
        own = far(self.model, relation)
        source = self.conditions.hop(relation, "")
        if shape is Shape.PAGE:
            where.append(self.filter(_target(relation), given.get("filter")))
            order = self.pages.order(self.model, relation, given.get("sorteer"))
            paging = self.pages.paging(relation.place, given, order)
            return connection(self, spot, Listing(own, source, conjunction(where), paging))
        item = self.object(spot.on(own, things(spot.cost.item(1))))
        # what must be there is there once; of several candidates for another place, the first by name
        order = () if shape is Shape.REQUIRED else self.pages.order(self.model, relation, None)
        rows = Rows(source, tuple(own.values), conjunction(where), order, param(1))
        return One(spot.frame.want(Sub(rows)), item, shape is Shape.REQUIRED)

    def evidence(self, spot: Spot, of_edge: bool) -> Out:
        """`herkomst`: the passages behind a thing, or behind the relationship it came over."""
        place = "relatie.herkomst" if of_edge else "ding.herkomst"
        paging = self.pages.paging(place, arguments(self, spot), FROM_THE_TOP)
        own = Frame(self.model.nodes["Vermelding"])
        return connection(self, spot, Listing(own, Facts(of_edge), ALWAYS, paging))


def reachable(frame: Frame, node: NodeType) -> bool:
    """Whether a row can be of this type: by the relation it came over, or the label its id was looked up by."""
    if frame.relation is not None:
        return node.name in frame.relation.targets
    return not frame.seek or frame.seek == node.seek


def moment(given: Arguments) -> Condition:
    """What was true on a day: `van` and `tot` of the relationship."""
    if given.get("op") is None:
        return ALWAYS
    day = param(given["op"])
    return conjunction(
        [
            Either((Missing(EdgeProp("van")), Test(EdgeProp("van"), "<=", day))),
            Either((Missing(EdgeProp("tot")), Test(EdgeProp("tot"), ">=", day))),
        ]
    )


def _recorded(kind: GraphQLObjectType, key: str, name: str) -> Recorded:
    """A field of a stored record, as `Records` wants it."""
    if name == "__typename":
        return key, None, kind.name, False, None
    found = kind.fields[name].type
    words = get_named_type(found)
    return key, name, kind.name, is_non_null_type(found), tuple(words.values) if is_enum_type(words) else None


def _target(relation: Relation) -> str:
    return relation.targets[0] if len(relation.targets) == 1 else "Partij"
