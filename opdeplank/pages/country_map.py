"""The map of the country beside a list: a dot for each gemeente, or how much there is in each provincie.

The list beside it says the same in words; the map only shows how it lies. Outlines and places are in
`web/kaart/kaart.json`, which is made by `web/kaart/maak.py`. Nothing is fetched from elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson

from graph.dutch.phrasing import series, some
from opdeplank.settings.shipped import WEB

FILE = WEB / "kaart" / "kaart.json"
IN_USE, STOPPED, UNKNOWN = "gebruik", "gestopt", "onbekend"
MARKS: Mapping[str | None, str] = {
    "IN_GEBRUIK": IN_USE, "VOORBEREIDING": "straks", "OVERWEEGT": "straks", "GESTOPT": STOPPED, None: UNKNOWN,
}  # fmt: skip
LEGEND = {
    IN_USE: "in gebruik", "straks": "in voorbereiding of denkt erover na", UNKNOWN: "stand niet bekend",
    STOPPED: "gestopt",
}  # fmt: skip
"""The marks and what they say. What is drawn last lies on top: what runs before what has stopped."""
STEPS = 4
"""Tints of a provincie."""


@dataclass(frozen=True)
class Land:
    """The country itself: its size, the outline of each provincie with a place for a number, and where each gemeente
    lies, by code."""

    breedte: int
    hoogte: int
    provincies: Mapping[str, Mapping[str, Any]]
    gemeenten: Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class Stip:
    x: float
    y: float
    teken: str
    naam: str


@dataclass(frozen=True)
class Stippen:
    """Where gemeenten lie. `zonder` are the names of those that have no place on the map."""

    land: Land
    stippen: tuple[Stip, ...]
    legenda: tuple[tuple[str, str, int], ...]
    zonder: tuple[str, ...]
    label: str


@dataclass(frozen=True)
class Vlak:
    """A provincie: `tint` from 0 (nothing) to STEPS."""

    naam: str
    pad: str
    midden: tuple[float, float]
    aantal: int
    tint: int


@dataclass(frozen=True)
class Vlakken:
    land: Land
    vlakken: tuple[Vlak, ...]
    label: str


@cache
def land() -> Land:
    return Land(**orjson.loads(FILE.read_bytes()))


def dots(uses: Iterable[Mapping[str, Any]]) -> Stippen | None:
    """Of uses, each with its `gemeente` (`id`, `naam`) and `status`; None when there is nothing to compare."""
    found, without, names = dict[str, str](), list[str](), dict[str, str]()
    for use in uses:
        code = str(use["gemeente"]["id"]).partition(":")[2].upper()
        if code not in land().gemeenten:
            without.append(use["gemeente"]["naam"])
            continue
        mark = MARKS.get(use["status"], UNKNOWN)
        names[code] = use["gemeente"]["naam"]
        found[code] = min(found.get(code, mark), mark, key=list(LEGEND).index)
    if len(found) < 2:
        return None
    counted = Counter(found.values())
    legend = tuple((mark, words, counted[mark]) for mark, words in LEGEND.items() if counted[mark])
    order = [*reversed(LEGEND)]
    placed = sorted(found.items(), key=lambda each: (order.index(each[1]), each[0]))
    return Stippen(
        land(), tuple(Stip(*land().gemeenten[code], mark, names[code]) for code, mark in placed), legend,
        tuple(dict.fromkeys(without)),
        f"Kaart van Nederland met {some(len(found), 'gemeente', 'gemeenten')}: "
        f"{series([f'{n} {words}' for _, words, n in legend], 4)}.",
    )  # fmt: skip


def areas(counts: Mapping[str, int]) -> Vlakken | None:
    """Of a number for each provincie by name; None when there is nothing to compare."""
    known = {name: counts.get(name, 0) for name in land().provincies}
    most = max(known.values())
    if sum(1 for n in known.values() if n) < 2:
        return None
    found = tuple(
        Vlak(name, shape["pad"], shape["midden"], known[name], -(-known[name] * STEPS // most))
        for name, shape in land().provincies.items()
    )
    by_number = sorted((v for v in found if v.aantal), key=lambda v: (-v.aantal, v.naam))
    return Vlakken(land(), found, f"Kaart van Nederland: {series([f'{v.naam} {v.aantal}' for v in by_number], 12)}.")
