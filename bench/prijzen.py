"""What a point is: ordinary and large questions with their price, the things they gave, and how long they took.

    python -m bench.prijzen [--maat 20000] [--bewaar]

The product's own route on the embedded engine, without HTTP, one question at a time and without its limits. Prices are
set so that a thousand points are at most fifty milliseconds where an answer is large, and the limit so that the most
expensive question that is allowed takes a few seconds when it is alone.
"""

import argparse
import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from bench.rig import graaf
from bench.rig.outcomes import Outcome, can_keep
from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from opdeplank.graphql.api import SCHEMA
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans
from schema.request.limits import Budget

TIMEOUT, SECONDS, LEAST, MOST = 60.0, 2.0, 3, 60
ROOMY = Budget(nodes=10**7, cost=10**7, subqueries=400, most_per_page=1_000)
HEAD = ("vraag", "punten", "dingen vooraf", "dingen in het antwoord", "kB", "p50 (ms)", "ms per 1.000 punten")


@dataclass(frozen=True)
class Asked:
    title: str
    query: str
    role: Rol = Rol.ANALIST


USED = "id status sinds"
FULL = "id titel samenvatting rijpheid soortOplossing gewijzigdOp"
ASKED = (
    Asked("25 dingen", f"{{ oplossingen {{ nodes {{ {FULL} }} }} }}"),
    Asked("100 dingen", f"{{ oplossingen(first: 100) {{ nodes {{ {FULL} }} }} }}"),
    Asked("100 dingen, gesorteerd, met het aantal",
          "{ oplossingen(first: 100, sorteer: [{veld: AANTAL_TOEPASSINGEN, richting: AFLOPEND}]) "
          f"{{ aantal nodes {{ {FULL} }} }} }}"),
    Asked("100 dingen met hoogstens 20 eronder",
          f"{{ oplossingen(first: 100) {{ nodes {{ {FULL} knelpunten(first: 20) {{ nodes {{ id titel }} }} }} }} }}"),
    Asked("100 dingen met 20 eronder, vol",
          "{ gemeenten(first: 100) { nodes { id naam trajecten(first: 20) { nodes { id naam } } } } }"),
    Asked("… en bij elk van die 20 nog één ding",
          "{ knelpunten(first: 100) { nodes { id titel oplossingen(first: 20) { nodes { id titel "
          "toepassingen(first: 1) { nodes { id } } } } } } }"),
    Asked("30 dingen met 100 eronder, vol",
          f"{{ themas(first: 30) {{ nodes {{ id naam oplossingen(first: 100) {{ nodes {{ {FULL} }} }} }} }} }}"),
    Asked("100 dingen met drie lijsten van 5",
          "{ oplossingen(first: 100) { nodes { id titel themas(first: 5) { nodes { id naam } } "
          f"knelpunten(first: 5) {{ nodes {{ id titel }} }} toepassingen(first: 5) {{ nodes {{ {USED} }} }} }} }} }}"),
    Asked("100 dingen, van elk een lijst geteld",
          "{ oplossingen(first: 100) { nodes { id toepassingen(first: 1) { aantal } } } }"),
    Asked("100 dingen, van elk vier lijsten geteld",
          "{ gemeenten(first: 100) { nodes { id trajecten { aantal } mensen { aantal } ervaart { aantal } "
          "toepassingen { aantal } } } }"),
    Asked("20 x 20 x 20",
          "{ themas(first: 20) { nodes { id oplossingen(first: 20) { nodes { id titel "
          "knelpunten(first: 20) { nodes { id titel } } } } } } }"),
    Asked("100 dingen met hun passages",
          "{ oplossingen(first: 100) { nodes { id herkomst(first: 5) { nodes { passage } } } } }"),
    Asked("alles geteld naar twee velden",
          "{ oplossingen(first: 1) { aantal facetten(velden: [RIJPHEID, THEMA]) { veld waarden { aantal } } } }"),
    Asked("gegroepeerd", "{ oplossingen(first: 1) { groepeer(op: [RIJPHEID]) { sleutels aantal } } }"),
    Asked("100 dingen met een filter over een relatie",
          "{ oplossingen(first: 100, filter: {toepassingen: {enige: {status: [IN_GEBRUIK]}}}) "
          f"{{ aantal nodes {{ {FULL} }} }} }}"),
    Asked("100 velden die je rol niet mag zien",
          "{ personen(first: 100) { nodes { id naam email } } }", Rol.OPENBAAR),
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--maat", default="20000")
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome("python -m bench.prijzen")
    with TemporaryDirectory() as folder, Embedded(Path(folder), TIMEOUT) as engine:
        outcome.add("prijzen", HEAD, asyncio.run(measured(engine, given.maat)))
    outcome.done("prijzen", given.bewaar)
    outcome.show()


async def measured(engine: Embedded, size: str) -> list[tuple[str, ...]]:
    async with await Store.open_embedded(engine, TIMEOUT) as store:
        await graaf.load(store, size)
        executor = Executor(store, Plans(SCHEMA, MODEL, b"measuring", ROOMY), TIMEOUT)
        return [await row(executor, asked) for asked in ASKED]


async def row(executor: Executor, asked: Asked) -> tuple[str, ...]:
    request = Request(asked.query, viewer=Viewer(asked.role))
    taken: list[float] = []
    until = time.monotonic() + SECONDS
    reply = await executor.execute(request)
    while len(taken) < LEAST or (time.monotonic() < until and len(taken) < MOST):
        started = time.perf_counter()
        reply = await executor.execute(request)
        taken.append((time.perf_counter() - started) * 1000)
    if not reply.executed:
        raise SystemExit(f"geen antwoord op '{asked.title}': {reply.body[:300]!r}")
    points, before = priced(executor.plans, asked)
    found, p50 = things(orjson.loads(reply.body)["data"]), median(taken)
    shown = f"{points:,}", f"{before:,}", f"{found:,}", f"{len(reply.body) / 1000:.0f}"
    return asked.title, *shown, f"{p50:.1f}", f"{p50 / points * 1000:.0f}"


def priced(plans: Plans, asked: Asked) -> tuple[int, int]:
    """Points, and things that it may give."""
    document = plans.document(asked.query)
    variables = plans.variables(document, {})
    plan, _ = plans.plan(document, variables, Viewer(asked.role))
    points, before, _ = plan.cost(plan.bind(dict(variables.coerced), plans.limits))
    return points, before


def things(value: Any) -> int:
    """The objects in an answer that stand in a list."""
    if isinstance(value, Mapping):
        return sum(map(things, value.values()))
    if isinstance(value, list):
        return sum(isinstance(each, Mapping) for each in value) + sum(map(things, value))
    return 0


if __name__ == "__main__":
    main()
