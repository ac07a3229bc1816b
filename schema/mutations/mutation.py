"""A mutation is one row: its name, what it gives, its arguments, who may do it, its price and the function behind it.

The function writes in a transaction that somebody else began, and gives plain values in which things are ids; what
cannot be done is raised as NotDone, and nothing of it is written.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graph.domain.vocabulary import Rol
from loaders.report.faults import Fault
from loaders.report.reporter import Reporter
from schema.leaves.directives import Kosten

Arguments = Mapping[str, Any]
Act = Callable[[Reporter, Arguments], Awaitable[dict[str, Any]]]
KEY = "idempotentieSleutel"
BUREAU = (Rol.PROGRAMMABUREAU,)
EITHER = (Rol.GEMEENTE, Rol.PROGRAMMABUREAU)
NOTHING = {"aangemaakt": 0, "bijgewerkt": 0, "ongewijzigd": 0, "afgekeurd": 0}
"""The counts of a load that did nothing."""
TRIED = "\0proef"
"""In an outcome: it was only tried, and has to be taken back before anyone sees it."""


@dataclass(frozen=True)
class Mutation:
    """`result` is the type that it gives; `failed` what that holds besides `fouten` when it is not done."""

    name: str
    result: str
    failed: Mapping[str, Any]
    description: str
    arguments: Mapping[str, tuple[Any, Any, str]]
    roles: tuple[Rol, ...]
    act: Act
    cost: Kosten = field(default_factory=partial(Kosten, basis=50))


def shown(fault: Fault) -> dict[str, Any]:
    """A fault as plain values of the API."""
    return {
        "__typename": fault.soort, "melding": fault.melding, "pad": list(fault.pad), "code": fault.code, **fault.extra,
    }  # fmt: skip
