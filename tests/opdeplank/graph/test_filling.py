"""When a start loads the seeds, and what it says when it leaves them."""

import pytest

from loaders.load.edition import Standing
from opdeplank.graph.filling import SAID, wanted


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
    assert (wanted(found, again=False), wanted(found, again=True)) == (by_itself, when_asked)
    assert (found in SAID) == (when_asked and not by_itself), "what is left alone is said"
