"""What the words of a question point at: knelpunten, oplossingen and thema's, weighed, or nothing at all.

Candidates come from SOURCES, a list: full text now. A source that knows meaning can join it; what several sources find
counts by the source that is surest of it.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.matching import Match
from graph.store import Store
from graph.zoek import near

ENOUGH, CERTAIN = 0.9, 0.5
"""When something is a hit: it shares about one rare word with the question, or a few common ones, or it answers half of
the question. Below both we say: nothing yet. Fixed on the open questions (`bench/vragen.py`)."""
NEARBY, CLEARLY_NEARBY = 0.7, 0.4
"""The same for a knelpunt that is worth mentioning when there is no hit."""
BESIDE_BEST = 0.5
"""Only what answers at least this part of what the best one does is a hit as well."""
THEMA_COUNTS = 0.5
"""A thema is wider than a question: sharing its words says less."""
SOUGHT = ("Knelpunt", "Oplossing", "Thema")
Source = Callable[[Store, str, Sequence[str], Sequence[str]], Awaitable[list[Match]]]
SOURCES: tuple[Source, ...] = (near,)
"""Where candidates for a question in words come from; each gives closeness from 0 to 1. Meaning can join words here."""


@dataclass(frozen=True)
class Sought:
    """What the words of a question point at: closeness by id."""

    knelpunten: tuple[Match, ...] = ()
    oplossingen: Mapping[str, float] = field(default_factory=dict)
    themas: tuple[str, ...] = ()
    nearby: tuple[Match, ...] = ()
    best: float = 0.0
    """The closeness of the closest; points are given in proportion to it, for a long question shares few words."""


async def weigh(store: Store, text: str, statussen: Sequence[str]) -> Sought:
    """Weigh what each source finds; nothing when even the best answers too little of the question."""
    found: dict[str, Match] = {}
    for source in SOURCES:
        for match in await source(store, text, SOUGHT, statussen):
            if match.id not in found or match.closeness > found[match.id].closeness:
                found[match.id] = match
    ordered = sorted(found.values(), key=lambda m: (-_closeness(m), -m.whole, m.id))
    nearby = tuple(m for m in ordered if m.soort == "Knelpunt" and _answers(m, NEARBY, CLEARLY_NEARBY))[:3]
    best = next((m for m in ordered if _answers(m, ENOUGH, CERTAIN)), None)
    if best is None:
        return Sought(nearby=nearby)
    kept = [m for m in ordered if _closeness(m) >= BESIDE_BEST * _closeness(best)]
    return Sought(
        tuple(m for m in kept if m.soort == "Knelpunt"),
        {m.id: m.closeness for m in kept if m.soort == "Oplossing"},
        tuple(m.id for m in kept if m.soort == "Thema"),
        nearby,
        _closeness(ordered[0]),
    )


def _answers(match: Match, evidence: float, share: float) -> bool:
    counts = THEMA_COUNTS if match.soort == "Thema" else 1.0
    return counts * match.evidence >= evidence or _closeness(match) >= share


def _closeness(match: Match) -> float:
    return match.closeness * (THEMA_COUNTS if match.soort == "Thema" else 1.0)
