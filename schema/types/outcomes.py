"""Closed lists in the answers to a look-up: what kind of answer it is, why something fits, whom one can call."""

from functools import cache
from typing import Any

from graph.contact.belpunt import BelRol
from graph.map.verdict import Uitkomst
from schema.leaves.enums import enum_of

REDENEN = {
    "ZELFDE_KNELPUNT": "De oplossing is gemaakt voor dit knelpunt",
    "VERWANT_KNELPUNT": "De oplossing is gemaakt voor een knelpunt dat hierop lijkt",
    "ZELFDE_THEMA": "De oplossing gaat over hetzelfde thema",
    "TEKST": "De woorden van de vraag staan in de oplossing of haar knelpunt",
    "VERGELIJKBARE_GEMEENTE": "Een gemeente die op die van jou lijkt, gebruikt het",
    "ZELFDE_REGIO": "Een gemeente uit dezelfde jeugdregio of arbeidsmarktregio (indeling: CBS) gebruikt het",
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
        },
    )


@cache
def pasklaar_uitkomst() -> Any:
    """What kind of answer a look-up gives."""
    return enum_of("PasklaarUitkomst", (Uitkomst.__doc__ or "").strip(), {u.name: u.value for u in Uitkomst})


@cache
def bel_rol() -> Any:
    """What somebody whom one can call has to do with an oplossing."""
    return enum_of("BelRol", "Wat iemand met een oplossing te maken heeft", {r.name: r.value for r in BelRol})


@cache
def reden_soort() -> Any:
    """Why something is a hit."""
    return enum_of("PasklaarRedenSoort", "Waarom een oplossing past", REDENEN)
