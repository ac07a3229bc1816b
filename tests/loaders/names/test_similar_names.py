"""Two names of one kind that may be one thing."""

import pytest

from loaders.names.similar_names import CROWDED, near


def reasons(*names: str) -> list[str]:
    return [found.reason for found in near((f"ding:{i}", name) for i, name in enumerate(names))]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Jan Bos", "Bos Jan", "dezelfde woorden in een andere volgorde"),
        ("Buurt huis", "Buurthuis", "alleen de spaties verschillen"),
        ("J. Bos", "Jan Bos", "zelfde achternaam, en de voorletter past"),
        ("Stichting Buurtgezin", "Stichting Buurtgezinn", "bijna dezelfde letters"),
    ],
)
def test_a_pair_comes_with_the_reason(one: str, other: str, reason: str) -> None:
    assert reasons(one, other) == [reason]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan Bos", "Jan Bos"),
        ("Piet Bos", "Jan Bos"),
        ("Wet 2007", "Wet 2015"),
        ("Zorg", "Wonen"),
        ("K. Bos", "Jan Bos"),
    ],
)
def test_the_same_or_another_is_not_near(one: str, other: str) -> None:
    assert not reasons(one, other)


def test_the_most_alike_comes_first_and_names_that_all_begin_the_same_say_nothing() -> None:
    assert reasons("Buurthuis", "Buurt huis", "J. Bos", "Jan Bos")[0] == "alleen de spaties verschillen"
    assert not reasons(*(f"buurthuis {chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(CROWDED + 1)))
