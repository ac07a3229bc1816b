"""Registered operations: questions we know beforehand, asked with GET by the hash of their text.

Each file in `operaties/` is one. Its id is `sha256:` and the hash of the exact text, so a changed question is another
question and an old portal keeps what it was built on as long as the file stays.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphql import OperationDefinitionNode, parse

FOLDER = Path(__file__).parents[1] / "operaties"


@dataclass(frozen=True)
class Registered:
    """One known operation."""

    id: str
    name: str
    text: str
    variables: frozenset[str]
    """Their names; a caller may send more, which change nothing."""


def document_id(text: str) -> str:
    """`sha256:<64 hex>` of the exact text."""
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


@cache
def registered(folder: Path = FOLDER) -> Mapping[str, Registered]:
    """The operations by id."""
    found = {}
    for path in sorted(folder.glob("*.graphql")):
        text = path.read_text(encoding="utf-8")
        found[document_id(text)] = Registered(document_id(text), path.stem, text, _variables(text))
    return found


def _variables(text: str) -> frozenset[str]:
    operations = [d for d in parse(text).definitions if isinstance(d, OperationDefinitionNode)]
    return frozenset(v.variable.name.value for o in operations for v in o.variable_definitions or ())


def by_name(name: str) -> Registered:
    """The operation in the file of this name."""
    return next(r for r in registered().values() if r.name == name)


def manifest() -> dict[str, object]:
    """The same list as an Apollo persisted-query manifest, for tools that want one."""
    operations = [{"id": r.id, "name": r.name, "type": "query", "body": r.text} for r in registered().values()]
    return {"format": "apollo-persisted-query-manifest", "version": 1, "operations": operations}
