"""What the first statement of a transaction brings along is what asking for each of them would have given."""

import pytest

from graph.cypher.positions import take
from graph.domain.provenance import MODEL
from graph.engine.gathering import Gathering
from graph.engine.store import Run, Store
from graph.erasure.forgotten import Forgotten, forgotten, key_of, marks_of, of_graph, put
from graph.upkeep.beginning import Begun, begin
from graph.upkeep.constraints import ensure

pytestmark = pytest.mark.anyio
MOMENT = "2026-11-30T08:00:00.000+00:00"


async def test_a_graph_in_which_nothing_happened_begins_at_nothing(store: Store) -> None:
    await ensure(store, MODEL)

    async def work(run: Run) -> tuple[Begun, Forgotten, tuple[int, int]]:
        gathering = Gathering(run)
        return await begin(gathering, MOMENT, None), await of_graph(gathering), await take(gathering, 0, 0)

    assert await store.write(work) == (Begun(1), Forgotten(), (0, 0))


async def test_places_and_who_was_forgotten_come_along_and_are_not_asked_again(store: Store) -> None:
    await ensure(store, MODEL)

    async def forget(run: Run) -> Forgotten:
        marks = marks_of(await key_of(run), ["persoon:jan-jansen"], ["Jan Jansen"], False)
        await put(run, "vergeten:1", marks, MOMENT)
        await take(run, 5, 3)
        return forgotten(await key_of(run), marks)

    away = await store.write(forget)
    asked: list[str] = []

    async def work(run: Run) -> list[tuple[int, int]]:
        async def noting(text: str, given: object = None) -> object:
            asked.append(text)
            return await run(text, given)

        gathering = Gathering(noting)  # type: ignore[arg-type]
        await begin(gathering, MOMENT, None)
        assert await of_graph(gathering) == away == await of_graph(run)
        taken = [await take(gathering, 2, 1), await take(gathering, 1, 1)]
        assert len(asked) == 1
        await gathering.send()
        return taken

    assert await store.write(work) == [(5, 3), (7, 4)]
    assert await store.write(lambda run: take(run, 0, 0)) == (8, 5), "what was taken is gone for the next one"
