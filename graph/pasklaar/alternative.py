"""When nothing lies on the shelf: what is near, who is busy with it, and what it would take. Pure functions.

Everything here is data with evidence. A route nobody has established stays unknown; we do not guess it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.domain.vocabulary import Oplosroute
from graph.dutch.phrasing import count, lower_first, series
from graph.pasklaar.surroundings import Circumstances

MOST = 3
"""How many knelpunten near the question are named."""
NOTHING_NEAR = (
    "We kennen geen knelpunt dat hierop lijkt. Gaat het over het sociaal domein? Schrijf je vraag dan anders op."
)
NOTHING_ASKED = "Vul in wat het knelpunt is."


@dataclass(frozen=True)
class Verwant:
    """A knelpunt near the question, how near (0 to 1) and why."""

    id: str
    naam: str
    score: float
    redenen: tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """A few names out of a number of things."""

    MOST: ClassVar[int] = 3
    namen: tuple[str, ...] = ()
    aantal: int = 0

    def __str__(self) -> str:
        return series(self.namen, total=self.aantal)

    def __bool__(self) -> bool:
        return self.aantal > 0


@dataclass(frozen=True)
class Left:
    """Oplossingen that would have fitted but are not offered, by the reason."""

    uitgefaseerd: Named = Named()
    te_weinig: Named = Named()
    al_in_gebruik: Named = Named()


@dataclass(frozen=True)
class Alternatief:
    """Ids of what can help instead. `route`, `wetten` and `departementen` belong to the nearest knelpunt."""

    verwante_knelpunten: tuple[Verwant, ...]
    lopende_trajecten: tuple[str, ...]
    route: str | None
    wetten: tuple[str, ...]
    departementen: tuple[str, ...]
    uitleg: str


def useful_no(
    about: Sequence[Circumstances], running: Sequence[str], others: Sequence[Verwant], left: Left, in_words: bool
) -> Alternatief:
    """`about` are the circumstances of the knelpunten near the question, nearest first; `others` those knelpunten,
    without the one that was asked about; `running` trajecten on its thema's."""
    nearest = about[0] if about else None
    trajecten = tuple(dict.fromkeys([*(t for each in about for t in each.trajecten), *running]))
    return Alternatief(
        tuple(others),
        trajecten,
        nearest.route if nearest else None,
        nearest.wetten if nearest else (),
        nearest.departementen if nearest else (),
        " ".join(_sentences(others, trajecten, nearest, left, in_words)),
    )


def _sentences(
    others: Sequence[Verwant], trajecten: Sequence[str], nearest: Circumstances | None, left: Left, in_words: bool
) -> list[str]:
    if in_words and nearest is None and not trajecten and left == Left():
        return [NOTHING_NEAR]
    said = [_what_there_is(left)]
    if others:
        verb, noun = ("lijkt", "knelpunt") if len(others) == 1 else ("lijken", "knelpunten")
        said.append(
            f"Wel {verb} {count(len(others))} {'bekend' if len(others) == 1 else 'bekende'} {noun} op jouw vraag."
        )
    if trajecten:
        verb, noun = ("loopt", "traject") if len(trajecten) == 1 else ("lopen", "trajecten")
        said.append(f"Daarover {verb} {count(len(trajecten))} {noun}.")
    if nearest is not None:
        said.append(_route(nearest.route))
    return said


def _what_there_is(left: Left) -> str:
    if left.al_in_gebruik:
        more = f" Er ligt meer, maar minder ver of bewezen dan je vraagt: {left.te_weinig}." if left.te_weinig else ""
        return f"Dit heb je al: {left.al_in_gebruik}.{more}"
    if left.te_weinig:
        return f"Er ligt wel iets, maar minder ver of minder bewezen dan je vraagt: {left.te_weinig}."
    if left.uitgefaseerd:
        verb = "wordt" if left.uitgefaseerd.aantal == 1 else "worden"
        return f"Hier ligt nu niets voor op de plank. {left.uitgefaseerd} {verb} niet meer gebruikt."
    return "Hier ligt nog niets voor op de plank."


def _route(route: str | None) -> str:
    if route is None:
        return "Niemand heeft vastgesteld wat hier nodig is. We raden niet."
    return f"Wat er nodig is: {lower_first(Oplosroute[route].value)}."
