"""Streams under pressure: 200 readers of one service, and 50 changes a second for a minute, each a transaction.

    python -m bench.stromen [--lezers 200] [--traag 5] [--per-seconde 50] [--seconden 60] [--bewaar]

The service and Neo4j are processes of their own; this one writes the changes and reads all streams. Every reader has to
get every position once and in order. With `--traag` so many others read a byte a second meanwhile: they may take
nothing from the rest, nor make the service keep what they do not fetch. Prints how long a change was under way, from
its commit to each reader, and what the service held in memory before, half-way and after.
"""

import argparse
import asyncio
import re
import socket
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import quantiles
from urllib.parse import quote

from bench.rig.databases import Neo4j
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.servers import Server, ours
from graph.cypher.positions import take
from graph.domain.provenance import MODEL
from graph.engine.store import Run, Store
from graph.upkeep import constraints, migrations

QUERY = "subscription { wijzigingen { positie op soort rol } }"
ID = re.compile(rb"\nid: (\d+)\nevent: next\n")
STARTED = b": volgt\n"
HEAP = "2g"
DRAIN, LOOK = 20.0, 0.2
"""Seconds in which the last changes may still come, and between two looks."""
ROOM = {"OPDEPLANK_GRENS_STROMEN": "2000", "OPDEPLANK_GRENS_VERBINDINGEN_ADRES": "2000"}
"""All readers are on this machine."""


@dataclass
class Reader:
    """One stream: what came, and how long each was under way."""

    written: dict[int, float]
    got: list[int] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    started: asyncio.Event = field(default_factory=asyncio.Event)
    tail: bytes = b""

    async def read(self, port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(asked())
        while piece := await reader.read(65_536):
            self.tail += piece
            if STARTED in self.tail:
                self.started.set()
            now = time.monotonic()
            last = 0
            for found in ID.finditer(self.tail):
                place, last = int(found[1]), found.end()
                self.got.append(place)
                self.took.append(now - self.written.get(place, now))
            self.tail = self.tail[last:][-200:] if last or STARTED in self.tail else self.tail
        writer.close()


@dataclass
class Slow:
    """Somebody who reads a byte a second, with a receive buffer as small as the system gives."""

    bytes_read: int = 0
    ended: bool = False

    async def read(self, port: int) -> None:
        own = socket.socket()
        own.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        own.setblocking(False)
        loop = asyncio.get_running_loop()
        with own:
            await loop.sock_connect(own, ("127.0.0.1", port))
            await loop.sock_sendall(own, asked())
            try:
                while await loop.sock_recv(own, 1):
                    self.bytes_read += 1
                    await asyncio.sleep(1)
            except ConnectionError:
                pass
            self.ended = True


def asked() -> bytes:
    target = f"/graphql/stream?query={quote(QUERY)}"
    return f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n".encode()


async def write(store: Store, per_second: float, seconds: float, written: dict[int, float]) -> None:
    """One transaction for each change, at a steady pace; later when the database is later."""
    began = time.monotonic()
    number = 0
    while (now := time.monotonic()) - began < seconds:
        due = began + number / per_second
        if due > now:
            await asyncio.sleep(due - now)
        place = await store.write(one)
        written[place] = time.monotonic()
        number += 1


async def one(run: Run) -> int:
    last, public = await take(run, 1, 1)
    change = {
        "id": f"wijziging:meting-{last + 1}", "plaats": last + 1, "plaatsOpenbaar": public + 1, "ding": "thema:meting",
        "dingSoort": "THEMA", "op": datetime.now(UTC).isoformat(timespec="milliseconds"), "soort": "BIJGEWERKT",
        "rol": "PROGRAMMABUREAU", "door": "meting", "lading": "lading:meting", "velden": [],
    }  # fmt: skip
    await run("CREATE (w:Wijziging) SET w = $w", {"w": change})
    return public + 1


async def measure(
    store: Store, service: Server, readers: int, slow: list[Slow], per_second: float, seconds: float
) -> tuple[list[Reader], dict[int, float], list[int], float]:  # fmt: skip
    written: dict[int, float] = {}
    others = [asyncio.create_task(each.read(service.port)) for each in slow]
    found = [Reader(written) for _ in range(readers)]
    tasks = [asyncio.create_task(each.read(service.port)) for each in found]
    await asyncio.gather(*(each.started.wait() for each in found))
    memory = [service.memory()]
    before = service.cpu()
    work = asyncio.create_task(write(store, per_second, seconds, written))
    await asyncio.sleep(seconds / 2)
    memory.append(service.memory())
    await work
    for _ in range(round(DRAIN / LOOK)):
        if all(len(each.got) >= len(written) for each in found):
            break
        await asyncio.sleep(LOOK)
    memory.append(service.memory())
    spent = service.cpu() - before
    for task in (*tasks, *others):
        task.cancel()
    return found, written, memory, spent


async def run(given: argparse.Namespace) -> tuple[list[list[str]], list[list[str]], list[Slow]]:
    slow = [Slow() for _ in range(given.traag)]
    with Neo4j("stromen", HEAP) as database:
        async with await Store.open(database.uri) as store:
            await migrations.migrate(store)
            await constraints.ensure(store, MODEL)
            with ours(database.uri, "stromen", meaning=False, limits=ROOM) as service:
                found, written, memory, spent = await measure(
                    store, service, given.lezers, slow, given.per_seconde, given.seconden
                )
    wanted = sorted(written)
    lost = sum(len(wanted) - len(set(each.got) & written.keys()) for each in found)
    disorder = sum(each.got != sorted(set(each.got)) for each in found)
    took = [seconds * 1000 for each in found for seconds in each.took]
    cuts = quantiles(took, n=100) if len(took) > 1 else [0.0] * 99
    pace = len(wanted) / given.seconden
    row = [str(given.lezers), str(len(wanted)), f"{pace:.0f}", str(len(took)), str(lost), str(disorder)]
    return [[*row, f"{cuts[49]:.0f}", f"{cuts[98]:.0f}", f"{spent:.0f}"]], [[str(each) for each in memory]], slow


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lezers", type=int, default=200)
    parser.add_argument("--traag", type=int, default=0, metavar="LEZERS")
    parser.add_argument("--per-seconde", type=float, default=50)
    parser.add_argument("--seconden", type=float, default=60)
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome("python -m bench.stromen")
    rows, memory, slow = asyncio.run(run(given))
    head = ["lezers", "wijzigingen", "per seconde", "ontvangen", "verloren", "niet op volgorde", "p50 (ms)", "p99 (ms)",
            "CPU van de dienst (s)"]  # fmt: skip
    outcome.add("stromen", head, rows)
    outcome.add("geheugen", ["MB vooraf", "halverwege", "na afloop"], memory)
    if slow:
        ended, most = sum(each.ended for each in slow), max(each.bytes_read for each in slow)
        outcome.add("traag", ["lezen een byte per seconde", "door de dienst beëindigd", "hoogstens gelezen bytes"],
                    [[str(len(slow)), str(ended), str(most)]])  # fmt: skip
    outcome.done("stromen", given.bewaar)
    outcome.show()


if __name__ == "__main__":
    main()
