"""Starts the servers that are compared, each in a process of its own, and reads what they used."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from tests.engines import ROOT, free_port

TICKS = os.sysconf("SC_CLK_TCK")
START_SECONDS = 600
"""A large made-up graph has no word forms yet: the first start on it makes them."""
PATIENCE = 20
SETTLES_WITHIN, IDLE = 300, 0.05
"""How many seconds to wait at most for a server that is still busy with itself, and what it may still use of one."""
LIMITS = {
    "OPDEPLANK_GRENS_DIEPTE": "15",
    "OPDEPLANK_GRENS_KOSTEN": "200000",
    "OPDEPLANK_GRENS_PAGINA": "1000",
    "OPDEPLANK_GRENS_TIJD": "60",
}
"""Room for the deepest and the longest operation, and for a database that plans its first statements on a cold JVM;
every other limit is as it is by default."""


@dataclass
class Server:
    """A server under test; `dialect` names the text of the operations it understands."""

    name: str
    url: str
    pid: int
    dialect: str = "huis"

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 80

    def cpu(self) -> float:
        return cpu_seconds(self.pid)

    def memory(self) -> int:
        return memory_mb(self.pid)

    def ask(self, body: Mapping[str, Any]) -> Any:
        try:
            answer = httpx.post(self.url, json=body, timeout=300)
        except httpx.TransportError as error:
            raise SystemExit(f"{self.name} is weg: {error}; zie {log_of(self.name)}") from error
        try:
            return answer.json()
        except ValueError:
            raise SystemExit(f"{self.name} antwoordt {answer.status_code}: {answer.text[:300]}") from None

    def settle(self) -> None:
        """Wait until it has nothing left to do in the background, for a few minutes at most."""
        for _ in range(SETTLES_WITHIN):
            before = self.cpu()
            time.sleep(1)
            if self.cpu() - before < IDLE:
                return

    def seconds(self, body: Mapping[str, Any]) -> float:
        """How long one answer takes; PATIENCE when it takes longer."""
        started = time.monotonic()
        with suppress(httpx.TimeoutException):
            httpx.post(self.url, json=body, timeout=PATIENCE)
        return time.monotonic() - started


def cpu_seconds(pid: int) -> float:
    """User and system time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_mb(pid: int | str) -> int:
    """What a process holds in memory now."""
    return _status(pid, "VmRSS")


def peak_mb(pid: int | str = "self") -> int:
    """The most a process ever held."""
    return _status(pid, "VmHWM")


def _status(pid: int | str, what: str) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith(what))


@contextmanager
def ours(
    uri: str,
    name: str = "Op de Plank",
    data: Path | None = None,
    tree: Path = ROOT,
    meaning: bool = True,
    limits: Mapping[str, str] = LIMITS,
    seeds: bool = False,
) -> Iterator[Server]:
    """The whole service, as `opdeplank start` runs it in `tree`; without an address on the graph embedded in `data`.

    Without `meaning` for operations that look nothing up: after a first start the language model works in the
    background for as long as there are texts that it has not seen, an hour and a half on the large graph, and that time
    is not the time of an answer. A made-up graph stays what it is, without `seeds` beside it.
    """
    port = free_port()
    given = {
        "OPDEPLANK_NEO4J_URI": uri,
        "OPDEPLANK_POORT": str(port),
        "OPDEPLANK_DATA": str(data or ROOT / ".cache" / "bench" / f"dienst-{slug(name)}"),
        "OPDEPLANK_BETEKENIS": "ja" if meaning else "nee",
        **limits,
    }
    if not seeds and tree == ROOT:  # an older edition does not know it
        given["OPDEPLANK_BEGINGEGEVENS"] = "nee"
    with _running(name, [sys.executable, "-m", "opdeplank", "start"], port, given, tree) as server:
        yield server


@contextmanager
def by_hand(uri: str, name: str = "met de hand") -> Iterator[Server]:
    """The hand-written route of `bench.rig.hand`, on the same uvicorn."""
    with uvicorn("bench.rig.hand:app", name, {"NEO4J_URI": uri}) as server:
        yield server


@contextmanager
def uvicorn(app: str, name: str, environment: Mapping[str, str]) -> Iterator[Server]:
    port = free_port()
    flags = ["--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"]
    flags += ["--no-server-header", "--no-proxy-headers"]
    command = [sys.executable, "-m", "uvicorn", *flags, "--port", str(port), app]
    with _running(name, command, port, environment) as server:
        yield server


@contextmanager
def node(script: Path, name: str, environment: Mapping[str, str], dialect: str) -> Iterator[Server]:
    port = free_port()
    settings = {**environment, "PORT": str(port), "NODE_ENV": "production"}
    with _running(name, ["node", script.name], port, settings, script.parent) as server:
        server.dialect = dialect
        yield server


@contextmanager
def _running(
    name: str, command: Sequence[str], port: int, environment: Mapping[str, str], folder: Path = ROOT
) -> Iterator[Server]:
    log = log_of(name)
    log.parent.mkdir(parents=True, exist_ok=True)
    kept = {k: v for k, v in os.environ.items() if not k.startswith("OPDEPLANK_")}
    with log.open("w") as said:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**kept, "PYTHONPATH": str(folder), **environment},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            url = f"http://127.0.0.1:{port}/graphql"
            _wait(process, url, log)
            yield Server(name, url, process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)


def log_of(name: str) -> Path:
    return ROOT / ".cache" / "bench" / f"{slug(name)}.log"


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            httpx.get(url, timeout=2)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"{' '.join(map(str, process.args))} start niet; zie {log}")  # type: ignore[arg-type]
