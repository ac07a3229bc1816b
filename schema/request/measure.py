"""How large a document is, fragments written out, measured before anything is validated, compiled or run.

One walk, memoised per fragment: a document in which fragments spread fragments twice is measured in linear time.
"""

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

from schema.errors import Refused
from schema.request.limits import Budget, check
from schema.request.schema_size import SchemaSize

Fragments = dict[str, FragmentDefinitionNode]
INTROSPECTION = ("__schema", "__type")


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
    known: dict[str, Measure] = {}
    for definition in node.definitions:
        if isinstance(definition, OperationDefinitionNode):
            found = _measure(definition.selection_set, fragments, known, ())
            check("diepte", budget.depth, found.depth)
            check("schemadiepte", budget.schema_depth, found.schema_depth)
            check("aliassen", budget.aliases, found.aliases)
            check("wortels", budget.roots, found.roots)
            check("richtlijnen", budget.directives, found.directives + len(definition.directives or ()))
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
            0 if about_schema else inner.depth + 1,
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
