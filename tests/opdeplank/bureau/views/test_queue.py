"""The queue: proposals with what is left of them, meldingen among them, and a text of any length on one line."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from loaders.answers.given import Given
from opdeplank.bureau.cases import FAILED, LOADED
from opdeplank.bureau.office import Office
from opdeplank.bureau.views.queue import MOST, SHORT, shortened, waiting
from opdeplank.meldingen.melding import Melding, MeldingSoort, new_number
from opdeplank.meldingen.melding_file import NAME, MeldingFile
from tests.loaders.proposal.desk import ANNA, BRAM, WHO, proposal
from tests.opdeplank.bureau.views.offices import SESSION, office

__all__ = ["office"]
pytestmark = pytest.mark.anyio
NOW = datetime.now(UTC)


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


async def test_meldingen_wait_in_the_same_queue_and_hide_no_proposal(office: Office, tmp_path: Path) -> None:
    empty = await waiting(office, SESSION)
    assert (empty.rijen, empty.aantal, empty.heel) == ([], 0, None)
    file = MeldingFile(tmp_path)
    about = Melding(new_number(), MeldingSoort.KNELPUNT_MIST, None, None, "Dit is <b>oud</b>.", NOW - timedelta(days=9))
    first = file.add(about)
    for number in range(MOST):
        file.add(replace(about, nummer=new_number(), gemaakt=NOW + timedelta(days=number + 1)))
    file.take(first.nummer, "Toos")
    office.cases.new("Verslag", "toos")
    found = await waiting(office, SESSION)
    assert (found.rijen[0].tekst, found.rijen[0].teller) == ("Dit knelpunt mist: Dit is <b>oud</b>.", "bij Toos")
    assert found.rijen[0].adres == f"/werkbank/melding/{first.nummer}"
    assert [row.soort for row in found.rijen[:2]] == ["Melding", "Voorstel"]
    assert (len(found.rijen), found.aantal, found.heel) == (
        MOST + 1, MOST + 2, (f"Bekijk alle meldingen ({MOST + 1})", "/werkbank/meldingen"),
    )  # fmt: skip


async def test_a_file_that_cannot_be_read_is_said_and_the_rest_is_there(office: Office, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"kapot, en lang genoeg om te zien")
    office.cases.new("Verslag", "toos")
    found = await waiting(office, SESSION)
    assert [row.tekst for row in found.rijen] == ["Verslag"]
    assert "niet te gebruiken" in found.uitleg


@pytest.mark.parametrize("text", ["kort", "a\n\n b", "x" * 100_000], ids=["short", "lines", "long"])
def test_any_text_is_one_line(text: str) -> None:
    assert len(shortened(text)) <= SHORT + 1
    assert "\n" not in shortened(text)
