"""What a test may say about speed: how much work was done, and that it ended. How long it took is for `bench/`.

A clock says as much about the machine as about the code; a count says the same on every machine.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

PATIENCE = 120
"""Seconds, for what takes one or two: only what would go on for minutes fails."""


def calls(work: Callable[[], object]) -> int:
    """How many functions `work` calls, Python's own and ours; what goes on inside one of C counts as one."""
    counted = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


@contextmanager
def ends(seconds: int = PATIENCE) -> Iterator[None]:
    """Fail what is inside when it does not come to an end; the traceback shows where it was.

    A regular expression that runs away is interrupted too. Where the system has no alarm, and for C that listens to
    nobody, `faulthandler_timeout` in pyproject.toml ends the run. Around `await`: `asyncio.timeout(PATIENCE)`.
    """

    def give_up(*_: object) -> None:
        raise AssertionError(f"it had not come to an end after {seconds} s")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
