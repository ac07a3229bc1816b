"""When nothing lies on the shelf: what is near, who is busy with it, and what it would take. Pure functions.

Everything here is data with evidence. A route nobody has established stays unknown; we do not guess it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.domain.vocabulary import Domein, Oplosroute
from graph.dutch.phrasing import count, lower_first, series
from graph.map.placing import Plek
from graph.map.verdict import Uitkomst
from graph.pasklaar.surroundings import Circumstances

CAPITALS = ("Jeugdwet", "Rijk", "Wmo", "Oekraïners")
"""First words of names that keep their capital inside a sentence."""
WHO = {"gemeente": "de gemeente", "Rijk": "het Rijk", "provincie": "de provincie", "waterschap": "het waterschap"}
MOST = 3
"""How many knelpunten near the question are named."""
NOT_UNDERSTOOD = (
    "We begrijpen niet waar je vraag over gaat. Schrijf in een paar gewone woorden op wat er misgaat, en voor wie."
)
ONLY_DUTCH = "Op de Plank begrijpt alleen Nederlands. Stel je vraag in het Nederlands. Please ask in Dutch."
ELSEWHERE = "Kijk op de website van je gemeente, of op Overheid.nl."
LESS = "Er ligt wel iets, maar minder ver of minder bewezen dan je vraagt"
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
    opvolgers: tuple[str, ...] = ()
    """What came in the place of what is no longer used."""


@dataclass(frozen=True)
class Alternatief:
    """Ids of what can help instead. `route`, `wetten` and `departementen` belong to the nearest knelpunt."""

    verwante_knelpunten: tuple[Verwant, ...]
    lopende_trajecten: tuple[str, ...]
    route: str | None
    wetten: tuple[str, ...]
    departementen: tuple[str, ...]
    uitleg: str
    dichtbij: tuple[str, ...] = ()
    """Subjects of the map near the question with something on the shelf."""
    gevraagd: int = 0
    """How often its subject was asked about in vain before."""


@dataclass(frozen=True)
class No:
    """Which kind of no it is, and the subject of the map that the question is about, if any; `vreemd` when the question
    is in another language."""

    uitkomst: Uitkomst
    plek: Plek | None = None
    vreemd: bool = False
    genoemd: str | None = None
    """The name of the thing that was asked for by its name."""


def useful_no(
    about: Sequence[Circumstances], running: Sequence[str], others: Sequence[Verwant], left: Left, no: No
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
        " ".join(_sentences(others, trajecten, nearest, left, no)),
        no.plek.buren if no.plek else (),
        no.plek.gevraagd if no.plek else 0,
    )


def _sentences(
    others: Sequence[Verwant], trajecten: Sequence[str], nearest: Circumstances | None, left: Left, no: No
) -> list[str]:
    if no.uitkomst is Uitkomst.NIET_BEGREPEN:
        return [ONLY_DUTCH if no.vreemd else NOT_UNDERSTOOD]
    if no.plek is not None and _elsewhere(no.plek, left):
        return [*_outside(no.plek), *(_where(no.plek) or [ELSEWHERE])]
    said = [_what_there_is(left, no)]
    if no.plek is not None and left == Left():
        said += [*_where(no.plek), *_asked(no.plek.gevraagd)]
    if others:
        verb, noun = ("lijkt", "knelpunt") if len(others) == 1 else ("lijken", "knelpunten")
        said.append(
            f"Wel {verb} {count(len(others))} {'bekend' if len(others) == 1 else 'bekende'} {noun} op jouw vraag."
        )
    if trajecten:
        verb, noun = ("loopt", "traject") if len(trajecten) == 1 else ("lopen", "trajecten")
        said.append(f"Daarover {verb} {count(len(trajecten))} {noun}.")
    settled = left.al_in_gebruik or left.opvolgers
    if nearest is not None and not (settled and nearest.route is None):
        said.append(_route(nearest.route))
    return said


def _elsewhere(plek: Plek, left: Left) -> bool:
    """Whether who asks is helped elsewhere: nothing on the shelf would have fitted."""
    return plek.domein is not Domein.SOCIAAL and not plek.oplossingen and left == Left()


def _outside(plek: Plek) -> list[str]:
    where = "buiten het sociaal domein" if plek.domein is Domein.BUITEN else "op de rand van het sociaal domein"
    return [f"Je vraag gaat over {in_sentence(plek.naam)}. Dat ligt {where}. Op de plank ligt daar niets voor."]


def _where(plek: Plek) -> list[str]:
    """Whom it is for, as far as that was checked."""
    if plek.verwijs:
        return [f"Je kunt ermee terecht bij {plek.verwijs}."]
    if plek.aanbieders:
        who = series([WHO.get(a, a) for a in plek.aanbieders])
        verb = "gaat" if len(plek.aanbieders) == 1 else "gaan"
        return [f"Volgens de lijst van producten van de overheid {verb} {who} erover."]
    return []


def _asked(gevraagd: int) -> list[str]:
    return [f"Er is {count(gevraagd)} keer eerder naar gevraagd."] if gevraagd else []


def _what_there_is(left: Left, no: No) -> str:
    plek = no.plek
    if left.al_in_gebruik:
        more = f" Er ligt meer, maar minder ver of bewezen dan je vraagt: {left.te_weinig}." if left.te_weinig else ""
        return f"Dit heb je al: {left.al_in_gebruik}.{more}"
    if left.te_weinig:
        return f"{LESS}: {left.te_weinig}."
    if left.uitgefaseerd:
        verb = "wordt" if left.uitgefaseerd.aantal == 1 else "worden"
        instead = f" Daarvoor in de plaats kwam {series(left.opvolgers)}." if left.opvolgers else ""
        return f"Hier ligt nu niets voor op de plank. {left.uitgefaseerd} {verb} niet meer gebruikt.{instead}"
    if no.genoemd is not None:
        return f"We kennen {no.genoemd}, maar daar ligt nog niets bij op de plank."
    if plek is None:
        return "Hier ligt nog niets voor op de plank."
    about = f"Je vraag gaat over {in_sentence(plek.naam)}."
    if plek.oplossingen:
        return f"{about} Daar ligt wel iets over op de plank, maar niets dat op jouw vraag lijkt."
    return f"{about} Daar ligt nog niets."


def in_sentence(naam: str) -> str:
    """A name in the middle of a sentence: `Leerlingenvervoer` without its capital, `AOW` and `Wmo` with theirs."""
    first = naam.split()[0]
    return naam if any(c.isupper() for c in first[1:]) or first in CAPITALS else lower_first(naam)


def _route(route: str | None) -> str:
    if route is None:
        return "Niemand heeft vastgesteld wat hier nodig is. We raden niet."
    return f"Wat er nodig is: {lower_first(Oplosroute[route].value)}."
