"""Types of the API that are not in the graph: pages, answers to a look-up, search results."""

from functools import cache
from typing import Annotated, Any

import strawberry

from graph.cypher.fulltext import WINDOW
from graph.domain.vocabulary import Oplosroute, TrajectCriterium
from graph.pasklaar.alternative import MOST
from graph.pasklaar.lookup import MOST_UNDERSTOOD
from graph.search.paths import QUOTES
from graph.search.traject_criteria import MOST_GROUNDS
from schema.leaves.enums import begrepen_op, enum_of, of_vocabulary, zoek_type
from schema.leaves.scalars import DateTime
from schema.types.arguments import listed, reader


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
    sleutel: str = field("De waarde, of de sleutel van het ding")
    label: str = field("Hoe je het toont")
    aantal: int = field("Hoe vaak")


@strawberry.type(description="Hoe een lijst zich verdeelt over een veld")
class Facet:
    veld: str = field("Het veld")
    waarden: list[FacetWaarde] = strawberry.field(
        resolver=reader({"eerste": (int | None, 10, "Hoeveel waarden je wilt, hoogstens 100")}, listed(FacetWaarde)),
        description="De waarden, meest voorkomende eerst",
    )


@strawberry.type(description="De dingen met dezelfde waarden voor de velden waarop je groepeert")
class Groep:
    sleutels: list[str] = field("De waarde per veld; ONBEKEND als er geen is")
    labels: list[str] = field("Hoe je de waarden toont")
    aantal: int = field("Hoeveel dingen")
    gemiddeldAantalToepassingen: float | None = field("Hoeveel gemeenten ze gemiddeld toepassen, bij oplossingen")


@strawberry.type(description="Een stukje tekst waarin het gezochte staat")
class Fragment:
    veld: str = field("Waar het stukje uit komt")
    tekst: str = field("Het stukje, zonder opmaak")


@strawberry.type(description="De stand van de graaf waarop dit antwoord rust")
class Stand:
    versie: int = field("Oplopend nummer; verandert bij elke wijziging van de graaf")
    op: DateTime = field("Wanneer de graaf voor het laatst veranderde")
    aantalEntiteiten: int = field("Hoeveel dingen er in de graaf staan")


REDENEN = {
    "ZELFDE_KNELPUNT": "De oplossing is gemaakt voor dit knelpunt",
    "VERWANT_KNELPUNT": "De oplossing is gemaakt voor een knelpunt dat hierop lijkt",
    "ZELFDE_THEMA": "De oplossing gaat over hetzelfde thema",
    "TEKST": "De woorden van de vraag staan in de oplossing of haar knelpunt",
    "VERGELIJKBARE_GEMEENTE": "Een gemeente die op die van jou lijkt, gebruikt het",
    "RIJPHEID": "Hoe ver de oplossing is",
    "BEWIJSNIVEAU": "Hoe goed het werkt",
    "VAAK_TOEGEPAST": "Meer gemeenten gebruiken het",
    "RECENT_GETOETST": "Het is kort geleden getoetst",
    "GESTOPT_ELDERS": "Een gemeente is ermee gestopt",
}


@cache
def uitkomst() -> Any:
    """What a judgement can be."""
    return enum_of(
        "CriteriumUitkomst",
        "Of een traject aan een criterium voldoet",
        {
            "VOLDOET": "De graaf laat zien dat het voldoet",
            "VOLDOET_NIET": "Een bron zegt dat het niet voldoet",
            "ONBEKEND": "De graaf zegt er niets over",
        },
    )


@cache
def reden_soort() -> Any:
    """Why something is a hit."""
    return enum_of("PasklaarRedenSoort", "Waarom een oplossing past", REDENEN)


def results(types: dict[str, Any]) -> dict[str, Any]:
    """The result types that point into the graph; `types` are the Strawberry types by name."""

    def kind(name: str, description: str, **fields: tuple[Any, str]) -> Any:
        made = type(name, (), {"__annotations__": {k: t for k, (t, _) in fields.items()}})
        for key, (_, text) in fields.items():
            setattr(made, key, field(text))
        types[name] = strawberry.type(made, description=description)
        return types[name]

    verwant = kind(
        "VerwantKnelpunt",
        "Een knelpunt dat op de vraag of op een ander knelpunt lijkt",
        knelpunt=(types["Knelpunt"], "Het knelpunt"),
        score=(float, "Hoe sterk het lijkt, van 0 tot 1"),
        redenen=(list[str], "Waarom het lijkt"),
    )
    stap = kind(
        "PadStap",
        "Eén stap van een pad",
        soort=(types["RelatieSoort"], "Het soort verband"),
        voorwaarts=(bool, "Of het pad de richting van het verband volgt"),
        van=(types["Entiteit"], "Waar de stap begint"),
        naar=(types["Entiteit"], "Waar de stap eindigt"),
        herkomst=(listed(types["Vermelding"]), f"De passages waar het verband op rust, hoogstens {QUOTES}"),
    )
    pad = kind(
        "Pad",
        "Hoe twee dingen met elkaar te maken hebben",
        lengte=(int, "Het aantal stappen"),
        stappen=(listed(stap), "De stappen, van het begin naar het eind"),
        uitleg=(str, "Het pad in gewone zinnen"),
    )
    reden = kind(
        "PasklaarReden",
        "Eén reden waarom een oplossing past",
        soort=(reden_soort(), "Wat voor reden"),
        uitleg=(str, "De reden in een zin"),
        gewicht=(float, "Hoeveel de reden bijdraagt aan de score"),
        pad=(pad | None, "De verbanden waar de reden op rust, van de vraag naar de oplossing, met hun bronnen"),
    )
    treffer_kinds = {
        "oplossing": types["Oplossing"],
        "score": float,
        "redenen": listed(reden),
        "aantalToepassers": int,
        "ontbreekt": list[str],
    }
    treffer = type("PasklaarTreffer", (), {"__annotations__": treffer_kinds})
    for name, text in {
        "oplossing": "De oplossing",
        "score": "De som van de gewichten van de redenen",
        "redenen": "Waarom ze past; de gewichten tellen op tot de score",
        "aantalToepassers": "Hoeveel gemeenten het nu gebruiken",
        "ontbreekt": "Wat je nog niet weet of mist om het over te nemen",
    }.items():
        setattr(treffer, name, field(text))
    treffer.toepassers = strawberry.field(  # type: ignore[attr-defined]
        resolver=_first("eerste", 3, listed(types["Toepassing"])),
        description="Gemeenten die het gebruiken, de meest vergelijkbare eerst: wie kun je bellen?",
    )
    strawberry.type(treffer, description="Een oplossing die elders al werkt, met de reden waarom ze hier past")
    types["PasklaarTreffer"] = treffer
    alternatief = kind(
        "PasklaarAlternatief",
        "Het nuttige nee: wat er wel is als niets past",
        verwanteKnelpunten=(listed(verwant), f"Knelpunten die erop lijken, hoogstens {MOST}"),
        lopendeTrajecten=(listed(types["Traject"]), "Trajecten die eraan werken"),
        route=(of_vocabulary(Oplosroute) | None, "Wat er nodig is volgens het dichtstbijzijnde knelpunt"),
        wetten=(listed(types["Wet"]), "De wetten die ermee te maken hebben"),
        departementen=(listed(types["Departement"]), "De ministeries die erover gaan"),
        uitleg=(str, "Wat je nu kunt doen"),
    )
    edge = kind(
        "PasklaarEdge",
        "Een treffer met zijn plaats in de lijst",
        cursor=(str, "Wijzer naar deze treffer"),
        node=(treffer, "De treffer"),
    )
    kind(
        "PasklaarConnectie",
        "Het antwoord op de vraag of er iets pasklaar ligt",
        edges=(listed(edge), "De treffers met hun wijzer"),
        nodes=(listed(treffer), "De treffers"),
        pageInfo=(PageInfo, "Waar je bent in de lijst"),
        aantal=(int, "Hoeveel treffers er zijn"),
        begrepenAls=(
            listed(verwant),
            f"Hoe de vraag is begrepen: de knelpunten die erbij horen, hoogstens {MOST_UNDERSTOOD}",
        ),
        aantalBegrepen=(int, "Hoeveel knelpunten bij de vraag horen. Ze tellen allemaal mee"),
        begrepenOp=(begrepen_op() | None, "Waarop een vraag in woorden is vergeleken"),
        letOp=(str | None, "Wat je over dit antwoord moet weten, bijvoorbeeld dat het straks beter kan"),
        alternatief=(alternatief | None, "Waarom er (nog) niets is, en wat er wel is"),
    )
    items = [types[n] for n in _zoekbaar()]
    mark = strawberry.union("ZoekItem", description="Iets dat je kunt vinden")
    union: Any = Annotated[_union(items), mark]
    found = kind(
        "ZoekEdge",
        "Een zoekresultaat",
        cursor=(str, "Wijzer naar dit resultaat"),
        node=(union, "Wat er is gevonden"),
        score=(float, "Plaats in de rangorde: 1 is het beste resultaat, verder aflopend naar 0"),
        fragmenten=(list[Fragment], "Waar het gezochte staat"),
    )
    kind(
        "ZoekConnectie",
        "Zoekresultaten",
        edges=(listed(found), f"De resultaten, beste eerst. Je kunt door de beste {WINDOW} bladeren"),
        pageInfo=(PageInfo, "Waar je bent in de lijst"),
        aantal=(int, "Hoeveel er gevonden is, ook verder dan je kunt bladeren"),
        facetten=(list[Facet], "Hoe de resultaten zich verdelen"),
        bedoeldeU=(str | None, "Een andere schrijfwijze die wel iets oplevert"),
    )
    kind(
        "VergelijkbareGemeente",
        "Een gemeente die op een andere lijkt",
        gemeente=(types["Gemeente"], "De gemeente"),
        score=(float, "Hoe sterk ze lijkt, van 0 tot 1"),
        gedeeldeKnelpunten=(int, "Hoeveel knelpunten ze allebei ervaren"),
        redenen=(list[str], "Waarom ze lijkt"),
    )
    kind(
        "VergelijkbareOplossing",
        "Een oplossing die op een andere lijkt",
        oplossing=(types["Oplossing"], "De oplossing"),
        score=(float, "Hoe sterk ze lijkt, van 0 tot 1"),
        redenen=(list[str], "Waarom ze lijkt"),
    )
    kind(
        "SamenhangendTraject",
        "Een traject dat met een ander te maken heeft",
        traject=(types["Traject"], "Het traject"),
        score=(float, "Hoe sterk de samenhang is, van 0 tot 1"),
        redenen=(list[str], "Wat ze delen"),
    )
    kind(
        "CriteriumOordeel",
        "Of een traject aan een criterium voldoet",
        criterium=(of_vocabulary(TrajectCriterium), "Het criterium"),
        uitkomst=(uitkomst(), "Het oordeel"),
        toelichting=(str, "Waarom"),
        grond=(listed(types["Vermelding"]), f"De passages waar het oordeel op rust, hoogstens {MOST_GROUNDS}"),
    )
    kind(
        "Suggestie",
        "Een aanvulling terwijl je typt",
        tekst=(str, "De naam"),
        soort=(zoek_type(), "Wat het is"),
        id=(strawberry.ID, "De sleutel"),
    )
    return types


def _zoekbaar() -> list[str]:
    return [m.name.capitalize() for m in zoek_type()]


def _union(items: list[Any]) -> Any:
    made = items[0]
    for item in items[1:]:
        made = made | item
    return made


def _first(argument: str, default: int, returns: Any) -> Any:
    return reader({argument: (int | None, default, "Hoeveel")}, returns)
