"""A question in an address that only we can read."""

import pytest

from opdeplank.pages.shelf.sealed_question import LONGEST, Gesloten
from opdeplank.pages.shelf.visitor_question import LONGEST as LONGEST_QUESTION

OURS = Gesloten(b"a secret")


@pytest.mark.parametrize("text", ["schulden", "één\n\nmail", "x" * LONGEST_QUESTION, "aé€𝄞" * 500], ids=range(4))
def test_what_is_sealed_opens_again_and_says_nothing(text: str) -> None:
    sealed = OURS.sealed(text)
    assert OURS.opened(sealed) == text
    assert len(sealed) <= LONGEST
    assert sealed.replace("-", "").replace("_", "").isalnum()
    assert text not in sealed
    assert OURS.sealed(text) != sealed, "the same question twice does not look the same"


def test_what_we_did_not_seal_opens_nothing() -> None:
    sealed = OURS.sealed("schulden")
    swapped = "B" if sealed[20] != "B" else "C"
    for strange in ("", "x", "é", "====", "A" * 100, "A" * 20_000, sealed[:-3], sealed[:20] + swapped + sealed[21:]):
        assert OURS.opened(strange) is None
    assert Gesloten(b"another secret").opened(sealed) is None
