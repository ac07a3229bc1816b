"""How many values an answer about the schema itself will hold, without making it.

The schema is small and known, so this is not an estimate: each selection is followed over the types, fields and
arguments that are there, each pair of those once. It counts a field that stands twice twice, and it does not look at
conditions; so it is never less than what comes.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
    is_abstract_type,
    is_input_object_type,
    is_interface_type,
    is_object_type,
)

from schema.request.limits import check

PARTS: dict[str, Callable[[Any], Iterable[Any]]] = {
    "fields": lambda thing: thing.fields.values() if is_object_type(thing) or is_interface_type(thing) else (),
    "inputFields": lambda thing: thing.fields.values() if is_input_object_type(thing) else (),
    "interfaces": lambda thing: getattr(thing, "interfaces", ()),
    "enumValues": lambda thing: getattr(thing, "values", {}).values(),
    "args": lambda thing: getattr(thing, "args", {}).values(),
    "type": lambda thing: [thing.type] if hasattr(thing, "type") else (),
    "ofType": lambda thing: [thing.of_type] if hasattr(thing, "of_type") else (),
    "types": lambda thing: thing.type_map.values() if hasattr(thing, "type_map") else (),
    "directives": lambda thing: getattr(thing, "directives", ()),
    "queryType": lambda thing: [thing.query_type] if hasattr(thing, "query_type") else (),
    "subscriptionType": lambda thing: [thing.subscription_type] if getattr(thing, "subscription_type", None) else (),
    "mutationType": lambda thing: [thing.mutation_type] if getattr(thing, "mutation_type", None) else (),
}
"""What stands below a field of the introspection types, on the objects of graphql-core that they describe."""


class SchemaSize:
    """Counts for one document. It does not look at more than `most` pairs of a selection and what it is made on."""

    def __init__(self, schema: GraphQLSchema, fragments: Mapping[str, FragmentDefinitionNode], most: int) -> None:
        self.schema, self.fragments, self.most = schema, fragments, most
        self.known: dict[tuple[int, int], int] = {}

    def of(self, root: SelectionSetNode) -> int:
        """The number of values below the fields of a query that are about the schema."""
        return self._size(None, root)

    def _size(self, thing: Any, selection: SelectionSetNode) -> int:
        """The number of values in the answer to this selection on a part of the schema; None is the query itself."""
        key = id(thing), id(selection)
        if key not in self.known:
            check("schemavelden", self.most, len(self.known) + 1)
            self.known[key] = sum(self._part(thing, node) for node in selection.selections)
        return self.known[key]

    def _part(self, thing: Any, node: SelectionNode) -> int:
        if isinstance(node, FragmentSpreadNode):
            found = self.fragments.get(node.name.value)
            return self._size(thing, found.selection_set) if found else 0
        if isinstance(node, InlineFragmentNode):
            return self._size(thing, node.selection_set)
        assert isinstance(node, FieldNode)
        name, below = node.name.value, node.selection_set
        if thing is None and name not in ("__schema", "__type"):
            return 0
        if below is None:
            return 1
        if name == "__type":  # of whichever type is asked for
            return 1 + max(self._size(kind, below) for kind in self.schema.type_map.values())
        return 1 + sum(self._size(part, below) for part in self._below(thing, name))

    def _below(self, thing: Any, name: str) -> Iterable[Any]:
        if name == "__schema":
            return [self.schema]
        if name == "possibleTypes":
            return self.schema.get_possible_types(thing) if is_abstract_type(thing) else ()
        parts = PARTS.get(name)
        return parts(thing) if parts else ()
