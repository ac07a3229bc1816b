"""A count agrees with its noun, wherever a reader sees one: `1 feit`, `2 feiten`.

`some` (graph.dutch.phrasing) and `aantal_van` (the pages) choose. A plural right behind a value in an f-string is only
right where the value is never one: beside a limit that it is over ("hoogstens"), and in the places named here.
"""

import ast
import re
from collections.abc import Iterator

import pytest

from graph.dutch.phrasing import some
from opdeplank.settings.table import ROOT

HOUSES = ("graph", "loaders", "schema", "opdeplank")
PLURAL = re.compile(r"^ ([a-zéë]+en|[a-zéë]+s)\b")
NOT_NOUNS = frozenset("is als een ken wijzen heten missen van eens kiezen tekens tokens bytes".split())
"""`tekens`, `tokens`, `bytes`: sizes beside a limit."""
NEVER_ONE = {
    "graph/search/similar.py: inwoners", "opdeplank/pages/shelf/hits.py: inwoners",  # of a gemeente
    "graph/search/traject_criteria.py: domeinen", "opdeplank/graph/meant.py: dingen",  # said of several only
    "graph/search/paths.py: seconden", "opdeplank/graph/database.py: dingen",  # a limit of ours
    "loaders/proposal/matters.py: citaten", "loaders/proposal/matters.py: gemeenten",  # one alone is asked alone
    "loaders/proposal/matters.py: namen", "loaders/proposal/matters.py: functies",
    "loaders/proposal/matters.py: mensen",
    "loaders/documents/forms/html.py: lagen", "schema/execute/parsing.py: woorden",
}  # fmt: skip


def plurals(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and "hoogstens" not in ast.unparse(node):
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
    assert said == {"gemeente.html: kennen"}  # "de gemeente die we van … kennen"
