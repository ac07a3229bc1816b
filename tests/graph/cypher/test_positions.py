import asyncio

import pytest

from graph.cypher.positions import take
from graph.engine.store import Run, Store
from graph.upkeep.migrations import migrate

pytestmark = pytest.mark.anyio


async def test_a_block_follows_the_last_one_in_both_series(store: Store) -> None:
    async def work(run: Run) -> list[tuple[int, int]]:
        return [await take(run, 3, 2), await take(run, 1, 0), await take(run, 2, 2)]

    assert await store.write(work) == [(0, 0), (3, 2), (4, 2)]


async def test_who_fails_leaves_no_gap(store: Store) -> None:
    async def fails(run: Run) -> None:
        await take(run, 5, 5)
        raise LookupError

    with pytest.raises(LookupError):
        await store.write(fails)
    assert await store.write(lambda run: take(run, 1, 1)) == (0, 0)


async def test_writers_at_once_take_every_place_once_and_commit_in_that_order(store: Store) -> None:
    await migrate(store)
    taken: list[int] = []

    async def one(name: int) -> None:
        async def work(run: Run) -> int:
            last, _ = await take(run, 1, 1)
            await run("CREATE (:Wijziging {id: $id, plaats: $plaats})", {"id": f"wijziging:{name}", "plaats": last + 1})
            return last + 1

        for _ in range(3):
            name += 8
            taken.append(await store.write(work))

    async def look() -> None:
        """What is there is always there from the first on: nothing lower comes later."""
        while len(taken) < 24:
            seen = [row[0] for row in await store.rows("MATCH (w:Wijziging) RETURN w.plaats ORDER BY w.plaats", {})]
            assert seen == list(range(1, len(seen) + 1))
            await asyncio.sleep(0.005)

    await asyncio.gather(look(), *(one(name) for name in range(8)))
    assert sorted(taken) == list(range(1, 25))
