"""Hits of a look-up, readable: who made it, why it fits as a sum, whom to call, what it rests on. Pure functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.domain.web_address import openable
from graph.dutch.phrasing import series, upper_first
from graph.pasklaar.weights import NAMES, WEIGHTS, PasklaarRedenSoort
from opdeplank.display.display import address, mail_link, party, period, phone_link, site
from opdeplank.display.passages import Citaat, passages

BAR = 180
MOST = max(WEIGHTS.values())
BEST = 1.0
CONTACT_POINT = {"CONTACTPUNT": "Contactpunt voor deze oplossing.", "CONTACTPERSOON": "Hier werkt een contactpersoon."}


@dataclass(frozen=True)
class Reden:
    """One line of the sum; `breedte` is the length of its bar."""

    naam: str
    uitleg: str
    punten: str
    breedte: int
    tegen: bool


@dataclass(frozen=True)
class Weg:
    """A way to reach somebody: a link of the browser, and what it says."""

    adres: str
    tekst: str


@dataclass(frozen=True)
class Nummer:
    """Whom to call: who it is, the page of the graph about them, what to ask for, a line of help, and the ways in."""

    wie: str
    adres: str | None
    vraag_naar: str
    hulp: str
    wegen: list[Weg]
    postadres: str | None = None


@dataclass(frozen=True)
class Hit:
    """One oplossing on the page of results."""

    id: str
    titel: str
    van: str
    rijpheid: str
    bewijs: str
    samenvatting: str | None
    redenen: list[Reden]
    samen: str
    bellen: list[Nummer]
    meer: int
    heeft_al: str | None
    ontbreekt: Sequence[str]
    citaten: list[Citaat]

    @property
    def waarom(self) -> Reden | None:
        """What says best why it fits: about the knelpunt where there is one, for that stands first."""
        return next((each for each in self.redenen if each.breedte and not each.tegen), None)

    @property
    def tegen(self) -> Reden | None:
        """What counts against it."""
        return next((each for each in self.redenen if each.tegen), None)


def hit(node: Mapping[str, Any]) -> Hit:
    thing = node["oplossing"]
    bellen = whom_to_call(node["bellen"])
    return Hit(
        thing["id"],
        thing["titel"],
        made_by(thing),
        thing["rijpheid"],
        thing["bewijs"],
        thing["samenvatting"],
        [reden(r) for r in node["redenen"]],
        points(node["score"]),
        bellen,
        node["aantalToepassers"] - sum(1 for each in node["bellen"] if each["rol"] == "GEBRUIKT"),
        node["heeftAl"],
        node["ontbreekt"],
        passages(thing["herkomst"]["nodes"]),
    )


def reden(given: Mapping[str, Any]) -> Reden:
    weight = given["gewicht"]
    return Reden(
        NAMES[PasklaarRedenSoort[given["soort"]]],
        given["uitleg"],
        points(weight, signed=True),
        round(BAR * min(abs(weight) / MOST, BEST)),
        weight < 0,
    )


def points(value: float, signed: bool = False) -> str:
    """`+30`, `−12`, `0`: whole where it is whole, with a real minus."""
    shown = f"{abs(value):.1f}".replace(".", ",").removesuffix(",0")
    if value < 0:
        return f"−{shown}"
    return f"+{shown}" if signed and value else shown


def made_by(thing: Mapping[str, Any]) -> str:
    """`Bedacht door gemeente Den Haag en Stichting JPF. 2016 tot heden.`"""
    makers = [party(m) for m in thing["ontwikkeldDoor"]["nodes"]]
    told = [f"Bedacht door {series(makers)}."] if makers else []
    if thing["periode"]:
        told.append(f"{upper_first(period(thing['periode']))}.")
    return " ".join(told)


def whom_to_call(found: Sequence[Mapping[str, Any]]) -> list[Nummer]:
    """Who can be reached, as the API gives them."""
    return [_number(each) for each in found]


def _number(found: Mapping[str, Any]) -> Nummer:
    return Nummer(
        upper_first(found["wie"]),
        address(found["partij"]["id"]) if found["partij"] else None,
        found["vraagNaar"] or "",
        found["uitleg"] or CONTACT_POINT[found["rol"]],
        ways(found),
        found["postadres"],
    )


def ways(found: Mapping[str, Any]) -> list[Weg]:
    """Its number, mailbox and page, as links that a browser may open."""
    links = (
        (phone_link(found["telefoon"] or ""), found["telefoon"]),
        (mail_link(found["email"] or ""), found["email"]),
        (openable(found["website"]), site(found["website"] or "")),
    )
    return [Weg(link, text) for link, text in links if link]
