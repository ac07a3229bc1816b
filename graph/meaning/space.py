"""In which directions vectors of this model tell things apart, learnt from the pieces of the things themselves.

The vectors of one thing differ by wording; those of two things differ by what they are about as well. Directions in
which the pieces of one and the same thing already differ much say little, so they count less: within-class whitening,
in closed form (Fukunaga, Introduction to Statistical Pattern Recognition, 1990, chapter 10). Nothing but the stored
vectors is needed, and they stay as they are: a question is carried over, and a piece needs only its length there.

Too few pieces teach nothing. Then a vector is compared as the model gave it; `measure` says how to read the outcome.
"""

from collections.abc import Sequence
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
BEST_PARTS = 2
"""A thing is as near as its nearest pieces are on average: one lucky piece is not enough."""
WHOLE = 0.5
"""What the middle of all pieces of a thing counts for, where the space was learnt; the rest is for the nearest."""


@dataclass(frozen=True)
class Asked:
    """A text, carried over: the cosine with a piece is `(toward · piece - offset) / length of the piece`."""

    toward: Floats
    offset: float


class Space:
    """The space of these rows; each line of rows is a thing."""

    def __init__(self, vectors: Vectors, rows: Rows) -> None:
        self._vectors, self._rows = vectors, rows
        learnt = _learnt(vectors, rows)
        self.measure: Measure = WHITENED if learnt else PLAIN
        self._middle: Floats | None = learnt[0] if learnt else None
        self._turn: Floats | None = learnt[1] if learnt else None
        self._lengths, self._whole = self._all_lengths() if learnt else (np.ones((1, 1), np.float32),) * 2

    def carried(self, question: Floats) -> Asked:
        """A vector of the model, of length one."""
        if self._middle is None or self._turn is None:
            return Asked(question, 0.0)
        here = self._turn @ (question - self._middle)
        toward = self._turn.T @ here / max(float(np.linalg.norm(here)), LEAST)
        return Asked(toward.astype(np.float32), float(toward @ self._middle))

    def nearness(self, asked: Sequence[Asked], chosen: NDArray[np.int64]) -> Floats:
        """How near each of the chosen things (a column) is to each text (a line): by its nearest pieces, and by the
        middle of all of them. The pieces are read once for all texts."""
        there = self._rows[chosen] >= 0
        like = self._vectors.like(np.array([each.toward for each in asked]), self._rows[chosen][there])
        return np.array([self._near(*each, there, chosen) for each in zip(asked, like, strict=True)], np.float32)

    def _near(self, asked: Asked, like: Floats, there: NDArray[np.bool_], chosen: NDArray[np.int64]) -> Floats:
        straight: Floats = np.zeros(there.shape, np.float32)
        straight[there] = like - np.float32(asked.offset)
        if self.measure is PLAIN:
            return _best(straight, there)
        best = _best(straight / self._lengths[chosen], there)
        middle = straight.sum(axis=1) / np.maximum(there.sum(axis=1), 1) / self._whole[chosen]
        return _floats((1 - WHOLE) * best + WHOLE * middle)

    def turned(self, vectors: Floats) -> Floats:
        """Vectors as they lie here, not of any length."""
        if self._middle is None or self._turn is None:
            return vectors
        return _floats((vectors - self._middle) @ self._turn.T)

    def _all_lengths(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """How long each piece is here, and how long the middle of each thing."""
        lengths = np.ones(self._rows.shape, np.float32)
        whole = np.ones(len(self._rows), np.float32)
        for start in range(0, len(self._rows), BLOCK // 4):
            part = slice(start, start + BLOCK // 4)
            rows = self._rows[part]
            there = rows >= 0
            lengths[part][there] = self._length(self._vectors.read(rows[there]))
            whole[part] = self._length(self._vectors.mean(rows))
        self._vectors.rest()
        return lengths, whole

    def _length(self, vectors: Floats) -> Floats:
        return _floats(np.maximum(np.linalg.norm(self.turned(vectors), axis=1), LEAST))


def _best(pieces: Floats, there: NDArray[np.bool_]) -> Floats:
    """The mean of the BEST_PARTS nearest pieces of each thing."""
    best = -np.sort(np.where(there, -pieces, 2), axis=1)[:, :BEST_PARTS]
    counted = np.minimum(there.sum(axis=1), BEST_PARTS)[:, None] > np.arange(best.shape[1])
    mean: Floats = np.where(counted, best, 0).sum(axis=1) / np.maximum(counted.sum(axis=1), 1)
    return mean


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
