"""How large a document is, fragments written out, measured before anything is validated, compiled or run.

One walk, memoised per fragment: a document in which fragments spread fragments twice is measured in linear time.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from schema.refusals import Refused
from schema.request.limits import Budget, check
from schema.request.schema_size import SchemaSize

Fragments = dict[str, FragmentDefinitionNode]
INTROSPECTION = ("__schema", "__type")
FRAME = ("nodes", "edges", "node")
"""What stands between a list and its things is no step in the graph: a list is as deep as one thing."""


@dataclass(frozen=True)
class Measure:
    """Depth, aliases, fields at the top and directives of a selection. What asks about the schema goes deeper than any
    question about the graph, so its depth counts apart."""

    depth: int = 0
    aliases: int = 0
    roots: int = 0
    directives: int = 0
    schema_depth: int = 0


def check_document(node: DocumentNode, schema: GraphQLSchema, budget: Budget) -> None:
    """Check every operation of a document; raises Refused with OPERATION_TOO_LARGE."""
    fragments = {d.name.value: d for d in node.definitions if isinstance(d, FragmentDefinitionNode)}
    check("fragmenten", budget.fragments, len(fragments))
    known: dict[str, Measure] = {}
    for definition in node.definitions:
        if isinstance(definition, OperationDefinitionNode):
            found = _measure(definition.selection_set, fragments, known, ())
            check("diepte", budget.depth, found.depth)
            check("schemadiepte", budget.schema_depth, found.schema_depth)
            check("aliassen", budget.aliases, found.aliases)
            check("wortels", budget.roots, found.roots)
            check("richtlijnen", budget.directives, found.directives + len(definition.directives or ()))
            repeats = Repeats(fragments, budget.fields + budget.schema_fields)
            check("herhalingen", budget.repeats, repeats.at_most(definition.selection_set))
            if found.schema_depth:
                size = SchemaSize(schema, fragments, budget.schema_fields).of(definition.selection_set)
                check("schemavelden", budget.schema_fields, size)


def _measure(
    selection: SelectionSetNode, fragments: Fragments, known: dict[str, Measure], within: tuple[str, ...]
) -> Measure:
    parts = [_part(node, fragments, known, within) for node in selection.selections]
    return Measure(
        max((p.depth for p in parts), default=0),
        sum(p.aliases for p in parts),
        sum(p.roots for p in parts),
        sum(p.directives for p in parts),
        max((p.schema_depth for p in parts), default=0),
    )


def _part(node: SelectionNode, fragments: Fragments, known: dict[str, Measure], within: tuple[str, ...]) -> Measure:
    """The measure of one selection in a selection set."""
    directives = len(node.directives or ())
    if isinstance(node, FieldNode):
        inner = _measure(node.selection_set, fragments, known, within) if node.selection_set else Measure()
        about_schema = node.name.value in INTROSPECTION
        return Measure(
            0 if about_schema else inner.depth + (node.name.value not in FRAME),
            inner.aliases + (node.alias is not None),
            1,
            inner.directives + directives,
            inner.depth + 1 if about_schema else inner.schema_depth,
        )
    if isinstance(node, InlineFragmentNode):
        inner = _measure(node.selection_set, fragments, known, within)
    else:
        assert isinstance(node, FragmentSpreadNode)
        inner = _spread(node.name.value, fragments, known, within)
    return Measure(inner.depth, inner.aliases, inner.roots, inner.directives + directives, inner.schema_depth)


def _spread(name: str, fragments: Fragments, known: dict[str, Measure], within: tuple[str, ...]) -> Measure:
    if name in within:
        raise Refused("GRAPHQL_VALIDATION_FAILED", f"Het fragment '{name}' gebruikt zichzelf")
    if name not in known:
        found = fragments.get(name)
        known[name] = _measure(found.selection_set, fragments, known, (*within, name)) if found else Measure()
    return known[name]


class Repeats:
    """How often one name stands at one place in the answer, fragments written out.

    A name that stands twice is one field in the answer, but whether both mean the same has to be found out, for each
    with each other: of five hundred that takes half a second. What stands below them is one selection as well.
    """

    def __init__(self, fragments: Fragments, most: int) -> None:
        """`most`: fields that are looked at; what has more is refused."""
        self.fragments, self.most = fragments, most
        self.seen = 0
        self.found = 0

    def at_most(self, *selections: SelectionSetNode) -> int:
        """The most that a name stands in these selections together, or in those below them."""
        names, below = Counter[str](), defaultdict[str, list[SelectionSetNode]](list)
        for node in self._fields(selections):
            key = (node.alias or node.name).value
            names[key] += 1
            if node.selection_set:
                below[key].append(node.selection_set)
        self.seen += names.total()
        check("velden", self.most, self.seen)
        self.found = max(self.found, *names.values(), 0)
        for inner in below.values():
            self.at_most(*inner)
        return self.found

    def _fields(self, selections: Iterable[SelectionSetNode]) -> Iterator[FieldNode]:
        """The fields of selections; a fragment that is spread again adds nothing."""
        waiting, spread = [*selections], set[str]()
        while waiting:
            for node in waiting.pop().selections:
                if isinstance(node, FieldNode):
                    yield node
                elif isinstance(node, InlineFragmentNode):
                    waiting.append(node.selection_set)
                elif isinstance(node, FragmentSpreadNode) and node.name.value not in spread:
                    spread.add(node.name.value)
                    if found := self.fragments.get(node.name.value):
                        waiting.append(found.selection_set)
