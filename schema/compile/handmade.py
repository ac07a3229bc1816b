"""Fields written by hand: they follow more than one relationship, or say something about several.

Each takes (compiler, frame, far type, details, cost, path) and gives an Out, like any other field.
"""

from collections.abc import Callable
from typing import Any

from graph.cypher.query import ALWAYS, EdgeProp, Found, Hop, Order, Prop, Rows, Same, Step, Sub
from graph.domain.provenance import INSIDE
from schema.compile.conditions import CURRENT, DUO_SIDES, conjunction
from schema.compile.connection import connection
from schema.compile.frames import Frame
from schema.errors import Refused
from schema.request.binding import param
from schema.request.cost import UNPAGED
from schema.response.outputs import Every, Many, One, Out, Scalar

NAME = (Order(Prop("volgorde")),)


def functie(compiler: Any, frame: Frame, kind: Any, details: Any, cost: Any, path: Any) -> Out:
    """Persoon.functie: the current function, the first by name of the party and then of the function."""
    cost.price += 2
    value = EdgeProp("functie")
    rows = Rows(Hop((Step(("WERKT_BIJ",), True),)), (value,), CURRENT, compiler.pages.edges(), param(1))
    return One(frame.want(Sub(rows)), Scalar(value))


def contactpersonen(compiler: Any, frame: Frame, kind: Any, details: Any, cost: Any, path: Any) -> Out:
    """Partij.contactpersonen: people who work here now and are a contact for something; each once."""
    cost.price += 3
    own = Frame(compiler.model.nodes["Persoon"], None, frame)
    item = compiler.object(own, kind, details, compiler.node_cost(cost.item(UNPAGED)), path)
    contact = Found(Hop((Step(("CONTACT_VOOR",), True),)), ALWAYS)
    where = conjunction([compiler.guarded(own, contact), CURRENT])
    rows = Rows(Hop((Step(("WERKT_BIJ",), False),)), tuple(own.values), where, NAME, once=True)
    return Many(frame.want(Sub(rows)), item)


def duo_compleet(compiler: Any, frame: Frame, kind: Any, details: Any, cost: Any, path: Any) -> Out:
    """Traject.duoCompleet: a director of a gemeente and one of a ministry."""
    cost.price += 2
    return Every(tuple(frame.want(side) for side in DUO_SIDES))


def geschiedenis(compiler: Any, frame: Frame, kind: Any, details: Any, cost: Any, path: Any) -> Out:
    """Entiteit.geschiedenis: what happened to it, the newest first. The history knows a thing by its id."""
    if compiler.role not in {r.name for r in INSIDE.rollen}:
        who = " en ".join(r.name for r in INSIDE.rollen)
        raise Refused("FORBIDDEN", f"Het veld `geschiedenis` is alleen voor {who}", path)
    assert frame.node is not None
    field = compiler.selection.schema.get_type(frame.node.name).fields["geschiedenis"]
    arguments = compiler.selection.arguments(field, details)
    paging = compiler.pages.paging("geschiedenis", arguments, (Order(Prop("volgorde"), True),), 20)
    node = compiler.model.nodes["Wijziging"]
    source = Same(node.label, "ding", "id")
    return connection(compiler, frame, None, source, ALWAYS, paging, kind, details, cost, path, node)


def entiteit(compiler: Any, frame: Frame, kind: Any, details: Any, cost: Any, path: Any) -> Out:
    """Wijziging.entiteit: the thing it happened to, as long as it is there."""
    own = Frame(None, None, frame, seek="Entiteit")
    item = compiler.object(own, kind, details, compiler.node_cost(cost.item(1)), path)
    rows = Rows(Same("Entiteit", "id", "ding"), tuple(own.values), ALWAYS, (), param(1))
    return One(frame.want(Sub(rows)), item)


FIELDS: dict[tuple[str, str], Callable[..., Out]] = {
    ("Persoon", "functie"): functie,
    ("Traject", "duoCompleet"): duo_compleet,
    ("", "contactpersonen"): contactpersonen,
    ("", "geschiedenis"): geschiedenis,
    ("Wijziging", "entiteit"): entiteit,
}
