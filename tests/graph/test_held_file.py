"""One at a time, whichever process it is, and nobody after he died."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from graph.held_file import HeldFile, Turn, is_held
from tests.engines import ROOT

pytestmark = pytest.mark.anyio
HOLDS = """
import sys
from pathlib import Path
from graph.held_file import HeldFile
held = HeldFile(Path(sys.argv[1]))
print(held.take(), flush=True)
sys.stdin.read()
"""


def test_another_process_holds_it_until_it_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "slot"
    assert not is_held(path)
    words = [sys.executable, "-c", HOLDS, str(path)]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == "True\n"
            ours = HeldFile(path)
            assert (is_held(path), ours.take()) == (True, False)
        finally:
            other.kill()
    assert (is_held(path), ours.take()) == (False, True)
    ours.let_go()


def test_where_the_folder_is_gone_nobody_holds_it_and_none_is_made(tmp_path: Path) -> None:
    held = HeldFile(tmp_path / "weg" / "slot")
    assert held.take()
    held.let_go()
    assert not (tmp_path / "weg").exists()


async def test_turns_of_one_file_wait_for_each_other(tmp_path: Path) -> None:
    inside: list[int] = []

    async def one(turn: Turn) -> None:
        async with turn:
            inside.append(1)
            assert len(inside) == 1
            await asyncio.sleep(0)
            inside.pop()

    shared, others = Turn(tmp_path / "slot"), [Turn(tmp_path / "slot") for _ in range(4)]
    await asyncio.gather(*(one(each) for each in [shared, shared, shared, *others]))
    assert not is_held(tmp_path / "slot")
