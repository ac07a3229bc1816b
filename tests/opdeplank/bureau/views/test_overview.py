"""The start of the desk: who did what, and what is still there while the database is away."""

import pytest

from loaders.answers.given import Given
from opdeplank.bureau.office import Office
from opdeplank.bureau.views.overview import SECTIONS, done, loaded
from tests.loaders.proposal.desk import ANNA, BRAM, WHO, proposal
from tests.opdeplank.bureau.views.offices import SESSION, office

__all__ = ["office"]
pytestmark = pytest.mark.anyio


async def test_who_decided_how_much_stands_there(office: Office) -> None:
    key = office.cases.new("Halverwege", "toos")
    office.cases.put(key, proposal(ANNA, BRAM, WHO), {}, {}, {})
    case = office.cases.case(key)
    assert case is not None
    case.ledger.decide("toos", {BRAM.id: Given("nee")})
    assert [row.tekst for row in (await done(office, SESSION)).rijen] == ["toos nam 1 besluit over Halverwege"]


async def test_without_a_database_every_section_says_something(office: Office) -> None:
    for make in SECTIONS:
        section = await make(office, SESSION)
        assert section.rijen == []
        assert section.leeg or section.uitleg
    assert "database" in (await loaded(office, SESSION)).leeg
