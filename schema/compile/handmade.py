"""Fields written by hand: they follow more than one relationship, or say something about several.

Each takes (steps, spot) and gives an Out, like any other field.
"""

from collections.abc import Callable

from graph.cypher.atoms import EdgeProp, Hop, Prop, Same, Step
from graph.cypher.query import ALWAYS, Found, Order, Rows, Sub
from graph.domain.provenance import INSIDE
from schema.compile.conditions import CURRENT, DUO_SIDES, conjunction
from schema.compile.connection import connection
from schema.compile.frames import Frame
from schema.compile.paging import NAME
from schema.compile.spot import Listing, Spot, Steps, arguments, charge, node_of, things
from schema.request.binding import param
from schema.response.outputs import Every, One, Out, Scalar


def functie(steps: Steps, spot: Spot) -> Out:
    """Persoon.functie: the current function, the first by name of the party and then of the function."""
    charge(steps, spot)
    value = EdgeProp("functie")
    rows = Rows(Hop((Step(("WERKT_BIJ",), True),)), (value,), CURRENT, steps.pages.edges(), param(1))
    return One(spot.frame.want(Sub(rows)), Scalar(value))


def contactpersonen(steps: Steps, spot: Spot) -> Out:
    """Partij.contactpersonen: people who work here now and are a contact for something; each once."""
    own = Frame(steps.model.nodes["Persoon"])
    contact = Found(Hop((Step(("CONTACT_VOOR",), True),)), ALWAYS)
    where = conjunction([steps.guarded(own, contact), CURRENT])
    paging = steps.pages.paging("contactpersonen", arguments(steps, spot), (NAME,))
    return connection(steps, spot, Listing(own, Hop((Step(("WERKT_BIJ",), False),)), where, paging, once=True))


def duo_compleet(steps: Steps, spot: Spot) -> Out:
    """Traject.duoCompleet: a director of a gemeente and one of a ministry."""
    charge(steps, spot)
    return Every(tuple(spot.frame.want(side) for side in DUO_SIDES))


def geschiedenis(steps: Steps, spot: Spot) -> Out:
    """Entiteit.geschiedenis: what happened to it, the newest first. The history knows a thing by its id."""
    if steps.role not in (roles := [r.name for r in INSIDE.rollen]):
        return steps.withheld(spot, roles)
    paging = steps.pages.paging("geschiedenis", arguments(steps, spot), (Order(Prop("volgorde"), True),))
    node = steps.model.nodes["Wijziging"]
    own = Frame(node)
    return connection(steps, spot, Listing(own, Same(node.label, "ding", "id"), steps.guarded(own, ALWAYS), paging))


def entiteit(steps: Steps, spot: Spot) -> Out:
    """Wijziging.entiteit: the thing it happened to, as long as it is there."""
    own = Frame(None, seek="Entiteit")
    item = steps.object(spot.on(own, things(spot.cost.item(1))))
    rows = Rows(Same("Entiteit", "id", "ding"), tuple(own.values), ALWAYS, (), param(1))
    return One(spot.frame.want(Sub(rows)), item)


FIELDS: dict[tuple[str, str], Callable[[Steps, Spot], Out]] = {
    ("Persoon", "functie"): functie,
    ("Traject", "duoCompleet"): duo_compleet,
    ("", "contactpersonen"): contactpersonen,
    ("", "geschiedenis"): geschiedenis,
    ("Wijziging", "entiteit"): entiteit,
}


def written(spot: Spot) -> Callable[[Steps, Spot], Out] | None:
    """The function of a field that is written by hand, if this is one; of one type, or of all that have it."""
    return FIELDS.get((node_of(spot.frame).name, spot.name)) or FIELDS.get(("", spot.name))
