"""Which oplossing fits best, over all there are: pure arithmetic over a pool, with the points of `weights`.

What is counted here for everything is told for a page by `ranking`, from the same functions; so a score and its reasons
add up to the same. Many oplossingen have the same few facts, so the points of each combination are worked out once.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from graph.pasklaar import weights
from graph.pasklaar.pool import UNKNOWN, Gebruik, Pool
from graph.pasklaar.ranking import Subject
from graph.pasklaar.weights import S, points
from graph.search.likeness import comparable, shared_regions

IN_USE = ("", "IN_GEBRUIK")
"""What a source that says nothing, or that it is in use, says of a use."""


Rang = tuple[int, int, str]
"""What hits are sorted by: points and users, both negative, and the name as names are ordered. No two are the same."""


class Standing(NamedTuple):
    """An oplossing in the ranking. They sort as they rank: most points, most users, then by name. `hoek` is the number
    of the subject under which it fits best."""

    min_score: int
    min_gebruikers: int
    volgorde: str
    id: str
    hoek: int
    rijpheid: str
    bewijs: str

    @property
    def rang(self) -> Rang:
        return self.min_score, self.min_gebruikers, self.volgorde


def standings(pool: Pool, subjects: Sequence[Subject], delen: Mapping[str, int]) -> Iterator[Standing]:
    """Every oplossing of the pool that fits one of the subjects, in no order.

    The subjects have the same gemeenten and day; `delen` says how many knelpunten a gemeente shares with those.
    """
    ground = _grounds(pool, subjects)
    uses = _Uses(pool, subjects[0], delen)
    today, part = subjects[0].vandaag, subjects[0].part

    @cache
    def own(rijpheid: str, bewijs: str, getoetst: str) -> int:
        tested = weights.tested(getoetst or None, today, part)
        return weights.rijpheid(rijpheid, part) + weights.bewijs(bewijs, part) + tested

    @cache
    def elsewhere(users: int, sure: int, stops: int) -> int:
        return weights.users(users, sure, part) + weights.stops(stops, part)

    columns = zip(
        pool.ids, pool.volgorde, pool.rijpheid, pool.bewijs, pool.getoetst,
        uses.users, uses.sure, uses.stops, uses.alike, uses.region, strict=True,
    )  # fmt: skip
    for place, (key, name, rijpheid, bewijs, getoetst, users, sure, stops, alike, region) in enumerate(columns):
        found = ground(place)
        if found is not None:
            score = found[0] + own(rijpheid, bewijs, getoetst) + elsewhere(users, sure, stops) + alike + region
            yield Standing(-score, -users, name, key, found[1], rijpheid, bewijs)


def strong(found: Sequence[Standing], points: int) -> list[Standing]:
    """Without what is only a little like what was asked: with fewer points than these, or than a part of the best."""
    least = max(weights.WEAK * max((-each.min_score for each in found), default=0), points)
    return [each for each in found if -each.min_score >= least]


Fit = tuple[int, int]
"""Points for what a question is about, and the number of the subject that gives them."""


def _grounds(pool: Pool, subjects: Sequence[Subject]) -> Callable[[int], Fit | None]:
    """The best fit of the oplossing at a place, under the first subject that gives it; None when it fits none."""
    grounds = [_Ground(pool, subject) for subject in subjects]

    def best(place: int) -> Fit | None:
        fits = [(value, -number) for number, each in enumerate(grounds) if (value := each(place)) is not None]
        value, number = max(fits, default=(0, 1))
        return (value, -number) if fits else None

    if len(grounds) > 1:
        return best
    only = grounds[0]
    return lambda place: None if (value := only(place)) is None else (value, 0)


class _Ground:
    """The points for what a subject is about, by place; None when an oplossing does not fit it at all. Where the thema
    leads to an oplossing it is enough to fit; else that is only a plus."""

    def __init__(self, pool: Pool, subject: Subject) -> None:
        self._lost_op, self._ids, self._about = pool.lost_op, pool.ids, pool.themas
        self._volstaat = pool.reach.op_thema
        self._links = [subject.knelpunten.get(key) for key in pool.reach.knelpunten]
        number = {key: number for number, key in enumerate(pool.reach.themas)}
        self._asked, self._part = len(subject.themas), subject.part
        self._themas = {number[key] for key in subject.themas if key in number}
        self._through = [
            {number[t] for t in subject.themas_van.get(key, ()) if t in number} & self._themas
            for key in pool.reach.knelpunten
        ]
        self._texts: Mapping[str, int] = {key: points(S.TEKST, share) for key, (share, _) in subject.teksten.items()}
        self._worth: dict[tuple[int, float], int] = {}

    def __call__(self, place: int) -> int | None:
        solved = _widest(self._lost_op[place])
        knelpunt = 0
        for each in solved:
            worth = self._worth.get(each)
            if worth is None:
                worth = self._worth[each] = self._points(*each)
            if worth > knelpunt:
                knelpunt = worth
        text = self._texts.get(self._ids[place], 0) if self._texts else 0
        thema = self._thema(place, solved) if self._themas else 0
        fits = knelpunt > 0 or text > 0 or (self._volstaat and thema > 0)
        return knelpunt + text + thema if fits else None

    def _points(self, number: int, share: float) -> int:
        link = self._links[number]
        return weights.knelpunt(link.zelfde, link.sterkte, None if share == UNKNOWN else share) if link else 0

    def _thema(self, place: int, solved: Collection[tuple[int, float]]) -> int:
        about = self._about.get(place)
        shared = about & self._themas if about else set()
        for number, _ in solved:
            if through := self._through[number]:
                shared = shared | through
        return weights.thema(len(shared), self._asked, self._part) if shared else 0


def _widest(solved: Sequence[tuple[int, float]]) -> Collection[tuple[int, float]]:
    """Of each knelpunt the largest share that any source claims: a share that is known goes before none."""
    if len(solved) < 2:
        return solved
    most: dict[int, float] = {}
    for number, share in solved:
        most[number] = max(most.get(number, UNKNOWN), share)
    return most.items()


class _Uses:
    """Who uses what, per place of a pool: gemeenten that use it, those that certainly do, stops, and the points for the
    most comparable gemeente among them and for one in the same region."""

    def __init__(self, pool: Pool, subject: Subject, delen: Mapping[str, int]) -> None:
        self.users, self.sure, self.stops, self.alike, self.region = ([0] * len(pool) for _ in range(5))
        self._today = subject.vandaag.isoformat()
        own = {g.id for g in subject.gemeenten}
        for each in pool.gebruik:
            alike, regions = 0.0, 0
            if own and each.gemeente.id not in own:
                other = replace(each.gemeente, gedeeld=delen.get(each.gemeente.id, 0))
                alike = max(comparable(g, other) for g in subject.gemeenten)
                regions = max(len(shared_regions(g, other)) for g in subject.gemeenten)
            self._count(each, weights.alike(alike, subject.part), weights.region(regions, subject.part))

    def _count(self, each: Gebruik, alike: int, region: int) -> None:
        """What one gemeente adds. It counts once for an oplossing, however often it is said to use it."""
        for place in each.gestopt:
            self.stops[place] += 1
        if each.einde is not None and each.einde < self._today:
            return
        using: dict[int, bool] = {}
        for place, status, tot in each.gebruikt:
            if status in IN_USE and not (tot and tot < self._today):
                using[place] = using.get(place, False) or status != ""
        for place, sure in using.items():
            self.users[place] += 1
            self.sure[place] += sure
            if alike > self.alike[place]:
                self.alike[place] = alike
            if region > self.region[place]:
                self.region[place] = region
