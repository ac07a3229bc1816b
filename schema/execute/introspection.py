"""Questions about the schema itself: graphql-core answers them, beside the graph and before it is asked anything.

Every tool asks the same question when it starts, so the last few answers are kept, as the bytes they are sent in.
"""

from collections.abc import Mapping
from typing import Any

import orjson
from graphql import FieldNode, OperationDefinitionNode, SelectionSetNode, execute_sync
from graphql.execution.values import VariableValues
from graphql.language import DocumentNode

from schema.execute.compiled import Plan
from schema.execute.plans import Document, Plans, Recent
from schema.request.selection import Selection

KEPT = 8
LARGEST = 2_000_000
"""Answers, and the bytes of one, that are kept at most."""


class Introspection:
    """The answers about one schema."""

    def __init__(self, plans: Plans) -> None:
        self.plans = plans
        self.answers: Recent[tuple[str, str | None, bytes], dict[str, orjson.Fragment]] = Recent(KEPT)

    def known(self, document: Document, given: Mapping[str, Any] | None) -> dict[str, orjson.Fragment] | None:
        """The values by response key, when this was asked before."""
        return self.answers.get(self._key(document, given))

    def made(
        self, document: Document, plan: Plan, variables: VariableValues, given: Mapping[str, Any] | None
    ) -> dict[str, bytes]:
        """The values by response key, as JSON; needs the tree of the document."""
        node = self._only(document, set(plan.introspection), variables)
        result = execute_sync(self.plans.schema, node, variable_values=dict(given or {}))
        return {key: orjson.dumps(value) for key, value in (result.data or {}).items()}

    def keep(
        self, document: Document, given: Mapping[str, Any] | None, made: Mapping[str, bytes]
    ) -> dict[str, orjson.Fragment]:
        found = {key: orjson.Fragment(value) for key, value in made.items()}
        key = self._key(document, given)
        if sum(map(len, made.values())) + len(key[0]) + len(key[2]) <= LARGEST:
            self.answers.put(key, found)
        return found

    def _key(self, document: Document, given: Mapping[str, Any] | None) -> tuple[str, str | None, bytes]:
        return document.text, document.name, orjson.dumps(given or {}, option=orjson.OPT_SORT_KEYS)

    def _only(self, document: Document, keys: set[str], variables: VariableValues) -> DocumentNode:
        """The document with only its introspection at the root."""
        node, operation = self.plans.tree(document)
        root = Selection(self.plans.schema, node, operation, variables).root()
        fields: list[FieldNode] = [d.node for key, details in root.items() if key in keys for d in details]
        only = OperationDefinitionNode(
            operation=operation.operation,
            name=operation.name,
            variable_definitions=operation.variable_definitions,
            selection_set=SelectionSetNode(selections=tuple(fields)),
        )
        rest = [d for d in node.definitions if not isinstance(d, OperationDefinitionNode)]
        return DocumentNode(definitions=(only, *rest))
