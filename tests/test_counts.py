"""A count agrees with its noun, wherever a reader sees one: `1 feit`, `2 feiten`.

`some` (graph.dutch.phrasing) and `aantal_van` (the pages) choose. A plural right behind a value in an f-string is only
right where the value is never one; each of those is named here.
"""

import ast
import re
from collections.abc import Iterator

import pytest

from graph.dutch.phrasing import some
from opdeplank.settings.table import ROOT

HOUSES = ("graph", "loaders", "schema", "opdeplank")
PLURAL = re.compile(r"^ ([a-zéë]+en|[a-zéë]+s)\b")
NOT_NOUNS = frozenset("is als een ken wijzen heten missen van eens kiezen seconden tekens tokens".split())
"""`seconden`, `tekens`, `tokens`: limits, and how long to wait."""
NEVER_ONE = {
    "graph/search/similar.py: inwoners", "opdeplank/pages/shelf/hits.py: inwoners",  # of a gemeente
    "graph/search/traject_criteria.py: domeinen", "opdeplank/graph/meant.py: dingen",  # said of several only
    "opdeplank/graph/connection.py: dingen", "loaders/documents/forms/html.py: lagen",  # a limit of ours
    "schema/compile/facets.py: velden", "schema/execute/plans.py: woorden", "schema/request/binding.py: sleutels",
    "schema/request/limits.py: lagen", "schema/request/limits.py: velden", "schema/request/limits.py: richtlijnen",
    "schema/request/limits.py: voorwaarden", "schema/request/limits.py: relaties", "schema/request/limits.py: dingen",
    "schema/request/limits.py: onderdelen", "schema/request/limits.py: bytes", "schema/request/limits.py: punten",
    "opdeplank/http/traffic.py: bytes",  # what was asked is over a limit
}  # fmt: skip


def plurals(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            for value, text in zip(node.values, node.values[1:], strict=False):
                if isinstance(value, ast.FormattedValue) and isinstance(text, ast.Constant):
                    said = PLURAL.match(str(text.value))
                    if said and said[1] not in NOT_NOUNS:
                        yield said[1]


def found() -> set[str]:
    return {
        f"{path.relative_to(ROOT).as_posix()}: {noun}"
        for house in HOUSES
        for path in sorted((ROOT / house).rglob("*.py"))
        for noun in plurals(ast.parse(path.read_text(encoding="utf-8")))
    }


def test_no_count_is_printed_with_a_fixed_plural() -> None:
    assert sorted(found() - NEVER_ONE) == []


def test_a_plural_behind_a_count_is_seen() -> None:
    assert [*plurals(ast.parse("f'{n} feiten uit {len(d)} documenten.'"))] == ["feiten", "documenten"]
    assert [*plurals(ast.parse("f\"{some(n, 'feit', 'feiten')} hier\""))] == []


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_noun_is_chosen_by_the_count(number: int) -> None:
    assert some(number, "feit", "feiten") == f"{number} {'feit' if number == 1 else 'feiten'}"


def test_pages_choose_as_well() -> None:
    fixed = re.compile(r"\}\}(?:</?\w[^>]*>)* ?([a-zë]{3,}en)\b")
    said = {
        f"{path.name}: {noun}"
        for path in sorted((ROOT / "web" / "templates").glob("*.html"))
        for noun in fixed.findall(path.read_text(encoding="utf-8"))
    }
    # "de eerste … van … gemeenten" stands there only when there are more; "de gemeente die we van … kennen"
    assert said == {"oplossing.html: gemeenten", "gemeente.html: kennen"}
