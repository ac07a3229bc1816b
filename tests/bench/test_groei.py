"""What counts as growing too much."""

from bench.groei import LIMIT, Growth


def test_the_least_of_every_time_counts() -> None:
    growth = Growth("tekst")
    growth.again(0.02, 2.0)
    assert growth.too_much
    growth.again(0.05, 0.09)
    assert (growth.small, growth.large) == (0.02, 0.09)
    assert not growth.too_much


def test_the_square_is_too_much_and_proportion_is_not() -> None:
    growth = Growth("tekst", 0.02, 0.02 * 16)
    assert growth.too_much
    assert growth.factor > LIMIT
    assert not Growth("tekst", 0.02, 0.02 * 4.5).too_much
    assert not Growth("tekst", 0.0001, 0.0016).too_much, "it drowns in noise"
