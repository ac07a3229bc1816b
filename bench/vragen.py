"""How often the look-up gives a right answer to a question in ordinary Dutch.

    python -m bench.vragen                 a table for each half
    python -m bench.vragen --toon helft    the questions of that half one by one

Loads the seeds into an embedded graph of its own and asks every question of `bench/gegevens/vragen/`. A question has
`goed`: the externe sleutels of every oplossing that is a right answer; without any there is nothing on the shelf. Our
own were written before anything was measured, by four voices; numbers in the code were fixed on `openbaar` and
`afstellen`, and `toets` was kept for measuring. The synoniemen in the seeds grew after that, so `nieuw` was written
later still, before it was asked. Four ways are compared:

    pasklaar            the look-up as it is
    alleen woorden      the look-up when the package with the language model is not there
    volledige tekst     the engine's own order of oplossingen
    alleen betekenis    the nearest vector of an oplossing or of a knelpunt it takes away

    R@1, R@3            share of questions with a right answer first, or among the first three
    MRR                 mean of 1 / place of the first right answer
    niets gevonden      balanced accuracy of saying "nothing": mean of the share of questions with an answer that get
                        hits, and of the share of questions about something else that get none
    leeg                share of the questions within the domain that nothing on the shelf answers, that get no hits
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.vragen_tabel import NAMES, Outcome, figures
from graph.cypher import fulltext
from graph.domain.provenance import MODEL
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from graph.map.understanding import PROOF, SOMETHING
from graph.meaning import index as meaning
from graph.meaning.index import Beside
from graph.pasklaar.lookup import Question, first, look_up
from graph.search.find import OPENBAAR, lucene
from graph.search.wanted import Wanted
from graph.upkeep.constraints import ensure
from loaders.load import seeds

ROOT = Path(__file__).parent.parent
FILES = ROOT / "bench" / "gegevens" / "vragen"
HELFTEN = ("openbaar", "afstellen", "toets", "nieuw")
DEEP = 60
ENGINE_ORDER = (
    "CALL db.index.fulltext.queryNodes($index, $term) YIELD node, score WITH node, score WHERE node:Oplossing "
    "WITH node, score ORDER BY score DESC, node.id LIMIT $veel RETURN node.externeSleutel"
)
KEYS = "MATCH (o:Oplossing) WHERE o.externeSleutel IS NOT NULL RETURN o.id, o.externeSleutel"
TAKES_AWAY = "MATCH (o:Oplossing)-[:LOST_OP]->(k) RETURN o.id, k.id"
ALONE = SOMETHING - PROOF / 2
"""For vectors alone the threshold stands where the best of them says something, without any shared word."""

Ask = Callable[[str], Awaitable[list[str]]]


@dataclass(frozen=True)
class Asked:
    vraag: str
    goed: tuple[str, ...]
    soort: str
    helft: str


def questions() -> list[Asked]:
    openbaar = json.loads((FILES / "openbaar.json").read_text("utf-8"))
    own = [q for name in ("eigen", "nieuw") for q in json.loads((FILES / f"{name}.json").read_text("utf-8"))]
    found = [_asked(q, "aanbod" if q["goed"] else "buiten", "openbaar") for q in openbaar]
    return found + [_asked(q, q["soort"], q["helft"]) for q in own]


def _asked(question: dict[str, Any], soort: str, helft: str) -> Asked:
    return Asked(question["vraag"], tuple(question["goed"]), soort, helft)


async def ways(store: Store, beside: Beside) -> dict[str, Ask]:
    keys = dict(await store.rows(KEYS, {}))
    solved: dict[str, list[str]] = {}
    for oplossing, knelpunt in await store.rows(TAKES_AWAY, {}):
        solved.setdefault(knelpunt, []).append(oplossing)

    async def pasklaar(text: str) -> list[str]:
        answer = await look_up(store, Question(omschrijving=text), first(DEEP))
        return [keys[hit.oplossing] for hit in answer.treffers]

    async def words_alone(text: str) -> list[str]:
        with meaning.without(store):
            return await pasklaar(text)

    async def full_text(text: str) -> list[str]:
        query = lucene(text)
        rows = await store.rows(ENGINE_ORDER, {"index": fulltext.NAME, "term": query, "veel": DEEP}) if query else []
        return [row[0] for row in rows]

    async def vectors_alone(text: str) -> list[str]:
        kin = await beside.near(text, ("Knelpunt", "Oplossing"), Wanted(OPENBAAR), DEEP)
        best: dict[str, float] = {}
        for each in (kin or {}).values():
            for oplossing in solved.get(each.id, []) if each.soort == "Knelpunt" else [each.id]:
                best[oplossing] = max(best.get(oplossing, 0.0), each.nearness)
        ordered = sorted(best, key=lambda o: -best[o])
        return [keys[o] for o in ordered] if ordered and best[ordered[0]] >= ALONE else []

    return {
        "pasklaar": pasklaar,
        "alleen woorden": words_alone,
        "volledige tekst": full_text,
        "alleen betekenis": vectors_alone,
    }


async def outcomes(ask: Ask, asked: Iterable[Asked]) -> list[Outcome]:
    found = []
    for question in asked:
        keys = await ask(question.vraag)
        place = next((i for i, key in enumerate(keys, 1) if key in question.goed), 0)
        found.append(Outcome(question.vraag, question.soort, place, bool(keys)))
    return found


async def run(shown: str | None) -> None:
    with tempfile.TemporaryDirectory() as folder, Embedded(folder) as engine:
        async with await Store.open_embedded(engine) as store:
            await ensure(store, MODEL)
            await seeds.load(store, MODEL, ROOT / "seeds")
            beside = meaning.put(store, Path(folder), given=[ROOT / "seeds"])
            try:
                await beside.catch_up()
                await _report(await ways(store, beside), shown)
            finally:
                beside.close()


async def _report(asking: dict[str, Ask], shown: str | None) -> None:
    for helft in HELFTEN:
        asked = [q for q in questions() if q.helft == helft]
        print(f"\n{helft} ({len(asked)} vragen)".ljust(28) + "".join(f"{name:>16}" for name in NAMES))
        for way, ask in asking.items():
            found = await outcomes(ask, asked)
            print(f"  {way:<25}" + "".join(f"{value:>16}" for value in figures(found)))
            if helft == shown and way == "pasklaar":
                _one_by_one(found)


def _one_by_one(found: Sequence[Outcome]) -> None:
    for outcome in found:
        said = f"plaats {outcome.place}" if outcome.place else "treffers" if outcome.hits else "niets"
        print(f"    {'!' if outcome.wrong else ' '} {said:<10} {outcome.vraag}")


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.vragen")
    parser.add_argument("--toon", choices=HELFTEN)
    asyncio.run(run(parser.parse_args(argv).toon))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
