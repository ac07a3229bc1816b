"""Everyone has his turn, there is an end to what waits, and what is being made is not made twice."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable

import pytest

from graph.turns import Full, Gate, Once, Turns
from tests.work import PATIENCE

pytestmark = pytest.mark.anyio


@pytest.fixture
async def turns() -> AsyncIterator[Turns]:
    made = Turns("proef", 3)
    yield made
    made.close()


def blocked(turns: Turns) -> tuple[threading.Event, "asyncio.Task[bool]"]:
    """Work that goes on until the event is set."""
    may = threading.Event()
    return may, asyncio.create_task(turns.do("eerste", lambda: may.wait(10)))


async def begun() -> None:
    for _ in range(3):
        await asyncio.sleep(0)


async def test_it_gives_what_the_work_gives_and_raises_what_it_raises(turns: Turns) -> None:
    assert await turns.do(None, lambda: 6 * 7) == 42
    with pytest.raises(ZeroDivisionError):
        await turns.do(None, lambda: 1 // 0)
    assert await turns.do(None, threading.get_ident) != threading.get_ident()


async def test_callers_take_turns(turns: Turns) -> None:
    done: list[str] = []

    def note(name: str) -> Callable[[], None]:
        return lambda: done.append(name)

    may, first = blocked(turns)
    await begun()
    waiting = [asyncio.create_task(turns.do(name[0], note(name))) for name in ("a1", "a2", "b1")]
    await begun()
    may.set()
    await asyncio.gather(first, *waiting)
    assert done == ["a1", "b1", "a2"]


async def test_who_goes_away_gives_up_his_turn(turns: Turns) -> None:
    done: list[str] = []
    may, first = blocked(turns)
    await begun()
    gone = asyncio.create_task(turns.do("a", lambda: done.append("gone")))
    stays = asyncio.create_task(turns.do("b", lambda: done.append("stays")))
    await begun()
    gone.cancel()
    may.set()
    await asyncio.gather(first, stays)
    assert done == ["stays"]


async def test_there_is_an_end_to_what_waits(turns: Turns) -> None:
    may, first = blocked(turns)
    await begun()
    waiting = [asyncio.create_task(turns.do(name, lambda: None)) for name in ("a", "b", "c")]
    await begun()
    assert len(turns) == 3
    with pytest.raises(Full):
        await turns.do("d", lambda: None)
    may.set()
    await asyncio.gather(first, *waiting)


async def test_a_gate_lets_a_few_through_and_each_caller_in_turn() -> None:
    gate, inside, order = Gate(2), 0, list[str]()
    go = asyncio.Event()

    async def pass_through(name: str) -> None:
        nonlocal inside
        async with gate.turn(name[0]):
            inside += 1
            assert inside <= 2
            order.append(name)
            await go.wait()
            await asyncio.sleep(0)
            inside -= 1

    tasks = [asyncio.create_task(pass_through(name)) for name in ("a1", "a2", "a3", "a4", "b1", "b2")]
    await begun()
    assert order == ["a1", "a2"]
    go.set()
    await asyncio.gather(*tasks)
    assert order == ["a1", "a2", "a3", "b1", "a4", "b2"]


async def test_who_goes_away_from_a_gate_keeps_nobody_out() -> None:
    gate = Gate(1)
    go = asyncio.Event()

    async def pass_through(name: str) -> None:
        async with gate.turn(name):
            await go.wait()

    inside, waiting, last = (asyncio.create_task(pass_through(name)) for name in "abc")
    await begun()
    waiting.cancel()
    go.set()
    await asyncio.gather(inside, last)
    async with asyncio.timeout(PATIENCE), gate.turn("d"):
        pass


async def test_the_same_is_made_once_and_goes_on_when_the_first_has_gone() -> None:
    once, made, go = Once[str, int](), list[int](), asyncio.Event()

    async def make() -> int:
        await go.wait()
        made.append(1)
        return 42

    first = asyncio.create_task(once.get("x", make))
    second = asyncio.create_task(once.get("x", make))
    await begun()
    first.cancel()
    go.set()
    assert await second == 42
    assert made == [1]
    assert await once.get("x", make) == 42
    assert made == [1, 1]
