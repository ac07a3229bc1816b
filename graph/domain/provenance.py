"""Where everything in the graph comes from, in PROV's spirit: ordinary types, read by the same reader as the domain.

    (thing or relationship).feiten ─ids─> (:Feit)-[:BLIJKT_UIT]->(:Passage)-[:UIT]->(:Document)
    (:Document)-[:GELADEN_MET]->(:Lading)
    (:Wijziging {ding})   what happened to a thing, by its id: the history stays when the thing goes

A relationship cannot carry relationships, so things and relationships alike list the ids of their facts.
Three times are kept apart: when it was true (`van`, `tot` of the thing), when the source said it (`Document.datum`),
and when we recorded it (`Passage.vastgelegdOp`).
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar

from graph.domain import declaration
from graph.domain.declaration import PARTIJ, URI
from graph.domain.guards import Achter, Genoteerd, Over, Voor, Zicht
from graph.domain.marks import End, Field, Heeft, Index, Intern, Relationship, Shape, Sorteer
from graph.domain.reader import Model, read
from graph.domain.vocabulary import Rol, WijzigingSoort

INSIDE = Heeft((Rol.ANALIST, Rol.PROGRAMMABUREAU))
"""Who changed what is for those who look after the graph."""


@dataclass(frozen=True)
class Document:
    """Een document of webpagina waar feiten uit komen."""

    graphql_name: ClassVar[str] = "Bron"
    zicht: ClassVar[Zicht] = Achter("UIT")
    id: Annotated[str, "Sleutel, afgeleid van de inhoud"]
    titel: Annotated[str, "De titel", Sorteer()]
    soort: Annotated[str, "Wat voor bron het is"]
    url: Annotated[URI | None, "Waar het staat"]
    datum: Annotated[date | None, "De datum die de bron zelf noemt"]
    sha256: Annotated[str, "Vingerafdruk van de bytes"]
    bestand: Annotated[str | None, "De naam van het bestand", Intern()]
    tekens: Annotated[int | None, "Aantal tekens van de tekst", Intern()]


@dataclass(frozen=True)
class Passage:
    """Een uitspraak in de graaf, met de passage waaruit ze komt."""

    graphql_name: ClassVar[str] = "Vermelding"
    zicht: ClassVar[Zicht] = Achter("BLIJKT_UIT")
    id: Annotated[str, "Sleutel, afgeleid van document, plaats en feit"]
    passage: Annotated[str | None, "De woorden van de bron; van een rij of record de velden, zo dat je ze kunt lezen"]
    pagina: Annotated[int | None, "De pagina, als de bron die heeft"]
    zekerheid: Annotated[float, "Hoe zeker het is gelezen, van 0 tot 1"]
    onderbouwt: Annotated[str, "Veld of relatie die hierop rust, bijvoorbeeld rijpheid of LOST_OP"]
    regel: Annotated[str, "De leesregel die het vond"]
    vastgelegdDoor: Annotated[str, "Wie het vastlegde"]
    vastgelegdOp: Annotated[datetime, "Wanneer het is vastgelegd"]
    bevestigd: Annotated[bool, "Of iemand het heeft bevestigd"]
    van: Annotated[int | None, "Eerste teken in de tekst van de bron, geteld vanaf nul"]
    tot: Annotated[int | None, "Teken na het laatste"]


@dataclass(frozen=True)
class Feit:
    """Eén bewering: een veld van een ding, of een relatie tussen twee dingen."""

    zicht: ClassVar[Zicht] = Over(("onderwerp", "voorwerp"))

    id: Annotated[str, "Sleutel, afgeleid van soort, onderwerp, gezegde en voorwerp"]
    soort: Annotated[str, "The kind, as a proposal spells it: rol, organisatie", Intern()]
    velden: Annotated[str, "What is claimed, as JSON", Intern()]
    onderwerp: Annotated[str, "The id of what it is about, or what that is called as long as it is no thing", Intern()]
    gezegde: Annotated[str, "Veld of relatie"]
    voorwerp: Annotated[str | None, "The value, or the id of the other thing and what tells two ties apart", Intern()]
    besluit: Annotated[str, "ja, nee or verbeterd", Intern()]
    verbeterd: Annotated[str | None, "What was read where a person wrote something else, as JSON", Intern()]
    staatVast: Annotated[bool | None, "A person said that it holds, though a new document is silent", Intern()]


@dataclass(frozen=True)
class LadingTelling:
    """Wat een lading deed, in aantallen."""

    aangemaakt: Annotated[int, "Nieuw"]
    bijgewerkt: Annotated[int, "Veranderd"]
    ongewijzigd: Annotated[int, "Al bekend"]
    afgekeurd: Annotated[int, "Niet geladen"]


@dataclass(frozen=True)
class Lading:
    """Eén keer laden: wie, wanneer, wat."""

    zicht: ClassVar[Zicht] = Voor(INSIDE.rollen)

    id: Annotated[str, "Sleutel, afgeleid van de inhoud"]
    gestartOp: Annotated[datetime, "Wanneer het laden begon"]
    door: Annotated[str, "Wie laadde"]
    telling: Annotated[LadingTelling, "Wat het deed"]
    teruggedraaid: Annotated[bool, "Of het ongedaan is gemaakt"]
    graafversie: Annotated[int | None, "The version of the graph it made", Intern()]
    ongedaan: Annotated[str | None, "What undoing needs: the state before, as JSON", Intern()]
    editie: Annotated[str | None, "The edition of the seeds, when the load was one", Intern()]


@dataclass(frozen=True)
class VeldWijziging:
    """Eén veld dat veranderde."""

    veld: Annotated[str, "De naam van het veld of de relatie"]
    oud: Annotated[str | None, "Wat er stond; leeg als er niets stond"]
    nieuw: Annotated[str | None, "Wat er kwam te staan; leeg als het wegging"]


@dataclass(frozen=True)
class Wijziging:
    """Wat er bij één keer laden of bewerken met één ding gebeurde."""

    zicht: ClassVar[Zicht] = Genoteerd("plaatsOpenbaar")

    id: Annotated[str, "Sleutel, afgeleid van het ding en de versie van de graaf"]
    op: Annotated[datetime, "Wanneer het gebeurde"]
    rol: Annotated[Rol | None, "In welke rol iemand het deed; leeg bij wat van vroeger is"]
    door: Annotated[str, "Wie het deed", INSIDE]
    soort: Annotated[WijzigingSoort, "Wat er gebeurde"]
    velden: Annotated[tuple[VeldWijziging, ...], "Welke velden en relaties veranderden", INSIDE]
    ding: Annotated[str, "The id of the thing it is about", Index(), Intern()]
    dingVersie: Annotated[int | None, "Which version of that thing it made; 0 when only relations changed", Intern()]
    dingSoort: Annotated[str, "The kind of that thing, as ZoekType spells it", Intern()]
    plaats: Annotated[int, "Its place among all changes, counted from 1", Index(), Intern()]
    plaatsOpenbaar: Annotated[int | None, "Its place among those that everybody sees", Index(), Intern()]
    lading: Annotated[str, "The load that did it", Intern()]


class BlijktUit(Relationship):
    """Een feit blijkt uit een passage."""

    source = End(Feit, Field("vermeldingen", "De passages waar dit uit blijkt"))
    target = End(Passage, Field("feit", "Het feit dat hieruit blijkt", Shape.REQUIRED))


class Uit(Relationship):
    """Een passage staat in een document."""

    source = End(Passage, Field("bron", "Het document waarin dit staat", Shape.REQUIRED))
    target = End(Document)


class GeladenMet(Relationship):
    """Een document is geladen met een lading."""

    source = End(Document, Field("lading", "De laatste lading van dit document", Shape.ONE))
    target = End(Lading, Field("bronnen", "De documenten van deze lading"))


class UitgegevenDoor(Relationship):
    """Wie een document uitgaf."""

    source = End(Document, Field("uitgever", "Wie dit uitgaf", Shape.ONE))
    target = End(*PARTIJ)


NODES: tuple[type, ...] = (Document, Passage, Feit, Lading, Wijziging)
RELATIONSHIPS: tuple[type[Relationship], ...] = (BlijktUit, Uit, GeladenMet, UitgegevenDoor)
MODEL: Model = read((*declaration.NODES, *NODES), (*declaration.RELATIONSHIPS, *RELATIONSHIPS))
"""Domain and provenance together: the model of the service."""
