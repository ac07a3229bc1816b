"""The houses lean one way: graph ← loaders ← schema ← opdeplank. Only graph speaks Cypher, only opdeplank reads the
environment, and no module is named after nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("graph", "loaders", "schema", "opdeplank")
FILES = [path for layer in LAYERS for path in sorted((ROOT / layer).rglob("*.py"))]
FOREIGN_TO_GRAPH = {"strawberry", "graphql", "starlette", "uvicorn", "pydantic", "jinja2"}
NAMELESS = {"utils", "util", "core", "common", "helpers", "helper", "manager", "service", "misc"}
CYPHER = re.compile(
    r"\b(MATCH|MERGE|UNWIND|DETACH DELETE)\s*[({$]|\bMATCH [a-z]+ ?=|\b(CREATE|DROP) (INDEX|CONSTRAINT)\b"
)

# Handing a value on to the embedded engine is writing, and allowed.
READS_ENVIRONMENT = re.compile(r"environ\b(?!\[[^\]]+\] = )|getenv")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides its layer"
            yield node.module or ""


def layer(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_stays_within_its_house(path: Path) -> None:
    found = {name.split(".")[0] for name in imports(path)}
    to_the_right = set(LAYERS[LAYERS.index(layer(path)) + 1 :])
    assert not found & to_the_right, "an import points to the right"
    if layer(path) == "graph":
        assert not found & FOREIGN_TO_GRAPH
    assert path.stem not in NAMELESS, "this module is missing its noun"
    source = path.read_text(encoding="utf-8")
    if layer(path) != "graph":
        assert not CYPHER.search(source), "Cypher lives in graph/"
    if layer(path) != "opdeplank":
        assert not READS_ENVIRONMENT.search(source), "only opdeplank reads the environment"


def test_every_house_is_looked_at() -> None:
    assert {layer(path) for path in FILES} == set(LAYERS)
    assert CYPHER.search("MATCH (n:Gemeente)")
    assert CYPHER.search("CREATE CONSTRAINT x")
    assert not CYPHER.search("een match (zie boven)")
