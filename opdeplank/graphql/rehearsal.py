"""Asking every registered operation once, for nobody: the database plans a text when it first sees it, and that takes
longer than answering it. So it is done at start, before anyone waits for it."""

from collections.abc import Mapping
from typing import Any

from graphql import NonNullTypeNode, OperationDefinitionNode, parse
from graphql.language import print_ast

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.upkeep import state
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.endpoint import budget
from opdeplank.graphql.registered import Registered, registered
from opdeplank.settings.table import Settings
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans

SAMPLES: Mapping[str, Any] = {
    "String!": "schulden",
    "ID!": "oplossing:geen",
    "GemeenteSleutel!": {"code": "GM0153"},
    "EntiteitSleutel!": {"id": "knelpunt:geen"},
}
"""A value for each type of variable that an operation cannot do without; what it names need not exist."""


async def ask_all(store: Store, settings: Settings) -> None:
    """Every registered operation once; raises GraphError when the database is away."""
    executor = Executor(store, Plans(SCHEMA, MODEL, await state.secret(store), budget(settings)))
    for operation in registered().values():
        await executor.execute(Request(operation.text, variables(operation)))


def variables(operation: Registered) -> dict[str, Any]:
    """The least that this operation can be asked with."""
    definition = parse(operation.text).definitions[0]
    assert isinstance(definition, OperationDefinitionNode)
    return {
        v.variable.name.value: SAMPLES[print_ast(v.type)]
        for v in definition.variable_definitions or ()
        if isinstance(v.type, NonNullTypeNode) and v.default_value is None
    }
