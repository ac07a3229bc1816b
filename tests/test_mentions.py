"""A name between back-ticks exists: in comments, docstrings and the papers for who works on this."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOUSES = ("graph", "loaders", "schema", "opdeplank")
FILES = [path for house in HOUSES for path in sorted((ROOT / house).rglob("*.py"))]
PAPERS = [*sorted(ROOT.glob("*.md")), *(ROOT / house / "README.md" for house in HOUSES), ROOT / "tests" / "README.md"]
TICKED = re.compile(r"`([A-Za-z_][\w.]*?)(?:\(\))?`")
WORD = re.compile(r"[A-Za-z_]\w*")
ENDINGS = (  # of the names of files
    "md",
    "py",
    "json",
    "yaml",
    "xlsx",
    "graphql",
    "csv",
    "txt",
    "html",
    "js",
    "conf",
    "svg",
    "png",
    "cypher",
    "css",
    "toml",
)


def comments(path: Path) -> Iterator[str]:
    """The comments and docstrings of a module."""
    text = path.read_text(encoding="utf-8")
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value


def names(tree: ast.Module) -> Iterator[str]:
    """The names that code uses, and the words in its texts, but for comments and docstrings."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Name(name) | ast.Attribute(_, name) | ast.arg(name) | ast.keyword(name):
                yield name or ""
            case ast.FunctionDef(name) | ast.AsyncFunctionDef(name) | ast.ClassDef(name):
                yield name
            case ast.alias(name, other):
                yield from (*name.split("."), other or "")
            case ast.Constant(str(text)) if id(node) not in said:
                yield from WORD.findall(text)


@pytest.fixture(scope="module")
def known() -> set[str]:
    found = {part for path in FILES for part in path.relative_to(ROOT).with_suffix("").parts}
    for path in (*FILES, *(ROOT / "bench").rglob("*.py"), *(ROOT / "tests").rglob("*.py")):
        if path == Path(__file__):
            continue  # it speaks of names that do not exist
        found |= set(names(ast.parse(path.read_text(encoding="utf-8")))) | {path.stem}
    for other in (
        "schema/schema.graphql",
        "Makefile",
        "pyproject.toml",
        ".ci/run",
        "docker-compose.yml",
        ".env.example",
    ):
        found |= set(WORD.findall((ROOT / other).read_text(encoding="utf-8")))
    found |= {path.stem for path in ROOT.iterdir() if not path.name.startswith(".")}
    return found | {path.name for path in ROOT.glob("*/*/") if path.is_dir()}


def missing(texts: Iterator[str], known: set[str]) -> list[str]:
    """The back-ticked names of which a part is not known."""
    ticked = {name for text in texts for name in TICKED.findall(text)}
    return sorted(name for name in ticked if not set(name.split(".")) <= known | set(ENDINGS))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_comment_names_what_exists(path: Path, known: set[str]) -> None:
    assert not missing(comments(path), known)


@pytest.mark.parametrize("path", [p for p in PAPERS if p.exists()], ids=lambda path: str(path.relative_to(ROOT)))
def test_a_paper_names_what_exists(path: Path, known: set[str]) -> None:
    assert not missing(iter([path.read_text(encoding="utf-8")]), known)


def test_a_name_that_is_gone_is_found(known: set[str]) -> None:
    assert missing(iter(["see `graph.cypher.weg_ermee`, `Compiler` and `maakte_niets()`"]), known) == [
        "graph.cypher.weg_ermee",
        "maakte_niets",
    ]
