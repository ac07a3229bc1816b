"""Between a thread that writes and a reader that may be slow, or leave."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing

import pytest

from opdeplank.exports.pipe import PIECE, READY, HungUp, Pipe, in_turn

pytestmark = pytest.mark.anyio
PATIENCE = 20


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as made:
        yield made


async def test_what_is_written_comes_out_whole_and_in_order(threads: ThreadPoolExecutor) -> None:
    pipe = Pipe(asyncio.get_running_loop())
    sent = b"".join(n.to_bytes(4, "big") for n in range(3 * PIECE))

    def write(to: Pipe) -> None:
        for start in range(0, len(sent), 1_000):
            to.write(sent[start : start + 1_000])

    got = [piece async for piece in pipe.pieces(threads, write)]
    assert b"".join(got) == sent
    assert all(len(piece) < PIECE + 1_000 for piece in got)


async def test_who_reads_slowly_keeps_the_writer_waiting(threads: ThreadPoolExecutor) -> None:
    pipe, written = Pipe(asyncio.get_running_loop()), list[int]()

    def write(to: Pipe) -> None:
        for number in range(100):
            to.write(bytes(PIECE))
            written.append(number)

    async with aclosing(pipe.pieces(threads, write)) as pieces:
        await anext(pieces)
        for _ in range(50):
            await asyncio.sleep(0.002)
        assert len(written) <= READY + 2
        assert len([piece async for piece in pieces]) == 99
    assert len(written) == 100


async def test_who_leaves_stops_the_writer_and_what_was_being_asked(threads: ThreadPoolExecutor) -> None:
    loop = asyncio.get_running_loop()
    pipe, ended, asked, heard = Pipe(loop), threading.Event(), list[str](), asyncio.Event()

    async def ask(page: int) -> int | None:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            asked.append("cancelled")
            heard.set()
            raise
        return page + 1

    def write(to: Pipe) -> None:
        try:
            for _ in in_turn(to, ask, 0):
                to.write(bytes(PIECE))
        except HungUp:
            ended.set()
            raise

    async with aclosing(pipe.pieces(threads, write)) as pieces:
        await anext(pieces)
    async with asyncio.timeout(PATIENCE):
        await loop.run_in_executor(None, ended.wait)
        await heard.wait()
    assert asked == ["cancelled"]


async def test_what_goes_wrong_in_the_thread_goes_wrong_for_the_reader(threads: ThreadPoolExecutor) -> None:
    def write(to: Pipe) -> None:
        to.write(b"begin")
        raise KeyError("weg")

    with pytest.raises(KeyError):
        [piece async for piece in Pipe(asyncio.get_running_loop()).pieces(threads, write)]


async def test_pages_come_one_after_the_other(threads: ThreadPoolExecutor) -> None:
    async def ask(page: int) -> int | None:
        return page + 1 if page < 4 else None

    def write(to: Pipe) -> None:
        to.write(bytes(in_turn(to, ask, 0)))

    found = [piece async for piece in Pipe(asyncio.get_running_loop()).pieces(threads, write)]
    assert b"".join(found) == bytes(range(5))
