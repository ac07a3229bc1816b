"""The look-up: "ligt er iets pasklaar op de plank?"

A question by knelpunt or thema is one statement; a question in words is two, since what the words point at has to be
weighed before the graph around it is read. What is found is ranked in `ranking`, and when nothing is, `useful_no` says
what the asker can do instead.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.contents import old_ids
from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.dutch.phrasing import count, series
from graph.dutch.words import words
from graph.engine.store import Store
from graph.errors import GraphError, NotFound
from graph.pasklaar.alternative import NOTHING_ASKED, Alternatief, Left, Verwant, useful_no
from graph.pasklaar.candidates import Extra, Knelpunt, Surroundings, surroundings
from graph.pasklaar.ranking import (
    Candidate,
    Link,
    PasklaarRedenSoort,
    Reden,
    Subject,
    from_evidence,
    from_level,
    reasons,
    score,
)
from graph.pasklaar.understanding import THEMA_COUNTS, Sought, weigh
from graph.search.find import OPENBAAR
from graph.search.likeness import by_likeness, related, shared_words

SAME = 0.6
"""From here on the words of a question are taken to mean the knelpunt itself."""
YEARS_FRESH = 3
NAMED = ("knelpunt", "thema", "gemeente")
"""What a question may name by its id."""
UNASSESSED = ("de rijpheid", "het bewijs")
GROUNDS = (PasklaarRedenSoort.ZELFDE_KNELPUNT, PasklaarRedenSoort.VERWANT_KNELPUNT, PasklaarRedenSoort.TEKST)


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
class Treffer:
    """A hit. `toepassers` are ids of current toepassingen, the most comparable gemeente first."""

    oplossing: str
    naam: str
    score: int
    redenen: tuple[Reden, ...]
    toepassers: tuple[str, ...]
    aantal_toepassers: int
    ontbreekt: tuple[str, ...]

    @property
    def rang(self) -> tuple[int, int, str, str]:
        """What hits are sorted by, the best first; no two are the same."""
        return -self.score, -self.aantal_toepassers, self.naam, self.oplossing


@dataclass(frozen=True)
class Answer:
    """The hits, the best first, how many there are, and how the question was understood."""

    treffers: tuple[Treffer, ...]
    aantal: int
    begrepen_als: tuple[Verwant, ...]
    alternatief: Alternatief | None
    onbeantwoord: bool = False
    """Nothing on the shelf was for this, not even something that is left out."""
    in_haste: bool = False
    """Only the words of the question were looked at, since the model had no time for it."""


async def look_up(
    store: Store, question: Question, *, statussen: Sequence[str] = OPENBAAR, vandaag: date | None = None
) -> Answer:
    """Answer a question; `statussen` are the publication statuses the asker may see."""
    _check(question)
    try:
        return await _answer(store, question, statussen, vandaag)
    except NotFound:
        asked = {name: key for name in NAMED if (key := getattr(question, name))}
        now = await old_ids.now(store.rows, asked.values())  # it may have been merged with another
        if not now:
            raise
        present = {name: now.get(key, key) for name, key in asked.items()}
        return await _answer(store, replace(question, **present), statussen, vandaag)


async def _answer(store: Store, question: Question, statussen: Sequence[str], vandaag: date | None) -> Answer:
    if question.omschrijving is not None and not words(question.omschrijving):
        return Answer((), 0, (), Alternatief((), (), None, (), (), NOTHING_ASKED))
    day = vandaag or date.today()
    sought = Sought() if question.omschrijving is None else await weigh(store, question.omschrijving, statussen)
    around = await surroundings(
        store,
        knelpunten=[question.knelpunt] if question.knelpunt else [m.id for m in sought.knelpunten or sought.nearby],
        oplossingen=list(sought.oplossingen),
        themas=[question.thema] if question.thema else sought.themas,
        gemeente=question.gemeente,
        verwant_aan=question.knelpunt,
        vandaag=day.isoformat(),
        statussen=statussen,
    )
    _must_exist(question, around)
    near_by = _understood(question, sought, around)
    subject = _subject(question, sought, around, near_by, day)
    hits, left = _hits(question, around, subject)
    begrepen = near_by if question.knelpunt or sought.best else ()
    nothing = None if hits else useful_no(around, near_by, left, question.knelpunt, bool(question.omschrijving))
    return Answer(tuple(hits), len(hits), begrepen, nothing, not hits and left == Left(), sought.in_haste)


def _check(question: Question) -> None:
    asked = [v for v in (question.knelpunt, question.omschrijving, question.thema) if v is not None]
    if len(asked) != 1:
        raise GraphError("Stel precies één vraag: geef een knelpunt, een omschrijving of een thema.")
    for key in (question.knelpunt, question.thema, question.gemeente):
        if key is not None and key != key.encode("utf-8", "ignore").decode():
            raise NotFound


def _must_exist(question: Question, around: Surroundings) -> None:
    asked = (
        (question.knelpunt, "Knelpunt", "dat"),
        (question.thema, "Thema", "dat"),
        (question.gemeente, "Gemeente", "die"),
    )
    for key, label, that in asked:
        if key is not None and label not in around.bestaat.get(key, ()):
            raise NotFound(
                f"'{key[:80]}' is geen {label.lower()} {that} we kennen. Zoek eerst op naam naar de juiste id.", key
            )


def _understood(question: Question, sought: Sought, around: Surroundings) -> tuple[Verwant, ...]:
    """The knelpunten the question is about or comes close to, closest first."""
    if question.omschrijving is not None:
        names = {k.id: k.naam for k in around.knelpunten}
        return tuple(
            Verwant(m.id, names[m.id], round(m.closeness, 3), (_about(m.woorden),))
            for m in sought.knelpunten or sought.nearby
            if m.id in names
        )
    if question.thema is not None:
        name = around.themas[question.thema]
        return tuple(
            Verwant(k.id, k.naam, THEMA_COUNTS, (f"Het hoort bij het thema {name}.",)) for k in around.knelpunten
        )
    asked = next(k for k in around.knelpunten if k.id == question.knelpunt)
    others = [_related(asked, k, around.themas) for k in around.knelpunten if k is not asked]
    like = sorted((v for v in others if v.score), key=lambda v: (-v.score, v.naam, v.id))
    return (Verwant(asked.id, asked.naam, 1.0, ("Dit is het knelpunt waar je naar vraagt.",)), *like)


def _about(woorden: Sequence[str]) -> str:
    return f"Het gaat ook over {series(woorden)}." if woorden else "Het betekent ongeveer hetzelfde."


def _related(asked: Knelpunt, other: Knelpunt, themas: Mapping[str, str]) -> Verwant:
    share, both = shared_words(asked.naam, other.naam)
    shared = sorted(themas[t] for t in asked.themas & other.themas if t in themas)
    law = bool(set(asked.wetten) & set(other.wetten))
    alike = related(asked.themas, other.themas, law, share)
    redenen = [
        *(["Iemand heeft vastgelegd dat ze op elkaar lijken."] if other.lijkt is not None else []),
        *([f"Het hoort ook bij {series(shared)}."] if shared else []),
        *(["Het valt onder dezelfde wet."] if law else []),
        *([_about(both)] if both else []),
    ]
    return Verwant(other.id, other.naam, round(max(alike, other.lijkt or 0.0), 3), tuple(redenen))


def _subject(
    question: Question, sought: Sought, around: Surroundings, near_by: Iterable[Verwant], vandaag: date
) -> Subject:
    asked = next((k for k in around.knelpunten if k.id == question.knelpunt), None)
    ways = {k.id: _way(asked, k) for k in around.knelpunten}
    links = [
        Link(v.id, v.naam, sought.share(v.score) if sought.best else v.score, _same(question, v), ways[v.id])
        for v in near_by
    ]
    if question.thema or (question.omschrijving is not None and not sought.knelpunten):
        links = []
    counted = {link.id: link for link in links if link.zelfde or question.ook_verwant}
    teksten = {key: (sought.share(m.closeness), m.woorden) for key, m in sought.oplossingen.items()}
    return Subject(counted, around.themas, teksten, around.gemeenten, vandaag)


def _way(asked: Knelpunt | None, other: Knelpunt) -> tuple[str, ...]:
    """How the graph leads from the knelpunt asked about to another; from itself when only their words are alike."""
    if asked is None or asked is other:
        return (other.id,)
    if other.lijkt is not None:
        return (asked.id, other.id)
    between = next(iter((*sorted(asked.themas & other.themas), *sorted({*asked.wetten} & {*other.wetten}))), None)
    return (asked.id, between, other.id) if between else (other.id,)


def _same(question: Question, near_by: Verwant) -> bool:
    return near_by.id == question.knelpunt if question.knelpunt else near_by.score >= SAME


def _hits(question: Question, around: Surroundings, subject: Subject) -> tuple[list[Treffer], Left]:
    """Every hit, the best first, and what would have been one."""
    left = Left()
    hits = []
    for candidate, extra in around.kandidaten:
        whole = _with_themas(candidate, around) if question.thema is not None else candidate
        redenen = reasons(whole, subject)
        if not any(r.gewicht > 0 and _is_ground(r, question) for r in redenen):
            continue
        aside = _aside(left, question, subject, candidate, extra)
        if aside is None:
            hits.append(_treffer(candidate, extra, redenen, subject))
        else:
            aside.append(candidate.naam)
    return sorted(hits, key=lambda hit: hit.rang), left


def _is_ground(reden: Reden, question: Question) -> bool:
    """Whether a reason makes a hit by itself. For a knelpunt the same thema is only a plus: it is about much more."""
    return reden.soort in GROUNDS or (reden.soort is PasklaarRedenSoort.ZELFDE_THEMA and question.knelpunt is None)


def _with_themas(candidate: Candidate, around: Surroundings) -> Candidate:
    """For a question about a thema, a solution for a knelpunt in that thema is about it as well."""
    through = {t: (k.id,) for k in around.knelpunten if k.id in candidate.knelpunten for t in sorted(k.themas)}
    return replace(candidate, themas={**through, **candidate.themas})


def _aside(left: Left, question: Question, subject: Subject, candidate: Candidate, extra: Extra) -> list[str] | None:
    """Where it goes when it is not offered; None when it is."""
    if candidate.rijpheid == Rijpheid.UITGEFASEERD.name:
        return left.uitgefaseerd
    if candidate.rijpheid not in from_level(question.minimale_rijpheid):
        return left.te_weinig
    if candidate.bewijs not in from_evidence(question.minimaal_bewijs):
        return left.te_weinig
    own = {g.id for g in subject.gemeenten}
    has = own & ({u.gemeente.id for u in candidate.gebruik if u.claimed(subject.vandaag)} | extra.ontwikkelaars)
    return left.al_in_gebruik if has and question.uitsluiten_al_in_gebruik else None


def _treffer(candidate: Candidate, extra: Extra, redenen: tuple[Reden, ...], subject: Subject) -> Treffer:
    own = {g.id for g in subject.gemeenten}
    users = [u for u in candidate.gebruik if u.current(subject.vandaag)]
    others = by_likeness([u for u in users if u.gemeente.id not in own], subject.gemeenten)
    return Treffer(
        candidate.id,
        candidate.naam,
        score(redenen),
        redenen,
        tuple(u.id for u in others),
        len({u.gemeente.id for u in users}),
        tuple(_missing(candidate, extra, subject.vandaag)),
    )


def _missing(candidate: Candidate, extra: Extra, vandaag: date) -> Iterator[str]:
    """What still lacks before a gemeente can take it over, as nouns that follow "dit ontbreekt nog"."""
    if not extra.contacten:
        yield "een naam om naar te vragen"
    if not extra.materialen:
        yield "materiaal om over te nemen"
    if not extra.grondslagen:
        yield "toets aan de wet"
    unknown = [value == Rijpheid.NIET_BEOORDEELD.name for value in (candidate.rijpheid, candidate.bewijs)]
    if any(unknown):
        yield "oordeel over " + ("rijpheid en bewijs" if all(unknown) else UNASSESSED[unknown.index(True)])
    if extra.nieuwste_bron is None:
        yield "bron met een datum"
    elif extra.nieuwste_bron < vandaag.replace(day=1, year=vandaag.year - YEARS_FRESH).isoformat():
        yield f"bron van de laatste {count(YEARS_FRESH)} jaar"
