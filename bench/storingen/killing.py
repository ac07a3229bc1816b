"""Killing at moments that nobody chose, round after round on one graph: what was acknowledged is there, whole, and of
what was under way either all or nothing."""

import asyncio
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import date
from math import inf
from pathlib import Path

from bench.storingen.worker import DONE, LOADED, ROWS, opened
from graph.copying import integrity
from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import StoreTimeout, StoreUnavailable
from loaders.curate.check import check
from tests.engines import ROOT, Neo4j
from tests.loaders.papers import base

USED = "MATCH (t:Toepassing)-[:VAN]->(o:Oplossing) WHERE o.titel STARTS WITH 'Plan ' RETURN o.titel"
LATEST = 2.0
"""Seconds after the first acknowledgement."""
SERVER_EVERY = 5
"""Of so many rounds on Neo4j, one kills the database itself."""


LOOKS, PAUSE = 10, 5.0
"""How often to look when the database does not answer, and the seconds between."""


@dataclass
class Told:
    """What was acknowledged in all rounds, and what was found to be wrong."""

    rounds: int = 0
    acknowledged: dict[str, set[int]] = field(default_factory=lambda: {LOADED: set(), DONE: set()})
    under_way: int = 0
    """Loads and mutations that were there without having been acknowledged."""
    wrong: list[str] = field(default_factory=list)

    def row(self, engine: str, seconds: float) -> tuple[str, ...]:
        loads, mutations = (len(self.acknowledged[what]) for what in (LOADED, DONE))
        found = f"{loads} ladingen en {mutations} opdrachten bevestigd; {self.under_way} stonden er zonder bevestiging"
        wrong = "; ".join(self.wrong[:5]) or "niets"
        return f"kill -9, {engine}", str(self.rounds), found, wrong, f"{seconds:.0f}"


async def rounds(
    where: str, folder: Path, number: int, seed: int, server: Neo4j | None = None, seconds: float = inf
) -> Told:  # fmt: skip
    """So many rounds on the graph at `where`, which is empty at first; fewer when the time is up."""
    chance, told, until = random.Random(seed), Told(), time.monotonic() + seconds
    async with opened(where) as store:
        await base(store, folder)
    for turn in range(number):
        victim = server if turn % SERVER_EVERY == SERVER_EVERY - 1 else None
        said = await asyncio.to_thread(killed, where, folder, next_number(told), chance, victim)
        for line in said:
            what, _, which = line.partition(" ")
            told.acknowledged[what].add(int(which))
        if victim is not None:
            await asyncio.to_thread(victim.start)
        last = turn == number - 1 or time.monotonic() > until
        await patiently(where, told, last)
        told.rounds += 1
        print(told.row("tot nu toe", 0), file=sys.stderr, flush=True)
        if told.wrong or last:
            break
    return told


async def patiently(where: str, told: Told, last: bool) -> None:
    """Look, and on a machine with no turn for us look again: that it cannot be seen now is not that it is gone."""
    for left in reversed(range(LOOKS)):
        try:
            async with opened(where) as store:
                await looked_at(store, told)
                if last:
                    await looked_through(store, told)
        except (StoreUnavailable, StoreTimeout):
            if not left:
                raise
            await asyncio.sleep(PAUSE)
        else:
            return


def next_number(told: Told) -> int:
    """One that no document had, also when the last was stored without a word."""
    return max(told.acknowledged[LOADED], default=-1) + 2


def killed(where: str, folder: Path, first: int, chance: random.Random, server: Neo4j | None) -> list[str]:
    """Work until a moment nobody chose; what was acknowledged."""
    command = [sys.executable, "-m", "bench.storingen.worker", where, str(first), str(folder)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert child.stdout is not None
    said = [child.stdout.readline()]
    time.sleep(chance.uniform(0.0, LATEST))
    (server or child).kill()
    try:
        said += child.communicate(timeout=60)[0].splitlines()
    except subprocess.TimeoutExpired:
        child.kill()
        said += child.communicate()[0].splitlines()
    return [line.strip() for line in said if line.startswith((LOADED, DONE))]


async def looked_at(store: Store, told: Told) -> None:
    titles = await store.rows("MATCH (o:Oplossing) WHERE o.titel STARTS WITH 'Plan ' RETURN o.titel", {})
    made: dict[int, int] = {}
    for (title,) in titles:
        number = int(title.split()[1])
        made[number] = made.get(number, 0) + 1
    uses = await store.rows(
        "MATCH (t:Toepassing)-[:VAN]->(o:Oplossing) WHERE o.titel STARTS WITH 'Plan ' RETURN o.titel", {}
    )
    used = {int(title.split()[1]) for (title,) in uses}
    [[loads]] = await store.rows("MATCH (l:Lading) WHERE l.door = 'proef' RETURN count(l)", {})
    [[said]] = await store.rows("MATCH (t:Thema {id: 'thema:schulden'}) RETURN t.omschrijving", {})
    half = sorted(number for number, rows in made.items() if rows != ROWS)
    lost = sorted(told.acknowledged[LOADED] - made.keys()) + sorted(told.acknowledged[DONE] - used)
    told.wrong += [f"half: {half}"] if half else []
    told.wrong += [f"verloren: {lost}"] if lost else []
    told.wrong += [f"{loads} bonnen bij {len(made)} ladingen"] if loads != len(made) else []
    told.wrong += [f"thema zegt {said!r}"] if made and said != f"Versie {max(made)}" else []
    told.wrong += [f"gebruik zonder lading: {used - made.keys()}"] if used - made.keys() else []
    told.under_way = len(made) - len(told.acknowledged[LOADED]) + len(used) - len(told.acknowledged[DONE])


async def looked_through(store: Store, told: Told) -> None:
    """All there is: counts, ends, and what `controleer` says."""
    told.wrong += [f"opslag: {loss}" for loss in await integrity.losses(store, MODEL)]
    told.wrong += [f"einde: {name}" for name in await integrity.broken_ends(store, MODEL)]
    told.wrong += [f"controleer: {each}" for each in await check(store.rows, MODEL, date.today()) if each.fout]
