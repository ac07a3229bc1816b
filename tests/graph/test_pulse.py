"""Who takes long is told from who says nothing by asking something trivial beside it; no test looks at a clock."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from graph.errors import StoreUnavailable
from graph.pulse import LONG, Pulse
from tests.work import PATIENCE

pytestmark = pytest.mark.anyio


class Database:
    """Answers, or says nothing until it does again."""

    def __init__(self) -> None:
        self.talks = asyncio.Event()
        self.talks.set()
        self.asked = self.given_up = 0

    async def ask(self) -> bool:
        self.asked += 1
        await self.talks.wait()
        return True

    async def silenced(self) -> None:
        self.given_up += 1


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
async def pulse(database: Database) -> AsyncIterator[Pulse]:
    made = Pulse(database.ask, database.silenced, 0.1)
    yield made
    await made.close()


async def waited(pulse: Pulse, until: asyncio.Event, spoke: bool = False) -> bool:
    """Whether somebody who waits for this is not sent away."""
    try:
        async with asyncio.timeout(PATIENCE) as deadline:
            with pulse.awaited(deadline):
                if spoke:
                    pulse.spoke(deadline, PATIENCE)
                await until.wait()
    except TimeoutError:
        return False
    return True


async def silent(pulse: Pulse, wanted: bool = True) -> None:
    async with asyncio.timeout(PATIENCE):
        while pulse.silent is not wanted:  # noqa: ASYNC110 (it tells nobody)
            await asyncio.sleep(0.01)


async def test_who_takes_long_is_waited_for(pulse: Pulse, database: Database) -> None:
    there = asyncio.Event()
    waiting = [asyncio.create_task(waited(pulse, there)) for _ in range(3)]
    async with asyncio.timeout(PATIENCE):
        while database.asked < 2:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    there.set()
    assert await asyncio.gather(*waiting) == [True] * 3
    assert not pulse.silent
    assert not database.given_up


async def test_who_reads_beside_a_write_does_not_wait_as_long_as_that(pulse: Pulse, database: Database) -> None:
    database.talks.clear()
    async with asyncio.timeout(None) as deadline:
        with pulse.awaited(deadline, 100 * PATIENCE):
            await asyncio.sleep(2 * LONG)  # it was looked for once, and would be again after all that
            assert not await waited(pulse, asyncio.Event())
            assert pulse.silent, "it is the pulse that sent the reader away"


async def test_all_who_wait_for_one_that_says_nothing_are_sent_away(pulse: Pulse, database: Database) -> None:
    database.talks.clear()
    there = asyncio.Event()
    assert await asyncio.gather(*(waited(pulse, there) for _ in range(3))) == [False] * 3
    assert pulse.silent
    assert database.given_up == 1
    with pytest.raises(StoreUnavailable):
        pulse.check()


async def test_it_asks_on_until_there_is_an_answer(pulse: Pulse, database: Database) -> None:
    database.talks.clear()
    assert not await waited(pulse, asyncio.Event())
    database.talks.set()
    await silent(pulse, False)
    pulse.check()
    database.talks.clear()
    assert not await waited(pulse, asyncio.Event()), "and the second time as the first"
    assert database.given_up == 2


async def test_who_may_wait_longer_is_not_sent_away_with_the_others(pulse: Pulse, database: Database) -> None:
    database.talks.clear()
    there = asyncio.Event()
    writing = asyncio.create_task(waited(pulse, there, spoke=True))
    assert not await waited(pulse, asyncio.Event())
    assert not writing.done()
    there.set()
    assert await writing


async def test_nothing_is_asked_when_nobody_waits(pulse: Pulse, database: Database) -> None:
    there = asyncio.Event()
    there.set()
    for _ in range(5):
        assert await waited(pulse, there)
    assert not database.asked
