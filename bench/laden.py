"""Reading and loading a table of many rows, on both engines: how long, and what it costs in CPU and memory.

    python -m bench.laden            100,000 rows: the figures of the README
    python -m bench.laden 20000      fewer, for a quick look
    python -m bench.laden --zonder-terug    loading alone: on the embedded engine taking back is slow
    … --bewaar                              keep the outcome for the documentation

Each row is an organisation of its own, so it becomes a thing, a fact, a passage, two relationships and a line of
history. The graph is empty before and after. The embedded engine runs in this process, as with `opdeplank laad`.
"""

import argparse
import asyncio
import gc
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.rig.databases import Neo4j
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.servers import cpu_seconds, peak_mb
from graph.domain.provenance import MODEL
from graph.engine.embedded import Embedded
from graph.engine.store import Run, Store
from graph.upkeep import constraints
from loaders.load.apply import apply
from loaders.load.undo import undo
from loaders.proposal.intake import take_in
from loaders.proposal.proposal import from_json

ROWS = 100_000
HEAD = "naam,soortOrganisatie,website"
HEAP = "8g"
AT_ONCE = 20_000


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock; CPU of this process, and of the database where it is another."""

    clock: float
    own: float
    database: float

    def shown(self) -> str:
        return f"{self.clock:.0f} s ({self.own + self.database:.0f} s CPU)"


class Watch:
    def __init__(self, database: int | None) -> None:
        self._database = database
        self._began = self._now()

    def _now(self) -> tuple[float, float, float]:
        theirs = cpu_seconds(self._database) if self._database else 0.0
        return time.perf_counter(), time.process_time(), theirs

    def spent(self) -> Spent:
        return Spent(*(now - then for now, then in zip(self._now(), self._began, strict=True)))


def write(folder: Path, rows: int) -> Path:
    path = folder / "organisaties.csv"
    lines = (f"Stichting {i} voor het Meten,samenwerkingsverband,https://voorbeeld.test/{i}" for i in range(rows))
    path.write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")
    return path


async def measure(store: Store, path: Path, database: int | None, back: bool) -> list[Spent]:
    """Reading, loading, and taking back."""
    await empty(store)
    await constraints.ensure(store, MODEL)
    found, watch = [], Watch(database)
    intake = await take_in(store.rows, MODEL, [path])
    content = intake.proposal.to_json()
    found.append(watch.spent())
    del intake
    gc.collect()
    watch = Watch(database)
    bon = await apply(store, MODEL, from_json(content, "voorstel.json"), "meting")
    found.append(watch.spent())
    if back:
        watch = Watch(database)
        await undo(store, MODEL, bon.lading)
        found.append(watch.spent())
        await empty(store)
    return found


async def empty(store: Store) -> None:
    async def some(run: Run) -> None:
        await run("MATCH (n) WITH n LIMIT $most DETACH DELETE n", {"most": AT_ONCE})

    while await store.rows("MATCH (n) RETURN n.id LIMIT 1", {}):
        await store.write(some)


@asynccontextmanager
async def embedded(folder: Path) -> AsyncIterator[tuple[Store, int | None]]:
    with Embedded(folder / "data", roomy=True) as engine:
        async with await Store.open_embedded(engine) as store:
            yield store, None


@asynccontextmanager
async def neo4j(folder: Path) -> AsyncIterator[tuple[Store, int | None]]:
    with Neo4j("laden", HEAP) as server:
        async with await Store.open(server.uri) as store:
            yield store, server.pid


async def run(rows: int, back: bool) -> list[list[str]]:
    lines = []
    for name, engine in (("Neo4j", neo4j), ("ingebouwd", embedded)):
        with TemporaryDirectory() as folder:
            path = write(Path(folder), rows)
            async with engine(Path(folder)) as (store, database):
                lines.append([name, *(spent.shown() for spent in await measure(store, path, database, back))])
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rijen", nargs="?", type=int, default=ROWS)
    parser.add_argument("--zonder-terug", action="store_true", help="draai de lading niet terug")
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome(f"python -m bench.laden {given.rijen}{' --zonder-terug' if given.zonder_terug else ''}")
    lines = asyncio.run(run(given.rijen, not given.zonder_terug))
    back = [] if given.zonder_terug else ["terugdraaien"]
    outcome.add("laden", ["database", f"{given.rijen} rijen lezen", "laden", *back], lines)
    outcome.add("geheugen", ["meeste geheugen van ons proces (MB)"], [[peak_mb()]])
    outcome.done("laden", given.bewaar)
    outcome.show()


if __name__ == "__main__":
    main()
