"""Asking every registered operation once, for nobody: the database plans a text when it first sees it, and that takes
longer than answering it. So it is done at start, before anyone waits for it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.resources import Resources
from graph.upkeep import state
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.endpoint import budget
from opdeplank.graphql.registered import Registered, registered
from opdeplank.settings.table import Settings
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans

SAMPLES: Mapping[str, Any] = {
    "String": "schulden",
    "ID": "oplossing:geen",
    "GemeenteSleutel": {"code": "GM0153"},
    "EntiteitSleutel": {"id": "knelpunt:geen"},
    "Rijpheid": "PASKLAAR",
    "Bewijsniveau": "GOED_BESCHREVEN",
}
"""A value for each type of variable that changes what is asked; what it names need not exist."""


async def ask_all(store: Store, settings: Settings, resources: Resources) -> None:
    """Every registered operation with the least and with the most that it can be asked: a condition makes another text.
    Nobody hears what has no answer. Raises GraphError when the database is away."""
    plans = Plans(SCHEMA, MODEL, await state.secret(store), budget(settings))
    executor = Executor(store, plans, resources=replace(resources, heard=None))
    for operation in registered().values():
        least, most = variables(operation), variables(operation, every=True)
        for given in [least] if least == most else [least, most]:
            await executor.execute(Request(operation.text, given))


def variables(operation: Registered, every: bool = False) -> dict[str, Any]:
    """The least that this operation can be asked with, or all that there is a sample of."""
    found = {}
    for each in operation.declared:
        kind = each.type.rstrip("!")
        if each.needed or (every and kind in SAMPLES and kind != "String"):  # an optional text is a cursor
            found[each.name] = SAMPLES[kind]
    return found
