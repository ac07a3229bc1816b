"""kill -9 at any moment of a load: the graph is as before it or as after it, and what was acknowledged is there."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from graph.upkeep.constraints import ensure
from loaders.curate.check import check
from tests.conftest import empty
from tests.engines import Neo4j
from tests.loaders.curate.test_check import TODAY
from tests.loaders.papers import base, write

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[3]
SEEDS = range(2)
LOADS, ROWS = 40, 60
LOADER = """
import asyncio, sys
from pathlib import Path
from graph.engine.embedded import Embedded
from graph.domain.provenance import MODEL
from graph.engine.store import Store
from loaders.load.apply import apply
from loaders.proposal.intake import take_in

async def load_all(store):
    for path in sorted(Path(sys.argv[2]).iterdir()):
        intake = await take_in(store.rows, MODEL, [path])
        await apply(store, MODEL, intake.proposal, "proef")
        print("geladen", path.stem, flush=True)

async def main():
    if sys.argv[1].startswith("bolt"):
        async with await Store.open(sys.argv[1]) as store:
            await load_all(store)
    else:
        with Embedded(sys.argv[1]) as engine:
            async with await Store.open_embedded(engine) as store:
                await load_all(store)

asyncio.run(main())
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Forty documents about sixty things each, that all also say something about one and the same thing."""
    for number in range(LOADS):
        rows = "".join(
            f"  - {{soort: oplossing, titel: Plan {number} punt {row}, knelpunten: ['knelpunt:wachten']}}\n"
            for row in range(ROWS)
        )
        shared = f"  - {{soort: thema, naam: Schulden, omschrijving: Versie {number}}}\n"
        write(tmp_path / "in", **{f"{number:02d}_yaml": f"feiten:\n{rows}{shared}"})
    return tmp_path / "in"


def killed(where: str, papers: Path, chance: random.Random, server: Neo4j | None = None) -> list[str]:
    """Load until a moment nobody chose, when we or the server are killed; gives the loads that were acknowledged."""
    command = [sys.executable, "-c", LOADER, where, str(papers)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert child.stdout is not None
    said = [child.stdout.readline()]
    time.sleep(chance.uniform(0.0, 1.0))
    (server or child).kill()
    said += child.communicate(timeout=60)[0].splitlines()
    assert child.returncode != 0
    return [line.split()[1] for line in said if line.strip()]


async def whole(store: Store, acknowledged: list[str]) -> None:
    """Every load that counts is there with all that it made; nothing is there of any other."""
    [[loads]] = await store.rows("MATCH (l:Lading) WHERE l.door = 'proef' RETURN count(l)", {})
    assert len(acknowledged) <= loads <= len(acknowledged) + 1
    [[things]] = await store.rows("MATCH (o:Oplossing) RETURN count(o)", {})
    assert things == loads * ROWS
    [[ties]] = await store.rows("MATCH (:Oplossing)-[r:LOST_OP]->() RETURN count(r)", {})
    assert ties == things
    [[changes]] = await store.rows("MATCH (w:Wijziging) WHERE w.ding = 'thema:schulden' RETURN count(w)", {})
    assert changes == loads + 1  # and the one that made it
    [[said]] = await store.rows("MATCH (t:Thema {id: 'thema:schulden'}) RETURN t.omschrijving", {})
    assert said == f"Versie {loads - 1}"
    [[version]] = await store.rows("MATCH (m:Meta) RETURN m.versie", {})
    assert version == loads + 1
    assert [remark for remark in await check(store.rows, MODEL, TODAY) if remark.fout] == []


@pytest.mark.parametrize("seed", SEEDS)
async def test_killed_while_loading_the_embedded_graph(tmp_path: Path, papers: Path, seed: int) -> None:
    data = tmp_path / "data"
    with Embedded(data) as engine:
        async with await Store.open_embedded(engine) as store:
            await base(store, tmp_path)
    acknowledged = killed(str(data), papers, random.Random(seed))
    with Embedded(data) as engine:
        async with await Store.open_embedded(engine) as store:
            await whole(store, acknowledged)


@pytest.mark.parametrize("seed", SEEDS)
async def test_killed_while_loading_a_neo4j(neo4j: Neo4j, tmp_path: Path, papers: Path, seed: int) -> None:
    async with await Store.open(neo4j.uri) as store:
        await empty(store)
        await base(store, tmp_path)
        acknowledged = killed(neo4j.uri, papers, random.Random(seed))
        await whole(store, acknowledged)


@pytest.fixture
def own(neo4j: Neo4j, tmp_path: Path) -> Iterator[Neo4j]:
    """A Neo4j that may be killed; the shared one says whether this machine can run it."""
    server = Neo4j(tmp_path / "eigen")
    server.start()
    yield server
    server.kill()


async def test_neo4j_itself_killed_while_loading(own: Neo4j, tmp_path: Path, papers: Path) -> None:
    async with await Store.open(own.uri) as store:
        await ensure(store, MODEL)
        await base(store, tmp_path)
    acknowledged = killed(own.uri, papers, random.Random(1), own)
    own.start()
    async with await Store.open(own.uri) as store:
        await whole(store, acknowledged)
