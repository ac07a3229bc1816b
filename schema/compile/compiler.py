"""Selection + Model + role -> columns of a query, the shape of the answer, and what it costs, in one walk.

    root fields ──> Compiler.root ──> one | page | list ──> rows of a Frame
    Frame       ──> Compiler.thing ──> scalars, groups, records, relations, evidence, hand-written fields

Every field adds values to the Frame of its row and returns an Out that says where in the answer they go.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLObjectType, get_named_type, is_abstract_type, is_non_null_type
from graphql.execution.collect_fields import FieldDetails

from graph.cypher.query import (
    ALWAYS,
    Case,
    Condition,
    EdgeProp,
    Either,
    Facts,
    Missing,
    Order,
    Prop,
    Rows,
    Sub,
    Test,
)
from graph.domain.marks import Shape
from graph.domain.reader import Model, NodeType, Property, Relation
from graph.dutch.phrasing import series
from schema.compile import handmade
from schema.compile.conditions import Conditions, conjunction
from schema.compile.connection import connection, edge
from schema.compile.frames import Frame
from schema.compile.lookups import Leaf, Tree
from schema.compile.paging import Pages
from schema.compile.stages import Laters, Nested, stage
from schema.errors import Refused
from schema.fields.deferred import BY_FIELD
from schema.request.binding import Limits, param
from schema.request.cost import UNPAGED, Cost
from schema.request.limits import Budget, check, filter_size
from schema.request.selection import Fields, Selection, name_of
from schema.response.outputs import Branch, Const, Later, Many, Obj, One, Out, Records, Scalar, TypeName

PROVENANCE_ORDER = (Order(Prop("id")),)
NAME_ORDER = (Order(Prop("volgorde")),)
Path = tuple[str, ...]


@dataclass
class Compiler:
    """Compiles one operation for one role."""

    model: Model
    selection: Selection
    role: str
    conditions: Conditions
    pages: Pages
    limits: Limits
    variables: Mapping[str, Any] = field(default_factory=dict)
    guards: Mapping[str, Condition] = field(default_factory=dict)
    cost: Cost = field(default_factory=Cost)
    laters: Laters = field(default_factory=Laters)
    budget: Budget = field(default_factory=Budget)
    forgiving: bool = False
    tested: int = 0

    def filter(self, target: str, given: Any) -> Condition:
        """The condition of a filter, when all filters of the operation together stay within the limits."""
        conditions, depth = filter_size(given or {})
        self.tested += conditions
        check("voorwaarden", self.budget.conditions, self.tested)
        check("filterdiepte", self.budget.filter_depth, depth)
        return self.conditions.filter(target, given)

    # -- objects

    def object(self, frame: Frame, kind: Any, details: list[FieldDetails], cost: Cost, path: Path) -> Out:
        """The object selected on a row: one way for a concrete type, per type for an abstract one."""
        if is_abstract_type(kind):
            return self.abstract(frame, kind, details, cost, path)
        return self.thing(frame, kind, self.selection.below(kind, details), cost, path)

    def thing(self, frame: Frame, kind: GraphQLObjectType, fields: Fields, cost: Cost, path: Path) -> Obj:
        """An object of a concrete type."""
        found = tuple((key, self.field(frame, kind, d, cost, (*path, key))) for key, d in fields.items())
        return Obj(found, kind.name)

    def abstract(self, frame: Frame, kind: Any, details: list[FieldDetails], cost: Cost, path: Path) -> Out:
        """Values that all types share are read once; the others stand in a CASE per label."""
        found: list[tuple[NodeType, Frame, Obj]] = []
        costs: list[Cost] = []
        for concrete in self.selection.possible(kind):
            node = self.model.nodes.get(concrete.name)
            if node is None or not self.reachable(frame, node):
                continue
            own = frame.beside(node)
            costs.append(Cost())
            item = self.thing(own, concrete, self.selection.below(concrete, details), costs[-1], path)
            found.append((node, own, item))
        cost.one_of.append(costs)
        shared = [v for v in found[0][1].values if all(v in own.values for _, own, _ in found)]
        for value in shared:
            frame.want(value)
        names = {node.prefix: node.name for node, _, _ in found}
        first = found[0][2]
        if all(item == first and len(own.values) == len(shared) for _, own, item in found):
            return self.named(frame, first, names)
        branches = tuple(
            (node.label, rest) for node, own, _ in found if (rest := tuple(v for v in own.values if v not in shared))
        )
        case = frame.want(Case(branches)) if branches else None
        identity = frame.want(Prop("id"))
        kinds = tuple((node.prefix, node.label, self.named(own, item, names)) for node, own, item in found)
        return Branch(identity, case, kinds)

    def named(self, frame: Frame, item: Obj, names: Mapping[str, str]) -> Obj:
        """Fill in the names of `__typename` on an abstract thing."""
        if not any(isinstance(o, TypeName) for _, o in item.fields):
            return item
        return Obj(
            tuple((k, TypeName(frame.want(o.id), names) if isinstance(o, TypeName) else o) for k, o in item.fields),
            item.kind,
        )

    def reachable(self, frame: Frame, node: NodeType) -> bool:
        if frame.relation is not None:
            ends = {*frame.relation.relationship.targets, *frame.relation.relationship.sources}
            return node.name in ends
        return not frame.seek or frame.seek == node.seek

    # -- fields

    def field(self, frame: Frame, kind: GraphQLObjectType, details: list[FieldDetails], cost: Cost, path: Path) -> Out:
        """One field of an object that is a node of the graph."""
        name = name_of(details)
        node = frame.node
        assert node is not None
        if name == "__typename":
            return TypeName(frame.want(Prop("id")), {node.prefix: node.name})
        if name in node.properties:
            return self.scalar(frame, node.properties[name], details, path)
        if name in node.groups:
            return self.group(frame, node, name, get_named_type(kind.fields[name].type), details, path)
        if name in node.relations:
            return self.relation(frame, node.relations[name], kind, details, cost, path)
        if name == "herkomst":
            return self.evidence(frame, kind, details, cost, path, of_edge=False)
        if (node.name, name) in BY_FIELD:
            return self.later(frame, node, kind, name, details, cost, path)
        if (node.name, name) in handmade.FIELDS or ("", name) in handmade.FIELDS:
            made = handmade.FIELDS.get((node.name, name)) or handmade.FIELDS["", name]
            return made(self, frame, get_named_type(kind.fields[name].type), details, cost, path)
        raise Refused("INTERNAL_SERVER_ERROR", f"Het veld {kind.name}.{name} kan nog niet worden gelezen", path)

    def later(
        self, frame: Frame, node: NodeType, kind: GraphQLObjectType, name: str, details: list[FieldDetails],
        cost: Cost, path: Path,
    ) -> Out:  # fmt: skip
        """A field that is worked out after the read; what it names is read in a stage of its own."""
        deferred = BY_FIELD[node.name, name]
        arguments = self.selection.arguments(kind.fields[name], details)
        cost.price += deferred.cost.basis
        outer, self.laters = self.laters, Laters()
        own, places = Frame(None), list[Out]()
        tree = Tree(self, own, places, cost)
        part = tree.part(kind.fields[name].type, details, {}, ".".join(path))
        made = stage(own, places, self.laters.found, self.limits, self.budget.subqueries_per_statement, self.forgiving)
        self.laters = outer
        self.laters.found.append(Nested(node.name, name, arguments, part, made, tree.ways))
        return Later(len(self.laters.found) - 1, Scalar(frame.want(Prop("id"))))

    def worked_out(self, owner: str, name: str, of: Out, arguments: Mapping[str, Any]) -> Out:
        """A plain value that is worked out after the read, from `of`."""
        nothing = stage(Frame(None), [], [], self.limits, self.budget.subqueries_per_statement)
        self.laters.found.append(Nested(owner, name, arguments, Leaf(), nothing, False))
        return Later(len(self.laters.found) - 1, of)

    def scalar(self, frame: Frame, prop: Property, details: list[FieldDetails], path: Path) -> Out:
        """A stored property."""
        if prop.roles and self.role not in {r.name for r in prop.roles}:
            who = series([r.name for r in prop.ordered_roles])
            raise Refused("FORBIDDEN", f"Het veld `{prop.name}` is alleen voor {who}", path)
        value = frame.want(Prop(prop.name))
        if prop.records is None:
            return Scalar(value, prop.required and not prop.many, prop.many, prop.kind == "Int" and not prop.many)
        kind = next(iter(self.selection.possible(self.selection.schema.get_type(prop.records.__name__))))
        fields = self.selection.below(kind, details)
        return Records(value, tuple(self._recorded(kind, k, name_of(d)) for k, d in fields.items()))

    def _recorded(self, kind: GraphQLObjectType, key: str, name: str) -> tuple[str, str | None, str, bool]:
        if name == "__typename":
            return key, None, kind.name, False
        return key, name, kind.name, is_non_null_type(kind.fields[name].type)

    def group(self, frame: Frame, node: NodeType, name: str, kind: Any, details: list[FieldDetails], path: Path) -> Out:
        """An embedded object: properties of the same node."""
        found: list[tuple[str, Out]] = []
        for key, inner in self.selection.below(kind, details).items():
            wanted = name_of(inner)
            plain = wanted == "__typename"
            out = Const(kind.name) if plain else self.scalar(frame, node.properties[wanted], inner, (*path, key))
            found.append((key, out))
        return Obj(tuple(found))

    # -- relations

    def relation(
        self, frame: Frame, relation: Relation, kind: GraphQLObjectType, details: list[FieldDetails], cost: Cost,
        path: Path,
    ) -> Out:  # fmt: skip
        """A field that follows a relationship."""
        field = kind.fields[relation.name]
        arguments = self.selection.arguments(field, details)
        far = get_named_type(field.type)
        source = self.conditions.hop(relation, "")
        where = [self.moment(arguments)] if relation.field.moment else []
        shape = relation.field.shape
        if shape is Shape.PAGE:
            where.append(self.filter(_target(relation), arguments.get("filter")))
            order = self.pages.order(self.model, relation, arguments.get("sorteer"))
            paging = self.pages.paging(f"{kind.name}.{relation.name}", arguments, order, relation.field.first)
            return connection(self, frame, relation, source, conjunction(where), paging, far, details, cost, path)
        own = self.child(frame, relation)
        item_cost = cost.item(1 if shape in (Shape.ONE, Shape.REQUIRED) else UNPAGED)
        if shape is Shape.EDGES:
            item: Out = edge(self, own, far, self.selection.below(far, details), item_cost, path)
        else:
            item = self.object(own, far, details, self.node_cost(item_cost), path)
        many = shape in (Shape.LIST, Shape.EDGES)
        cost.price += 1 if many else 0
        order = self.pages.edges() if shape is Shape.EDGES else self.listed(relation, shape)
        limit = None if many else param(1)
        sub = frame.want(Sub(Rows(source, tuple(own.values), self.guarded(own, conjunction(where)), order, limit)))
        return Many(sub, item) if many else One(sub, item, shape is Shape.REQUIRED)

    def listed(self, relation: Relation, shape: Shape) -> tuple[Order, ...]:
        """The order of a list, and of several candidates for one place; what must be there is there once."""
        if shape is Shape.REQUIRED:
            return ()
        return NAME_ORDER if self.model.nodes[relation.targets[0]].is_entity else PROVENANCE_ORDER

    def node_cost(self, cost: Cost) -> Cost:
        cost.nodes += 1
        cost.price += 1
        return cost

    def child(self, frame: Frame, relation: Relation) -> Frame:
        """The frame of the far end; an abstract far end has no type of its own."""
        node = self.model.nodes[relation.targets[0]] if len(relation.targets) == 1 else None
        return Frame(node, relation, frame)

    def guarded(self, frame: Frame, where: Condition) -> Condition:
        """The condition, and what the role may see of this type."""
        guard = self.guards.get(frame.node.name if frame.node else "")
        return where if guard is None else conjunction([where, guard])

    def moment(self, arguments: Mapping[str, Any]) -> Condition:
        """What was true on a day: `van` and `tot` of the relationship."""
        if arguments.get("op") is None:
            return ALWAYS
        day = param(arguments["op"])
        return conjunction(
            [
                Either((Missing(EdgeProp("van")), Test(EdgeProp("van"), "<=", day))),
                Either((Missing(EdgeProp("tot")), Test(EdgeProp("tot"), ">=", day))),
            ]
        )

    def evidence(
        self, frame: Frame, kind: GraphQLObjectType, details: list[FieldDetails], cost: Cost, path: Path, of_edge: bool
    ) -> Out:
        """`herkomst`: the passages behind a thing, or behind the relationship it came over."""
        field = kind.fields["herkomst"]
        arguments = self.selection.arguments(field, details)
        paging = self.pages.paging("herkomst", arguments, PROVENANCE_ORDER, 20)
        far = get_named_type(field.type)
        return connection(self, frame, None, Facts(of_edge), ALWAYS, paging, far, details, cost, path)


def _target(relation: Relation) -> str:
    return relation.targets[0] if len(relation.targets) == 1 else "Partij"
