"""Half an hour of mixed load on the embedded engine, as visitors bring it: does the service keep more and more?

    python -m bench.halfuur [--minuten 30] [--per-seconde 25] [--bewaar]

Pages, known answers, things by their id, words, lists, a new shape of question, changes, streams that open and close,
questions that are refused and visitors who leave before their answer. Memory, files and threads of the service are
looked at every two seconds. After the first fifth, in which everything happens for the first time, what it holds in the
middle of the second fifth is compared with the last: more than 2 % ends with 1.
"""

import argparse
import asyncio
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import httpx

from bench.rig.markdown import comma
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.servers import Server, memory_mb, ours
from opdeplank.graphql.registered import by_name

EVERY = 2.0
"""Seconds between two looks."""
PARTS, MOST = 5, 1.02
AT_ONCE = 8
ROOM = {"OPDEPLANK_GRENS_VERZOEKEN": "100000", "OPDEPLANK_ROL": "PROGRAMMABUREAU"}
FELT = """mutation ($over: KnelpuntMeldingInvoer!) { knelpuntMelden(invoer: $over) { fouten { melding } } }"""
LOOK_UP = "query ($term: String!) { zoek(term: $term, first: 10) { nodes { __typename ... on Entiteit { id } } } }"
GEMEENTE = "query ($c: GemeenteCode!) { gemeente(sleutel: {code: $c}) { naam toepassingen { nodes { status } } } }"
WORDS = ("schulden", "jongeren zonder werk", "mantelzorg", "wachtlijst", "eenzaamheid", "taal", "wonen", "energie")
KNELPUNT = "knelpunt:rond-de-achttiende-verjaardag-raakt-hulp-zoek"
STREAM = "/graphql/stream"
JSON = {"Accept": "application/json"}


@dataclass
class Load:
    """What was asked and what came of it."""

    port: int
    chance: random.Random = field(default_factory=lambda: random.Random(16))
    statuses: Counter[str] = field(default_factory=Counter)
    took: list[float] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=count)

    async def visit(self, until: float, pause: float) -> None:
        """One visitor after another, at a steady pace, each on connections of his own for a while."""
        while time.monotonic() < until:
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.port}", timeout=60) as client:
                for _ in range(50):
                    began = time.monotonic()
                    await self._one(client, began)
                    if (left := began + pause - time.monotonic()) > 0:
                        await asyncio.sleep(left)
                    if time.monotonic() > until:
                        return

    async def _one(self, client: httpx.AsyncClient, began: float) -> None:
        kind = self.chance.choices(*zip(*KINDS, strict=True))[0]
        try:
            wrong = await kind(self, client)
        except httpx.HTTPError as error:
            wrong = type(error).__name__
        self.statuses[f"{kind.__name__}: {wrong}" if wrong else "goed"] += 1
        self.took.append(time.monotonic() - began)

    async def page(self, client: httpx.AsyncClient) -> str:
        words = self.chance.choice(WORDS).replace(" ", "+")
        path = self.chance.choice(
            ("/", f"/?vraag={words}", "/gemeente/GM0344", "/thema", "/verken", "/gereed", "/graphiql")
        )
        return _wrong(await client.get(path, headers={"Accept": "text/html"}, follow_redirects=True), path)

    async def known(self, client: httpx.AsyncClient) -> str:
        return _wrong(await client.get("/graphql", params={"documentId": by_name("lijst-themas").id}, headers=JSON))

    async def by_id(self, client: httpx.AsyncClient) -> str:
        code = f"GM{self.chance.choice((344, 363, 599, 518, 14, 796)):04}"
        return _wrong(await self._ask(client, GEMEENTE, {"c": code}))

    async def words(self, client: httpx.AsyncClient) -> str:
        term = f"{self.chance.choice(WORDS)} {self.chance.choice(WORDS)}"
        return _wrong(await self._ask(client, LOOK_UP, {"term": term}))

    async def new_shape(self, client: httpx.AsyncClient) -> str:
        name = f"a{next(self.numbers)}"
        query = f"{{ {name}: oplossingen(first: 5) {{ nodes {{ {name}: titel }} }} }}"
        return _wrong(await self._ask(client, query, {}))

    async def change(self, client: httpx.AsyncClient) -> str:
        over = {"gemeente": {"code": "GM0344"}, "knelpunt": KNELPUNT, "ernst": self.chance.randint(1, 5)}
        return _wrong(await self._ask(client, FELT, {"over": over}))

    async def refused(self, client: httpx.AsyncClient) -> str:
        found = await self._ask(client, f"{{ bestaatniet{next(self.numbers)} }}", {})
        return "" if found.status_code in (200, 400) and "errors" in found.text else f"{found.status_code}"

    async def leaves(self, client: httpx.AsyncClient) -> str:
        """Who does not wait for the answer."""
        body = json.dumps({"query": LOOK_UP, "variables": {"term": f"{next(self.numbers)} wonen"}}).encode()
        _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        await writer.drain()
        await asyncio.sleep(self.chance.uniform(0, 0.02))
        writer.transport.abort()
        return ""

    async def stream(self, client: httpx.AsyncClient) -> str:
        asked = {"query": "subscription { wijzigingen { positie } }"}
        async with client.stream("POST", STREAM, json=asked, headers={"Accept": "text/event-stream"}) as found:
            await anext(found.aiter_bytes())
            return "" if found.status_code == 200 else str(found.status_code)

    async def _ask(self, client: httpx.AsyncClient, query: str, variables: dict[str, object]) -> httpx.Response:
        return await client.post("/graphql", json={"query": query, "variables": variables})


def _wrong(found: httpx.Response, path: str = "") -> str:
    if found.status_code != 200:
        return f"{found.status_code} {path}"
    wrong = found.headers["content-type"].startswith("application/") and "errors" in found.json()
    return found.json()["errors"][0]["message"] if wrong else ""


KINDS = (
    (Load.page, 20), (Load.known, 25), (Load.by_id, 20), (Load.words, 12), (Load.change, 4), (Load.new_shape, 1),
    (Load.refused, 4), (Load.leaves, 3), (Load.stream, 2),
)  # fmt: skip


@dataclass(frozen=True)
class Held:
    """What the service holds at one moment."""

    at: float
    memory: int
    files: int
    threads: int


async def watch(service: Server, seconds: float, per_second: float) -> tuple[list[Held], Load]:
    load, began = Load(service.port), time.monotonic()
    until = began + seconds
    work = [asyncio.create_task(load.visit(until, AT_ONCE / per_second)) for _ in range(AT_ONCE)]
    held: list[Held] = []
    while time.monotonic() < until:
        held.append(look(service.pid, time.monotonic() - began))
        if len(held) % 30 == 1:
            print(held[-1], dict(load.statuses.most_common(5)), file=sys.stderr, flush=True)
        await asyncio.sleep(EVERY)
    await asyncio.gather(*work)
    return held, load


def look(pid: int, at: float) -> Held:
    tasks = len(os.listdir(f"/proc/{pid}/task"))
    return Held(at, memory_mb(pid), len(os.listdir(f"/proc/{pid}/fd")), tasks)


def parts(held: list[Held], name: str) -> list[float]:
    """The median in each fifth: one connection more at the moment of looking is no leak."""
    size = len(held) // PARTS
    return [median(getattr(each, name) for each in held[part * size : (part + 1) * size]) for part in range(PARTS)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minuten", type=float, default=30)
    parser.add_argument("--per-seconde", type=float, default=25)
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome(f"python -m bench.halfuur --minuten {given.minuten:g} --per-seconde {given.per_seconde:g}")
    with TemporaryDirectory() as folder, ours("", "halfuur", Path(folder), limits=ROOM, seeds=True) as service:
        held, load = asyncio.run(watch(service, 60 * given.minuten, given.per_seconde))
        grew = tables(outcome, held, load)  # before it is told to stop: on a busy machine that takes long
        outcome.done("halfuur", given.bewaar)
        outcome.show()
    return int(grew or load.statuses["goed"] < sum(load.statuses.values()))


def tables(outcome: Outcome, held: list[Held], load: Load) -> bool:
    """What was found, and whether the service keeps more and more."""
    rows, grew = [], False
    for title, name in (("geheugen (MB)", "memory"), ("open bestanden", "files"), ("draden", "threads")):
        found = parts(held, name)
        ratio = found[-1] / found[1]
        grew = grew or (ratio > MOST and name != "threads")
        rows.append((title, *(f"{each:g}" for each in found), comma(ratio, 3)))
    outcome.add("vast", ("wat", *(f"deel {part + 1}" for part in range(PARTS)), "laatste ÷ tweede"), rows)
    wrong = sum(load.statuses.values()) - load.statuses["goed"]
    cuts = quantiles(load.took, n=100)
    figures = (len(load.took), wrong, comma(1000 * cuts[49], 1), comma(1000 * cuts[94], 1), comma(1000 * cuts[98], 1))
    outcome.add("gevraagd", ("verzoeken", "fout", "p50 (ms)", "p95 (ms)", "p99 (ms)"), [figures])
    print(load.statuses, file=sys.stderr)
    return grew


if __name__ == "__main__":
    sys.exit(main())
