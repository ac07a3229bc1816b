"""Words: which carry meaning, which count as the same, and what piece of a text shows them."""

import pytest

from graph.dutch.words import MOST_WORDS, forms, fragment, stem, stems, words


@pytest.mark.parametrize(
    "family",
    [
        "jongere jongeren", "schuld schulden", "woon wonen", "eenzaamheid eenzame", "kind kinderen", "huis huizen",
        "brief brieven", "gezin gezinnen", "werkloos werkloze werkloosheid", "verwijzing verwijzen",
        "gemeente gemeenten", "mogelijk mogelijkheden",
    ],
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


def test_parents_are_not_the_elderly() -> None:
    assert stem("ouders") == stem("ouder")
    assert stem("ouderen") == stem("oudere")
    assert stem("ouderen") not in forms(["steun voor ouders"])


def test_words_are_folded_kept_once_and_stripped_of_what_says_nothing() -> None:
    assert words("De patiënt en dé PATIËNT van 'n huisarts — 18-/18+ 😀 a title:* \"x") == [
        "patient", "huisarts", "18", "title",
    ]  # fmt: skip
    assert words("hoe kan ik dat?") == words("") == words("!?~*:\\") == []


def test_a_book_is_cut_to_the_words_that_fit() -> None:
    assert len(words(" ".join(f"woord{i}" for i in range(5000)))) == MOST_WORDS
    assert words("x" * 10_000) == ["x" * 40]


def test_the_forms_of_texts_are_their_stems_between_spaces_without_what_says_nothing() -> None:
    assert forms(["Schuldhulp voor de jongeren", "Eén jongere, en schuldhulp"]) == " schuldhulp jonger "
    assert forms([]) == forms(["van de het"]) == "  "


def test_a_fragment_shows_the_words_cut_at_words() -> None:
    text = "Niets van belang hier. " * 20 + "Jongeren met schulden komen niet verder. " + "Nog een zin erna. " * 20
    piece = fragment(text, stems("schuld van een jongere"))
    assert piece is not None
    assert "Jongeren met schulden" in piece
    assert piece.startswith("… ")
    assert piece.endswith(" …")
    assert len(piece) < 170
    assert piece.strip("… ") in text


def test_a_fragment_of_a_short_text_is_the_text_and_of_another_text_nothing() -> None:
    assert fragment("Jongeren met schulden", stems("schulden")) == "Jongeren met schulden"
    assert fragment("Ouderen eten samen", stems("schulden")) is None
    endless = fragment("schuld" * 100, ["schuld"])
    assert endless is not None
    assert len(endless) < 170
