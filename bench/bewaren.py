"""How long a copy of a large graph takes, and putting it back, and how much memory.

    python -m bench.bewaren [--knopen 1000000] [--motor ingebouwd|neo4j] [--herstel]

The graph of `bench.rig.graaf` with so many nodes is written first, unless it stands in `.cache/bench` already. `bewaar`
and `herstel` then run as an operator runs them, each in a process of its own; the peak of its memory counts the
embedded engine, which is in it. Goal: a million nodes within ten minutes and 300 MB, the engine itself not counted.
"""

import argparse
import asyncio
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.rig import graaf
from bench.rig.databases import FOLDER, Neo4j
from bench.rig.markdown import heading, table
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from opdeplank.graph.database import prepare

SECONDS = 600.0
HEAD = ("wat", "knopen", "relaties", "seconden", "knopen/s", "piek (MB)", "bestand (MB)")
RUN = (
    "import json, resource, sys; from opdeplank.cli import main; code = main(sys.argv[1:]); "
    "print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss), file=sys.stderr); sys.exit(code)"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--knopen", type=int, default=1_000_000)
    parser.add_argument("--motor", choices=("ingebouwd", "neo4j"), default="ingebouwd")
    parser.add_argument("--herstel", action="store_true", help="zet de kopie ook terug")
    given = parser.parse_args()
    rows = []
    with graph(given.motor, given.knopen) as settings, TemporaryDirectory(dir=FOLDER) as folder:
        copy = Path(folder) / "graaf.gz"
        rows.append(timed("bewaar", copy, settings))
        if given.herstel:
            rows.append(timed("herstel", copy, {"OPDEPLANK_DATA": str(Path(folder) / "data")}))
    print(f"{heading(f'python -m bench.bewaren --knopen {given.knopen} --motor {given.motor}')}\n\n{table(HEAD, rows)}")


@contextmanager
def graph(engine: str, nodes: int) -> Iterator[dict[str, str]]:
    """The settings that point at a graph of so many nodes."""
    if engine == "neo4j":
        with Neo4j(f"bewaren-{nodes}") as database:
            if not database.loaded.exists():
                asyncio.run(_fill_neo4j(database.uri, nodes))
                database.loaded.touch()
            yield {"OPDEPLANK_NEO4J_URI": database.uri}
        return
    folder = FOLDER / f"bewaren-ingebouwd-{nodes}"
    if not (folder / "geladen").exists():
        shutil.rmtree(folder, ignore_errors=True)
        with Embedded(folder, SECONDS, roomy=True) as made:
            asyncio.run(_fill_embedded(made, nodes))
        (folder / "geladen").touch()
    yield {"OPDEPLANK_DATA": str(folder)}


async def _fill_neo4j(uri: str, nodes: int) -> None:
    async with await Store.open(uri, timeout=SECONDS) as store:
        await _fill(store, nodes)


async def _fill_embedded(engine: Embedded, nodes: int) -> None:
    async with await Store.open_embedded(engine, SECONDS) as store:
        await _fill(store, nodes)


async def _fill(store: Store, nodes: int) -> None:
    await prepare(store)
    await graaf.load(store, str(nodes))


def timed(what: str, copy: Path, settings: dict[str, str]) -> tuple[str, ...]:
    """A command as it is typed: a row of the table. Ends with what it said when it failed."""
    environ = {**os.environ, **settings}
    started = time.monotonic()
    command = [sys.executable, "-c", RUN, what, str(copy), "--json"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - started
    if done.returncode:
        sys.exit(f"{what}: {done.stderr}")
    said: dict[str, Any] = json.loads(done.stdout)
    peak = int(done.stderr.split()[-1]) / 1024
    return (
        what, f"{said['knopen']:,}", f"{said['relaties']:,}", f"{seconds:.0f}", f"{said['knopen'] / seconds:,.0f}",
        f"{peak:.0f}", f"{copy.stat().st_size / 1e6:.1f}",
    )  # fmt: skip


if __name__ == "__main__":
    main()
