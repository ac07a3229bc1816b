"""When to stop measuring in pairs, and what is said then."""

import random
from itertools import count

import pytest

from bench.rig.pairs import FEWEST, MOST, estimate, in_turns, outer, until_sure


def cost(value: float) -> float:
    return value


def test_the_outcome_is_the_round_in_the_middle() -> None:
    found = estimate([1.2, 0.9, 1.0, 5.0, 1.1, 0.8, 1.05])
    assert (found.value, found.rounds, found.middle) == (1.05, 7, 6)
    assert (found.low, found.high) == (0.8, 5.0)
    assert not found.sure


def test_more_rounds_leave_more_outliers_out() -> None:
    assert [outer(n) for n in (5, 7, 9, 15, 31)] == [0, 1, 2, 4, 10]
    values = [1.0] * 27 + [0.1, 0.2, 9.0, 10.0]
    assert (estimate(values).low, estimate(values).high) == (1.0, 1.0)
    assert not estimate([1.0] * 5).sure, "five values say nothing with 95 %"


def test_what_is_quiet_needs_the_fewest_rounds() -> None:
    assert len(until_sure(lambda turn: 1 + turn % 3 / 100, [cost])) == FEWEST


def test_what_is_noisy_goes_on_until_it_is_sure() -> None:
    chance = random.Random(3)
    found = until_sure(lambda _: chance.lognormvariate(0, 0.1), [cost])
    assert FEWEST < len(found) < MOST
    assert estimate(found).sure


def test_the_ceiling_is_reached_and_said() -> None:
    found = until_sure(lambda turn: 1.0 + turn % 2, [cost])
    assert len(found) == MOST
    assert not estimate(found).sure


def test_every_cost_has_to_be_sure() -> None:
    found = until_sure(lambda turn: (1.0, 1.0 + turn % 2), [lambda pair: pair[0], lambda pair: pair[1]])
    assert len(found) == MOST


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    chance = random.Random(20)
    right = 0
    for _ in range(1_000):
        found = estimate(until_sure(lambda _: chance.lognormvariate(0, 0.12), [cost]))
        right += found.low <= 1 <= found.high
    assert right >= 930, "95 %, a little less for stopping when it fits"


@pytest.mark.parametrize("most", [7, 8])
def test_both_are_measured_in_every_round_and_the_order_turns(most: int) -> None:
    order = ""

    def does(name: str) -> float:
        nonlocal order
        order += name
        return 1.0 if name == "A" else 2.0

    rounds = in_turns(lambda: does("A"), lambda: does("B"), [cost], most=most)
    assert rounds == [(1.0, 2.0)] * 7
    assert order == "ABBA" * 3 + "AB"


def test_a_machine_that_slows_down_half_way_changes_nothing() -> None:
    chance, now = random.Random(5), count()

    def takes(seconds: float) -> float:
        slowed = 10 if next(now) >= 2 * 6 else 1
        return seconds * slowed * chance.uniform(0.98, 1.02)

    rounds = in_turns(lambda: takes(1.0), lambda: takes(1.5), [cost], fewest=13)
    assert estimate([b / a for a, b in rounds]).value == pytest.approx(1.5, rel=0.03)
