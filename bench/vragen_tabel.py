"""The figures of a list of asked questions. Pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass

NAMES = ("R@1", "R@3", "MRR", "niets gevonden", "leeg")


@dataclass(frozen=True)
class Outcome:
    """Where the first right answer stood (0: nowhere), and whether hits were given."""

    vraag: str
    soort: str
    place: int
    hits: bool

    @property
    def wrong(self) -> bool:
        return not 0 < self.place <= 3 if self.soort == "aanbod" else self.hits


def figures(found: Sequence[Outcome]) -> tuple[str, ...]:
    asked = [o for o in found if o.soort == "aanbod"]
    other = [o for o in found if o.soort == "buiten"]
    empty = [o for o in found if o.soort == "leeg"]
    values = (
        _share([o.place == 1 for o in asked]),
        _share([0 < o.place <= 3 for o in asked]),
        sum(1 / o.place for o in asked if o.place) / max(len(asked), 1),
        (_share([o.hits for o in asked]) + _share([not o.hits for o in other])) / 2,
    )
    return (*(f"{value:.3f}" for value in values), f"{sum(not o.hits for o in empty)} van {len(empty)}")


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0
