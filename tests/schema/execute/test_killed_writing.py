"""Killed between the commit and the answer: who asks again with his key gets the answer, and it happened once."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.contents import history
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from opdeplank.settings.table import ROOT
from tests.engines import Neo4j
from tests.loaders.papers import SOLUTION, base, load, write
from tests.schema.execute.killed_writing import KEY, SAID
from tests.writing import APPLY, UTRECHT, Writer

pytestmark = pytest.mark.anyio
USE = "toepassing:gm9001-eenloket-nandu"


def die(where: str) -> None:
    command = [sys.executable, "-m", "tests.schema.execute.killed_writing", where]
    done = subprocess.run(command, cwd=ROOT, timeout=120, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


async def fill(store: Store, folder: Path) -> None:
    await base(store, folder)
    await load(store, write(folder, oplossing_yaml=SOLUTION), "Ria")


async def ask_again(store: Store) -> None:
    before = await history.of(store.rows, USE, 9)
    assert [change.door for change in before] == ["gm-sleutel", "Ria"], "it was committed"
    writer = await Writer.on(store)
    found = (await writer.data(APPLY, UTRECHT, invoer=SAID, sleutel=KEY))["toepassingMelden"]
    assert found["fouten"] == []
    assert (found["toepassing"]["status"], found["toepassing"]["resultaat"]) == ("OVERWEEGT", "Eén keer")
    assert await history.of(store.rows, USE, 9) == before
    assert len(found["toepassing"]["herkomst"]["nodes"]) == 2, "one passage of the seeds, one of the report"


async def test_once_in_the_engine_inside(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with Embedded(folder) as engine:
        async with await Store.open_embedded(engine) as store:
            await fill(store, tmp_path)
    die(str(folder))
    with Embedded(folder) as engine:
        async with await Store.open_embedded(engine) as store:
            await ask_again(store)


async def test_once_in_neo4j(neo4j: Neo4j, tmp_path: Path) -> None:
    async with await Store.open(neo4j.uri) as store:
        await store.write(lambda run: run("MATCH (n) DETACH DELETE n"))
        await fill(store, tmp_path)
        die(neo4j.uri)
        await ask_again(store)
