"""The look-up by hand, over a dump of the graph: every oplossing, one by one, with every condition said out loud.

Only the sentences and points of one oplossing (`graph.pasklaar.ranking`) and the arithmetic of likeness come from the
product; which oplossingen count, which do not and why, in what order, and how many, is worked out here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.pasklaar.lookup import Question
from graph.pasklaar.ranking import Candidate, Link, PasklaarRedenSoort, Subject, Use, reasons, score
from graph.search.likeness import Profile, related, shared_words
from tests.plain.dump import Dump, Thing

PUBLIC = ("GEPUBLICEERD",)
S = PasklaarRedenSoort
LADDER = [r.name for r in Rijpheid if r is not Rijpheid.UITGEFASEERD]


@dataclass
class Found:
    """What an answer should say: each hit with its score, in order; and the names of what is left out, by why."""

    hits: list[tuple[str, int]]
    left: dict[str, list[str]]
    near: list[tuple[str, float]]


class ByHand:
    def __init__(self, dump: Dump, vandaag: date) -> None:
        self.dump, self.vandaag = dump, vandaag
        self.day = vandaag.isoformat()
        self.ours: set[str] = set()

    def answer(self, question: Question) -> Found:
        subjects, enough = self._subjects(question)
        near = [(key, link.sterkte) for key, link in subjects[0].knelpunten.items()] if question.knelpunt else []
        rows, left = [], {"uitgefaseerd": [], "te_weinig": [], "al_in_gebruik": []}  # type: ignore[var-annotated]
        for thing in self.dump.of("Oplossing"):
            best = self._best(thing, subjects, enough)
            if best is None:
                continue
            points, users = best
            row = (-points, -users, thing.get("volgorde"), thing.id, thing.get("weergavenaam"))
            why = self._why_not(thing, question)
            (left[why] if why else rows).append(row)
        return Found(
            [(row[3], -row[0]) for row in sorted(rows)],
            {why: [row[4] for row in sorted(found)] for why, found in left.items()},
            near,
        )

    def elsewhere(self, gemeente: str) -> list[tuple[str, int]]:
        """What lies ready for all knelpunten that a gemeente feels."""
        felt = {t.target for t in self.dump.things[gemeente].ties(["ERVAART"], True) if seen(t.target)}
        question = Question(gemeente=gemeente)
        subjects = [self._of_knelpunt(k, self._askers(gemeente), True) for k in felt]
        rows = []
        for thing in self.dump.of("Oplossing") if subjects else []:
            best = self._best(thing, subjects, False)
            if best is not None and self._why_not(thing, question) is None:
                rows.append((-best[0], -best[1], thing.get("volgorde"), thing.id))
        return [(row[3], -row[0]) for row in sorted(rows)]

    def _subjects(self, question: Question) -> tuple[list[Subject], bool]:
        askers = self._askers(question.gemeente)
        if question.knelpunt:
            asked = self.dump.things[question.knelpunt]
            return [self._of_knelpunt(asked, askers, question.ook_verwant)], False
        assert question.thema
        below = {t.id: t.get("weergavenaam") for t in self._below(self.dump.things[question.thema])}
        inside = {
            k.id: frozenset(t.id for t in themas(k))
            for k in self.dump.of("Knelpunt")
            if seen(k) and any(t.id in below for t in themas(k))
        }
        return [Subject({}, below, {}, askers, self.vandaag, inside)], True

    def _of_knelpunt(self, asked: Thing, askers: tuple[Profile, ...], also_related: bool) -> Subject:
        links = {asked.id: Link(asked.id, asked.get("weergavenaam"), 1.0, True)}
        for other in self.dump.of("Knelpunt") if also_related else ():
            if other is not asked and seen(other) and (alike := self._alike(asked, other)):
                links[other.id] = Link(other.id, other.get("weergavenaam"), alike, False)
        own = {t.id: t.get("weergavenaam") for t in themas(asked)}
        return Subject(links, own, {}, askers, self.vandaag)

    def _alike(self, asked: Thing, other: Thing) -> float:
        said = [
            t.values["score"]
            for t in [*asked.ties(["LIJKT_OP"], True), *asked.ties(["LIJKT_OP"], False)]
            if other in (t.source, t.target) and t.values.get("score") is not None
        ]
        mine, theirs = (frozenset(t.id for t in themas(k)) for k in (asked, other))
        laws = [{t.target.id for t in k.ties(["VALT_ONDER"], True)} for k in (asked, other)]
        words, _ = shared_words(asked.get("weergavenaam"), other.get("weergavenaam"))
        alike = related(mine, theirs, bool(laws[0] & laws[1]), words) if mine & theirs or said else 0.0
        return round(max([alike, *said]), 3)

    def _best(self, thing: Thing, subjects: Iterable[Subject], enough: bool) -> tuple[int, int] | None:
        """Points under the subject it fits best, and how many gemeenten use it."""
        if not seen(thing):
            return None
        found = []
        for subject in subjects:
            candidate = self._candidate(thing, subject)
            parts = reasons(candidate, subject)
            grounds = (S.ZELFDE_KNELPUNT, S.VERWANT_KNELPUNT, *([S.ZELFDE_THEMA] if enough else []))
            if any(r.soort in grounds and r.gewicht > 0 for r in parts):
                users = {u.gemeente.id for u in candidate.gebruik if u.current(self.vandaag)}
                found.append((score(parts), len(users)))
        return max(found) if found else None

    def _candidate(self, thing: Thing, subject: Subject) -> Candidate:
        lost: dict[str, float | None] = {}
        for tie in thing.ties(["LOST_OP"], True):
            shares = [s for s in (lost.get(tie.target.id), tie.values.get("dekking")) if s is not None]
            lost[tie.target.id] = max(shares, default=None)
        uses = {u.id: self._use(u) for u in self._uses(thing)}
        return Candidate(
            thing.id, thing.get("weergavenaam"), thing.get("rijpheid"), thing.get("bewijs"),
            thing.get("laatstGetoetstOp"), lost, frozenset(t.id for t in themas(thing)), tuple(uses.values()),
        )  # fmt: skip

    def _uses(self, thing: Thing) -> Iterator[Thing]:
        yield from (t.source for t in thing.ties(["VAN"], False) if seen(t.source))

    def _use(self, use: Thing) -> Use:
        gemeente = use.ties(["PAST_TOE"], False)[0].source
        end = gemeente.get("einddatum")
        return Use(
            use.id, self._profile(gemeente), use.get("status"), use.get("tot"),
            use.get("redenGestopt"), end is not None and end < self.day,
        )  # fmt: skip

    def _profile(self, gemeente: Thing) -> Profile:
        felt = {t.target.id for t in gemeente.ties(["ERVAART"], True)}
        return Profile(
            gemeente.id, gemeente.get("naam"), gemeente.get("inwoners"), gemeente.get("provincie"),
            len(felt), len(felt & self.ours), gemeente.get("jeugdregio"), gemeente.get("arbeidsmarktregio"),
        )  # fmt: skip

    def _askers(self, gemeente: str | None) -> tuple[Profile, ...]:
        """The gemeente, or what came of it; what all of these feel is shared with whoever feels it as well."""
        found = [self.dump.things[gemeente]] if gemeente else []
        for each in found:
            found += [t.target for t in each.ties(["OPGEGAAN_IN"], True) if t.target not in found]
        self.ours = {t.target.id for each in found for t in each.ties(["ERVAART"], True)}
        present = [each for each in found if not each.get("einddatum") or each.get("einddatum") >= self.day]
        return tuple(self._profile(each) for each in sorted(present, key=lambda g: g.id))

    def _why_not(self, thing: Thing, question: Question) -> str | None:
        if thing.get("rijpheid") == Rijpheid.UITGEFASEERD.name:
            return "uitgefaseerd"
        if question.uitsluiten_al_in_gebruik and self._has(thing, question):
            return "al_in_gebruik"
        least = question.minimale_rijpheid.name
        if least not in LADDER or LADDER.index(thing.get("rijpheid")) < LADDER.index(least):
            return "te_weinig"
        proof = [b.name for b in Bewijsniveau]
        if question.minimaal_bewijs and proof.index(thing.get("bewijs")) < proof.index(question.minimaal_bewijs.name):
            return "te_weinig"
        return None

    def _has(self, thing: Thing, question: Question) -> bool:
        """Whether who asks uses, prepares or made it."""
        if question.gemeente:
            own = {g.id for g in self._askers(question.gemeente)}
            uses = [(u, u.ties(["PAST_TOE"], False)[0].source.id) for u in self._uses(thing)]
            using = {g for u, g in uses if u.get("status") in (None, "IN_GEBRUIK", "VOORBEREIDING")
                     and not (u.get("tot") and u.get("tot") < self.day)}  # fmt: skip
            made = {t.target.id for t in thing.ties(["ONTWIKKELD_DOOR"], True)}
            if own & (using | made):
                return True
        return False

    def _below(self, thema: Thing) -> list[Thing]:
        found = [thema]
        for each in found:
            found += [t.source for t in each.ties(["DEEL_VAN"], False) if t.source not in found]
        return found


def seen(thing: Thing) -> bool:
    return thing.get("publicatieStatus") in PUBLIC


def themas(thing: Thing) -> set[Thing]:
    return {t.target for t in thing.ties(["GAAT_OVER"], True)}
