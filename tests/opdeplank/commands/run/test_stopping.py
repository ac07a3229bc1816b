"""Told to stop before it listens: nothing of it is left, and the data folder is free."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from graph.engine.embedded import FolderLock
from graph.errors import StoreLocked
from opdeplank.settings.table import ROOT
from tests.engines import free_port
from tests.service import inherited

if sys.platform != "linux":
    pytest.skip("who fills the graph is found in /proc", allow_module_level=True)

LOOKS, BETWEEN = 1_200, 0.05


def children(process: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def held(folder: Path) -> bool:
    lock = FolderLock(folder / "slot")
    try:
        lock.acquire()
    except (StoreLocked, FileNotFoundError):
        return (folder / "slot").exists()
    lock.release()
    return False


def wait_until_it_fills(process: subprocess.Popen[bytes], folder: Path) -> int:
    """The number of the process that fills the graph, once it has the folder."""
    for _ in range(LOOKS):
        assert process.poll() is None, "it ended by itself"
        if (found := children(process.pid)) and held(folder):
            return found[0]
        time.sleep(BETWEEN)
    raise AssertionError("nobody fills the graph")


def test_stopping_while_the_graph_is_filled_leaves_nobody_with_the_folder(tmp_path: Path) -> None:
    environ = {
        **inherited(), "OPDEPLANK_DATA": str(tmp_path / "data"), "OPDEPLANK_POORT": str(free_port()),
        "OPDEPLANK_BETEKENIS": "nee",
    }  # fmt: skip
    command = [sys.executable, "-m", "opdeplank", "start"]
    service = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    filling = 0
    try:
        filling = wait_until_it_fills(service, tmp_path / "data")
        service.send_signal(signal.SIGTERM)
        _, told = service.communicate(timeout=60)
        assert (service.returncode, told) == (0, b"")
        assert not held(tmp_path / "data")
        with pytest.raises(ProcessLookupError):
            os.kill(filling, 0)
    finally:
        service.kill()
        if filling:
            with suppress(ProcessLookupError):
                os.kill(filling, signal.SIGKILL)
