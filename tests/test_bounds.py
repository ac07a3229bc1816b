"""Nothing grows with what strangers send: every memory has a size, or holds what is fixed when the service starts."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WITHOUT_SIZE = {
    "graph/domain/web_address.py": "declarations of the domain",
    "opdeplank/graphql/registered.py": "files of the service",
    "opdeplank/http/own_files.py": "files of the service",
    "opdeplank/http/templates.py": "one environment",
    "opdeplank/pages/country_map.py": "one file of the service",
    "schema/leaves/enums.py": "declarations of the domain",
    "schema/types/outcomes.py": "declarations of the domain",
}
"""Modules with a cache that has no size, and what its keys are."""


def caches(path: Path) -> Iterator[str]:
    """Of functions and methods; one inside a function ends with the call."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    within = [tree, *(node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))]
    for node in (node for each in within for node in each.body):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for each in node.decorator_list:
                shown = ast.unparse(each)
                if shown in ("cache", "functools.cache", "lru_cache(None)", "lru_cache(maxsize=None)"):
                    yield node.name


@pytest.mark.parametrize("house", ["graph", "schema", "opdeplank"])
def test_a_cache_without_a_size_holds_only_what_is_fixed(house: str) -> None:
    """The loader reads documents in a child that is replaced, or in a command that ends."""
    found = {path.relative_to(ROOT).as_posix() for path in (ROOT / house).rglob("*.py") if [*caches(path)]}
    assert found == {path for path in WITHOUT_SIZE if path.startswith(house)}
