"""Registered operations: questions we know beforehand, asked with GET by the hash of their text.

Each file in `operaties/` is one. Its id is `sha256:` and the hash of the exact text, so a changed question is another
question and an old portal keeps what it was built on as long as the file stays. Clients of Apollo name the same by the
hash alone.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from graphql import OperationDefinitionNode, VariableDefinitionNode, parse
from graphql.language import print_ast

FOLDER = Path(__file__).parents[1] / "operaties"


PREFIX = "sha256:"


@dataclass(frozen=True)
class Variable:
    """One variable as it is written: `GemeenteSleutel!`, and what it is when nothing is given."""

    name: str
    type: str
    default: str | None

    @property
    def needed(self) -> bool:
        return self.type.endswith("!") and self.default is None


@dataclass(frozen=True)
class Registered:
    """One known operation; `name` is its own name, `file` that of the file it is in."""

    id: str
    name: str
    file: str
    text: str
    declared: tuple[Variable, ...]

    @property
    def hash(self) -> str:
        return self.id.removeprefix(PREFIX)

    @cached_property
    def variables(self) -> frozenset[str]:
        """The names of its variables; a caller may send more, which change nothing."""
        return frozenset(variable.name for variable in self.declared)

    @property
    def purpose(self) -> str:
        """What it is for: the comment above it."""
        return self.text.splitlines()[0].removeprefix("#").strip()


def document_id(text: str) -> str:
    """`sha256:<64 hex>` of the exact text."""
    return f"{PREFIX}{hashlib.sha256(text.encode()).hexdigest()}"


@cache
def registered(folder: Path = FOLDER) -> Mapping[str, Registered]:
    """The operations by id."""
    found = {}
    for path in sorted(folder.glob("*.graphql")):
        each = made(path.read_text(encoding="utf-8"), path.stem)
        found[each.id] = each
    return found


def made(text: str, file: str) -> Registered:
    """The question in a text that holds one, with a name."""
    operation = next(d for d in parse(text).definitions if isinstance(d, OperationDefinitionNode))
    assert operation.name is not None, file
    declared = tuple(map(_variable, operation.variable_definitions or ()))
    return Registered(document_id(text), operation.name.value, file, text, declared)


def _variable(node: VariableDefinitionNode) -> Variable:
    default = print_ast(node.default_value) if node.default_value is not None else None
    return Variable(node.variable.name.value, print_ast(node.type), default)


def known_as(given: object) -> Registered | None:
    """The operation with this id, with or without what stands before the hash."""
    return registered().get(f"{PREFIX}{str(given).removeprefix(PREFIX)}")


def by_name(file: str) -> Registered:
    """The operation in the file of this name."""
    return next(r for r in registered().values() if r.file == file)


def manifest() -> dict[str, object]:
    """The operations as Apollo's clients read them: what `@apollo/generate-persisted-query-manifest` writes."""
    operations = [{"id": r.hash, "name": r.name, "type": "query", "body": r.text} for r in registered().values()]
    return {"format": "apollo-persisted-query-manifest", "version": 1, "operations": operations}
