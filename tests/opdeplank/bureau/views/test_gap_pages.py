"""What is missing, what runs out and what was asked, at the desk, on both engines."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from graph.domain.vocabulary import Rol
from graph.engine.store import Store
from graph.search import unanswered
from graph.upkeep.gaps import KINDS
from opdeplank.bureau.views.gap_pages import TOLD
from opdeplank.keys.key import new
from opdeplank.keys.key_file import KeyFile
from tests.fake_store import FakeStore
from tests.opdeplank.bureau.views.offices import BUREAU, come_in, desk
from tests.opdeplank.pages.meld.test_melding_page import visitor

__all__ = ["desk"]
pytestmark = pytest.mark.anyio


def test_every_kind_is_told() -> None:
    assert TOLD.keys() == KINDS.keys()


async def test_what_is_missing_leads_to_the_thing(desk: httpx.AsyncClient, store: Store) -> None:
    start = (await desk.get("/werkbank")).text
    assert 'href="/werkbank/ontbreekt/oordeel"' in start
    assert 'href="/werkbank/ontbreekt/knelpunt-zonder-oplossing"' not in start, "there is none"
    page = (await desk.get("/werkbank/ontbreekt/oordeel")).text
    assert 'href="/oplossing/eenloket-nandu"' in page
    for strange in ("?bladzijde=99", "?bladzijde=-1", "?bladzijde=x"):
        assert 'href="/oplossing/eenloket-nandu"' in (await desk.get(f"/werkbank/ontbreekt/oordeel{strange}")).text
    assert (await desk.get("/werkbank/ontbreekt/iets")).status_code == 404


async def test_questions_stand_there_by_subject(desk: httpx.AsyncClient, store: Store) -> None:
    assert "alleen geteld als OPDEPLANK_VRAGEN_BEWAREN" in (await desk.get("/werkbank")).text
    for text, subject in (("kat in de <b>boom</b>", None), ("hulp bij schuld", "thema:schulden")):
        await unanswered.keep(store, text, "gemeente:gm9001", None, "2026-11-30", subject)
    start = (await desk.get("/werkbank")).text
    assert 'href="/werkbank/vragen?onderwerp=thema:schulden"' in start
    page = (await desk.get("/werkbank/vragen?onderwerp=")).text
    assert "kat in de &lt;b&gt;boom&lt;/b&gt;" in page
    assert "uit Waterdam" in page
    assert "hulp bij schuld" not in page
    assert "Vragen over Schulden" in (await desk.get("/werkbank/vragen?onderwerp=thema:schulden")).text


async def test_a_key_that_ends_is_said_and_a_database_that_is_away_too(tmp_path: Path) -> None:
    for name, days in (("Toos", 3), ("Bram", 300)):
        KeyFile(tmp_path).add(new(name, Rol.PROGRAMMABUREAU, None, datetime.now(UTC) + timedelta(days=days))[1])
    async with visitor(FakeStore().as_store(), tmp_path, **BUREAU) as desk:
        await come_in(desk)
        start = (await desk.get("/werkbank")).text
        assert "De sleutel van Toos" in start
        assert "De sleutel van Bram" not in start
        for path in ("/werkbank/ontbreekt/oordeel", "/werkbank/vragen"):
            assert (await desk.get(path)).status_code == 503
