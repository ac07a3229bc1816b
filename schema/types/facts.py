"""Types of what a fact says: its kind, what was decided of it, and its fields."""

from typing import Any

import strawberry

from graph.domain.reader import Model
from graph.domain.vocabulary import FeitBesluit, PartijSoort
from schema.leaves import enums
from schema.types.relay import field


@strawberry.type(description="Eén veld van wat een feit beweert")
class FeitVeld:
    naam: str = field("De naam; van een deel met een punt, en van een van meer met zijn nummer: `materialen.1.titel`")
    waarden: list[str] = field("De waarden als tekst; meestal is het er één")


def facts(model: Model) -> dict[str, Any]:
    """These types by name."""
    return {
        "FeitSoort": enums.feit_soort(model),
        "FeitBesluit": enums.of_vocabulary(FeitBesluit),
        "FeitVeld": FeitVeld,
        "PartijSoort": enums.of_vocabulary(PartijSoort),
    }
