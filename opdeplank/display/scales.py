"""The two scales as shapes: rijpheid is five equal books, bewijs a staircase of five. What is not reached is dashed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from graph.domain.vocabulary import Bewijsniveau, Rijpheid

STEPS = 5
PITCH = 12.4
FOOT = 34.0
BOOK = (23.0,) * STEPS
STAIR = (6.0, 11.6, 17.2, 22.8, 28.4)


@dataclass(frozen=True)
class Scale:
    """Outlines in a field of 64 by 34: what is reached, what is not, and a stroke through what is phased out."""

    full: str
    empty: str
    struck: bool


def rijpheid(level: str) -> Scale:
    ladder = [r.name for r in Rijpheid]
    struck = level == Rijpheid.UITGEFASEERD.name
    return _scale(0 if struck else ladder.index(level), BOOK, 10.0, struck)


def bewijs(level: str) -> Scale:
    return _scale([b.name for b in Bewijsniveau].index(level), STAIR, 12.4, False)


def _scale(reached: int, heights: Sequence[float], width: float, struck: bool) -> Scale:
    boxes = [(1.5 + PITCH * place, height) for place, height in enumerate(heights)]
    full = "".join(_box(x, width, height) for x, height in boxes[:reached])
    empty = "".join(_box(x + 0.5, width - 1, height - 0.5) for x, height in boxes[reached:])
    return Scale(full, empty, struck)


def _box(x: float, width: float, height: float) -> str:
    return f"M{x:g} {FOOT - height:g}h{width:g}v{height:g}h-{width:g}z"


@dataclass
class Drawn:
    """The scales on one page. A list draws the same ones over and over: each shape stands on the page once, by its id,
    and the list points at it."""

    shapes: dict[str, Scale] = field(default_factory=dict)

    def rijpheid(self, level: str) -> str:
        return self._pointed_at(f"r-{level}", rijpheid, level)

    def bewijs(self, level: str) -> str:
        return self._pointed_at(f"b-{level}", bewijs, level)

    def _pointed_at(self, key: str, draw: Callable[[str], Scale], level: str) -> str:
        if key not in self.shapes:
            self.shapes[key] = draw(level)
        return key
