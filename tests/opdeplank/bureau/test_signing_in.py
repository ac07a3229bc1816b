"""What a form may hold, and where signing in may lead."""

import pytest
from starlette.types import Message

from opdeplank.bureau.signing_in import HOME, _at_most, ours
from opdeplank.door.traffic import TooLarge


@pytest.mark.parametrize("address", ["", "/", "//kwaad.example/werkbank", "https://kwaad.example", "/werkbankje",
                                     "/oplossing/x", "javascript:alert(1)", "/werkbank/\\\\kwaad.example"])  # fmt: skip
def test_it_leads_nowhere_but_to_the_desk(address: str) -> None:
    assert ours(address) in (HOME, "/werkbank")


def test_it_leads_back_to_where_one_was() -> None:
    assert ours("/werkbank/voorstel/0123456789ab?rij=3") == "/werkbank/voorstel/0123456789ab"


@pytest.mark.anyio
async def test_a_form_that_does_not_say_how_long_it_is_is_counted_too() -> None:
    pieces = iter([b"x" * 60, b"x" * 60])

    async def receive() -> Message:
        return {"type": "http.request", "body": next(pieces), "more_body": True}

    counted = _at_most(receive, 100)
    assert len((await counted())["body"]) == 60
    with pytest.raises(TooLarge):
        await counted()
