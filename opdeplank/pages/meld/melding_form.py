"""What somebody filled in on the form for a melding, and what is wrong with it. Pure functions.

A field that people do not see (`website`) has to stay empty: a program that fills in everything fills in that too.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from opdeplank.meldingen.melding import MeldingSoort
from opdeplank.meldingen.melding_text import fault_in_address, faults_in_text, tidied

FORM = re.compile(r"[A-Za-z0-9_-]{22}")
"""The number of one form, so that pressing twice sends once."""
THING = re.compile(r"[a-z]{2,30}:[a-z0-9-]{1,200}")
S = MeldingSoort
OFFERED: Mapping[str, tuple[MeldingSoort, ...]] = {
    "oplossing": (S.KLOPT_NIET, S.GEBRUIKEN_WIJ, S.GEBRUIKEN_WIJ_NIET_MEER, S.WEET_MEER),
    "": (S.KNELPUNT_MIST, S.WEET_MEER, S.KLOPT_NIET),
}
"""What one can say about a kind of thing, and about nothing in particular."""
ABOUT_A_THING = (S.KLOPT_NIET, S.WEET_MEER, S.KNELPUNT_MIST)
FULL_SHELF = "Deze keuze hoort bij een oplossing. Open de pagina van de oplossing, en meld het daar."


def new_form() -> str:
    return secrets.token_urlsafe(16)


@dataclass(frozen=True)
class Ingevuld:
    """What stands in the form; `fouten` says per field what is wrong."""

    soort: str = ""
    over: str = ""
    gemeente: str = ""
    tekst: str = ""
    adres: str = ""
    website: str = ""
    formulier: str = field(default_factory=new_form)
    fouten: Mapping[str, str] = field(default_factory=dict)

    @property
    def needs_gemeente(self) -> bool:
        """Whether something can be said that is about one's own gemeente."""
        return any(each.by_a_gemeente for each in self.offered)

    @property
    def offered(self) -> tuple[MeldingSoort, ...]:
        """What one can say about this."""
        return OFFERED.get(self.over.partition(":")[0], ABOUT_A_THING)


def filled_in(given: Mapping[str, str]) -> Ingevuld:
    """As it was sent, with nothing cut from what somebody wrote."""
    over = given.get("over", "").strip()
    formulier = given.get("formulier", "")
    return Ingevuld(
        soort=given.get("soort", "")[:40],
        over=over if THING.fullmatch(over) else "",
        gemeente=given.get("gemeente", "").strip()[:100],
        tekst=tidied(given.get("tekst", "")),
        adres=given.get("adres", "").strip(),
        website=given.get("website", ""),
        formulier=formulier if FORM.fullmatch(formulier) else new_form(),
    )


def kind_of(filled: Ingevuld) -> MeldingSoort | None:
    return MeldingSoort.__members__.get(filled.soort)


def faults_in(filled: Ingevuld, gemeente: str | None) -> dict[str, str]:
    """What has to be done first, per field; `gemeente` is the one that was chosen, if we know it."""
    kind = kind_of(filled)
    fouten = {}
    if kind is None:
        fouten["soort"] = "Kies wat je wilt melden."
    elif kind.by_a_gemeente and not filled.over.startswith("oplossing:"):
        fouten["soort"] = FULL_SHELF
    if kind is not None and kind.by_a_gemeente and not gemeente:
        fouten["gemeente"] = "Kies je gemeente. Zonder gemeente weten we niet wie dit gebruikt."
    elif filled.gemeente and not gemeente:
        fouten["gemeente"] = f"We kennen geen gemeente ‘{filled.gemeente}’. Kies er een uit de lijst."
    if found := " ".join(faults_in_text(filled.tekst)):
        fouten["tekst"] = found
    if wrong := fault_in_address(filled.adres):
        fouten["adres"] = wrong
    if filled.website:
        fouten["website"] = "Laat dit veld leeg. Het is er om programma’s tegen te houden."
    return fouten
