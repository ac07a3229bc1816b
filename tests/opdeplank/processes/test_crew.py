"""Processes that do nothing but listen: how they are started, started again, and ended together."""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from tempfile import TemporaryFile

import pytest

from opdeplank.processes import crew
from opdeplank.processes.crew import Crew, NeverServed, Told
from opdeplank.processes.write_board import size
from opdeplank.settings.table import ROOT

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(sys.platform == "win32", reason="there one process is all there is"),
]
SERVES = """
import asyncio, os, sys
from opdeplank.processes.member import Member
member = Member.read(sys.argv[1])
BEFORE
async def serve():
    member.moments().wrote()
    member.end_with_parent()
    with member.bound() as listening:
        listening.listen()
        member.ready({"number": member.number, "words": sys.argv[2:]})
        member.beat()
        await asyncio.Event().wait()
asyncio.run(serve())
"""
DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)"
GUARD = 60.0


class Ship:
    """A crew with what it was given, and what is heard of it."""

    def __init__(self, count: int, before: str, pauses: Sequence[float]) -> None:
        self.said: list[Told] = []
        self.left: list[int] = []
        self.socket, self.board = socket.socket(), TemporaryFile()  # noqa: SIM115  # `ship` closes it
        self.socket.bind(("127.0.0.1", 0))
        self.board.truncate(size(count))
        words = [sys.executable, "-c", SERVES.replace("BEFORE", before)]
        self.crew = Crew(
            count, self.socket.fileno(), self.board.fileno(), ("--eerst",), {"PYTHONPATH": str(ROOT)}, self.left.append,
            words, pauses,
        )  # fmt: skip
        self.serving = asyncio.create_task(self.crew.serve(self.said.append))

    async def until(self, seen: Callable[[], object]) -> None:
        async with asyncio.timeout(GUARD):
            while not seen():
                assert not self.serving.done(), self.serving
                await asyncio.sleep(0.02)

    async def killed(self, number: int) -> None:
        """And there again."""
        gone = self.crew.pids()[number]
        os.kill(gone, signal.SIGKILL)
        await self.until(lambda: self.crew.pids().get(number, gone) != gone)

    async def ended(self) -> None:
        async with asyncio.timeout(GUARD):
            await self.serving


@asynccontextmanager
async def ship(count: int = 2, before: str = "", pauses: Sequence[float] = (0.05,)) -> AsyncIterator[Ship]:
    made = Ship(count, before, pauses)
    try:
        yield made
    finally:
        made.crew.stop(signal.SIGKILL)
        with made.socket, made.board, suppress(NeverServed, FileNotFoundError):
            await made.ended()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_all_of_them_listen_before_it_is_announced_and_all_end() -> None:
    async with ship(3) as made:
        await made.until(lambda: made.said)
        assert made.said == [{"number": 1, "words": ["--eerst"]}]
        pids = made.crew.pids()
        assert [*pids] == [1, 2, 3]
        made.crew.stop()
        await made.ended()
        assert (made.left, [each for each in pids.values() if alive(each)], made.crew.pids()) == ([], [], {})


async def test_one_that_is_killed_comes_back_beside_the_others(caplog: pytest.LogCaptureFixture) -> None:
    async with ship() as made:
        await made.until(lambda: made.said)
        before = made.crew.pids()
        for _ in "12":
            await made.killed(2)
        assert made.crew.pids()[1] == before[1]
        assert (made.left, len(made.said)) == ([2, 2], 1)
        assert "Proces 2 van de dienst is gestopt (signaal 9)." in caplog.text


@pytest.mark.parametrize(("before", "code"), [("sys.exit(2)", 2), ("os.kill(os.getpid(), 9)", -9)])
async def test_a_first_that_ends_before_it_listens_ends_it_all(before: str, code: int) -> None:
    async with ship(before=before) as made:
        with pytest.raises(NeverServed) as told:
            await made.ended()
        assert (told.value.number, told.value.code, made.said, made.crew.pids()) == (1, code, [], {})


async def test_another_that_ends_before_it_listens_ends_the_first_as_well() -> None:
    async with ship(3, "if member.number == 3: sys.exit(1)") as made:
        await made.until(lambda: 1 in made.crew.pids())
        first = made.crew.pids()[1]
        with pytest.raises(NeverServed) as told:
            await made.ended()
        assert (told.value.number, told.value.code, made.said, alive(first)) == (3, 1, [], False)


async def test_a_program_that_is_not_there_is_said_so() -> None:
    async with ship() as made:
        made.crew.command = ["/er/is/niets"]
        with pytest.raises(FileNotFoundError):
            await made.ended()


async def test_stopping_while_the_first_begins_announces_nothing() -> None:
    async with ship(before="import time; time.sleep(60)") as made:
        await made.until(lambda: made.crew.pids())
        made.crew.stop()
        await made.ended()
        assert (made.said, made.crew.pids()) == ([], {})


async def test_who_waits_to_be_started_again_is_not_waited_for() -> None:
    async with ship(pauses=[600.0]) as made:
        await made.until(lambda: made.said)
        os.kill(made.crew.pids()[2], signal.SIGKILL)
        await made.until(lambda: made.left)
        made.crew.stop()
        await made.ended()


async def test_one_that_hangs_is_replaced_while_the_others_go_on(caplog: pytest.LogCaptureFixture) -> None:
    async with ship() as made:
        await made.until(lambda: made.said)
        stays = made.crew.pids()[2]
        made.crew.quiet = 2  # for one that begins from now on: the second goes on being given its time
        await made.killed(1)
        await made.until(lambda: "Proces 1 van de dienst is er weer." in caplog.text)
        hangs = made.crew.pids()[1]
        with suppress(ProcessLookupError):  # on a machine that gave it no turn for so long it is gone already
            os.kill(hangs, signal.SIGSTOP)
        await made.until(lambda: made.crew.pids().get(1, hangs) != hangs)
        assert not alive(hangs)
        assert "Proces 1 van de dienst leeft nog, maar doet al 2 s niets meer." in caplog.text
        assert (made.crew.pids()[2], set(made.left)) == (stays, {1})


async def test_one_that_hangs_while_it_begins_is_noticed_too(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:  # fmt: skip
    monkeypatch.setattr(crew, "QUIET_AT_FIRST", 1)
    async with ship(before="import time; time.sleep(3600)") as made:
        with pytest.raises(NeverServed):
            await made.ended()
    assert "doet al 1 s niets meer" in caplog.text


async def test_a_parent_that_stood_still_itself_blames_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "LOOK", 0.2)
    reports = asyncio.StreamReader()
    heard = asyncio.create_task(crew.line_of(reports, 2))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.1, reports.feed_data, b"x\n")
    time.sleep(1.0)  # noqa: ASYNC251  # as in a machine that is put to sleep
    assert await heard == b"x\n"
    assert await crew.line_of(reports, 1) is None


async def test_who_does_not_listen_to_reason_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opdeplank.processes.crew.END_SECONDS", 0.1)
    async with ship(1, DEAF) as made:
        await made.until(lambda: made.said)
        pid = made.crew.pids()[1]
        made.crew.stop()
        await made.ended()
        assert not alive(pid)
