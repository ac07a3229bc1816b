"""Reading goes on in the background, says how far it is, and stops when somebody wants no answer any more."""

from pathlib import Path
from typing import cast

import pytest

from graph.engine.store import Store
from graph.held_file import HeldFile
from opdeplank.bureau.cases import FAILED, READING, READY, Cases
from opdeplank.bureau.reading_jobs import SLOT, Job, Jobs, Stopped
from opdeplank.bureau.views.arriving import unread
from tests.loaders.papers import base

pytestmark = pytest.mark.anyio


async def ended(jobs: Jobs, key: str) -> None:
    job = jobs.start(key)
    assert jobs.start(key) is job, "once at a time"
    assert job.task is not None
    await job.task
    assert jobs.job(key) is None


async def test_documents_become_a_proposal(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    cases = Cases(tmp_path / "data")
    jobs, key = Jobs(store, cases), cases.new("Verslag", "toos")
    (cases.files(key) / "verslag.md").write_text("Anna de Wit – wethouder, gemeente Waterdam\n", encoding="utf-8")
    (cases.files(key) / "kapot.docx").write_bytes(b"geen docx")
    await ended(jobs, key)
    case = cases.case(key)
    assert case is not None
    assert case.card.stand == READY
    assert [*case.teksten.values()] == ["Anna de Wit – wethouder, gemeente Waterdam\n"]
    assert "kapot.docx" in case.card.geweigerd[0]


async def test_nothing_read_is_told_with_the_reason(store: Store, tmp_path: Path) -> None:
    cases = Cases(tmp_path / "data")
    jobs, key = Jobs(store, cases), cases.new("Kapot", "toos")
    (cases.files(key) / "kapot.docx").write_bytes(b"geen docx")
    await ended(jobs, key)
    card = cases.card(key)
    assert card is not None
    assert (card.stand, len(card.geweigerd)) == (FAILED, 1)


async def test_who_stops_it_leaves_what_was_read_before(store: Store, tmp_path: Path) -> None:
    cases = Cases(tmp_path / "data")
    jobs, key = Jobs(store, cases), cases.new("Verslag", "toos")
    (cases.files(key) / "verslag.md").write_text("Een verslag.\n", encoding="utf-8")
    for stands in (FAILED, READY):
        if stands == READY:
            await ended(jobs, key)
        job = jobs.start(key)
        jobs.stop(key)
        assert job.task is not None
        await job.task
        card = cases.card(key)
        assert card is not None
        assert (card.stand, card.uitleg) == (stands, "Het lezen is gestopt.")


async def test_another_process_says_how_far_it_is_and_is_stopped(tmp_path: Path) -> None:
    cases = Cases(tmp_path)
    nowhere = cast(Store, None)
    key, here = cases.new("Verslag", "toos"), Jobs(nowhere, Cases(tmp_path))
    held = HeldFile(cases.folder(key) / SLOT)
    assert (here.job(key), held.take()) == (None, True)
    there = Job(folder=cases.folder(key))
    there.progress(3, 7, "verslag.md")
    for found in (here.job(key), here.start(key)):
        assert found is not None
        assert (found.done, found.total, found.name, found.task) == (3, 7, "verslag.md", None)
    unread(cases, key)
    card = cases.card(key)
    assert card is not None
    assert card.stand == READING, "who starts beside him does not say that it was broken off"
    here.stop(key)
    with pytest.raises(Stopped):
        there.progress(4, 7, "verslag.md")
    held.let_go()
    assert here.job(key) is None
    unread(cases, key)
    card = cases.card(key)
    assert card is not None
    assert card.stand == FAILED


async def test_a_proposal_that_is_thrown_away_elsewhere_is_read_no_further(tmp_path: Path) -> None:
    cases = Cases(tmp_path)
    job = Job(folder=cases.folder(cases.new("Verslag", "toos")))
    job.progress(1, 2, "a.md")
    [(key, _)] = cases.cards()
    cases.throw_away(key)
    with pytest.raises(Stopped):
        job.progress(2, 2, "b.md")
    assert not cases.folder(key).exists()


def test_progress_tells_who_stopped() -> None:
    job = Job()
    job.progress(1, 0, "a.md")
    assert (job.done, job.total, job.name) == (1, 1, "a.md")
    job.stopped = True
    with pytest.raises(Stopped):
        job.progress(2, 3, "b.md")
