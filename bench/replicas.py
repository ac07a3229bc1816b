"""Three replicas behind a balancer, each on a machine of its own, and one Neo4j: what a visitor notices when one dies.

    python -m bench.replicas [--seconden 60] [--verbindingen 12]

The machines are network namespaces on a bridge; the balancer is haproxy with the rules of `beheer/haproxy.cfg`, which
asks each replica `/gereed`. Half of the load are known answers, the rest by id, and one in ten is a change with a key
of its own. After a quarter of the time one replica is killed (-9), after a half it is started again, and after three
quarters the line of another is cut for five seconds. A visitor asks again when he gets no answer, as a browser does
for a page; a change with the same key. Ends with 1 when something failed after that, was lost or happened twice.
Wants root, `ip` and haproxy (on Debian: `apt-get install haproxy`).
"""

import argparse
import asyncio
import itertools
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import httpx

from bench.rig.markdown import comma, heading, table
from graph.engine.store import Store
from opdeplank.graphql.registered import by_name
from tests.engines import CONFIGURATION, HERE, OPENS, QUICK, ROOT, jars, java
from tests.service import inherited

BRIDGE, NET = "plank0", "10.77.0"
DATABASE, BALANCER, REPLICAS = 2, 3, (11, 12, 13)
PORT, BOLT = 8000, 7687
TRIES, PAUSE = 5, 0.3
CUT_SECONDS = 5.0
READY_WITHIN = 300.0
RULES = ROOT / "beheer" / "haproxy.cfg"
"""As we give it to who runs the service; only the addresses are those of here."""
FELT = """mutation ($over: KnelpuntMeldingInvoer!, $sleutel: String) {
  knelpuntMelden(invoer: $over, ookAlsDubbel: true, idempotentieSleutel: $sleutel) {
    knelpunt { id } fouten { melding } } }"""
ONE = "query ($id: ID!) { knelpunt(sleutel: {id: $id}) { titel } }"
GEMEENTE = "query ($c: GemeenteCode!) { gemeente(sleutel: {code: $c}) { naam toepassingen { nodes { status } } } }"
WRITTEN = "MATCH (k:Knelpunt) WHERE k.titel STARTS WITH 'Proef ' RETURN k.titel"
LOOKS = 200


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconden", type=float, default=60)
    parser.add_argument("--verbindingen", type=int, default=12)
    given = parser.parse_args()
    for needed in ("ip", "haproxy"):
        if shutil.which(needed) is None:
            raise SystemExit(f"{needed} ontbreekt; op Debian en Ubuntu: apt-get install iproute2 haproxy")
    with TemporaryDirectory() as folder, ExitStack() as stack:
        fleet = Fleet(Path(folder), stack)
        fleet.start()
        told = asyncio.run(under_load(fleet, given.seconden, given.verbindingen))
    print(heading(f"python -m bench.replicas --seconden {given.seconden:g} --verbindingen {given.verbindingen}"))
    print(told.shown())
    return int(bool(told.wrong))


class Fleet:
    """The machines and what runs on them."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self.stack = folder, stack
        self.replicas: dict[int, subprocess.Popen[bytes]] = {}

    def start(self) -> None:
        self.stack.enter_context(bridge())
        for host in (DATABASE, BALANCER, *REPLICAS):
            self.stack.enter_context(machine(host))
        self._start_database()
        self.start_replica(REPLICAS[0])
        self.wait_for(REPLICAS[0])  # it fills the graph, once
        for host in REPLICAS[1:]:
            self.start_replica(host)
        for host in REPLICAS[1:]:
            self.wait_for(host)
        rules = RULES.read_text().replace("bind :", f"bind {NET}.{BALANCER}:").replace("10.0.0.", f"{NET}.")
        path = self.folder / "haproxy.cfg"
        path.write_text(rules)
        self._run(BALANCER, ["haproxy", "-db", "-f", str(path)])
        wait_ready(BALANCER)

    def wait_for(self, host: int) -> None:
        process = self.replicas[host]
        wait_ready(host, lambda: process.poll() is None, self.folder / f"log-{host}")

    def _start_database(self) -> None:
        folder = self.folder / "neo4j"
        folder.mkdir()
        (folder / "neo4j.conf").write_text(CONFIGURATION.format(port=BOLT).replace("127.0.0.1", f"{NET}.{DATABASE}"))
        command = [java(), *QUICK, *OPENS, "-cp", f"{jars()}{os.sep}*", str(HERE / "neo4j" / "Start.java"), str(folder)]
        server = self._run(DATABASE, command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert server.stdout is not None
        if not any(line.strip() == b"ready" for line in server.stdout):
            raise SystemExit("Neo4j start niet")

    def start_replica(self, host: int) -> None:
        given = {
            "DATA": str(self.folder / f"data-{host}"), "HOST": f"{NET}.{host}", "POORT": str(PORT),
            "NEO4J_URI": f"bolt://{NET}.{DATABASE}:{BOLT}", "BETEKENIS": "nee", "ROL": "PROGRAMMABUREAU",
            "GRENS_VERZOEKEN": "1000000", "GRENS_VERBINDINGEN_ADRES": "1000", "GRENS_TIJD": "60",
        }  # fmt: skip
        environ = {**inherited(), **{f"OPDEPLANK_{name}": value for name, value in given.items()}}
        log = self.stack.enter_context((self.folder / f"log-{host}").open("ab"))
        command = [sys.executable, "-m", "opdeplank", "start"]
        self.replicas[host] = self._run(host, command, env=environ, stdout=log, stderr=subprocess.STDOUT)

    def _run(self, host: int, command: Sequence[str], **how: object) -> subprocess.Popen[bytes]:
        within = ["ip", "netns", "exec", name_of(host), *command]
        process: subprocess.Popen[bytes] = subprocess.Popen(within, cwd=ROOT, **how)  # type: ignore[call-overload]
        self.stack.callback(_ended, process)
        return process

    def kill(self, host: int) -> None:
        self.replicas[host].kill()
        self.replicas[host].wait()


def _ended(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def name_of(host: int) -> str:
    return f"plank-{host}"


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)


@contextmanager
def bridge() -> Iterator[None]:
    ip("link", "add", BRIDGE, "type", "bridge")
    try:
        ip("addr", "add", f"{NET}.1/24", "dev", BRIDGE)
        ip("link", "set", BRIDGE, "up")
        yield
    finally:
        ip("link", "del", BRIDGE)


@contextmanager
def machine(host: int) -> Iterator[None]:
    name, ours = name_of(host), f"plank-v{host}"
    ip("netns", "add", name)
    try:
        ip("link", "add", ours, "type", "veth", "peer", "name", "eth0", "netns", name)
        ip("link", "set", ours, "master", BRIDGE, "up")
        ip("-n", name, "addr", "add", f"{NET}.{host}/24", "dev", "eth0")
        ip("-n", name, "link", "set", "eth0", "up")
        ip("-n", name, "link", "set", "lo", "up")
        yield
    finally:
        ip("netns", "del", name)


def wait_ready(host: int, lives: Callable[[], bool] = lambda: True, log: Path | None = None) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until and lives():
        with suppress(httpx.TransportError):
            if httpx.get(f"http://{NET}.{host}:{PORT}/gereed", timeout=5).status_code == 200:
                return
        time.sleep(0.2)
    said = log.read_text()[-300:] if log else ""
    raise SystemExit(f"{name_of(host)} is niet gereed. {said}")


@dataclass(frozen=True)
class Asked:
    at: float
    took: float
    tries: int
    fine: bool


@dataclass
class Told:
    asked: list[Asked] = field(default_factory=list)
    moments: list[tuple[str, float]] = field(default_factory=list)
    acknowledged: set[str] = field(default_factory=set)
    written: int = 0
    seen_after: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def shown(self) -> str:
        rows = []
        for (title, start), (_, end) in itertools.pairwise([*self.moments, ("", float("inf"))]):
            part = [each for each in self.asked if start <= each.at < end]
            again = sum(each.tries > 1 for each in part)
            lost = sum(not each.fine for each in part)
            cuts = quantiles([1000 * each.took for each in part], n=20) if len(part) > 1 else [0.0] * 19
            slowest = max((each.took for each in part), default=0.0)
            rows.append((title, len(part), again, lost, comma(cuts[9], 1), comma(cuts[18], 1), comma(slowest, 2)))
        head = ("wat er gebeurt", "verzoeken", "opnieuw gevraagd", "mislukt", "p50 (ms)", "p95 (ms)", "langste (s)")
        writes = f"{len(self.acknowledged)} wijzigingen bevestigd, {self.written} in de graaf"
        seen = f"een wijziging was hooguit {comma(self.seen_after, 2)} s later bij elke replica te lezen"
        return f"{table(head, rows)}\n\n{writes}; {seen}. Fout: {'; '.join(self.wrong) or 'niets'}."


async def under_load(fleet: Fleet, seconds: float, connections: int) -> Told:
    told = Told()
    async with await Store.open(f"bolt://{NET}.{DATABASE}:{BOLT}") as store:
        until = time.monotonic() + seconds
        work = [asyncio.create_task(visit(told, until, random.Random(each))) for each in range(connections)]
        first, second, _ = REPLICAS
        told.moments.append(("drie replica's", time.monotonic()))
        await asyncio.sleep(seconds / 4)
        told.moments.append(("een gedood (kill -9)", time.monotonic()))
        fleet.kill(first)
        await asyncio.sleep(seconds / 4)
        told.moments.append(("die opnieuw gestart", time.monotonic()))
        fleet.start_replica(first)
        await asyncio.sleep(seconds / 4)
        told.moments.append((f"lijn van een ander {CUT_SECONDS:.0f} s dicht", time.monotonic()))
        ip("link", "set", f"plank-v{second}", "down")
        await asyncio.sleep(CUT_SECONDS)
        ip("link", "set", f"plank-v{second}", "up")
        await asyncio.gather(*work)
        written = [title for [title] in await store.rows(WRITTEN, {})]
    for host in REPLICAS:
        await asyncio.to_thread(fleet.wait_for, host)
    told.written, told.seen_after = len(written), await spread()
    failed, lost = sum(not each.fine for each in told.asked), told.acknowledged - {*written}
    told.wrong += [f"{failed} mislukt"] if failed else []
    told.wrong += [f"{len(lost)} kwijt"] if lost else []
    told.wrong += [f"{len(written) - len({*written})} dubbel"] if len(written) > len({*written}) else []
    return told


async def visit(told: Told, until: float, chance: random.Random) -> None:
    async with httpx.AsyncClient(base_url=f"http://{NET}.{BALANCER}:{PORT}", timeout=20) as client:
        while (began := time.monotonic()) < until:
            turn = chance.random()
            key = f"replica-{chance.getrandbits(64):x}" if turn < 0.1 else ""
            request = _request(client, key, turn, chance)
            tries, fine = await _asked(client, request)
            told.asked.append(Asked(began, time.monotonic() - began, tries, fine))
            told.acknowledged |= {title_of(key)} if key and fine else set()
            await asyncio.sleep(0.02)


async def _asked(client: httpx.AsyncClient, request: httpx.Request) -> tuple[int, bool]:
    for tries in range(1, TRIES + 1):
        with suppress(httpx.TransportError):
            found = await client.send(request)
            if found.status_code == 200 and b'"errors"' not in found.content and b'"melding"' not in found.content:
                return tries, True
        await asyncio.sleep(PAUSE * tries)
    return TRIES, False


def _change(key: str, chance: random.Random) -> dict[str, object]:
    over = {"gemeente": {"code": f"GM{chance.choice(CODES)}"}, "titel": title_of(key), "themas": ["thema:schulden"]}
    return {"query": FELT, "variables": {"over": over, "sleutel": key}}


CODES = ("0344", "0363", "0599", "0518", "0014", "0796")


def title_of(key: str) -> str:
    return f"Proef {key}"


def _request(client: httpx.AsyncClient, key: str, turn: float, chance: random.Random) -> httpx.Request:
    if key:
        return client.build_request("POST", "/graphql", json=_change(key, chance))
    if turn < 0.6:
        return client.build_request("GET", "/graphql", params={"documentId": by_name("lijst-themas").id})
    body = {"query": GEMEENTE, "variables": {"c": f"GM{chance.choice(CODES)}"}}
    return client.build_request("POST", "/graphql", json=body)


async def spread() -> float:
    """How long after its answer a change at one replica is there for who asks another, at most, in ten turns."""
    longest, chance = 0.0, random.Random(0)
    async with httpx.AsyncClient(timeout=20) as client:
        for turn in range(10):
            writer = f"http://{NET}.{REPLICAS[turn % 3]}:{PORT}/graphql"
            done = (await client.post(writer, json=_change(f"na-{turn}", chance))).json()
            body = {"query": ONE, "variables": {"id": done["data"]["knelpuntMelden"]["knelpunt"]["id"]}}
            moment = time.monotonic()
            for host in REPLICAS:
                for _ in range(LOOKS):
                    found = (await client.post(f"http://{NET}.{host}:{PORT}/graphql", json=body)).json()
                    if found["data"]["knelpunt"]:
                        break
                    await asyncio.sleep(0.02)
                else:
                    raise SystemExit(f"{name_of(host)} ziet niet wat een ander schreef")
            longest = max(longest, time.monotonic() - moment)
    return longest


if __name__ == "__main__":
    sys.exit(main())
