"""Who is at it, among all processes on one data folder: whoever holds a file that is there for nothing else. Who dies
lets go of it; the system sees to that."""

import asyncio
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

LOOK = 0.02
"""Seconds between two looks whether somebody let go."""
TIMES, BETWEEN = 5, 0.001
"""How often to try, and the seconds between: who only looks whether somebody has it, has it himself for a moment."""
OWNER_ONLY = 0o600


class HeldFile:
    """Not more than one at a time has `path`, of whichever process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def take(self, times: int = TIMES) -> bool:
        """Whether it is ours from now on. Where its folder is gone nobody else can have it. Raises OSError."""
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, OWNER_ONLY)
        except FileNotFoundError:
            return True
        for _ in range(times):
            if _locked(file):
                self._file = file
                return True
            time.sleep(BETWEEN)
        os.close(file)
        return False

    def let_go(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


def is_held(path: Path) -> bool:
    """Whether somebody has it now."""
    try:
        file = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _locked(file)
    finally:
        os.close(file)


def _locked(file: int) -> bool:
    if sys.platform == "win32":  # there a service is one process
        return True
    import fcntl

    with suppress(OSError):  # a disk that knows no locks: what it says is no reason to refuse a decision
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


class Turn:
    """One at a time, in this process and in the others: `async with turn:`."""

    def __init__(self, path: Path) -> None:
        self._here = asyncio.Lock()
        self._held = HeldFile(path)

    async def __aenter__(self) -> None:
        await self._here.acquire()
        try:
            while not self._held.take(1):  # noqa: ASYNC110  # who lets go may be another process
                await asyncio.sleep(LOOK)
        except BaseException:
            self._here.release()
            raise

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.let_go()
        self._here.release()
