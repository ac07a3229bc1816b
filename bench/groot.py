"""A graph of 100,000 nodes and 300,000 relationships on both engines: loading, memory, and the five operations.

    python -m bench.groot [--opnieuw] [--bewaar]

The graph of `bench.rig.graaf` is written through `graph.cypher.rows`, as a load is. It stays in `.cache/bench` for next
time; `--opnieuw` loads it again. Then the whole service answers the five typical operations, one at a time.
"""

import argparse
import asyncio
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx

from bench.rig import graaf, load
from bench.rig.agreement import same_answers
from bench.rig.asked import TYPICAL, Operation
from bench.rig.databases import FOLDER, Neo4j
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.servers import Server, memory_mb, ours, peak_mb
from graph.engine.embedded import Embedded
from graph.engine.store import Store

SIZE = "midden"
SECONDS = 6
MOST = 200
TIMEOUT = 120.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--opnieuw", action="store_true", help="laad de graaf opnieuw")
    can_keep(parser)
    parser.add_argument("--laad-ingebouwd", metavar="MAP", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.laad_ingebouwd:
        print(json.dumps(_load_embedded(Path(given.laad_ingebouwd))))
        return
    outcome = Outcome("python -m bench.groot")
    loads, times = [], {}
    for engine, serving in (("Neo4j", neo4j), ("ingebouwd (ArcadeDB)", embedded)):
        with serving(given.opnieuw) as (server, loaded, database):
            times[engine] = [p50(server, operation) for operation in TYPICAL]
            loads.append(_load_row(engine, loaded, server, database))
    head = (
        "motor",
        "knopen",
        "relaties",
        "laden (s)",
        "rijen/s",
        "piek bij laden (MB)",
        "dienst na vragen (MB)",
        "database (MB)",
    )
    outcome.add("laden", head, loads)
    rows = [[o.title, *(times[engine][i] for engine in times)] for i, o in enumerate(TYPICAL)]
    outcome.add("vragen", ("p50 (p95), ms, één tegelijk", *times), rows)
    outcome.done("groot", given.bewaar)
    outcome.show()


@contextmanager
def neo4j(again: bool) -> Iterator[tuple[Server, dict[str, float], int | None]]:
    with Neo4j(SIZE) as database:
        if again or not database.loaded.exists():
            loaded = asyncio.run(_load(database.uri))
            database.loaded.write_text(json.dumps({**loaded, "piek": peak_mb(database.pid)}))
        with ours(database.uri) as service:
            for operation in TYPICAL:
                same_answers(operation, SIZE, [service])
            yield service, json.loads(database.loaded.read_text()), database.pid


@contextmanager
def embedded(again: bool) -> Iterator[tuple[Server, dict[str, float], int | None]]:
    folder = FOLDER / "ingebouwd"
    told = folder / "geladen"
    if again or not told.exists():
        shutil.rmtree(folder, ignore_errors=True)
        command = [sys.executable, "-m", "bench.groot", "--laad-ingebouwd", str(folder)]
        told.write_text(subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout)
    with ours("", data=folder) as service:
        for operation in TYPICAL:
            same_answers(operation, SIZE, [service])
        yield service, json.loads(told.read_text()), None


async def _load(uri: str) -> dict[str, float]:
    async with await Store.open(uri, timeout=TIMEOUT) as store:
        await store.write(lambda run: run("MATCH (n) DETACH DELETE n"))
        return await _timed(store)


def _load_embedded(folder: Path) -> dict[str, float]:
    async def work(engine: Embedded) -> dict[str, float]:
        async with await Store.open_embedded(engine, TIMEOUT) as store:
            return await _timed(store)

    with Embedded(folder, TIMEOUT) as engine:
        return {**asyncio.run(work(engine)), "piek": peak_mb()}


async def _timed(store: Store) -> dict[str, float]:
    started = time.monotonic()
    nodes, edges = await graaf.load(store, SIZE)
    return {"knopen": nodes, "relaties": edges, "seconden": round(time.monotonic() - started, 1)}


def _load_row(engine: str, loaded: dict[str, float], server: Server, database: int | None) -> tuple[str, ...]:
    rows = loaded["knopen"] + loaded["relaties"]
    return (
        engine,
        f"{loaded['knopen']:,.0f}",
        f"{loaded['relaties']:,.0f}",
        f"{loaded['seconden']:.0f}",
        f"{rows / loaded['seconden']:,.0f}",
        f"{loaded['piek']:.0f}",
        str(server.memory()),
        str(memory_mb(database)) if database else "in de dienst",
    )


def p50(server: Server, operation: Operation) -> str:
    """Median and 95th percentile of requests one after the other."""
    asked = load.bodies(operation, SIZE)
    taken: list[float] = []
    with httpx.Client(timeout=TIMEOUT) as client:
        for body in asked[:5]:
            client.post(server.url, json=body)
        until = time.monotonic() + SECONDS
        while time.monotonic() < until and len(taken) < MOST:
            started = time.perf_counter()
            client.post(server.url, json=asked[len(taken) % len(asked)]).raise_for_status()
            taken.append((time.perf_counter() - started) * 1000)
    taken.sort()
    return f"{median(taken):.1f} ({taken[min(len(taken) - 1, int(len(taken) * 0.95))]:.1f})"


if __name__ == "__main__":
    main()
