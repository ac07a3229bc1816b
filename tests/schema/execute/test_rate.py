import pytest

from schema.execute import rate
from schema.execute.rate import Minutes, Points, Shapes
from schema.refusals import Refused

NOON = 1_000_000.0


@pytest.fixture(autouse=True)
def moment(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """When it is, to move on: else a minute could be over in the middle of a test."""
    found = [NOON]
    monkeypatch.setattr(rate, "now", lambda: found[0])
    return found


def test_a_text_that_is_known_costs_nothing() -> None:
    shapes = Shapes(2)
    for _ in range(10):
        shapes.spend("a", ["one", "two"])
    shapes.spend("b", ["one", "two"])
    assert (shapes.spent.spent("a"), shapes.spent.spent("b")) == (2, 0)


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


def test_what_is_asked_counts_as_what_it_costs() -> None:
    points = Points(100, 1_000)
    points.spend("a", False, 90)
    with pytest.raises(Refused) as refused:
        points.spend("a", False, 11)
    assert (refused.value.code, refused.value.status) == ("RATE_LIMITED", 429)
    said = refused.value.extensions
    assert (said["limiet"], said["hoogstens"], said["gevraagd"], said["over"]) == ("punten", 100, 11, 10)
    points.spend("a", False, 10)  # what was refused cost nothing
    points.spend("b", False, 100)
    points.spend("sleutel:x", True, 1_000)
    left = points.left("a", False)
    assert left is not None
    assert (left["hoogstens"], left["over"]) == (100, 0)


def test_points_of_nobody_and_without_a_limit_are_not_counted() -> None:
    Points(1).spend(None, False, 1_000)
    Points(0, 1).spend("a", False, 1_000)
    assert Points(1).left(None, False) is Points(0).left("a", False) is None


def test_a_minute_is_over_by_a_clock_that_nobody_puts_right(moment: list[float]) -> None:
    minutes = Minutes()
    assert [minutes.spend("a", 2), minutes.spend("a", 3), minutes.spent("a")] == [2, 5, 5]
    moment[0] += minutes.wait()
    assert (minutes.spent("a"), minutes.spend("a", 1)) == (0, 1)
