"""The types of writing: what one may hand in, what comes back, and what was wrong with it."""

from typing import Any

import strawberry

from graph.domain.vocabulary import (
    Bewijsniveau,
    KnelpuntFase,
    OorzaakSoort,
    Oplosroute,
    PublicatieStatus,
    Rijpheid,
    Rol,
    ToepassingStatus,
    TrajectStatus,
)
from schema.leaves.enums import enum_of, of_vocabulary
from schema.leaves.scalars import BY_KIND, URI, Date, DateTime
from schema.types.inputs import Inputs, build, optional
from schema.types.relay import field, with_fields
from schema.types.stand_ins import listed

FAULTS = frozenset(("ValidatieFout", "NietGevonden", "VersieConflict", "MogelijkDubbel"))
RESTS = "Waar het op rust: per bron de passage"
Fields = dict[str, tuple[Any, Any, str]]


@strawberry.interface(description="Waarom een opdracht niet is uitgevoerd: een zin die zegt wat je kunt doen")
class Fout:
    melding: str = field("Wat er aan de hand is en wat je kunt doen")
    pad: list[str] = field("Waar in de argumenten het over gaat")
    code: str = field("De code, bijvoorbeeld BAD_USER_INPUT, NOT_FOUND, CONFLICT of FORBIDDEN")


@strawberry.type(description="Wat je opgaf kan zo niet")
class ValidatieFout(Fout):
    pass


@strawberry.type(description="Wat je noemt is er niet")
class NietGevonden(Fout):
    pass


@strawberry.type(description="Een veld dat een ander intussen veranderde")
class VeldConflict:
    veld: str = field("De naam van het veld")
    wie: of_vocabulary(Rol) | None = field("In welke rol een ander het veranderde; leeg als dat niet bekend is")  # type: ignore[valid-type]
    door: str | None = field("Welke sleutel dat was; alleen voor ANALIST en PROGRAMMABUREAU")
    op: DateTime | None = field("Wanneer")
    hunWaarde: str | None = field("Wat er nu staat")
    jouwWaarde: str | None = field("Wat jij wilde schrijven")


@strawberry.type(description="Een ander veranderde intussen hetzelfde; er is niets overschreven")
class VersieConflict(Fout):
    huidigeVersie: int = field("De versie die er nu is")
    velden: list[VeldConflict] = field("De velden waar het om gaat; kies per veld en zeg het opnieuw")


def double(entiteit: Any) -> Any:
    made = type(
        "MogelijkDubbel", (Fout,), {"__annotations__": {"kandidaten": listed(entiteit), "aantalKandidaten": int}}
    )
    made.kandidaten = field("Wat er al is met deze naam, of bijna")  # type: ignore[attr-defined]
    made.aantalKandidaten = field("Hoeveel dat er zijn, hoogstens tien")  # type: ignore[attr-defined]
    return strawberry.type(made, description="Er is misschien al zoiets; er is niets toegevoegd")


class Writing:
    """The types of the mutations of one model, by name."""

    def __init__(self, types: dict[str, Any], inputs: Inputs) -> None:
        self.types, self.inputs = types, inputs

    def make(self) -> dict[str, Any]:
        """Everything that the table of mutations names, and the kinds of faults."""
        self.types["MogelijkDubbel"] = double(self.types["Entiteit"])
        self.types |= {cls.__name__: cls for cls in (ValidatieFout, NietGevonden, VersieConflict)}
        self._outcomes()
        return {**BY_KIND, **self._reports(), **self._records(), "PublicatieStatus": of_vocabulary(PublicatieStatus)}

    def _outcomes(self) -> None:
        for name in ("Toepassing", "Knelpunt", "Oplossing", "Voortgang", "Entiteit"):
            key = name.lower()
            shown = {key: (self.types[name] | None, "Wat er nu staat; leeg als het niet is gedaan")}
            self._outcome(name, shown, f"Wat er van een opdracht kwam ({name})")
        shown = {
            "lading": (self.types["Lading"] | None, "De lading; leeg als er niets is geladen"),
            "telling": (self.types["LadingTelling"], "Hoeveel er veranderde"),
            "verschil": (listed(self.types["Wijziging"]), "Wat er veranderde, per ding"),
            "aantalVerschil": (int, "Aan hoeveel dingen er iets veranderde"),
        }
        self._outcome("Lading", shown, "Wat er van het laden of terugdraaien kwam")

    def _outcome(self, name: str, shown: dict[str, tuple[object, str]], description: str) -> None:
        wrong = {"fouten": (listed(Fout), "Wat er niet kon; leeg als alles is gedaan")}
        made = with_fields(f"{name}Uitkomst", {**shown, **wrong})
        self.types[made.__name__] = strawberry.type(made, description=description)

    def _reports(self) -> dict[str, Any]:
        gemeente = optional(self.inputs.key("GemeenteSleutel"), "De gemeente; met de rol GEMEENTE is dat je eigen")
        several = listed(strawberry.ID)
        return {
            "ToepassingInvoer": build("ToepassingInvoer", "Wat een gemeente met een oplossing doet", {
                "gemeente": gemeente,
                "oplossing": (strawberry.ID, ..., "De oplossing"),
                "status": (of_vocabulary(ToepassingStatus), ..., "Hoe ver de gemeente is"),
                "sinds": optional(Date, "Sinds wanneer"),
                "tot": optional(Date, "Tot wanneer, als de gemeente stopte; anders vandaag"),
                "aanpassing": optional(str, "Wat de gemeente anders doet"),
                "resultaat": optional(str, "Wat het opleverde"),
                "redenGestopt": optional(str, "Waarom de gemeente stopte; nodig bij GESTOPT"),
            }),
            "KnelpuntMeldingInvoer": build("KnelpuntMeldingInvoer", "Een knelpunt dat een gemeente ervaart", {
                "gemeente": gemeente,
                "knelpunt": optional(strawberry.ID, "Een knelpunt dat al bekend is"),
                "titel": optional(str, "Een nieuw knelpunt, in één zin"),
                "omschrijving": optional(str, "Wat er misgaat"),
                "synoniemen": optional(list[str], "Hoe het ook heet"),
                "oorzaken": optional(listed(of_vocabulary(OorzaakSoort)), "Waar het door komt"),
                "themas": optional(several, "De thema's"),
                "wetten": optional(several, "De wetten waar het onder valt"),
                "sinds": optional(Date, "Sinds wanneer de gemeente het ervaart"),
                "ernst": optional(int, "Hoe erg, van 1 (licht) tot en met 5 (zwaar)"),
                "redenVoorbij": optional(str, "Waarom de gemeente een bekend knelpunt niet meer ervaart"),
            }),
            "VoortgangInvoer": build("VoortgangInvoer", "Hoe een traject ervoor staat", {
                "traject": (strawberry.ID, ..., "Het traject"),
                "tekst": (str, ..., "Het bericht"),
                "op": optional(Date, "De dag van het bericht; anders vandaag"),
                "status": optional(of_vocabulary(TrajectStatus), "De status die het bericht meldt"),
            }),
        }  # fmt: skip

    def _records(self) -> dict[str, Any]:
        several = listed(strawberry.ID)
        rests = build("OnderbouwingInvoer", "Een passage waar iets op rust", {
            "bron": (strawberry.ID, ..., "De bron"),
            "passage": optional(str, "De woorden van de bron"),
            "pagina": optional(int, "De bladzijde"),
            "zekerheid": (float, 1.0, "Hoe zeker het is, van 0 tot en met 1"),
        })  # fmt: skip
        proven: Fields = {"onderbouwing": (listed(rests), ..., RESTS)}
        knelpunt = build("KnelpuntInvoer", "Een knelpunt", {
            "externeSleutel": (str, ..., "Jouw sleutel: dezelfde sleutel is hetzelfde knelpunt"),
            "titel": (str, ..., "De titel"),
            "omschrijving": optional(str, "Wat er misgaat"),
            "synoniemen": optional(list[str], "Hoe het ook heet"),
            "oorzaken": optional(listed(of_vocabulary(OorzaakSoort)), "Waar het door komt"),
            "fase": optional(of_vocabulary(KnelpuntFase), "Hoe ver het is in zijn levensloop"),
            "route": optional(of_vocabulary(Oplosroute), "Wat er nodig is"),
            "wetten": optional(several, "De wetten waar het onder valt"),
            "themas": optional(several, "De thema's"),
            **proven,
        })  # fmt: skip
        rijpheid, bewijs = of_vocabulary(Rijpheid), of_vocabulary(Bewijsniveau)
        oplossing = build("OplossingInvoer", "Een oplossing", {
            "externeSleutel": (str, ..., "Jouw sleutel: dezelfde sleutel is dezelfde oplossing"),
            "titel": (str, ..., "De titel"),
            "samenvatting": optional(str, "Wat het is"),
            "synoniemen": optional(list[str], "Hoe het ook heet"),
            "rijpheid": (rijpheid, ..., "Hoe ver het is"),
            "bewijs": (bewijs, bewijs.NIET_BEOORDEELD, "Hoe goed het werkt"),
            "lostOp": optional(several, "De knelpunten die het wegneemt"),
            "ontwikkeldDoor": optional(several, "Wie het ontwikkelde"),
            "themas": optional(several, "De thema's"),
            **proven,
        })  # fmt: skip
        return {
            "KnelpuntInvoer": knelpunt,
            "OplossingInvoer": oplossing,
            "LadingInvoer": self._load(knelpunt, oplossing, proven),
        }

    def _load(self, knelpunt: Any, oplossing: Any, proven: Fields) -> Any:
        bron = build("BronInvoer", "Een document of webpagina", {
            "titel": (str, ..., "De titel"),
            "soort": (str, ..., "Wat voor bron het is"),
            "url": optional(URI, "Waar het staat"),
            "datum": optional(Date, "De datum die de bron zelf noemt"),
            "sha256": (str, ..., "Vingerafdruk van de bytes; de sleutel van de bron is bron: met de eerste 20 tekens"),
        })  # fmt: skip
        own = build("EigenschapInvoer", "Een eigenschap van een relatie", {
            "naam": (str, ..., "De naam"), "waarde": (str, ..., "De waarde als tekst"),
        })  # fmt: skip
        relatie = build("RelatieInvoer", "Een relatie tussen twee dingen", {
            "soort": (self.types["RelatieSoort"], ..., "Wat voor relatie"),
            "van": (strawberry.ID, ..., "Waar ze begint: een id, of een externe sleutel uit deze lading"),
            "naar": (strawberry.ID, ..., "Waar ze heen gaat"),
            "eigenschappen": optional(listed(own), "Wat er nog meer over te zeggen is"),
            **proven,
        })  # fmt: skip
        how = enum_of("BijFout", "Wat er gebeurt als er iets niet klopt", {
            "ALLES_TERUG": "Dan wordt er niets geladen", "SLA_OVER": "Dan wordt geladen wat wel klopt",
        })  # fmt: skip
        return build("LadingInvoer", "Wat je in één keer laadt", {
            "idempotentieSleutel": (str, ..., "Een sleutel die je zelf kiest: dezelfde lading gebeurt één keer"),
            "bronnen": (listed(bron), ..., "De bronnen waar de passages in staan"),
            "knelpunten": optional(listed(knelpunt), "De knelpunten"),
            "oplossingen": optional(listed(oplossing), "De oplossingen"),
            "relaties": optional(listed(relatie), "De relaties"),
            "proefdraai": (bool, False, "Ja: laat alleen het verschil zien"),
            "bijFout": (how, how.ALLES_TERUG, "Wat er gebeurt als er iets niet klopt"),
        })  # fmt: skip
