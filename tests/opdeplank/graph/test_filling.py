"""When a start loads the seeds, and what it says when it leaves them."""

import pytest

from loaders.load.edition import Standing
from opdeplank.graph.filling import SAID, Wish


@pytest.mark.parametrize(
    ("found", "by_itself", "when_asked"),
    [
        (Standing.ABSENT, True, True),
        (Standing.PRESENT, False, False),
        (Standing.OTHER, False, True),
        (Standing.TAKEN_BACK, False, True),
    ],
)
def test_seeds_are_loaded_once_and_again_when_somebody_asks(found: Standing, by_itself: bool, when_asked: bool) -> None:
    loaded = (Wish(by_itself=True, again=False).loads(found), Wish(by_itself=True, again=True).loads(found))
    assert loaded == (by_itself, when_asked)
    assert (found in SAID) == (when_asked and not by_itself), "what is left alone is said"


@pytest.mark.parametrize("found", Standing)
def test_who_wants_no_seeds_gets_them_only_when_asked(found: Standing) -> None:
    assert not Wish(by_itself=False, again=False).loads(found)
    assert Wish(by_itself=False, again=True).loads(found) == (found is not Standing.PRESENT)
