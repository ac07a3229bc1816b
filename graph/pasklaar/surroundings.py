"""What the graph knows around a question: who asks, which knelpunten are near, and what is known of those.

Nothing is cut off here: what is near is weighed first (`graph.pasklaar.links`), and only what is shown is a few. Lists
are lifted into a WITH before they are used, because Neo4j 5 refuses a subquery that aggregates inside a projection.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.cypher.sight import published
from graph.cypher.text import by_id
from graph.engine.store import Store
from graph.search.likeness import Profile

SIZES = (4, 40, 400, 4_000)


@dataclass(frozen=True)
class Asker:
    """The gemeente that asks. `gemeenten` holds the successors of one that has gone, and is empty when nobody asks.

    `delen`: how many knelpunten each other gemeente shares with it. `eigen`: the oplossingen it has already, with what
    it does with them: it uses, prepares or made them.
    """

    labels: tuple[str, ...] = ()
    gemeenten: tuple[Profile, ...] = ()
    delen: Mapping[str, int] = field(default_factory=dict)
    eigen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class HeeftAl:
    """An oplossing that fits the question and that the asking gemeente has already. `uitleg` is a sentence."""

    oplossing: str
    naam: str
    uitleg: str


@dataclass(frozen=True)
class Knelpunt:
    """A knelpunt near the question. `lijkt`: how much it is said to look like those asked about (LIJKT_OP), by id."""

    id: str
    naam: str
    themas: frozenset[str]
    wetten: tuple[str, ...]
    lijkt: Mapping[str, float]


Stand = tuple[int, str]
"""Which version of the graph it is, and when that was made: with both equal nothing has changed."""


@dataclass(frozen=True)
class Surroundings:
    """The labels of what was asked by id, the names of the thema's that count, and the knelpunten around, in order:
    those asked about, those said to be like them, those that share a thema with them, those within the thema."""

    bestaat: Mapping[str, tuple[str, ...]]
    themas: Mapping[str, str]
    knelpunten: tuple[Knelpunt, ...]
    stand: Stand | None


@dataclass(frozen=True)
class Circumstances:
    """What a useful no says about a knelpunt."""

    route: str | None
    wetten: tuple[str, ...]
    departementen: tuple[str, ...]
    trajecten: tuple[str, ...]


async def asker(store: Store, gemeente: str | None, vandaag: str, statussen: Sequence[str]) -> Asker:
    """Read who asks; without a gemeente there is nothing to read."""
    if gemeente is None:
        return Asker()
    given = {"gemeente": gemeente, "vandaag": vandaag, "statussen": list(statussen)}
    row = await store.read(ASKER, given)
    assert row is not None
    labels, profiles, delen, gebruik, bedacht = row
    present = [p[1:] for p in profiles if p[0] is None or p[0] >= vandaag]
    here = {p[0] for p in present}
    made = {o for g, o in bedacht if g in here}
    uses = {o: _doing(status, sinds) for g, o, status, sinds in gebruik if g in here}
    eigen = {
        o: f"Jouw gemeente {' en '.join([*(['bedacht het'] if o in made else []), *([uses[o]] if o in uses else [])])}."
        for o in sorted(made | uses.keys())
    }
    return Asker(tuple(labels[0]) if labels else (), tuple(Profile(*p) for p in present), Counter(delen), eigen)


def _doing(status: str | None, sinds: str | None) -> str:
    """`werkt ermee sinds 2018`."""
    if status is None:
        return "gebruikt het of gebruikte het"
    since = f" sinds {sinds[:4]}" if sinds else ""
    return f"bereidt het voor{since}" if status == "VOORBEREIDING" else f"werkt ermee{since}"


async def already(store: Store, who: Asker, keys: Iterable[str]) -> tuple[HeeftAl, ...]:
    """Of these oplossingen those that the asker has, in the same order."""
    own = [key for key in keys if key in who.eigen]
    called = await names(store, own)
    return tuple(HeeftAl(key, called[key], who.eigen[key]) for key in own if key in called)


async def surroundings(
    store: Store,
    statussen: Sequence[str],
    *,
    gevraagd: Sequence[str] = (),
    knelpunten: Sequence[str] = (),
    themas: Sequence[str] = (),
    binnen: Sequence[str] = (),
) -> Surroundings:
    """What is like the knelpunten `gevraagd`; `knelpunten` themselves; the names of `themas` and what is below them,
    and of those in `binnen` every knelpunt."""
    given = {
        "gevraagd": padded(gevraagd), "knelpunten": padded(knelpunten), "themas": padded(themas),
        "binnen": padded(binnen), "statussen": list(statussen),
    }  # fmt: skip
    row = await store.read(AROUND, given)
    assert row is not None
    bestaat, namen, punten, stand = row
    found = (
        Knelpunt(key, naam, frozenset(onderwerpen), tuple(wetten), dict(lijkt))
        for key, naam, onderwerpen, wetten, lijkt in punten
    )
    known = (int(stand[0][0]), str(stand[0][1])) if stand and None not in stand[0] else None
    return Surroundings({key: tuple(labels) for key, labels in bestaat}, dict(namen), tuple(found), known)


async def circumstances(
    store: Store, knelpunten: Sequence[str], themas: Iterable[str], statussen: Sequence[str]
) -> tuple[dict[str, Circumstances], tuple[str, ...]]:
    """By knelpunt what it takes and who is busy with it; and the trajecten that run on `themas`."""
    given = {"knelpunten": padded(knelpunten), "themas": padded([*themas]), "statussen": list(statussen)}
    row = await store.read(CIRCUMSTANCES, given)
    assert row is not None
    punten, trajecten = row
    found = {
        key: Circumstances(route, tuple(wetten), tuple(departementen), tuple(lopend))
        for key, route, wetten, departementen, lopend in punten
    }
    return found, tuple(trajecten)


async def names(store: Store, ids: Sequence[str]) -> dict[str, str]:
    """What things are called, by id."""
    row = await store.read(NAMES, {"ids": padded(ids)}) if ids else None
    return dict(row[0]) if row else {}


async def successors(store: Store, ids: Sequence[str]) -> tuple[str, ...]:
    """What came in the place of these oplossingen, as far as that is known."""
    rows = await store.rows(SUCCESSORS, {"ids": padded(ids)})
    return tuple(dict.fromkeys(said for [said] in rows))


def padded(ids: Sequence[str]) -> list[str]:
    """Ids in a list of one of a few lengths: for Neo4j a list of another size class is another statement to plan."""
    size = next((s for s in SIZES if s >= len(ids)), len(ids))
    return [*ids, *[""] * (size - len(ids))]


SUCCESSORS = (
    "UNWIND $ids AS id MATCH (o:Entiteit {id: id}) WHERE o.opvolger IS NOT NULL RETURN o.opvolger ORDER BY o.id"
)
ASKER = published("""
RETURN
  COLLECT { MATCH (v0:Entiteit {id: $gemeente}) WHERE v0.publicatieStatus IN $statussen RETURN labels(v0) } AS labels,
  COLLECT {
    MATCH w1 = (g0:Entiteit {id: $gemeente})-[:OPGEGAAN_IN*0..5]->(g1) WHERE all!(w1)
    WITH DISTINCT g1 ORDER BY g1.id
    RETURN [
      g1.einddatum, g1.id, g1.naam, g1.inwoners, g1.provincie, COUNT { (g1)-[:ERVAART]->(!) }, 0,
      g1.jeugdregio, g1.arbeidsmarktregio
    ]
  } AS gemeenten,
  COLLECT {
    MATCH w2 = (g2:Entiteit {id: $gemeente})-[:OPGEGAAN_IN*0..5]->(g9) WHERE all!(w2)
    MATCH (g9)-[:ERVAART]->(k9!)<-[:ERVAART]-(g3:Gemeente!)
    WITH DISTINCT g3, k9 RETURN g3.id
  } AS delen,
  COLLECT {
    MATCH w3 = (g4:Entiteit {id: $gemeente})-[:OPGEGAAN_IN*0..5]->(g5) WHERE all!(w3)
    MATCH (g5)-[:PAST_TOE]->(u0)-[:VAN]->(o0!)
    WHERE u0.publicatieStatus IN $statussen AND (u0.tot IS NULL OR u0.tot >= $vandaag)
      AND (u0.status IS NULL OR u0.status IN ['IN_GEBRUIK', 'VOORBEREIDING'])
    WITH DISTINCT g5, o0, u0 ORDER BY u0.status = 'VOORBEREIDING' DESC, u0.sinds, u0.id
    RETURN [g5.id, o0.id, u0.status, u0.sinds]
  } AS gebruik,
  COLLECT {
    MATCH w4 = (g6:Entiteit {id: $gemeente})-[:OPGEGAAN_IN*0..5]->(g7) WHERE all!(w4)
    MATCH (g7)<-[:ONTWIKKELD_DOOR]-(o1!)
    RETURN DISTINCT [g7.id, o1.id]
  } AS bedacht
""")

NEAR = published("""
WITH
  COLLECT {
    UNWIND $themas AS tid MATCH w0 = (t0:Entiteit {id: tid})<-[:DEEL_VAN*0..4]-(t1) WHERE all!(w0)
    RETURN DISTINCT t1.id
  } AS onder,
  COLLECT {
    UNWIND $gevraagd AS vid0 MATCH (k0:Entiteit {id: vid0})-[:LIJKT_OP]-(k1!) RETURN DISTINCT k1.id
  } AS lijkend,
  COLLECT {
    UNWIND $gevraagd AS vid1 MATCH (k2:Entiteit {id: vid1})-[:GAAT_OVER]->(t2!)<-[:GAAT_OVER]-(k3:Knelpunt!)
    RETURN DISTINCT k3.id
  } AS thematisch,
  COLLECT {
    UNWIND $binnen AS bid MATCH w1 = (t3:Entiteit {id: bid})<-[:DEEL_VAN*0..4]-(t4) WHERE all!(w1)
    MATCH (t4)<-[:GAAT_OVER]-(k4:Knelpunt!)
    WITH DISTINCT k4 WITH k4, COUNT { (k4)<-[:ERVAART]-(!) } AS ervaren
    ORDER BY ervaren DESC, k4.id RETURN k4.id
  } AS erin
WITH onder, $gevraagd + $knelpunten + lijkend + thematisch + erin AS dichtbij
""")

AROUND = published(f"""{NEAR}
RETURN
  COLLECT {{
    UNWIND $gevraagd + $themas AS id0 MATCH (v0:Entiteit {{id: id0}})
    WHERE v0.publicatieStatus IN $statussen RETURN [v0.id, labels(v0)]
  }} AS bestaat,
  COLLECT {{
    UNWIND $gevraagd + onder AS id1 MATCH (e0:Entiteit {{id: id1}})-[:GAAT_OVER*0..1]->(t8:Thema!)
    WHERE e0.publicatieStatus IN $statussen
    RETURN DISTINCT [t8.id, t8.weergavenaam]
  }} AS themas,
  COLLECT {{
    UNWIND range(0, size(dichtbij) - 1) AS j MATCH {by_id("k6", "Entiteit", "dichtbij[j]")}
    WHERE k6.publicatieStatus IN $statussen
    WITH k6, min(j) AS plek ORDER BY plek
    RETURN [
      k6.id, k6.weergavenaam,
      COLLECT {{ MATCH (k6)-[:GAAT_OVER]->(t6!) RETURN DISTINCT t6.id }},
      COLLECT {{ MATCH (k6)-[:VALT_ONDER]->(w0!) WITH DISTINCT w0 ORDER BY w0.volgorde RETURN w0.id }},
      COLLECT {{
        MATCH (k6)-[l1:LIJKT_OP]-(k7) WHERE l1.score IS NOT NULL AND k7.id IN $gevraagd
        RETURN [k7.id, l1.score] ORDER BY l1.score
      }}
    ]
  }} AS knelpunten,
  COLLECT {{ MATCH (m:Meta {{id: 'graaf'}}) RETURN [m.versie, m.gewijzigdOp] }} AS stand
""")

NAMES = published("""
RETURN COLLECT { UNWIND $ids AS id MATCH (n:Entiteit {id: id}) WHERE is!(n) RETURN [n.id, n.weergavenaam] } AS namen
""")

RUNNING = (
    "{t}.publicatieStatus IN $statussen AND ({t}.status IS NULL OR {t}.status IN ['LOPEND', 'VERKENNING']) "
    "AND {t}.afgerondOp IS NULL"
)

CIRCUMSTANCES = published(f"""
RETURN
  COLLECT {{
    UNWIND $knelpunten AS kid MATCH (k:Entiteit {{id: kid}}) WHERE k.publicatieStatus IN $statussen
    RETURN [
      k.id, k.route,
      COLLECT {{ MATCH (k)-[:VALT_ONDER]->(w1!) WITH DISTINCT w1 ORDER BY w1.volgorde RETURN w1.id }},
      COLLECT {{
        MATCH (k)-[:VALT_ONDER]->(!)-[:VAN_DEPARTEMENT]->(d0!) WITH DISTINCT d0 ORDER BY d0.volgorde RETURN d0.id
      }},
      COLLECT {{
        MATCH (k)<-[:ONDERZOEKT]-(j0) WHERE {RUNNING.format(t="j0")}
        WITH DISTINCT j0 ORDER BY j0.volgorde RETURN j0.id
      }}
    ]
  }} AS knelpunten,
  COLLECT {{
    UNWIND $themas AS tid MATCH (t:Entiteit {{id: tid}})<-[:GAAT_OVER]-(j1:Traject)
    WHERE t.publicatieStatus IN $statussen AND {RUNNING.format(t="j1")}
    WITH DISTINCT j1 ORDER BY j1.volgorde RETURN j1.id
  }} AS trajecten
""")
