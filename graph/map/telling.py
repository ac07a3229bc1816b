"""What tells an answer from a no: how near a question lies to what is on the shelf and to the subjects of the map.

Nothing is decided here (`graph.map.verdict`). Which subjects have something on the shelf is known after another look at
the graph, so it comes in later.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from graph.domain.vocabulary import Domein
from graph.map.placing import Plek
from graph.meaning.similarity import Kin

NEAREST = 5
"""Things on the shelf that count together: one that is near may be so by chance."""
EMPTIES, AROUND = 3, (5, 12)
"""Likewise of the subjects without anything; and of how many of the nearest subjects it counts how many are so."""
LONGEST = 200


@dataclass(frozen=True)
class Tekens:
    """`dichtbij`: how near the nearest things on the shelf are, nearest first; `letters`: the most letters that any has
    in common with the question. `onderwerpen`: id, nearness and letters of subjects, nearest first. `woorden`: how many
    words the question has."""

    dichtbij: tuple[float, ...]
    letters: float
    onderwerpen: tuple[tuple[str, float, float], ...]
    woorden: int


def tekens(meant: Iterable[Kin], woorden: int) -> Tekens:
    """Of everything that lies near a question."""
    found = sorted(meant, key=lambda kin: (-kin.nearness, kin.id))
    shelf = [kin for kin in found if kin.soort != "Onderwerp"]
    return Tekens(
        tuple(kin.nearness for kin in shelf[:NEAREST]),
        max((kin.letters for kin in shelf), default=0.0),
        tuple((kin.id, kin.nearness, kin.letters) for kin in found if kin.soort == "Onderwerp"),
        woorden,
    )


NAMES = (
    "plank", "planken", "leeg", "leegste", "vol", "buiten", "letters plank", "letters leeg", "letters vol",
    "deel leeg", "deel leeg ruim", "eerste leeg", "lengte",
)  # fmt: skip
"""What the numbers of `numbers` are, in their order."""


def numbers(signs: Tekens, plekken: Mapping[str, Plek]) -> tuple[float, ...]:
    """The signs as numbers, with what the map says of the subjects; those that may not be seen do not count."""
    seen = [(plekken[key], near, letters) for key, near, letters in signs.onderwerpen if key in plekken]
    least = min((near for _, near, _ in seen), default=0.0)
    empty = [(near, letters) for plek, near, letters in seen if not plek.oplossingen]
    full = [(near, letters) for plek, near, letters in seen if plek.oplossingen]
    outside = [near for plek, near, _ in seen if plek.domein is Domein.BUITEN]
    none = [0.0 if plek.oplossingen else 1.0 for plek, _, _ in seen]
    return (
        signs.dichtbij[0] if signs.dichtbij else 0.0,
        _mean(signs.dichtbij),
        empty[0][0] if empty else least,
        _mean([near for near, _ in empty[:EMPTIES]] or [least]),
        full[0][0] if full else least,
        outside[0] if outside else least,
        signs.letters,
        max((letters for _, letters in empty), default=0.0),
        max((letters for _, letters in full), default=0.0),
        _mean(none[: AROUND[0]]),
        _mean(none[: AROUND[1]]),
        none[0] if none else 0.0,
        log(min(max(signs.woorden, 1), LONGEST)),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
