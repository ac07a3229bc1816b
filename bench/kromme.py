"""Up to which size the embedded engine is meant: the five operations on it, as the graph grows.

    python -m bench.kromme [--maten 2000 5000 10000 20000 50000 100000] [--bewaar]

The engine sorts every node of a type for a sorted list of all of them, so those grow with the graph; what starts at one
thing does not. The product's own route answers, without HTTP, one question at a time.
"""

import argparse
import asyncio
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.rig import graaf
from bench.rig.asked import TYPICAL, Operation
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.servers import memory_mb
from graph.domain.provenance import MODEL
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from opdeplank.graphql.api import SCHEMA
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans

TIMEOUT = 60.0
SIZES = [2_000, 5_000, 10_000, 20_000, 50_000, 100_000]
SECONDS = 3
MOST = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--maten", nargs="*", type=int, default=SIZES)
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome("python -m bench.kromme")
    head = ("knopen", "relaties", "laden (s)", "geheugen (MB)", *(o.title for o in TYPICAL))
    outcome.add("kromme", head, [measure(str(size)) for size in given.maten])
    outcome.done("kromme", given.bewaar)
    outcome.show()
    print("\nPer vraag: p50 in ms, één tegelijk.")


def measure(size: str) -> tuple[str, ...]:
    with TemporaryDirectory() as folder, Embedded(Path(folder), TIMEOUT) as engine:
        return asyncio.run(_measure(engine, size))


async def _measure(engine: Embedded, size: str) -> tuple[str, ...]:
    async with await Store.open_embedded(engine, TIMEOUT) as store:
        started = time.monotonic()
        nodes, edges = await graaf.load(store, size)
        loaded = time.monotonic() - started
        executor = Executor(store, Plans(SCHEMA, MODEL, b"measuring"))
        times = [f"{await p50(executor, operation, size):.1f}" for operation in TYPICAL]
        return f"{nodes:,}", f"{edges:,}", f"{loaded:.0f}", str(memory_mb("self")), *times


async def p50(executor: Executor, operation: Operation, size: str) -> float:
    requests = [Request(operation.graphql, variables) for variables in operation.variables(size)]
    for request in requests[:3]:
        await executor.execute(request)
    taken: list[float] = []
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and len(taken) < MOST:
        started = time.perf_counter()
        reply = await executor.execute(requests[len(taken) % len(requests)])
        taken.append((time.perf_counter() - started) * 1000)
        if not reply.executed:
            raise SystemExit(f"geen antwoord op '{operation.title}': {reply.body[:300]!r}")
    return median(taken)


if __name__ == "__main__":
    main()
