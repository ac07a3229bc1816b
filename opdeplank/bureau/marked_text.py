"""The text of a document with the passages of its facts marked, by their places and by nothing else.

A passage is where its places say it is and reads there as it was quoted, or it is not found: a passage that is looked
for may be found where the same words say something else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Passage:
    """Of one fact; `nummer` is the number of its row."""

    nummer: int
    van: int
    tot: int
    citaat: str

    def stands_in(self, text: str) -> bool:
        return 0 <= self.van < self.tot <= len(text) and text[self.van : self.tot] == self.citaat


@dataclass(frozen=True)
class Piece:
    """A stretch of text within the same passages. `begint`: the facts whose passage begins here."""

    tekst: str
    nummers: tuple[int, ...] = ()
    begint: tuple[int, ...] = ()
    rest: bool = False
    """Whether it is said of this stretch that it became no fact."""


def pieces(text: str, passages: Iterable[Passage], left: Iterable[tuple[int, int]] = ()) -> list[Piece]:
    """All of the text, cut where a passage begins or ends; `left` are the stretches that became no fact."""
    found = sorted((each for each in passages if each.stands_in(text)), key=lambda each: (each.van, each.tot))
    unused = [(start, end) for start, end in left if 0 <= start < end <= len(text)]
    ends = [(each.van, each.tot) for each in found]
    cuts = sorted({0, len(text), *(at for each in (*ends, *unused) for at in each)})
    made, open_, waiting = [], list[Passage](), found[::-1]
    rests = _Within(sorted(unused))
    begun: set[int] = set()
    for start, end in pairwise(cuts):
        open_ = [each for each in open_ if each.tot > start]
        while waiting and waiting[-1].van <= start:
            open_.append(waiting.pop())
        inside = tuple(sorted({each.nummer for each in open_}))
        begins = tuple(sorted({each.nummer for each in open_ if each.van == start} - begun))
        begun |= {*begins}
        made.append(Piece(text[start:end], inside, begins, not inside and rests.at(start)))
    return made


class _Within:
    """Whether a place lies in one of these stretches; the places that are asked rise."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        self._stretches, self._next, self._until = stretches, 0, 0

    def at(self, place: int) -> bool:
        while self._next < len(self._stretches) and self._stretches[self._next][0] <= place:
            self._until = max(self._until, self._stretches[self._next][1])
            self._next += 1
        return place < self._until
