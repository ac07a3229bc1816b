"""The oplossingen of one page, with everything that the reasons and the answer need: one statement."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.contact.belpunt import Bekend, Belpunt, whom_to_call
from graph.contact.numbers import numbers
from graph.cypher.sight import published
from graph.domain.vocabulary import Rijpheid
from graph.dutch.phrasing import count
from graph.engine.store import Store
from graph.pasklaar.ranking import Candidate, Reden, Subject, Use, reasons, score
from graph.pasklaar.surroundings import padded
from graph.search.find import OPENBAAR
from graph.search.likeness import Profile, by_likeness

YEARS_FRESH = 3
UNASSESSED = ("de rijpheid", "het bewijs")
MOST_USERS, MOST_OTHERS = 5, 2
"""How many gemeenten stand among whom to call: those that use it, and of those that did, prepare or consider it."""


@dataclass(frozen=True)
class Extra:
    """What only the answer needs: what is missing to take a solution over."""

    materialen: int
    grondslagen: int
    nieuwste_bron: str | None


@dataclass(frozen=True)
class Treffer:
    """A hit. `toepassers` are ids of current toepassingen, the most comparable gemeente first; `bellen` is who can be
    reached about it, whom to try first in front."""

    oplossing: str
    naam: str
    score: int
    redenen: tuple[Reden, ...]
    toepassers: tuple[str, ...]
    aantal_toepassers: int
    ontbreekt: tuple[str, ...]
    bellen: tuple[Belpunt, ...] = ()


async def candidates(
    store: Store, oplossingen: Sequence[str], delen: Mapping[str, int], vandaag: date, statussen: Sequence[str]
) -> dict[str, tuple[Candidate, Extra]]:
    """By id. `delen` says how many knelpunten a gemeente shares with who asks."""
    if not oplossingen:
        return {}
    given = {"oplossingen": padded(oplossingen), "vandaag": vandaag.isoformat(), "statussen": list(statussen)}
    row = await store.read(TEXT, given)
    assert row is not None
    return {each[0]: (_candidate(each, delen), _extra(each)) for each in row[0]}


async def known_numbers(
    store: Store, found: Iterable[tuple[Candidate, Subject]], vandaag: date, statussen: Sequence[str]
) -> dict[str, Bekend]:  # fmt: skip
    """By oplossing what is known of whom to call about it."""
    uses = {candidate.id: [u.id for u in _worth_a_call(candidate, subject)] for candidate, subject in found}
    return await numbers(store, uses, vandaag.isoformat(), statussen)


async def callers(
    store: Store, oplossing: str, vandaag: date, statussen: Sequence[str] = OPENBAAR
) -> tuple[Belpunt, ...]:  # fmt: skip
    """Who can be reached about one oplossing, whoever asks."""
    found = (await candidates(store, [oplossing], {}, vandaag, statussen)).get(oplossing)
    if found is None:
        return ()
    nobody = Subject({}, {}, {}, (), vandaag)
    return whom_to_call((await known_numbers(store, [(found[0], nobody)], vandaag, statussen))[oplossing])


def _worth_a_call(candidate: Candidate, subject: Subject) -> list[Use]:
    """A few gemeenten of each kind, the most comparable first."""
    day = subject.vandaag
    gone = [u for u in candidate.gebruik if u.beeindigd and u.status in (None, "IN_GEBRUIK")]
    kinds = [(others(candidate, subject), MOST_USERS), (gone, MOST_OTHERS)]
    kinds += [
        ([u for u in candidate.gebruik if u.status == status and not u.over(day)], MOST_OTHERS)
        for status in ("VOORBEREIDING", "OVERWEEGT")
    ]
    own = [u for u in candidate.gebruik if u.current(day) and u.gemeente.id in {g.id for g in subject.gemeenten}]
    kinds.append((own, 1))
    return [u for uses, most in kinds for u in by_likeness(uses, subject.gemeenten)[:most]]


def others(candidate: Candidate, subject: Subject) -> list[Use]:
    """The current uses by other gemeenten than who asks."""
    own = {g.id for g in subject.gemeenten}
    return [u for u in candidate.gebruik if u.current(subject.vandaag) and u.gemeente.id not in own]


def treffer(candidate: Candidate, extra: Extra, subject: Subject, known: Bekend) -> Treffer:
    redenen = reasons(candidate, subject)
    users = [u for u in candidate.gebruik if u.current(subject.vandaag)]
    bellen = whom_to_call(known, {g.id for g in subject.gemeenten})
    return Treffer(
        candidate.id,
        candidate.naam,
        score(redenen),
        redenen,
        tuple(u.id for u in by_likeness(others(candidate, subject), subject.gemeenten)),
        len({u.gemeente.id for u in users}),
        tuple(_missing(candidate, extra, subject.vandaag, bellen)),
        bellen,
    )


def _missing(candidate: Candidate, extra: Extra, vandaag: date, bellen: Sequence[Belpunt]) -> Iterator[str]:
    """What still lacks before a gemeente can take it over, as nouns that follow "dit ontbreekt nog"."""
    if not bellen:
        yield "iemand die je kunt bereiken"
    elif not any(each.eigen for each in bellen):
        yield "een eigen contactpunt: er zijn alleen algemene nummers"
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


def _coverage(rows: Sequence[Sequence[Any]]) -> dict[str, float | None]:
    """The largest share of each knelpunt that any source claims."""
    found: dict[str, float | None] = {}
    for key, dekking in rows:
        known = found.get(key)
        found[key] = dekking if known is None else known if dekking is None else max(known, dekking)
    return found


def _candidate(row: Sequence[Any], shared: Mapping[str, int]) -> Candidate:
    key, naam, rijpheid, bewijs, getoetst, knelpunten, themas, gebruik, minstens = row[:9]
    return Candidate(
        key,
        naam,
        rijpheid,
        bewijs,
        getoetst,
        _coverage(knelpunten),
        frozenset(themas),
        tuple(
            Use(
                t,
                Profile(g, gnaam, inwoners, provincie, felt, shared.get(g, 0), jeugd, werk),
                status,
                tot,
                reden,
                einde is not None,
            )
            for t, status, tot, reden, g, gnaam, inwoners, provincie, jeugd, werk, einde, felt in gebruik
        ),
        minstens,
    )


def _extra(row: Sequence[Any]) -> Extra:
    materialen, grondslagen, bronnen = row[9:]
    return Extra(materialen, grondslagen, bronnen[0] if bronnen else None)


TEXT = published("""
RETURN COLLECT {
  UNWIND $oplossingen AS oid MATCH (o2:Entiteit {id: oid})
  WHERE o2.publicatieStatus IN $statussen
  RETURN [
    o2.id, o2.weergavenaam, o2.rijpheid, o2.bewijs, o2.laatstGetoetstOp,
    COLLECT { MATCH (o2)-[x0:LOST_OP]->(k8!) RETURN [k8.id, x0.dekking] },
    COLLECT { MATCH (o2)-[:GAAT_OVER]->(t7!) RETURN DISTINCT t7.id },
    COLLECT {
      MATCH (o2)<-[:VAN]-(u0)<-[:PAST_TOE]-(g2!)
      WHERE u0.publicatieStatus IN $statussen
      WITH DISTINCT u0, g2 ORDER BY u0.id
      RETURN [
        u0.id, u0.status, u0.tot, u0.redenGestopt, g2.id, g2.naam, g2.inwoners, g2.provincie,
        g2.jeugdregio, g2.arbeidsmarktregio,
        CASE WHEN g2.einddatum < $vandaag THEN g2.einddatum END,
        COUNT { (g2)-[:ERVAART]->(!) }
      ]
    },
    o2.gebruikersMinstens, size(coalesce(o2.materialen, [])), size(coalesce(o2.juridischeGrondslag, [])),
    COLLECT {
      UNWIND o2.feiten AS fid MATCH (f0:Feit {id: fid})-[:BLIJKT_UIT]->()-[:UIT]->(s0)
      WHERE told!(f0) AND s0.datum IS NOT NULL RETURN s0.datum ORDER BY s0.datum DESC LIMIT 1
    }
  ]
} AS oplossingen
""")
