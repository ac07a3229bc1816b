"""A statement laid out for reading differs in white space only."""

import pytest

from graph.engine.clauses import laid_out
from tests.golden import Case, cases, plain


def test_a_clause_stands_on_a_line_and_a_subquery_is_indented() -> None:
    assert laid_out("RETURN COLLECT { MATCH (n1:Thema) WITH n1 LIMIT $p0 RETURN [n1.naam] } AS c0") == (
        "RETURN COLLECT {\n  MATCH (n1:Thema)\n  WITH n1\n  LIMIT $p0\n  RETURN [n1.naam]\n} AS c0"
    )


@pytest.mark.parametrize(
    "line",
    [
        "RETURN COUNT { MATCH (n1)<-[:VAN]-() } AS c0",
        "WHERE n1.naam STARTS WITH $p0 AND any(w IN $p1 WHERE w = 'MATCH (n) WITH n') AND n1.x = [WITH IN y | WITH]",
    ],
)
def test_what_is_no_clause_of_its_own_stays_on_the_line(line: str) -> None:
    assert laid_out(line) == line


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])
def test_laying_out_twice_changes_nothing(case: Case) -> None:
    for text in case.statements:
        assert plain(laid_out(text)) == text
        assert laid_out(laid_out(text)) == laid_out(text)
