"""The root fields that read the graph, as a table: read by the Query type and by the compiler."""

from collections.abc import Callable
from dataclasses import dataclass

import strawberry

from graph.cypher.atoms import Hop, Prop, Step
from graph.cypher.query import ALWAYS, Condition, Found, Missing, Test
from schema.leaves.scalars import GemeenteCode
from schema.request.binding import param


@dataclass(frozen=True)
class Extra:
    """An argument of a list that is a condition of its own; `when` makes it of the value, which may be traced."""

    name: str
    kind: object
    default: object
    description: str
    when: Callable[[object], Condition]


@dataclass(frozen=True)
class Root:
    """A root field.

    `shape`: one (by key), page, or node and nodes (of whatever type, by id). `keys` are the fields of a @oneOf key
    input. `where` are arguments that are conditions.
    """

    name: str
    target: str
    shape: str
    description: str
    keys: str = ""
    filters: bool = False
    sorts: bool = False
    where: tuple[Extra, ...] = ()


def _under(value: object) -> Condition:
    return Found(Hop((Step(("DEEL_VAN",), True),)), Test(Prop("id"), "=", param(value)))


def _of_gemeente(value: object) -> Condition:
    return Found(Hop((Step(("STELT_VAST",), False),)), Test(Prop("code"), "=", param(value)))


OOK_OPGEHEVEN = Extra(
    "ookOpgeheven", bool, False, "Ook gemeenten die niet meer bestaan",
    lambda value: ALWAYS if value is True else Missing(Prop("einddatum")),
)  # fmt: skip
GEMEENTE = Extra(
    "gemeente", GemeenteCode | None, None, "Alleen van deze gemeente",
    lambda value: ALWAYS if value is None else _of_gemeente(value),
)  # fmt: skip
BOVEN = Extra(
    "boven", strawberry.ID | None, None, "Alleen wat direct onder dit thema valt",
    lambda value: ALWAYS if value is None else _under(value),
)  # fmt: skip
ROOTS = (
    Root("node", "Node", "node", "Wat je maar wilt, op sleutel"),
    Root("nodes", "Node", "nodes", "Meer dingen, in de volgorde van de sleutels"),
    Root("gemeente", "Gemeente", "one", "Eén gemeente, op sleutel, code of naam", "GemeenteSleutel"),
    Root("traject", "Traject", "one", "Eén traject", "EntiteitSleutel"),
    Root("thema", "Thema", "one", "Eén thema", "EntiteitSleutel"),
    Root("knelpunt", "Knelpunt", "one", "Eén knelpunt", "EntiteitSleutel"),
    Root("oplossing", "Oplossing", "one", "Eén oplossing", "EntiteitSleutel"),
    Root(
        "gemeenten", "Gemeente", "page", "Gemeenten op naam; opgeheven gemeenten alleen als je erom vraagt",
        filters=True, sorts=True, where=(OOK_OPGEHEVEN,),
    ),
    Root("trajecten", "Traject", "page", "Trajecten", filters=True, sorts=True),
    Root("knelpunten", "Knelpunt", "page", "Knelpunten", filters=True, sorts=True),
    Root("oplossingen", "Oplossing", "page", "Oplossingen", filters=True, sorts=True),
    Root("personen", "Persoon", "page", "Mensen met een openbare functie", filters=True),
    Root("organisaties", "Organisatie", "page", "Organisaties", filters=True),
    Root(
        "beleidskaders", "Beleidskader", "page", "Lokale beleidskaders",
        where=(GEMEENTE,),
    ),
    Root(
        "themas", "Thema", "page", "Thema's; met `boven` die direct onder dat thema vallen",
        filters=True, sorts=True, where=(BOVEN,),
    ),
    Root("wetten", "Wet", "page", "Wetten in het sociaal domein"),
    Root("departementen", "Departement", "page", "Ministeries"),
    Root("criteria", "Criterium", "page", "De criteria waaraan een traject moet voldoen"),
)  # fmt: skip
BY_NAME = {r.name: r for r in ROOTS}
