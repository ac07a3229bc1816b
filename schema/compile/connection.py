"""Relay connections: one read for edges and nodes together, a count only when asked for, edges that show both ends."""

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
from graph.domain.web_address import KIND
from schema.compile import facets
from schema.compile.conditions import conjunction
from schema.compile.frames import Frame
from schema.compile.paging import Paging
from schema.compile.spot import Listing, Spot, Steps, below, things
from schema.request.selection import name_of
from schema.response.outputs import Beside, Const, Info, Near, Obj, Out, Page, PageField, Scalar, Shown


def connection(steps: Steps, spot: Spot, listing: Listing) -> Page:
    """The connection at a spot, of the rows of a listing."""
    spot.cost.price += 2
    item = things(spot.cost.item(listing.paging.size))
    found = [
        _part(steps, spot.inner(spot.object_type, key, details), listing, spot.on(listing.own, item))
        for key, details in below(steps, spot).items()
    ]
    return page(spot.frame, listing, found)


def page(frame: Frame, listing: Listing, fields: list[PageField]) -> Page:
    """The page of a listing, read only when a field shows its rows."""
    infos = [field for field in fields if isinstance(field, Info)]
    paging = listing.paging
    cursor = paging.cursor(listing.own) if any(info.has_cursors for info in infos) else None
    # a row beyond the page is only read for pageInfo: in nested pages it would multiply
    limit = paging.size if infos else paging.exact
    sub = None
    if any(isinstance(field, Shown | Info) for field in fields):
        every = conjunction([listing.where, paging.after, _sortable(listing.source, paging.order)])
        sub = frame.want(Sub(Rows(listing.source, tuple(listing.own.values), every, paging.order, limit)))
    return Page(sub, limit, paging.backward, paging.continued, cursor, tuple(fields))


def _sortable(source: Source, order: tuple[Order, ...]) -> Condition:
    """Root lists say that their first key is there: without it, the index does not give the order."""
    return Not(Missing(order[0].value)) if isinstance(source, Scan) and isinstance(order[0].value, Prop) else ALWAYS


def _part(steps: Steps, spot: Spot, listing: Listing, row: Spot) -> PageField:
    """One field of a connection; `row` is the spot of the connection on the rows that it shows."""
    key = spot.path[-1]
    inner = spot.on(row.frame, row.cost)
    match spot.name:
        case "edges":
            return Shown(key, edge(steps, inner, listing.paging))
        case "nodes":
            relation = row.frame.relation
            return Shown(key, end(steps, inner, relation.field.node if relation else Side.OTHER))
        case "pageInfo":
            return info(steps, spot)
        case "aantal":
            row.cost.price += 3
            return Beside(key, Scalar(spot.frame.want(Total(listing.source, listing.where)), True))
        case "facetten" | "groepeer":
            return Beside(key, facets.field(steps, spot, listing))
    return Beside(key, Const(spot.owner.name))


def info(steps: Steps, spot: Spot) -> Info:
    """The `pageInfo` at a spot."""
    return Info(spot.path[-1], tuple((key, name_of(details)) for key, details in below(steps, spot).items()))


def edge(steps: Steps, spot: Spot, paging: Paging | None = None) -> Obj:
    """One edge: cursor, node, the other end, and what the relationship says. Only edges of a page have cursors."""
    kind = spot.object_type
    fields = below(steps, spot)
    return Obj(tuple((key, _edge_field(steps, spot.inner(kind, key, d), paging)) for key, d in fields.items()))


def _edge_field(steps: Steps, spot: Spot, paging: Paging | None) -> Out:
    name, own = spot.name, spot.frame
    relation = own.relation
    if name == "__typename":
        return Const(spot.owner.name)
    if name == "cursor" and paging is not None:
        return paging.cursor(own)
    if name in ("node", "partij"):
        return end(steps, spot, relation.field.node if relation else Side.OTHER)
    if relation is None:
        return Const(None)
    if name == "herkomst":
        return steps.evidence(spot, of_edge=True)
    side = dict(relation.field.also).get(name)
    if side is not None:
        return end(steps, spot, side)
    if name == "soort" and relation.relationship.is_view:
        return Scalar(own.want(EdgeType()), True)
    stored = dict(relation.field.renamed).get(name, name)
    prop = relation.relationship.properties.get(stored)
    if prop is None:
        return Const(None)
    return Scalar(own.want(EdgeProp(stored)), whole=prop.kind == "Int", web=prop.kind == KIND)


def end(steps: Steps, spot: Spot, side: Side) -> Out:
    """The far end, or the near end as values of the row above, whose type is known when all those rows are of one."""
    if side is Side.OTHER:
        return steps.object(spot)
    above = spot.frame.above
    assert above is not None
    near = above.beside(above.node)
    known = steps.selection.schema.get_type(above.node.name) if above.node else None
    item = steps.object(Spot(near, spot.owner, spot.details, spot.cost, spot.path, known))
    return Near(spot.frame.want(Up(tuple(near.values))), item)
