"""Types of the API that are not in the graph: answers to a look-up, search results, judgements."""

from collections.abc import Mapping
from typing import Annotated, Any

import strawberry

from graph.cypher.relevance import TEXTS
from graph.domain.reader import upper_snake
from graph.domain.vocabulary import Oplosroute, TrajectCriterium
from schema.fields.deferred import MEANT
from schema.fields.paged import best
from schema.leaves.enums import begrepen_op, enum_of, of_vocabulary, zoek_type
from schema.leaves.scalars import URI, DateTime
from schema.types.connections import BY_KIND_OF_THING
from schema.types.outcomes import bel_rol, pasklaar_uitkomst, reden_soort, uitkomst
from schema.types.relay import connection_of, edge_of, facets, field, shown, with_fields
from schema.types.stand_ins import add, listed

FRAGMENT_VELD = enum_of(
    "FragmentVeld", "Waar een stukje tekst uit komt",
    {upper_snake(name): f"Het veld {name}" for name in ("naam", *TEXTS)},
)  # fmt: skip


@strawberry.type(description="Een stukje tekst waarin het gezochte staat")
class Fragment:
    veld: FRAGMENT_VELD = field("Waar het stukje uit komt")  # type: ignore[valid-type]
    tekst: str = field("Het stukje, zonder opmaak")


@strawberry.type(description="De stand van de graaf waarop dit antwoord rust")
class Stand:
    versie: int = field("Oplopend nummer; verandert bij elke wijziging van de graaf")
    op: DateTime = field("Wanneer de graaf voor het laatst veranderde")
    aantalEntiteiten: int = field("Hoeveel dingen er in de graaf staan")
    positie: int = field("De positie van de laatste wijziging die jij mag zien; 0 als er nog geen is")


class Results:
    """The result types that point into the graph; they are added to `types`, the Strawberry types by name."""

    def __init__(self, types: dict[str, Any]) -> None:
        self.types = types

    def make(self) -> None:
        """All of them, those that others show first."""
        self._paths()
        self._calling()
        self._hits()
        self._search()
        self._likeness()
        self._counted()
        self._judgements()

    def kind(self, name: str, description: str, **fields: tuple[object, str]) -> Any:
        """An object type with fields that take no arguments."""
        return self.done(with_fields(name, fields), description)

    def done(self, made: type, description: str) -> Any:
        self.types[made.__name__] = strawberry.type(made, description=description)
        return self.types[made.__name__]

    def _paths(self) -> None:
        types = self.types
        stap = self.kind(
            "PadStap",
            "Eén stap van een pad",
            soort=(types["RelatieSoort"], "Wat voor relatie"),
            voorwaarts=(bool, "Of het pad de richting van de relatie volgt"),
            van=(types["Entiteit"], "Waar de stap begint"),
            naar=(types["Entiteit"], "Waar de stap eindigt"),
            herkomst=(listed(types["Vermelding"]), "De passages waar de relatie op rust, hoogstens vijf"),
            aantalHerkomst=(int, "Hoeveel passages er zijn"),
        )
        self.kind(
            "Pad",
            "Hoe twee dingen met elkaar te maken hebben",
            lengte=(int, "Het aantal stappen"),
            stappen=(listed(stap), "De stappen, van het begin naar het eind"),
            uitleg=(str, "Het pad in gewone zinnen"),
        )

    def _calling(self) -> None:
        rol = bel_rol()
        self.kind(
            "Belpunt",
            "Iemand die je over een oplossing kunt bereiken: met een nummer, een adres of een bladzijde",
            wie=(str, "Wie het is"),
            rol=(rol, "Het belangrijkste wat hij met de oplossing te maken heeft"),
            rollen=(listed(rol), "Alles wat hij met de oplossing te maken heeft"),
            uitleg=(str, "Hetzelfde in een zin; leeg bij een contactpunt van de oplossing zelf"),
            vraagNaar=(str | None, "Naar wie je kunt vragen, met de functie"),
            telefoon=(str | None, "Telefoonnummer"),
            email=(str | None, "Postbus van de organisatie"),
            website=(URI | None, "Bladzijde of website"),
            postadres=(str | None, "Postadres, als er niets anders is of de bron het noemt"),
            partij=(self.types["Partij"] | None, "De gemeente of organisatie, als de graaf haar kent"),
            bron=(URI | None, "Waar het contactpunt staat"),
        )

    def _hits(self) -> None:
        types = self.types
        verwant = self.kind(
            "VerwantKnelpunt",
            "Een knelpunt dat op de vraag of op een ander knelpunt lijkt",
            knelpunt=(types["Knelpunt"], "Het knelpunt"),
            score=(float, "Hoe sterk het lijkt, van 0 tot 1"),
            redenen=(list[str], "Waarom het lijkt"),
        )
        reden = self.kind(
            "PasklaarReden",
            "Eén reden waarom een oplossing past",
            soort=(reden_soort(), "Wat voor reden"),
            uitleg=(str, "De reden in een zin"),
            gewicht=(float, "Hoeveel de reden bijdraagt aan de score"),
            pad=(
                types["Pad"] | None,
                "De relaties waar de reden op rust, van de vraag naar de oplossing, met hun bronnen",
            ),
        )
        has = self.kind(
            "HeeftAl",
            "Een oplossing die bij de vraag past en die jouw gemeente al heeft",
            oplossing=(types["Oplossing"], "De oplossing"),
            uitleg=(str, "Wat jouw gemeente ermee doet, in een zin"),
        )
        hit = with_fields(
            "PasklaarTreffer",
            {
                "oplossing": (types["Oplossing"], "De oplossing"),
                "score": (float, "De som van de gewichten van de redenen"),
                "redenen": (listed(reden), "Waarom ze past; de gewichten tellen op tot de score"),
                "aantalToepassers": (int, "Hoeveel gemeenten het nu gebruiken"),
                "ontbreekt": (list[str], "Wat je nog niet weet of mist om het over te nemen"),
                "heeftAl": (str | None, "Wat jouw gemeente er al mee doet; leeg als ze het nog niet heeft"),
            },
        )
        text = "Wie je kunt bellen of mailen: alleen wie te bereiken is, de beste ingang eerst"
        add(hit, "bellen", listed(types["Belpunt"]), text, best(3))
        text = "Gemeenten die het gebruiken, de meest vergelijkbare eerst"
        add(hit, "toepassers", listed(types["Toepassing"]), text, best(3))
        self.done(hit, "Een oplossing die elders al werkt, met de reden waarom ze hier past")
        self._nothing(verwant)
        edge = self.done(edge_of("Pasklaar", hit), "Een treffer met zijn plaats in de lijst")
        found = connection_of("Pasklaar", hit, edge, counting=0)
        text = "Wat jouw gemeente al heeft van alles wat past, ook wat niet bij de treffers staat"
        some(found, "heeftAl", has, text, "Hoeveel jouw gemeente al heeft")
        some(found, "begrepenAls", verwant, "Hoe de vraag is begrepen", "Hoeveel knelpunten de vraag raakt")
        shown(found, "uitkomst", pasklaar_uitkomst(), "Wat voor antwoord het is: er ligt iets, of welk soort nee")
        text = "Waar de vraag over gaat: het onderwerp van de kaart, als we dat herkennen"
        shown(found, "onderwerp", types["Onderwerp"] | None, text)
        text = "Wat je bij naam noemt, als je vraag een naam is: een gemeente, wet, thema, oplossing of organisatie"
        shown(found, "genoemd", types["Entiteit"] | None, text)
        shown(found, "begrepenOp", begrepen_op() | None, "Waarop een vraag in woorden is vergeleken")
        text = "Wat je over dit antwoord moet weten, bijvoorbeeld dat het straks beter kan"
        shown(found, "letOp", str | None, text)
        text = "Waarom er (nog) niets is, en wat er wel is"
        shown(found, "alternatief", types["PasklaarAlternatief"] | None, text)
        self.done(found, "Het antwoord op de vraag of er iets pasklaar ligt")

    def _nothing(self, verwant: type) -> None:
        types = self.types
        made = with_fields(
            "PasklaarAlternatief",
            {
                "verwanteKnelpunten": (listed(verwant), "Knelpunten die erop lijken, hoogstens drie"),
                "route": (of_vocabulary(Oplosroute) | None, "Wat er nodig is volgens het dichtstbijzijnde knelpunt"),
                "uitleg": (str, "Wat voor nee het is, en wat je nu kunt doen"),
                "aantalVragen": (int, "Hoe vaak er eerder naar dit onderwerp is gevraagd zonder dat er iets lag"),
            },
        )
        text = "Onderwerpen in de buurt waar wel iets over op de plank ligt"
        some(made, "dichtbij", types["Onderwerp"], text, "Hoeveel onderwerpen dat zijn")
        some(made, "lopendeTrajecten", types["Traject"], "Trajecten die eraan werken", "Hoeveel trajecten dat zijn")
        some(made, "wetten", types["Wet"], "De wetten die ermee te maken hebben", "Hoeveel wetten dat zijn")
        text = "De ministeries die erover gaan"
        some(made, "departementen", types["Departement"], text, "Hoeveel ministeries dat zijn")
        self.done(made, "Het nuttige nee: wat er wel is als niets past")

    def _search(self) -> None:
        mark = strawberry.union("ZoekItem", description="Iets dat je kunt vinden")
        union: Any = Annotated[_union([self.types[n] for n in _zoekbaar()]), mark]
        edge = edge_of("Zoek", union)
        shown(edge, "score", float, "Plaats in de rangorde: 1 is het beste resultaat, verder aflopend naar 0")
        shown(edge, "fragmenten", list[Fragment], "Waar het gezochte staat")
        found = connection_of("Zoek", union, self.done(edge, "Een zoekresultaat"))
        names = enum_of("ZoekFacet", "Waarnaar je kunt tellen (Zoek)", BY_KIND_OF_THING)
        facets(found, names, self.types["Facet"])
        shown(found, MEANT.name, str | None, MEANT.description)
        self.done(found, "Zoekresultaten, het beste eerst")
        self.kind(
            "Suggestie",
            "Een aanvulling terwijl je typt",
            tekst=(str, "De naam"),
            soort=(zoek_type(), "Wat het is"),
            id=(strawberry.ID, "De sleutel"),
        )

    def _likeness(self) -> None:
        shared = {"gedeeldeKnelpunten": (int, "Hoeveel knelpunten ze allebei ervaren")}
        self._near("VergelijkbareGemeente", "Gemeente", "Gemeenten die op een andere lijken", shared)
        self._near("VergelijkbareOplossing", "Oplossing", "Oplossingen die op een andere lijken")
        self._near("VerwantKnelpunt", "Knelpunt", "Knelpunten die op een ander lijken")
        self._near("SamenhangendTraject", "Traject", "Trajecten die met een ander te maken hebben")

    def _near(
        self, name: str, target: str, description: str, more: Mapping[str, tuple[object, str]] | None = None
    ) -> None:
        """A list of what is near a thing; why it is near stands on the edge."""
        said = {
            "score": (float, "Hoe dicht het erbij ligt, van 0 tot 1"),
            **(more or {}),
            "redenen": (list[str], "Waarom"),
        }
        edge = self.done(edge_of(name, self.types[target], said), f"Eén plaats in een lijst: {description.lower()}")
        made = connection_of(name, self.types[target], edge, counting=0)
        self.done(made, f"{description}, het dichtstbij eerst")

    def _counted(self) -> None:
        self.kind(
            "GebruikTelling",
            "Hoeveel gemeenten waar staan met een oplossing, elke gemeente één keer",
            inGebruik=(int, "Gemeenten die het gebruiken"),
            voorbereiding=(int, "Gemeenten die het voorbereiden"),
            overweegt=(int, "Gemeenten die erover denken"),
            gestopt=(int, "Gemeenten die ermee stopten, of bij wie de laatste dag voorbij is"),
            onbekend=(int, "Gemeenten waarvan de bron niet zegt of het nog loopt"),
            minstens=(
                int,
                "Hoeveel gemeenten het minstens gebruiken of gebruikten, hier of volgens een bron",
            ),
            compleet=(bool, "Of hier alle gemeenten staan die een bron noemt"),
        )

    def _judgements(self) -> None:
        self.kind(
            "CriteriumOordeel",
            "Of een traject aan een criterium voldoet",
            criterium=(of_vocabulary(TrajectCriterium), "Het criterium"),
            uitkomst=(uitkomst() | None, "Het oordeel; leeg als de graaf er niets over zegt"),
            toelichting=(str, "Waarom"),
            grond=(listed(self.types["Vermelding"]), "De passages waar het oordeel op rust, hoogstens vijf"),
            aantalGrond=(int, "Hoeveel passages er zijn"),
        )


def some(cls: type, name: str, kind: object, description: str, total: str) -> None:
    """A list of which one asks the first, with the total beside it."""
    add(cls, name, listed(kind), description, best(10))
    shown(cls, f"aantal{name[0].upper()}{name[1:]}", int, total)


def _zoekbaar() -> list[str]:
    return [m.name.capitalize() for m in zoek_type()]


def _union(items: list[Any]) -> Any:
    made = items[0]
    for item in items[1:]:
        made = made | item
    return made
