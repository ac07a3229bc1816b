"""The things one can look up, as arrays: which vectors belong to which thing. Never changed, replaced as a whole."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.meaning.pieces import MOST
from graph.meaning.similarity import Kin
from graph.meaning.vectors import BLOCK, Floats, Rows, Vectors
from graph.search.wanted import Wanted

SOORTEN = ("Knelpunt", "Oplossing")
BEST_PARTS = 2
"""A thing is as near as its nearest pieces are on average: one lucky piece is not enough."""
FEW = 4_096
"""Up to this many things of a kind every vector is compared; beyond it a rough look chooses this many first."""


@dataclass(frozen=True)
class Thing:
    id: str
    soort: str
    status: str
    rijpheid: str
    bewijs: str
    """Empty for what is no oplossing."""
    stand: str
    """What changes when the thing changes."""


class Shelf:
    def __init__(
        self, things: Sequence[Thing], rows: Rows, vectors: Vectors, lacking: Collection[int] = frozenset()
    ) -> None:
        """`rows` has a line for each thing; -1 where it has no such piece. `lacking` are those of which some pieces
        still have to be learnt: they are as good as changed."""
        self.ids = [t.id for t in things]
        self.place: Mapping[str, int] = {key: i for i, key in enumerate(self.ids)}
        self.standen = [None if i in lacking else hash(t.stand) for i, t in enumerate(things)]
        self.rows = rows
        self._learnt = (rows >= 0).any(axis=1)
        self._soort = np.array([SOORTEN.index(t.soort) for t in things], np.uint8)
        self._status, self._rijpheid, self._bewijs = (
            _Words([getattr(t, name) for t in things]) for name in ("status", "rijpheid", "bewijs")
        )
        self._vectors = vectors
        self._rough: tuple[Floats, NDArray[np.uint64]] | None = _rough(vectors, rows) if len(things) > FEW else None

    def nearest(
        self, question: Floats, soorten: Sequence[str], wanted: Wanted, most: int, ook: Sequence[str] = ()
    ) -> dict[str, Kin]:
        """The things nearest to the question, `most` of each kind, with how near each is; as many of those that are
        wanted; and those in `ook` whether they are near or not. What has no vector yet is not among them."""
        kinds = [SOORTEN.index(s) for s in soorten if s in SOORTEN]
        may = np.isin(self._soort, kinds) & self._status.among(wanted.statussen) & ~self._rijpheid.among(wanted.nooit)
        may &= self._learnt
        asked = np.array([i for key in ook if (i := self.place.get(key)) is not None and may[i]], np.int64)
        sets = [may & (self._soort == kind) for kind in kinds]
        if wanted.strict:
            sets += [each & self._wanted(wanted) for each in sets]
        apart = self._apart(question)
        chosen = np.unique(np.concatenate([asked, *(self._hopeful(apart, each) for each in sets)]))
        near = self._nearness(question, self.rows[chosen])
        best = np.argsort(-near, kind="stable")
        kept = [best[each[chosen[best]]][:most] for each in sets]
        kept.append(np.flatnonzero(np.isin(chosen, asked)))
        return {
            (key := self.ids[chosen[i]]): Kin(key, SOORTEN[self._soort[chosen[i]]], float(near[i]))
            for i in np.unique(np.concatenate(kept))
        }

    def _wanted(self, wanted: Wanted) -> NDArray[np.bool_]:
        made = np.ones(len(self.ids), np.bool_)
        for held, levels in ((self._rijpheid, wanted.rijpheden), (self._bewijs, wanted.bewijzen)):
            if levels is not None:
                made &= held.among([*levels, ""])
        made[[place for key in wanted.behalve if (place := self.place.get(key)) is not None]] = False
        return made

    def _hopeful(self, apart: NDArray[np.int32] | None, may: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Those whose vectors are worth comparing: all, or of many the FEW that lie on the same side most often."""
        if apart is None or int(may.sum()) <= FEW:
            return np.flatnonzero(may)
        return np.argpartition(np.where(may, apart, np.iinfo(np.int32).max), FEW)[:FEW]

    def _apart(self, question: Floats) -> NDArray[np.int32] | None:
        """In how many dimensions each thing lies on the other side of the middle than the question."""
        if self._rough is None:
            return None
        centre, sides = self._rough
        apart: NDArray[np.int32] = np.bitwise_count(sides ^ _signs((question - centre)[None])).sum(
            axis=1, dtype=np.int32
        )
        return apart

    def _nearness(self, question: Floats, rows: Rows) -> Floats:
        flat = self._vectors.like(question, rows.ravel()).reshape(rows.shape)
        flat[rows < 0] = -1
        best = -np.sort(-flat, axis=1)[:, :BEST_PARTS]
        there = np.maximum((best > -1).sum(axis=1), 1)
        mean: Floats = np.where(best > -1, best, 0).sum(axis=1) / there
        return mean


class _Words:
    """A word per thing, as small numbers."""

    def __init__(self, words: Sequence[str]) -> None:
        self._known = {word: i for i, word in enumerate(sorted(set(words)))}
        self._held = np.array([self._known[word] for word in words], np.uint8)

    def among(self, words: Collection[str]) -> NDArray[np.bool_]:
        return np.isin(self._held, [self._known[word] for word in words if word in self._known])


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
