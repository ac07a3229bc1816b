"""The six criteria a traject must meet, judged by what the graph holds.

VOLDOET only with a ground that can be shown; what the graph does not say is unknown, never VOLDOET_NIET: that nobody
wrote something down is no evidence against it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.cypher.sight import published
from graph.domain.guards import limited
from graph.domain.viewer import PUBLIC, Viewer
from graph.domain.vocabulary import TrajectCriterium
from graph.dutch.collation import fold
from graph.dutch.phrasing import count, series
from graph.engine.store import Store
from graph.errors import NotFound

C = TrajectCriterium
DECENTRAL = ("Wmo 2015", "Wet maatschappelijke ondersteuning 2015", "Jeugdwet", "Participatiewet")
"""The laws by which tasks went to gemeenten in 2015."""
UNSAID = "De graaf zegt hier niets over; vraag het na bij de regisseurs."
MOST_GROUNDS = 5


@dataclass(frozen=True)
class Judgement:
    """One criterium: VOLDOET with its ground (ids of the first passages, and how many there are), or unknown."""

    criterium: str
    voldoet: bool
    toelichting: str
    grond: tuple[str, ...] = ()
    aantal_grond: int = 0


@dataclass(frozen=True)
class Ties:
    """What a traject is tied to, each as [name, facts]: themas, their top themas, knelpunten, laws, parties by kind."""

    themas: Sequence[Any]
    domeinen: Sequence[Any]
    knelpunten: Sequence[Any]
    wetten: Sequence[Any]
    gemeenten: Sequence[Any]
    departementen: Sequence[Any]


TOP = (
    "COLLECT { MATCH w = (t)-[:DEEL_VAN*0..6]->(b) WHERE all!(w) AND NOT EXISTS { MATCH (b)-[:DEEL_VAN]->(!) } "
    "RETURN b.weergavenaam }"
)
OF_TRAJECT = f"""
MATCH (n:Entiteit {{id: $id}}) WHERE n:Traject AND is!(n)
RETURN COLLECT {{ MATCH (n)-[r:GAAT_OVER]->(t!) WITH r, t ORDER BY t.volgorde RETURN [t.weergavenaam, r.feiten] }},
  COLLECT {{ MATCH (n)-[r:GAAT_OVER]->(t!) WITH r, t ORDER BY t.volgorde RETURN [{TOP}, r.feiten] }},
  COLLECT {{ MATCH (n)-[r:ONDERZOEKT]->(k!) WITH r, k ORDER BY k.volgorde RETURN [k.weergavenaam, r.feiten] }},
  COLLECT {{ MATCH (n)-[:ONDERZOEKT]->(!)-[r:VALT_ONDER]->(w!) WITH r, w ORDER BY w.volgorde
            RETURN [w.weergavenaam, r.feiten] }},
  COLLECT {{ MATCH (n)<-[r:NEEMT_DEEL_AAN]-(p:Gemeente!) WITH r, p ORDER BY p.volgorde
            RETURN [p.weergavenaam, r.feiten] }},
  COLLECT {{ MATCH (n)<-[r:NEEMT_DEEL_AAN]-(p:Departement!) WITH r, p ORDER BY p.volgorde
            RETURN [p.weergavenaam, r.feiten] }}
"""
OF_IDEA = f"""
RETURN COLLECT {{ MATCH (t:Entiteit) WHERE t:Thema AND is!(t) AND t.id IN $themas WITH t ORDER BY t.volgorde
                 RETURN [t.weergavenaam, t.feiten] }},
  COLLECT {{ MATCH (t:Entiteit) WHERE t:Thema AND is!(t) AND t.id IN $themas WITH t ORDER BY t.volgorde
            RETURN [{TOP}, t.feiten] }},
  COLLECT {{ MATCH (k:Entiteit) WHERE k:Knelpunt AND is!(k) AND k.id IN $knelpunten WITH k ORDER BY k.volgorde
            RETURN [k.weergavenaam, k.feiten] }},
  COLLECT {{ MATCH (k:Entiteit)-[r:VALT_ONDER]->(w!) WHERE k:Knelpunt AND is!(k) AND k.id IN $knelpunten
            WITH r, w ORDER BY w.volgorde RETURN [w.weergavenaam, r.feiten] }},
  COLLECT {{ MATCH (p:Entiteit) WHERE p:Gemeente AND is!(p) AND p.id IN $partijen WITH p ORDER BY p.volgorde
            RETURN [p.weergavenaam, p.feiten] }},
  COLLECT {{ MATCH (p:Entiteit) WHERE p:Departement AND is!(p) AND p.id IN $partijen WITH p ORDER BY p.volgorde
            RETURN [p.weergavenaam, p.feiten] }}
"""
KNOWN = "MATCH (n:Entiteit) WHERE n.id IN $ids AND whole!(n) RETURN n.id"
PASSAGES = """
RETURN COLLECT { UNWIND $feiten AS f MATCH (e:Feit {id: f})-[:BLIJKT_UIT]->(p:Passage) WHERE told!(e)
                 WITH f, p ORDER BY p.id
                 RETURN [f, p.id] }
"""


async def judge(store: Store, key: str, viewer: Viewer = PUBLIC) -> list[Judgement]:
    """The six criteria for a traject in the graph, by what the viewer sees."""
    row = await store.read(_for(viewer, OF_TRAJECT), {"id": key})
    if row is None:
        raise NotFound(f"'{key[:80]}' is geen traject dat we kennen.")
    return await _grounded(store, _weigh(Ties(*row), ()), viewer)


async def test(
    store: Store,
    themas: Sequence[str],
    knelpunten: Sequence[str],
    partijen: Sequence[str],
    domeinen: Sequence[str],
    viewer: Viewer,
) -> list[Judgement]:
    """The six criteria for an idea that is not in the graph; writes nothing."""
    given = {"themas": list(themas), "knelpunten": list(knelpunten), "partijen": list(partijen)}
    asked = sorted({*themas, *knelpunten, *partijen})
    known = await store.rows(_for(viewer, KNOWN), {"ids": asked})
    missing = sorted(set(asked) - {key for (key,) in known})
    if missing:
        named = series([key[:80] for key in missing])
        raise NotFound(f"Dit staat niet in de graaf: {named}. Zoek eerst op naam naar de juiste sleutel.")
    row = await store.read(_for(viewer, OF_IDEA), given)
    assert row is not None
    said = {folded: name.strip() for name in domeinen if (folded := fold(name))}
    return await _grounded(store, _weigh(Ties(*row), [*said.values()]), viewer)


def _for(viewer: Viewer, text: str) -> str:
    return published(text, everything=not limited(viewer.role))


def _weigh(ties: Ties, said: Sequence[str]) -> list[tuple[Judgement, list[str]]]:
    """The judgements with the facts they rest on."""
    known = {fold(top): top for tops, _ in ties.domeinen for top in tops}
    domains = sorted(({fold(name): name for name in said} | known).values())
    laws = [(name, facts) for name, facts in ties.wetten if name in DECENTRAL]
    both = bool(ties.gemeenten and ties.departementen)
    crossing = len(domains) > 1
    return [
        _one(C.DRAAGT_BIJ_AAN_THEMA, ties.themas, "Gaat over {}."),
        (Judgement(C.TRANSFORMATIE_SOCIAAL_DOMEIN.name, False, UNSAID), []),
        _one(C.BINNEN_DECENTRALISATIE, laws, "Een knelpunt valt onder {}."),
        _met(C.DOMEINOVERSTIJGEND, crossing, f"Raakt {count(len(domains))} domeinen: {series(domains)}.", ties.domeinen)
        if crossing
        else (Judgement(C.DOMEINOVERSTIJGEND.name, False, _single(domains)), []),
        _met(
            C.RIJK_EN_GEMEENTEN,
            both,
            f"Doen mee: {series([n for n, _ in [*ties.gemeenten, *ties.departementen]])}.",
            [*ties.gemeenten[:1], *ties.departementen[:1]],
        )
        if both
        else (Judgement(C.RIJK_EN_GEMEENTEN.name, False, _side(ties)), []),
        _one(C.WEERBARSTIG_KNELPUNT, ties.knelpunten, "Onderzoekt: {}."),
    ]


def _one(criterium: TrajectCriterium, found: Sequence[Any], words: str) -> tuple[Judgement, list[str]]:
    if not found:
        return Judgement(criterium.name, False, UNSAID), []
    names = list(dict.fromkeys(name for name, _ in found))
    return _met(criterium, True, words.format(series(names)), found)


def _met(criterium: TrajectCriterium, met: bool, words: str, found: Sequence[Any]) -> tuple[Judgement, list[str]]:
    return Judgement(criterium.name, met, words), [fact for _, facts in found for fact in facts or ()]


def _single(domains: Sequence[str]) -> str:
    return f"Alleen {domains[0]} is bekend. {UNSAID}" if domains else UNSAID


def _side(ties: Ties) -> str:
    if ties.gemeenten:
        return f"Van gemeenten doet mee: {series([n for n, _ in ties.gemeenten])}. Van het Rijk is niets bekend."
    if ties.departementen:
        return f"Van het Rijk doet mee: {series([n for n, _ in ties.departementen])}. Van gemeenten is niets bekend."
    return UNSAID


async def _grounded(store: Store, weighed: Sequence[tuple[Judgement, list[str]]], viewer: Viewer) -> list[Judgement]:
    """The judgements with the passages behind their facts."""
    wanted = sorted({fact for _, facts in weighed for fact in facts})
    row = await store.read(_for(viewer, PASSAGES), {"feiten": wanted}) if wanted else None
    passages: Mapping[str, list[str]] = _by_fact(row[0] if row else [])
    made = []
    for judgement, facts in weighed:
        ground = dict.fromkeys(p for fact in facts for p in passages.get(fact, ()))
        made.append(replace(judgement, grond=tuple(ground)[:MOST_GROUNDS], aantal_grond=len(ground)))
    return made


def _by_fact(pairs: Sequence[Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact, passage in pairs:
        found.setdefault(fact, []).append(passage)
    return found
