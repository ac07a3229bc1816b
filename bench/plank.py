"""How long the look-up takes: with the seeds on the embedded engine, with 130 and with 5,000 oplossingen for one
knelpunt there, and with 60,000 oplossingen on a Neo4j.

    python -m bench.plank [--deel klein|veel|groot] [--opnieuw] [--bewaar]

The large shelf has the words of the seeds: each oplossing takes its title, text and other names from three of the
sixty, solves one of 5,000 knelpunten made alike, and is used by a gemeente. Each has vectors of its own: those of the
seeds' texts with a little noise, since making 325,000 vectors takes almost two hours and says nothing about looking
things up. The questions are those of `bench.vragen`, each once; by knelpunt and by first letters as well.

Of one knelpunt with many oplossingen the first question after a change reads them all; the next find them back. Both
are measured, each time for another gemeente. What is found is counted another way as well. Processor time is that of
our process, in which the embedded engine runs as well; it settles as the service does when it has started.
"""

import argparse
import asyncio
import random
import re
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from ruamel.yaml import YAML

from bench.rig.databases import Neo4j
from bench.rig.graaf import PER_TRANSACTION, _writes_edges, _writes_nodes
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.servers import memory_mb
from bench.vragen import questions
from graph.cypher.removal import next_version
from graph.cypher.rows import EdgeRow, NodeRow, derived, derived_edge, with_defaults
from graph.domain.provenance import MODEL
from graph.domain.vocabulary import Rijpheid
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from graph.meaning import index as meaning
from graph.meaning.encoder import E5, WINDOW
from graph.meaning.index import Beside
from graph.pasklaar.lookup import Question, look_up
from graph.resources import Kept, Resources
from graph.search.find import suggest
from graph.upkeep import reindex
from graph.upkeep.constraints import ensure
from loaders.load import seeds
from opdeplank.serving import settle
from tests.graph.pasklaar import crowd

ROOT = Path(__file__).parent.parent
OPLOSSINGEN, KNELPUNTEN = 60_000, 5_000
MOMENT = "2026-11-24T12:00:00+00:00"
READY = ("NIET_BEOORDEELD", "IDEE", "IN_ONTWIKKELING", "PILOT", "BEPROEFD", "PASKLAAR")
NUMBERED = re.compile(r" nr (\d+)")
TYPED = ("sch", "schul", "jeugd", "am", "den ha", "u", "kost", "mantel", "dakl", "eenz")
SMALL, MANY, LARGE = "ingebouwd, de seeds", "ingebouwd, veel bij één knelpunt", "Neo4j, 60.000 oplossingen"
FEW_OF_ONE, MANY_OF_ONE = 130, 5_000
GOALS = {
    (shelf, what): goal
    for shelf, words in ((SMALL, 120), (LARGE, 200))
    for what, goal in (
        ("in woorden", words), ("in woorden, pasklaar", words), ("bij een knelpunt", 15), ("suggesties", 20)
    )
}  # fmt: skip
Asked = Callable[[], Awaitable[object]]


class Numbered:
    """The model for made-up texts: `… nr 12` means what the text means, and a little of its own."""

    def __init__(self) -> None:
        self._model = E5()
        self.name, self.size = "gemaakt", self._model.size
        self._known: dict[str, Any] = {}

    def encode(self, texts: Sequence[str], tokens: int = WINDOW) -> Any:
        return np.array([self._one(text) for text in texts], np.float32)

    def _one(self, text: str) -> Any:
        number = NUMBERED.search(text)
        plain = NUMBERED.sub("", text)
        if plain not in self._known:
            self._known[plain] = self._model.encode([plain])[0]
        if number is None:
            return self._known[plain]
        noisy = self._known[plain] + np.random.default_rng(int(number[1])).normal(0, 0.008, self.size)
        return noisy / np.linalg.norm(noisy)


def texts(soort: str) -> list[tuple[str, str, list[str]]]:
    found = []
    for path in sorted((ROOT / "seeds" / "oplossingen").glob("*.yaml")):
        for fact in YAML(typ="safe").load(path.read_text("utf-8"))["feiten"]:
            if fact["soort"] == soort:
                body = fact.get("samenvatting") or fact.get("omschrijving") or ""
                found.append((fact["titel"], body.strip(), fact.get("synoniemen", [])))
    return found


def nodes() -> Iterator[NodeRow]:
    chance = random.Random(20261124)
    for soort, count in (("Knelpunt", KNELPUNTEN), ("Oplossing", OPLOSSINGEN)):
        pool = texts(soort.lower())
        for number in range(count):
            title, body, names = (chance.choice(pool)[i] for i in range(3))
            said: dict[str, Any] = {"titel": f"{title} nr {number}", "synoniemen": [f"{n} nr {number}" for n in names]}
            if soort == "Knelpunt":
                said["omschrijving"] = body
            else:
                said |= {"samenvatting": body, "rijpheid": chance.choice(READY)}
            yield _node(soort, f"{number:06d}", said)
    for number in range(OPLOSSINGEN):
        yield _node("Toepassing", f"{number:06d}", {"status": "IN_GEBRUIK"}, f"Toepassing {number}")
    for number in range(342):
        said = {"code": f"GM{number:04d}", "naam": f"Stad {number}", "inwoners": chance.randint(1_000, 900_000)}
        yield _node("Gemeente", f"gm{number:04d}", said)


def _node(soort: str, key: str, said: dict[str, Any], name: str | None = None) -> NodeRow:
    node = MODEL.nodes[soort]
    known = {"id": f"{node.prefix}:{key}", "publicatieStatus": "GEPUBLICEERD", "gewijzigdOp": MOMENT, "versie": 1}
    given = with_defaults(node, {**known, "feiten": [], **said})
    made = {**given, **derived(node, given, name)}
    return NodeRow(node, known["id"], {k: v for k, v in made.items() if v is not None})  # type: ignore[arg-type]


def edges() -> Iterator[EdgeRow]:
    chance = random.Random(7)
    for number in range(OPLOSSINGEN):
        oplossing, toepassing = f"oplossing:{number:06d}", f"toepassing:{number:06d}"
        yield _edge("LOST_OP", oplossing, f"knelpunt:{chance.randrange(KNELPUNTEN):06d}")
        yield _edge("VAN", toepassing, oplossing)
        yield _edge("PAST_TOE", f"gemeente:gm{chance.randrange(342):04d}", toepassing)


def _edge(name: str, source: str, target: str) -> EdgeRow:
    edge, number = MODEL.relationships[name], f"feit:{name}:{source}:{target}"
    return EdgeRow(edge, source, target, number, {**derived_edge(edge, {}), "feiten": [number]})


async def fill(store: Store) -> None:
    await ensure(store, MODEL)
    for rows in _chunks(nodes()):
        await store.write(_writes_nodes(rows))
    for pairs in _chunks(edges()):
        await store.write(_writes_edges(pairs))
    await store.write(_writes_version)
    await store.rows("CALL db.awaitIndexes(300)", {}, timeout=310)


def _chunks(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while chunk := list(islice(rows, PER_TRANSACTION)):
        yield chunk


async def measure(store: Store, beside: Beside) -> list[tuple[str, ...]]:
    whole = Resources(beside, pools=Kept())
    await reindex.ensure(store, MODEL)  # the graph may have been kept since an older edition
    keys = [row[0] for row in await store.rows("MATCH (k:Knelpunt) RETURN k.id LIMIT 200", {})]
    asked = [q.vraag for name in ("openbaar", "eerder") for q in questions(name)]
    for text in asked[:30]:  # warm: the first questions compile
        await look_up(store, Question(omschrijving=f"{text} warm"), resources=whole)
    settle()
    ripe = [_ask(store, whole, omschrijving=text, minimale_rijpheid=Rijpheid.PASKLAAR) for text in asked]
    return [
        ("in woorden", *await _times([_ask(store, whole, omschrijving=text) for text in asked])),
        ("in woorden, pasklaar", *await _times(ripe)),
        ("bij een knelpunt", *await _times([_ask(store, whole, knelpunt=key) for key in keys])),
        ("suggesties", *await _times([_typed(store, word) for word in TYPED * 20])),
    ]


def _ask(store: Store, resources: Resources, **question: Any) -> Asked:
    return lambda: look_up(store, Question(**question), resources=resources)


def _typed(store: Store, word: str) -> Asked:
    return lambda: suggest(store, word)


async def _times(asked: Sequence[Asked], before: Asked | None = None) -> tuple[str, str, str, str]:
    """How many, p50, p95 and the mean of processor time in ms; `before` is done before each and not counted."""
    taken, busy = [], 0.0
    for ask in asked:
        if before:
            await before()
        started, working = time.perf_counter(), time.process_time()
        await ask()
        busy += time.process_time() - working
        taken.append(1_000 * (time.perf_counter() - started))
    taken.sort()
    p50, p95 = taken[len(taken) // 2], taken[int(0.95 * len(taken))]
    return f"{len(taken)}", f"{p50:.1f}", f"{p95:.1f}", f"{1_000 * busy / len(taken):.1f}"


async def small() -> list[tuple[str, ...]]:
    folder = ROOT / ".cache" / "bench" / "plank-klein"
    with Embedded(folder) as engine:
        async with await Store.open_embedded(engine) as store:
            if not await store.rows("MATCH (o:Oplossing) RETURN o.id LIMIT 1", {}):
                await ensure(store, MODEL)
                await seeds.load(store, MODEL, ROOT / "seeds")
            beside = meaning.with_model(store, folder, given=[ROOT / "seeds"])
            await beside.catch_up()
            rows = await measure(store, beside)
            beside.close()
    return [(SMALL, *row) for row in rows]


async def many() -> list[tuple[str, ...]]:
    """One knelpunt with 130 oplossingen, and one with 5,000."""
    folder = ROOT / ".cache" / "bench" / "plank-veel"
    few = crowd.knelpunt(crowd.KNELPUNTEN - 1)
    rows: list[tuple[str, ...]] = []
    kept = Resources(pools=Kept())
    with Embedded(folder) as engine:
        async with await Store.open_embedded(engine) as store:
            if not await store.rows("MATCH (o:Oplossing) RETURN o.id LIMIT 1", {}):
                await crowd.put_crowd(store, 1, round(MANY_OF_ONE / crowd.SHARE))
                there = await _number_of(store, few)
                await crowd.put_for(store, few, [f"oplossing:b{i}" for i in range(FEW_OF_ONE - there)], {})
            for key in (few, crowd.MANY):
                number = await _number_of(store, key)
                answer = await look_up(store, Question(knelpunt=key, ook_verwant=False))
                assert answer.aantal == number, (answer.aantal, number)
                settle()
                asked = [_ask(store, kept, knelpunt=key, gemeente=crowd.gemeente(i % 20), ook_verwant=False)
                         for i in range(120)]  # fmt: skip
                ripe = [_ask(store, kept, knelpunt=key, minimale_rijpheid=Rijpheid.PASKLAAR) for _ in range(40)]
                shown = f"{number:,}".replace(",", ".")
                rows += [
                    (f"{shown} oplossingen, na een verandering", *await _times(asked[:40], lambda: _changed(store))),
                    (f"{shown} oplossingen", *await _times(asked)),
                    (f"{shown} oplossingen, pasklaar", *await _times(ripe, lambda: _changed(store))),
                ]
    return [(MANY, *row) for row in rows]


async def _number_of(store: Store, knelpunt: str) -> int:
    """The public oplossingen of a knelpunt that are still used, counted by the database."""
    text = (
        "MATCH (:Entiteit {id: $id})<-[:LOST_OP]-(o) WHERE o.publicatieStatus = 'GEPUBLICEERD' "
        "AND o.rijpheid <> 'UITGEFASEERD' RETURN count(DISTINCT o)"
    )
    [[number]] = await store.rows(text, {"id": knelpunt})
    return int(number)


async def _changed(store: Store) -> None:
    await store.write(lambda run: next_version(run, MOMENT))


async def large(again: bool) -> list[tuple[str, ...]]:
    with Neo4j("plank") as server:
        async with await Store.open(server.uri) as store:
            if again or not server.loaded.exists():
                if again:
                    await store.write(_removes_all)
                await fill(store)
                server.loaded.write_text("ja")
            beside = meaning.with_model(store, server.folder, Numbered())
            before, started = memory_mb("self"), time.monotonic()
            await beside.catch_up()
            things = OPLOSSINGEN + KNELPUNTEN
            grown = (memory_mb("self") - before) * 2**20 / things
            taken = time.monotonic() - started
            print(f"vectoren van {things} dingen: {taken:.0f} s, {grown:.0f} bytes geheugen per ding\n", flush=True)
            rows = await measure(store, beside)
            beside.close()
    return [(LARGE, *row) for row in rows]


async def _writes_version(run: Any) -> None:
    await run("MERGE (m:Meta {id: 'graaf'}) SET m.versie = 1")


async def _removes_all(run: Any) -> None:
    await run("MATCH (n:!Meta) DETACH DELETE n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--opnieuw", action="store_true", help="laad de grote plank opnieuw")
    parser.add_argument("--deel", choices=("klein", "veel", "groot"), help="meet alleen dit")
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome("python -m bench.plank")
    parts: dict[str, Callable[[], Coroutine[Any, Any, list[tuple[str, ...]]]]]
    parts = {"klein": small, "veel": many, "groot": partial(large, given.opnieuw)}
    rows = [row for name, part in parts.items() if given.deel in (None, name) for row in asyncio.run(part())]
    head = ("plank", "vraag", "aantal", "p50 (ms)", "p95 (ms)", "rekentijd (ms)", "doel p95")
    outcome.add("plank", head, [(*row, f"≤ {GOALS.get((row[0], row[1]), 120)}") for row in rows])
    outcome.done("plank", given.bewaar)
    outcome.show()


if __name__ == "__main__":
    main()
