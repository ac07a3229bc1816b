"""Unanswered questions: counted beside the graph, on both engines."""

import asyncio

import pytest

from graph.engine.store import Store
from graph.meaning.index import Beside
from graph.search import unanswered
from graph.search.unanswered import Subject, Unanswered
from graph.upkeep import state
from opdeplank.graph.question_counter import MOST_WAITING, Counting
from tests.graph.shelf import put_on_shelf

pytestmark = pytest.mark.anyio


async def test_the_same_question_is_counted_and_asked_most_comes_first(store: Store) -> None:
    await put_on_shelf(store)
    await unanswered.prepare(store)
    before = await state.now(store)
    await unanswered.keep(store, "Gokken door jongeren?", "gemeente:gm0034", "knelpunt:laat", "2026-11-01")
    await unanswered.keep(store, "taalles", None, None, "2026-11-02")
    await unanswered.keep(store, "gokken, door jongeren", "gemeente:gm0200", "knelpunt:laat", "2026-11-03")
    found = await unanswered.kept(store)
    first, second = found.vragen
    assert (first.tekst, first.aantal, first.eerste, first.laatste) == (
        "Gokken door jongeren?", 2, "2026-11-01", "2026-11-03",
    )  # fmt: skip
    assert first.gemeenten == ("Almere", "Apeldoorn")
    assert first.knelpunt == "Jongeren met schulden krijgen te laat hulp"
    assert (second.aantal, second.gemeenten, second.knelpunt) == (1, (), None)
    assert await state.now(store) == before
    assert await unanswered.by_subject(store.rows, 5) == [Subject("", None, 2, 3)]
    await unanswered.keep(store, "taalles", None, None, "2026-11-02", "thema:schulden")
    assert {(each.id, each.verschillend, each.aantal) for each in await unanswered.by_subject(store.rows, 5)} == {
        ("thema:schulden", 1, 2), ("", 1, 2),
    }  # fmt: skip
    assert [v.tekst for v in await unanswered.about(store.rows, "thema:schulden", 5)] == ["taalles"]
    assert [v.tekst for v in await unanswered.about(store.rows, "", 5)] == ["Gokken door jongeren?"]
    assert await unanswered.about(store.rows, "", 0) == []
    assert await unanswered.forget(store) == 2
    assert (await unanswered.kept(store)).vragen == ()


async def test_at_once_is_counted_once_each(store: Store) -> None:
    await unanswered.prepare(store)
    await asyncio.gather(*(unanswered.keep(store, "taalles", None, None, "2026-11-02") for _ in range(5)))
    assert [v.aantal for v in (await unanswered.kept(store)).vragen] == [5]


async def test_there_is_an_end_to_what_is_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unanswered, "MOST", 1)
    for text in ("taalles", "gokken", "taalles", "lezen"):
        await unanswered.keep(store, text, None, None, "2026-11-02")
    found = await unanswered.kept(store)
    assert [(v.tekst, v.aantal) for v in found.vragen] == [("taalles", 2)]
    assert (found.te_veel, found.weggelaten) == (2, 0), "what is not kept is counted"


async def test_what_comes_too_fast_to_write_down_is_counted(store: Store) -> None:
    await put_on_shelf(store)
    beside = Beside(store)
    await beside.catch_up()
    counting = Counting(store, beside)
    for number in range(MOST_WAITING + 3):
        counting.hear(Unanswered(f"taalles {number % 2}", None, None))
    await counting.start()
    await counting.stop()
    found = await unanswered.kept(store)
    assert sum(v.aantal for v in found.vragen) == MOST_WAITING
    assert found.te_veel == 3
    beside.close()


async def test_what_may_name_someone_is_only_counted(store: Store) -> None:
    await put_on_shelf(store)
    beside = Beside(store)
    await beside.catch_up()
    counting = Counting(store, beside)
    await counting.start()
    for text in ("Fatima Bakker kan niet lezen", "taalles voor jongeren", "bel 0612345678 over schulden"):
        counting.hear(Unanswered(text, "gemeente:gm0034", None))
    await counting.stop()
    found = await unanswered.kept(store)
    assert [v.tekst for v in found.vragen] == ["taalles voor jongeren"]
    assert found.weggelaten == 2
    rows = await store.rows("MATCH (v:Vraag) RETURN v", {})
    assert "Fatima" not in str(rows)
    assert "gm0034" not in str([r for r in rows if "weggelaten" in str(r)])
    beside.close()
