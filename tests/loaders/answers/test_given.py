"""What was given is written as it is read."""

import pytest

from loaders.answers.given import Given, from_json


@pytest.mark.parametrize("given", [Given("ja"), Given("nee", {"organisatie": "Almere", "tot": ""})])
def test_it_comes_back_as_it_was(given: Given) -> None:
    assert from_json(given.as_json()) == given


@pytest.mark.parametrize("said", [None, "ja", ["ja"], ["ja", "x"], ["ja", {}, 1], 3])
def test_anything_else_is_refused(said: object) -> None:
    with pytest.raises(ValueError, match="geen besluit"):
        from_json(said)
