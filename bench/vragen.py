"""How often the look-up gives a right answer to a question in ordinary Dutch.

    python -m bench.vragen                 the figures of every set, and per voice and length
    python -m bench.vragen --toon maken    also what went wrong in that set, one by one; never of the set for measuring
    python -m bench.vragen --set toets     only that set

Loads the seeds into an embedded graph of its own and asks every question of `bench/gegevens/vragen/`, whose README says
what each set is. With `--data` it asks a graph that is there already.

    R@1, R@3     share of the questions with an answer that have a right one first, or among the first three
    MRR          mean of 1 / place of the first right answer
    niets        balanced accuracy of "nothing": mean of the share of questions with an answer that get hits (`wel`),
                 and of the share of those without that get none (`niet`)
    soort nee    share of the questions without an answer that got none, whose no is of the right kind
    naam         share of the questions that are a name, that open the thing of that name
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.vragen_tabel import COLUMNS, Outcome, figures, wrong
from graph.domain.provenance import MODEL
from graph.dutch.collation import fold
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from graph.meaning import index as meaning
from graph.meaning.questions import Allowed
from graph.pasklaar.lookup import Question, first, look_up
from graph.resources import Resources
from graph.upkeep.constraints import ensure
from loaders.load import seeds

ROOT = Path(__file__).parent.parent
FILES = ROOT / "bench" / "gegevens" / "vragen"
SETS = {
    "oefenen": ("oefenen",), "openbaar": ("openbaar",), "eerder": ("eigen", "nieuw"), "maken": ("maken",),
    "toets": ("toets",), "vers": ("vers",), "zinnen": ("zinnen",), "praktijk": ("praktijk",),
    "namen": ("namen",),
}  # fmt: skip
CLOSED = ("toets", "vers", "zinnen", "praktijk")
"""Nobody sees the questions of these sets."""
EARLIER = {"leeg": "domein"}
DEEP = 60
TIMEOUT = 60.0
PATIENT = Allowed(seconds=TIMEOUT)
"""A busy machine changes the time, not the answer."""
KEYS = "MATCH (o:Oplossing) WHERE o.externeSleutel IS NOT NULL RETURN o.id, o.externeSleutel"
NAMES = "MATCH (n:Entiteit) WHERE n.id IN $ids RETURN n.id, n.weergavenaam"


@dataclass(frozen=True)
class Asked:
    """A question; `ding` is the thing it is the name of, as kind and name. Of a name without it, `goed` is what belongs
    to the thing."""

    vraag: str
    goed: tuple[str, ...]
    soort: str
    stem: str
    lengte: str
    ding: tuple[str, str] | None


def questions(name: str) -> list[Asked]:
    return [_asked(q) for file in SETS[name] for q in json.loads((FILES / f"{file}.json").read_text("utf-8"))]


def _asked(q: dict[str, Any]) -> Asked:
    goed = tuple(q.get("goed") or ())
    soort = q.get("soort") or ("aanbod" if goed else "buiten")
    ding = (q["ding"]["soort"], fold(q["ding"]["naam"])) if q.get("ding") else None
    return Asked(q["vraag"], goed, EARLIER.get(soort, soort), q.get("stem", ""), q.get("lengte", ""), ding)


class Asking:
    """Asks the look-up; `took` has the seconds of every answer."""

    def __init__(self, store: Store, resources: Resources, keys: dict[str, str]) -> None:
        self._store, self._resources, self._keys = store, resources, keys
        self.took: list[float] = []

    async def all(self, asked: Sequence[Asked]) -> list[Outcome]:
        return [await self._one(each) for each in asked]

    async def _one(self, asked: Asked) -> Outcome:
        begun = time.perf_counter()
        question = Question(omschrijving=asked.vraag)
        answer = await look_up(self._store, question, first(DEEP), resources=self._resources)
        self.took.append(time.perf_counter() - begun)
        keys = [self._keys.get(hit.oplossing, "") for hit in answer.treffers]
        place = next((i for i, key in enumerate(keys, 1) if key in asked.goed), 0)
        named = await self._named(answer.genoemd, asked)
        if asked.ding is None:
            named = answer.genoemd is not None and place == 1
        return Outcome(
            asked.vraag, asked.soort, asked.stem, asked.lengte, place, answer.aantal, answer.uitkomst.name, named,
            answer.onderwerp,
        )  # fmt: skip

    async def _named(self, key: str | None, asked: Asked) -> bool:
        if key is None or asked.ding is None:
            return False
        [[_, name]] = await self._store.rows(NAMES, {"ids": [key]})
        return (key.partition(":")[0], fold(name)) == asked.ding


@asynccontextmanager
async def learnt(data: Path | None) -> AsyncIterator[tuple[Store, meaning.Beside]]:
    """A graph with the seeds, or the one in this folder, and what its texts mean, all caught up."""
    with tempfile.TemporaryDirectory() as scratch, Embedded(data or Path(scratch), TIMEOUT) as engine:
        async with await Store.open_embedded(engine, TIMEOUT) as store:
            if data is None:
                await ensure(store, MODEL)
                await seeds.load(store, MODEL, ROOT / "seeds")
            beside = meaning.with_model(store, None, allowed=PATIENT, given=[ROOT / "seeds"])
            try:
                await beside.catch_up()
                yield store, beside
            finally:
                beside.close()


async def run(chosen: Sequence[str], shown: str | None, data: Path | None) -> None:
    async with learnt(data) as (store, beside):
        asking = Asking(store, Resources(beside), dict(await store.rows(KEYS, {})))
        for name in chosen:
            await _report(asking, name, name == shown)


async def _report(asking: Asking, name: str, one_by_one: bool) -> None:
    asking.took.clear()
    found = await asking.all(questions(name))
    _line(f"{name} ({len(found)} vragen)", COLUMNS)
    _line("alles", figures(found))
    for what in ("stem", "lengte"):
        for value in sorted({getattr(o, what) for o in found} - {""}):
            _line(value, figures([o for o in found if getattr(o, what) == value]))
    took = sorted(asking.took)
    print(
        f"  treffers per antwoord: {sum(o.hits for o in found if o.hits) / max(sum(o.hits > 0 for o in found), 1):.1f}"
    )
    print(f"  tijd: p50 {1000 * took[len(took) // 2]:.0f} ms, p95 {1000 * took[int(0.95 * len(took))]:.0f} ms\n")
    for outcome in filter(wrong, found) if one_by_one else ():
        said = f"plaats {outcome.place}" if outcome.place else outcome.uitkomst
        print(
            f"    {outcome.soort:<7} {said:<22} {outcome.onderwerp or '-':<32} {' '.join(outcome.vraag.split())[:100]}"
        )


def _line(label: str, values: Sequence[str]) -> None:
    print(f"{label:<22}" + "".join(f"{value:>11}" for value in values))


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.vragen")
    parser.add_argument("--set", choices=SETS, action="append")
    parser.add_argument("--toon", choices=[name for name in SETS if name not in CLOSED])
    parser.add_argument("--data", type=Path, help="a folder with an embedded graph that holds the seeds")
    given = parser.parse_args(argv)
    asyncio.run(run(given.set or list(SETS), given.toon, given.data))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
