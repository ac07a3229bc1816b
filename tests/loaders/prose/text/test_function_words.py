"""Words for functions by how they end."""

import pytest

from loaders.prose.text.function_words import COMPOUND, ROLE


@pytest.mark.parametrize("word", ["wethouder", "programmamanager", "beleidsadviseur", "raadslid", "huisarts"])
def test_a_function_is_one(word: str) -> None:
    assert ROLE.search(word) or COMPOUND.search(word)


@pytest.mark.parametrize("word", ["khalid", "swarts", "walid", "gemeente", "beleid"])
def test_a_name_or_a_thing_is_none(word: str) -> None:
    assert not ROLE.search(word)
    assert not COMPOUND.search(word)
