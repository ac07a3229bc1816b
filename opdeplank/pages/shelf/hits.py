"""Hits of a look-up, readable: who made it, why it fits as a sum, whom to call, what it rests on. Pure functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.dutch.phrasing import series, upper_first
from graph.pasklaar.weights import NAMES, WEIGHTS, PasklaarRedenSoort
from opdeplank.display.display import address, day, function, number, party, period
from opdeplank.display.passages import Citaat, passages

BAR = 180
MOST = max(WEIGHTS.values())
BEST = 1.0
ALIKE = PasklaarRedenSoort.VERGELIJKBARE_GEMEENTE.name


@dataclass(frozen=True)
class Reden:
    """One line of the sum; `breedte` is the length of its bar."""

    naam: str
    uitleg: str
    punten: str
    breedte: int
    tegen: bool


@dataclass(frozen=True)
class Nummer:
    """Whom to call: a gemeente or a person, what to ask for, and a line of help."""

    wie: str
    adres: str | None
    vraag_naar: str
    hulp: str


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
    ontbreekt: Sequence[str]
    citaten: list[Citaat]


def hit(node: Mapping[str, Any], gemeente: str) -> Hit:
    """`gemeente` is the visitor's, by name; empty when none was chosen."""
    thing = node["oplossing"]
    users = node["toepassers"]
    alike = any(r["soort"] == ALIKE and r["gewicht"] > 0 for r in node["redenen"]) and len(users) > 1
    return Hit(
        thing["id"],
        thing["titel"],
        made_by(thing),
        thing["rijpheid"],
        thing["bewijs"],
        thing["samenvatting"],
        [reden(r) for r in node["redenen"]],
        points(node["score"]),
        whom_to_call(thing, users, gemeente if alike else ""),
        node["aantalToepassers"] - len(users),
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


def whom_to_call(thing: Mapping[str, Any], users: Sequence[Mapping[str, Any]], gemeente: str) -> list[Nummer]:
    """People who are a contact first, then the gemeenten that use it, then whoever made it."""
    people = [_person(p) for p in thing["contact"]["nodes"]]
    numbers = people + [_user(u, gemeente if place == 0 else "") for place, u in enumerate(users)]
    return numbers or [_maker(m) for m in thing["ontwikkeldDoor"]["nodes"][:2]]


def _person(person: Mapping[str, Any]) -> Nummer:
    roles = [function(r) for r in person["rollen"]["edges"] if r["tot"] is None and r["functie"] == person["functie"]]
    return Nummer(person["naam"], None, (roles or [person["functie"] or ""])[0], "Contactpersoon voor deze oplossing.")


def _user(user: Mapping[str, Any], like: str) -> Nummer:
    thing = user["gemeente"]
    contact = user["contact"]
    ask_for = ", ".join(filter(None, [contact["naam"], contact["functie"]])) if contact else ""
    return Nummer(
        f"Gemeente {thing['naam']}",
        address(thing["id"]),
        ask_for or f"Contactpersoon van gemeente {thing['naam']}",
        " ".join(_about(user, like)),
    )


def _about(user: Mapping[str, Any], like: str) -> list[str]:
    people = user["gemeente"]["inwoners"]
    size = f"{number(people)} inwoners" if people else ""
    told = [f"Lijkt het meest op {like}{f': {size}' if size else ''}." if like else f"{size}." if size else ""]
    if user["sinds"]:
        told.append(f"Sinds {day(user['sinds'])}.")
    if user["status"] is None:
        told.append("De bron zegt niet of het nog loopt.")
    elif user["status"] != "IN_GEBRUIK":
        told.append({"OVERWEEGT": "Denkt erover na.", "VOORBEREIDING": "Bereidt het voor."}.get(user["status"], ""))
    return [t for t in told if t]


def _maker(thing: Mapping[str, Any]) -> Nummer:
    name = upper_first(party(thing))
    return Nummer(name, address(thing["id"]), "", "Bedacht het. We kennen nog geen gemeente die het gebruikt.")
