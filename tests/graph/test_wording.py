"""Other ways to write a word: numbers, abbreviations, slips, compounds."""

import pytest

from graph.matching import compare
from graph.wording import SPELLED, Vocabulary, read, spelled_out, spellings, suggestion
from graph.words import stem


@pytest.fixture
def known() -> Vocabulary:
    vocabulary = Vocabulary()
    for text in ("Schuldhulp voor een gezin", "logeren bij mantelzorgers", "opvang en uitkering", "jeugdhulp", "huis"):
        vocabulary.add(text)
    return vocabulary


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        (2, ("2", "twee", "tweede")), (3, ("3", "drie", "derde")), (8, ("8", "acht", "achtste")),
        (18, ("18", "achttien", "achttiende")), (20, ("20", "twintig", "twintigste")),
        (75, ("75", "vijfenzeventig", "vijfenzeventigste")), (100, ("100", "honderd", "honderdste")),
    ],
)  # fmt: skip
def test_a_number_is_written_in_three_ways(number: int, forms: tuple[str, ...]) -> None:
    assert spellings(number) == forms


def test_a_word_for_one_is_no_number() -> None:
    assert "een" not in SPELLED
    assert read("1")[0].stems == ("1",)


@pytest.mark.parametrize(("asked", "name"), [("achttien", "18 jaar"), ("18", "achttien jaar"), ("18", "de achttiende")])
def test_a_number_finds_its_other_form(asked: str, name: str) -> None:
    row = ["knelpunt:a", "Knelpunt", name, *[None] * 6]
    assert [m.id for m in compare(read(asked), [row], 10)] == ["knelpunt:a"]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("uitkerin", "uitkering"),
        ("uitkreing", "uitkering"),
        ("jeughulp", "jeugdhulp"),
        ("mantelzorgerss", "mantelzorgers"),
    ],
)
def test_a_slip_is_mended_into_a_word_that_is_known(known: Vocabulary, slip: str, meant: str) -> None:
    assert known.mended(slip) == meant


@pytest.mark.parametrize("word", ["uitkering", "uitkeringen", "huid", "opnames", "1234567", "verkering"])
def test_a_known_word_a_short_one_and_another_one_stay(known: Vocabulary, word: str) -> None:
    assert known.mended(word) is None


def test_a_compound_nobody_wrote_counts_where_both_halves_are(known: Vocabulary) -> None:
    (word,) = read("gezinsopvang", known)
    assert word.halves == (stem("gezin"), stem("opvang"))
    rows = [[f"oplossing:{i}", "Oplossing", name, *[None] * 6] for i, name in enumerate(("Gezin", "Opvang gezin"))]
    assert [m.id for m in compare([word], rows, 10)] == ["oplossing:1"]


def test_an_abbreviation_is_spelled_out_for_the_model_and_counts_in_full(known: Vocabulary) -> None:
    assert spelled_out("Hulp bij LVB?", known) == "Hulp bij LVB? (licht verstandelijke beperking)"
    row = ["thema:lvb", "Thema", "Licht verstandelijke beperking", *[None] * 6]
    assert [m.id for m in compare(read("lvb"), [row], 10)] == ["thema:lvb"]


def test_a_better_spelling_is_only_offered_when_there_is_one(known: Vocabulary) -> None:
    assert suggestion("mijn uitkerin", known) == "uitkering"
    assert suggestion("mijn uitkering", known) is None


@pytest.mark.parametrize("text", ["", " ", "\0", "🙂🙂", "a" * 10_000, "'\"*~^:()[]{}\\/+-!", "\ud800"])
def test_any_text_can_be_read(known: Vocabulary, text: str) -> None:
    assert all(word.stems for word in read(text, known))
    spelled_out(text, known)
