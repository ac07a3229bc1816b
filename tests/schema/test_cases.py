"""Every golden case, on both engines: what is sent, what comes back, and that ordinary resolvers say the same."""

import json
from typing import Any

import pytest

from tests.asking import Asker
from tests.golden import Case, cases, plain
from tests.plain.compare import same
from tests.plain.dump import Dump

pytestmark = pytest.mark.anyio
MISSING = ("id-of-another-type", "node-of-each-kind", "nodes-in-the-order-asked", "things-by-slug")
STATEMENTS = {"largest": 2, "every-singular-root": 2, **dict.fromkeys(MISSING, 2)}
"""One statement each, but for an operation with more than twelve subqueries, and for a key under which nothing is
found: that may be an old one."""
CASES = [pytest.param(case, id=case.name) for case in cases()]


@pytest.mark.parametrize("case", CASES)
async def test_the_operation_becomes_exactly_this_statement(ask: Asker, case: Case) -> None:
    await ask(case.query, **await case.variables(ask))
    assert [plain(text) for text in ask.sent] == case.statements
    assert len(ask.sent) == STATEMENTS.get(case.name, 1)


@pytest.mark.parametrize("case", CASES)
async def test_the_answer_is_exactly_this(ask: Asker, case: Case) -> None:
    answer = await ask(case.query, **await case.variables(ask))
    assert as_text(answer) == as_text(case.answer)


@pytest.mark.parametrize("case", [case for case in CASES if "errors" not in case.values[0].answer])
async def test_ordinary_resolvers_answer_the_same(ask: Asker, dump: Dump, case: Case) -> None:
    await same(ask, dump, case.query, await case.variables(ask))


def as_text(answer: Any) -> str:
    """With the order of its keys, which is that of the selection."""
    return json.dumps(answer, indent=1, ensure_ascii=False)
