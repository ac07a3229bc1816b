"""Stretches of text that are taken; asking whether another stretch touches them takes a binary search."""

from bisect import bisect_left, insort
from collections.abc import Iterable


class Spans:
    """Kept in order, and without overlap: what overlaps becomes one."""

    def __init__(self, found: Iterable[tuple[int, int]] = ()) -> None:
        self._ends: list[int] = []
        self._starts: dict[int, int] = {}
        for span in sorted(found):
            self.add(span)

    def add(self, span: tuple[int, int]) -> None:
        start, end = span
        while (at := bisect_left(self._ends, start + 1)) < len(self._ends) and self._starts[self._ends[at]] < end:
            other = self._ends.pop(at)
            start, end = min(start, self._starts.pop(other)), max(end, other)
        if start < end:
            insort(self._ends, end)
            self._starts[end] = start

    def copy(self) -> "Spans":
        made = Spans()
        made._ends, made._starts = [*self._ends], dict(self._starts)
        return made

    def touches(self, start: int, end: int) -> bool:
        at = bisect_left(self._ends, start + 1)
        return at < len(self._ends) and self._starts[self._ends[at]] < end
