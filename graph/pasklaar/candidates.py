"""What the graph knows about a question, in one statement: everything the ranking and the answer need, as one row.

One text serves all three kinds of question, so that it is planned once: what does not apply is an empty list. The ids
of the knelpunten come first, in order of importance; the oplossingen follow in that order, so that a limit cuts off the
least likely ones. Lists are lifted into a WITH before they are used, because Neo4j 5 refuses a subquery that aggregates
inside a projection.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.engine.store import Store
from graph.pasklaar.ranking import Candidate, Use
from graph.search.likeness import Profile

MOST_KNELPUNTEN = 40
MOST_OPLOSSINGEN = 120
MOST_USES = 400


@dataclass(frozen=True)
class Knelpunt:
    """A knelpunt near the question, with what a useful no needs to say about it."""

    id: str
    naam: str
    route: str | None
    themas: frozenset[str]
    wetten: tuple[str, ...]
    departementen: tuple[str, ...]
    trajecten: tuple[str, ...]
    lijkt: float | None
    """How much it is said to look like the knelpunt asked about (LIJKT_OP), if anyone said so."""


@dataclass(frozen=True)
class Extra:
    """What only the answer needs: what is missing to take a solution over, and whose it is."""

    ontwikkelaars: frozenset[str]
    contacten: tuple[str, ...]
    materialen: int
    grondslagen: int
    nieuwste_bron: str | None


@dataclass(frozen=True)
class Surroundings:
    """The part of the graph around a question. `gemeenten` holds the successors of a gemeente that has gone."""

    bestaat: dict[str, tuple[str, ...]]
    gemeenten: tuple[Profile, ...]
    themas: dict[str, str]
    knelpunten: tuple[Knelpunt, ...]
    kandidaten: tuple[tuple[Candidate, Extra], ...]
    thematrajecten: tuple[str, ...]


async def surroundings(
    store: Store,
    *,
    knelpunten: Sequence[str] = (),
    oplossingen: Sequence[str] = (),
    themas: Sequence[str] = (),
    gemeente: str | None = None,
    verwant_aan: str | None = None,
    vandaag: str,
    statussen: Sequence[str],
) -> Surroundings:
    """Solutions for `knelpunten` and what is like `verwant_aan`, about `themas`, and `oplossingen` themselves."""
    parameters = {
        "knelpunten": _padded(knelpunten, 40), "oplossingen": _padded(oplossingen, 40), "themas": _padded(themas, 4),
        "gemeente": [gemeente or ""], "verwant": [verwant_aan or ""], "vandaag": vandaag, "statussen": list(statussen),
        "veel": MOST_KNELPUNTEN, "alle": MOST_OPLOSSINGEN, "gebruik": MOST_USES,
    }  # fmt: skip
    row = await store.read(TEXT, parameters)
    assert row is not None
    bestaat, gemeenten, eigen, punten, kandidaten, trajecten, delen = row
    shared = dict(delen)
    return Surroundings(
        {key: tuple(labels) for key, labels in bestaat},
        _present(gemeenten, vandaag),
        dict(eigen),
        tuple(map(_knelpunt, punten)),
        tuple((_candidate(row, shared), _extra(row)) for row in kandidaten),
        tuple(trajecten),
    )


def _present(rows: Sequence[Sequence[Any]], vandaag: str) -> tuple[Profile, ...]:
    """The gemeente itself, or when it has gone the ones it went into (they may have gone as well)."""
    return tuple(
        Profile(key, naam, inwoners, provincie, ervaart)
        for key, naam, inwoners, provincie, einde, ervaart in rows
        if einde is None or einde >= vandaag
    )


def _padded(ids: Sequence[str], length: int) -> list[str]:
    """Ids in a list of fixed length: for Neo4j a list of another size class is another statement to plan."""
    return [*ids[:length], *[""] * (length - len(ids))]


def _knelpunt(row: Sequence[Any]) -> Knelpunt:
    key, naam, route, themas, wetten, departementen, trajecten, lijkt = row
    score = lijkt[0] if lijkt else None
    return Knelpunt(key, naam, route, frozenset(themas), tuple(wetten), tuple(departementen), tuple(trajecten), score)


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
        dict.fromkeys(themas, ()),
        tuple(
            Use(
                t, Profile(g, gnaam, inwoners, provincie, felt, shared.get(g, 0)), status, tot, reden, einde is not None
            )
            for t, status, tot, reden, g, gnaam, inwoners, provincie, einde, felt in gebruik
        ),
    )


def _extra(row: Sequence[Any]) -> Extra:
    ontwikkelaars, contacten, materialen, grondslagen, bronnen = row[8:]
    return Extra(frozenset(ontwikkelaars), tuple(contacten), materialen, grondslagen, bronnen[0] if bronnen else None)


CURRENT_ROLE = "EXISTS {{ MATCH ({p})-[r{n}:WERKT_BIJ|LID_VAN]->() WHERE r{n}.tot IS NULL OR r{n}.tot >= $vandaag }}"

# The knelpunten around the question, the one asked about first, then those said to look like it, then those that share
# most of its thema's; for a question about a thema the ones in it that most parties feel.
NEAR_KNELPUNTEN = """
WITH
  COLLECT { UNWIND $themas AS tid MATCH (t0:Entiteit {id: tid})<-[:DEEL_VAN*0..4]-(t1) RETURN DISTINCT t1.id } AS onder,
  COLLECT {
    MATCH (k0:Entiteit {id: $verwant[0]})-[l0:LIJKT_OP]-(k1)
    WITH k1, max(l0.score) AS lijkt ORDER BY lijkt DESC, k1.id LIMIT $veel RETURN k1.id
  } AS lijkend,
  COLLECT {
    MATCH (k2:Entiteit {id: $verwant[0]})-[:GAAT_OVER]->(t2)<-[:GAAT_OVER]-(k3:Knelpunt)
    WITH k3, count(DISTINCT t2) AS gedeeld ORDER BY gedeeld DESC, k3.id LIMIT $veel RETURN k3.id
  } AS thematisch,
  COLLECT {
    MATCH (g3:Entiteit {id: $gemeente[0]})-[:OPGEGAAN_IN*0..5]->()-[:ERVAART]->(k9)<-[:ERVAART]-(g4:Gemeente)
    WITH g4, count(DISTINCT k9) AS samen RETURN [g4.id, samen]
  } AS delen
WITH onder, delen, lijkend, thematisch,
  COLLECT {
    UNWIND onder AS tid1 MATCH (t4:Entiteit {id: tid1})<-[:GAAT_OVER]-(k4:Knelpunt)
    WITH DISTINCT k4 WITH k4, COUNT { (k4)<-[:ERVAART]-() } AS ervaren
    ORDER BY ervaren DESC, k4.id LIMIT $veel RETURN k4.id
  } AS binnen
WITH onder, delen, $knelpunten + lijkend + thematisch + binnen AS dichtbij
"""

# The oplossingen for them, in that order; then the ones named in the question; then those about the thema.
CANDIDATE_IDS = """
WITH onder, delen, dichtbij,
  COLLECT {
    UNWIND range(0, size(dichtbij) - 1) AS i MATCH (k5:Entiteit {id: dichtbij[i]})<-[:LOST_OP]-(o0)
    WHERE o0.publicatieStatus IN $statussen
    WITH o0, min(i) AS plaats ORDER BY plaats, o0.id LIMIT $alle RETURN o0.id
  } AS voor,
  COLLECT {
    UNWIND onder AS tid2 MATCH (t5:Entiteit {id: tid2})<-[:GAAT_OVER]-(o1:Oplossing)
    WHERE o1.publicatieStatus IN $statussen
    WITH DISTINCT o1 WITH o1, COUNT { (o1)<-[:VAN]-() } AS vaak ORDER BY vaak DESC, o1.id LIMIT $alle RETURN o1.id
  } AS over
WITH onder, delen, dichtbij, $oplossingen + voor + over AS kandidaten
"""

KNELPUNT = """[
    k6.id, k6.weergavenaam, k6.route,
    COLLECT { MATCH (k6)-[:GAAT_OVER]->(t6) RETURN DISTINCT t6.id },
    COLLECT { MATCH (k6)-[:VALT_ONDER]->(w0) WITH DISTINCT w0 ORDER BY w0.volgorde RETURN w0.id },
    COLLECT {
      MATCH (k6)-[:VALT_ONDER]->()-[:VAN_DEPARTEMENT]->(d0) WITH DISTINCT d0 ORDER BY d0.volgorde RETURN d0.id
    },
    COLLECT {
      MATCH (k6)<-[:ONDERZOEKT]-(j0)
      WHERE j0.publicatieStatus IN $statussen AND (j0.status IS NULL OR j0.status IN ['LOPEND', 'VERKENNING'])
        AND j0.afgerondOp IS NULL
      WITH DISTINCT j0 ORDER BY j0.volgorde RETURN j0.id
    },
    COLLECT {
      MATCH (k6)-[l1:LIJKT_OP]-(k7:Entiteit {id: $verwant[0]}) WHERE l1.score IS NOT NULL
      RETURN l1.score ORDER BY l1.score DESC LIMIT 1
    }
  ]"""

OPLOSSING = f"""[
    o2.id, o2.weergavenaam, o2.rijpheid, o2.bewijs, o2.laatstGetoetstOp,
    COLLECT {{ MATCH (o2)-[x0:LOST_OP]->(k8) RETURN [k8.id, x0.dekking] }},
    COLLECT {{ MATCH (o2)-[:GAAT_OVER]->(t7) RETURN DISTINCT t7.id }},
    COLLECT {{
      MATCH (o2)<-[:VAN]-(u0)<-[:PAST_TOE]-(g2)
      WHERE u0.publicatieStatus IN $statussen
      WITH DISTINCT u0, g2 ORDER BY u0.id LIMIT $gebruik
      RETURN [
        u0.id, u0.status, u0.tot, u0.redenGestopt, g2.id, g2.naam, g2.inwoners, g2.provincie,
        CASE WHEN g2.einddatum < $vandaag THEN g2.einddatum END,
        COUNT {{ (g2)-[:ERVAART]->() }}
      ]
    }},
    COLLECT {{ MATCH (o2)-[:ONTWIKKELD_DOOR]->(p0) RETURN DISTINCT p0.id }},
    COLLECT {{
      MATCH (o2)<-[:VAN*0..1]-()<-[:CONTACT_VOOR]-(p1)
      WHERE p1.publicatieStatus IN $statussen AND {CURRENT_ROLE.format(p="p1", n=0)}
      WITH DISTINCT p1 ORDER BY p1.volgorde RETURN p1.id
    }},
    size(coalesce(o2.materialen, [])), size(coalesce(o2.juridischeGrondslag, [])),
    COLLECT {{
      UNWIND o2.feiten AS fid MATCH (f0:Feit {{id: fid}})-[:BLIJKT_UIT]->()-[:UIT]->(s0)
      WHERE s0.datum IS NOT NULL RETURN s0.datum ORDER BY s0.datum DESC LIMIT 1
    }}
  ]"""

TEXT = f"""{NEAR_KNELPUNTEN}{CANDIDATE_IDS}
RETURN
  COLLECT {{
    UNWIND $verwant + $themas + $gemeente AS vid MATCH (v0:Entiteit {{id: vid}})
    WHERE v0.publicatieStatus IN $statussen RETURN [v0.id, labels(v0)]
  }} AS bestaat,
  COLLECT {{
    MATCH (g0:Entiteit {{id: $gemeente[0]}})-[:OPGEGAAN_IN*0..5]->(g1)
    WITH DISTINCT g1 ORDER BY g1.id
    RETURN [
      g1.id, g1.naam, g1.inwoners, g1.provincie, g1.einddatum,
      COUNT {{ (g1)-[:ERVAART]->() }}
    ]
  }} AS gemeenten,
  COLLECT {{
    UNWIND $verwant + onder AS eid MATCH (e0:Entiteit {{id: eid}})-[:GAAT_OVER*0..1]->(t8:Thema)
    RETURN DISTINCT [t8.id, t8.weergavenaam]
  }} AS themas,
  COLLECT {{
    UNWIND range(0, size(dichtbij) - 1) AS j MATCH (k6:Entiteit {{id: dichtbij[j]}})
    WHERE k6.publicatieStatus IN $statussen
    WITH k6, min(j) AS plek ORDER BY plek RETURN {KNELPUNT}
  }} AS knelpunten,
  COLLECT {{
    UNWIND range(0, size(kandidaten) - 1) AS h MATCH (o2:Entiteit {{id: kandidaten[h]}})
    WHERE o2.publicatieStatus IN $statussen
    WITH o2, min(h) AS rij ORDER BY rij LIMIT $alle RETURN {OPLOSSING}
  }} AS oplossingen,
  COLLECT {{
    UNWIND onder AS tid3 MATCH (t9:Entiteit {{id: tid3}})<-[:GAAT_OVER]-(j1:Traject)
    WHERE j1.publicatieStatus IN $statussen AND (j1.status IS NULL OR j1.status IN ['LOPEND', 'VERKENNING'])
      AND j1.afgerondOp IS NULL
    WITH DISTINCT j1 ORDER BY j1.volgorde RETURN j1.id
  }} AS trajecten,
  delen
"""
