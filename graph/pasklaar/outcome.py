"""What one can ask the look-up, and what it answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.map.understanding import Begrip
from graph.map.verdict import Uitkomst
from graph.pasklaar.alternative import Alternatief, Verwant
from graph.pasklaar.candidates import Treffer
from graph.pasklaar.standing import Rang
from graph.pasklaar.surroundings import HeeftAl


@dataclass(frozen=True)
class Question:
    """Exactly one of `knelpunt`, `omschrijving` and `thema`; the rest narrows it down."""

    knelpunt: str | None = None
    omschrijving: str | None = None
    thema: str | None = None
    gemeente: str | None = None
    minimale_rijpheid: Rijpheid = Rijpheid.NIET_BEOORDEELD
    minimaal_bewijs: Bewijsniveau | None = None
    ook_verwant: bool = True
    uitsluiten_al_in_gebruik: bool = True


@dataclass(frozen=True)
class Answer:
    """The part of the hits that was asked for, and what all of them are sorted by, the best first.

    `begrepen_als` says how the question was understood, `begrip` how well, for a question in words. `onbeantwoord`:
    nothing on the shelf was for this, not even something that is left out. `onderwerp` is the subject of the map that
    the question is about, for a question in words.
    """

    treffers: tuple[Treffer, ...] = ()
    rangen: Sequence[Rang] = ()
    begrepen_als: tuple[Verwant, ...] = ()
    alternatief: Alternatief | None = None
    onbeantwoord: bool = False
    begrip: Begrip | None = None
    heeft_al: tuple[HeeftAl, ...] = ()
    """What the asking gemeente has already of all that fits, the best first; also what is not among the hits."""
    nee: Uitkomst = Uitkomst.BEKEND_NIETS
    """Which kind of no it is, when there are no hits."""
    onderwerp: str | None = None
    genoemd: str | None = None
    """The thing that the question is the name of."""

    @property
    def aantal(self) -> int:
        """How many hits there are."""
        return len(self.rangen)

    @property
    def uitkomst(self) -> Uitkomst:
        """What kind of answer it is: a no is never said above a hit."""
        return Uitkomst.OP_DE_PLANK if self.rangen else self.nee

    @property
    def passing(self) -> bool:
        """Whether the same question will soon be read better, so that this answer is not one to keep."""
        return self.begrip is not None and self.begrip.passing


Part = Callable[[Sequence[Rang]], slice]
"""Which hits to tell in full, when one knows what all are sorted by."""


def first(number: int) -> Part:
    return lambda rangen: slice(number)


FIVE = first(5)
