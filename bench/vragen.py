"""How often the look-up gives a right answer to a question in ordinary Dutch.

    python -m bench.vragen [QUESTIONS.json]

Loads the seeds into an embedded graph of its own and asks every question. The file is a list of `{"vraag": …, "goed":
[externe sleutels]}`; a question with an empty `goed` has no answer on the shelf. Prints, for the look-up and for full
text alone (the engine's own order of oplossingen):

    R@1, R@3           share of questions with a right answer first, or among the first three
    MRR                mean of 1 / place of the first right answer
    niets gevonden     balanced accuracy of saying "nothing": mean of the share of questions with an answer that get
                       hits and the share without one that get none
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.constraints import FULLTEXT, ensure
from graph.embedded import Embedded
from graph.pasklaar import Question, look_up
from graph.provenance import MODEL
from graph.store import Store
from graph.zoek import lucene
from loaders import seeds

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "bench" / "vragen" / "openbaar.json"
DEEP = 60
ENGINE_ORDER = (
    "CALL db.index.fulltext.queryNodes($index, $term) YIELD node, score WITH node, score WHERE node:Oplossing "
    "WITH node, score ORDER BY score DESC, node.id LIMIT $veel RETURN node.externeSleutel"
)

Ask = Callable[[Store, str], Awaitable[list[str]]]


@dataclass(frozen=True)
class Outcome:
    """Where the first right answer stood (0: nowhere), whether there was one to give, and whether hits were given."""

    vraag: str
    place: int
    has_answer: bool
    hits: bool


async def pasklaar(store: Store, text: str) -> list[str]:
    answer = await look_up(store, Question(omschrijving=text, eerste=DEEP))
    keys = dict(await store.rows(KEYS, {}))
    return [keys[hit.oplossing] for hit in answer.treffers]


KEYS = "MATCH (o:Oplossing) WHERE o.externeSleutel IS NOT NULL RETURN o.id, o.externeSleutel"


async def full_text(store: Store, text: str) -> list[str]:
    query = lucene(text)
    rows = await store.rows(ENGINE_ORDER, {"index": FULLTEXT, "term": query, "veel": DEEP}) if query else []
    return [row[0] for row in rows]


async def outcomes(store: Store, ask: Ask, questions: Sequence[dict[str, object]]) -> list[Outcome]:
    found = []
    for question in questions:
        text, right = str(question["vraag"]), question["goed"]
        assert isinstance(right, list)
        keys = await ask(store, text)
        place = next((i for i, key in enumerate(keys, 1) if key in right), 0)
        found.append(Outcome(text, place, bool(right), bool(keys)))
    return found


def figures(found: Sequence[Outcome]) -> dict[str, float]:
    asked = [o for o in found if o.has_answer]
    other = [o for o in found if not o.has_answer]
    answered = _share([o.hits for o in asked])
    return {
        "R@1": _share([o.place == 1 for o in asked]),
        "R@3": _share([0 < o.place <= 3 for o in asked]),
        "MRR": sum(1 / o.place for o in asked if o.place) / len(asked) if asked else 0.0,
        "niets gevonden": (answered + _share([not o.hits for o in other])) / 2 if other else answered,
    }


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0


async def run(questions: Sequence[dict[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Embedded(folder) as engine:
        async with await Store.open_embedded(engine) as store:
            await ensure(store, MODEL)
            await seeds.load(store, MODEL, ROOT / "seeds")
            found = {name: await outcomes(store, ask, questions) for name, ask in WAYS.items()}
    names = list(figures(found["pasklaar"]))
    print(f"{len(questions)} vragen{'':>22}" + "".join(f"{name:>16}" for name in names))
    for way, results in found.items():
        print(f"{way:<32}" + "".join(f"{value:>16.2f}" for value in figures(results).values()))
    print()
    for outcome in found["pasklaar"]:
        said = f"plaats {outcome.place}" if outcome.place else "treffers" if outcome.hits else "niets"
        wrong = outcome.hits != outcome.has_answer or (outcome.has_answer and not 0 < outcome.place <= 3)
        print(f"{'!' if wrong else ' '} {said:<10} {outcome.vraag}")


WAYS: dict[str, Ask] = {"pasklaar": pasklaar, "alleen volledige tekst": full_text}


def main(argv: Sequence[str]) -> int:
    path = Path(argv[0]) if argv else QUESTIONS
    try:
        questions = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        print(f"{path} is geen lijst met vragen: {error}", file=sys.stderr)
        return 2
    asyncio.run(run(questions))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
