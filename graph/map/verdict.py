"""What an answer is: something on the shelf, or which of three kinds of no. Pure functions.

A "no" is read as a promise, so it is only said when the question is nearer to a subject of which we know that nothing
lies on the shelf than to anything that does. The numbers were fixed on the questions for making
(`bench/gegevens/vragen/maken.json`); the curve stands in `docs/metingen.md`.
"""

from collections.abc import Mapping, Sequence
from enum import Enum, unique

from graph.cypher.relevance import Match
from graph.domain.vocabulary import Domein
from graph.map.placing import Plek


@unique
class Uitkomst(Enum):
    """Wat voor antwoord het is."""

    OP_DE_PLANK = "Er ligt iets op de plank"
    BEKEND_NIETS = "We kennen het onderwerp, maar er ligt niets op de plank dat past"
    BUITEN_SOCIAAL_DOMEIN = "De vraag gaat over iets buiten het sociaal domein, of op de rand ervan"
    NIET_BEGREPEN = "We begrijpen niet waar de vraag over gaat"


EMPTY_COUNTS = 0.6
"""What nearness to a subject without anything on the shelf takes off."""
ENOUGH = 0.24
"""From here on what is near on the shelf is an answer."""
KNOWN = 0.2
"""From this closeness on a question is about a subject."""


def answers(sterkte: float, near: Sequence[Match], plekken: Mapping[str, Plek]) -> bool:
    """Whether what lies on the shelf at this closeness is an answer, seen beside the subjects near the question."""
    empty = [m.closeness for m in near if m.id in plekken and not plekken[m.id].oplossingen]
    return sterkte - EMPTY_COUNTS * max(empty, default=0.0) >= ENOUGH


def subject(near: Sequence[Match], plekken: Mapping[str, Plek]) -> Plek | None:
    """The subject that a question is about, if it is near enough to any."""
    first = next((m for m in near if m.id in plekken), None)
    return plekken[first.id] if first is not None and first.closeness >= KNOWN else None


def kind_of_no(plek: Plek | None, knows_something: bool) -> Uitkomst:
    """`knows_something`: a knelpunt near the question, something that is left out, or something running."""
    if plek is None:
        return Uitkomst.BEKEND_NIETS if knows_something else Uitkomst.NIET_BEGREPEN
    return Uitkomst.BEKEND_NIETS if plek.domein is Domein.SOCIAAL else Uitkomst.BUITEN_SOCIAAL_DOMEIN
