"""Relay connections: one read for edges and nodes together, a count only when asked for.

A node is the far thing, always; what the relationship says, and the passages it rests on, are on the edge.
"""

from graph.cypher.atoms import EdgeProp, EdgeType, Prop, Scan
from graph.cypher.query import ALWAYS, Condition, Missing, Not, Order, Rows, Source, Sub, Total
from graph.domain.web_address import KIND
from schema.compile import facets
from schema.compile.frames import Frame
from schema.compile.paging import Paging
from schema.compile.spot import Listing, Spot, Steps, below, charge
from schema.fields.comparisons import conjunction
from schema.request.selection import name_of
from schema.response.outputs import Beside, Const, Info, Obj, Out, Page, PageField, Scalar, Shown

ROWS = ("edges", "nodes", "pageInfo")
"""The fields of a connection for which its rows are read."""


def connection(steps: Steps, spot: Spot, listing: Listing) -> Page:
    """The connection at a spot, of the rows of a listing."""
    shown = shows_rows(steps, spot)
    charge(steps, spot, items=shown)
    item = spot.cost.item(listing.paging.size)
    item.nodes += 1 if shown else 0
    found = [
        _part(steps, spot.inner(spot.object_type, key, details), listing, spot.on(listing.own, item))
        for key, details in below(steps, spot).items()
    ]
    return page(spot.frame, listing, found)


def shows_rows(steps: Steps, spot: Spot) -> bool:
    """Whether anything of a connection is asked but how many there are."""
    return any(name_of(details) in ROWS for details in below(steps, spot).values())


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
        rows = Rows(listing.source, tuple(listing.own.values), every, paging.order, limit, listing.once)
        sub = frame.want(Sub(rows))
    return Page(sub, limit, paging.backward, paging.continued, cursor, tuple(fields))


def _sortable(source: Source, order: tuple[Order, ...]) -> Condition:
    """Root lists say that their first key is there: without it, the index does not give the order."""
    return Not(Missing(order[0].value)) if isinstance(source, Scan) and isinstance(order[0].value, Prop) else ALWAYS


def _part(steps: Steps, spot: Spot, listing: Listing, row: Spot) -> PageField:
    """One field of a connection; `row` is the spot of the connection on the rows that it shows."""
    key = spot.path[-1]
    inner = spot.on(row.frame, row.cost)
    if spot.name in spot.owner.fields:
        charge(steps, spot)
    match spot.name:
        case "edges":
            return Shown(key, edge(steps, inner, listing.paging))
        case "nodes":
            return Shown(key, steps.object(inner))
        case "pageInfo":
            return info(steps, spot)
        case "aantal":
            return Beside(key, Scalar(spot.frame.want(Total(listing.source, listing.where, listing.once)), True))
        case "facetten" | "groepeer" | "aantalGroepen":
            return Beside(key, facets.field(steps, spot, listing))
    return Beside(key, Const(spot.owner.name))


def info(steps: Steps, spot: Spot) -> Info:
    """The `pageInfo` at a spot."""
    return Info(spot.path[-1], tuple((key, name_of(details)) for key, details in below(steps, spot).items()))


def edge(steps: Steps, spot: Spot, paging: Paging) -> Obj:
    """One edge: cursor, node, and what the relationship says when the list follows one."""
    kind = spot.object_type
    fields = below(steps, spot)
    return Obj(tuple((key, _edge_field(steps, spot.inner(kind, key, d), paging)) for key, d in fields.items()))


def _edge_field(steps: Steps, spot: Spot, paging: Paging) -> Out:
    own = spot.frame
    match spot.name:
        case "cursor":
            return paging.cursor(own)
        case "node":
            return steps.object(spot)
        case "herkomst":
            return steps.evidence(spot, of_edge=True)
        case "__typename":
            return Const(spot.owner.name)
    assert own.relation is not None
    prop = own.relation.relationship.properties.get(spot.name)
    if prop is None:
        return Scalar(own.want(EdgeType()), True)  # `soort`: which of the relationships that a view reads as one
    return Scalar(own.want(EdgeProp(prop.name)), whole=prop.kind == "Int", web=prop.kind == KIND)
