import pytest

from schema.execute.rate import Shapes
from schema.refusals import Refused


def test_a_text_that_is_known_costs_nothing() -> None:
    shapes = Shapes(2)
    for _ in range(10):
        shapes.spend("a", ["one", "two"])
    shapes.spend("b", ["one", "two"])
    assert shapes.spent == {"a": 2}


def test_who_asks_too_many_new_ones_waits_and_is_told_how_long() -> None:
    shapes = Shapes(2)
    with pytest.raises(Refused) as refused:
        shapes.spend("a", ["one", "two", "three"])
    assert (refused.value.code, refused.value.status) == ("RATE_LIMITED", 429)
    assert 1 <= int(str(refused.value.extensions["wacht"])) <= 61
    shapes.spend("b", ["four"])  # who asks little is not refused for another


def test_the_program_itself_and_no_limit_are_never_refused() -> None:
    Shapes(1).spend(None, map(str, range(100)))
    Shapes(0).spend("a", map(str, range(100)))


def test_what_is_remembered_has_a_size() -> None:
    shapes = Shapes(1_000, most=10)
    for number in range(100):
        shapes.spend(f"caller {number}", [str(number)])
    assert (len(shapes.known), len(shapes.spent)) == (10, 10)
