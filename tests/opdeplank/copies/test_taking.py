"""A copy is the graph of one version, the same bytes whatever engine it stands in, also when others write meanwhile."""

import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.contents import existing
from graph.copying import walk
from graph.domain.provenance import MODEL
from graph.engine.store import Row, Store
from graph.errors import GraphError, StoreTimeout
from loaders.curate.forget import forget
from loaders.curate.merge_things import merge
from loaders.load.undo import undo
from opdeplank.copies import copy_file
from opdeplank.copies.spool import Spool
from opdeplank.copies.taking import Taken, Taking
from opdeplank.graph.database import prepare
from opdeplank.settings.table import ROOT
from tests.loaders.papers import LIST, SOLUTION, base, load, write
from tests.service import Service, inherited

pytestmark = pytest.mark.anyio

ONE = "feiten: [{soort: gemeente, code: GM9001, naam: Waterdam, inwoners: 1200}]"
TWO = "feiten: [{soort: gemeente, code: GM9009, naam: Aalten}, {soort: gemeente, code: GM9001, naam: Waterdam}]"
Meddle = Callable[[], Awaitable[object]]


class Interrupted(Taking):
    """Somebody writes as soon as all was read."""

    def __init__(self, store: Store, path: Path, meddle: Meddle) -> None:
        super().__init__(store, MODEL, path)
        self._waiting = [meddle]

    async def _whole(self, spool: Spool) -> None:
        await super()._whole(spool)
        while self._waiting:
            await self._waiting.pop()()


async def taken(store: Store, path: Path) -> Taken:
    return await Taking(store, MODEL, path).take()


@pytest.mark.parametrize("what", ["lading", "samenvoegen", "terug", "vergeet"])
async def test_what_is_written_meanwhile_is_in_it(store: Store, tmp_path: Path, what: str) -> None:
    await prepare(store)
    await base(store, tmp_path)
    bon = await load(store, write(tmp_path, oplossing_yaml=SOLUTION, leden_txt=LIST))
    copies = tmp_path / "kopieen"

    async def meddle() -> None:
        match what:
            case "lading":
                await load(store, write(tmp_path, een_yaml=ONE))
                await load(store, write(tmp_path, oplossing_yaml=f"# nog eens\n{SOLUTION}", twee_yaml=TWO))
            case "samenvoegen":
                await merge(store, MODEL, ["organisatie:koepel", "organisatie:raad-van-wijzen"], "test")
            case "terug":
                await undo(store, MODEL, bon.lading)
            case "vergeet":
                await forget(store, MODEL, "persoon:ria-de-wit")

    found = await Interrupted(store, copies / "a.gz", meddle).take()
    quiet = await taken(store, copies / "b.gz")
    assert found.head.graafversie == await existing.version(store.rows) > bon.graafversie
    assert (copies / "a.gz").read_bytes() == (copies / "b.gz").read_bytes()
    # what a receipt tells is read again; of the rest it is not known what changed, so that all of it is
    assert bool(found.again) == (what == "lading")
    assert quiet.again == 0
    assert copy_file.check(copies / "a.gz") == (quiet.head, quiet.tail)


async def test_a_database_that_lost_something_is_not_copied(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await prepare(store)

    async def more(store: Store, labels: Iterable[str]) -> int:
        return 1_000

    monkeypatch.setattr(walk, "size", more)
    with pytest.raises(GraphError, match="zijn er 1001 dingen; ik lees er 1"):
        await taken(store, tmp_path / "a.gz")
    assert not os.listdir(tmp_path)


async def test_a_graph_with_nothing_in_it_is_copied_too(store: Store, tmp_path: Path) -> None:
    await prepare(store)
    found = await taken(store, tmp_path / "a.gz")
    assert found.tail.knopen == 1  # what stands for the graph as a whole
    assert copy_file.check(tmp_path / "a.gz") == (found.head, found.tail)


class Slow(Store):
    """A database that is in time with one node only."""

    def __init__(self, store: Store) -> None:
        self.__dict__.update(store.__dict__)

    async def _rows(self, text: str, parameters: Mapping[str, Any], timeout: float | None) -> list[Row]:
        if parameters.get("most", 0) > 1 and walk.SHOWN in text:
            raise StoreTimeout
        return await super()._rows(text, parameters, timeout)


async def test_where_many_at_a_time_take_too_long_they_come_one_by_one(store: Store, tmp_path: Path) -> None:
    await prepare(store)
    await base(store, tmp_path)
    quick, slow = await taken(store, tmp_path / "a.gz"), await taken(Slow(store), tmp_path / "b.gz")
    assert slow.tail == quick.tail


def typed(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environ = {**inherited(), "OPDEPLANK_DATA": str(data)}
    command = [sys.executable, "-m", "opdeplank", *words]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)


def test_a_copy_is_taken_from_the_service_that_has_the_graph(dienst: Service, tmp_path: Path) -> None:
    data = dienst.log.parent / "data"
    done = typed(data, "bewaar", str(tmp_path / "a.gz"), "--json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    head, tail = copy_file.check(tmp_path / "a.gz")
    assert (said["knopen"], said["sha256"], said["graafversie"]) == (tail.knopen, tail.sha256, head.graafversie)
    assert tail.knopen > 2_000
    again = typed(data, "bewaar", str(tmp_path / "a.gz"))
    assert (again.returncode, again.stderr.count("bestaat al")) == (1, 1)
    # a graph is not replaced under a service that answers from it
    refused = typed(data, "herstel", str(tmp_path / "a.gz"), "--vervang")
    assert refused.returncode == 1
    assert "al in gebruik door een ander proces. Stop dat proces" in refused.stderr
