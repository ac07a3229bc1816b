"""The oplossingen of one page, with everything that the reasons and the answer need: one statement."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.domain.vocabulary import Rijpheid
from graph.dutch.phrasing import count
from graph.engine.store import Store
from graph.pasklaar.ranking import Candidate, Reden, Subject, Use, reasons, score
from graph.pasklaar.surroundings import padded
from graph.search.likeness import Profile, by_likeness

YEARS_FRESH = 3
UNASSESSED = ("de rijpheid", "het bewijs")


@dataclass(frozen=True)
class Extra:
    """What only the answer needs: what is missing to take a solution over."""

    contacten: tuple[str, ...]
    materialen: int
    grondslagen: int
    nieuwste_bron: str | None


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


def treffer(candidate: Candidate, extra: Extra, subject: Subject) -> Treffer:
    redenen = reasons(candidate, subject)
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


def _coverage(rows: Sequence[Sequence[Any]]) -> dict[str, float | None]:
    """The largest share of each knelpunt that any source claims."""
    found: dict[str, float | None] = {}
    for key, dekking in rows:
        known = found.get(key)
        found[key] = dekking if known is None else known if dekking is None else max(known, dekking)
    return found


def _candidate(row: Sequence[Any], shared: Mapping[str, int]) -> Candidate:
    key, naam, rijpheid, bewijs, getoetst, knelpunten, themas, gebruik = row[:8]
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
                t, Profile(g, gnaam, inwoners, provincie, felt, shared.get(g, 0)), status, tot, reden, einde is not None
            )
            for t, status, tot, reden, g, gnaam, inwoners, provincie, einde, felt in gebruik
        ),
    )


def _extra(row: Sequence[Any]) -> Extra:
    contacten, materialen, grondslagen, bronnen = row[8:]
    return Extra(tuple(contacten), materialen, grondslagen, bronnen[0] if bronnen else None)


CURRENT_ROLE = "EXISTS { MATCH (p1)-[r0:WERKT_BIJ|LID_VAN]->() WHERE r0.tot IS NULL OR r0.tot >= $vandaag }"

TEXT = f"""
RETURN COLLECT {{
  UNWIND $oplossingen AS oid MATCH (o2:Entiteit {{id: oid}})
  WHERE o2.publicatieStatus IN $statussen
  RETURN [
    o2.id, o2.weergavenaam, o2.rijpheid, o2.bewijs, o2.laatstGetoetstOp,
    COLLECT {{ MATCH (o2)-[x0:LOST_OP]->(k8) RETURN [k8.id, x0.dekking] }},
    COLLECT {{ MATCH (o2)-[:GAAT_OVER]->(t7) RETURN DISTINCT t7.id }},
    COLLECT {{
      MATCH (o2)<-[:VAN]-(u0)<-[:PAST_TOE]-(g2)
      WHERE u0.publicatieStatus IN $statussen
      WITH DISTINCT u0, g2 ORDER BY u0.id
      RETURN [
        u0.id, u0.status, u0.tot, u0.redenGestopt, g2.id, g2.naam, g2.inwoners, g2.provincie,
        CASE WHEN g2.einddatum < $vandaag THEN g2.einddatum END,
        COUNT {{ (g2)-[:ERVAART]->() }}
      ]
    }},
    COLLECT {{
      MATCH (o2)<-[:VAN*0..1]-()<-[:CONTACT_VOOR]-(p1)
      WHERE p1.publicatieStatus IN $statussen AND {CURRENT_ROLE}
      WITH DISTINCT p1 ORDER BY p1.volgorde RETURN p1.id
    }},
    size(coalesce(o2.materialen, [])), size(coalesce(o2.juridischeGrondslag, [])),
    COLLECT {{
      UNWIND o2.feiten AS fid MATCH (f0:Feit {{id: fid}})-[:BLIJKT_UIT]->()-[:UIT]->(s0)
      WHERE s0.datum IS NOT NULL RETURN s0.datum ORDER BY s0.datum DESC LIMIT 1
    }}
  ]
}} AS oplossingen
"""
