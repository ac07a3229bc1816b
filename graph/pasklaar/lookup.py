"""The look-up: "ligt er iets pasklaar op de plank?"

    question ─> who asks, what it is about ─> every oplossing that may do ─> order over all ─> the page, told in full

Nothing is cut off on the way: what a question narrows down to is decided over everything there is, and only what stands
on the page is read in full. A "no" is only given after looking at everything, and says what was left out and why.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.contact.belpunt import Bekend
from graph.contents import old_ids
from graph.domain.vocabulary import Rijpheid
from graph.dutch.language import foreign
from graph.dutch.words import words
from graph.engine.store import Store
from graph.errors import GraphError, NotFound
from graph.map import verdict
from graph.map.named import Genoemd, named
from graph.map.placed import placed
from graph.map.placing import Plek, in_full
from graph.map.understanding import ALL, MOST_MEANT, ON_SHELF, Sought, weigh
from graph.map.verdict import Uitkomst
from graph.pasklaar import links
from graph.pasklaar.alternative import MOST, NOTHING_ASKED, Alternatief, Left, Named, No, Verwant, useful_no
from graph.pasklaar.candidates import Treffer, candidates, known_numbers, treffer
from graph.pasklaar.outcome import FIVE, Answer, Part, Question, first
from graph.pasklaar.pool import Reach, pool
from graph.pasklaar.ranking import Subject
from graph.pasklaar.standing import Rang, Standing, standings, strong
from graph.pasklaar.surroundings import (
    Asker,
    Stand,
    Surroundings,
    already,
    asker,
    circumstances,
    names,
    successors,
    surroundings,
)  # fmt: skip
from graph.pasklaar.weights import LEAST_POINTS, from_evidence, from_level
from graph.resources import NONE, Resources
from graph.search.find import OPENBAAR
from graph.search.wanted import Wanted

__all__ = ["Answer", "Part", "Question", "first", "look_up"]
NAMED = ("knelpunt", "thema", "gemeente")
"""What a question may name by its id."""


@dataclass(frozen=True)
class Look:
    """A question with who asks it, when, and what may be seen."""

    store: Store
    resources: Resources
    question: Question
    statussen: Sequence[str]
    vandaag: date
    who: Asker
    genoemd: Genoemd | None = None

    @property
    def wanted(self) -> Wanted:
        """What may be offered."""
        asked = self.question
        levels = [r for r in from_level(asked.minimale_rijpheid) if r != Rijpheid.UITGEFASEERD.name]
        return Wanted(
            self.statussen,
            levels if asked.minimale_rijpheid is not Rijpheid.NIET_BEOORDEELD else None,
            from_evidence(asked.minimaal_bewijs) if asked.minimaal_bewijs else None,
            frozenset(self.who.eigen) if asked.uitsluiten_al_in_gebruik else frozenset(),
        )

    def offered(self, every: Iterable[Standing]) -> list[Standing]:
        """What may be a hit: all that fits, without what who asks has already, unless that was asked for too."""
        without = self.wanted.behalve
        return [each for each in every if each.id not in without]


@dataclass(frozen=True)
class View:
    """How a question is understood: the knelpunten it is tied to, nearest first, and what the ranking compares with.
    Without a subject nothing is near enough. `plek` is where on the map the question lies."""

    sought: Sought
    around: Surroundings
    ties: Sequence[Verwant]
    subject: Subject | None
    plek: Plek | None = None


async def look_up(
    store: Store, question: Question, part: Part = FIVE, *,
    resources: Resources = NONE, statussen: Sequence[str] = OPENBAAR, vandaag: date | None = None,
) -> Answer:  # fmt: skip
    """Answer a question with a part of the hits; `resources` are what lies beside this graph, `statussen` the
    publication statuses the asker may see."""
    _check(question)
    try:
        return await _answer(store, resources, question, part, statussen, vandaag)
    except NotFound:
        asked = {name: key for name in NAMED if (key := getattr(question, name))}
        now = await old_ids.now(store.rows, asked.values())  # it may have been merged with another
        if not now:
            raise
        present = {name: now.get(key, key) for name, key in asked.items()}
        return await _answer(store, resources, replace(question, **present), part, statussen, vandaag)


async def _answer(
    store: Store, resources: Resources, question: Question, part: Part, statussen: Sequence[str], vandaag: date | None
) -> Answer:  # fmt: skip
    asked = question.omschrijving
    genoemd = await named(store, resources.beside, asked, statussen) if asked else None
    if asked is not None and genoemd is None and not words(asked):  # `J&V` is a name, and no word
        nothing = Alternatief((), (), None, (), (), NOTHING_ASKED)
        return Answer(alternatief=nothing, nee=Uitkomst.NIET_BEGREPEN)
    day = vandaag or date.today()
    who = await asker(store, question.gemeente, day.isoformat(), statussen)
    must_be(question.gemeente, "Gemeente", who.labels)
    look = Look(store, resources, _asked(question, genoemd), statussen, day, who, genoemd)
    view, every = await _fitting(look, look.wanted, look.offered)
    if not look.offered(every):
        return await _nothing(look)
    assert view.subject is not None
    hits, rangen = await told(look, look.offered(every), part, [view.subject])
    has = await already(store, who, (each.id for each in sorted(every)))
    return Answer(
        hits, rangen, _understood(look.question, view), begrip=view.sought.begrip, heeft_al=has,
        onderwerp=view.plek.id if view.plek else None, genoemd=look.genoemd.id if look.genoemd else None,
    )  # fmt: skip


def _asked(question: Question, genoemd: Genoemd | None) -> Question:
    """The question itself, or the same about the thema that it only gives the name of."""
    if genoemd is None or genoemd.soort != "Thema":
        return question
    return replace(question, omschrijving=None, thema=genoemd.id)


def _understood(question: Question, view: View) -> tuple[Verwant, ...]:
    return tuple(view.ties) if question.knelpunt or view.sought.best else ()


def _check(question: Question) -> None:
    asked = [v for v in (question.knelpunt, question.omschrijving, question.thema) if v is not None]
    if len(asked) != 1:
        raise GraphError("Stel precies één vraag: geef een knelpunt, een omschrijving of een thema.")
    for key in (question.knelpunt, question.thema, question.gemeente):
        if key is not None and key != key.encode("utf-8", "ignore").decode():
            raise NotFound


def must_be(key: str | None, label: str, labels: Iterable[str]) -> None:
    """Raise NotFound when the thing that was named is nothing of this kind that may be seen."""
    if key is not None and label not in labels:
        that = "die" if label == "Gemeente" else "dat"
        raise NotFound(
            f"'{key[:80]}' is geen {label.lower()} {that} we kennen. Zoek eerst op naam naar de juiste id.", key
        )


async def _fitting(
    look: Look, wanted: Wanted, enough: Callable[[list[Standing]], list[Standing]]
) -> tuple[View, list[Standing]]:  # fmt: skip
    """What fits, of the nearest; only when nothing of that is `enough`, of everything there is."""
    view = await _view(look, wanted, MOST_MEANT)
    every = await _standings(look, view, wanted)
    if not enough(every) and view.sought.more:
        view = await _view(look, wanted, ALL)
        every = await _standings(look, view, wanted)
    return view, every


async def _view(look: Look, wanted: Wanted, most: int) -> View:
    question, who, day = look.question, look.who, look.vandaag
    if question.knelpunt is not None:
        around = await surroundings(look.store, look.statussen, gevraagd=[question.knelpunt])
        must_be(question.knelpunt, "Knelpunt", around.bestaat.get(question.knelpunt, ()))
        ties = links.by_knelpunt(question.knelpunt, around)
        subject = links.knelpunt_subject(question.knelpunt, ties, around, who, day, question.ook_verwant)
        return View(Sought(), around, ties, subject)
    if question.thema is not None:
        around = await surroundings(look.store, look.statussen, themas=[question.thema], binnen=[question.thema])
        must_be(question.thema, "Thema", around.bestaat.get(question.thema, ()))
        return View(Sought(), around, links.by_thema(question.thema, around), links.thema_subject(around, who, day))
    if look.genoemd is not None and look.genoemd.soort not in ON_SHELF:
        return await _named_view(look, look.genoemd)
    asked, beside = question.omschrijving or "", look.resources.beside
    sought = await weigh(look.store, beside, asked, wanted, most)
    if look.genoemd is not None:
        sought = sought.with_named(look.genoemd)
    sought, plek = await placed(look.store, beside, asked, sought, look.statussen)
    near_by = sought.knelpunten or sought.nearby
    around = await surroundings(look.store, look.statussen, knelpunten=[m.id for m in near_by], themas=sought.themas)
    ties = links.by_words(near_by, around)
    if not sought.best:
        return View(sought, around, ties, None, plek)
    about = ties if sought.knelpunten else ()
    found = links.words_subject(sought, about, around, who, day, question.ook_verwant)
    return View(sought, around, ties, replace(found, genoemd=look.genoemd), plek)


async def _named_view(look: Look, genoemd: Genoemd) -> View:
    """For a question that is a name: what belongs to the thing of that name."""
    around = await surroundings(look.store, look.statussen)
    subject = links.named_subject(genoemd, look.who, look.vandaag) if genoemd.oplossingen else None
    return View(Sought(best=1.0 if subject else 0.0), around, (), subject)


async def _standings(look: Look, view: View, wanted: Wanted) -> list[Standing]:
    """Every oplossing that fits, also those that the asker has already, in no order."""
    if view.subject is None:
        return []
    reach = Reach(
        wanted,
        (*(view.subject.knelpunten or view.subject.themas_van),),
        (*view.subject.teksten,),
        (*view.subject.themas,),
        look.question.thema is not None or not (view.subject.knelpunten or view.subject.teksten),
    )
    found = await ranked(look, reach, [view.subject], view.around.stand)
    return strong(found, LEAST_POINTS if view.sought.tekens else 0) if view.sought.best else found


async def ranked(look: Look, reach: Reach, subjects: Sequence[Subject], stand: Stand | None) -> list[Standing]:
    """Every oplossing within reach that fits a subject, in no order."""
    found = await pool(look.store, reach, stand, look.resources.pools)
    return await asyncio.to_thread(lambda: list(standings(found, subjects, look.who.delen)))


async def told(
    look: Look, found: Sequence[Standing], part: Part, subjects: Sequence[Subject]
) -> tuple[tuple[Treffer, ...], list[Rang]]:  # fmt: skip
    """A part of these hits, told in full, and what all are sorted by."""
    ordered = sorted(found)
    while True:
        rangen = [each.rang for each in ordered]
        shown = ordered[part(rangen)]
        known = await candidates(look.store, [each.id for each in shown], look.who.delen, look.vandaag, look.statussen)
        if len(known) == len(shown):
            asked = [(*known[each.id], subjects[each.hoek]) for each in shown]
            calls = await known_numbers(look.store, ((c, s) for c, _, s in asked), look.vandaag, look.statussen)
            return tuple(treffer(c, extra, s, calls.get(c.id, Bekend())) for c, extra, s in asked), rangen
        gone = {each.id for each in shown} - known.keys()  # since the moment that all were counted
        ordered = [each for each in ordered if each.id not in gone]


async def _nothing(look: Look) -> Answer:
    """The useful no. It looks once more without any condition, for what would have fitted but is not offered."""
    question = look.question
    view, found = await _fitting(look, Wanted(look.statussen, nooit=()), list)
    aside = sorted(found)
    plek = await in_full(look.store, view.plek, look.statussen) if view.plek else None
    left = await _left(look, aside, plek)
    others = tuple(v for v in view.ties if v.id != question.knelpunt)[:MOST]
    about = [*([question.knelpunt] if question.knelpunt else []), *(v.id for v in others)]
    themas = [*view.around.themas] if question.thema or view.sought.themas else []
    known, running = await circumstances(look.store, about, themas, look.statussen)
    knows = question.omschrijving is None or look.genoemd is not None or bool(about or running) or left != Left()
    other, beside = foreign(question.omschrijving or ""), look.resources.beside
    heard = not other and verdict.says_something(question.omschrijving, beside.words if beside else None)
    told_enough = heard or look.genoemd is not None or left != Left()
    uitkomst = verdict.kind_of_no(plek if left == Left() and told_enough else None, knows and told_enough)
    no = No(uitkomst, plek, other, look.genoemd.in_sentence if look.genoemd else None)
    nothing = useful_no([known[key] for key in about if key in known], running, others, left, no)
    has = await already(look.store, look.who, (s.id for s in aside if s.rijpheid != Rijpheid.UITGEFASEERD.name))
    return Answer(
        (), (), _understood(question, view), nothing, left == Left(), view.sought.begrip, has, uitkomst,
        view.plek.id if view.plek else None, look.genoemd.id if look.genoemd else None,
    )  # fmt: skip


async def _left(look: Look, aside: Sequence[Standing], plek: Plek | None) -> Left:
    """What would have been a hit, by why it is not one; the best of each by name. Where nothing would, what lay under
    the subject until it was overtaken."""
    groups: dict[str, list[str]] = {"uitgefaseerd": [], "te_weinig": [], "al_in_gebruik": []}
    wanted = look.wanted
    for each in aside:
        if each.rijpheid == Rijpheid.UITGEFASEERD.name:
            groups["uitgefaseerd"].append(each.id)
        elif each.id in wanted.behalve:
            groups["al_in_gebruik"].append(each.id)
        elif not wanted.takes("", each.rijpheid, each.bewijs):
            groups["te_weinig"].append(each.id)
    if plek is not None and not any(groups.values()):
        groups["uitgefaseerd"] += plek.uitgefaseerd
    called = await names(look.store, [key for keys in groups.values() for key in keys[: Named.MOST]])
    told = {
        why: Named(tuple(called[key] for key in keys[: Named.MOST] if key in called), len(keys))
        for why, keys in groups.items()
    }
    overtaken = groups["uitgefaseerd"][: Named.MOST]
    instead = await successors(look.store, overtaken) if overtaken else ()
    return Left(told["uitgefaseerd"], told["te_weinig"], told["al_in_gebruik"], instead)
