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
    "Int": 10,
    "GemeenteSleutel": {"code": "GM0153"},
    "EntiteitSleutel": {"id": "knelpunt:geen"},
    "Rijpheid": "PASKLAAR",
    "Bewijsniveau": "GOED_BESCHREVEN",
    "GemeenteCode": "GM0363",
}
"""A value for each type of variable that changes what is asked; what it names need not exist."""
ASKED, QUESTIONS = (
    "vraag",
    (
        "een jongere met schulden kan niet verder met school",
        "wanneer wordt het oud papier opgehaald",
        "schulden",
        "Amsterdam",
    ),
)
"""What is asked in words goes another way through the graph when there is an answer, when there is none, and when it
is the name of a thema or of something else."""


async def ask_all(store: Store, settings: Settings, resources: Resources) -> None:
    """Every registered operation with the least and with the most that it can be asked: a condition makes another text.
    Nobody hears what has no answer. Raises GraphError when the database is away."""
    plans = Plans(SCHEMA, MODEL, await state.secret(store), budget(settings))
    executor = Executor(store, plans, resources=replace(resources, heard=None))
    # a question in words is what visitors begin with
    for operation in sorted(registered().values(), key=lambda each: not _is_question(each)):
        for given in samples(operation):
            await executor.execute(Request(operation.text, given))


def samples(operation: Registered) -> list[dict[str, Any]]:
    """The least and the most that this operation can be asked with; in every kind of words, if it takes a question."""
    least, most = variables(operation), variables(operation, every=True)
    asked = [least] if least == most else [least, most]
    if not _is_question(operation):
        return asked
    who = {each.name for each in operation.declared if each.type.rstrip("!") == "GemeenteSleutel"}
    anyone = {name: value for name, value in most.items() if name not in who}  # the gemeente need not exist
    asked += [anyone] if anyone not in asked else []
    return [given | {ASKED: text} for text in QUESTIONS for given in asked]


def _is_question(operation: Registered) -> bool:
    return any(each.name == ASKED and each.type.rstrip("!") == "String" for each in operation.declared)


def variables(operation: Registered, every: bool = False) -> dict[str, Any]:
    """The least that this operation can be asked with, or all that there is a sample of."""
    found = {}
    for each in operation.declared:
        kind = each.type.rstrip("!")
        if each.needed or (every and kind in SAMPLES and kind != "String"):  # an optional text is a cursor
            found[each.name] = [SAMPLES[kind.strip("[]!")]] if kind.startswith("[") else SAMPLES[kind]
    return found
