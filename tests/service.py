"""A running service for tests from outside: a process of its own, as a user starts it, with the seeds in it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import pytest

from tests.engines import free_port

ROOT = Path(__file__).resolve().parent.parent
LOOKS, BETWEEN = 900, 0.1
"""How often to look whether it is ready, and the seconds between: a minute and a half at least."""


class Service:
    """`opdeplank start` on a free port with its own data; extra settings by name without the prefix. Of this tree, or
    with `path` of a program that lies elsewhere, started in the folder `tree`."""

    def __init__(
        self, folder: Path, settings: Mapping[str, str] | None = None, tree: Path = ROOT, path: Path | None = None
    ) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.data = folder / "data"
        given = {"DATA": str(self.data), "POORT": str(self.port), "GRENS_STILTE": "60", **(settings or {})}
        environ = {**inherited(), **{f"OPDEPLANK_{k}": v for k, v in given.items()}}
        if path:
            environ["PYTHONPATH"] = str(path)
        self.log = folder / "log.txt"
        with self.log.open("wb") as log:
            command = [sys.executable, "-m", "opdeplank", "start"]
            self.process = subprocess.Popen(command, cwd=tree, env=environ, stdout=log, stderr=subprocess.STDOUT)

    def wait(self) -> "Service":
        """Until it is ready; fails with what it printed."""
        for _ in range(LOOKS):
            if self.process.poll() is not None:
                break
            try:
                if httpx.get(f"{self.url}/gereed", timeout=2).status_code == 200:
                    return self
            except httpx.TransportError:
                pass
            time.sleep(BETWEEN)
        self.stop()
        raise AssertionError(f"the service did not get ready:\n{self.log.read_text()}")

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def inherited() -> dict[str, str]:
    """Our environment, without the settings that the machine of a developer may hold."""
    return {name: value for name, value in os.environ.items() if not name.startswith("OPDEPLANK_")}


def with_data(folder: Path, data: Path) -> Path:
    shutil.copytree(data, folder / "data")
    return folder


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the seeds in it, filled once in a run; to be copied."""
    folder = tmp_path_factory.mktemp("gevuld")
    environ = {**inherited(), "OPDEPLANK_DATA": str(folder / "data")}
    command = [sys.executable, "-m", "opdeplank", "start", "--alleen-vullen"]
    subprocess.run(command, cwd=ROOT, env=environ, check=True, stdout=subprocess.DEVNULL)
    return folder / "data"


@pytest.fixture(scope="session")
def dienst(tmp_path_factory: pytest.TempPathFactory, seeded: Path) -> Iterator[Service]:
    """The service as the public meets it."""
    service = Service(with_data(tmp_path_factory.mktemp("dienst"), seeded))
    try:
        yield service.wait()
    finally:
        service.stop()


@pytest.fixture(scope="session")
def schrijvende_dienst(tmp_path_factory: pytest.TempPathFactory, seeded: Path) -> Iterator[Service]:
    """A service in which who shows no key may do all that the Programmabureau may; what tests write stays in it."""
    folder = with_data(tmp_path_factory.mktemp("schrijvend"), seeded)
    settings = {"ROL": "PROGRAMMABUREAU", "GET_VRIJ": "ja", "BETEKENIS": "nee", "GRENS_VERZOEKEN": "100000"}
    service = Service(folder, settings)
    try:
        yield service.wait()
    finally:
        service.stop()


@pytest.fixture(scope="session")
def vrije_dienst(tmp_path_factory: pytest.TempPathFactory, seeded: Path) -> Iterator[Service]:
    """The service with free-form GET, for an analyst."""
    service = Service(with_data(tmp_path_factory.mktemp("vrij"), seeded), {"GET_VRIJ": "ja", "ROL": "ANALIST"})
    try:
        yield service.wait()
    finally:
        service.stop()
