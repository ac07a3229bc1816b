"""What a question in words points at: knelpunten, oplossingen, thema's and subjects of the map, weighed.

Two ways of looking are put together. Full text knows which words a thing shares with the question; the vectors beside
the graph (`graph.meaning`) know what means about the same. Meaning ranks, since most people use other words than a
document; shared words push what is nearly as near. Whether that is enough to be an answer is decided after this, with
what the map says of the subjects (`graph.map.verdict`).

The numbers here were fixed on the open questions and on one half of our own (`bench/vragen.py`).
"""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum, unique

from graph.cypher.relevance import Match
from graph.dutch.spelling import read
from graph.engine.store import Store
from graph.map.named import Genoemd
from graph.map.telling import Tekens, tekens
from graph.meaning.index import Beside
from graph.meaning.questions import Busy
from graph.meaning.similarity import PLAIN, WHITENED, Kin, Measure
from graph.search.find import MEASURED, near
from graph.search.wanted import Wanted
from graph.turns import Caller

ENOUGH, CERTAIN = 0.9, 0.5
"""By words alone something is a hit when it shares about one rare word with the question, or a few common ones, or
when it answers half of the question. Below both we say: nothing yet."""
NEARBY, CLEARLY_NEARBY = 0.7, 0.4
"""The same for a knelpunt that is worth mentioning when there is no hit."""
BESIDE_BEST = 0.5
"""By words alone only what answers at least this part of what the best one does is a hit as well."""
LEAST_SHARE = 0.1
"""With meaning a hit needs this part of the points of the closest: everything is a little like everything."""
THEMA_COUNTS = 0.5
"""A thema is wider than a question: sharing its words says less."""
SOUGHT = ("Knelpunt", "Oplossing", "Thema", "Onderwerp")
MEANT = ("Knelpunt", "Oplossing", "Onderwerp")
"""What is also looked for by meaning. Everything means a little of some thema."""
ON_SHELF = ("Knelpunt", "Oplossing")
PLACES = 40
"""Subjects of the map that a question may be about: the nearest."""


@dataclass(frozen=True)
class Reading:
    """How closeness by meaning (0 to 1) is read in one space. `shared` is what answering the whole question in the same
    words adds; `proof` what each shared word adds, when it is as rare as can be, when we ask whether there is anything;
    `something` and `almost`: from here on there is a hit, and from here on a knelpunt is worth mentioning. `steep`: how
    fast points go down with closeness."""

    shared: float
    proof: float
    something: float
    almost: float
    steep: float


READINGS: Mapping[Measure, Reading] = {
    PLAIN: Reading(0.31, 0.69, 0.954, 0.77, 2.5),
    WHITENED: Reading(0.3, 0.1, 0.4, 0.33, 2.2),
}
MOST_PROOF = 1.5
"""Rare shared words that count as proof."""
MOST_MEANT, ALL = 200, 1_000_000
"""How many of each kind are looked at for what they mean: the nearest, of those that may be offered. Only when nothing
comes of it, all of them: a "no" is a promise."""
BUSY = "busy"


@unique
class Hoe(Enum):
    """How a question in words was read."""

    BETEKENIS = "Op de woorden en op wat ze betekenen"
    DEELS = "Op de woorden en op wat ze betekenen, maar van nieuwe dingen nog alleen op de woorden"
    WOORDEN = "Alleen op de woorden"


@dataclass(frozen=True)
class Begrip:
    """How a question was read, and why not better: `nog` things still have to be learnt, or the model had no time for
    it (`in_haste`), or there is no model at all."""

    hoe: Hoe
    nog: int = 0
    in_haste: bool = False

    @property
    def passing(self) -> bool:
        """Whether the same question will soon be read better."""
        return self.in_haste or self.nog > 0

    @property
    def let_op(self) -> str | None:
        """What a person should know about the answer."""
        if self.hoe is Hoe.BETEKENIS:
            return None
        if self.in_haste:
            return f"Het is nu te druk om te kijken wat je vraag betekent. {ONLY_WORDS} Vraag het straks nog eens."
        if self.hoe is Hoe.DEELS:
            return (
                "Er staat iets nieuws op de plank. Het taalmodel leert nog wat dat betekent. Tot dan vinden we het "
                "alleen op de woorden in je vraag."
            )
        if self.nog:
            return f"Het taalmodel leert nog wat alles op de plank betekent. {ONLY_WORDS} Vraag het straks nog eens."
        return ONLY_WORDS


ONLY_WORDS = "We zoeken nu alleen op de woorden in je vraag. Wat hetzelfde betekent maar anders heet, kan ontbreken."


@dataclass(frozen=True)
class Sought:
    """What the words of a question point at: closeness by id."""

    knelpunten: tuple[Match, ...] = ()
    oplossingen: Mapping[str, Match] = field(default_factory=dict)
    themas: tuple[str, ...] = ()
    nearby: tuple[Match, ...] = ()
    onderwerpen: tuple[Match, ...] = ()
    """The nearest subjects of the map, nearest first."""
    best: float = 0.0
    """The closeness of the closest; 0 when nothing is near enough."""
    tekens: Tekens | None = None
    """What tells an answer from a no; None when the question was not compared with a map in mind."""
    steep: float = 1.0
    begrip: Begrip | None = None
    more: bool = False
    """Whether things were left out because MOST_MEANT were nearer."""

    def without_hits(self) -> "Sought":
        """The same, when what was found is not enough to be an answer."""
        return replace(self, knelpunten=(), oplossingen={}, themas=(), best=0.0)

    def with_named(self, genoemd: Genoemd) -> "Sought":
        """The same, with the oplossing or knelpunt that the question is the name of before all others."""
        itself = Match(genoemd.id, genoemd.soort, genoemd.naam, 1.0, 1.0, (), 1.0)
        if genoemd.soort == "Knelpunt":
            others = (m for m in self.knelpunten if m.id != genoemd.id)
            return replace(self, knelpunten=(itself, *others), best=1.0, tekens=None)
        return replace(self, oplossingen={**self.oplossingen, genoemd.id: itself}, best=1.0, tekens=None)

    def share(self, closeness: float) -> float:
        """What part of the points this closeness earns: all for the closest, less for what is further."""
        return max(0.0, 1 - self.steep * (1 - closeness / self.best)) if self.best else 0.0


async def weigh(store: Store, beside: Beside | None, text: str, wanted: Wanted, most: int = MOST_MEANT) -> Sought:
    """Weigh what is found by words and by meaning; nothing when even the best is too far from the question."""
    # with the words of a large graph, mending slips takes tens of milliseconds
    asked = await asyncio.to_thread(read, text, beside.words) if beside else read(text)
    shared, meant = await asyncio.gather(
        near(store, asked, text, SOUGHT, wanted, most == ALL), _meant(beside, text, wanted, most, store.caller)
    )
    if beside is not None and shared.versie is not None:
        beside.follow(shared.versie)
    begrip = _begrip(beside, meant, shared.versie)
    more = len(shared.matches) >= MEASURED
    if beside is None or not isinstance(meant, dict):
        return replace(_by_words(shared.matches), begrip=begrip, more=more)
    more = more or any(Counter(kin.soort for kin in meant.values())[soort] >= most for soort in ON_SHELF)
    missing = [m.id for m in shared.matches if m.soort in MEANT and m.id not in meant]
    if missing:
        with suppress(Busy):
            meant |= await beside.near(text, MEANT, wanted, 0, missing, store.caller) or {}
    return replace(_by_meaning(shared.matches, meant, len(text.split())), begrip=begrip, more=more)


Meant = dict[str, Kin] | str | None
"""What means about the same; None when that is not known, BUSY when the model has no time."""


async def _meant(beside: Beside | None, text: str, wanted: Wanted, most: int, caller: Caller) -> Meant:
    if beside is None:
        return None
    try:
        return await beside.near(text, MEANT, wanted, most, caller=caller)
    except Busy:
        return BUSY


def _begrip(beside: Beside | None, meant: Meant, version: int | None) -> Begrip:
    behind = beside.behind(version) if beside else 0
    if not isinstance(meant, dict):
        return Begrip(Hoe.WOORDEN, behind, meant is BUSY)
    return Begrip(Hoe.DEELS, behind) if behind else Begrip(Hoe.BETEKENIS)


def _by_words(matches: Sequence[Match]) -> Sought:
    ordered = sorted(matches, key=lambda m: (-_closeness(m), -m.whole, m.id))
    shelf = [m for m in ordered if m.soort != "Onderwerp"]
    about = tuple(m for m in ordered if m.soort == "Onderwerp" and _answers(m, ENOUGH, CERTAIN))[:PLACES]
    nearby = tuple(m for m in shelf if m.soort == "Knelpunt" and _answers(m, NEARBY, CLEARLY_NEARBY))[:3]
    best = next((m for m in shelf if _answers(m, ENOUGH, CERTAIN)), None)
    if best is None:
        return Sought(nearby=nearby, onderwerpen=about)
    kept = [m for m in shelf if _closeness(m) >= BESIDE_BEST * _closeness(best)]
    return replace(_sought(kept, nearby, _closeness(shelf[0])), onderwerpen=about)


def _by_meaning(matches: Sequence[Match], meant: Mapping[str, Kin], length: int) -> Sought:
    measure = next((kin.measure for kin in meant.values()), PLAIN)
    reading = READINGS[measure]
    shared = {m.id: m for m in matches}
    unlearnt = [m for m in matches if m.soort in ON_SHELF and m.id not in meant]
    both = [_both(shared.get(kin.id), kin, reading) for kin in meant.values()]
    onderwerpen = sorted((m for m in both if m.soort == "Onderwerp"), key=_order)[:PLACES]
    # what has no vector yet is taken for as close as its words say, when they say enough by themselves
    found = [m for m in both if m.soort in ON_SHELF] + [m for m in unlearnt if _answers(m, ENOUGH, CERTAIN)]
    about = sorted(found, key=_order)
    proof = {m.id: _proof(m, meant.get(m.id), reading) for m in found}
    nearby = tuple(m for m in about if m.soort == "Knelpunt" and proof[m.id] >= reading.almost)[:3]
    strongest = max(proof.values(), default=0.0)
    themas = [m for m in matches if m.soort == "Thema" and _answers(m, ENOUGH, CERTAIN)]
    best = max(about[0].closeness, 0.01) if about else 0.0
    kept = [m for m in about if reading.steep * (1 - m.closeness / best) <= 1 - LEAST_SHARE]
    sought = replace(_sought([*kept, *themas], nearby, best), steep=reading.steep, onderwerpen=tuple(onderwerpen))
    if measure is WHITENED and onderwerpen:
        return replace(sought, tekens=tekens(meant.values(), length))
    return sought if strongest >= reading.something else sought.without_hits()


def _order(match: Match) -> tuple[float, float, str]:
    return -match.closeness, -match.whole, match.id


def _both(shared: Match | None, kin: Kin, reading: Reading) -> Match:
    """The closeness that words and meaning give together."""
    if shared is None:
        return Match(kin.id, kin.soort, "", min(max(kin.closeness, 0.0), 1.0), 0.0, (), 0.0)
    return replace(shared, closeness=min(max(kin.closeness + reading.shared * shared.closeness, 0.0), 1.0))


def _proof(match: Match, kin: Kin | None, reading: Reading) -> float:
    """How sure it is that this is what the question is about."""
    if kin is None:
        return reading.something
    return kin.closeness + reading.proof * min(match.evidence, MOST_PROOF)


def _sought(kept: Sequence[Match], nearby: tuple[Match, ...], best: float) -> Sought:
    return Sought(
        tuple(m for m in kept if m.soort == "Knelpunt"),
        {m.id: m for m in kept if m.soort == "Oplossing"},
        tuple(m.id for m in kept if m.soort == "Thema"),
        nearby,
        best=best,
    )


def _answers(match: Match, evidence: float, share: float) -> bool:
    counts = THEMA_COUNTS if match.soort == "Thema" else 1.0
    return counts * match.evidence >= evidence or _closeness(match) >= share


def _closeness(match: Match) -> float:
    return match.closeness * (THEMA_COUNTS if match.soort == "Thema" else 1.0)
