"""The domain, declared once: node types, relationship types, and the GraphQL fields that follow them.

This is the only file a new type touches. The explicit tuples at its foot are read by `graph.domain.reader`.
Strings in `Annotated` and in fields are the Dutch descriptions of the API; the first one is the description.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar

from graph.domain.guards import THINGS, Zicht
from graph.domain.marks import (
    Bijnaam,
    End,
    Facet,
    Field,
    Filter,
    Heeft,
    Index,
    Intern,
    Naam,
    Relationship,
    Shape,
    Sleutel,
    Sorteer,
    Toestemming,
    View,
    Zoek,
)
from graph.domain.vocabulary import (
    BeoordelingOver,
    BerichtSoort,
    Bewijsniveau,
    ContactpuntSoort,
    Domein,
    KnelpuntFase,
    OorzaakSoort,
    Oplosroute,
    PublicatieStatus,
    Rijpheid,
    Rol,
    ToepassingStatus,
    TrajectCriterium,
    TrajectStatus,
)


class URI(str):
    """An address on the web."""

    __slots__ = ()


class GemeenteCode(str):
    """CBS-gemeentecode, bijvoorbeeld GM0344."""

    __slots__ = ()


@dataclass(frozen=True)
class Entiteit:
    """Alles wat in de graaf een zelfstandige identiteit en herkomst heeft."""

    zicht: ClassVar[Zicht] = THINGS

    id: Annotated[str, "Vaste, leesbare sleutel: soort en naam", Filter(exact=True)]
    weergavenaam: Annotated[str, "De naam zoals je die toont"]
    publicatieStatus: Annotated[PublicatieStatus, "Of het zichtbaar is voor iedereen"]
    publicatieReden: Annotated[str | None, "Why it is withdrawn or was given back", Intern()]
    vervangenDoor: Annotated[str | None, "The id of what came in its place when it was withdrawn", Intern()]
    gewijzigdOp: Annotated[datetime, "Wanneer dit voor het laatst veranderde", Filter("gewijzigd"), Sorteer()]
    versie: Annotated[int, "Oplopend nummer; verandert bij elke wijziging"]
    volgorde: Annotated[str, "Sort key: folded name and id, unique", Intern(), Index()]
    naamPlat: Annotated[str, "The name in lower case without accents", Intern(), Index()]
    zoektekst: Annotated[str, "Everything the full text reads", Intern()]
    naamVormen: Annotated[str, "The stems of the words of the name", Intern()]
    tekstVormen: Annotated[str, "The stems of the words of the other texts one can search", Intern()]
    feiten: Annotated[tuple[str, ...], "Ids of the facts this rests on", Intern()]


@dataclass(frozen=True)
class Partij(Entiteit):
    """Een gemeente, departement of organisatie: wie kan meedoen, ervaren of ontwikkelen."""

    soort: Annotated[str | None, "The kind of body, in the words of its source or else the name of its type", Intern()]


@dataclass(frozen=True)
class Gemeente(Partij):
    """Een Nederlandse gemeente, ook als ze is opgeheven."""

    code: Annotated[GemeenteCode, "CBS-code, bijvoorbeeld GM0344", Sleutel(), Filter(exact=True)]
    naam: Annotated[str, "De naam", Naam(), Filter(), Sorteer()]
    inwoners: Annotated[int | None, "Aantal inwoners", Filter(), Sorteer()]
    provincie: Annotated[str | None, "De provincie", Index(), Filter(exact=True), Facet("PROVINCIE")]
    regios: Annotated[tuple[str, ...], "Regio's waarin de gemeente samenwerkt"]
    ookBekendAls: Annotated[tuple[str, ...], "Andere namen van deze gemeente", Zoek(), Bijnaam()]
    begindatum: Annotated[date | None, "Eerste dag van de gemeente, als die bekend is"]
    einddatum: Annotated[date | None, "Laatste dag van de gemeente; leeg als ze nog bestaat", Index()]
    tooi: Annotated[URI | None, "Adres in het register van overheidsorganisaties (TOOI)"]
    website: Annotated[URI | None, "Adres van de website"]
    telefoon: Annotated[str | None, "Algemeen telefoonnummer"]
    email: Annotated[str | None, "Algemeen e-mailadres, als de gemeente dat in het register heeft gezet"]
    jeugdregio: Annotated[str | None, "Jeugdregio (CBS, Gebieden in Nederland 2024)", Filter(exact=True)]
    arbeidsmarktregio: Annotated[str | None, "Arbeidsmarktregio (CBS, Gebieden in Nederland 2024)", Filter(exact=True)]
    ggd: Annotated[str | None, "GGD-regio (CBS, Gebieden in Nederland 2024)", Filter(exact=True)]
    veiligheidsregio: Annotated[str | None, "Veiligheidsregio (CBS, Gebieden in Nederland 2024)", Filter(exact=True)]
    stedelijkheid: Annotated[str | None, "Hoe stedelijk ze is (CBS, Gebieden in Nederland 2024)", Filter(exact=True)]


@dataclass(frozen=True)
class Departement(Partij):
    """Een ministerie."""

    afkorting: Annotated[str, "De gebruikelijke afkorting", Zoek(), Bijnaam()]
    naam: Annotated[str, "De volledige naam", Naam(), Filter()]


@dataclass(frozen=True)
class Organisatie(Partij):
    """Een vereniging, overlegorgaan, uitvoerder of andere organisatie."""

    naam: Annotated[str, "De naam", Naam(), Filter()]
    voluit: Annotated[str | None, "De naam zonder afkortingen", Zoek(), Bijnaam()]
    soortOrganisatie: Annotated[str | None, "Wat voor organisatie het is"]
    website: Annotated[URI | None, "Adres van de website"]


@dataclass(frozen=True)
class Persoon(Entiteit):
    """Iemand met een openbare functie. De graaf kent alleen die functie, uit een openbare bron."""

    in_openbare_reeks: ClassVar[bool] = False  # that series stands in caches that nobody can empty
    naam: Annotated[str, "De naam", Naam(), Filter()]
    email: Annotated[
        str | None,
        "E-mailadres, van wie daar toestemming voor gaf; alleen te zien vanaf de rol GEMEENTE",
        Heeft((Rol.GEMEENTE, Rol.ANALIST, Rol.PROGRAMMABUREAU)),
        Toestemming("emailToestemming"),
    ]
    emailToestemming: Annotated[
        date | None,
        "Sinds wanneer er toestemming is om het e-mailadres te bewaren en te tonen",
        Heeft((Rol.ANALIST, Rol.PROGRAMMABUREAU)),
    ]


@dataclass(frozen=True)
class Traject(Entiteit):
    """Een verbetertraject waarin gemeenten en Rijk samen een knelpunt aanpakken."""

    naam: Annotated[str, "De naam", Naam(), Filter(), Sorteer()]
    samenvatting: Annotated[str | None, "Waar het traject over gaat", Zoek()]
    status: Annotated[
        TrajectStatus | None, "Hoe ver het traject is; leeg als geen bron het zegt", Index(), Filter(), Facet("STATUS")
    ]
    gestartOp: Annotated[date | None, "Wanneer het traject begon", Filter(), Sorteer()]
    afgerondOp: Annotated[date | None, "Wanneer het traject klaar was", Filter()]


@dataclass(frozen=True)
class Thema(Entiteit):
    """Een onderwerp uit het sociaal domein."""

    naam: Annotated[str, "De naam", Naam(), Filter(), Sorteer()]
    omschrijving: Annotated[str | None, "Wat eronder valt", Zoek()]
    synoniemen: Annotated[tuple[str, ...], "Ook bekend als", Zoek()]
    toplijst: Annotated[URI | None, "Verwante ingang in de toplijst van overheidsonderwerpen (TOOI)"]


@dataclass(frozen=True)
class Onderwerp(Entiteit):
    """Een onderwerp van de kaart: waar een vraag over kan gaan, ook als er niets over op de plank ligt."""

    naam: Annotated[str, "De naam", Naam(), Filter(), Sorteer()]
    omschrijving: Annotated[str | None, "Wat eronder valt", Zoek()]
    zegswijzen: Annotated[tuple[str, ...], "Hoe mensen het noemen", Zoek()]
    gevraagdAls: Annotated[tuple[str, ...], "Hoe mensen ernaar vragen, in hele zinnen"]
    domein: Annotated[
        Domein, "Of het in, op de rand van of buiten het sociaal domein ligt", Index(), Filter(), Facet("DOMEIN")
    ]
    upl: Annotated[tuple[str, ...], "Officiële namen van producten die erbij horen (Uniforme Productnamenlijst)"]
    aanbieders: Annotated[tuple[str, ...], "Welke overheden die producten aanbieden, volgens dezelfde lijst"]
    verwijs: Annotated[str | None, "Waar je ermee terechtkunt; leeg als we dat niet zeker weten"]


@dataclass(frozen=True)
class Knelpunt(Entiteit):
    """Iets waar inwoners of gemeenten op vastlopen."""

    externeSleutel: Annotated[str | None, "Sleutel in de bron waaruit geladen is", Index()]
    titel: Annotated[str, "De titel", Naam(), Filter(), Sorteer()]
    omschrijving: Annotated[str | None, "Wat er misgaat", Zoek()]
    synoniemen: Annotated[tuple[str, ...], "Ook bekend als (voor zoeken en ontdubbelen)", Zoek()]
    gevraagdAls: Annotated[tuple[str, ...], "Hoe mensen ernaar vragen, in hele zinnen"]
    fase: Annotated[KnelpuntFase, "Hoe ver het is in zijn levensloop", Filter(), Facet("FASE")]
    oorzaken: Annotated[tuple[OorzaakSoort, ...], "Waar het door komt", Filter("oorzaak"), Facet("OORZAAK")]
    route: Annotated[
        Oplosroute | None, "Wat er nodig is; leeg zolang niemand het heeft vastgesteld", Filter(), Facet("ROUTE")
    ]
    bronOntbreekt: Annotated[
        str | None, "Wat er is gezocht als geen openbare bron het knelpunt beschrijft; anders leeg"
    ]


@dataclass(frozen=True)
class Overneembaarheid:
    """Wat je nodig hebt om een oplossing over te nemen."""

    doorlooptijdWeken: Annotated[int | None, "Hoe lang het duurt, in weken"]
    kostenIndicatie: Annotated[str | None, "Wat het ongeveer kost"]
    benodigd: Annotated[tuple[str, ...], "Wat er nodig is"]
    juridischeGrondslag: Annotated[tuple[str, ...], "Op welke regels het rust"]
    valkuilen: Annotated[tuple[str, ...], "Waar het mis kan gaan"]
    laatstGetoetstOp: Annotated[date | None, "Wanneer dit voor het laatst is getoetst", Filter("getoetst")]


@dataclass(frozen=True)
class Materiaal:
    """Iets dat je kunt gebruiken: een handleiding, formulier of folder."""

    titel: Annotated[str, "De titel"]
    url: Annotated[URI, "Waar het staat"]
    soort: Annotated[str, "Wat het is"]
    mediatype: Annotated[str | None, "Het bestandstype"]


@dataclass(frozen=True)
class Beoordeling:
    """Een onderzoek naar een oplossing, of een oordeel erover."""

    soort: Annotated[str, "Wat het is, bijvoorbeeld erkenning, evaluatie of effectonderzoek"]
    door: Annotated[str | None, "Wie het deed; leeg als de bron dat niet zegt"]
    over: Annotated[BeoordelingOver | None, "Waar het over gaat"]
    oordeel: Annotated[str, "Wat eruit kwam"]
    datum: Annotated[str | None, "De dag, de maand of het jaar, zoals de bron die noemt"]
    url: Annotated[URI | None, "Waar het staat; leeg als de bron geen adres geeft"]


@dataclass(frozen=True)
class Bericht:
    """Wat een bron meldt over hoe het met een oplossing ging."""

    soort: Annotated[BerichtSoort | None, "Waar het over gaat"]
    tekst: Annotated[str, "Wat de bron meldt, in onze woorden"]
    datum: Annotated[str | None, "De dag, de maand of het jaar, zoals de bron die noemt"]
    url: Annotated[URI, "Waar het staat"]


@dataclass(frozen=True)
class Contactpunt:
    """Een pagina, nummer of postbus van een organisatie, niet van een persoon."""

    organisatie: Annotated[str, "Van wie het is"]
    soort: Annotated[ContactpuntSoort | None, "Wat het is"]
    waarde: Annotated[str, "Het adres of nummer zelf"]
    url: Annotated[URI, "Waar het staat"]


@dataclass(frozen=True)
class Oplossing(Entiteit):
    """Een aanpak, regeling of hulpmiddel waarmee iemand een knelpunt heeft aangepakt."""

    externeSleutel: Annotated[str | None, "Sleutel in de bron waaruit geladen is", Index()]
    titel: Annotated[str, "De titel", Naam(), Filter(), Sorteer()]
    samenvatting: Annotated[str | None, "Wat het is", Zoek()]
    synoniemen: Annotated[tuple[str, ...], "Ook bekend als", Zoek()]
    gevraagdAls: Annotated[tuple[str, ...], "Hoe mensen ernaar vragen, in hele zinnen"]
    soortOplossing: Annotated[
        str | None, "Wat voor oplossing het is, bijvoorbeeld aanpak of regeling", Filter(exact=True)
    ]
    toestand: Annotated[str | None, "Hoe het ermee staat, in de woorden van de bron"]
    opvolger: Annotated[str | None, "Wat ervoor in de plaats kwam, als het is ingehaald"]
    periode: Annotated[str | None, "De jaren waarover de bron spreekt"]
    rijpheid: Annotated[Rijpheid, "Hoe ver het is", Index(), Filter(), Sorteer(), Facet("RIJPHEID")]
    bewijs: Annotated[Bewijsniveau, "Hoe goed het werkt", Index(), Filter(), Sorteer(), Facet("BEWIJS")]
    overneembaarheid: Annotated[Overneembaarheid, "Randvoorwaarden, kosten, doorlooptijd: wat heb je nodig?"]
    materialen: Annotated[tuple[Materiaal, ...], "Wat je kunt gebruiken"]
    doelgroep: Annotated[str | None, "Voor wie het is"]
    rijpheidReden: Annotated[str | None, "Waarom deze rijpheid, en wanneer dat is vastgesteld"]
    bewijsReden: Annotated[str | None, "Waarom dit bewijs, en wanneer dat is vastgesteld"]
    beoordelingen: Annotated[tuple[Beoordeling, ...], "Onderzoeken en oordelen, elk met de eigen bron"]
    berichten: Annotated[tuple[Bericht, ...], "Hoe het verder ging, elk bericht met de eigen bron"]
    kanttekeningen: Annotated[tuple[str, ...], "Waar bronnen elkaar tegenspreken of iets niet zeggen"]
    gebruikersMinstens: Annotated[int | None, "Hoeveel gemeenten een bron noemt als de lijst hier niet compleet is"]
    contactpunten: Annotated[tuple[Contactpunt, ...], "Waar je terechtkunt: functies en pagina's, geen personen"]
    licentie: Annotated[str | None, "Onder welke voorwaarden je het mag gebruiken"]


@dataclass(frozen=True)
class Toepassing(Entiteit):
    """Een gemeente past een oplossing toe: de kern van hergebruik."""

    weergave: ClassVar[str] = "{gemeente} past {oplossing} toe"
    eigen: ClassVar[str] = "PAST_TOE"
    status: Annotated[ToepassingStatus | None, "Hoe ver de gemeente is; leeg als de bron het niet zegt", Filter()]
    sinds: Annotated[date | None, "Sinds wanneer", Filter(), Sorteer()]
    tot: Annotated[date | None, "Tot wanneer", Filter()]
    redenGestopt: Annotated[str | None, "Waarom de gemeente stopte"]
    aanpassing: Annotated[str | None, "Wat de gemeente anders doet"]
    toestand: Annotated[str | None, "Hoe het ermee staat volgens de bron, met het jaar als die het noemt"]
    resultaat: Annotated[str | None, "Wat het opleverde"]


@dataclass(frozen=True)
class Wet(Entiteit):
    """Een wet waar een knelpunt of kader onder valt."""

    naam: Annotated[str, "De naam", Naam(), Filter()]
    afkorting: Annotated[str | None, "De gebruikelijke afkorting", Zoek(), Bijnaam(), Filter(exact=True)]
    bwbId: Annotated[str | None, "Nummer in het Basiswettenbestand", Filter(exact=True)]


@dataclass(frozen=True)
class Beleidskader(Entiteit):
    """Een lokaal beleidskader van een gemeente."""

    eigen: ClassVar[str] = "STELT_VAST"
    titel: Annotated[str, "De titel", Naam(), Filter()]
    vastgesteldOp: Annotated[date | None, "Wanneer het is vastgesteld", Filter()]


@dataclass(frozen=True)
class Uitvoeringsprogramma(Entiteit):
    """Per thema van een beleidskader: wat gaan we doen. Groeit mee met initiatieven."""

    titel: Annotated[str, "De titel", Naam()]


@dataclass(frozen=True)
class Voortgang(Entiteit):
    """Een gedateerd bericht over de stand van een traject."""

    op: Annotated[date, "De dag van het bericht", Filter(), Sorteer()]
    status: Annotated[TrajectStatus | None, "De status die het bericht meldt"]
    tekst: Annotated[str, "Het bericht", Naam()]


@dataclass(frozen=True)
class Criterium(Entiteit):
    """Een voorwaarde waaraan een traject moet voldoen om bij het programma te passen."""

    criterium: Annotated[TrajectCriterium, "Welk van de zes criteria"]
    omschrijving: Annotated[str, "Wat het criterium vraagt", Naam()]


PARTIJ = (Gemeente, Departement, Organisatie)
INHOUD = (Knelpunt, Oplossing, Traject, Beleidskader)


class ValtOnder(Relationship):
    """Een wet waar een knelpunt of kader onder valt."""

    source = End(
        Knelpunt,
        Beleidskader,
        Onderwerp,
        Field("wetten", "Wetten waar dit onder valt", filter_as="wet", facet_as="WET"),
    )
    target = End(Wet, Field("knelpunten", "Knelpunten onder deze wet", to=(Knelpunt,), filters=True, sorts=True))


class LostOp(Relationship):
    """Een oplossing neemt een knelpunt weg, helemaal of voor een deel."""

    source = End(
        Oplossing,
        Field("knelpunten", "Knelpunten die deze oplossing wegneemt", filters=True, sorts=True, filter_as="knelpunten"),
        Field(
            "", "Wetten waar de knelpunten onder vallen die dit wegneemt", filter_as="wet", filter_to=(Wet,),
            through=((ValtOnder, True),),
        ),
    )  # fmt: skip
    target = End(
        Knelpunt,
        Field(
            "oplossingen", "Oplossingen voor dit knelpunt", filters=True, sorts=True, filter_as="oplossingen",
            count_as="aantalOplossingen", sort_count_as="AANTAL_OPLOSSINGEN",
        ),
    )  # fmt: skip
    dekking: Annotated[float | None, "Welk deel van het knelpunt de oplossing wegneemt, van 0 tot 1"]


class PastToe(Relationship):
    """Een gemeente past iets toe."""

    source = End(
        Gemeente,
        Field(
            "toepassingen",
            "Wat deze gemeente toepast",
            filters=True,
            sorts=True,
            filter_as="toepassingen",
            count_as="aantalToepassingen",
            sort_count_as="AANTAL_TOEPASSINGEN",
        ),
    )
    target = End(
        Toepassing,
        Field(
            "gemeente",
            "De gemeente die het toepast",
            Shape.REQUIRED,
            filter_as="gemeente",
            quantified=False,
            sort_as="GEMEENTE",
        ),
    )


class Van(Relationship):
    """Waarvan een toepassing een toepassing is."""

    source = End(
        Toepassing,
        Field(
            "oplossing", "De toegepaste oplossing", Shape.REQUIRED, filter_as="oplossing", quantified=False,
            sort_as="OPLOSSING",
        ),
    )  # fmt: skip
    target = End(
        Oplossing,
        Field(
            "toepassingen", "Gemeenten die deze oplossing toepassen", filters=True, sorts=True,
            filter_as="toepassingen", count_as="aantalToepassingen", sort_count_as="AANTAL_TOEPASSINGEN",
        ),
        Field(
            "", "Gemeenten die dit toepassen", filter_as="toegepastDoor", filter_to=(Gemeente,),
            through=((PastToe, False),),
        ),
    )  # fmt: skip


class OntwikkeldDoor(Relationship):
    """Wie een oplossing heeft bedacht of gemaakt."""

    source = End(
        Oplossing,
        Field(
            "ontwikkeldDoor", "Wie dit heeft ontwikkeld", filter_as="ontwikkeldDoor", facet_as="ONTWIKKELD_DOOR"
        ),
    )  # fmt: skip
    target = End(*PARTIJ, Field("ontwikkelde", "Oplossingen die deze partij heeft ontwikkeld", filters=True))


class AfgeleidVan(Relationship):
    """Een oplossing is een variant van een andere."""

    source = End(Oplossing, Field("afgeleidVan", "De oplossing waarvan dit een variant is", Shape.ONE))
    target = End(Oplossing, Field("varianten", "Varianten van deze oplossing"))


class GaatOver(Relationship):
    """Waar iets over gaat."""

    source = End(
        *INHOUD,
        Uitvoeringsprogramma,
        Field("themas", "De thema's", on=INHOUD, filter_as="thema", facet_as="THEMA"),
        Field("thema", "Het thema", Shape.REQUIRED, on=(Uitvoeringsprogramma,)),
    )
    target = End(
        Thema,
        Field("knelpunten", "Knelpunten binnen dit thema", to=(Knelpunt,), filters=True, sorts=True),
        Field(
            "oplossingen", "Oplossingen binnen dit thema", to=(Oplossing,), filters=True, sorts=True,
            sort_count_as="AANTAL_OPLOSSINGEN",
        ),
        Field("trajecten", "Trajecten binnen dit thema", to=(Traject,), filters=True, sorts=True),
    )  # fmt: skip


class DeelVan(Relationship):
    """Een thema is deel van een breder thema."""

    source = End(
        Thema,
        Field("bovenliggend", "Het bredere thema", Shape.ONE, filter_as="bovenliggend", quantified=False),
    )
    target = End(Thema, Field("onderliggend", "De thema's eronder"))


class HoortOnder(Relationship):
    """Een onderwerp is deel van een breder onderwerp."""

    source = End(Onderwerp, Field("boven", "Het bredere onderwerp", Shape.ONE, filter_as="boven", quantified=False))
    target = End(Onderwerp, Field("onder", "De onderwerpen eronder"))


class Betreft(Relationship):
    """Bij welk onderwerp van de kaart iets hoort."""

    source = End(
        Knelpunt,
        Oplossing,
        Thema,
        Field("onderwerpen", "De onderwerpen van de kaart waar dit bij hoort", filter_as="onderwerp"),
    )
    target = End(
        Onderwerp,
        Field("knelpunten", "Knelpunten over dit onderwerp", to=(Knelpunt,), filters=True, sorts=True),
        Field(
            "oplossingen", "Wat er over dit onderwerp op de plank ligt", to=(Oplossing,), filters=True, sorts=True,
        ),
        Field("themas", "Thema's die hierover gaan", to=(Thema,)),
    )  # fmt: skip


class Ervaart(Relationship):
    """Een partij heeft last van een knelpunt."""

    source = End(*PARTIJ, Field("ervaart", "Knelpunten die deze partij ervaart", filters=True, sorts=True))
    target = End(
        Knelpunt,
        Field(
            "ervarenDoor", "Partijen die dit knelpunt ervaren", filters=True, filter_as="ervarenDoor",
            filter_to=(Gemeente,), count_as="aantalErvarenDoor", sort_count_as="AANTAL_GEMEENTEN",
        ),
    )  # fmt: skip
    sinds: Annotated[date | None, "Sinds wanneer"]
    ernst: Annotated[int | None, "Hoe erg, van 1 (licht) tot 5 (zwaar)"]


class Onderzoekt(Relationship):
    """Een traject onderzoekt een knelpunt."""

    source = End(
        Traject,
        Field("knelpunten", "Knelpunten die het traject onderzoekt", filters=True, sorts=True, filter_as="knelpunten"),
        Field(
            "", "Wetten waar de knelpunten onder vallen die het traject onderzoekt", filter_as="wet",
            filter_to=(Wet,), through=((ValtOnder, True),),
        ),
    )  # fmt: skip
    target = End(Knelpunt, Field("gesignaleerdIn", "Trajecten die dit knelpunt onderzoeken", facet_as="TRAJECT"))


class LevertOp(Relationship):
    """Een traject leverde een oplossing op."""

    source = End(Traject, Field("oplossingen", "Wat het traject opleverde", filters=True, sorts=True))
    target = End(Oplossing, Field("opgeleverdDoor", "Trajecten die dit opleverden"))


class NeemtDeelAan(Relationship):
    """Een partij doet mee aan een traject."""

    source = End(*PARTIJ, Field("trajecten", "Trajecten waar deze partij aan meedoet", filters=True))
    target = End(Traject, Field("deelnemers", "Partijen die meedoen", filters=True, filter_as="deelnemers"))
    rol: Annotated[str | None, "De rol van de partij, bijvoorbeeld trekker"]
    van: Annotated[date | None, "Vanaf wanneer"]
    tot: Annotated[date | None, "Tot wanneer"]


class Regisseert(Relationship):
    """Iemand is trajectregisseur."""

    source = End(Persoon, Field("regisseert", "Trajecten die deze persoon regisseert"))
    target = End(
        Traject,
        Field("regisseurs", "Het duo: een directeur van een gemeente en een van het Rijk"),
    )
    van: Annotated[date | None, "Vanaf wanneer"]
    tot: Annotated[date | None, "Tot wanneer"]


class WerktBij(Relationship):
    """Iemand heeft een functie bij een partij."""

    source = End(Persoon, Field("", "Waar iemand werkt", filter_as="werktBij", quantified=False))
    target = End(*PARTIJ)
    functie: Annotated[str | None, "De functie", Filter()]
    van: Annotated[date | None, "Vanaf wanneer"]
    tot: Annotated[date | None, "Tot wanneer"]


class LidVan(Relationship):
    """Iemand is lid van een orgaan of vereniging."""

    source = End(Persoon)
    target = End(Organisatie)
    functie: Annotated[str | None, "De functie binnen het orgaan", Filter()]
    van: Annotated[date | None, "Vanaf wanneer"]
    tot: Annotated[date | None, "Tot wanneer"]


class Rolvervulling(View):
    """Een functie of lidmaatschap van iemand bij een partij, met de periode."""

    over = (WerktBij, LidVan)
    source = End(
        Persoon,
        Field("rollen", "Alle functies en lidmaatschappen; met `op` alleen die van die dag", moment=True),
    )
    target = End(
        *PARTIJ,
        Field("mensen", "Mensen met een functie of lidmaatschap hier", moment=True),
    )
    functie: Annotated[str | None, "De functie", Filter()]
    van: Annotated[date | None, "Vanaf wanneer"]
    tot: Annotated[date | None, "Tot wanneer"]


class ContactVoor(Relationship):
    """Wie je kunt bellen of mailen."""

    source = End(Persoon, Field("contactVoor", "Oplossingen waarvoor je deze persoon kunt benaderen", to=(Oplossing,)))
    target = End(
        Oplossing,
        Toepassing,
        Field("contact", "Wie je kunt benaderen", on=(Oplossing,)),
        Field("contact", "Wie je kunt benaderen", Shape.ONE, on=(Toepassing,)),
    )


class VanDepartement(Relationship):
    """Het ministerie dat over een wet gaat."""

    source = End(
        Wet,
        Field(
            "departement", "Het ministerie dat over deze wet gaat", Shape.ONE, filter_as="departement", quantified=False
        ),
    )  # fmt: skip
    target = End(Departement, Field("wetten", "Wetten waar dit ministerie over gaat"))


class SteltVast(Relationship):
    """Een gemeente stelt een kader vast."""

    source = End(Gemeente, Field("beleidskaders", "Kaders die deze gemeente vaststelde"))
    target = End(
        Beleidskader,
        Field("gemeente", "De gemeente die dit vaststelde", Shape.ONE, filter_as="gemeente", quantified=False),
    )


class HeeftProgramma(Relationship):
    """Een kader heeft per thema een programma."""

    source = End(Beleidskader, Field("programmas", "De programma's van dit kader"))
    target = End(Uitvoeringsprogramma, Field("kader", "Het kader waar dit bij hoort", Shape.REQUIRED))


class Bevat(Relationship):
    """Een programma bevat een initiatief."""

    source = End(Uitvoeringsprogramma, Field("initiatieven", "Oplossingen in dit programma"))
    target = End(Oplossing, Field("inProgrammas", "Programma's waar dit in zit"))


class LijktOp(Relationship):
    """Twee knelpunten lijken op elkaar."""

    source = End(Knelpunt)
    target = End(Knelpunt)
    score: Annotated[float | None, "Hoe sterk ze op elkaar lijken, van 0 tot 1"]


class Meldt(Relationship):
    """Een traject meldt zijn voortgang."""

    source = End(
        Traject, Field("voortgang", "Berichten over de stand", filters=True, sorts=True, filter_as="voortgang")
    )
    target = End(Voortgang, Field("traject", "Het traject", Shape.REQUIRED))


class OpgegaanIn(Relationship):
    """Een opgeheven gemeente ging op in een andere."""

    source = End(Gemeente, Field("opvolgers", "Gemeenten waarin deze is opgegaan"))
    target = End(Gemeente, Field("voorgangers", "Gemeenten die hierin zijn opgegaan"))
    op: Annotated[date | None, "Laatste dag van de oude gemeente"]


class HoortBij(Relationship):
    """Een organisatie werkt voor of hoort bij een andere; de bron zegt hoe."""

    source = End(*PARTIJ, Field("hoortBij", "Organisaties waar deze partij bij hoort of voor werkt"))
    target = End(*PARTIJ, Field("omvat", "Partijen die hierbij horen of hiervoor werken"))
    hoe: Annotated[str | None, "Hoe de bron de relatie noemt"]


NODES: tuple[type, ...] = (
    Gemeente, Departement, Organisatie, Persoon, Traject, Thema, Onderwerp, Knelpunt, Oplossing, Toepassing, Wet,
    Beleidskader, Uitvoeringsprogramma, Voortgang, Criterium,
)  # fmt: skip
RELATIONSHIPS: tuple[type[Relationship], ...] = (
    LostOp, Van, PastToe, OntwikkeldDoor, AfgeleidVan, GaatOver, DeelVan, HoortOnder, Betreft, Ervaart, Onderzoekt,
    LevertOp, NeemtDeelAan, Regisseert, WerktBij, LidVan, Rolvervulling, ContactVoor, ValtOnder, VanDepartement,
    SteltVast, HeeftProgramma, Bevat, LijktOp, Meldt, OpgegaanIn, HoortBij,
)  # fmt: skip
