"""The parent of a service on several processes: it starts them, starts one again that ended, and ends them together.

The first one has to listen before the others begin: what is wrong is then said once, and what is learnt at a start lies
ready for them. From then on a process that ends is news in the log and no reason to stop: the others have the port. One
that hangs takes visitors from that port and answers none of them; so each says twice a second that it goes on, and who
says nothing for long is killed and started again.
"""

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import orjson

from opdeplank.processes.member import BEAT, Member

log = logging.getLogger("opdeplank")
COMMAND = (sys.executable, "-m", "opdeplank", "start", "--lid")
PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
"""Seconds before a process is started again: longer each time, for one that does not last."""
LASTED = 60.0
"""Who lived this many seconds is started again at once, as the first time."""
END_SECONDS = 10.0
"""For all of them to end in; then they are killed."""
LOOK = 1.0
"""Seconds in which one that is well says something."""
QUIET, QUIET_AT_FIRST = 30, 300
"""So many looks without a word and a process hangs, however alive it is; one that begins imports and reads first."""
HANGS = "Proces %d van de dienst leeft nog, maar doet al %d s niets meer. Ik stop het."
ENDED = "Proces %d van de dienst is gestopt (%s). Over %s s start ik het opnieuw; de andere gaan door."
BACK = "Proces %d van de dienst is er weer."
Told = Mapping[str, Any]


class NeverServed(Exception):
    """One of them ended before all of them listened; `code` as it gave it: below nought the signal that killed it."""

    def __init__(self, number: int, code: int) -> None:
        super().__init__(number, code)
        self.number, self.code = number, code


@dataclass
class Crew:
    """`count` processes on the socket `listening` and the memory `board`. `last_words` are for the first start of each;
    `left` is called with the number of one that ended."""

    count: int
    listening: int
    board: int
    last_words: Sequence[str] = ()
    environ: Mapping[str, str] = field(default_factory=dict)
    left: Callable[[int], None] = lambda number: None
    command: Sequence[str] = COMMAND
    pauses: Sequence[float] = PAUSES
    quiet: int = QUIET
    _running: dict[int, asyncio.subprocess.Process] = field(default_factory=dict)
    _keeping: set["asyncio.Task[None]"] = field(default_factory=set)
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)

    def pids(self) -> dict[int, int]:
        """Of those that run, by number."""
        return {number: each.pid for number, each in sorted(self._running.items())}

    async def serve(self, announce: Callable[[Told], None]) -> None:
        """Until somebody stops the service. `announce` hears what the first one told, when all of them listen. Raises
        NeverServed."""
        with self._told_to_stop():
            try:
                first = await self._started(1)
                await asyncio.gather(*(self._started(number) for number in range(2, self.count + 1)))
                if first is not None and not self._stopping.is_set():
                    announce(first)
                await self._stopping.wait()
            finally:
                await self._end()

    async def _started(self, number: int) -> Told | None:
        """What it told when it listened; None when the service stops before that."""
        listens: asyncio.Future[Told | int] = asyncio.get_running_loop().create_future()
        task = asyncio.create_task(self._keep(number, listens))
        self._keeping.add(task)
        task.add_done_callback(partial(_pass_on, listens))
        found = await listens
        if self._stopping.is_set():
            return None
        if isinstance(found, int):
            raise NeverServed(number, found)
        return found

    async def _keep(self, number: int, listens: "asyncio.Future[Told | int]") -> None:
        """Have this one run until the service stops."""
        short = 0
        while not self._stopping.is_set():
            began = time.monotonic()
            try:
                code = await self._run(number, listens)
            except OSError as error:  # no process, no file, no memory: there may be in a moment
                if not listens.done():
                    raise
                code = error.errno or 1
            if not listens.done():
                listens.set_result(code)
                return
            if self._stopping.is_set():
                return
            self.left(number)
            short = 0 if time.monotonic() - began >= LASTED else short + 1
            pause = self.pauses[min(max(short - 1, 0), len(self.pauses) - 1)]
            log.warning(ENDED, number, _how(code), f"{pause:g}".replace(".", ","))
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._stopping.wait()

    async def _run(self, number: int, listens: "asyncio.Future[Told | int]") -> int:
        """One life of it: its code."""
        words = () if listens.done() else self.last_words
        process, report, lifeline = await self._begin(number, words)
        self._running[number] = process
        if self._stopping.is_set():  # told so while it began
            _tell(process, signal.SIGTERM)
        try:
            async with _reading(report) as reports:
                await self._hear(number, process, reports, listens)
            return await process.wait()
        finally:
            os.close(lifeline)
            self._running.pop(number, None)

    async def _hear(
        self, number: int, process: asyncio.subprocess.Process, reports: asyncio.StreamReader,
        listens: "asyncio.Future[Told | int]",
    ) -> None:  # fmt: skip
        """What it has to say, to its end: that it listens, and from its first moment that it goes on."""
        looks = QUIET_AT_FIRST
        while (line := await line_of(reports, looks)) != b"":
            if line is None:
                log.warning(HANGS, number, looks * LOOK)
                _tell(process, signal.SIGKILL)
                return
            if line == BEAT:
                continue
            looks = self.quiet
            if listens.done():
                log.warning(BACK, number)
            else:
                listens.set_result(orjson.loads(line))

    async def _begin(self, number: int, words: Sequence[str]) -> tuple[asyncio.subprocess.Process, int, int]:
        """The process, the end where it reports, and the end that keeps it alive."""
        report, its_report = os.pipe()
        its_lifeline, lifeline = os.pipe()
        member = Member(number, self.count, self.listening, self.board, its_report, its_lifeline)
        try:
            process = await asyncio.create_subprocess_exec(
                *self.command, member.written, *words, pass_fds=member.files, env={**os.environ, **self.environ},
                stdin=asyncio.subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C comes to us alone, and we tell them
            )  # fmt: skip
        except BaseException:
            os.close(report)
            os.close(lifeline)
            raise
        finally:
            os.close(its_report)
            os.close(its_lifeline)
        return process, report, lifeline

    def stop(self, how: int = signal.SIGTERM) -> None:
        """Tell all of them to end what they do. Who is told again hears how: by Ctrl-C they wait for nobody."""
        if how == signal.SIGINT and not self._stopping.is_set():
            how = signal.SIGTERM  # one that still begins would say something about it, each of them
        self._stopping.set()
        for each in [*self._running.values()]:
            _tell(each, how)

    @contextmanager
    def _told_to_stop(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(each, self.stop, each)
        try:
            yield
        finally:
            for each in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(each)

    async def _end(self) -> None:
        if not self._stopping.is_set():
            self.stop()
        if not self._keeping:
            return
        _, late = await asyncio.wait(self._keeping, timeout=END_SECONDS)
        if late:
            self.stop(signal.SIGKILL)
            await asyncio.wait(late)


def _pass_on(listens: "asyncio.Future[Told | int]", task: "asyncio.Task[None]") -> None:
    """Who waits until it listens hears that it could not be started, or was not any more."""
    if listens.done():
        return
    error = None if task.cancelled() else task.exception()
    if error is None:
        listens.set_result(0)
    else:
        listens.set_exception(error)


def _tell(process: asyncio.subprocess.Process, how: int) -> None:
    with suppress(ProcessLookupError):
        process.send_signal(how)


@asynccontextmanager
async def _reading(file: int) -> AsyncIterator[asyncio.StreamReader]:
    """What comes out of a pipe, which is then closed."""
    reader = asyncio.StreamReader()
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(file, "rb", buffering=0)
    )
    try:
        yield reader
    finally:
        transport.close()


async def line_of(reports: asyncio.StreamReader, looks: int) -> bytes | None:
    """The next; nothing at the end, and None when nothing came in so many looks. Looks and not seconds: who stood still
    himself meanwhile, in a machine that was put to sleep, has looked once."""
    for _ in range(looks):
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK):
                return await reports.readline()
    return None


def _how(code: int) -> str:
    return f"signaal {-code}" if code < 0 else f"uitkomst {code}"
