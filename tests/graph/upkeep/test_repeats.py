"""What was answered to a key: kept for a day, with what it answers, once."""

import pytest

from graph.domain.provenance import MODEL
from graph.engine.gathering import Gathering
from graph.engine.store import Run, Store
from graph.upkeep import repeats
from graph.upkeep.beginning import Begun, begin
from graph.upkeep.constraints import ensure
from graph.upkeep.repeats import Repeat

pytestmark = pytest.mark.anyio
MONDAY, NOON, LATER = "2026-11-30T08:00:00.000+00:00", "2026-12-01T07:59:00.000+00:00", "2026-12-01T08:01:00.000+00:00"
KEY = Repeat("herhaling:1", "merk")


async def test_an_answer_is_found_for_a_day_and_then_swept_away(store: Store) -> None:
    await ensure(store, MODEL)

    async def keep(run: Run) -> None:
        assert await begin(Gathering(run), MONDAY, KEY) == Begun(1)
        await repeats.keep(run, MONDAY, KEY, {"id": "toepassing:x"})

    async def earlier(run: Run, moment: str) -> object:
        return (await begin(Gathering(run), moment, KEY)).earlier

    await store.write(keep)
    found = await store.write(lambda run: earlier(run, NOON))
    assert found == repeats.Earlier("merk", {"id": "toepassing:x"})
    assert await repeats.marks(store.rows, NOON, [KEY.id, "herhaling:2"]) == {KEY.id: "merk"}
    assert await store.write(lambda run: earlier(run, LATER)) is None
    assert await repeats.marks(store.rows, LATER, [KEY.id]) == {}
    await store.write(lambda run: repeats.sweep(run, LATER))
    assert await store.rows("MATCH (h:Herhaling) RETURN count(h)", {}) == [[0]]
