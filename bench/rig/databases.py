"""A real Neo4j to measure on: the jars of the tests, with the JVM and memory a small server would have.

The tests start theirs for a quick start; that JVM compiles lightly and would flatter all that is not the database.
"""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.rig import graaf
from graph.engine.embedded import Embedded
from graph.engine.store import Run, Store
from tests.engines import HERE, OPENS, ROOT, CannotRun, free_port, jars, java

FOLDER = ROOT / ".cache" / "bench"
CONFIGURATION = """\
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.memory.pagecache.size=256m
dbms.usage_report.enabled=false
"""


class Neo4j:
    """One Neo4j process on `.cache/bench/<name>`; the graph stays there for the next time."""

    def __init__(self, name: str, heap: str = "2g") -> None:
        self.folder = FOLDER / name
        self.heap = heap
        self.port = free_port()
        self.process: subprocess.Popen[str] | None = None

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    @property
    def loaded(self) -> Path:
        """The file that says the graph in this folder is complete."""
        return self.folder / "geladen"

    def __enter__(self) -> "Neo4j":
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "neo4j.conf").write_text(CONFIGURATION.format(port=self.port))
        command = [java(), f"-Xmx{self.heap}", *OPENS, "-cp", f"{jars()}/*", str(HERE / "neo4j" / "Start.java")]
        self.process = subprocess.Popen(
            [*command, str(self.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout is not None
        if not any(line.strip() == "ready" for line in self.process.stdout):
            raise CannotRun("Neo4j start niet; kijk of .cache/bench te schrijven is")
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process is not None
        self.process.terminate()  # its log makes the graph whole at the next start
        self.process.wait()


@contextmanager
def filled(size: str) -> Iterator[Neo4j]:
    """A Neo4j with the made-up graph of this size; loaded the first time."""
    with Neo4j(size) as server:
        if not server.loaded.exists():
            asyncio.run(_fill(server, size))
        yield server


def filled_embedded(size: str) -> Path:
    """A data folder with the made-up graph of this size in the embedded engine; loaded the first time."""
    folder = FOLDER / f"ingebouwd-{size}"
    done = folder / "geladen"
    if not done.exists():
        print(f"De graaf '{size}' wordt gemaakt in {folder}", file=sys.stderr)
        folder.mkdir(parents=True, exist_ok=True)
        with Embedded(folder) as engine:
            nodes, edges = asyncio.run(_fill_embedded(engine, size))
        done.write_text(f"{nodes} {edges}")
    return folder


async def _fill_embedded(engine: Embedded, size: str) -> tuple[int, int]:
    async with await Store.open_embedded(engine) as store:
        await store.write(_remove_all)
        return await graaf.load(store, size)


async def _fill(server: Neo4j, size: str) -> None:
    print(f"De graaf '{size}' wordt gemaakt in {server.folder}", file=sys.stderr)
    async with await Store.open(server.uri) as store:
        await store.write(_remove_all)
        count = await graaf.load(store, size)
        await store.rows("CALL db.awaitIndexes(300)", {}, timeout=310)
    server.loaded.write_text(f"{count[0]} {count[1]}")


async def _remove_all(run: Run) -> None:
    await run("MATCH (n) DETACH DELETE n")
