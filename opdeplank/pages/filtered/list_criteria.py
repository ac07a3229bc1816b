"""By what a list can be narrowed down: for each criterion its name in the address, its words, the facet that counts its
values, and the filter of the API that a value stands for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from opdeplank.display.display import WORDS

Filter = dict[str, Any]
SIZES: Mapping[str, tuple[str, Filter]] = {
    "klein": ("minder dan 30.000 inwoners", {"max": 29_999}),
    "middel": ("30.000 tot 100.000 inwoners", {"min": 30_000, "max": 99_999}),
    "groot": ("100.000 tot 300.000 inwoners", {"min": 100_000, "max": 299_999}),
    "heel-groot": ("300.000 inwoners of meer", {"min": 300_000}),
}
"""The classes that the four largest gemeenten, the cities and the villages fall into."""


@dataclass(frozen=True)
class Criterium:
    """`facet` counts the values; without one they are counted by asking each. `of_user`: it is about a gemeente that
    uses the oplossing, and several of those must hold of one and the same gemeente."""

    naam: str
    kop: str
    facet: str
    filter: Callable[[str], Filter]
    word: Callable[[str, str], str] = lambda key, label: label
    of_user: bool = False
    valid: Callable[[str], bool] = bool


def _some(field: str) -> Callable[[str], Filter]:
    return lambda key: {field: {"enige": {"id": [key]}}}


def _is(field: str) -> Callable[[str], Filter]:
    return lambda value: {field: {"is": value}}


def _closed(key: str, label: str) -> str:
    return WORDS.get(key, label)


def _known(value: str) -> bool:
    return value in WORDS


def _year(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) == 4


THEMA = Criterium("thema", "Thema", "THEMA", _some("thema"))
WET = Criterium("wet", "Wet", "WET", _some("wet"))

OPLOSSINGEN = (
    THEMA,
    Criterium("rijpheid", "Rijpheid", "RIJPHEID", _is("rijpheid"), _closed, valid=_known),
    Criterium("bewijs", "Bewijs", "BEWIJS", _is("bewijs"), _closed, valid=_known),
    Criterium(
        "gebruik", "Loopt het nog?", "GEBRUIK", lambda v: {"toepassingen": {"enige": {"status": {"is": v}}}}, _closed,
        valid=_known,
    ),
    Criterium("provincie", "Gebruikt in provincie", "GEBRUIK_PROVINCIE", _is("provincie"), of_user=True),
    Criterium("jeugdregio", "Gebruikt in jeugdregio", "GEBRUIK_JEUGDREGIO", _is("jeugdregio"), of_user=True),
    Criterium(
        "arbeidsmarktregio", "Gebruikt in arbeidsmarktregio", "GEBRUIK_ARBEIDSMARKTREGIO", _is("arbeidsmarktregio"),
        of_user=True,
    ),
    Criterium(
        "grootte", "Gebruikt door een gemeente van", "", lambda v: {"inwoners": SIZES[v][1]}, of_user=True,
        valid=SIZES.__contains__,
    ),
    Criterium("ontwikkelaar", "Bedacht door", "ONTWIKKELD_DOOR", _some("ontwikkeldDoor")),
    Criterium("jaar", "Begonnen in of na", "JAAR", lambda v: {"jaar": {"min": int(v)}}, valid=_year),
    WET,
)  # fmt: skip

KNELPUNTEN = (
    THEMA,
    Criterium("route", "Wat er nodig is", "ROUTE", _is("route"), _closed, valid=_known),
    Criterium("fase", "Hoe ver", "FASE", _is("fase"), _closed, valid=_known),
    Criterium("oorzaak", "Oorzaak", "OORZAAK", lambda v: {"oorzaak": {"in": [v]}}, _closed, valid=_known),
    Criterium(
        "pasklaar", "Ligt er iets pasklaars?", "HEEFT_PASKLAAR",
        lambda v: {"oplossingen": {"enige" if v == "JA" else "geen": {"rijpheid": {"is": "PASKLAAR"}}}},
        lambda key, label: {"JA": "Ja", "NEE": "Nee"}.get(key, label), valid=lambda v: v in ("JA", "NEE"),
    ),
    Criterium(
        "provincie", "Ervaren in provincie", "PROVINCIE",
        lambda v: {"ervarenDoor": {"enige": {"provincie": {"is": v}}}},
    ),
    WET,
)  # fmt: skip

ORDERS: Mapping[str, Mapping[str, tuple[str, list[Filter]]]] = {
    "oplossingen": {
        "": ("op naam", []),
        "gebruik": ("meest gebruikt", [{"veld": "AANTAL_TOEPASSINGEN", "richting": "AFLOPEND"}]),
        "rijpheid": ("verst gevorderd", [{"veld": "RIJPHEID", "richting": "AFLOPEND"}]),
        "bewijs": ("meeste bewijs", [{"veld": "BEWIJS", "richting": "AFLOPEND"}]),
    },
    "knelpunten": {
        "": ("op naam", []),
        "oplossingen": ("meeste oplossingen", [{"veld": "AANTAL_OPLOSSINGEN", "richting": "AFLOPEND"}]),
        "gemeenten": ("meest ervaren", [{"veld": "AANTAL_GEMEENTEN", "richting": "AFLOPEND"}]),
    },
}
"""By name in the address: its words, and the order of the API."""
LISTS: Mapping[str, tuple[Criterium, ...]] = {"oplossingen": OPLOSSINGEN, "knelpunten": KNELPUNTEN}


def whole(chosen: Mapping[Criterium, str], without: Criterium | None = None) -> Filter:
    """The filter of the API for what was chosen, or for all of it but one."""
    parts: list[Filter] = []
    users: Filter = {}
    for criterium, value in chosen.items():
        if criterium is without:
            continue
        if criterium.of_user:
            users |= criterium.filter(value)
        else:
            parts.append(criterium.filter(value))
    if users:
        parts.append({"toegepastDoor": {"enige": users}})
    return {"en": parts} if parts else {}
