"""The things one can look up, as arrays: which vectors belong to which thing. Never changed, replaced as a whole."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.meaning.pieces import MOST
from graph.meaning.similarity import PLAIN, Kin
from graph.meaning.space import Asked, Space
from graph.meaning.vectors import BLOCK, Floats, Rows, Vectors
from graph.search.wanted import Wanted

SOORTEN = ("Knelpunt", "Oplossing", "Onderwerp")
CLAUSE = 0.5
"""Of a text of several clauses the whole counts for the rest, and the clause that comes nearest for this part."""
WITH_SUBJECT = 0.2
"""What lies under a subject that the question is near to is itself as much nearer."""
LETTERS = 0.4
"""What having the very letters of a question adds to being near it by meaning, where the space was learnt."""
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
    onderwerpen: Sequence[str] = ()
    """Ids of the subjects of the map it belongs to."""


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
        self._learnt: NDArray[np.bool_] = np.asarray((rows >= 0).any(axis=1))
        self._soort = np.array([SOORTEN.index(t.soort) for t in things], np.uint8)
        self._status, self._rijpheid, self._bewijs = (
            _Words([getattr(t, name) for t in things]) for name in ("status", "rijpheid", "bewijs")
        )
        self.space = Space(vectors, rows)
        self._rough = _rough(self.space, vectors, rows) if len(things) > FEW else None
        self._under = _Under([[self.place[k] for k in t.onderwerpen if k in self.place] for t in things])

    def nearest(
        self, texts: Floats, soorten: Sequence[str], wanted: Wanted, most: int, ook: Sequence[str] = (),
        letters: Floats | None = None,
    ) -> dict[str, Kin]:  # fmt: skip
        """The things nearest to a question, `most` of each kind, with how near each is; as many of those that are
        wanted; and those in `ook` whether they are near or not. What has no vector yet is not among them.

        `texts` has the vector of the whole question on its first line, and one for each clause after that; `letters`
        how much each thing shares with it in letters.
        """
        if letters is None or self.space.measure is PLAIN:
            letters = np.zeros(len(self.ids), np.float32)
        question = _Question([self.space.carried(text) for text in texts], letters)
        kinds = [SOORTEN.index(s) for s in soorten if s in SOORTEN]
        may = np.isin(self._soort, kinds) & self._status.among(wanted.statussen) & ~self._rijpheid.among(wanted.nooit)
        may &= self._learnt
        asked = np.array([i for key in ook if (i := self.place.get(key)) is not None and may[i]], np.int64)
        sets = [may & (self._soort == kind) for kind in kinds]
        if wanted.strict:
            sets += [each & self._wanted(wanted) for each in sets]
        apart = self._apart(texts[0])
        chosen = np.unique(np.concatenate([asked, *(self._hopeful(apart, each) for each in sets)]))
        near = self._with_subjects(question, chosen)
        best = np.argsort(-near, kind="stable")
        kept = [best[each[chosen[best]]][:most] for each in sets]
        kept.append(np.flatnonzero(np.isin(chosen, asked)))
        here = np.unique(np.concatenate(kept))
        places = chosen[here]
        told = (each.tolist() for each in (places, self._soort[places], near[here], letters[places]))
        return {
            (key := self.ids[at]): Kin(key, SOORTEN[soort], nearness, self.space.measure, shared)
            for at, soort, nearness, shared in zip(*told, strict=True)
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
        here = self.space.turned(question[None]) - centre
        apart: NDArray[np.int32] = np.bitwise_count(sides ^ _signs(here)).sum(axis=1, dtype=np.int32)
        return apart

    def _nearness(self, question: "_Question", chosen: NDArray[np.int64]) -> Floats:
        """How near each of these is to the whole question, and to the clause that is nearest to it."""
        each = self.space.nearness(question.texts, chosen)
        near: Floats = each[0]
        if len(each) > 1:
            near = (1 - CLAUSE) * near + CLAUSE * each[1:].max(axis=0)
        return near + LETTERS * question.letters[chosen]

    def _with_subjects(self, question: "_Question", chosen: NDArray[np.int64]) -> Floats:
        """How near each of these is, and a little nearer by the nearest subject that it lies under, unless that is
        far. Each thing is compared once, also a subject of many."""
        places, at = self._under.of(chosen)
        every, which = np.unique(np.concatenate([chosen, places]), return_inverse=True)
        near = self._nearness(question, every)
        found = np.zeros(len(chosen), np.float32)
        subjects = np.where(self._learnt[every], near, 0.0)[which[len(chosen) :]]
        np.maximum.at(found, at, subjects.astype(np.float32))
        mine: Floats = near[which[: len(chosen)]] + WITH_SUBJECT * found
        return mine


@dataclass(frozen=True)
class _Question:
    """The whole text and its clauses, carried over, and what every thing shares with it in letters."""

    texts: Sequence[Asked]
    letters: Floats


class _Under:
    """The places of the subjects that things lie under."""

    def __init__(self, under: Sequence[Sequence[int]]) -> None:
        self._first = np.cumsum([0, *(len(each) for each in under)])
        self._places = np.array([place for each in under for place in each], np.int64)

    def of(self, chosen: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Every subject of each of these, and at which of `chosen` it was."""
        starts, ends = self._first[chosen], self._first[chosen + 1]
        at = np.repeat(np.arange(len(chosen)), ends - starts)
        if not len(at):
            return at, at
        return np.concatenate([self._places[a:b] for a, b in zip(starts, ends, strict=True) if b > a]), at


class _Words:
    """A word per thing, as small numbers."""

    def __init__(self, words: Sequence[str]) -> None:
        self._known = {word: i for i, word in enumerate(sorted(set(words)))}
        self._held = np.array([self._known[word] for word in words], np.uint8)

    def among(self, words: Collection[str]) -> NDArray[np.bool_]:
        return np.isin(self._held, [self._known[word] for word in words if word in self._known])


def _rough(space: Space, vectors: Vectors, rows: Rows) -> tuple[Floats, NDArray[np.uint64]]:
    """The middle of everything, and for each thing on which side of it it lies in every dimension: 48 bytes."""
    blocks = [space.turned(vectors.mean(rows[i : i + BLOCK])) for i in range(0, len(rows), BLOCK)]
    vectors.rest()
    centre: Floats = np.mean([block.mean(axis=0) for block in blocks], axis=0, dtype=np.float32)
    return centre, np.concatenate([_signs(block - centre) for block in blocks])


def _signs(vectors: Floats) -> NDArray[np.uint64]:
    return np.packbits(vectors > 0, axis=1).view(np.uint64)


def no_rows(count: int) -> Rows:
    return np.full((count, MOST), -1, np.int32)
