"""The other faults, each as an operator would meet it: a service in a process of its own, and what it then says."""

import asyncio
import random
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import httpx

from graph.engine.store import Store
from graph.errors import StoreUnavailable
from tests.engines import ROOT, Neo4j, free_port
from tests.held_line import held_line
from tests.service import Service, inherited

Row = tuple[str, ...]
STOPS_WITHIN = 10.0
ANSWERS_WITHIN = 2.0
FILES = 300


def row(what: str, rounds: int, found: str, wrong: str, started: float) -> Row:
    return what, str(rounds), found, wrong or "niets", f"{time.monotonic() - started:.0f}"


async def silent(server: Neo4j, rounds: int) -> Row:
    """A database that says nothing any more: how soon that is said, and how soon it answers when it is back."""
    started, first, later, back = time.monotonic(), 0.0, 0.0, 0.0
    async with held_line(server.port) as line, await Store.open(f"bolt://127.0.0.1:{line.port}") as store:
        for _ in range(rounds):
            await asyncio.gather(*(store.read("RETURN 1", {}) for _ in range(5)))
            line.hold()
            first = max(first, await _refused(store))
            later = max(later, await _refused(store))
            line.let_go()
            moment = time.monotonic()
            while store.pulse.silent:  # noqa: ASYNC110 (it tells nobody)
                await asyncio.sleep(0.01)
            await store.read("RETURN 1", {})
            back = max(back, time.monotonic() - moment)
    wrong = f"pas na {first:.1f} s" if first > ANSWERS_WITHIN else ""
    found = f"gezegd na {first:.2f} s, daarna na {later * 1000:.0f} ms; terug na {back:.2f} s"
    return row("database zegt niets (neo4j)", rounds, found, wrong, started)


async def _refused(store: Store) -> float:
    started = time.monotonic()
    with suppress(StoreUnavailable):
        await store.read("RETURN 1", {})
        raise AssertionError("it answered")
    return time.monotonic() - started


def second_process(folder: Path, seeded: Path) -> Row:
    """A second service on the same folder."""
    started = time.monotonic()
    shutil.copytree(seeded, folder / "data")
    service = Service(folder)
    environ = {**inherited(), "OPDEPLANK_DATA": str(service.data), "OPDEPLANK_POORT": str(free_port())}
    try:
        service.wait()
        done = subprocess.run(
            [sys.executable, "-m", "opdeplank", "start"],
            cwd=ROOT, env=environ, capture_output=True, text=True, check=False,
        )  # fmt: skip
    finally:
        service.stop()
    wrong = "" if done.returncode and "al in gebruik" in done.stderr else done.stderr[-200:]
    return row("tweede proces", 1, done.stderr.strip().splitlines()[-1][:90], wrong, started)


def descriptors(folder: Path, seeded: Path) -> Row:
    """Twice as many connections as the service may have files."""
    started = time.monotonic()
    shutil.copytree(seeded, folder / "data")
    service = Service(folder, {"GRENS_VERBINDINGEN_ADRES": "10000"})
    resource.prlimit(service.process.pid, resource.RLIMIT_NOFILE, (FILES, FILES))  # long before it has opened any
    try:
        service.wait()
        held = [socket.create_connection(("127.0.0.1", service.port), 10) for _ in range(2 * FILES)]
        answered = [httpx.get(f"{service.url}/gereed", timeout=30).status_code for _ in range(5)]
        for each in held:
            each.close()
        said = service.log.read_text()
        wrong = "" if answered == [200] * 5 and "Traceback" not in said else f"{answered} {said[-200:]}"
        return row(f"{2 * FILES} verbindingen, {FILES} bestanden", 1, f"vijf keer {answered[0]}", wrong, started)
    finally:
        service.stop()


def told_to_stop(folder: Path, rounds: int, chance: random.Random) -> Row:
    """SIGTERM at any moment from its first on: it ends soon, and the folder is free."""
    started, longest, wrong = time.monotonic(), 0.0, ""
    for number in range(rounds):
        service = Service(_made(folder / str(number)))
        time.sleep(chance.uniform(0.1, 12.0))
        service.process.send_signal(signal.SIGTERM)
        moment = time.monotonic()
        try:
            service.process.wait(60)
        except subprocess.TimeoutExpired:
            wrong = f"ronde {number}: stopt niet"
            service.stop()
        longest = max(longest, time.monotonic() - moment)
        if "Traceback" in service.log.read_text():
            wrong = f"ronde {number}: {service.log.read_text()[-200:]}"
        wrong = wrong or _kept(service.data)
    wrong = wrong or (f"pas na {longest:.0f} s" if longest > STOPS_WITHIN else "")
    return row("SIGTERM, ook in de eerste vulling", rounds, f"gestopt binnen {longest:.1f} s", wrong, started)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _kept(data: Path) -> str:
    """What `status` has against the folder, if anything."""
    if not data.exists():
        return ""
    environ = {**inherited(), "OPDEPLANK_DATA": str(data)}
    done = subprocess.run(
        [sys.executable, "-m", "opdeplank", "status"],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stderr[-200:]


FULL = """
import asyncio, itertools, sys
from pathlib import Path
from bench.storingen.worker import opened, paper
from graph.domain.provenance import MODEL
from graph.errors import GraphError
from loaders.load.apply import apply
from loaders.proposal.intake import take_in
from tests.engines import Neo4j
from tests.loaders.papers import base

SMALL = "db.tx_log.preallocate=false\\ndb.tx_log.rotation.size=1m\\ndb.tx_log.rotation.retention_policy=1 files\\n"

async def main(where, folder):
    said = 0
    async with opened(where) as store:
        await base(store, folder)
        for number in itertools.count():
            path = folder / f"stuk-{number}.yaml"
            parts = [paper(1000 * number + each) for each in range(10)]
            path.write_text(parts[0] + "".join(part.removeprefix("feiten:") for part in parts[1:]))
            intake = await take_in(store.rows, MODEL, [path])
            try:
                await apply(store, MODEL, intake.proposal, "proef")
                said += 1
            except GraphError as error:
                print(error.melding)
                break
    (folder / "vulsel").unlink()
    return said

async def after(where):
    async with opened(where) as store:
        [[loads]] = await store.rows("MATCH (l:Lading) WHERE l.door = 'proef' RETURN count(l)", {})
        [[things]] = await store.rows("MATCH (o:Oplossing) WHERE o.titel STARTS WITH 'Plan ' RETURN count(o)", {})
        return loads, things

folder = Path(sys.argv[1])
(folder / "vulsel").write_bytes(bytes(40 << 20))
if sys.argv[2] == "neo4j":
    import tests.engines
    tests.engines.CONFIGURATION += SMALL
    server = Neo4j(folder / "neo4j").start()
    said = asyncio.run(main(server.uri, folder))
    server.kill()
    server.start()
    found = asyncio.run(after(server.uri))
    server.kill()
else:
    said = asyncio.run(main(str(folder / "data"), folder))
    found = asyncio.run(after(str(folder / "data")))
print(said, *found)
"""


def disk_full(folder: Path, engine: str, megabytes: int) -> Row:
    """Loads until the disk is full; then there is room again, and what was acknowledged is there."""
    started = time.monotonic()
    mount = f'mount -t tmpfs -o size={megabytes}m tmpfs "$0" && exec "$@"'
    command = ["unshare", "-rm", "sh", "-c", mount, str(_made(folder)), sys.executable, "-c", FULL, str(folder), engine]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = done.stdout.strip().splitlines()
    if done.returncode or len(lines) < 2:
        return row(f"schijf vol ({engine})", 1, "", (done.stderr or done.stdout)[-300:], started)
    said, loads, things = map(int, lines[-1].split())
    whole = loads >= said and things == loads * 250
    wrong = "" if whole else f"{said} bevestigd, {loads} bonnen, {things} dingen"
    return row(f"schijf vol ({engine})", 1, f"{said} bevestigd, {loads} er; gezegd: {lines[-2][:60]}", wrong, started)
