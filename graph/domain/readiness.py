"""What may not stand in the graph although each value by itself may: said once, for loads and for `controleer`."""

from collections.abc import Mapping
from typing import Any

from graph.domain.vocabulary import Rijpheid

READY = Rijpheid.PASKLAAR.name
NOTHING_TO_HAND = (
    "'{key}' is PASKLAAR zonder materiaal. Wie iets overneemt, moet iets in handen hebben: geef `materialen`, of maak "
    "de rijpheid BEPROEFD."
)


def broken(label: str, key: str, values: Mapping[str, Any]) -> str | None:
    """The rule that a thing breaks, as a sentence."""
    if label == "Oplossing" and values.get("rijpheid") == READY and not values.get("materialen"):
        return NOTHING_TO_HAND.format(key=key)
    return None
