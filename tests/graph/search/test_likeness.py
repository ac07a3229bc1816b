from dataclasses import dataclass

import pytest

from graph.search.likeness import (
    FULLY,
    PROVINCE,
    SHARED,
    SIZE,
    Profile,
    by_likeness,
    comparable,
    related,
    shared_words,
)

ASKER = Profile("gemeente:a", "Aa", 100_000, "Drenthe", ervaart=2)


def other(inwoners: int | None, provincie: str | None = None, ervaart: int = 0, gedeeld: int = 0) -> Profile:
    return Profile("gemeente:b", "Bee", inwoners, provincie, ervaart, gedeeld)


def test_two_gemeenten_are_as_alike_as_what_they_share() -> None:
    assert comparable(ASKER, other(100_000, "Drenthe", 2, 2)) == pytest.approx(SIZE + PROVINCE + SHARED)
    assert comparable(ASKER, other(100_000)) == pytest.approx(SIZE)
    assert comparable(ASKER, other(None, "Drenthe")) == pytest.approx(PROVINCE)
    assert comparable(ASKER, other(1_000_000)) == pytest.approx(0.0), "ten times as large"
    assert comparable(ASKER, other(10_000_000)) == 0.0, "and never less than nothing"
    assert comparable(Profile("x", "X", None, None), other(None)) == 0.0, "unknown is not the same as unknown"
    assert comparable(ASKER, other(None, ervaart=2, gedeeld=1)) == pytest.approx(SHARED / 3)


@dataclass(frozen=True)
class Use:
    id: str
    gemeente: Profile


def test_the_most_comparable_comes_first_and_else_the_largest() -> None:
    small, large = Use("u1", Profile("g1", "Klein", 90_000, None)), Use("u2", Profile("g2", "Groot", 800_000, None))
    same = Use("u0", Profile("g1", "Klein", 90_000, None))
    assert by_likeness([large, small], [ASKER]) == [small, large]
    assert by_likeness([small, large], []) == [large, small]
    assert by_likeness([small, same], []) == [same, small], "the order is total"


def test_knelpunten_are_related_by_enough_and_not_by_a_little() -> None:
    one, two = frozenset({"thema:a"}), frozenset({"thema:b"})
    assert related(one, one, True, 1.0) == 1.0
    assert related(one, one, False, 0.0) == pytest.approx(0.5 / FULLY)
    assert related(one, two, True, 0.3) == 0.0
    assert related(frozenset(), frozenset(), False, 0.0) == 0.0


def test_words_are_compared_by_their_stem() -> None:
    share, both = shared_words("Jongeren met schulden", "Een jongere heeft schuld")
    assert "jongeren" in both
    assert 0 < share <= 1
    assert shared_words("", "") == (0.0, ())
    assert shared_words("schulden", "eenzaamheid") == (0.0, ())
