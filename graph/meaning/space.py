"""In which directions vectors of this model tell things apart, learnt from the pieces of the things themselves.

The vectors of one thing differ by wording; those of two things differ by what they are about as well. Directions in
which the pieces of one and the same thing already differ much say little, so they count less: within-class whitening,
in closed form (Fukunaga, Introduction to Statistical Pattern Recognition, 1990, chapter 10). Nothing but the stored
vectors is needed, and they stay as they are: a question is carried over, and a piece needs only its length there.

Too few pieces teach nothing. Then a vector is compared as the model gave it; `measure` says how to read the outcome.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.meaning.similarity import PLAIN, WHITENED, Measure
from graph.meaning.vectors import BLOCK, Floats, Rows, Vectors

SHRUNK = 0.6
"""How much of the spread is taken to be the same in all directions: the pieces are few for so many directions."""
ENOUGH = 500
"""Pieces that differ from the middle of their thing; with fewer there is nothing to learn."""
SAMPLE = 4_000
"""So many things teach as much as all."""
LEAST = 1e-6


@dataclass(frozen=True)
class Asked:
    """A text, carried over: the cosine with a piece is `(toward · piece - offset) / length of the piece`."""

    toward: Floats
    offset: float


class Space:
    """`lengths` has one number per line and column of rows: how long that piece is here."""

    def __init__(self, vectors: Vectors, rows: Rows) -> None:
        self._vectors, self._rows = vectors, rows
        learnt = _learnt(vectors, rows)
        self.measure: Measure = WHITENED if learnt else PLAIN
        self._middle: Floats | None = learnt[0] if learnt else None
        self._turn: Floats | None = learnt[1] if learnt else None
        self._lengths: NDArray[np.float32] = self._all_lengths() if learnt else np.ones(rows.shape, np.float32)

    def carried(self, question: Floats) -> Asked:
        """A vector of the model, of length one."""
        if self._middle is None or self._turn is None:
            return Asked(question, 0.0)
        here = self._turn @ (question - self._middle)
        toward = self._turn.T @ here / max(float(np.linalg.norm(here)), LEAST)
        return Asked(toward.astype(np.float32), float(toward @ self._middle))

    def nearness(self, asked: Asked, chosen: NDArray[np.int64]) -> Floats:
        """The cosine with each piece of the chosen lines; -1 where there is none."""
        rows = self._rows[chosen]
        there = rows >= 0
        found: Floats = np.full(rows.shape, -1, np.float32)
        straight = self._vectors.like(asked.toward, rows[there]) - np.float32(asked.offset)
        found[there] = straight / self._lengths[chosen][there]
        return found

    def turned(self, vectors: Floats) -> Floats:
        """Vectors as they lie here, not of any length."""
        if self._middle is None or self._turn is None:
            return vectors
        return _floats((vectors - self._middle) @ self._turn.T)

    def _all_lengths(self) -> NDArray[np.float32]:
        lengths = np.ones(self._rows.shape, np.float32)
        for start in range(0, len(self._rows), BLOCK // 4):
            rows = self._rows[start : start + BLOCK // 4]
            there = rows >= 0
            turned = self.turned(self._vectors.read(rows[there]))
            lengths[start : start + BLOCK // 4][there] = np.maximum(np.linalg.norm(turned, axis=1), LEAST)
        self._vectors.rest()
        return lengths


def _floats(values: NDArray[Any]) -> Floats:
    return values.astype(np.float32, copy=False)


def _learnt(vectors: Vectors, rows: Rows) -> tuple[Floats, Floats] | None:
    """The middle of all pieces, and what turns a vector so that pieces of one thing spread alike in all directions."""
    some = rows[:: -(-len(rows) // SAMPLE)] if len(rows) > SAMPLE else rows
    there = some >= 0
    counted = there.sum(axis=1)
    if int(np.maximum(counted - 1, 0).sum()) < ENOUGH:
        return None
    pieces = vectors.read(some[there])
    thing = np.repeat(np.arange(len(some)), counted)
    sums = np.zeros((len(some), pieces.shape[1]), np.float32)
    np.add.at(sums, thing, pieces)
    apart = (pieces - sums[thing] / counted[thing][:, None])[counted[thing] > 1]
    spread = apart.T @ apart / len(apart)
    size = len(spread)
    even = (1 - SHRUNK) * spread + SHRUNK * np.trace(spread) / size * np.eye(size)
    values, directions = np.linalg.eigh(even)
    turn = (directions * np.maximum(values, LEAST**2) ** -0.5) @ directions.T
    return pieces.mean(axis=0, dtype=np.float32), turn.astype(np.float32)
