"""The figures of a list of asked questions. Pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass

COLUMNS = ("R@1", "R@3", "MRR", "niets", "wel", "niet", "soort nee", "naam")
KINDS = {"domein": "BEKEND_NIETS", "buiten": "BUITEN_SOCIAAL_DOMEIN", "onbegrepen": "NIET_BEGREPEN"}
"""The right kind of no."""


@dataclass(frozen=True)
class Outcome:
    """Where the first right answer stood (0: nowhere), how many hits were given, what kind of answer it was, whether
    the thing was opened that was named, and what subject the question was taken to be about."""

    vraag: str
    soort: str
    stem: str
    lengte: str
    place: int
    hits: int
    uitkomst: str
    named: bool
    onderwerp: str | None


def wrong(outcome: Outcome) -> bool:
    if outcome.soort == "aanbod":
        return not 0 < outcome.place <= 3
    return not outcome.named if outcome.soort == "naam" else outcome.uitkomst != KINDS[outcome.soort]


def figures(found: Sequence[Outcome]) -> tuple[str, ...]:
    """One for each of COLUMNS; `-` where nothing of the kind was asked."""
    asked = [o for o in found if o.soort == "aanbod"]
    without = [o for o in found if o.soort in KINDS]
    hits, none = _share([o.hits > 0 for o in asked]), _share([not o.hits for o in without])
    values = (
        _share([o.place == 1 for o in asked]),
        _share([0 < o.place <= 3 for o in asked]),
        sum(1 / o.place for o in asked if o.place) / len(asked) if asked else None,
        None if hits is None or none is None else (hits + none) / 2,
        hits,
        none,
        _share([o.uitkomst == KINDS[o.soort] for o in without if not o.hits]),
        _share([o.named for o in found if o.soort == "naam"]),
    )
    return tuple("-" if value is None else f"{value:.3f}" for value in values)


def _share(hits: Sequence[bool]) -> float | None:
    return sum(hits) / len(hits) if hits else None
