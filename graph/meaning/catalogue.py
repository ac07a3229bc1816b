"""The things one can look up, as arrays: which vectors belong to which thing. Never changed, replaced as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.meaning.pieces import MOST
from graph.meaning.similarity import Kin
from graph.meaning.vectors import BLOCK, Floats, Rows, Vectors

SOORTEN = ("Knelpunt", "Oplossing")
BEST_PARTS = 2
"""A thing is as near as its nearest pieces are on average: one lucky piece is not enough."""
FEW = 4_096
"""Up to this many things every vector is compared; beyond it a rough look chooses this many first."""


@dataclass(frozen=True)
class Thing:
    id: str
    soort: str
    status: str
    stand: str
    """What changes when the thing changes."""


class Shelf:
    def __init__(self, things: Sequence[Thing], rows: Rows, vectors: Vectors) -> None:
        """`rows` has a line for each thing; -1 where it has no such piece."""
        self.ids = [t.id for t in things]
        self.place: Mapping[str, int] = {key: i for i, key in enumerate(self.ids)}
        self.standen = [hash(t.stand) for t in things]
        self.rows = rows
        self._soort = np.array([SOORTEN.index(t.soort) for t in things], np.uint8)
        self._statussen = sorted({t.status for t in things})
        self._status = np.array([self._statussen.index(t.status) for t in things], np.uint8)
        self._vectors = vectors
        self._rough: tuple[Floats, NDArray[np.uint64]] | None = _rough(vectors, rows) if len(things) > FEW else None

    def nearest(
        self, question: Floats, soorten: Sequence[str], statussen: Sequence[str], most: int, ook: Sequence[str] = ()
    ) -> dict[str, Kin]:
        """The things nearest to the question with how near each is, and those in `ook` whether they are near or not."""
        may = np.isin(self._soort, [SOORTEN.index(s) for s in soorten if s in SOORTEN])
        may &= np.isin(self._status, [self._statussen.index(s) for s in statussen if s in self._statussen])
        asked = np.array([i for key in ook if (i := self.place.get(key)) is not None and may[i]], np.int64)
        chosen = np.union1d(self._hopeful(question, may), asked)
        near = self._nearness(question, self.rows[chosen])
        best = np.argsort(-near, kind="stable")[:most]
        kept = np.union1d(best, np.flatnonzero(np.isin(chosen, asked)))
        return {(key := self.ids[chosen[i]]): Kin(key, SOORTEN[self._soort[chosen[i]]], float(near[i])) for i in kept}

    def _hopeful(self, question: Floats, may: NDArray[np.bool_]) -> NDArray[np.int64]:
        if self._rough is None:
            return np.flatnonzero(may)
        centre, sides = self._rough
        apart = np.bitwise_count(sides ^ _signs((question - centre)[None])).sum(axis=1, dtype=np.int32)
        apart[~may] = np.iinfo(np.int32).max
        nearest = np.argpartition(apart, FEW)[:FEW]
        return nearest[may[nearest]]

    def _nearness(self, question: Floats, rows: Rows) -> Floats:
        flat = self._vectors.like(question, rows.ravel()).reshape(rows.shape)
        flat[rows < 0] = -1
        best = -np.sort(-flat, axis=1)[:, :BEST_PARTS]
        there = np.maximum((best > -1).sum(axis=1), 1)
        mean: Floats = np.where(best > -1, best, 0).sum(axis=1) / there
        return mean


def _rough(vectors: Vectors, rows: Rows) -> tuple[Floats, NDArray[np.uint64]]:
    """The middle of everything, and for each thing on which side of it it lies in every dimension: 48 bytes."""
    blocks = [vectors.mean(rows[i : i + BLOCK]) for i in range(0, len(rows), BLOCK)]
    vectors.rest()
    centre: Floats = np.mean([block.mean(axis=0) for block in blocks], axis=0, dtype=np.float32)
    return centre, np.concatenate([_signs(block - centre) for block in blocks])


def _signs(vectors: Floats) -> NDArray[np.uint64]:
    return np.packbits(vectors > 0, axis=1).view(np.uint64)


def no_rows(count: int) -> Rows:
    return np.full((count, MOST), -1, np.int32)
