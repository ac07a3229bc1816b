"""A service on two processes with a real Neo4j, from outside: one port, and nobody notices which of both answers."""

import asyncio
import json
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.upkeep import constraints, migrations
from opdeplank.bureau.signing_in import FIELD
from opdeplank.cli import main
from opdeplank.graphql.registered import by_name
from tests.conftest import PATIENCE, empty
from tests.engines import Neo4j, free_port
from tests.loaders.papers import BASE, load, write
from tests.opdeplank.commands.run.test_stopping import children
from tests.service import Service

if sys.platform != "linux":
    pytest.skip("which process has a connection stands in /proc", allow_module_level=True)

LOOKS, BETWEEN = 600, 0.1
PAPER = "Leden van de Raad zijn:\nAnna de Wit – wethouder, gemeente Waterdam\nBram Oud – voorzitter\n"
FELT = """mutation ($code: GemeenteCode!) {
  knelpuntMelden(invoer: {gemeente: {code: $code}, knelpunt: "knelpunt:wachten"}) { fouten { melding } }
}"""


class Pair:
    """The service, and the numbers of its two processes."""

    def __init__(self, service: Service, metrics: int) -> None:
        self.service, self.metrics = service, metrics

    @property
    def pids(self) -> list[int]:
        return children(self.service.process.pid)

    @contextmanager
    def visitor(self, pid: int) -> Iterator[httpx.Client]:
        """Somebody whose connection this process has: the others stood still when he came."""
        others = [each for each in self.pids if each != pid]
        with httpx.Client(base_url=self.service.url, timeout=PATIENCE) as client:
            for each in others:
                os.kill(each, signal.SIGSTOP)
            try:
                reply = client.get("/gezond")
            finally:
                for each in others:
                    os.kill(each, signal.SIGCONT)
            _, port = reply.extensions["network_stream"].get_extra_info("client_addr")
            assert has(pid, self.service.port, port)
            yield client

    def numbers(self) -> dict[tuple[str, ...], float]:
        text = httpx.get(f"http://127.0.0.1:{self.metrics}/metrics", timeout=PATIENCE).text
        families = text_string_to_metric_families(text)
        return {(each.name, *each.labels.values()): each.value for family in families for each in family.samples}


def has(pid: int, port: int, other: int) -> bool:
    """Whether a process holds the connection from that other port of this machine."""
    ends = f":{port:04X} 0100007F:{other:04X} "
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines() if ends in line]
    wanted = {f"socket:[{line[9]}]" for line in lines}
    return bool(wanted & {os.readlink(each) for each in Path(f"/proc/{pid}/fd").iterdir() if each.is_symlink()})


def until(seen: Callable[[], object]) -> None:
    for _ in range(LOOKS):
        with suppress(httpx.TransportError):
            if seen():
                return
        time.sleep(BETWEEN)
    raise AssertionError("it does not come")


@pytest.fixture(scope="module")
def pair(neo4j: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    folder, metrics = tmp_path_factory.mktemp("twee"), free_port()
    asyncio.run(laid_ready(neo4j, folder))
    settings = {
        "NEO4J_URI": neo4j.uri, "PROCESSEN": "2", "BEGINGEGEVENS": "nee", "BETEKENIS": "nee", "ROL": "PROGRAMMABUREAU",
        "GRENS_TIJD": str(int(PATIENCE)), "GRENS_RUST": "600", "METINGEN_POORT": str(metrics),
    }  # fmt: skip
    service = Service(folder, settings)
    try:
        made = Pair(service.wait(), metrics)
        until(lambda: "staat klaar" in service.log.read_text())
        yield made
    finally:
        service.stop()


async def laid_ready(neo4j: Neo4j, folder: Path) -> None:
    async with await Store.open(neo4j.uri, timeout=PATIENCE) as store:
        await empty(store)
        await migrations.migrate(store)
        await constraints.ensure(store, MODEL)
        await load(store, write(folder, basis_yaml=BASE))


def felt(client: httpx.Client) -> int:
    """How many gemeenten have the knelpunt, as kept for everybody."""
    variables = json.dumps({"sleutel": {"id": "knelpunt:wachten"}})
    asked = {"documentId": by_name("blad-knelpunt").id, "variables": variables}
    reply = client.get("/graphql", params=asked).json()
    assert "errors" not in reply, reply
    return int(reply["data"]["knelpunt"]["ervarenDoor"]["aantal"])


def test_who_writes_at_one_reads_it_at_once_at_the_other(pair: Pair) -> None:
    assert len(pair.pids) == 2
    with pair.visitor(pair.pids[0]) as one, pair.visitor(pair.pids[1]) as other:
        assert felt(one) == felt(other) == 0
        for number, (writes, reads) in enumerate(((one, other), (other, one), (one, other)), start=1):
            said = {"query": FELT, "variables": {"code": f"GM900{number}"}}
            done = writes.post("/graphql", json=said).json()
            assert done["data"]["knelpuntMelden"]["fouten"] == [], done
            assert (felt(reads), felt(writes)) == (number, number)


def test_a_stream_at_either_hears_what_is_written_at_the_other(pair: Pair) -> None:
    asked = {"query": "subscription { wijzigingen { positie } }"}
    headers = {"accept": "text/event-stream"}
    first, second = pair.pids
    with (
        pair.visitor(first) as one,
        pair.visitor(second) as other,
        pair.visitor(second) as writer,
        one.stream("POST", "/graphql/stream", json=asked, headers=headers) as here,
        other.stream("POST", "/graphql/stream", json=asked, headers=headers) as there,
    ):
        lines = [here.iter_lines(), there.iter_lines()]
        for each in lines:
            next(line for line in each if line.startswith(":"))  # from then on it follows
        over = '{gemeente: {code: "GM9001"}, knelpunt: "knelpunt:wachten", ernst: 4}'
        said = {"query": f"mutation {{ knelpuntMelden(invoer: {over}) {{ fouten {{ melding }} }} }}"}
        done = writer.post("/graphql", json=said).json()
        assert done["data"]["knelpuntMelden"]["fouten"] == [], done
        heard = [next(line for line in each if '"positie"' in line) for each in lines]
        assert heard[0] == heard[1]


def stamp(client: httpx.Client) -> str:
    found = re.search(rf'name="{FIELD}" value="(\w+)"', client.get("/werkbank").text)
    assert found
    return found[1]


def test_the_desk_is_one_desk_whoever_answers(pair: Pair) -> None:
    with pair.visitor(pair.pids[0]) as one, pair.visitor(pair.pids[1]) as other:
        for client in (one, other):
            client.headers["accept"] = "text/html"
        assert one.post("/werkbank/inloggen", data={"sleutel": ""}).status_code == 303
        other.cookies = one.cookies
        said = {FIELD: stamp(other)}
        assert stamp(one) == said[FIELD]
        sent = one.post("/werkbank/documenten", data=said, files={"document": ("leden.md", PAPER.encode())})
        address = sent.headers["location"]
        until(lambda: other.get(f"{address}/voortgang").json()["klaar"])
        facts = re.findall(r'name="feit" value="([^"]+)"', other.get(address).text)
        assert facts == re.findall(r'name="feit" value="([^"]+)"', one.get(address).text)
        for client, fact in zip((one, other) * len(facts), dict.fromkeys(facts), strict=False):
            answer = {**said, "feit": fact, "besluit": "nee", "gezien": "0"}
            headers = {"accept": "application/json"}
            assert client.post(f"{address}/besluit", data=answer, headers=headers).status_code == 200
        standing = [client.get(f"{address}/stand?na=0").json() for client in (one, other)]
        assert standing[0] == standing[1]
        assert standing[0]["stap"] == len(dict.fromkeys(facts)), "no decision of one was lost to the other"
        assert other.post(f"{address}/laad", data=said).status_code == 303
        assert one.get(f"{address}/bon").status_code == 200
        assert one.post(f"{address}/laad", data=said).headers["location"].endswith("/bon")
        assert one.post(f"{address}/weg", data=said).status_code == 303
        assert other.get(address).status_code == 404


def test_one_that_is_killed_comes_back_and_its_numbers_stay(pair: Pair) -> None:
    counted = ("opdeplank_verzoeken_total", "GET", "", "/gezond", "200")
    for pid in pair.pids:
        with pair.visitor(pid) as client:
            client.get("/gezond")
            felt_before = felt(client)
    until(lambda: pair.numbers().get(("opdeplank_verbindingen",)) is not None)
    before = pair.numbers()
    assert (before["opdeplank_processen",], before["opdeplank_database_antwoordt",]) == (2, 1)
    assert all(before["process_resident_memory_bytes", str(number)] > 0 for number in (0, 1, 2))
    gone, stays = pair.pids
    os.kill(gone, signal.SIGKILL)
    until(lambda: httpx.get(f"{pair.service.url}/gereed", timeout=PATIENCE).status_code == 200)
    assert stays in pair.pids
    until(lambda: "Proces 1 van de dienst is er weer." in pair.service.log.read_text())
    assert gone not in pair.pids
    with pair.visitor(next(each for each in pair.pids if each != stays)) as client:
        assert felt(client) == felt_before
    assert pair.numbers()[counted] > before[counted]


def test_stopping_ends_all_of_them(pair: Pair) -> None:
    pids = pair.pids
    pair.service.process.send_signal(signal.SIGTERM)
    assert pair.service.process.wait(60) == 0
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{pair.service.url}/gezond")


def start(folder: Path, monkeypatch: pytest.MonkeyPatch, **settings: str) -> int:
    monkeypatch.chdir(folder)
    given = {"PROCESSEN": "2", "POORT": str(free_port()), **settings}
    return main(["start"], {f"OPDEPLANK_{name}": value for name, value in given.items()})


def test_the_embedded_graph_says_why_it_is_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start(tmp_path, monkeypatch) == 2
    said = capsys.readouterr().err
    assert said.startswith("opdeplank: OPDEPLANK_PROCESSEN: '2' kan niet.")
    assert "één proces houdt de gegevensmap vast" in said
    assert "OPDEPLANK_NEO4J_URI" in said
    assert not (tmp_path / "data").exists()


def test_a_database_that_is_away_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start(tmp_path, monkeypatch, NEO4J_URI=f"bolt://127.0.0.1:{free_port()}") == 1
    assert capsys.readouterr().err.count("niet bereikbaar") == 1
