"""What the computed roots cost: what the schema says of them, and what is charged.

A point is about half a millisecond of the database and of the model of language together, on a machine of two cores
(`bench.model`); so that the most expensive operation that is allowed takes a few seconds when it is alone.
"""

from collections.abc import Mapping
from typing import Any

from schema.leaves.directives import Kosten, per_item

COMPUTED = {
    "zoek": per_item(15),
    "suggesties": Kosten(basis=10),
    "pasklaar": Kosten(basis=30, perItem=2, omvangUit=["first", "last"], inWoorden=600),
    "paden": Kosten(basis=40),
    "trajectToets": Kosten(basis=20),
    "stand": Kosten(basis=1),
}


def in_words(arguments: Mapping[str, Any]) -> bool:
    """Whether a look-up is asked in somebody's own words, which the model of language has to read."""
    asked = arguments.get("invoer")
    return isinstance(asked, Mapping) and "omschrijving" in (asked.get("vraag") or ())
