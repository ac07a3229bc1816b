"""Every mutation, a row each. The SDL is printed from this table, and the executor looks here for what to do."""

from collections.abc import Mapping
from typing import Any

from schema.leaves.directives import Kosten
from schema.mutations import bulk, curating, recording, reporting_own
from schema.mutations.mutation import BUREAU, EITHER, KEY, NOTHING, Mutation

Given = dict[str, tuple[Any, Any, str]]
ONCE: Given = {
    KEY: (str | None, None, "Een sleutel die je zelf kiest: dezelfde opdracht met dezelfde sleutel gebeurt één keer"),
}
SEEN: Given = {
    "verwachteVersie": (int | None, None, "De versie die je voor je had; dan gaat niets van een ander verloren"),
}
DOUBLE: Given = {"ookAlsDubbel": (bool, False, "Ook als er al iets met deze naam is, of bijna")}


def _said(kind: str, text: str = "Wat je meldt") -> Given:
    return {"invoer": (kind, ..., text)}


MUTATIONS = (
    Mutation(
        "toepassingMelden", "ToepassingUitkomst", {},
        "Meld dat een gemeente een oplossing gebruikt, overweegt of ermee stopte",
        _said("ToepassingInvoer") | SEEN | ONCE, EITHER, reporting_own.toepassing,
    ),
    Mutation(
        "knelpuntMelden", "KnelpuntUitkomst", {},
        "Meld dat een gemeente een knelpunt ervaart, bekend of nieuw, of dat het voorbij is",
        _said("KnelpuntMeldingInvoer") | DOUBLE | ONCE, EITHER, reporting_own.knelpunt,
    ),
    Mutation(
        "voortgangMelden", "VoortgangUitkomst", {}, "Meld hoe een traject ervoor staat",
        _said("VoortgangInvoer") | ONCE, BUREAU, reporting_own.voortgang,
    ),
    Mutation(
        "knelpuntVastleggen", "KnelpuntUitkomst", {},
        "Leg een knelpunt vast; dezelfde externe sleutel is hetzelfde knelpunt",
        _said("KnelpuntInvoer", "Het knelpunt") | SEEN | DOUBLE | ONCE, BUREAU, recording.knelpunt,
    ),
    Mutation(
        "oplossingVastleggen", "OplossingUitkomst", {},
        "Leg een oplossing vast; dezelfde externe sleutel is dezelfde oplossing",
        _said("OplossingInvoer", "De oplossing") | SEEN | DOUBLE | ONCE, BUREAU, recording.oplossing,
    ),
    Mutation(
        "publicatieWijzigen", "EntiteitUitkomst", {},
        "Zet iets een stap verder of terug: CONCEPT, TER_BEOORDELING, GEPUBLICEERD, INGETROKKEN",
        {
            "id": ("ID", ..., "Wat je publiceert of intrekt"),
            "naar": ("PublicatieStatus", ..., "De volgende stap"),
            "verwachteVersie": (int, ..., "De versie die je voor je had"),
            "reden": (str | None, None, "Waarom; nodig als je iets intrekt"),
            "vervangenDoor": ("ID", None, "Wat ervoor in de plaats kwam, als je iets intrekt"),
            **ONCE,
        },
        BUREAU, curating.publicatie,
    ),
    Mutation(
        "samenvoegen", "EntiteitUitkomst", {}, "Voeg dingen samen die hetzelfde zijn; de oude sleutels blijven werken",
        {
            "behoud": ("ID", ..., "Wat blijft"), "opgaan": ("[ID]", ..., "Wat erin opgaat"), **SEEN, **ONCE,
        },
        BUREAU, curating.samenvoegen,
    ),
    Mutation(
        "vermeldingBevestigen", "EntiteitUitkomst", {}, "Zeg dat een passage klopt, of trek dat terug",
        {
            "id": ("ID", ..., "De vermelding"), "bevestigd": (bool, ..., "Of het klopt"), **ONCE,
        },
        BUREAU, curating.bevestigen,
    ),
    Mutation(
        "laad", "LadingUitkomst", {"telling": NOTHING, "verschil": [], "aantalVerschil": 0},
        "Laad veel tegelijk: alles of niets, of alles wat klopt; met `proefdraai` zie je alleen het verschil",
        _said("LadingInvoer", "Wat je laadt"), BUREAU, bulk.laad, Kosten(basis=500),
    ),
    Mutation(
        "ladingTerugdraaien", "LadingUitkomst", {"telling": NOTHING, "verschil": [], "aantalVerschil": 0},
        "Draai een lading of melding terug, helemaal of niet",
        {"lading": ("ID", ..., "De lading"), **ONCE}, BUREAU, curating.terugdraaien, Kosten(basis=500),
    ),
)  # fmt: skip
BY_NAME: Mapping[str, Mutation] = {row.name: row for row in MUTATIONS}
