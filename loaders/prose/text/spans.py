"""Stretches of text that are taken, so that one look finds whether another stretch touches them."""

from bisect import bisect_left, insort
from collections.abc import Iterable


class Spans:
    """Kept without overlap and in order; asking takes the time of a binary search."""

    def __init__(self, found: Iterable[tuple[int, int]] = ()) -> None:
        self._ends: list[int] = []
        self._starts: dict[int, int] = {}
        for span in sorted(found):
            self.add(span)

    def add(self, span: tuple[int, int]) -> None:
        van, tot = span
        while (at := bisect_left(self._ends, van + 1)) < len(self._ends) and self._starts[self._ends[at]] < tot:
            end = self._ends.pop(at)
            van, tot = min(van, self._starts.pop(end)), max(tot, end)
        if van < tot:
            insort(self._ends, tot)
            self._starts[tot] = van

    def copy(self) -> "Spans":
        made = Spans()
        made._ends, made._starts = [*self._ends], dict(self._starts)
        return made

    def touches(self, van: int, tot: int) -> bool:
        at = bisect_left(self._ends, van + 1)
        return at < len(self._ends) and self._starts[self._ends[at]] < tot
