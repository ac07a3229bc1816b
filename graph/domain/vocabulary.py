"""The closed word lists of the domain: the name is what is stored and sent, the value is what it means, in Dutch.

Order matters for `Rijpheid` and `Bewijsniveau`: they are ladders, and `minimaal` in a filter climbs them.
"""

from enum import Enum, unique


@unique
class Rol(Enum):
    """Wie er kijkt. Zonder sleutel ben je OPENBAAR, tenzij de beheerder iets anders instelt."""

    OPENBAAR = "Iedereen"
    GEMEENTE = "Een medewerker van een gemeente"
    ANALIST = "Iemand die de graaf onderzoekt"
    PROGRAMMABUREAU = "De beheerder van de graaf"


@unique
class Rijpheid(Enum):
    """Hoe ver een oplossing is. Op de onderste tree heeft niemand dat vastgesteld."""

    NIET_BEOORDEELD = "Niemand heeft vastgesteld hoe ver het is"
    IDEE = "Een idee dat nog niet is uitgewerkt"
    IN_ONTWIKKELING = "Er wordt aan gewerkt"
    PILOT = "Het wordt op kleine schaal geprobeerd"
    BEPROEFD = "Het werkt bij minstens één gemeente in de praktijk"
    PASKLAAR = "Het ligt klaar: een andere gemeente kan het overnemen"
    UITGEFASEERD = "Het wordt niet meer gebruikt en is nooit een treffer"


@unique
class Bewijsniveau(Enum):
    """Hoe goed het werkt, volgens de ladder van het Samenwerkingsverband Erkenning Interventies."""

    NIET_BEOORDEELD = "Niemand heeft vastgesteld hoe goed het werkt"
    GOED_BESCHREVEN = "De aanpak is goed beschreven"
    GOED_ONDERBOUWD = "Er is een onderbouwde uitleg waarom het werkt"
    EERSTE_AANWIJZINGEN = "Er zijn eerste aanwijzingen dat het werkt"
    GOEDE_AANWIJZINGEN = "Er zijn goede aanwijzingen dat het werkt"
    STERKE_AANWIJZINGEN = "Er zijn sterke aanwijzingen dat het werkt"


@unique
class ToepassingStatus(Enum):
    """Hoe ver een gemeente is met het overnemen van een oplossing."""

    OVERWEEGT = "De gemeente denkt erover na"
    VOORBEREIDING = "De gemeente bereidt het voor"
    IN_GEBRUIK = "De gemeente werkt ermee"
    GESTOPT = "De gemeente is ermee gestopt"


@unique
class TrajectStatus(Enum):
    """Hoe ver een traject is."""

    VERKENNING = "Er wordt verkend of en hoe het traject start"
    LOPEND = "Het traject loopt"
    AFGEROND = "Het traject is klaar"
    GESTOPT = "Het traject is gestopt voordat het klaar was"


@unique
class KnelpuntFase(Enum):
    """De levensloop van een knelpunt: signaleren, agenderen, uitvoeren."""

    GESIGNALEERD = "Iemand heeft het knelpunt gemeld"
    GEAGENDEERD = "Het knelpunt staat op een bestuurlijke agenda"
    IN_UITVOERING = "Er wordt aan een oplossing gewerkt"
    OPGELOST = "Het knelpunt is weg"


@unique
class Oplosroute(Enum):
    """Wat er nodig is om een knelpunt weg te nemen."""

    OVERNEMEN = "Er ligt elders een oplossing pasklaar op de plank"
    SAMENWERKEN = "Partijen moeten het samen anders doen; er hoeft geen regel te veranderen"
    MAG_AL = "Het mag al; de belemmering is handelingsverlegenheid"
    REGELS_WIJZIGEN = "Wet- of regelgeving moet worden aangepast"


@unique
class OorzaakSoort(Enum):
    """Waar een knelpunt door komt."""

    WET_EN_REGELGEVING = "Wetten of regels"
    FINANCIERING = "Geld of de manier van betalen"
    GEGEVENSDELING = "Gegevens die niet gedeeld worden"
    ORGANISATIE = "De manier waarop het werk is verdeeld"
    CULTUUR_EN_KENNIS = "Gewoonten of gebrek aan kennis"
    ICT = "Computersystemen"


@unique
class Domein(Enum):
    """Waar een onderwerp van de kaart ligt."""

    SOCIAAL = "In het sociaal domein"
    RAND = "Op de rand: een ander gaat erover, maar het raakt het sociaal domein"
    BUITEN = "Buiten het sociaal domein"


@unique
class PublicatieStatus(Enum):
    """Of iets al zichtbaar is voor iedereen."""

    CONCEPT = "Nog in bewerking"
    TER_BEOORDELING = "Wacht op een oordeel van het Programmabureau"
    GEPUBLICEERD = "Zichtbaar voor iedereen"
    INGETROKKEN = "Niet langer geldig"


@unique
class TrajectCriterium(Enum):
    """De zes criteria waaraan een traject moet voldoen om bij het programma te passen."""

    DRAAGT_BIJ_AAN_THEMA = "Het traject draagt bij aan een van de thema's"
    TRANSFORMATIE_SOCIAAL_DOMEIN = "Het traject heeft een directe band met de transformatie van het sociaal domein"
    BINNEN_DECENTRALISATIE = "Het traject valt binnen het domein van de decentralisatie"
    DOMEINOVERSTIJGEND = "Het traject verbetert iets tussen minstens twee beleidsdomeinen"
    RIJK_EN_GEMEENTEN = "Het traject vraagt samenwerking van Rijk en gemeenten"
    WEERBARSTIG_KNELPUNT = "Het traject gaat over een knelpunt of weerbarstig vraagstuk"


@unique
class WijzigingSoort(Enum):
    """Wat er met iets gebeurde."""

    AANGEMAAKT = "Het is nieuw"
    BIJGEWERKT = "Er veranderde iets aan"
    SAMENGEVOEGD = "Het is met iets anders samengevoegd"
    GEPUBLICEERD = "Het is zichtbaar geworden voor iedereen"
    INGETROKKEN = "Het is niet langer geldig"
    TOEGEPAST = "Een gemeente past het toe"
    TERUGGEDRAAID = "Een lading is teruggedraaid, en dit daarmee ook"


@unique
class PartijSoort(Enum):
    """Wat voor partij het is."""

    GEMEENTE = "Een gemeente"
    DEPARTEMENT = "Een ministerie"
    ORGANISATIE = "Een andere organisatie; `soortOrganisatie` zegt wat voor een"


@unique
class BeoordelingOver(Enum):
    """Waar een onderzoek of oordeel over gaat."""

    ZELF = "Deze oplossing zelf"
    BREDER = "Iets waar deze oplossing deel van is"
    VERWANT = "Iets dat erop lijkt"


@unique
class BerichtSoort(Enum):
    """Waar een bericht over gaat."""

    STAND = "Hoe het ervoor staat"
    RESULTAAT = "Wat het opleverde"
    AANTAL = "Hoeveel mensen of gemeenten het betreft"
    DOORLOOPTIJD = "Hoe lang iets duurt"
    ELDERS = "Wat er elders mee gebeurt"


@unique
class ContactpuntSoort(Enum):
    """Wat voor adres of nummer het is."""

    WEBPAGINA = "Een pagina op het web"
    TELEFOON = "Een telefoonnummer"
    E_MAIL = "Een e-mailadres"
    POSTADRES = "Een postadres"


@unique
class FeitBesluit(Enum):
    """Wat iemand van een feit besloot. Wat later moet, is nog geen feit in de graaf."""

    JA = "Het klopt"
    NEE = "Het klopt niet"
    VERBETERD = "Het is anders dan het document zegt; het juiste is een feit van zichzelf"
