"""Two things measured in turns, until it is known well enough how many times as much the one costs as the other.

A round measures both, one right after the other, the next round the other way round: A B, B A, A B, … Other work on the
machine then hits both alike. What a round says is one ratio for each cost: the second one's cost divided by the first
one's. The outcome is the median of those.

The number of rounds is odd, so the median is the ratio of one of them, the round in the middle; the figures that are
shown beside a ratio are those of its round, and so always in that ratio. A median of each one's own figures would not
be: it may come from two moments.

The interval round the median lies between two of the ratios, so far outwards that the median of endless rounds lies
between them with a chance of 95 % (the sign test: nothing is assumed about how they are spread). Rounds go on until the
interval is within 10 % of the median on both sides, for every cost, or until the ceiling; then the outcome says so.
Stopping as soon as it fits makes the chance a little less than 95 %.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import comb
from typing import TypeVar

First = TypeVar("First")
Second = TypeVar("Second")

WITHIN, CHANCE = 0.10, 0.95
FEWEST, MOST = 7, 31


@dataclass(frozen=True)
class Estimate:
    """A median with its interval; `middle` is the place of the round whose value it is."""

    value: float
    low: float
    high: float
    rounds: int
    middle: int

    @property
    def sure(self) -> bool:
        return self.value * (1 - WITHIN) <= self.low and self.high <= self.value * (1 + WITHIN)


def estimate(values: Sequence[float]) -> Estimate:
    """Of an odd number of values; of fewer than six there is no interval."""
    count = len(values)
    assert count % 2, "an even number has no middle"
    order = sorted(range(count), key=values.__getitem__)
    middle, outside = order[count // 2], outer(count)
    low, high = (values[order[outside - 1]], values[order[-outside]]) if outside else (0.0, float("inf"))
    return Estimate(values[middle], low, high, count, middle)


def outer(count: int) -> int:
    """Which value from the end bounds the interval; 0 when there are too few for any."""
    chance, place = 0.0, 0
    while (chance := chance + comb(count, place) / 2**count) <= (1 - CHANCE) / 2:
        place += 1
    return place


def until_sure(
    measure: Callable[[int], First], judges: Sequence[Callable[[First], float]], fewest: int = FEWEST, most: int = MOST
) -> list[First]:
    """What `measure(turn)` gives, until the median of every judge's values is sure, or until the ceiling."""
    fewest = min(fewest, most)
    found = [measure(turn) for turn in range(fewest - 1 + fewest % 2)]
    while len(found) + 2 <= most and not all(estimate([judge(each) for each in found]).sure for judge in judges):
        found += [measure(len(found)), measure(len(found) + 1)]
    return found


def in_turns(
    first: Callable[[], First],
    second: Callable[[], Second],
    costs: Sequence[Callable[[First | Second], float]],
    fewest: int = FEWEST,
    most: int = MOST,
) -> list[tuple[First, Second]]:
    """The rounds; `costs` say of what one of them did what it cost."""

    def both(turn: int) -> tuple[First, Second]:
        if turn % 2:
            late = second()
            return first(), late
        return first(), second()

    return until_sure(both, [ratio_of(cost) for cost in costs], fewest, most)


def ratio_of(cost: Callable[[First | Second], float]) -> Callable[[tuple[First, Second]], float]:
    """How many times as much the second costs as the first, in one round."""
    return lambda pair: cost(pair[1]) / cost(pair[0])
