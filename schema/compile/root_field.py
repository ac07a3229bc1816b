"""The root fields of a query: where reading starts."""

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLField, get_named_type
from graphql.execution.collect_fields import FieldDetails

from graph.cypher.query import (
    ALWAYS,
    Among,
    Condition,
    Either,
    Filled,
    Found,
    Hop,
    Is,
    Missing,
    Not,
    Order,
    Prop,
    Rows,
    Scan,
    Seek,
    Step,
    Sub,
    Test,
)
from graph.domain.reader import NodeType
from schema.compile.compiler import NAME_ORDER, Compiler
from schema.compile.conditions import conjunction
from schema.compile.connection import connection
from schema.compile.frames import Frame
from schema.compile.search_page import search
from schema.errors import bad_input
from schema.fields.roots import BY_NAME, Root
from schema.request.binding import param, source
from schema.request.cost import UNPAGED
from schema.response.outputs import Many, One, Out, Placed

LAST = "9999"
AMBIGUOUS = "Er is meer dan één gemeente met deze naam; gebruik `code` of `id`"


def root(compiler: Compiler, frame: Frame, field: GraphQLField, details: list[FieldDetails], key: str) -> Out:
    """One root field that reads the graph."""
    name = details[0].node.name.value
    arguments = compiler.selection.arguments(field, details)
    kind = get_named_type(field.type)
    if name == "node":
        return _node(compiler, frame, kind, arguments, details, key)
    if name == "nodes":
        return _nodes(compiler, frame, kind, arguments, details, key)
    if name == "zoek":
        return search(compiler, frame, field, details, key)
    found = BY_NAME[name]
    node = compiler.model.nodes[found.target]
    if found.shape == "one":
        return _one(compiler, frame, node, kind, arguments["sleutel"], details, key)
    where = [_extra(name, value) for name, value in arguments.items() if name in found.where]
    if found.shape == "list":
        return _list(compiler, frame, node, kind, conjunction(where), details, key)
    return _page(compiler, frame, found, node, kind, arguments, conjunction(where), details, key)


def _one(
    compiler: Compiler, frame: Frame, node: NodeType, kind: Any, keys: Mapping[str, Any], details: Any, key: str
) -> Out:
    (how, value) = next(iter(keys.items()))
    own = Frame(node)
    item = compiler.object(own, kind, details, compiler.node_cost(compiler.cost.item(1)), (key,))
    unique, unless = "", None
    limit = param(1)
    where: Condition = ALWAYS
    order: tuple[Order, ...] = ()
    if how in ("id", "slug"):
        sought: Any = Seek("Entiteit", "id", param(value) if how == "id" else param(value, "id", node.prefix))
        where = Is((node.label,))
    elif how == "code":
        sought = Seek(node.label, "code", param(value))
    else:
        # Current gemeenten first: a former one is only meant when no current one is called so.
        ended = own.want(Prop("einddatum"))
        sought, where, order, limit = (
            Scan(node.label),
            _named(value),
            (Order(Filled(ended, LAST), True), *NAME_ORDER),
            param(2),
        )
        unique, unless = AMBIGUOUS, ended
    rows = Rows(sought, tuple(own.values), compiler.guarded(own, where), order, limit)
    return One(frame.want(Sub(rows)), item, unique=unique, unless=unless)


def _named(value: Any) -> Condition:
    """By the name, or another name the gemeente is known by."""
    plain = param(value, "fold")
    return Either((Test(Prop("naamPlat"), "=", plain), Test(Prop("aliassenPlat"), "holds", plain)))


def _list(compiler: Compiler, frame: Frame, node: NodeType, kind: Any, where: Condition, details: Any, key: str) -> Out:
    own = Frame(node)
    compiler.cost.price += 5
    item = compiler.object(own, kind, details, compiler.node_cost(compiler.cost.item(UNPAGED)), (key,))
    sorted_ = conjunction([where, Not(Missing(Prop("volgorde")))])
    rows = Rows(Scan(node.label), tuple(own.values), compiler.guarded(own, sorted_), NAME_ORDER)
    return Many(frame.want(Sub(rows)), item)


def _page(
    compiler: Compiler, frame: Frame, found: Root, node: NodeType, kind: Any, arguments: Mapping[str, Any],
    where: Condition, details: Any, key: str,
) -> Out:  # fmt: skip
    filtered = conjunction([compiler.filter(node.name, arguments.get("filter")), where])
    keys = compiler.pages.keys(compiler.model, node.name, arguments.get("sorteer") or ())
    paging = compiler.pages.paging(f"Query.{found.name}", arguments, (*keys, *NAME_ORDER), found.default_first)
    return connection(
        compiler, frame, None, Scan(node.label), filtered, paging, kind, details, compiler.cost, (key,), node
    )


def _node(compiler: Compiler, frame: Frame, kind: Any, arguments: Mapping[str, Any], details: Any, key: str) -> Out:
    value = source(arguments["id"]).get(compiler.variables)
    node = compiler.model.by_prefix(str(value))
    seek = node.seek if node else "Entiteit"
    own = Frame(None, seek=seek)
    item = compiler.object(own, kind, details, compiler.node_cost(compiler.cost.item(1)), (key,))
    rows = Rows(Seek(seek, "id", param(arguments["id"])), tuple(own.values), ALWAYS, (), param(1))
    return One(frame.want(Sub(rows)), item)


def _nodes(compiler: Compiler, frame: Frame, kind: Any, arguments: Mapping[str, Any], details: Any, key: str) -> Out:
    ids = param(arguments["ids"], "ids")
    size = compiler.cost.item(UNPAGED)
    parts = []
    for seek in dict.fromkeys(n.seek for n in compiler.model.nodes.values()):
        own = Frame(None, seek=seek)
        item = compiler.object(own, kind, details, compiler.node_cost(size), (key,))
        identity = own.want(Prop("id"))
        rows = Rows(Among(seek, ids), tuple(own.values))
        parts.append((frame.want(Sub(rows)), identity, item))
    return Placed(tuple(parts), ids)


def _extra(name: str, value: Any) -> Condition:
    """The condition of an argument of its own."""
    if name == "ookOpgeheven":
        return ALWAYS if value is True else Missing(Prop("einddatum"))
    if value is None:
        return ALWAYS
    if name == "boven":
        return Found(Hop((Step(("DEEL_VAN",), True),)), Test(Prop("id"), "=", param(value)))
    if name == "gemeente":
        return Found(Hop((Step(("STELT_VAST",), False),)), Test(Prop("code"), "=", param(value)))
    raise bad_input(f"onbekend argument `{name}`")
