"""The root fields that read the graph, as a table: read by the Query type and by the compiler."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.cypher.atoms import Prop
from graph.cypher.query import ALWAYS, Condition, Missing


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


OOK_OPGEHEVEN = Extra(
    "ookOpgeheven", bool, False, "Ook gemeenten die niet meer bestaan",
    lambda value: ALWAYS if value is True else Missing(Prop("einddatum")),
)  # fmt: skip
ROOTS = (
    Root("node", "Node", "node", "Wat je maar wilt, op sleutel"),
    Root("nodes", "Node", "nodes", "Meer dingen, in de volgorde van de sleutels"),
    Root("gemeente", "Gemeente", "one", "Eén gemeente, op sleutel, code of naam", "GemeenteSleutel"),
    Root("departement", "Departement", "one", "Eén ministerie", "EntiteitSleutel"),
    Root("organisatie", "Organisatie", "one", "Eén organisatie", "EntiteitSleutel"),
    Root("persoon", "Persoon", "one", "Iemand met een openbare functie", "EntiteitSleutel"),
    Root("traject", "Traject", "one", "Eén traject", "EntiteitSleutel"),
    Root("thema", "Thema", "one", "Eén thema", "EntiteitSleutel"),
    Root("onderwerp", "Onderwerp", "one", "Eén onderwerp van de kaart", "EntiteitSleutel"),
    Root("knelpunt", "Knelpunt", "one", "Eén knelpunt", "EntiteitSleutel"),
    Root("oplossing", "Oplossing", "one", "Eén oplossing", "EntiteitSleutel"),
    Root("toepassing", "Toepassing", "one", "Eén toepassing", "EntiteitSleutel"),
    Root("wet", "Wet", "one", "Eén wet", "EntiteitSleutel"),
    Root("beleidskader", "Beleidskader", "one", "Eén lokaal beleidskader", "EntiteitSleutel"),
    Root("uitvoeringsprogramma", "Uitvoeringsprogramma", "one", "Eén uitvoeringsprogramma", "EntiteitSleutel"),
    Root("voortgang", "Voortgang", "one", "Eén bericht over de stand van een traject", "EntiteitSleutel"),
    Root("criterium", "Criterium", "one", "Eén criterium voor een traject", "EntiteitSleutel"),
    Root(
        "gemeenten", "Gemeente", "page", "Gemeenten op naam; opgeheven gemeenten alleen als je erom vraagt",
        filters=True, sorts=True, where=(OOK_OPGEHEVEN,),
    ),
    Root("trajecten", "Traject", "page", "Trajecten", filters=True, sorts=True),
    Root("knelpunten", "Knelpunt", "page", "Knelpunten", filters=True, sorts=True),
    Root("oplossingen", "Oplossing", "page", "Oplossingen", filters=True, sorts=True),
    Root("toepassingen", "Toepassing", "page", "Wat gemeenten toepassen", filters=True, sorts=True),
    Root("personen", "Persoon", "page", "Mensen met een openbare functie", filters=True),
    Root("organisaties", "Organisatie", "page", "Organisaties", filters=True),
    Root("beleidskaders", "Beleidskader", "page", "Lokale beleidskaders", filters=True),
    Root("themas", "Thema", "page", "Thema's", filters=True, sorts=True),
    Root("onderwerpen", "Onderwerp", "page", "De kaart van onderwerpen", filters=True, sorts=True),
    Root("wetten", "Wet", "page", "Wetten in het sociaal domein", filters=True),
    Root("departementen", "Departement", "page", "Ministeries", filters=True),
    Root("criteria", "Criterium", "page", "De criteria waaraan een traject moet voldoen"),
)  # fmt: skip
BY_NAME = {r.name: r for r in ROOTS}
