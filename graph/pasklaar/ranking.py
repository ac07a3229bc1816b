"""Why an oplossing fits, in points: pure functions over one table of weights.

A score is the sum of named parts, each a whole number, so the parts always add up to it. Nothing is inferred from one
scale to the other: `rijpheid` says how finished something is, `bewijs` how well it works. What nobody has assessed
gets no points and is shown as such.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, unique
from math import log2

from graph.cypher.rows import rank
from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.dutch.phrasing import count, series, upper_first
from graph.search.likeness import ALIKE, Profile, by_likeness, comparable


@unique
class PasklaarRedenSoort(Enum):
    """Waarom een oplossing past, of juist minder past."""

    ZELFDE_KNELPUNT = "De oplossing neemt het knelpunt weg waar je naar vraagt"
    VERWANT_KNELPUNT = "De oplossing neemt een knelpunt weg dat erop lijkt"
    ZELFDE_THEMA = "De oplossing gaat over hetzelfde onderwerp"
    TEKST = "De beschrijving van de oplossing lijkt op je vraag"
    VERGELIJKBARE_GEMEENTE = "Een gemeente die op de jouwe lijkt, werkt ermee"
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
    S.TEKST: 30,
    S.VERGELIJKBARE_GEMEENTE: 14,
    S.VAAK_TOEGEPAST: 12,
    S.RIJPHEID: 8,
    S.BEWIJSNIVEAU: 6,
    S.RECENT_GETOETST: 4,
    S.GESTOPT_ELDERS: -12,
}
"""The most each reason can give (or take). What a part really gives is a share of this, rounded to whole points."""

NAMES: Mapping[PasklaarRedenSoort, str] = {
    S.ZELFDE_KNELPUNT: "Zelfde knelpunt",
    S.VERWANT_KNELPUNT: "Verwant knelpunt",
    S.ZELFDE_THEMA: "Zelfde thema",
    S.TEKST: "Jouw woorden",
    S.VERGELIJKBARE_GEMEENTE: "Gemeenten als de jouwe",
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
RECENT_YEARS, OLD_YEARS = 2, 5
LEAST_COVERAGE = 0.5
"""A solution that takes away a small part of a knelpunt still is one for that knelpunt."""

NOT_ASSESSED = "Niemand heeft het beoordeeld. Dat telt niet mee en niet tegen."
RIJPHEID_NAMES = {
    Rijpheid.NIET_BEOORDEELD: "Niet beoordeeld",
    Rijpheid.IDEE: "Idee",
    Rijpheid.IN_ONTWIKKELING: "In ontwikkeling",
    Rijpheid.PILOT: "Pilot",
    Rijpheid.BEPROEFD: "Beproefd",
    Rijpheid.PASKLAAR: "Pasklaar",
    Rijpheid.UITGEFASEERD: "Uitgefaseerd",
}


@dataclass(frozen=True)
class Reden:
    soort: PasklaarRedenSoort
    uitleg: str
    gewicht: int
    via: tuple[str, ...] = ()
    """The things that lead from the question to the oplossing, both included; empty when no relationship does."""


@dataclass(frozen=True)
class Use:
    """A gemeente that uses, used or prepares a solution."""

    id: str
    gemeente: Profile
    status: str | None
    tot: str | None
    reden_gestopt: str | None
    beeindigd: bool
    """The gemeente itself no longer exists."""

    def stopped(self) -> bool:
        return self.status == "GESTOPT"

    def current(self, vandaag: date) -> bool:
        """In use, as far as anyone knows: a source that does not say otherwise counts as in use."""
        over = self.tot is not None and self.tot < vandaag.isoformat()
        return self.status in (None, "IN_GEBRUIK") and not over and not self.beeindigd

    def claimed(self, vandaag: date) -> bool:
        """In use or on its way: reason enough not to offer it to this gemeente again."""
        over = self.tot is not None and self.tot < vandaag.isoformat()
        return self.status in (None, "IN_GEBRUIK", "VOORBEREIDING") and not over


@dataclass(frozen=True)
class Link:
    """A knelpunt the question is about: itself, or one like it, with how strong the tie is (0 to 1).

    `via` leads to it from what was asked.
    """

    id: str
    naam: str
    sterkte: float
    zelfde: bool
    via: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subject:
    """What the ranking needs to know of a subject. `themas` and `teksten` are by id, `knelpunten` likewise.

    A text is how near the oplossing itself is to the question, and the words of the question that it holds.
    """

    knelpunten: Mapping[str, Link]
    themas: Mapping[str, str]
    teksten: Mapping[str, tuple[float, tuple[str, ...]]]
    gemeenten: Sequence[Profile]
    vandaag: date


@dataclass(frozen=True)
class Candidate:
    id: str
    naam: str
    rijpheid: str
    bewijs: str
    getoetst: str | None
    knelpunten: Mapping[str, float | None]
    """Id of each knelpunt it takes away, with the share of it (`dekking`), if known."""
    themas: Mapping[str, tuple[str, ...]]
    """Id of each thema it is about, with what stands in between: nothing, or a knelpunt."""
    gebruik: tuple[Use, ...]


def reasons(candidate: Candidate, subject: Subject) -> tuple[Reden, ...]:
    """The parts of the score, in the order of WEIGHTS."""
    users = [u for u in candidate.gebruik if u.current(subject.vandaag)]
    parts = (
        _knelpunt(candidate, subject),
        _thema(candidate, subject),
        _text(candidate, subject),
        _comparable(candidate.id, users, subject),
        _users(users),
        _rijpheid(candidate),
        _bewijs(candidate),
        _tested(candidate, subject.vandaag),
        _stopped(candidate),
    )
    return tuple(part for part in parts if part is not None)


def score(redenen: Iterable[Reden]) -> int:
    return sum(r.gewicht for r in redenen)


def from_level(minimaal: Rijpheid) -> list[str]:
    """The levels that are good enough. What is no longer used is so for nobody who asks for another level."""
    if minimaal is Rijpheid.UITGEFASEERD:
        return [minimaal.name]
    return [r.name for r in Rijpheid if rank(r) >= rank(minimaal) and r is not Rijpheid.UITGEFASEERD]


def from_evidence(minimaal: Bewijsniveau | None) -> list[str]:
    return [b.name for b in Bewijsniveau if minimaal is None or rank(b) >= rank(minimaal)]


def _points(soort: PasklaarRedenSoort, share: float) -> int:
    return round(WEIGHTS[soort] * min(max(share, 0.0), 1.0))


def _knelpunt(candidate: Candidate, subject: Subject) -> Reden | None:
    found = [
        (link, link.sterkte * max(LEAST_COVERAGE, 1.0 if dekking is None else dekking))
        for key, dekking in candidate.knelpunten.items()
        if (link := subject.knelpunten.get(key))
    ]
    if not found:
        return None
    parts = [
        Reden(soort, f"{link.naam}.", _points(soort, share), (*link.via, candidate.id))
        for link, share in sorted(found, key=lambda f: f[0].id)
        for soort in [S.ZELFDE_KNELPUNT if link.zelfde else S.VERWANT_KNELPUNT]
    ]
    return max(parts, key=lambda part: part.gewicht)


def _thema(candidate: Candidate, subject: Subject) -> Reden | None:
    shared = sorted((naam, key) for key, naam in subject.themas.items() if key in candidate.themas)
    if not shared:
        return None
    share = 1.0 if len(shared) > 1 or len(subject.themas) == 1 else ONE_THEMA
    first = shared[0][1]
    via = (first, *candidate.themas[first], candidate.id)
    return Reden(S.ZELFDE_THEMA, f"{series([naam for naam, _ in shared])}.", _points(S.ZELFDE_THEMA, share), via)


def _text(candidate: Candidate, subject: Subject) -> Reden | None:
    share, shared = subject.teksten.get(candidate.id, (0.0, ()))
    points = _points(S.TEKST, share)
    uitleg = f"Het gaat ook over {series(shared)}." if shared else "De beschrijving betekent ongeveer hetzelfde."
    return Reden(S.TEKST, uitleg, points) if points else None


def _comparable(candidate: str, users: Sequence[Use], subject: Subject) -> Reden | None:
    own = {g.id for g in subject.gemeenten}
    others = [u for u in users if u.gemeente.id not in own]
    if not subject.gemeenten or not others:
        return None
    alike = {u: max(comparable(g, u.gemeente) for g in subject.gemeenten) for u in others}
    best = max(alike.values())
    nearest = [u for u in by_likeness(others, subject.gemeenten) if alike[u] >= min(ALIKE, best)]
    mine = series([g.naam for g in subject.gemeenten])
    names = list(dict.fromkeys(u.gemeente.naam for u in nearest))
    verb = "lijken" if len(names) > 1 else "lijkt"
    degree = "" if best >= ALIKE else " een beetje"
    uitleg = f"{series(names)} {verb}{degree} op {mine}."
    via = (nearest[0].gemeente.id, nearest[0].id, candidate)
    return Reden(S.VERGELIJKBARE_GEMEENTE, uitleg, _points(S.VERGELIJKBARE_GEMEENTE, best), via)


def _users(users: Sequence[Use]) -> Reden | None:
    """A source that does not say whether it is still in use counts for half."""
    sure = {u.gemeente.id for u in users if u.status is not None}
    number = len({u.gemeente.id for u in users})
    if not number:
        return None
    counted = len(sure) + (number - len(sure)) / 2
    share = SHARE_OF_FIRST_USER + (1 - SHARE_OF_FIRST_USER) * log2(max(1, counted)) / log2(USERS_FOR_ALL)
    one = number == 1
    verb = ("werkt" if one else "werken") + " ermee"
    if len(sure) < number:
        verb = f"{'gebruikt of gebruikte' if one else 'gebruiken of gebruikten'} het"
    uitleg = f"{upper_first(count(number))} gemeente{'' if one else 'n'} {verb}."
    return Reden(S.VAAK_TOEGEPAST, uitleg, _points(S.VAAK_TOEGEPAST, share))


def _rijpheid(candidate: Candidate) -> Reden:
    level = Rijpheid[candidate.rijpheid]
    if level is Rijpheid.NIET_BEOORDEELD:
        return Reden(S.RIJPHEID, NOT_ASSESSED, 0)
    share = rank(level) / rank(Rijpheid.PASKLAAR)
    return Reden(S.RIJPHEID, f"{RIJPHEID_NAMES[level]}. {level.value}.", _points(S.RIJPHEID, share))


def _bewijs(candidate: Candidate) -> Reden:
    level = Bewijsniveau[candidate.bewijs]
    if level is Bewijsniveau.NIET_BEOORDEELD:
        return Reden(S.BEWIJSNIVEAU, NOT_ASSESSED, 0)
    share = rank(level) / rank(Bewijsniveau.STERKE_AANWIJZINGEN)
    return Reden(S.BEWIJSNIVEAU, f"{level.value}.", _points(S.BEWIJSNIVEAU, share))


def _tested(candidate: Candidate, vandaag: date) -> Reden | None:
    year = _year(candidate.getoetst)
    if year is None or candidate.getoetst is None or candidate.getoetst > vandaag.isoformat():
        return None
    age = vandaag.year - year
    if age >= OLD_YEARS:
        return None
    share = 1.0 if age <= RECENT_YEARS else 0.5
    return Reden(S.RECENT_GETOETST, f"Voor het laatst getoetst in {year}.", _points(S.RECENT_GETOETST, share))


def _year(day: str | None) -> int | None:
    return int(day[:4]) if day and day[:4].isdigit() else None


def _stopped(candidate: Candidate) -> Reden | None:
    stops = sorted((u for u in candidate.gebruik if u.stopped()), key=lambda u: (u.gemeente.naam, u.id))
    if not stops:
        return None
    why = next((u for u in stops if u.reden_gestopt), None)
    names = series(list(dict.fromkeys(u.gemeente.naam for u in stops)))
    uitleg = f"{names} {'zijn' if len(stops) > 1 else 'is'} ermee gestopt."
    uitleg += f" De reden van {why.gemeente.naam}: {why.reden_gestopt}" if why else " De reden is niet bekend."
    shown = why or stops[0]
    points = _points(S.GESTOPT_ELDERS, SHARE_PER_STOP * len(stops))
    return Reden(S.GESTOPT_ELDERS, uitleg, points, (shown.gemeente.id, shown.id, candidate.id))
