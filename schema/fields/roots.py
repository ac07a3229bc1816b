"""The root fields that read the graph, as a table: read by the Query type and by the compiler."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Root:
    """A root field.

    `shape`: one (by key) or page. `keys` are the fields of a @oneOf key input.
    `where` names extra arguments that the compiler turns into conditions.
    """

    name: str
    target: str
    shape: str
    description: str
    keys: str = ""
    filters: bool = False
    sorts: bool = False
    where: tuple[str, ...] = ()


ROOTS = (
    Root("gemeente", "Gemeente", "one", "Eén gemeente, op sleutel, code of naam", "GemeenteSleutel"),
    Root("traject", "Traject", "one", "Eén traject", "EntiteitSleutel"),
    Root("thema", "Thema", "one", "Eén thema", "EntiteitSleutel"),
    Root("onderwerp", "Onderwerp", "one", "Eén onderwerp van de kaart", "EntiteitSleutel"),
    Root("knelpunt", "Knelpunt", "one", "Eén knelpunt", "EntiteitSleutel"),
    Root("oplossing", "Oplossing", "one", "Eén oplossing", "EntiteitSleutel"),
    Root(
        "gemeenten", "Gemeente", "page", "Gemeenten op naam; opgeheven gemeenten alleen als je erom vraagt",
        filters=True, sorts=True, where=("ookOpgeheven",),
    ),
    Root("trajecten", "Traject", "page", "Trajecten", filters=True, sorts=True),
    Root("knelpunten", "Knelpunt", "page", "Knelpunten", filters=True, sorts=True),
    Root("oplossingen", "Oplossing", "page", "Oplossingen", filters=True, sorts=True),
    Root("personen", "Persoon", "page", "Mensen met een openbare functie", filters=True),
    Root("organisaties", "Organisatie", "page", "Organisaties", filters=True),
    Root(
        "beleidskaders", "Beleidskader", "page", "Lokale beleidskaders",
        where=("gemeente",),
    ),
    Root(
        "themas", "Thema", "page", "Thema's; met `boven` die direct onder dat thema vallen",
        filters=True, sorts=True, where=("boven",),
    ),
    Root("onderwerpen", "Onderwerp", "page", "De kaart van onderwerpen", filters=True, sorts=True),
    Root("wetten", "Wet", "page", "Wetten in het sociaal domein"),
    Root("departementen", "Departement", "page", "Ministeries"),
    Root("criteria", "Criterium", "page", "De criteria waaraan een traject moet voldoen"),
)  # fmt: skip
BY_NAME = {r.name: r for r in ROOTS}
