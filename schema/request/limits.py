"""What an operation may ask, checked on the document before anything is compiled.

One walk, memoised per fragment: a document in which fragments spread fragments twice is measured in linear time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from schema.errors import Refused, too_large

QUANTIFIERS = ("enige", "geen", "alle")
FRAME = ("nodes", "edges", "node")
"""What stands between a list and its things is no step in the graph: a list is as deep as one thing."""


@dataclass(frozen=True)
class Budget:
    """The limits of operations.md, each a setting."""

    tokens: int = 2000
    depth: int = 10
    aliases: int = 15
    roots: int = 20
    directives: int = 20
    conditions: int = 100
    filter_depth: int = 4
    page: int = 25
    most_per_page: int = 100
    subqueries: int = 40
    subqueries_per_statement: int = 12
    nodes: int = 10_000
    cost: int = 5_000
    shapes: int = 0
    answer: int = 10_000_000


@dataclass(frozen=True)
class Measure:
    """Depth, aliases, fields at the top and directives of a selection, fragments written out."""

    depth: int = 0
    aliases: int = 0
    roots: int = 0
    directives: int = 0


WORDS: dict[str, Callable[[int, int], str]] = {
    "diepte": lambda most, asked: f"De vraag gaat {asked} lagen diep; hoogstens {most} mag. Vraag in stappen",
    "aliassen": lambda most, asked: f"De vraag heeft {asked} andere namen (aliassen); hoogstens {most} mag",
    "wortels": lambda most, asked: f"De vraag begint bij {asked} velden; hoogstens {most} mag. Splits de vraag",
    "richtlijnen": lambda most, asked: f"De vraag heeft {asked} richtlijnen (@…); hoogstens {most} mag",
    "voorwaarden": lambda most, asked: f"De vraag heeft {asked} voorwaarden in filters; hoogstens {most} mag",
    "filterdiepte": lambda most, asked: (
        f"Een filter volgt {asked} relaties achter elkaar; hoogstens {most} mag. Vraag in stappen"
    ),
    "subvragen": lambda most, asked: f"De vraag heeft {asked} onderdelen voor de database; hoogstens {most} mag",
    "knopen": lambda most, asked: (
        f"De vraag kan {asked} dingen opleveren; hoogstens {most} mag. Vraag er minder (`first`)"
    ),
    "uitwerken": lambda most, asked: f"De vraag laat {asked} dingen vergelijken; hoogstens {most} mag. Vraag er minder",
    "antwoord": lambda most, asked: f"Het antwoord is {asked} bytes; hoogstens {most} mag. Vraag minder (`first`)",
    "kosten": lambda most, asked: f"De vraag kost {asked} punten; hoogstens {most} mag. Vraag minder (`first`, diepte)",
}


def check(limit: str, most: int, asked: int) -> None:
    """Refuse what is over a limit, naming the limit, its value and what was asked."""
    if asked > most:
        raise too_large(limit, most, asked, WORDS[limit](most, asked))


def check_document(node: DocumentNode, budget: Budget) -> None:
    """Check every operation of a document; raises Refused with OPERATION_TOO_LARGE."""
    fragments = {d.name.value: d for d in node.definitions if isinstance(d, FragmentDefinitionNode)}
    known: dict[str, Measure] = {}
    for definition in node.definitions:
        if isinstance(definition, OperationDefinitionNode):
            found = _measure(definition.selection_set, fragments, known, ())
            asked = found.directives + len(definition.directives or ())
            if not _introspects(definition):
                check("diepte", budget.depth, found.depth)
                check("aliassen", budget.aliases, found.aliases)
            check("wortels", budget.roots, found.roots)
            check("richtlijnen", budget.directives, asked)


def filter_size(given: Any) -> tuple[int, int]:
    """The number of conditions in a filter, and how many relations it follows one after another."""
    if isinstance(given, Mapping):
        sizes = [(filter_size(value), name in QUANTIFIERS) for name, value in given.items()]
        return sum(n for (n, _), _ in sizes), max((depth + follows for (_, depth), follows in sizes), default=0)
    if isinstance(given, list) and any(isinstance(v, Mapping) for v in given):
        sizes_of = [filter_size(v) for v in given]
        return sum(n for n, _ in sizes_of), max(depth for _, depth in sizes_of)
    return 1, 0


def _introspects(operation: OperationDefinitionNode) -> bool:
    """Tools ask for the whole schema, deeper than any question about the graph."""
    fields = [s for s in operation.selection_set.selections if isinstance(s, FieldNode)]
    same = len(fields) == len(operation.selection_set.selections)
    return same and len(fields) <= 2 and all(f.name.value in ("__schema", "__type", "__typename") for f in fields)


def _measure(
    selection: SelectionSetNode, fragments: dict[str, FragmentDefinitionNode], known: dict[str, Measure],
    within: tuple[str, ...],
) -> Measure:  # fmt: skip
    depth = aliases = roots = directives = 0
    for node in selection.selections:
        directives += len(node.directives or ())
        if isinstance(node, FieldNode):
            inner = Measure()
            if node.selection_set:
                inner = _measure(node.selection_set, fragments, known, within)
            depth = max(depth, inner.depth + (node.name.value not in FRAME))
            aliases += inner.aliases + (node.alias is not None)
            roots += 1
            directives += inner.directives
        else:
            assert isinstance(node, InlineFragmentNode | FragmentSpreadNode)
            inner = _spread(node, fragments, known, within)
            depth = max(depth, inner.depth)
            aliases += inner.aliases
            roots += inner.roots
            directives += inner.directives
    return Measure(depth, aliases, roots, directives)


def _spread(
    node: InlineFragmentNode | FragmentSpreadNode, fragments: dict[str, FragmentDefinitionNode],
    known: dict[str, Measure], within: tuple[str, ...],
) -> Measure:  # fmt: skip
    if isinstance(node, InlineFragmentNode):
        return _measure(node.selection_set, fragments, known, within)
    name = node.name.value
    if name in within:
        raise Refused("GRAPHQL_VALIDATION_FAILED", f"Het fragment '{name}' gebruikt zichzelf")
    if name not in known:
        found = fragments.get(name)
        known[name] = _measure(found.selection_set, fragments, known, (*within, name)) if found else Measure()
    return known[name]
