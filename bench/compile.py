"""What compiling an operation costs, and whether one shape is one text.

    python -m bench.compile

Without plan cache: from a parsed document to statement, binding and cost, then to the function that shapes the answer,
for the golden case with the most subqueries. With: what a known operation costs each time: finding the document,
coercing variables, finding the plan, binding, the cost check. Then every golden case is written again with other
aliases and another field order, many times; all writings must give one text.
"""

import json
import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from graphql import DocumentNode, FieldNode, NameNode, Node, SelectionSetNode, Visitor, parse, print_ast, visit
from graphql.execution.values import VariableValues

from bench.rig.markdown import heading, table
from schema.errors import Refused
from schema.execute.parsing import Invalid
from schema.execute.plans import Document, Plan, Plans
from tests.asking import plans
from tests.golden import CURSOR, Case, cases

WRITINGS = 25
ROLE = "ANALIST"
MICRO = 1e6


def main() -> None:
    used = plans()
    ready = [(case, *found) for case in cases() if (found := _planned(used, case))]
    case, document, variables, plan = max(ready, key=lambda found: found[3].subqueries)
    coerced = used.variables(document, variables)
    steps: tuple[tuple[str, Callable[[], object], int, str], ...] = (
        ("document lezen en controleren (graphql-core)", lambda: used.read(case.query, None), 20, "–"),
        ("zonder plancache, tot en met de opdracht", lambda: _statement(used, document, coerced), 100, "≤ 1000"),
        ("… en de functie die het antwoord vormt", lambda: used.compile(document, coerced, ROLE), 100, "≤ 2000"),
        ("met plancache: variabelen, plan, binding, kosten", lambda: _known(used, case, variables), 2000, "≤ 30"),
    )
    rows = [(what, f"{_best(work, times):.0f}", goal) for what, work, times, goal in steps]
    print(heading("python -m bench.compile"))
    print(f"Het grootste geval is `{case.name}`: {plan.subqueries} deelvragen, {len(case.query)} tekens GraphQL.\n")
    print(table(("stap", "µs", "doel"), rows))
    _one_text(used, ready)


def _planned(used: Plans, case: Case) -> tuple[Document, dict[str, Any], Plan] | None:
    """The case with its plan; None for a case that is refused, or that goes on from a cursor of a graph."""
    path = case.file("variables.json")
    variables = json.loads(path.read_text("utf-8")) if path.exists() else {}
    if any(str(value).startswith(CURSOR) for value in variables.values()):
        return None
    try:
        document = used.document(case.query)
        plan, _ = used.plan(document, used.variables(document, variables), ROLE)
    except (Invalid, Refused):
        return None
    return document, variables, plan


def _statement(used: Plans, document: Document, coerced: VariableValues) -> None:
    """Compile without the last step, which makes a Python function."""
    with patch("schema.execute.plans.projector", lambda *_: None):
        used.compile(document, coerced, ROLE)


def _known(used: Plans, case: Case, variables: dict[str, Any]) -> None:
    document = used.document(case.query)
    coerced = used.variables(document, variables)
    plan, _ = used.plan(document, coerced, ROLE)
    bound = plan.bind({**coerced.coerced, "\0ids": [[]] * plan.places}, used.limits)
    plan.cost(bound)
    plan.parameters(bound)


def _best(work: Callable[[], object], times: int) -> float:
    """The median of the best half: other work on the machine only ever makes it slower."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return sorted(taken)[times // 4] * MICRO


def _one_text(used: Plans, ready: list[tuple[Case, Document, dict[str, Any], Plan]]) -> None:
    chance = random.Random(1)
    different = []
    for case, document, variables, plan in ready:
        wanted = [s.text for s in plan.statements]
        for _ in range(WRITINGS):
            written = Rewrite(chance).of(document.node)
            again = used.read(print_ast(written), None)
            made = used.compile(again, used.variables(again, variables), ROLE)
            if [s.text for s in made.statements] != wanted:
                different.append(case.name)
                break
    print(
        f"\n{len(ready)} gevallen, elk {WRITINGS} keer met andere aliassen en een andere volgorde van velden: ", end=""
    )
    print("steeds dezelfde tekst." if not different else f"ANDERE TEKST bij {', '.join(different)}.")
    if different:
        raise SystemExit(1)


class Rewrite(Visitor):
    """The same operation with other response keys and the fields of each selection in another order."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self.chance = chance
        self.names: dict[str, str] = {}

    def of(self, document: DocumentNode) -> DocumentNode:
        found: DocumentNode = visit(parse(print_ast(document)), self)
        return found

    def leave_field(self, node: FieldNode, *_: Any) -> Node:
        key = (node.alias or node.name).value
        name = self.names.setdefault(key, f"{self.chance.choice('abcxyz')}{len(self.names)}")
        return replace(node, alias=NameNode(value=name))

    def leave_selection_set(self, node: SelectionSetNode, *_: Any) -> Node:
        return replace(node, selections=tuple(self.chance.sample(node.selections, len(node.selections))))


if __name__ == "__main__":
    main()
