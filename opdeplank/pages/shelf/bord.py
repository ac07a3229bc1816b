"""The shelf of the start page: a block is an oplossing, its height says how many gemeenten use it. Pure functions."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, PITCH, FOOT = 15, 20, 88.0
LOW, GROWTH, HIGH = 22.0, 11.5, 80.0
EMPTY = 14.0


@dataclass(frozen=True)
class Bord:
    """One thema with its blocks: solid outlines, dashed outlines, and how wide the picture is."""

    id: str
    naam: str
    aantal: int
    vol: str
    leeg: str
    breedte: int


def shelves(themas: Sequence[Mapping[str, Any]]) -> list[Bord]:
    """In the order given, the fullest first; an empty thema has no board here, the page of all thema's shows it."""
    return [_bord(t) for t in themas if t["oplossingen"]["aantal"]]


def _bord(thema: Mapping[str, Any]) -> Bord:
    uses = [o["toepassingen"]["aantal"] for o in thema["oplossingen"]["nodes"]]
    full = "".join(_block(place, height(used)) for place, used in enumerate(uses) if used)
    empty = "".join(_dashed(place) for place, used in enumerate(uses) if not used)
    return Bord(thema["id"], thema["naam"], thema["oplossingen"]["aantal"], full, empty, PITCH * len(uses) + 1)


def height(used: int) -> float:
    """Logarithmic, so that one is seen beside twenty-five."""
    return round(min(LOW + GROWTH * math.log2(used), HIGH), 1)


def _block(place: int, tall: float) -> str:
    return f"M{1 + PITCH * place} {FOOT - tall:.1f}h{WIDTH}V{FOOT:g}h-{WIDTH}z"


def _dashed(place: int) -> str:
    return f"M{2 + PITCH * place} {FOOT:g}v-{EMPTY:g}h{WIDTH - 2}v{EMPTY:g}"
