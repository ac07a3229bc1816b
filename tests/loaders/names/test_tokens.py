"""Words with their place, folded for comparing."""

import pytest

from loaders.names.tokens import flat, form, tidy, words


def test_words_are_folded_and_keep_their_place() -> None:
    text = "Súdwest-Fryslân: thema’s, 3x!"
    found = words(text)
    assert [(word.tekst, word.plat) for word in found] == [
        ("Súdwest", "sudwest"), ("Fryslân", "fryslan"), ("thema’s", "themas"), ("3x", "3x"),
    ]  # fmt: skip
    assert all(text[word.start : word.end] == word.tekst for word in found)
    assert [word.tekst for word in words(text, 8, 15)] == ["Fryslân"]


@pytest.mark.parametrize(
    ("text", "compared"),
    [("Bergen (NH.)", "bergen nh"), ("Zorg,  Welzijn", "zorg, welzijn"), ("Thema’s", "themas"), ("GÉM.", "gem")],
)
def test_brackets_and_dots_do_not_count_in_a_name_and_commas_do(text: str, compared: str) -> None:
    assert form(text) == compared


def test_a_name_is_tidied_of_space_and_marks() -> None:
    assert tidy("\u00a0– Anna   Bos,\n") == "Anna Bos"
    assert flat("DE LAAT") == "de laat"
