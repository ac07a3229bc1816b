"""The frame of every list in pages: PageInfo, an Edge and a Connection, and how the list is spread."""

from collections.abc import Mapping
from typing import Any

import strawberry

from schema.fields.paged import best
from schema.leaves.directives import Kosten
from schema.types.stand_ins import add, listed

CURSOR = "Wijzer naar deze plaats in de lijst"


def field(description: str, directives: tuple[object, ...] = ()) -> Any:
    return strawberry.field(description=description, directives=directives)


@strawberry.type(description="Waar je bent in een lijst die in bladzijden komt")
class PageInfo:
    hasNextPage: bool = field("Komt er nog een bladzijde?")
    hasPreviousPage: bool = field("Was er een bladzijde hiervoor?")
    startCursor: str | None = field("Wijzer naar het eerste ding op deze bladzijde")
    endCursor: str | None = field("Wijzer naar het laatste; geef hem als `after` mee voor de volgende bladzijde")


@strawberry.type(description="Eén waarde met het aantal keren dat ze voorkomt")
class FacetWaarde:
    sleutel: str = field("De waarde zoals een filter haar leest; van een ding zijn sleutel")
    id: strawberry.ID | None = field("De sleutel van het ding; leeg als je naar iets anders telt")
    label: str = field("Hoe je het toont")
    aantal: int = field("Hoe vaak")


@strawberry.type(description="De dingen met dezelfde waarden voor de velden waarop je groepeert")
class Groep:
    sleutels: list[str | None] = field("De waarde per veld, in de volgorde waarin je ze vroeg; leeg als er geen is")
    labels: list[str] = field("Hoe je de waarden toont")
    aantal: int = field("Hoeveel dingen")
    gemiddeldAantalToepassingen: float | None = field("Hoeveel gemeenten ze gemiddeld toepassen, bij oplossingen")


def with_fields(name: str, fields: Mapping[str, tuple[object, str]]) -> type:
    """A class that is still being made, with fields that take no arguments: type and description by name."""
    made = type(name, (), {"__annotations__": {}})
    for key, (kind, text) in fields.items():
        shown(made, key, kind, text)
    return made


def shown(cls: type, name: str, kind: object, description: str, directives: tuple[object, ...] = ()) -> None:
    """Put a field without arguments on a class that is still being made."""
    cls.__annotations__[name] = kind
    setattr(cls, name, field(description, directives))


def edge_of(name: str, node: object, said: Mapping[str, tuple[object, str]] | None = None) -> type:
    """An edge that is still being made; `said` is what stands on it besides its cursor and its node."""
    return with_fields(f"{name}Edge", {"cursor": (str, CURSOR), "node": (node, "Het ding zelf"), **(said or {})})


def connection_of(name: str, node: object, edge: object, counting: int = 3) -> type:
    """A connection that is still being made; `counting` is the price of its total."""
    made = with_fields(
        f"{name}Connection",
        {
            "edges": (listed(edge), "De dingen met hun wijzer"),
            "nodes": (listed(node), "De dingen"),
            "pageInfo": (PageInfo, "Waar je bent"),
        },
    )
    shown(made, "aantal", int, "Hoeveel er in totaal zijn", (Kosten(basis=counting),) if counting else ())
    return made


def facet_of(fields: type) -> type:
    """The type of one facet; `fields` is the enum of all that one can count by."""
    made = with_fields("Facet", {"veld": (fields, "Het veld")})
    shown(made, "aantal", int, "Hoeveel verschillende waarden er zijn", (Kosten(basis=100),))
    most = best(10, "Hoeveel waarden je wilt, hoogstens 100")
    add(made, "waarden", listed(FacetWaarde), "De waarden, meest voorkomende eerst", most)
    return strawberry.type(made, description="Hoe een lijst zich verdeelt over een veld")


def facets(cls: type, names: type, facet: type) -> None:
    """`facetten` on a connection, over the values of the enum `names`; `facet` is the type of one."""
    text = "Hoe de hele lijst (met dit filter) zich verdeelt"
    add(cls, "facetten", listed(facet), text, {"velden": (listed(names), ..., "Waarnaar je telt")}, Kosten(basis=100))


def groups(cls: type, names: type) -> None:
    """`groepeer` on a connection, over the values of the enum `names`."""
    text = "Hoeveel er zijn per combinatie van waarden, de meeste eerst; hoogstens 1.000"
    by = {"op": (listed(names), ..., "Waarnaar je telt, hoogstens drie velden")}
    add(cls, "groepeer", listed(Groep), text, by, Kosten(basis=100))
    add(cls, "aantalGroepen", int, "Hoeveel combinaties van waarden er zijn", by, Kosten(basis=100))
