"""Faults on purpose, and what is left after them: nothing that was acknowledged may be lost, and nothing stands half.

    python -m bench.storingen [--rondes 100] [--motor ingebouwd|neo4j|beide] [--alleen KILL|SCHIJF|STIL|STOP|BESTANDEN]
                              [--seconden N]

kill -9 while documents are loaded and mutations are carried out, `--rondes` on each engine, on one graph that grows; on
Neo4j each fifth round kills the database itself. Then the others: a full disk, a database that says nothing any more, a
second process, more connections than files, and SIGTERM at any moment. Ends with 1 when something was wrong.
"""

import argparse
import asyncio
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.rig.markdown import heading, table
from bench.storingen import killing, other_faults
from bench.storingen.other_faults import Row
from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.upkeep import constraints
from tests.engines import ROOT, Neo4j
from tests.service import inherited

HEAD = ("storing", "rondes", "gevonden", "fout", "seconden")
SMALL_DISK = {"ingebouwd": 120, "neo4j": 200}
"""MB."""
Case = Callable[[Path, argparse.Namespace], Row]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rondes", type=int, default=100)
    parser.add_argument("--seconden", type=float, default=inf, help="begin na zoveel seconden geen ronde van KILL meer")
    parser.add_argument("--motor", choices=("ingebouwd", "neo4j", "beide"), default="beide")
    parser.add_argument("--alleen", choices=sorted(CASES))
    parser.add_argument("--toeval", type=int, default=1)
    given = parser.parse_args()
    rows = []
    for row in found(given):
        rows.append(row)
        print(" · ".join(row), file=sys.stderr, flush=True)
    print(f"{heading(f'python -m bench.storingen --rondes {given.rondes}')}\n\n{table(HEAD, rows)}")
    return any(row[3] != "niets" for row in rows)


def found(given: argparse.Namespace) -> Iterator[Row]:
    engines = ("ingebouwd", "neo4j") if given.motor == "beide" else (given.motor,)
    for name, (own, cases) in CASES.items():
        for engine in engines if given.alleen in (None, name) else ():
            for case in cases:
                if own in (engine, ""):
                    with TemporaryDirectory() as folder:
                        yield case(Path(folder), argparse.Namespace(**{**vars(given), "motor": engine}))


def kills(folder: Path, given: argparse.Namespace) -> Row:
    started = time.monotonic()
    if given.motor == "ingebouwd":
        told = asyncio.run(
            killing.rounds(str(folder / "data"), folder, given.rondes, given.toeval, seconds=given.seconden)
        )
        return told.row(given.motor, time.monotonic() - started)
    server = Neo4j(folder / "neo4j").start()
    try:
        asyncio.run(_prepare(server.uri))
        told = asyncio.run(killing.rounds(server.uri, folder, given.rondes, given.toeval, server, given.seconden))
    finally:
        server.kill()
    return told.row(given.motor, time.monotonic() - started)


async def _prepare(uri: str) -> None:
    async with await Store.open(uri) as store:
        await constraints.ensure(store, MODEL)


def full(folder: Path, given: argparse.Namespace) -> Row:
    return other_faults.disk_full(folder / "schijf", given.motor, SMALL_DISK[given.motor])


def silent(folder: Path, given: argparse.Namespace) -> Row:
    server = Neo4j(folder / "neo4j").start()
    try:
        return asyncio.run(other_faults.silent(server, max(1, given.rondes // 10)))
    finally:
        server.kill()


def stops(folder: Path, given: argparse.Namespace) -> Row:
    return other_faults.told_to_stop(folder, max(1, given.rondes // 10), random.Random(given.toeval))


def _seeded(folder: Path) -> Path:
    environ = {**inherited(), "OPDEPLANK_DATA": str(folder / "gevuld")}
    command = [sys.executable, "-m", "opdeplank", "start", "--alleen-vullen"]
    subprocess.run(command, cwd=ROOT, env=environ, check=True, stdout=subprocess.DEVNULL)
    return folder / "gevuld"


def files(folder: Path, _: argparse.Namespace) -> Row:
    return other_faults.descriptors(folder, _seeded(folder))


def second(folder: Path, _: argparse.Namespace) -> Row:
    return other_faults.second_process(folder, _seeded(folder))


CASES: dict[str, tuple[str, tuple[Case, ...]]] = {
    "KILL": ("", (kills,)),
    "SCHIJF": ("", (full,)),
    "STIL": ("neo4j", (silent,)),
    "STOP": ("ingebouwd", (stops,)),
    "BESTANDEN": ("ingebouwd", (files, second)),
}
"""By word: of which engine alone ("": of both), and what is done."""

if __name__ == "__main__":
    sys.exit(main())
