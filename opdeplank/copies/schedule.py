"""Copies that the service makes by itself, each in a process of its own: reading a large graph takes memory that a
service would keep, and a copy that fails leaves the service as it was."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime

from opdeplank.copies import kept_copies
from opdeplank.settings.table import Settings

HOUR = 3600.0
AGAIN = 600.0
"""Seconds after a copy that failed."""
FAILED = "De kopie van de graaf is niet gelukt. Over tien minuten probeer ik het opnieuw."
COMMAND = (sys.executable, "-m", "opdeplank", "bewaar", "--json")


def wait(settings: Settings, now: datetime | None = None) -> float:
    """Seconds until the next copy, by the age of the last: who starts often does not copy often."""
    age = kept_copies.age(kept_copies.folder_of(settings), now)
    return 0.0 if age is None else max(0.0, settings.kopie_uren * HOUR - age)


@asynccontextmanager
async def kept_up(settings: Settings, command: Sequence[str] = COMMAND, again: float = AGAIN) -> AsyncIterator[None]:
    """Copies are made meanwhile, when the settings ask for it. One that is being made ends with us."""
    if not settings.kopie_uren:
        yield
        return
    task = asyncio.create_task(_keep(settings, command, again))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _keep(settings: Settings, command: Sequence[str], again: float) -> None:
    while True:
        await asyncio.sleep(wait(settings))
        if not await _make(command):
            sys.stderr.write(f"opdeplank: {FAILED}\n")
            await asyncio.sleep(again)


async def _make(command: Sequence[str]) -> bool:
    """Whether it went well; what was wrong, the command said on stderr."""
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.DEVNULL, start_new_session=True)
    try:
        return await process.wait() == 0
    except BaseException:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()
        raise
