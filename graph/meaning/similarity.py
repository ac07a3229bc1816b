"""What the vectors say of one thing, and how to read it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """Cosines lie close together, elsewhere in each space: from `far` to `nearest` is from nothing to the same."""

    far: float
    nearest: float

    def closeness(self, cosine: float) -> float:
        """0 for nothing in common, 1 for the same; a little below 0 and above 1 for what lies beyond."""
        return (cosine - self.far) / (self.nearest - self.far)


PLAIN, WHITENED = Measure(0.8, 0.93), Measure(0.0, 0.75)
"""The space of the model itself, and the one in which what all wordings share no longer counts."""


@dataclass(frozen=True)
class Kin:
    """A thing and the cosine of it with a question, in the space of `measure`."""

    id: str
    soort: str
    nearness: float
    measure: Measure = PLAIN
    letters: float = 0.0
    """How much of the letters of the question its wordings have (`graph.meaning.wordings`); part of `nearness`."""

    @property
    def closeness(self) -> float:
        return self.measure.closeness(self.nearness)
