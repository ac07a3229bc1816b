"""What each reason weighs, and how facts become points: whole numbers, so that the parts always add up to the score.

Nothing is inferred from one scale to the other: `rijpheid` says how finished something is, `bewijs` how well it works.
What nobody has assessed gets no points and is shown as such.
"""

from collections.abc import Mapping
from datetime import date
from enum import Enum, unique
from math import log2

from graph.cypher.rows import rank
from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.search.likeness import A_LITTLE


@unique
class PasklaarRedenSoort(Enum):
    """Waarom een oplossing past, of juist minder past."""

    ZELFDE_KNELPUNT = "De oplossing neemt het knelpunt weg waar je naar vraagt"
    VERWANT_KNELPUNT = "De oplossing neemt een knelpunt weg dat erop lijkt"
    ZELFDE_THEMA = "De oplossing gaat over hetzelfde onderwerp"
    TEKST = "De beschrijving van de oplossing lijkt op je vraag"
    VERGELIJKBARE_GEMEENTE = "Een gemeente die op de jouwe lijkt, werkt ermee"
    ZELFDE_REGIO = "Een gemeente uit jouw jeugdregio of arbeidsmarktregio werkt ermee"
    VAAK_TOEGEPAST = "Andere gemeenten werken ermee"
    RIJPHEID = "Hoe ver de oplossing is"
    BEWIJSNIVEAU = "Hoe goed de oplossing werkt"
    RECENT_GETOETST = "De oplossing is kort geleden getoetst"
    GESTOPT_ELDERS = "Een gemeente is ermee gestopt; dit telt tegen"


S = PasklaarRedenSoort

WEIGHTS: Mapping[PasklaarRedenSoort, int] = {
    S.ZELFDE_KNELPUNT: 50,
    S.VERWANT_KNELPUNT: 30,
    S.ZELFDE_THEMA: 6,
    S.TEKST: 45,
    S.VERGELIJKBARE_GEMEENTE: 10,
    S.ZELFDE_REGIO: 4,
    S.VAAK_TOEGEPAST: 12,
    S.RIJPHEID: 8,
    S.BEWIJSNIVEAU: 6,
    S.RECENT_GETOETST: 4,
    S.GESTOPT_ELDERS: -12,
}
"""The most each reason can give (or take). What a part really gives is a share of this, rounded to whole points."""

ALL, NUANCE = 1.0, 0.3
"""What the other reasons count for beside what a question is about: all of it when a knelpunt or thema was named, for
then much fits equally well. For a question in words how near something is says most; the rest puts in order what is
about equally near, and may not push out what is nearer."""
IN_WORDS = 0.72
"""The share of its points that a knelpunt gives when words led to it: the oplossing has words of its own as well."""

WEAK, LEAST_POINTS = 0.25, 15
"""Of what words led to, a hit has at least this share of the points of the best, and this many where it is known what
the words mean. Everything is a little like everything: a hit of eight points is read as an answer, and is none."""

NAMES: Mapping[PasklaarRedenSoort, str] = {
    S.ZELFDE_KNELPUNT: "Zelfde knelpunt",
    S.VERWANT_KNELPUNT: "Verwant knelpunt",
    S.ZELFDE_THEMA: "Zelfde thema",
    S.TEKST: "Jouw woorden",
    S.VERGELIJKBARE_GEMEENTE: "Gemeenten als de jouwe",
    S.ZELFDE_REGIO: "Zelfde regio",
    S.VAAK_TOEGEPAST: "Vaker gebruikt",
    S.RIJPHEID: "Rijpheid",
    S.BEWIJSNIVEAU: "Bewijs",
    S.RECENT_GETOETST: "Kort geleden getoetst",
    S.GESTOPT_ELDERS: "Elders gestopt",
}
"""How a person reads each reason."""

SHARE_PER_STOP = 1 / 3
SHARE_OF_FIRST_USER = 0.2
USERS_FOR_ALL = 16
ONE_THEMA = 0.6
ONE_REGION = 0.75
RECENT_YEARS, OLD_YEARS = 2, 5
LEAST_COVERAGE = 0.5
"""A solution that takes away a small part of a knelpunt still is one for that knelpunt."""


def points(soort: PasklaarRedenSoort, share: float, part: float = ALL) -> int:
    """A share of what the reason weighs, of which only a part counts; the share is kept between 0 and 1."""
    return round(WEIGHTS[soort] * min(max(share, 0.0), 1.0) * part)


def in_words(share: float) -> tuple[bool, float]:
    """For a knelpunt that words led to: whether it counts as the same, and how strong the tie is, so that the points
    go up evenly with how near it is."""
    same = share >= WEIGHTS[S.VERWANT_KNELPUNT] / WEIGHTS[S.ZELFDE_KNELPUNT]
    soort = S.ZELFDE_KNELPUNT if same else S.VERWANT_KNELPUNT
    return same, IN_WORDS * share * WEIGHTS[S.ZELFDE_KNELPUNT] / WEIGHTS[soort]


def knelpunt(zelfde: bool, sterkte: float, dekking: float | None) -> int:
    """For taking a knelpunt away: how strong it is tied to the question, and the part (0 to 1) that goes away."""
    soort = S.ZELFDE_KNELPUNT if zelfde else S.VERWANT_KNELPUNT
    return points(soort, sterkte * max(LEAST_COVERAGE, 1.0 if dekking is None else dekking))


def thema(shared: int, asked: int, part: float = ALL) -> int:
    """For being about `shared` of the thema's of the question, out of `asked`."""
    if not shared:
        return 0
    return points(S.ZELFDE_THEMA, 1.0 if shared > 1 or asked == 1 else ONE_THEMA, part)


def alike(likeness: float, part: float = ALL) -> int:
    """For the most comparable gemeente (0 to 1) among those that use it; none when it is not even a little alike."""
    return points(S.VERGELIJKBARE_GEMEENTE, likeness, part) if likeness >= A_LITTLE else 0


def region(shared: int, part: float = ALL) -> int:
    """For a gemeente that uses it and shares this many kinds of region."""
    return points(S.ZELFDE_REGIO, 0.0 if not shared else ONE_REGION if shared == 1 else 1.0, part)


def users(number: int, sure: int, part: float = ALL) -> int:
    """For the gemeenten that use it. A source that does not say whether they still do counts for half."""
    if not number:
        return 0
    counted = sure + (number - sure) / 2
    share = SHARE_OF_FIRST_USER + (1 - SHARE_OF_FIRST_USER) * log2(max(1, counted)) / log2(USERS_FOR_ALL)
    return points(S.VAAK_TOEGEPAST, share, part)


def stops(number: int, part: float = ALL) -> int:
    """Against it: how many stopped with it."""
    return points(S.GESTOPT_ELDERS, SHARE_PER_STOP * number, part)


def tested(getoetst: str | None, vandaag: date, part: float = ALL) -> int:  # noqa: PT028 (no test)
    """For a test (a date, ISO 8601, or a year) that is not old. One that is still to come does not count."""
    if getoetst is None or not getoetst[:4].isdigit() or getoetst > vandaag.isoformat():
        return 0
    age = vandaag.year - int(getoetst[:4])
    return 0 if age >= OLD_YEARS else points(S.RECENT_GETOETST, 1.0 if age <= RECENT_YEARS else 0.5, part)


def rijpheid(level: str, part: float = ALL) -> int:
    """For how finished it is; none for what nobody assessed, and none for what is no longer used."""
    return points(S.RIJPHEID, rank(Rijpheid[level]) / rank(Rijpheid.PASKLAAR), part)


def bewijs(level: str, part: float = ALL) -> int:
    """For how well it works; none for what nobody assessed."""
    return points(S.BEWIJSNIVEAU, rank(Bewijsniveau[level]) / rank(Bewijsniveau.STERKE_AANWIJZINGEN), part)


def from_level(minimaal: Rijpheid) -> list[str]:
    """The levels that are good enough. What is no longer used is so for nobody who asks for another level."""
    if minimaal is Rijpheid.UITGEFASEERD:
        return [minimaal.name]
    return [r.name for r in Rijpheid if rank(r) >= rank(minimaal) and r is not Rijpheid.UITGEFASEERD]


def from_evidence(minimaal: Bewijsniveau | None) -> list[str]:
    return [b.name for b in Bewijsniveau if minimaal is None or rank(b) >= rank(minimaal)]
