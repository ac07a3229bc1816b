"""What a melding says, put in the graph by the Programmabureau in the name of the gemeente: with the same mutations
that a gemeente with a key uses itself, once per melding.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.domain.viewer import Viewer
from loaders.documents.document import digest
from opdeplank.meldingen.melding import Melding, MeldingSoort
from opdeplank.pages.desk import Desk

USES = ("IN_GEBRUIK", "VOORBEREIDING", "OVERWEEGT")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
THANKS: Mapping[MeldingSoort, str] = {
    MeldingSoort.GEBRUIKEN_WIJ: "Dank je. Het staat nu op de plank.",
    MeldingSoort.GEBRUIKEN_WIJ_NIET_MEER: "Dank je. Op de plank staat nu dat jullie hiermee zijn gestopt.",
    MeldingSoort.KNELPUNT_MIST: "Dank je. Het knelpunt staat nu op de plank.",
}
"""What the sender reads when nothing else is written: what was reported stands there."""
TOEPASSING = """
mutation ($invoer: ToepassingInvoer!, $sleutel: String!) {
  gedaan: toepassingMelden(invoer: $invoer, idempotentieSleutel: $sleutel) {
    ding: toepassing { id }
    fouten { melding pad }
  }
}
"""
KNELPUNT = """
mutation ($invoer: KnelpuntMeldingInvoer!, $sleutel: String!) {
  gedaan: knelpuntMelden(invoer: $invoer, idempotentieSleutel: $sleutel) {
    ding: knelpunt { id }
    fouten { melding pad ... on MogelijkDubbel { kandidaten { id weergavenaam } } }
  }
}
"""
Given = Mapping[str, str]


class NotTaken(Exception):
    """What has to be done first: `fouten` says so per field, and under an empty name what is wrong with the whole."""

    def __init__(self, fouten: Mapping[str, str]) -> None:
        super().__init__()
        self.fouten = fouten


@dataclass(frozen=True)
class Way:
    """How a kind of melding is put in the graph. `invoer` makes the input of `opdracht` from what was filled in, or
    raises NotTaken."""

    opdracht: str
    invoer: Callable[[Melding, Given], dict[str, Any]]


def _uses(melding: Melding, given: Given) -> dict[str, Any]:
    faults = {}
    if given.get("status") not in USES:
        faults["status"] = "Kies hoe ver de gemeente is."
    since = given.get("sinds", "").strip()
    if since and not DAY.fullmatch(since):
        faults["sinds"] = "Schrijf de dag als 2026-03-01, of laat dit leeg."
    if faults:
        raise NotTaken(faults)
    return {**_of(melding), "status": given["status"], "sinds": since or None}


def _stopped(melding: Melding, given: Given) -> dict[str, Any]:
    reason = given.get("reden", "").strip()
    if not reason:
        raise NotTaken({"reden": "Schrijf waarom de gemeente stopte. Daar heeft een andere gemeente wat aan."})
    return {**_of(melding), "status": "GESTOPT", "redenGestopt": reason}


def _of(melding: Melding) -> dict[str, Any]:
    return {"oplossing": melding.over, "gemeente": {"id": melding.gemeente}}


def _missing(melding: Melding, given: Given) -> dict[str, Any]:
    title = given.get("titel", "").strip()
    if not title:
        raise NotTaken({"titel": "Schrijf het knelpunt op in één zin."})
    about = given.get("omschrijving", "").strip() or None
    return {"titel": title, "omschrijving": about, "gemeente": {"id": melding.gemeente}}


WAYS: Mapping[MeldingSoort, Way] = {
    MeldingSoort.GEBRUIKEN_WIJ: Way(TOEPASSING, _uses),
    MeldingSoort.GEBRUIKEN_WIJ_NIET_MEER: Way(TOEPASSING, _stopped),
    MeldingSoort.KNELPUNT_MIST: Way(KNELPUNT, _missing),
}


def way(melding: Melding) -> Way | None:
    """How this one can be put in the graph; None when somebody has to write it down in a document."""
    found = WAYS.get(melding.soort)
    about_use = melding.soort.by_a_gemeente and not (melding.over or "").startswith("oplossing:")
    return found if found and melding.gemeente and not about_use else None


async def take_over(desk: Desk, viewer: Viewer, melding: Melding, how: Way, given: Given) -> None:
    """From then on it stands in the graph. Raises NotTaken, Unanswered."""
    invoer = how.invoer(melding, given)
    key = f"melding-{melding.nummer}-{digest(repr(sorted(invoer.items())))[:16]}"
    done = (await desk.ask_as(viewer, how.opdracht, invoer=invoer, sleutel=key))["gedaan"]
    if done["fouten"]:
        raise NotTaken({"": " ".join(map(_told, done["fouten"]))})


def _told(fault: Mapping[str, Any]) -> str:
    others = ", ".join(f"{each['weergavenaam']} ({each['id']})" for each in fault.get("kandidaten") or ())
    return f"{fault['melding']} {f'Er is al: {others}.' if others else ''}".strip()
