import pytest

from opdeplank.display.pager import around, number_in, pages


@pytest.mark.parametrize(
    ("page", "last", "shown"),
    [
        (1, 1, [1]), (1, 3, [1, 2, 3]), (5, 9, [1, None, 4, 5, 6, None, 9]), (3, 5, [1, 2, 3, 4, 5]),
        (1, 20, [1, 2, None, 20]), (20, 20, [1, None, 19, 20]), (4, 20, [1, 2, 3, 4, 5, None, 20]),
    ],
)  # fmt: skip
def test_the_first_the_last_and_the_near_ones_are_shown(page: int, last: int, shown: list[int | None]) -> None:
    assert around(page, last) == shown


def test_a_page_for_every_handful_and_never_too_many() -> None:
    assert [pages(count, 5, 20) for count in (0, 1, 5, 6, 100, 1_000)] == [1, 1, 1, 2, 20, 20]


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("007", 7), ("99999", 99_999), ("100000", 0), ("", 0), ("-3", 0), ("x", 0), ("²", 0), ("٣", 0)],
)
def test_an_address_holds_a_short_number_or_none(text: str, number: int) -> None:
    assert number_in(text) == number


def test_of_a_long_number_one_says_how_long() -> None:
    assert [number_in("9" * many, 9) for many in (9, 10, 30)] == [999_999_999, 0, 0]
