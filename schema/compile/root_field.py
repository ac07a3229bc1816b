"""The root fields of a query: where reading starts."""

from graph.cypher.atoms import Among, Is, Prop, Scan, Seek
from graph.cypher.query import ALWAYS, Condition, Either, Filled, Order, Rows, Sub, Test
from graph.cypher.sight import ENTITY
from graph.domain.reader import NodeType
from schema.compile.connection import connection
from schema.compile.frames import Frame
from schema.compile.lists.changes_page import changes
from schema.compile.lists.search_page import search
from schema.compile.paging import NAME
from schema.compile.spot import Listing, Spot, Steps, arguments, node_of, things
from schema.fields.comparisons import conjunction
from schema.fields.roots import BY_NAME, Root
from schema.request.binding import param, source
from schema.request.cost import UNPAGED
from schema.response.outputs import One, Out, Placed

LAST = "9999"
AMBIGUOUS = "Er is meer dan één gemeente met deze naam; gebruik `code` of `id`"


def root(steps: Steps, spot: Spot) -> Out:
    """One root field that reads the graph; `spot` is on the row of the whole answer."""
    if spot.name == "zoek":
        return search(steps, spot)
    if spot.name == "wijzigingen":
        return changes(steps, spot)
    found = BY_NAME[spot.name]
    match found.shape:
        case "node":
            return _node(steps, spot)
        case "nodes":
            return _nodes(steps, spot)
        case "one":
            return _one(steps, spot, steps.model.nodes[found.target])
    return _page(steps, spot, found)


def _one(steps: Steps, spot: Spot, node: NodeType) -> Out:
    """A thing by its key."""
    own = Frame(node)
    item = steps.object(spot.on(own, things(spot.cost.item(1))))
    (how, value) = next(iter(arguments(steps, spot)["sleutel"].items()))
    if how == "naam":
        return _by_name(steps, spot, own, item, value)
    sought, where = _sought(node, how, value)
    rows = Rows(sought, tuple(own.values), where, (), param(1))
    return One(spot.frame.want(Sub(rows)), item)


def _sought(node: NodeType, how: str, value: object) -> tuple[Seek, Condition]:
    if how == "code":
        return Seek(node.label, "code", param(value)), ALWAYS
    key = param(value) if how == "id" else param(value, "id", node.prefix)
    return Seek("Entiteit", "id", key), Is((node.label,))


def _by_name(steps: Steps, spot: Spot, own: Frame, item: Out, value: object) -> Out:
    """A gemeente by its name. Current gemeenten first: a former one is only meant when no current one is called so."""
    ended = own.want(Prop("einddatum"))
    order = (Order(Filled(ended, LAST), True), NAME)
    node = node_of(own)
    rows = Rows(Scan(node.label), tuple(own.values), _named(value), order, param(2))
    return One(spot.frame.want(Sub(rows)), item, unique=AMBIGUOUS, unless=ended)


def _named(value: object) -> Condition:
    """By the name, or another name the gemeente is known by."""
    plain = param(value, "fold")
    return Either((Test(Prop("naamPlat"), "=", plain), Test(Prop("aliassenPlat"), "holds", plain)))


def _page(steps: Steps, spot: Spot, found: Root) -> Out:
    given = arguments(steps, spot)
    where = conjunction([extra.when(given[extra.name]) for extra in found.where if extra.name in given])
    node = steps.model.nodes[found.target]
    own = Frame(node)
    filtered = conjunction([steps.filter(node.name, given.get("filter")), where])
    keys = steps.pages.keys(steps.model, node.name, given.get("sorteer") or ())
    paging = steps.pages.paging(f"Query.{found.name}", given, (*keys, NAME))
    return connection(steps, spot, Listing(own, Scan(node.label), filtered, paging))


def _node(steps: Steps, spot: Spot) -> Out:
    key = arguments(steps, spot)["id"]
    node = steps.model.by_prefix(str(source(key).get(steps.variables)))
    seek = node.seek if node else "Entiteit"
    own = Frame(None, seek=seek)
    item = steps.object(spot.on(own, things(spot.cost.item(1))))
    rows = Rows(Seek(seek, "id", param(key)), tuple(own.values), ALWAYS, (), param(1))
    return One(spot.frame.want(Sub(rows)), item)


def _nodes(steps: Steps, spot: Spot) -> Out:
    asked = arguments(steps, spot)["ids"]
    ids = param(asked, "ids")
    size = spot.cost.item(UNPAGED)
    parts = []
    for seek in dict.fromkeys(n.seek for n in steps.model.nodes.values()):
        own = Frame(None, seek=seek)
        item = steps.object(spot.on(own, things(size)))
        identity = own.want(Prop("id"))
        prefixes = tuple(n.prefix for n in steps.model.nodes.values() if n.seek == seek)
        mine = ids if seek == ENTITY else param(asked, "ids of", prefixes)
        rows = Rows(Among(seek, mine), tuple(own.values))
        parts.append((spot.frame.want(Sub(rows)), identity, item))
    return Placed(tuple(parts), ids)
