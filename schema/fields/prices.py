"""What the computed roots cost: what the schema says of them, and what is charged.

A point is about a quarter of a millisecond of one processor, of the database and the model of language together; so the
most expensive operation that is allowed takes a second or so when it is alone (`bench.model`).
"""

from collections.abc import Mapping
from typing import Any

from schema.leaves.directives import Kosten

COMPUTED = {
    "zoek": Kosten(basis=15, perItem=1, omvangUit=["first"]),
    "suggesties": Kosten(basis=10),
    "pasklaar": Kosten(basis=30, perItem=2, omvangUit=["first"], inWoorden=800),
    "paden": Kosten(basis=40),
    "trajectToets": Kosten(basis=20),
    "stand": Kosten(basis=1),
}


def in_words(arguments: Mapping[str, Any]) -> bool:
    """Whether a look-up is asked in somebody's own words, which the model of language has to read."""
    asked = arguments.get("invoer")
    return isinstance(asked, Mapping) and "omschrijving" in (asked.get("vraag") or ())
