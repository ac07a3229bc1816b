"""Fields written by hand: they follow more than one relationship, or say something about several.

Each is one row of HANDMADE and one function, which takes (steps, spot) and gives an Out, like any other field.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from graph.cypher.atoms import EdgeProp, Hop, Prop, Same, Step
from graph.cypher.query import ALWAYS, Found, Order, Rows, Sub, Value
from graph.domain.guards import limited
from graph.domain.provenance import INSIDE
from graph.domain.vocabulary import Rol
from schema.compile.conditions import CURRENT, DUO_SIDES
from schema.compile.connection import connection
from schema.compile.frames import Frame
from schema.compile.lists.changes_page import EVERY, series_of
from schema.compile.paging import NAME
from schema.compile.spot import Listing, Spot, Steps, arguments, below, charge, node_of, things
from schema.fields.comparisons import conjunction
from schema.fields.paged import Arguments, page_arguments
from schema.leaves.directives import Kosten, per_item
from schema.request.binding import param
from schema.request.selection import name_of
from schema.response.fact_fields import other, relation, said, value, word
from schema.response.outputs import Every, One, Out, Scalar, Worked


def functie(steps: Steps, spot: Spot) -> Out:
    """Persoon.functie: the current function, the first by name of the party and then of the function."""
    charge(steps, spot)
    held = EdgeProp("functie")
    rows = Rows(Hop((Step(("WERKT_BIJ",), True),)), (held,), CURRENT, steps.pages.edges(), param(1))
    return One(spot.frame.want(Sub(rows)), Scalar(held))


def contactpersonen(steps: Steps, spot: Spot) -> Out:
    """Partij.contactpersonen: people who work here now and are a contact for something; each once."""
    own = Frame(steps.model.nodes["Persoon"])
    contact = Found(Hop((Step(("CONTACT_VOOR",), True),)), ALWAYS)
    where = conjunction([contact, CURRENT])
    paging = steps.pages.paging("contactpersonen", arguments(steps, spot), (NAME,))
    return connection(steps, spot, Listing(own, Hop((Step(("WERKT_BIJ",), False),)), where, paging, once=True))


def duo_compleet(steps: Steps, spot: Spot) -> Out:
    """Traject.duoCompleet: a director of a gemeente and one of a ministry."""
    charge(steps, spot)
    return Every(tuple(spot.frame.want(side) for side in DUO_SIDES))


def geschiedenis(steps: Steps, spot: Spot) -> Out:
    """Entiteit.geschiedenis: what happened to it, the newest first. The history knows a thing by its id."""
    paging = steps.pages.paging("geschiedenis", arguments(steps, spot), (Order(Prop(EVERY), True),))
    node = steps.model.nodes["Wijziging"]
    own = Frame(node)
    return connection(steps, spot, Listing(own, Same(node.label, "ding", "id"), ALWAYS, paging))


def positie(steps: Steps, spot: Spot) -> Out:
    """Wijziging.positie: its place in the series that this role reads."""
    return Scalar(spot.frame.want(Prop(series_of(steps))), True, whole=True)


def entiteit(steps: Steps, spot: Spot) -> Out:
    """Wijziging.entiteit: the thing it happened to, as long as it is there."""
    return _same(steps, spot, "ding")


def _same(steps: Steps, spot: Spot, own_id: str) -> Out:
    """The thing whose id stands in a property of the row above."""
    own = Frame(None, seek="Entiteit")
    item = steps.object(spot.on(own, things(spot.cost.item(1))))
    rows = Rows(Same("Entiteit", "id", own_id), tuple(own.values), ALWAYS, (), param(1))
    return One(spot.frame.want(Sub(rows)), item)


def partij_soort(steps: Steps, spot: Spot) -> Out:
    """Partij.soort: which of the three types it is; its id begins with it."""
    return Worked((spot.frame.want(Prop("id")),), lambda key: word(key.partition(":")[0]))


def feit_soort(steps: Steps, spot: Spot) -> Out:
    """Feit.soort, as one of a list."""
    return Worked((spot.frame.want(Prop("soort")),), word)


def feit_besluit(steps: Steps, spot: Spot) -> Out:
    """Feit.besluit, as one of a list."""
    return Worked((spot.frame.want(Prop("besluit")),), word)


def feit_velden(steps: Steps, spot: Spot) -> Out:
    """Feit.velden: what it claims, field by field."""
    wanted = tuple((key, name_of(details)) for key, details in below(steps, spot).items())
    if not limited(steps.role):
        return Worked((spot.frame.want(Prop("velden")),), said(wanted))
    every = tuple(spot.frame.want(Prop(name)) for name in ("velden", "onderwerp", "voorwerp"))
    return Worked(every, said(wanted, {node.prefix for node in steps.model.entities}))


def feit_onderwerp(steps: Steps, spot: Spot) -> Out:
    """Feit.onderwerp: the thing it is about, when there is one."""
    return _same(steps, spot, "onderwerp")


def feit_relatie(steps: Steps, spot: Spot) -> Out:
    """Feit.relatie: which relation it claims."""
    return Worked((spot.frame.want(Prop("gezegde")),), relation(steps.model.relationships))


def feit_voorwerp(steps: Steps, spot: Spot) -> Out:
    """Feit.voorwerp: the id of the other thing."""
    return Worked(_predicate(spot), other(steps.model.relationships))


def feit_waarde(steps: Steps, spot: Spot) -> Out:
    """Feit.waarde: the value of the field."""
    return Worked(_predicate(spot), value(steps.model.relationships))


def _predicate(spot: Spot) -> tuple[Value, ...]:
    return spot.frame.want(Prop("gezegde")), spot.frame.want(Prop("voorwerp"))


@dataclass(frozen=True)
class Handmade:
    """A field written by hand, as one row: what the schema says of it, what is charged, who may see it, and what
    compiles it.

    `owner` is a type, or the interface of all types that have it. `result` is the name of a type, null unless it is
    `required`; with `pages` it is the connection of that type, and `many` is a list of it.
    """

    owner: str
    name: str
    result: str
    description: str
    cost: Kosten | None
    write: Callable[[Steps, Spot], Out]
    arguments: Arguments = field(default_factory=dict)
    required: bool = False
    pages: bool = False
    many: bool = False
    roles: tuple[Rol, ...] = ()


HANDMADE = (
    Handmade(
        "Persoon", "functie", "String",
        "De functie zonder laatste dag in de bron; bij meer functies de eerste op naam van de partij",
        Kosten(basis=2), functie,
    ),
    Handmade(
        "Traject", "duoCompleet", "Boolean",
        "Heeft het traject een regisseur van een gemeente én een van een ministerie?",
        Kosten(basis=2), duo_compleet, required=True,
    ),
    Handmade(
        "Partij", "contactpersonen", "Persoon", "Mensen van deze partij die je kunt benaderen",
        per_item(3), contactpersonen, page_arguments(), pages=True,
    ),
    Handmade(
        "Entiteit", "geschiedenis", "Wijziging", "Wat er met dit ding gebeurde, het nieuwste eerst",
        per_item(5), geschiedenis, page_arguments(), pages=True, roles=INSIDE.rollen,
    ),
    Handmade("Partij", "soort", "PartijSoort", "Wat voor partij het is", None, partij_soort, required=True),
    Handmade("Feit", "soort", "FeitSoort", "Wat voor feit het is", None, feit_soort),
    Handmade("Feit", "velden", "FeitVeld", "Wat er beweerd wordt, veld voor veld", None, feit_velden, many=True),
    Handmade("Feit", "onderwerp", "Entiteit", "Waar het over gaat; leeg als dat er niet is", None, feit_onderwerp),
    Handmade("Feit", "relatie", "RelatieSoort", "De relatie; leeg als het over een veld gaat", None, feit_relatie),
    Handmade("Feit", "voorwerp", "ID", "De sleutel van het andere ding, bij een relatie", None, feit_voorwerp),
    Handmade("Feit", "waarde", "String", "De waarde, bij een veld", None, feit_waarde),
    Handmade("Feit", "besluit", "FeitBesluit", "Wat iemand ervan besloot", None, feit_besluit, required=True),
    Handmade(
        "Wijziging", "positie", "Int", "De plaats in de reeks van wijzigingen die jij mag zien, geteld vanaf 1",
        None, positie, required=True,
    ),
    Handmade(
        "Wijziging", "entiteit", "Entiteit", "Waar het over gaat; leeg als dat er niet meer is", None, entiteit,
    ),
)  # fmt: skip
BY_FIELD = {(row.owner, row.name): row for row in HANDMADE}


def written(steps: Steps, spot: Spot) -> Out | None:
    """A field that is written by hand, if this is one: of the type of its row, or of an interface of that type."""
    rows = (BY_FIELD.get((label, spot.name)) for label in reversed(node_of(spot.frame).labels))
    row = next((row for row in rows if row is not None), None)
    if row is None:
        return None
    if row.roles and steps.role not in row.roles:
        return steps.withheld(spot, [role.name for role in row.roles])
    return row.write(steps, spot)
