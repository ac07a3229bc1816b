"""Commands in the graph of a service that runs: as in a graph of their own."""

import asyncio
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.domain.provenance import MODEL
from graph.engine.embedded import Embedded
from graph.engine.store import Run, Store
from loaders.load.apply import apply
from loaders.proposal.intake import take_in
from opdeplank.door import inside
from opdeplank.graph import running, visiting
from opdeplank.graph.database import open_graph, prepare
from opdeplank.graph.running import NOTE, Running
from opdeplank.graph.visiting import Visiting
from opdeplank.settings.table import Settings
from opdeplank.terminal.refused import Refused
from tests.loaders.papers import write
from tests.service import Service, inherited

PLAN = "feiten:\n  - {{soort: oplossing, titel: Plan {}}}\n"
ROOT = Path(__file__).parents[3]
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


async def add(store: Store) -> None:
    async def work(run: Run) -> None:
        await run("MERGE (m:Meta {id: 'graaf'}) SET m.bezoek = 1")

    await store.write(work)


@pytest.mark.anyio
async def test_a_command_gets_the_graph_of_the_service_and_says_when_it_wrote(embedded: Embedded) -> None:
    looked = []

    async def renew() -> int:
        looked.append(1)
        return 1

    settings = Settings(data=embedded.pad)
    async with inside.ajar(embedded, renew):
        async with open_graph(settings) as store:
            assert isinstance(store, Visiting)
            await prepare(store)
            await store.rows("RETURN 1", {})
        assert not looked
        async with open_graph(settings) as store:
            await add(store)
        assert looked


async def renewed() -> int:
    return 1


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("note", "said"),
    [
        (None, "al in gebruik door een ander proces"),
        ("{", "is niet te lezen"),
        (Running(9, "1"), "al in gebruik door een ander proces"),
        ("sleutel", "herkent de sleutel in"),
        ("versie", "dit commando is versie"),
    ],
)
async def test_without_a_good_note_it_says_what_to_do(
    embedded: Embedded, note: Any, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with inside.ajar(embedded, renewed):
        there = running.found(embedded.pad)
        assert there is not None
        if note is None:
            running.remove(embedded.pad)
        elif note == "sleutel":
            running.leave(embedded.pad, Running(there.poort, there.versie))
        elif note == "versie":
            monkeypatch.setattr(visiting, "VERSIE", "0.0")
        elif isinstance(note, str):
            (embedded.pad / NOTE).write_text(note)
        else:
            running.leave(embedded.pad, note)
        with pytest.raises(Refused, match=said):
            async with open_graph(Settings(data=embedded.pad)):
                pass


@pytest.mark.anyio
async def test_more_than_fits_is_refused_before_anything_is_done(embedded: Embedded) -> None:
    async with inside.ajar(embedded, renewed), open_graph(Settings(data=embedded.pad)) as store:
        visiting.must_fit(store, visiting.MOST_FACTS)
        with pytest.raises(Refused, match="Stop de dienst, laad, en start hem weer"):
            visiting.must_fit(store, visiting.MOST_FACTS + 1)


class Bureau:
    """A service that runs, and somebody at a terminal beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = Settings(data=folder / "data")
        self.service = Service(folder, {"BEGINGEGEVENS": "nee", "BETEKENIS": "nee"})
        self.service.wait()

    def start(self, *words: str) -> subprocess.Popen[str]:
        environ = {**inherited(), "OPDEPLANK_DATA": str(self.folder / "data"), "PYTHONPATH": str(ROOT)}
        pipe = subprocess.PIPE
        command = [sys.executable, *words]
        return subprocess.Popen(command, cwd=self.folder, env=environ, stdout=pipe, stderr=pipe, text=True)

    def json(self, *words: str) -> Any:
        process = self.start("-m", "opdeplank", *words, "--json")
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, out + err
        return json.loads(out)

    def listed(self) -> str:
        return httpx.get(f"{self.service.url}/oplossing", timeout=20).text


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    made = Bureau(tmp_path_factory.mktemp("bureau"))
    yield made
    made.service.stop()


def test_loading_and_taking_back_while_the_service_answers(bureau: Bureau) -> None:
    (bureau.folder / "oplossingen.csv").write_text("titel\nPlan een\nPlan twee\n", encoding="utf-8")
    before = bureau.listed()  # and now it is kept
    bureau.json("lees", "oplossingen.csv", "--uit", "uit")
    bon = bureau.json("laad", "uit")
    assert (bon["aangemaakt"], bon["al_geladen"]) == (2, False)
    assert "Plan twee" in bureau.listed(), "at once, not after a second"
    merged = bureau.json("samenvoegen", "oplossing:plan-een", "oplossing:plan-twee")
    assert "Plan twee" not in bureau.listed()
    assert bureau.json("terug", merged["lading"])["teruggedraaid"]
    assert bureau.json("terug", bon["lading"])["teruggedraaid"]
    assert bureau.listed() == before


HALF_WAY = """
import asyncio, sys
from pathlib import Path
from opdeplank.graph.database import open_graph
from opdeplank.settings.table import Settings

async def main():
    async with open_graph(Settings(data=Path(sys.argv[1]))) as store:
        async def work(run):
            await run("MERGE (m:Meta {id: 'graaf'}) SET m.half = 1")
            print("half", flush=True)
            await asyncio.sleep(60)
        await store.write(work)

asyncio.run(main())
"""


async def half(store: Store) -> Any:
    return await store.rows("MATCH (m:Meta {id: 'graaf'}) RETURN m.half", {})


@pytest.mark.anyio
async def test_a_command_that_is_killed_leaves_nothing_half(bureau: Bureau) -> None:
    process = bureau.start("-c", HALF_WAY, str(bureau.settings.data))
    assert process.stdout is not None
    assert process.stdout.readline() == "half\n"
    process.kill()
    process.communicate()
    async with open_graph(bureau.settings) as store:
        await add(store)
        assert await half(store) == [[None]]


@pytest.mark.anyio
async def test_of_two_commands_at_once_the_second_sees_what_the_first_did(bureau: Bureau, tmp_path: Path) -> None:
    paths = write(tmp_path, links_yaml=PLAN.format("links"), rechts_yaml=PLAN.format("rechts"))
    async with open_graph(bureau.settings) as one, open_graph(bureau.settings) as other:
        both = [(await take_in(one.rows, MODEL, [path])).proposal for path in paths]
        done = await asyncio.gather(
            apply(one, MODEL, both[0], "een"), apply(other, MODEL, both[1], "ander"), return_exceptions=True
        )
        assert sorted(type(each).__name__ for each in done) == ["Bon", "StaleBasis"]
        [[there]] = await one.rows("MATCH (o:Oplossing) RETURN count(o)", {})
        assert there == 1


@pytest.mark.anyio
async def test_a_service_that_goes_away_half_way_is_said(bureau: Bureau) -> None:
    """The last test of this service."""

    async def work(run: Run) -> None:
        await run("MERGE (m:Meta {id: 'graaf'}) SET m.half = 2")
        bureau.service.process.send_signal(KILL)
        bureau.service.process.wait()
        await run("MATCH (m:Meta) RETURN m.half")

    with pytest.raises(Refused, match="De dienst stopte terwijl dit commando bezig was"):
        async with open_graph(bureau.settings) as store:
            await store.write(work)
    assert (bureau.folder / "data" / NOTE).exists(), "it had no time to take its note away"
    own = bureau.json("status")  # in the folder itself: the note is nobody's
    assert own["database"] == "arcadedb"
    assert not (bureau.folder / "data" / NOTE).exists()
