"""Work beside the event loop reads and writes as the store does, and leaves the loop to others."""

import asyncio
import threading
import time

import pytest

from graph.engine.store import Run, Store
from opdeplank.bureau.aside import aside

pytestmark = pytest.mark.anyio
MAKE, COUNT = "CREATE (:Gemeente {id: $id})", "MATCH (g:Gemeente) RETURN count(g)"


async def made(store: Store, *ids: str, fails: bool = False) -> int:
    async def work(run: Run) -> int:
        for each in ids:
            await run(MAKE, {"id": each})
        if fails:
            raise ValueError("halverwege")
        return int((await run(COUNT))[0][0])

    return await store.write(work)


async def test_a_write_is_whole_or_not_at_all(store: Store) -> None:
    assert await aside(store, lambda there: made(there, "gemeente:a", "gemeente:b")) == 2
    with pytest.raises(ValueError, match="halverwege"):
        await aside(store, lambda there: made(there, "gemeente:c", fails=True))
    assert await store.rows(COUNT, {}) == [[2]]


async def test_it_is_another_thread_and_the_loop_goes_on(store: Store) -> None:
    ticks, busy = 0, True

    async def tick() -> None:
        nonlocal ticks
        while busy:
            ticks += 1
            await asyncio.sleep(0.005)

    async def work(there: Store) -> int:
        time.sleep(0.3)  # noqa: ASYNC251 (a thread of its own is what it is for)
        await there.rows(COUNT, {})
        return threading.get_ident()

    ticking = asyncio.create_task(tick())
    other = await aside(store, work)
    busy = False
    await ticking
    assert other != threading.get_ident()
    assert ticks > 3
