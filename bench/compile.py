"""What compiling an operation costs, and whether one shape is one text.

    python -m bench.compile [--bewaar]

Without plan cache: from a parsed document to statement, binding and cost, then to the function that shapes the answer,
for the golden case with the most subqueries. With: what a known operation costs each time: finding the document,
coercing variables, finding the plan, binding, the cost check. Then every golden case is written again with other
aliases and another field order, many times; all writings must give one text. Each time is the median of a number of
series, until it is known within 10 % (`bench.rig.pairs`); of a series it is the lower quarter, since other work on the
machine only ever makes it slower. Beside another checkout: `python -m bench.naast MAP bench.compile`.
"""

import argparse
import json
import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from graphql import DocumentNode, FieldNode, NameNode, Node, SelectionSetNode, Visitor, parse, print_ast, visit
from graphql.execution.values import VariableValues

from bench.rig.outcomes import Outcome, can_keep
from bench.rig.pairs import estimate, until_sure
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from schema.compile.lookups import LATE
from schema.execute.compiled import Plan
from schema.execute.parsing import Invalid
from schema.execute.plans import Document, Plans
from schema.refusals import Refused
from tests.asking import plans
from tests.golden import CURSOR, Case, cases

WRITINGS = 25
VIEWER = Viewer(Rol.ANALIST)
MICRO = 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome("python -m bench.compile")
    used = plans()
    ready = [(case, *found) for case in cases() if (found := _planned(used, case))]
    case, document, variables, plan = max(ready, key=lambda found: found[3].subqueries)
    coerced = used.variables(document, variables)
    steps: tuple[tuple[str, Callable[[], object], int, str], ...] = (
        ("document lezen en controleren (graphql-core)", lambda: used.read(case.query, None), 20, "–"),
        ("zonder plancache, tot en met de opdracht", lambda: _statement(used, document, coerced), 100, "≤ 1000"),
        ("… en de functie die het antwoord vormt", lambda: used.compile(document, coerced, VIEWER), 100, "≤ 2000"),
        ("met plancache: variabelen, plan, binding, kosten", lambda: _known(used, case, variables), 2000, "≤ 30"),
    )
    outcome.add("compile", ("stap", "µs", "95%-interval", "doel"), [row(*step) for step in steps])
    largest = ("vraag", "deelvragen", "tekens GraphQL")
    outcome.add("grootste", largest, [(case.name, plan.subqueries, len(case.query))])
    outcome.done("compile", given.bewaar)
    outcome.show()
    _one_text(used, ready)


def row(what: str, work: Callable[[], object], times: int, goal: str) -> tuple[str, ...]:
    found = estimate(until_sure(lambda _: _quarter(work, times), [float]))
    return what, f"{found.value:.0f}", f"{found.low:.0f}–{found.high:.0f}", goal


def _planned(used: Plans, case: Case) -> tuple[Document, dict[str, Any], Plan] | None:
    """The case with its plan; None for a case that is refused, or that goes on from a cursor of a graph."""
    path = case.file("variables.json")
    variables = json.loads(path.read_text("utf-8")) if path.exists() else {}
    if any(str(value).startswith(CURSOR) for value in variables.values()):
        return None
    try:
        document = used.document(case.query)
        plan, _ = used.plan(document, used.variables(document, variables), VIEWER)
    except (Invalid, Refused):
        return None
    return document, variables, plan


def _statement(used: Plans, document: Document, coerced: VariableValues) -> None:
    """Compile without the last step, which makes a Python function."""
    with patch("schema.execute.plans.projector", lambda *_: None):
        used.compile(document, coerced, VIEWER)


def _known(used: Plans, case: Case, variables: dict[str, Any]) -> None:
    document = used.document(case.query)
    coerced = used.variables(document, variables)
    plan, _ = used.plan(document, coerced, VIEWER)
    bound = plan.bind({**coerced.coerced, LATE: [[]] * plan.places}, used.limits)
    plan.cost(bound)
    plan.parameters(bound)


def _quarter(work: Callable[[], object], times: int) -> float:
    """The lower quarter of a series of processor times, in microseconds."""
    taken = []
    for _ in range(times):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return sorted(taken)[times // 4] * MICRO


def _one_text(used: Plans, ready: list[tuple[Case, Document, dict[str, Any], Plan]]) -> None:
    chance = random.Random(1)
    different = []
    for case, document, variables, plan in ready:
        wanted = [s.text for s in plan.statements]
        for _ in range(WRITINGS):
            written = Rewrite(chance).of(used.tree(document)[0])
            again = used.read(print_ast(written), None)
            made = used.compile(again, used.variables(again, variables), VIEWER)
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
