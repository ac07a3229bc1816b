"""What waits: proposals with what is left of them, and a text of any length on one line."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from loaders.answers.given import Given
from opdeplank.bureau.cases import FAILED, LOADED, Cases
from opdeplank.bureau.deciding import Deciding
from opdeplank.bureau.office import Office
from opdeplank.bureau.reading_jobs import Jobs
from opdeplank.bureau.sittings import Session, Sessions
from opdeplank.bureau.views.overview import SHORT, done, reported, shortened, waiting
from opdeplank.graph.freshness import Freshness
from opdeplank.meldingen.melding import Melding, MeldingSoort, new_number
from opdeplank.meldingen.melding_file import MeldingFile
from opdeplank.settings.table import Settings
from tests.fake_store import FakeStore
from tests.loaders.proposal.desk import ANNA, BRAM, WHO, proposal

pytestmark = pytest.mark.anyio
SESSION = Session(None, datetime.max.replace(tzinfo=UTC), "stempel")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    store, cases = FakeStore().as_store(), Cases(tmp_path)
    return Office(
        Settings(data=tmp_path), store, Freshness(store, None), Sessions(tmp_path, True), cases, Jobs(store, cases),
        Deciding(store),
    )  # fmt: skip


async def test_a_proposal_says_what_is_left_of_it(office: Office) -> None:
    cases = office.cases
    keys = [cases.new(name, "toos") for name in ("Halverwege", "Mislukt", "Geladen")]
    cases.put(keys[0], proposal(ANNA, BRAM, WHO), {}, {}, {})
    for key, stand in zip(keys[1:], (FAILED, LOADED), strict=True):
        card = cases.card(key)
        assert card is not None
        cases.put_card(key, replace(card, stand=stand))
    case = cases.case(keys[0])
    assert case is not None
    case.ledger.decide("toos", {BRAM.id: Given("nee")})
    rows = {row.tekst: row for row in (await waiting(office, SESSION)).rijen}
    assert rows.keys() == {"Halverwege", "Mislukt"}
    assert rows["Halverwege"].teller == "1 vraag, 3 feiten"
    assert rows["Mislukt"].waarschuwing
    assert [row.tekst for row in (await done(office, SESSION)).rijen] == ["toos nam 1 besluit over Halverwege"]


async def test_what_visitors_reported_waits_there_too(office: Office, tmp_path: Path) -> None:
    assert (await reported(office, SESSION)).rijen == []
    about = Melding(new_number(), MeldingSoort.KLOPT_NIET, "oplossing:x", None, "Dit is <b>oud</b>.", datetime.now(UTC))
    MeldingFile(tmp_path).add(about)
    [row] = (await reported(office, SESSION)).rijen
    assert (row.tekst, row.adres) == ("Dit klopt niet: Dit is <b>oud</b>.", "/oplossing/x")


@pytest.mark.parametrize("text", ["kort", "a\n\n b", "x" * 100_000])
def test_any_text_is_one_line(text: str) -> None:
    assert len(shortened(text)) <= SHORT + 1
    assert "\n" not in shortened(text)
