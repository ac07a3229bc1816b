"""Copies by the clock: when one is due, again after one that failed, and none that outlives the service."""

import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from opdeplank.copies import kept_copies, schedule
from opdeplank.settings.table import Settings

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
MAKES = """
import os, sys, time
with open(sys.argv[1], "a") as told:
    told.write(f"{os.getpid()}\\n")
if sys.argv[2] == "blijf":
    time.sleep(60)
sys.exit(sys.argv[2] == "mis")
"""


def told(path: Path) -> list[int]:
    return [int(line) for line in path.read_text().split()] if path.exists() else []


async def until(path: Path, many: int) -> list[int]:
    async with asyncio.timeout(30):
        while len(found := told(path)) < many:  # noqa: ASYNC110 (another process writes it)
            await asyncio.sleep(0.02)
    return found


def test_the_next_one_is_due_by_the_age_of_the_last(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, kopie_map=tmp_path, kopie_uren=24)
    assert schedule.wait(settings) == 0
    (tmp_path / kept_copies.name(NOW)).touch()
    later = NOW + timedelta(hours=20)
    assert schedule.wait(settings, later) == 4 * schedule.HOUR
    assert schedule.wait(Settings(data=tmp_path, kopie_map=tmp_path, kopie_uren=1), later) == 0


async def test_one_that_failed_is_tried_again_and_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    settings = Settings(data=tmp_path, kopie_uren=1)
    async with schedule.kept_up(settings, [sys.executable, "-c", MAKES, str(tmp_path / "n"), "mis"], again=0.01):
        await until(tmp_path / "n", 2)
    assert schedule.FAILED in capfd.readouterr().err


async def test_one_that_is_being_made_ends_with_the_service(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, kopie_uren=1)
    async with schedule.kept_up(settings, [sys.executable, "-c", MAKES, str(tmp_path / "n"), "blijf"]):
        [process] = await until(tmp_path / "n", 1)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


async def test_without_the_setting_there_are_none(tmp_path: Path) -> None:
    async with schedule.kept_up(Settings(data=tmp_path), [sys.executable, "-c", MAKES, str(tmp_path / "n"), "goed"]):
        await asyncio.sleep(0)
    assert not told(tmp_path / "n")
