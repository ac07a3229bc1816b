"""What is near a thing: comparable gemeenten, like oplossingen and knelpunten, trajecten that cohere.

Each gives everything that is near at all and that the viewer sees, nearest first: ids with a score from 0 to 1 and the
reasons in words. One statement each (see `graph.cypher.sight.published`); the weighing is plain arithmetic.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.cypher.sight import published
from graph.domain.guards import limited
from graph.domain.viewer import PUBLIC, Viewer
from graph.dutch.phrasing import count, series
from graph.engine.store import Store
from graph.errors import NotFound
from graph.search.likeness import Profile, comparable, related, shared_regions, shared_words

SAME_SIZE = 0.6
"""From this share on two gemeenten are called about as large."""
KNELPUNT, THEMA, WORDS = 0.55, 0.3, 0.15
"""What makes two oplossingen alike; together 1."""
SHARED = {"knelpunten": 0.4, "themas": 0.15, "partijen": 0.15, "regisseurs": 0.3}
"""What makes two trajecten cohere; together 1."""


@dataclass(frozen=True)
class Neighbour:
    """Something near: its id, how near (0 to 1), and why. `gedeeld` counts the knelpunten two gemeenten share."""

    id: str
    score: float
    redenen: tuple[str, ...]
    gedeeld: int = 0


GEMEENTEN = """
MATCH (g:Entiteit {id: $id}) WHERE g:Gemeente AND is!(g)
RETURN [g.id, g.weergavenaam, g.inwoners, g.provincie, COUNT { MATCH (g)-[:ERVAART]->(!) },
        g.jeugdregio, g.arbeidsmarktregio],
  COLLECT {
    MATCH (o:Gemeente!) WHERE o.einddatum IS NULL AND o.id <> $id
    RETURN [o.id, o.weergavenaam, o.inwoners, o.provincie, COUNT { MATCH (o)-[:ERVAART]->(!) },
            COUNT { MATCH (g)-[:ERVAART]->(k!)<-[:ERVAART]-(o) }, o.jeugdregio, o.arbeidsmarktregio]
  }
"""
OPLOSSINGEN = """
MATCH (n:Entiteit {id: $id}) WHERE n:Oplossing AND is!(n)
RETURN [n.weergavenaam, coalesce(n.samenvatting, ''), COUNT { MATCH (n)-[:GAAT_OVER]->(!) }],
  COLLECT {
    MATCH (o:Oplossing!) WHERE o.id <> $id AND o.rijpheid <> 'UITGEFASEERD'
      AND (EXISTS { MATCH (n)-[:GAAT_OVER]->(t!)<-[:GAAT_OVER]-(o) }
        OR EXISTS { MATCH (n)-[:LOST_OP]->(k!)<-[:LOST_OP]-(o) })
    RETURN [o.id, o.weergavenaam, coalesce(o.samenvatting, ''), COUNT { MATCH (o)-[:GAAT_OVER]->(!) },
            COLLECT { MATCH (n)-[:GAAT_OVER]->(t!)<-[:GAAT_OVER]-(o) WITH t ORDER BY t.volgorde RETURN t.weergavenaam },
            COLLECT { MATCH (n)-[:LOST_OP]->(k!)<-[:LOST_OP]-(o) WITH k ORDER BY k.volgorde RETURN k.weergavenaam }]
  }
"""
KNELPUNTEN = """
MATCH (n:Entiteit {id: $id}) WHERE n:Knelpunt AND is!(n)
RETURN [n.weergavenaam + ' ' + coalesce(n.omschrijving, ''),
        COLLECT { MATCH (n)-[:GAAT_OVER]->(t!) RETURN t.id }],
  COLLECT {
    MATCH (o:Knelpunt!) WHERE o.id <> $id
      AND (EXISTS { MATCH (n)-[:GAAT_OVER]->(t!)<-[:GAAT_OVER]-(o) } OR EXISTS { MATCH (n)-[:LIJKT_OP]-(o) }
        OR EXISTS { MATCH (n)-[:VALT_ONDER]->(w!)<-[:VALT_ONDER]-(o) })
    RETURN [o.id, o.weergavenaam + ' ' + coalesce(o.omschrijving, ''),
            COLLECT { MATCH (o)-[:GAAT_OVER]->(t!) RETURN [t.id, t.weergavenaam] },
            COLLECT { MATCH (n)-[:VALT_ONDER]->(w!)<-[:VALT_ONDER]-(o) RETURN w.weergavenaam },
            COLLECT { MATCH (n)-[r:LIJKT_OP]-(o) RETURN r.score }]
  }
"""
TRAJECTEN = """
MATCH (n:Entiteit {id: $id}) WHERE n:Traject AND is!(n)
RETURN COLLECT {
    MATCH (o:Traject!) WHERE o.id <> $id
    RETURN [o.id,
            COLLECT { MATCH (n)-[:ONDERZOEKT]->(x!)<-[:ONDERZOEKT]-(o) WITH x ORDER BY x.volgorde
                      RETURN x.weergavenaam },
            COLLECT { MATCH (n)-[:GAAT_OVER]->(x!)<-[:GAAT_OVER]-(o) WITH x ORDER BY x.volgorde RETURN x.weergavenaam },
            COLLECT { MATCH (n)<-[:NEEMT_DEEL_AAN]-(x!)-[:NEEMT_DEEL_AAN]->(o) WITH x ORDER BY x.volgorde
                      RETURN x.weergavenaam },
            COLLECT { MATCH (n)<-[:REGISSEERT]-(x!)-[:REGISSEERT]->(o) WITH x ORDER BY x.volgorde
                      RETURN x.weergavenaam }]
  }
"""


async def _row(store: Store, text: str, key: str, viewer: Viewer) -> list[Any]:
    row = await store.read(published(text, everything=not limited(viewer.role)), {"id": key})
    if row is None:
        raise NotFound(f"'{key[:80]}' staat niet in de graaf.")
    return row


async def gemeenten(store: Store, key: str, viewer: Viewer = PUBLIC) -> list[Neighbour]:
    """The most comparable gemeenten that exist: size on a log scale, province, regions, knelpunten both feel. Every one
    has a reason that one can read."""
    (own, naam, inwoners, provincie, ervaart, *regions), others = await _row(store, GEMEENTEN, key, viewer)
    mine = Profile(own, naam, inwoners, provincie, ervaart, 0, *regions)
    found = []
    for row in others:
        other = Profile(*row)
        if reasons := _alike(mine, other):
            found.append(Neighbour(other.id, round(comparable(mine, other), 3), reasons, other.gedeeld))
    return _best(found)


def _alike(mine: Profile, other: Profile) -> tuple[str, ...]:
    reasons = []
    if mine.inwoners and other.inwoners:
        share = min(mine.inwoners, other.inwoners) / max(mine.inwoners, other.inwoners)
        if share >= SAME_SIZE:
            size = f"{other.inwoners:,}".replace(",", ".")
            reasons.append(f"Ongeveer even groot: {size} inwoners")
    if mine.provincie and mine.provincie == other.provincie:
        reasons.append(f"Ook in {mine.provincie}")
    if regions := shared_regions(mine, other):
        reasons.append(f"Ook in {series(regions)} (CBS)")
    if other.gedeeld:
        reasons.append(f"Ervaart {count(other.gedeeld)} van dezelfde knelpunten")
    return tuple(reasons)


async def oplossingen(store: Store, key: str, viewer: Viewer = PUBLIC) -> list[Neighbour]:
    """Oplossingen for the same knelpunt or on the same themas."""
    (naam, text, themas), others = await _row(store, OPLOSSINGEN, key, viewer)
    found = []
    for other, name, prose, many, shared, problems in others:
        either = themas + many - len(shared)
        overlap = len(shared) / either if either else 0.0
        same, _ = shared_words(f"{naam} {text}", f"{name} {prose}")
        score = KNELPUNT * bool(problems) + THEMA * overlap + WORDS * min(1.0, 2 * same)
        reasons = [f"Voor hetzelfde knelpunt: {series(problems)}"] if problems else []
        reasons += [f"Gaat ook over {series(shared)}"] if shared else []
        found.append(Neighbour(other, round(score, 3), tuple(reasons)))
    return _best(found)


async def knelpunten(store: Store, key: str, viewer: Viewer = PUBLIC) -> list[Neighbour]:
    """Knelpunten that somebody called alike, or that share themas, laws and words."""
    (text, themas), others = await _row(store, KNELPUNTEN, key, viewer)
    found = []
    for other, prose, theirs, laws, said in others:
        names = dict(theirs)
        same, words = shared_words(text, prose)
        score = max([related(frozenset(themas), frozenset(names), bool(laws), same), *[s or 0.0 for s in said]])
        shared = [names[t] for t in sorted(set(themas) & set(names))]
        reasons = ["Iemand legde vast dat ze op elkaar lijken"] if said else []
        reasons += [f"Gaat ook over {series(shared)}"] if shared else []
        reasons += [f"Valt ook onder {series(laws)}"] if laws else []
        reasons += [f"Dezelfde woorden: {series(words)}"] if words else []
        found.append(Neighbour(other, round(score, 3), tuple(reasons)))
    return _best(found)


async def trajecten(store: Store, key: str, viewer: Viewer = PUBLIC) -> list[Neighbour]:
    """Trajecten that share knelpunten, themas, parties or regisseurs."""
    (others,) = await _row(store, TRAJECTEN, key, viewer)
    found = []
    for other, problems, themas, parties, directors in others:
        shared = {"knelpunten": problems, "themas": themas, "partijen": parties, "regisseurs": directors}
        score = sum(weight * _enough(shared[what]) for what, weight in SHARED.items())
        found.append(Neighbour(other, round(score, 3), _shared(shared)))
    return _best(found)


def _enough(names: Sequence[str]) -> float:
    """One shared thing counts for most of it, two for all."""
    return min(1.0, 0.5 + 0.25 * len(names)) if names else 0.0


def _shared(shared: dict[str, list[str]]) -> tuple[str, ...]:
    words = {
        "knelpunten": "Onderzoekt ook",
        "themas": "Gaat ook over",
        "partijen": "Doen ook mee:",
        "regisseurs": "Dezelfde regisseur:",
    }
    return tuple(f"{words[what]} {series(names)}" for what, names in shared.items() if names)


def _best(found: Iterable[Neighbour]) -> list[Neighbour]:
    return sorted((n for n in found if n.score > 0), key=lambda n: (-n.score, n.id))
