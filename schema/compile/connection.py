"""Relay connections: one read for edges and nodes together, a count only when asked for, edges that show both ends."""

from typing import TYPE_CHECKING, Any

from graphql import GraphQLObjectType, get_named_type
from graphql.execution.collect_fields import FieldDetails

from graph.cypher.query import (
    ALWAYS,
    Condition,
    EdgeProp,
    EdgeType,
    Missing,
    Not,
    Order,
    Prop,
    Rows,
    Scan,
    Source,
    Sub,
    Total,
    Up,
)
from graph.domain.marks import Side
from graph.domain.reader import NodeType, Relation
from schema.compile import facets
from schema.compile.conditions import conjunction
from schema.compile.frames import Frame
from schema.compile.paging import Paging
from schema.request.cost import Cost
from schema.request.selection import Fields, name_of
from schema.response.outputs import Const, Near, Obj, Out, Page, Scalar

if TYPE_CHECKING:
    from schema.compile.compiler import Compiler

Path = tuple[str, ...]


def connection(
    compiler: "Compiler", frame: Frame, relation: Relation | None, source: Source, where: Condition,
    paging: Paging, kind: Any,
    details: list[FieldDetails], cost: Cost, path: Path, node: NodeType | None = None,
) -> Page:  # fmt: skip
    """A Relay connection: rows for edges and nodes together, a count only when asked for."""
    fields = compiler.selection.below(kind, details)
    own = (
        compiler.child(frame, relation) if relation else Frame(node or compiler.model.nodes["Vermelding"], None, frame)
    )
    cost.price += 2
    item_cost = compiler.node_cost(cost.item(paging.size))
    guard = compiler.guarded(own, where)
    made: list[tuple[str, str, Any]] = []
    for key, inner in fields.items():
        made.append(part(compiler, own, kind, key, inner, paging, source, guard, frame, item_cost, path))
    cursor = None
    if any(kind_ == "info" and _wants_cursor(inner) for _, kind_, inner in made):
        cursor = paging.cursor(own)
    # a row beyond the page is only read for pageInfo: in nested pages it would multiply
    limit = paging.size if any(kind_ == "info" for _, kind_, _ in made) else paging.exact
    sub = None
    if any(kind_ in ("edges", "nodes", "info") for _, kind_, _ in made):
        every = conjunction([guard, paging.after, present(source, paging.order)])
        sub = frame.want(Sub(Rows(source, tuple(own.values), every, paging.order, limit)))
    return Page(sub, limit, paging.backward, paging.continued, cursor, tuple(made))


def present(source: Source, order: tuple[Order, ...]) -> Condition:
    """Root lists say that their first key is there: without it, the index does not give the order."""
    return Not(Missing(order[0].value)) if isinstance(source, Scan) and isinstance(order[0].value, Prop) else ALWAYS


def part(
    compiler: "Compiler", own: Frame, kind: Any, key: str, details: list[FieldDetails], paging: Paging, source: Source,
    where: Condition, frame: Frame, cost: Cost, path: Path,
) -> tuple[str, str, Any]:  # fmt: skip
    """One field of a connection."""
    name = name_of(details)
    here = (*path, key)
    far = get_named_type(kind.fields[name].type) if name in kind.fields else None
    match name:
        case "edges":
            assert isinstance(far, GraphQLObjectType)
            return key, "edges", edge(compiler, own, far, compiler.selection.below(far, details), cost, here, paging)
        case "nodes":
            return (
                key,
                "nodes",
                end(
                    compiler, own, Side.OTHER if not own.relation else own.relation.field.node, far, details, cost, here
                ),
            )
        case "pageInfo":
            assert isinstance(far, GraphQLObjectType)
            wanted = [(k, name_of(d)) for k, d in compiler.selection.below(far, details).items()]
            return key, "info", tuple(wanted)
        case "aantal":
            cost.price += 3
            return key, "total", Scalar(frame.want(Total(source, where)), True)
        case "facetten" | "groepeer":
            return key, "count", facets.field(compiler, frame, own, kind, name, details, source, where, here)
    return key, "name", Const(kind.name)


def edge(
    compiler: "Compiler",
    own: Frame,
    kind: GraphQLObjectType,
    fields: Fields,
    cost: Cost,
    path: Path,
    paging: Paging | None = None,
) -> Obj:
    """One edge: cursor, node, the other end, and what the relationship says."""
    return Obj(tuple((k, edge_field(compiler, own, kind, d, cost, (*path, k), paging)) for k, d in fields.items()))


def edge_field(
    compiler: "Compiler", own: Frame, kind: GraphQLObjectType, details: list[FieldDetails], cost: Cost, path: Path,
    paging: Paging | None,
) -> Out:  # fmt: skip
    name = name_of(details)
    relation = own.relation
    if name == "__typename":
        return Const(kind.name)
    if name == "cursor" and paging is not None:
        return paging.cursor(own)
    far = get_named_type(kind.fields[name].type)
    if name in ("node", "partij"):
        return end(compiler, own, relation.field.node if relation else Side.OTHER, far, details, cost, path)
    if relation is None:
        return Const(None)
    if name == "herkomst":
        return compiler.evidence(own, kind, details, cost, path, of_edge=True)
    side = dict(relation.field.also).get(name)
    if side is not None:
        return end(compiler, own, side, far, details, cost, path)
    if name == "soort" and relation.relationship.is_view:
        return Scalar(own.want(EdgeType()), True)
    stored = dict(relation.field.renamed).get(name, name)
    prop = relation.relationship.properties.get(stored)
    if prop is None:
        return Const(None)
    return Scalar(own.want(EdgeProp(stored)), whole=prop.kind == "Int")


def end(
    compiler: "Compiler", own: Frame, side: Side, kind: Any, details: list[FieldDetails], cost: Cost, path: Path
) -> Out:
    """The far end, or the near end as values of the row above."""
    if side is Side.OTHER:
        return compiler.object(own, kind, details, cost, path)
    assert own.above is not None
    near = own.above.beside(own.above.node)
    item = compiler.object(near, _concrete(kind, own.above, compiler), details, cost, path)
    return Near(own.want(Up(tuple(near.values))), item)


def _concrete(kind: Any, frame: Frame, compiler: "Compiler") -> Any:
    """The near end's own type is known when the row above is of one type."""
    return compiler.selection.schema.get_type(frame.node.name) if frame.node else kind


def _wants_cursor(wanted: Any) -> bool:
    return any(name in ("startCursor", "endCursor") for _, name in wanted)
