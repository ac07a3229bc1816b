"""What it costs that a role does not see everything: the five operations for everybody, beside the same for an ANALIST,
whose statements have no rule in them.

    python -m bench.rechten [--hoogstens 31] [--neo4j bolt://…] [--bewaar]

The product's own route, without HTTP, on the small made-up graph, in which everything is published: both get the same
answers, which is compared first. In turns, until the interval of every median is within 10 % or the ceiling is reached.
Without `--neo4j` on the embedded engine; with it on that (empty) database, where `PROFILE` also says whether what is
asked by its key is found by its index.
"""

import argparse
import asyncio
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from neo4j import AsyncGraphDatabase, AsyncSession

from bench.rig import graaf
from bench.rig.asked import TYPICAL, Operation
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.pairs import FEWEST, MOST, estimate
from bench.rig.ratios import shown
from graph.domain.provenance import MODEL
from graph.domain.viewer import PUBLIC, Viewer
from graph.domain.vocabulary import Rol
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from graph.upkeep.constraints import ensure
from opdeplank.graphql.api import SCHEMA
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans

SIZE, TIMEOUT = "klein", 60.0
BATCH = 20
"""Answers in one half of a round."""
EVERYTHING, HERS = Viewer(Rol.ANALIST), Viewer(Rol.GEMEENTE, "gemeente:gm0000")
BY_KEY = '{ oplossing(sleutel: {id: "oplossing:00000"}) { titel } }'
HEAD = ("vraag", "ms zonder regels", "ms voor iedereen", "verhouding", "rondes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hoogstens", type=int, default=MOST, metavar="RONDES")
    parser.add_argument("--neo4j", metavar="ADRES", help="een lege Neo4j in plaats van de ingebouwde motor")
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome("python -m bench.rechten" + (" --neo4j" if given.neo4j else ""))
    engine = "neo4j" if given.neo4j else "ingebouwd"
    outcome.add(engine, HEAD, asyncio.run(measured(given.neo4j, given.hoogstens)))
    outcome.done(f"rechten-{engine}", given.bewaar)
    outcome.show()


async def measured(uri: str | None, most: int) -> list[tuple[str, ...]]:
    if uri is None:
        with TemporaryDirectory() as folder, Embedded(Path(folder), TIMEOUT) as engine:
            async with await Store.open_embedded(engine, TIMEOUT) as store:
                return await rows(store, most)
    async with await Store.open(uri) as store:
        found = await rows(store, most)
    await sought(uri)
    return found


async def rows(store: Store, most: int) -> list[tuple[str, ...]]:
    await ensure(store, MODEL)
    await graaf.load(store, SIZE)
    executor = Executor(store, Plans(SCHEMA, MODEL, b"measuring"))
    return [await row(executor, operation, most) for operation in TYPICAL]


async def row(executor: Executor, operation: Operation, most: int) -> tuple[str, ...]:
    """Both in turns, until it is known well enough."""
    sets = operation.variables(SIZE)
    for variables in sets[:3]:
        mine, theirs = [await ask(executor, operation, variables, each) for each in (PUBLIC, EVERYTHING)]
        if mine != theirs:
            raise SystemExit(f"'{operation.title}' geeft iedereen iets anders dan een ANALIST")
    rounds: list[tuple[float, float]] = []

    async def more() -> None:
        order = (EVERYTHING, PUBLIC) if len(rounds) % 2 else (PUBLIC, EVERYTHING)
        spent = {viewer: await batch(executor, operation, viewer, len(rounds)) for viewer in order}
        rounds.append((spent[EVERYTHING], spent[PUBLIC]))

    for _ in range(FEWEST):
        await more()
    while len(rounds) + 2 <= most and not estimate([b / a for a, b in rounds]).sure:
        await more()
        await more()
    value = estimate([b / a for a, b in rounds])
    without, with_rules = rounds[value.middle]
    return operation.title, f"{without:.2f}", f"{with_rules:.2f}", shown(value), str(value.rounds)


async def batch(executor: Executor, operation: Operation, viewer: Viewer, turn: int) -> float:
    """Milliseconds per answer."""
    sets = operation.variables(SIZE)
    started = time.perf_counter()
    for i in range(BATCH):
        await ask(executor, operation, sets[(turn * BATCH + i) % len(sets)], viewer)
    return (time.perf_counter() - started) * 1000 / BATCH


async def ask(executor: Executor, operation: Operation, variables: dict[str, object], viewer: Viewer) -> bytes:
    reply = await executor.execute(Request(operation.graphql, variables, viewer=viewer))
    if not reply.executed:
        raise SystemExit(f"geen antwoord op '{operation.title}': {reply.body[:300]!r}")
    return reply.body


async def sought(uri: str) -> None:
    """Prints by which operators Neo4j finds what is asked by its key."""
    async with AsyncGraphDatabase.driver(uri) as driver, driver.session() as session:
        for viewer in (PUBLIC, HERS, EVERYTHING):
            print(f"op sleutel als {viewer.role.name}: {', '.join(await operators(session, BY_KEY, viewer))}")


async def operators(session: AsyncSession, query: str, viewer: Viewer) -> list[str]:
    """What Neo4j does for a question, by `PROFILE`; outermost first."""
    plans = Plans(SCHEMA, MODEL, b"measuring")
    document = plans.document(query)
    values = plans.variables(document, {})
    plan, _ = plans.plan(document, values, viewer)
    found: list[str] = []
    given = plan.parameters(plan.bind(values.coerced, plans.limits_of(viewer)))
    for statement, parameters in zip(plan.statements, given, strict=True):
        summary = await (await session.run(f"PROFILE {statement.text}", parameters)).consume()
        found += _named(dict(summary.profile or {}))
    return found


def _named(plan: dict[str, object]) -> list[str]:
    children = plan.get("children")
    inner = [name for child in (children if isinstance(children, list) else []) for name in _named(child)]
    return [str(plan.get("operatorType")).partition("@")[0], *inner]


if __name__ == "__main__":
    main()
