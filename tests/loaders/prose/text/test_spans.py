"""Stretches that are taken."""

import pytest

from loaders.prose.text.spans import Spans


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [(0, 10, False), (9, 11, True), (19, 21, True), (25, 26, True), (39, 50, True), (40, 50, False), (12, 12, True)],
)
def test_a_stretch_touches_what_it_shares_a_letter_with(start: int, end: int, touches: bool) -> None:
    assert Spans([(10, 20), (30, 40), (15, 32)]).touches(start, end) is touches


def test_stretches_side_by_side_stay_apart_and_an_empty_one_is_none() -> None:
    spans = Spans([(0, 5), (5, 9)])
    spans.add((20, 20))
    assert not spans.touches(19, 22)
    assert spans.touches(4, 5)
    assert spans.touches(5, 6)


def test_a_copy_goes_its_own_way() -> None:
    first = Spans([(0, 5)])
    second = first.copy()
    second.add((5, 9))
    assert second.touches(6, 7)
    assert not first.touches(6, 7)
