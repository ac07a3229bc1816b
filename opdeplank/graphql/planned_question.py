"""A question in a file, as a command is given it, and what the compiler makes of it."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from graph.domain.viewer import Viewer
from opdeplank.terminal.arguments import WrongUse
from schema.compile.lookups import LATE
from schema.execute.compiled import Plan
from schema.execute.plans import Document, Plans


@dataclass(frozen=True)
class Planned:
    """`bound`: the values of the plan. What is looked up first counts as nothing found."""

    document: Document
    plan: Plan
    bound: list[Any]
    price: int
    things: int


def planned(plans: Plans, text: str, given: Mapping[str, Any], viewer: Viewer) -> Planned:
    """Raises Invalid, and Refused for what is over a limit."""
    document = plans.document(text)
    variables = plans.variables(document, given)
    plan, _ = plans.plan(document, variables, viewer)
    bound = plan.bind({**variables.coerced, LATE: [[]] * plan.places}, plans.limits)
    price, things, _ = plan.cost(bound)
    return Planned(document, plan, bound, price, things)


def text_in(name: str) -> str:
    """What stands in a file, or comes in for `-`."""
    if name == "-":
        return sys.stdin.read()
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"{name} is niet te lezen. Geef een tekstbestand met een GraphQL-vraag.") from error


def values_in(text: str) -> dict[str, Any]:
    """The values of `--variabelen`."""
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise WrongUse("--variabelen: dit is geen JSON.") from error
    if not isinstance(found, dict):
        raise WrongUse("--variabelen: geef een JSON-object, bijvoorbeeld {}.")
    return found
