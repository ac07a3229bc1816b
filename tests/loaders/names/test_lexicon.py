"""Known names in running text: the longest, written as a name."""

import pytest

from loaders.names.lexicon import LONGEST, Entry, Lexicon, first_letter_counts
from loaders.names.tokens import words

PLACES = {"Bergen": ("gemeente:a", "gemeente:b"), "Bergen aan Zee": ("gemeente:c",), "Wmo": ("wet:wmo",)}


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    lexicon = Lexicon((Entry("Ding", key, name), name) for name, keys in PLACES.items() for key in keys)
    return [(text[hit.start : hit.end], tuple(e.id for e in hit.entries)) for hit in lexicon.scan(text, words(text))]


def test_the_longest_name_is_found_with_everything_it_can_mean() -> None:
    assert found("In Bergen aan Zee en in bergen.") == [
        ("Bergen aan Zee", ("gemeente:c",)), ("bergen", ("gemeente:a", "gemeente:b")),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Bergenaar", "Bergen, aan Zee"])
def test_other_words_and_commas_are_no_part_of_a_name(text: str) -> None:
    assert ("Bergen aan Zee", ("gemeente:c",)) not in found(text)
    assert found("Bergenaar") == []


def test_a_name_of_too_many_words_is_not_looked_for() -> None:
    name = " ".join(["woord"] * (LONGEST + 1))
    assert not [*Lexicon([(Entry("Ding", "x", name), name)]).scan(name, words(name))]


@pytest.mark.parametrize(
    ("name", "text", "counts"),
    [
        ("BZK", "BZK", True), ("BZK", "bzk", False), ("BZK", "Bzk", False), ("Divosa", "divosa", False),
        ("Divosa", "Divosa", True), ("Sociaal Domein", "sociaal Domein", True), ("", "wmo", False),
    ],
)  # fmt: skip
def test_a_proper_name_is_written_with_its_capitals(name: str, text: str, counts: bool) -> None:
    assert first_letter_counts(name, text) is counts
