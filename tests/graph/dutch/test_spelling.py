"""Other ways to write a word: numbers, abbreviations, slips, compounds."""

from typing import Any

import pytest

from graph.cypher.relevance import sought
from graph.dutch.spelling import SPELLED, Vocabulary, read, spelled_out, spellings, suggestion
from graph.dutch.words import forms, stem


@pytest.fixture
def known() -> Vocabulary:
    vocabulary = Vocabulary()
    for text in ("Schuldhulp voor een gezin", "logeren bij mantelzorgers", "opvang en uitkering", "jeugdhulp", "huis"):
        vocabulary.add(text)
    return vocabulary


def held(way: dict[str, Any], name: str) -> bool:
    """What the statement does: every form of this way stands in the name."""
    return all(form[0] in forms([name]) for form in way["vormen"])


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (2, ("2", "twee", "tweede")), (3, ("3", "drie", "derde")), (8, ("8", "acht", "achtste")),
        (18, ("18", "achttien", "achttiende")), (20, ("20", "twintig", "twintigste")),
        (75, ("75", "vijfenzeventig", "vijfenzeventigste")), (100, ("100", "honderd", "honderdste")),
    ],
)  # fmt: skip
def test_a_number_is_written_in_three_ways(number: int, written: tuple[str, ...]) -> None:
    assert spellings(number) == written


def test_a_word_for_one_is_no_number() -> None:
    assert "een" not in SPELLED
    assert read("1")[0].stems == ("1",)


@pytest.mark.parametrize(("asked", "name"), [("achttien", "18 jaar"), ("18", "achttien jaar"), ("18", "de achttiende")])
def test_a_number_finds_its_other_form(asked: str, name: str) -> None:
    assert any(held(way, name) for way in sought(read(asked))[0])


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("uitkerin", "uitkering"),
        ("uitkreing", "uitkering"),
        ("jeughulp", "jeugdhulp"),
        ("mantelzorgerss", "mantelzorgers"),
        ("jeugthulp", "jeugdhulp"),
        ("mantelzorchers", "mantelzorgers"),
    ],
)
def test_a_slip_is_mended_into_a_word_that_is_known(known: Vocabulary, slip: str, meant: str) -> None:
    assert known.mended(slip) == meant


@pytest.mark.parametrize(
    "word", ["uitkering", "uitkeringen", "huid", "opnames", "1234567", "verkering", "logeert", "lozeren", "willen"]
)
def test_a_known_word_a_short_one_and_another_one_stay(known: Vocabulary, word: str) -> None:
    assert known.mended(word) is None


def test_a_compound_nobody_wrote_counts_where_both_halves_are(known: Vocabulary) -> None:
    (word,) = read("gezinsopvang", known)
    assert word.halves == (stem("gezin"), stem("opvang"))
    _, halves = sought([word])[0]
    assert [held(halves, name) for name in ("Gezin", "Opvang gezin")] == [False, True]


def test_an_abbreviation_is_spelled_out_for_the_model_and_counts_in_full(known: Vocabulary) -> None:
    assert spelled_out("Hulp bij LVB?", known) == "Hulp bij LVB? (licht verstandelijke beperking)"
    assert held(sought(read("lvb"))[0][1], "Licht verstandelijke beperking")


def test_a_better_spelling_is_only_offered_when_there_is_one(known: Vocabulary) -> None:
    assert suggestion("mijn uitkerin", known) == "uitkering"
    assert suggestion("mijn uitkering", known) is None


@pytest.mark.parametrize("text", ["", " ", "\0", "🙂🙂", "a" * 10_000, "'\"*~^:()[]{}\\/+-!", "\ud800"])
def test_any_text_can_be_read(known: Vocabulary, text: str) -> None:
    assert all(word.stems for word in read(text, known))
    spelled_out(text, known)
