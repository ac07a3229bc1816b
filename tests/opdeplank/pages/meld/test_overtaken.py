"""Meldingen that close themselves, on both engines."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.engine.store import Run, Store
from opdeplank.graph.database import prepare
from opdeplank.meldingen.melding import Melding, MeldingSoort, MeldingStand
from opdeplank.meldingen.melding_file import MeldingFile
from opdeplank.pages.desk import Desk
from opdeplank.pages.meld.overtaken import GONE, STOPPED, THERE, WITHDRAWN, Overtaken
from tests.graph.shelf import put_on_shelf
from tests.opdeplank.meldingen.test_melding_file import melding

pytestmark = pytest.mark.anyio
USES, STOPS = MeldingSoort.GEBRUIKEN_WIJ, MeldingSoort.GEBRUIKEN_WIJ_NIET_MEER


@pytest.fixture
async def closing(store: Store, tmp_path: Path) -> Overtaken:
    await put_on_shelf(store)
    await prepare(store)
    return Overtaken(Desk(store), MeldingFile(tmp_path))


async def outcome(closing: Overtaken, given: Melding) -> tuple[MeldingStand, str | None]:
    kept = closing._file.add(given, "a@b.nl")
    now = await closing.looked_at(kept)
    assert closing._file.one(kept.nummer) == now, "what is said is what is kept"
    assert (closing._file.address_of(kept.nummer) is None) == (not now.stand.open)
    return now.stand, now.antwoord


async def test_what_stands_there_by_now_closes_and_what_does_not_waits(closing: Overtaken) -> None:
    used = melding(over="oplossing:fonds", soort=USES, gemeente="gemeente:gm0034")
    waits, closed = MeldingStand.NIEUW, MeldingStand.ACHTERHAALD
    assert await outcome(closing, used) == (closed, THERE)
    assert await outcome(closing, replace(used, soort=STOPS)) == (waits, None)
    assert await outcome(closing, replace(used, gemeente="gemeente:gm0865")) == (waits, None)
    assert await outcome(closing, replace(used, soort=MeldingSoort.KLOPT_NIET)) == (waits, None)
    assert await outcome(closing, melding(over=None)) == (waits, None)
    assert await outcome(closing, melding(over="oplossing:bestaat-niet")) == (closed, GONE)
    found = await closing.every(closing._file.waiting())
    assert len(found) == 4


async def test_what_stopped_or_was_withdrawn_closes(closing: Overtaken, store: Store) -> None:
    async def change(run: Run) -> None:
        await run("MATCH (t:Toepassing) SET t.status = 'GESTOPT'", {})
        await run("MATCH (o:Oplossing {id: 'oplossing:toekomst'}) SET o.publicatieStatus = 'INGETROKKEN'", {})
        await run("MATCH (m:Meta {id: 'graaf'}) SET m.versie = m.versie + 1", {})

    await store.write(change)
    stopped = melding(over="oplossing:fonds", soort=STOPS, gemeente="gemeente:gm0034")
    assert await outcome(closing, stopped) == (MeldingStand.ACHTERHAALD, STOPPED)
    assert await outcome(closing, melding(over="oplossing:toekomst")) == (MeldingStand.ACHTERHAALD, WITHDRAWN)


async def test_what_was_merged_is_followed(closing: Overtaken, store: Store) -> None:
    async def merge(run: Run) -> None:
        await run("MERGE (a:Alias {id: 'oplossing:oud'}) SET a.nu = 'oplossing:fonds', a.naam = 'Oud'", {})

    await store.write(merge)
    kept = closing._file.add(melding(over="oplossing:oud"))
    now = await closing.looked_at(kept)
    assert (now.stand, now.over) == (MeldingStand.NIEUW, "oplossing:fonds")
    assert closing._file.one(kept.nummer) == now
