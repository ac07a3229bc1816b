"""How long a path between two things takes on a graph of 200,000 nodes.

    python -m bench.paden [--aantal 200] [--bewaar]

Pairs of things at random, of several types, asked one at a time through the product's own route without HTTP. What runs
into the limit of two seconds is counted apart.
"""

import argparse
import asyncio
import random
import time
from statistics import quantiles

import orjson

from bench.rig.databases import filled
from bench.rig.outcomes import Outcome, can_keep
from graph.domain.provenance import MODEL
from graph.engine.store import Store
from opdeplank.graphql.api import SCHEMA
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans
from schema.request.limits import Budget

PAIRS = (("Gemeente", "Gemeente"), ("Gemeente", "Oplossing"), ("Knelpunt", "Traject"), ("Oplossing", "Thema"))
QUESTION = """query($van: ID!, $naar: ID!, $stappen: Int!) {
  paden(van: $van, naar: $naar, maxStappen: $stappen) { lengte uitleg stappen { soort herkomst { passage } } }
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--aantal", type=int, default=200)
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome("python -m bench.paden")
    with filled("groot") as database:
        rows = asyncio.run(_measure(database.uri, given.aantal))
    outcome.add("paden", ("van", "naar", "stappen", "aantal", "met pad", "te ver", "p50 (ms)", "p95 (ms)"), rows)
    outcome.done("paden", given.bewaar)
    outcome.show()


async def _measure(uri: str, count: int) -> list[tuple[object, ...]]:
    async with await Store.open(uri) as store:
        executor = Executor(store, Plans(SCHEMA, MODEL, b"measuring", Budget(shapes=10_000)))
        ids = {label: await _ids(store, label) for pair in PAIRS for label in pair}
        chance = random.Random(1)
        return [
            await _pair(
                executor, pair, [(chance.choice(ids[pair[0]]), chance.choice(ids[pair[1]])) for _ in range(n)], s
            )
            for pair in PAIRS
            for s, n in ((4, count // len(PAIRS)), (6, count // len(PAIRS)))
        ]


async def _ids(store: Store, label: str) -> list[str]:
    return [row[0] for row in await store.rows(f"MATCH (n:{label}) RETURN n.id LIMIT 5000", {})]


async def _pair(
    executor: Executor, pair: tuple[str, str], asked: list[tuple[str, str]], steps: int
) -> tuple[object, ...]:
    taken, found, far = [], 0, 0
    for number, (van, naar) in enumerate([*asked[:5], *asked]):
        started = time.perf_counter()
        reply = await executor.execute(Request(QUESTION, {"van": van, "naar": naar, "stappen": steps}))
        spent = (time.perf_counter() - started) * 1000
        if number < 5:
            continue  # the first are planned
        data = orjson.loads(reply.body).get("data")
        far += data is None
        found += bool(data and data["paden"])
        taken.append(spent)
    cuts = quantiles(taken, n=20)
    return *pair, steps, len(taken), found, far, f"{cuts[9]:.1f}", f"{cuts[18]:.1f}"


if __name__ == "__main__":
    main()
