"""The useful no, readable: what is near, what it takes, who is busy with it, and what one can do. Pure functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.domain.vocabulary import Oplosroute
from graph.dutch.phrasing import series, upper_first
from graph.pasklaar.alternative import LESS, in_sentence
from opdeplank.display.display import function, party
from opdeplank.display.passages import Citaat, passages

ROUTES = {
    "OVERNEMEN": "Elders ligt een oplossing. Bel en neem hem over.",
    "SAMENWERKEN": "Partijen moeten het samen anders doen. Er hoeft geen regel te veranderen.",
    "MAG_AL": "Er hoeft geen regel te veranderen. Het gaat om weten en durven.",
    "REGELS_WIJZIGEN": "Hier moet een wet of regel anders. Dat kan een gemeente niet alleen.",
}
HEADINGS = {
    "BEKEND_NIETS": "Hier ligt nog niets voor op de plank",
    "BUITEN_SOCIAAL_DOMEIN": "Hier gaat Op de Plank niet over",
    "NIET_BEGREPEN": "We begrijpen je vraag niet",
}
"""Above each kind of no."""
assert set(ROUTES) == {r.name for r in Oplosroute}


@dataclass(frozen=True)
class Plaats:
    """One place of a duo; without a `naam` it is empty and stays visible."""

    plaats: str
    naam: str | None
    functie: str


@dataclass(frozen=True)
class Loopt:
    """A traject that works on it."""

    id: str
    naam: str
    doen_mee: str
    duo: list[Plaats]

    @property
    def bekend(self) -> list[Plaats]:
        return [plaats for plaats in self.duo if plaats.naam]


@dataclass(frozen=True)
class Dichtbij:
    """A knelpunt near the question."""

    id: str
    titel: str
    lijkt: int
    redenen: str
    route: str | None
    uitleg: str
    wetten: list[str]
    departementen: list[str]
    trajecten: list[Loopt]
    oplossingen: Sequence[Mapping[str, Any]]
    citaten: list[Citaat]


def heading(answer: Mapping[str, Any]) -> str:
    """What stands above the page: which kind of no it is, and about what."""
    if answer["heeftAl"]:
        return "Wat er ligt, heb je al"
    if answer["alternatief"]["uitleg"].startswith(LESS):
        return "Er ligt wel iets, maar minder ver dan je vraagt"
    about = answer["onderwerp"]
    if answer["uitkomst"] == "BEKEND_NIETS" and about and not about["oplossingen"]["aantal"]:
        return f"Over {in_sentence(about['naam'])} ligt nog niets op de plank"
    return HEADINGS[answer["uitkomst"]]


def near(given: Mapping[str, Any]) -> Dichtbij:
    thing = given["knelpunt"]
    route = thing["route"]
    return Dichtbij(
        thing["id"],
        thing["titel"],
        round(100 * given["score"]),
        " ".join(given["redenen"]),
        route,
        ROUTES[route] if route else "Niemand heeft vastgesteld wat hier nodig is. We raden niet.",
        [w["naam"] for w in thing["wetten"]["nodes"]],
        ministries(thing["wetten"]["nodes"]),
        [running(t) for t in thing["gesignaleerdIn"]["nodes"]],
        thing["oplossingen"]["nodes"],
        passages(thing["herkomst"]["nodes"]),
    )


def ministries(wetten: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(w["departement"]["naam"] for w in wetten if w["departement"]))


def running(traject: Mapping[str, Any]) -> Loopt:
    names = [party(p) for p in traject["deelnemers"]["nodes"]]
    verb = "doet" if len(names) == 1 else "doen"
    told = f"{upper_first(series(names))} {verb} mee." if names else ""
    return Loopt(traject["id"], traject["naam"], told, duo(traject["regisseurs"]["nodes"]))


def duo(regisseurs: Sequence[Mapping[str, Any]]) -> list[Plaats]:
    """Two places, each filled by who works there; a person without a place of either kind comes third."""
    places = {"Gemeente": "Regisseur gemeente", "Departement": "Regisseur Rijk"}
    found: list[Plaats] = []
    placed: set[str] = set()
    for kind, place in places.items():
        people = [(r, role) for r in regisseurs for role in r["rollen"]["edges"] if role["node"]["__typename"] == kind]
        for person, role in _now_first(people):
            if person["naam"] not in placed:
                found.append(Plaats(place, person["naam"], function(role)))
                placed.add(person["naam"])
        if not any(p.plaats == place for p in found):
            found.append(Plaats(place, None, ""))
    return found + [Plaats("Regisseur", r["naam"], "") for r in regisseurs if r["naam"] not in placed]


def _now_first(people: Sequence[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    return sorted(people, key=lambda pair: pair[1]["tot"] is not None)
