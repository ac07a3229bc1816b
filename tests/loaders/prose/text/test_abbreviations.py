"""Short forms of functions and of words before an organisation."""

import pytest

from loaders.prose.text import abbreviations


@pytest.mark.parametrize(
    ("word", "function"),
    [("weth.", "wethouder"), ("Vz", "voorzitter"), ("gem.secr:", "gemeentesecretaris"), ("wethouder", None)],
)
def test_a_short_form_stands_for_one_function(word: str, function: str | None) -> None:
    assert abbreviations.function(word) == function


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("gem. Groningen", "gemeente Groningen"), ("Min. BZK", "ministerie van BZK"),
        ("prov.Utrecht en st. Antonius", "provincie Utrecht en Stichting Antonius"), ("min. 2", "min. 2"),
        ("ſt. Antonius", "ſt. Antonius"),
    ],
)  # fmt: skip
def test_a_word_before_an_organisation_is_written_out(text: str, whole: str) -> None:
    assert abbreviations.places(text) == whole


@pytest.mark.parametrize("text", ["Min. van BZK", "min. BZK"])
def test_a_word_that_goes_with_a_short_form_is_said_once(text: str) -> None:
    assert abbreviations.places(text) == "ministerie van BZK"
