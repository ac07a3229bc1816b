"""Which knelpunten a question is about, and how strong the tie is: pure functions from what lies around to subjects."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from graph.cypher.relevance import Match
from graph.dutch.phrasing import quoted, series
from graph.map.named import Genoemd
from graph.map.understanding import THEMA_COUNTS, Sought
from graph.pasklaar import weights
from graph.pasklaar.alternative import Verwant
from graph.pasklaar.ranking import Link, Subject
from graph.pasklaar.surroundings import Asker, Knelpunt, Surroundings
from graph.search.likeness import related, shared_words


def by_knelpunt(asked: str, around: Surroundings) -> list[Verwant]:
    """The knelpunt itself, and what is like it, the most alike first. Without a thema in common words and a law say too
    little, unless somebody said that they are alike."""
    own = next(k for k in around.knelpunten if k.id == asked)
    near = (k for k in around.knelpunten if k is not own and (k.themas & own.themas or asked in k.lijkt))
    others = [_related(own, k, around.themas) for k in near]
    like = sorted((v for v in others if v.score), key=lambda v: (-v.score, v.naam, v.id))
    return [Verwant(own.id, own.naam, 1.0, ("Dit is het knelpunt waar je naar vraagt.",)), *like]


def by_thema(asked: str, around: Surroundings) -> list[Verwant]:
    """The knelpunten in the thema, those that most parties feel first."""
    why = (f"Het hoort bij het thema {around.themas[asked]}.",)
    return [Verwant(k.id, k.naam, THEMA_COUNTS, why) for k in around.knelpunten]


def by_words(matches: Iterable[Match], around: Surroundings) -> list[Verwant]:
    """The knelpunten that the words point at, closest first."""
    names = {k.id: k.naam for k in around.knelpunten}
    return [
        Verwant(m.id, names[m.id], round(m.closeness, 3), (_about(m.woorden),)) for m in matches if m.id in names
    ]  # fmt: skip


def _about(woorden: Sequence[str]) -> str:
    return f"Daarin staat ook: {quoted(woorden)}." if woorden else "Het betekent ongeveer hetzelfde."


def _related(asked: Knelpunt, other: Knelpunt, themas: Mapping[str, str]) -> Verwant:
    share, both = shared_words(asked.naam, other.naam)
    shared = sorted(themas[t] for t in asked.themas & other.themas if t in themas)
    law = bool(set(asked.wetten) & set(other.wetten))
    alike = related(asked.themas, other.themas, law, share)
    said = other.lijkt.get(asked.id)
    redenen = [
        *(["Iemand heeft vastgelegd dat ze op elkaar lijken."] if said is not None else []),
        *([f"Het hoort ook bij {series(shared)}."] if shared else []),
        *(["Het valt onder dezelfde wet."] if law else []),
        *([_about(both)] if both else []),
    ]
    return Verwant(other.id, other.naam, round(max(alike, said or 0.0), 3), tuple(redenen))


def knelpunt_subject(
    asked: str, ties: Iterable[Verwant], around: Surroundings, who: Asker, day: date, ook_verwant: bool
) -> Subject:
    """For a question about a knelpunt. Its own thema's are a plus."""
    known = {k.id: k for k in around.knelpunten}
    own = known[asked]
    links = {
        v.id: Link(v.id, v.naam, v.score, v.id == asked, _way(own, known[v.id]))
        for v in ties
        if v.id == asked or ook_verwant
    }
    themas = {t: around.themas[t] for t in own.themas if t in around.themas}
    return Subject(links, themas, {}, who.gemeenten, day)


def thema_subject(around: Surroundings, who: Asker, day: date) -> Subject:
    """For a question about a thema: a solution for a knelpunt in that thema is about it as well."""
    return Subject({}, around.themas, {}, who.gemeenten, day, {k.id: k.themas for k in around.knelpunten})


def words_subject(
    sought: Sought, ties: Iterable[Verwant], around: Surroundings, who: Asker, day: date, ook_verwant: bool
) -> Subject:  # fmt: skip
    """For a question in words, about everything that it points at."""
    weighed = [(v, *weights.in_words(sought.share(v.score))) for v in ties]
    links = [Link(v.id, v.naam, sterkte, same, (v.id,)) for v, same, sterkte in weighed]
    counted = {link.id: link for link in links if link.zelfde or ook_verwant}
    teksten = {key: (sought.share(m.closeness), m.woorden) for key, m in sought.oplossingen.items()}
    return Subject(counted, around.themas, teksten, who.gemeenten, day, part=weights.NUANCE)


def named_subject(genoemd: Genoemd, who: Asker, day: date) -> Subject:
    """For a question that is a name: what belongs to it, or the thing itself."""
    teksten: dict[str, tuple[float, tuple[str, ...]]] = dict.fromkeys(genoemd.oplossingen, (1.0, ()))
    return Subject({}, {}, teksten, who.gemeenten, day, part=weights.NUANCE, genoemd=genoemd)


def _way(asked: Knelpunt, other: Knelpunt) -> tuple[str, ...]:
    """How the graph leads from the knelpunt asked about to another; from itself when only their words are alike."""
    if asked is other:
        return (other.id,)
    if asked.id in other.lijkt:
        return (asked.id, other.id)
    between = next(iter((*sorted(asked.themas & other.themas), *sorted({*asked.wetten} & {*other.wetten}))), None)
    return (asked.id, between, other.id) if between else (other.id,)
