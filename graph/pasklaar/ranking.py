"""Why an oplossing fits, in points and in words: pure functions over the table of `graph.pasklaar.weights`.

A score is the sum of named parts. The parts say the same as the numbers by which all candidates were put in order
(`graph.pasklaar.standing`), with the names and ways that a person wants to see; so they are made for a page only.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.dutch.phrasing import count, quoted, series, upper_first
from graph.map.named import Genoemd
from graph.pasklaar import weights
from graph.pasklaar.weights import PasklaarRedenSoort, S, points
from graph.search.likeness import A_LITTLE, ALIKE, Profile, by_likeness, comparable, shared_regions

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
        return self.status in (None, "IN_GEBRUIK") and not self.over(vandaag) and not self.beeindigd

    def over(self, vandaag: date) -> bool:
        """It had a last day, and that is behind us."""
        return self.tot is not None and self.tot < vandaag.isoformat()


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
    `themas_van` are the thema's of knelpunten: a solution for one of those is about them as well.
    """

    knelpunten: Mapping[str, Link]
    themas: Mapping[str, str]
    teksten: Mapping[str, tuple[float, tuple[str, ...]]]
    gemeenten: Sequence[Profile]
    vandaag: date
    themas_van: Mapping[str, frozenset[str]] = field(default_factory=dict)
    part: float = weights.ALL
    """What the reasons count for that are not about the question."""
    genoemd: Genoemd | None = None
    """The thing that was asked for by its name."""


@dataclass(frozen=True)
class Candidate:
    id: str
    naam: str
    rijpheid: str
    bewijs: str
    getoetst: str | None
    knelpunten: Mapping[str, float | None]
    """Id of each knelpunt it takes away, with the share of it (`dekking`), if known."""
    themas: frozenset[str]
    """Ids of the thema's it is about itself."""
    gebruik: tuple[Use, ...]
    minstens: int | None = None
    """How many gemeenten a source says that use it, when not all of them are known here."""


def reasons(candidate: Candidate, subject: Subject) -> tuple[Reden, ...]:
    """The parts of the score, in the order of WEIGHTS."""
    users = [u for u in candidate.gebruik if u.current(subject.vandaag)]
    parts = (
        _knelpunt(candidate, subject),
        _thema(candidate, subject),
        _text(candidate, subject),
        _comparable(candidate.id, users, subject),
        _region(candidate.id, users, subject),
        _users(users, candidate.minstens, subject.part),
        _rijpheid(candidate, subject.part),
        _bewijs(candidate, subject.part),
        _tested(candidate, subject),
        _stopped(candidate, subject.part),
    )
    return tuple(part for part in parts if part is not None)


def score(redenen: Iterable[Reden]) -> int:
    return sum(r.gewicht for r in redenen)


def _knelpunt(candidate: Candidate, subject: Subject) -> Reden | None:
    found = [(subject.knelpunten[key], candidate.knelpunten[key]) for key in sorted(candidate.knelpunten)
             if key in subject.knelpunten]  # fmt: skip
    if not found:
        return None
    parts = [
        Reden(
            S.ZELFDE_KNELPUNT if link.zelfde else S.VERWANT_KNELPUNT,
            f"{link.naam}.",
            weights.knelpunt(link.zelfde, link.sterkte, dekking),
            (*link.via, candidate.id),
        )
        for link, dekking in found
    ]
    return max(parts, key=lambda part: part.gewicht)


def _thema(candidate: Candidate, subject: Subject) -> Reden | None:
    through = {t: (k,) for k, themas in subject.themas_van.items() if k in candidate.knelpunten for t in sorted(themas)}
    ways: dict[str, tuple[str, ...]] = {**through, **dict.fromkeys(candidate.themas, ())}
    shared = sorted((naam, key) for key, naam in subject.themas.items() if key in ways)
    if not shared:
        return None
    first = shared[0][1]
    via = (first, *ways[first], candidate.id)
    uitleg = f"{series([naam for naam, _ in shared])}."
    return Reden(S.ZELFDE_THEMA, uitleg, weights.thema(len(shared), len(subject.themas), subject.part), via)


def _text(candidate: Candidate, subject: Subject) -> Reden | None:
    share, shared = subject.teksten.get(candidate.id, (0.0, ()))
    gewicht = points(S.TEKST, share)
    uitleg = (
        f"In de beschrijving staat ook: {quoted(shared)}." if shared else "De beschrijving betekent ongeveer hetzelfde."
    )
    if subject.genoemd is not None and candidate.id in subject.genoemd.oplossingen:
        itself = subject.genoemd.id == candidate.id
        uitleg = "Dit is wat je noemt." if itself else f"Het hoort bij {subject.genoemd.in_sentence}."
    return Reden(S.TEKST, uitleg, gewicht) if gewicht else None


def _comparable(candidate: str, users: Sequence[Use], subject: Subject) -> Reden | None:
    own = {g.id for g in subject.gemeenten}
    others = [u for u in users if u.gemeente.id not in own]
    if not subject.gemeenten or not others:
        return None
    alike = {u: max(comparable(g, u.gemeente) for g in subject.gemeenten) for u in others}
    best = max(alike.values())
    if best < A_LITTLE:
        return None
    nearest = [u for u in by_likeness(others, subject.gemeenten) if alike[u] >= min(ALIKE, best)]
    mine = series([g.naam for g in subject.gemeenten])
    names = list(dict.fromkeys(u.gemeente.naam for u in nearest))
    verb = "lijken" if len(names) > 1 else "lijkt"
    degree = "" if best >= ALIKE else " een beetje"
    uitleg = f"{series(names)} {verb}{degree} op {mine}."
    via = (nearest[0].gemeente.id, nearest[0].id, candidate)
    return Reden(S.VERGELIJKBARE_GEMEENTE, uitleg, weights.alike(best, subject.part), via)


def _region(candidate: str, users: Sequence[Use], subject: Subject) -> Reden | None:
    own = {g.id for g in subject.gemeenten}
    found = {
        u: max((shared_regions(g, u.gemeente) for g in subject.gemeenten), key=len)
        for u in users if u.gemeente.id not in own and subject.gemeenten
    }  # fmt: skip
    regions = max(found.values(), key=len, default=())
    if not regions:
        return None
    near = [u for u in by_likeness(found, subject.gemeenten) if found[u] == regions]
    names = list(dict.fromkeys(u.gemeente.naam for u in near))
    uitleg = f"{series(names)} {'zitten' if len(names) > 1 else 'zit'} ook in {series(regions)} (indeling: CBS)."
    via = (near[0].gemeente.id, near[0].id, candidate)
    return Reden(S.ZELFDE_REGIO, uitleg, weights.region(len(regions), subject.part), via)


def _users(users: Sequence[Use], minstens: int | None, part: float) -> Reden | None:
    sure = {u.gemeente.id for u in users if u.status is not None}
    number = len({u.gemeente.id for u in users})
    if not number:
        return None
    one = number == 1
    verb = ("werkt" if one else "werken") + " ermee"
    if len(sure) < number:
        verb = f"{'gebruikt of gebruikte' if one else 'gebruiken of gebruikten'} het"
    uitleg = f"{upper_first(count(number))} gemeente{'' if one else 'n'} {verb}."
    if minstens is not None and minstens > number:
        uitleg += f" Een bron noemt er minstens {minstens}."
    return Reden(S.VAAK_TOEGEPAST, uitleg, weights.users(number, len(sure), part))


def _rijpheid(candidate: Candidate, part: float) -> Reden:
    level = Rijpheid[candidate.rijpheid]
    known = level is not Rijpheid.NIET_BEOORDEELD
    uitleg = f"{RIJPHEID_NAMES[level]}. {level.value}." if known else NOT_ASSESSED
    return Reden(S.RIJPHEID, uitleg, weights.rijpheid(candidate.rijpheid, part))


def _bewijs(candidate: Candidate, part: float) -> Reden:
    level = Bewijsniveau[candidate.bewijs]
    uitleg = NOT_ASSESSED if level is Bewijsniveau.NIET_BEOORDEELD else f"{level.value}."
    return Reden(S.BEWIJSNIVEAU, uitleg, weights.bewijs(candidate.bewijs, part))


def _tested(candidate: Candidate, subject: Subject) -> Reden | None:
    gewicht = weights.tested(candidate.getoetst, subject.vandaag, subject.part)
    if not gewicht or not candidate.getoetst:
        return None
    return Reden(S.RECENT_GETOETST, f"Voor het laatst getoetst in {int(candidate.getoetst[:4])}.", gewicht)


def _stopped(candidate: Candidate, part: float) -> Reden | None:
    stops = sorted((u for u in candidate.gebruik if u.stopped()), key=lambda u: (u.gemeente.naam, u.id))
    if not stops:
        return None
    why = next((u for u in stops if u.reden_gestopt), None)
    names = series(list(dict.fromkeys(u.gemeente.naam for u in stops)))
    uitleg = f"{names} {'zijn' if len(stops) > 1 else 'is'} ermee gestopt."
    uitleg += f" De reden van {why.gemeente.naam}: {why.reden_gestopt}" if why else " De reden is niet bekend."
    shown = why or stops[0]
    return Reden(S.GESTOPT_ELDERS, uitleg, weights.stops(len(stops), part), (shown.gemeente.id, shown.id, candidate.id))
