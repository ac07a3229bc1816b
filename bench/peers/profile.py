"""How much the database does for an operation: `PROFILE` of our statement beside the best hand-written one."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any

from neo4j import AsyncDriver, AsyncGraphDatabase

from bench.rig.asked import Operation
from bench.rig.markdown import comma
from bench.rig.servers import LIMITS
from graph.domain.provenance import MODEL
from graph.domain.viewer import PUBLIC
from opdeplank.graphql.api import SCHEMA
from schema.execute.plans import Plans
from schema.request.limits import Budget

FORBIDDEN = ("CartesianProduct", "AllNodesScan", "NodeByLabelScan", "Eager")
"""Operators that read more than the answer needs. A label scan is fine for a label without an index to order by."""

ROOM = Budget(
    depth=int(LIMITS["OPDEPLANK_GRENS_DIEPTE"]),
    cost=int(LIMITS["OPDEPLANK_GRENS_KOSTEN"]),
    most_per_page=int(LIMITS["OPDEPLANK_GRENS_PAGINA"]),
)
"""The limits of the measured service."""
HEAD = ("vraag", "met de hand", "Op de Plank", "factor", "dure stappen in ons plan")


def rows(uri: str, operations: Sequence[Operation], size: str) -> list[tuple[object, ...]]:
    return asyncio.run(_rows(uri, operations, size))


async def _rows(uri: str, operations: Sequence[Operation], size: str) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    async with AsyncGraphDatabase.driver(uri) as driver:
        for operation in operations:
            hand = ours = 0
            seen: set[str] = set()
            for variables in operation.variables(size)[:5]:
                theirs = await _profile(driver, operation.statement, variables)
                hand += _hits(theirs)
                for text, parameters in statements(operation, variables):
                    plan = await _profile(driver, text, parameters)
                    ours += _hits(plan)
                    seen |= {n for n in _operators(plan) if n.startswith(FORBIDDEN)}
            factor = f"**{comma(ours / hand, 2)}**"
            found.append((operation.title, hand, ours, factor, ", ".join(sorted(seen)) or "geen"))
    return found


def statements(operation: Operation, variables: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """What we send for an operation, with its parameters."""
    plans = Plans(SCHEMA, MODEL, b"measuring", ROOM)
    document = plans.document(operation.graphql)
    coerced = plans.variables(document, variables)
    plan, _ = plans.plan(document, coerced, PUBLIC)
    given = plan.parameters(plan.bind(coerced.coerced, plans.limits))
    return [(each.text, parameters) for each, parameters in zip(plan.statements, given, strict=True)]


async def _profile(driver: AsyncDriver, text: str, parameters: dict[str, Any]) -> dict[str, Any]:
    async with driver.session() as session:
        result = await session.run(f"PROFILE {text}", parameters)
        summary = await result.consume()
    assert summary.profile is not None
    return summary.profile


def _steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _steps(child)


def _hits(plan: dict[str, Any]) -> int:
    return sum(int(step.get("args", {}).get("DbHits", step.get("dbHits", 0)) or 0) for step in _steps(plan))


def _operators(plan: dict[str, Any]) -> Iterator[str]:
    return (step["operatorType"].partition("@")[0] for step in _steps(plan))
