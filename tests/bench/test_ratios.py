"""A ratio in a table is the ratio of the figures beside it, whatever the rounds were."""

import random
import re

import pytest

from bench.rig.load import Load
from bench.rig.outcomes import Outcome, Pair
from bench.rig.ratios import UNSURE, overview, side_by_side, waits


def rounds(chance: random.Random, count: int, noise: float, fast: float, slow: float) -> list[tuple[Load, Load]]:
    """Rounds of two servers on a machine that is now and then busy with something else."""

    def load(per_second: float, cpu: float) -> Load:
        busy = chance.choice((1.0, 1.0, 0.4))
        rate = per_second * busy * chance.lognormvariate(0, noise)
        return Load(
            int(2 * rate) + 1, rate, 0, 16_000 / rate, 40_000 / rate, cpu * chance.lognormvariate(0, noise), 0.3
        )

    return [(load(fast, 0.3), load(slow, 0.4)) for _ in range(count)]


def pair(seed: int, count: int = 9, noise: float = 0.3, second: str = "B") -> Pair:
    chance = random.Random(seed)
    fast, slow = chance.uniform(20, 4000), chance.uniform(2, 4000)
    return Pair("een-ding", "een ding", "A", second, rounds(chance, count, noise, fast, slow))


def number(cell: str) -> float:
    """A number as Dutch writes it, with or without what stands behind it."""
    return float(re.match(r"\**([\d.]+(?:,\d+)?)", cell)[1].replace(".", "").replace(",", "."))  # type: ignore[index]


@pytest.mark.parametrize("seed", range(60))
def test_the_figures_beside_a_ratio_are_in_that_ratio(seed: int) -> None:
    [line] = side_by_side([pair(seed)]).splitlines()[2:3]
    cells = [cell.strip() for cell in line.strip("|").split(" | ")]
    first, second, time, cheap, dear, cpu = map(number, cells[1:7])
    assert time == pytest.approx(first / second, rel=0.02, abs=0.006)
    assert cpu == pytest.approx(dear / cheap, rel=0.02, abs=0.006)


@pytest.mark.parametrize("seed", range(20))
def test_the_overview_says_the_same_ratio(seed: int) -> None:
    outcome = Outcome("x", paren=[pair(seed)])
    [line] = overview(outcome, ["B"], Pair.time).splitlines()[2:3]
    assert line.split(" | ")[1].rstrip(" |") in side_by_side(outcome.paren)


def test_what_stayed_wide_is_marked_and_the_mark_is_explained() -> None:
    wide, narrow = side_by_side([pair(1)]), side_by_side([pair(1, count=31, noise=0.001)])
    assert wide.count(UNSURE) > 1
    assert "breder dan 10 procent" in wide
    # the machine is busy half the time there, so throughput cannot be known; processor time can
    assert UNSURE not in narrow.splitlines()[2].split(" | ")[6]


def test_too_few_rounds_have_no_interval() -> None:
    assert f"(te weinig rondes){UNSURE}" in side_by_side([pair(1, count=5)])


def test_a_server_that_could_not_be_measured_is_named() -> None:
    outcome = Outcome("x", paren=[pair(1)], te_traag=[("een ding", "C")])
    shown = overview(outcome, ["B", "C"], Pair.time)
    assert shown.splitlines()[2].endswith("| te traag |")
    assert shown.splitlines()[3].endswith("| **–** |")
    assert waits(outcome, ["B", "C"]).splitlines()[2].endswith("| – |")
