"""How two things are connected: the shortest paths between them over relationships that mean something.

Written by hand, because a path is not a tree. Bounded: at most six steps, a handful of paths, and a short time; only
relationships from WHITELIST, since over `BLIJKT_UIT` or a shared document everything is connected with everything.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product
from typing import Any

from graph.cypher.sight import published
from graph.cypher.text import escape
from graph.domain.guards import limited
from graph.domain.viewer import PUBLIC, Viewer
from graph.engine.store import Store
from graph.errors import GraphError, NotFound, StoreTimeout
from graph.search import detour
from graph.search.detour import Way

LONGEST, MOST, SECONDS, QUOTES = 6, 10, 2.0, 5
SENTENCES: Mapping[str, str] = {
    "LOST_OP": "{van} is een oplossing voor {naar}",
    "ERVAART": "{van} ervaart {naar}",
    "PAST_TOE": "{naar}",
    "VAN": "{van}",
    "NEEMT_DEEL_AAN": "{van} doet mee aan {naar}",
    "ONDERZOEKT": "{van} onderzoekt {naar}",
    "LEVERT_OP": "{van} leverde {naar} op",
    "GAAT_OVER": "{van} gaat over {naar}",
    "LIJKT_OP": "{van} lijkt op {naar}",
    "DEEL_VAN": "{van} is deel van {naar}",
    "ONTWIKKELD_DOOR": "{van} is ontwikkeld door {naar}",
    "WERKT_BIJ": "{van} werkt bij {naar}",
    "LID_VAN": "{van} is lid van {naar}",
    "REGISSEERT": "{van} regisseert {naar}",
    "CONTACT_VOOR": "{van} is contact voor {naar}",
    "VALT_ONDER": "{van} valt onder {naar}",
    "STELT_VAST": "{van} stelde {naar} vast",
}
"""The sentence of a step, always from the source of the relationship; a toepassing is a sentence already."""
WHITELIST = tuple(sorted(SENTENCES))


@dataclass(frozen=True)
class Step:
    """One relationship of a path; `forward` when the path goes from its source to its target."""

    soort: str
    voorwaarts: bool
    van: str
    naar: str
    vermeldingen: tuple[str, ...]
    aantal_vermeldingen: int


@dataclass(frozen=True)
class Path:
    """Steps from the one thing to the other, with a sentence a person can read."""

    stappen: tuple[Step, ...]
    uitleg: str


class TooFar(GraphError):
    """The search ran into its limit."""


async def find(
    store: Store,
    van: str,
    naar: str,
    via: Sequence[str] | None = None,
    within: tuple[int, int] = (4, 3),
    viewer: Viewer = PUBLIC,
) -> list[Path]:
    """The shortest paths over what the viewer sees, in a fixed order; `within` says how many steps and paths at
    most. Raises NotFound and TooFar."""
    everything, (longest, most) = not limited(viewer.role), within
    types = [t for t in WHITELIST if via is None or t in via]
    if not types or van == naar:
        await _must_exist(store, van, naar, everything)
        return []
    looked = _Looked(store, Way(tuple(types), longest, most), everything)
    try:
        found = await looked.shortest(van, naar)
    except StoreTimeout:
        raise TooFar(
            f"Zoeken naar een pad duurde langer dan {SECONDS:.0f} seconden. Vraag minder stappen (`maxStappen`), "
            "of minder soorten relaties (`via`)."
        ) from None
    quotes = await _quotes(store, (fact for path in found for step in path[1] for fact in step[2] or ()), everything)
    return [_path(nodes, steps, quotes) for nodes, steps in found]


Found = list[tuple[list[Any], list[Any]]]
"""Paths as rows: the things (id, name), and the steps (type, source, facts)."""


@dataclass(frozen=True)
class _Looked:
    store: Store
    way: Way
    everything: bool

    async def shortest(self, van: str, naar: str) -> Found:
        last = self.store.engine == "arcadedb" and not self.everything
        given = {"van": van, "naar": naar, "most": self.way.most}
        row = await self.store.read(published(_text(self.way, last), self.everything), given, SECONDS)
        assert row is not None
        known, found = row
        _check(known, van, naar)
        if found and not found[0][2]:
            return await self._around(van, naar)
        return [(nodes, steps) for nodes, steps, seen in found if seen]

    async def _around(self, van: str, naar: str) -> Found:
        """All of the shortest lead over something hidden."""
        chains = await detour.chains(self.store, (van, naar), self.way, SECONDS)
        names, ties = await _ties(self.store, chains, self.everything, self.way.types)
        found = (
            ([(key, names[key]) for key in chain], [*steps])
            for chain in chains
            for steps in product(*(ties.get(pair, ()) for pair in pairwise(chain)))
        )
        return [*islice(found, self.way.most)]


async def along(
    store: Store, chains: Iterable[tuple[str, ...]], viewer: Viewer = PUBLIC
) -> dict[tuple[str, ...], Path]:
    """The path along each chain of ids, of which every two neighbours should be related; without them it has none.

    Two statements, whatever the number of chains: the relationships, and the passages they rest on.
    """
    wanted = sorted({chain for chain in chains if len(chain) > 1})
    if not wanted:
        return {}
    everything = not limited(viewer.role)
    names, every = await _ties(store, wanted, everything)
    ties = {pair: found[0] for pair, found in every.items()}
    whole = [chain for chain in wanted if all(pair in ties for pair in pairwise(chain))]
    used = [ties[pair] for chain in whole for pair in pairwise(chain)]
    quotes = await _quotes(store, (fact for _, _, facts in used for fact in facts or ()), everything)
    return {
        chain: _path([(key, names[key]) for key in chain], [ties[pair] for pair in pairwise(chain)], quotes)
        for chain in whole
    }


async def _ties(
    store: Store, chains: Iterable[tuple[str, ...]], everything: bool, types: Sequence[str] = WHITELIST
) -> tuple[dict[str, str], dict[tuple[str, str], list[Any]]]:
    """What the things are called, and by every two neighbours how they are related, in a fixed order."""
    pairs = sorted({pair for chain in chains for pair in pairwise(chain)})
    given = {"van": [a for a, _ in pairs], "naar": [b for _, b in pairs]}
    row = await store.read(published(_along(types), everything), given)
    assert row is not None
    names: dict[str, str] = {}
    ties: dict[tuple[str, str], list[Any]] = {}
    for here, here_name, there, there_name, *tie in row[0]:
        names |= {here: here_name, there: there_name}
        ties.setdefault((here, there), []).append(tie)
    return names, ties


def _along(types: Sequence[str]) -> str:
    return (
        "RETURN COLLECT { UNWIND range(0, size($van) - 1) AS i "
        f"MATCH (a:Entiteit {{id: $van[i]}})-[r:{'|'.join(map(escape, types))}]-(b:Entiteit {{id: $naar[i]}}) "
        "WHERE whole!(a) AND whole!(b) WITH a, b, r, type(r) AS soort ORDER BY a.id, b.id, soort, startNode(r).id "
        "RETURN [a.id, a.weergavenaam, b.id, b.weergavenaam, soort, startNode(r).id, r.feiten] } AS c"
    )


def _text(way: Way, last: bool) -> str:
    """With `last` what may be seen is asked of the shortest paths when they are found, and told of each; otherwise a
    path that may not be seen is none."""
    pattern, seen = "|".join(map(escape, way.types)), "all!(p) AND all(x IN nodes(p) WHERE NOT x.id IN weg)"
    before = f"WITH p, CASE WHEN {seen} THEN 1 ELSE 0 END AS gezien" if last else f"WHERE {seen} WITH p, 1 AS gezien"
    return (
        "lacking!(weg) "
        "RETURN COLLECT { MATCH (n:Entiteit) WHERE n.id IN [$van, $naar] AND whole!(n) RETURN n.id } AS bekend, "
        "COLLECT { MATCH (a:Entiteit {id: $van}) MATCH (b:Entiteit {id: $naar}) "
        f"MATCH p = allShortestPaths((a)-[:{pattern}*..{int(way.longest)}]-(b)) {before} "
        "WITH p, gezien, reduce(s = '', n IN nodes(p) | s + n.volgorde) AS volgorde "
        "ORDER BY gezien DESC, volgorde LIMIT $most "
        "RETURN [[n IN nodes(p) | [n.id, n.weergavenaam]], "
        "[r IN relationships(p) | [type(r), startNode(r).id, r.feiten]], gezien] } AS paden"
    )


async def _must_exist(store: Store, van: str, naar: str, everything: bool) -> None:
    text = published("MATCH (n:Entiteit) WHERE n.id IN $ids AND whole!(n) RETURN n.id", everything)
    rows = await store.rows(text, {"ids": [van, naar]})
    _check([key for (key,) in rows], van, naar)


def _check(known: Iterable[str], van: str, naar: str) -> None:
    for key in (van, naar):
        if key not in known:
            raise NotFound(f"'{key[:80]}' staat niet in de graaf. Zoek eerst op naam naar de juiste sleutel.")


async def _quotes(store: Store, facts: Iterable[str], everything: bool) -> dict[str, list[str]]:
    """The passages behind facts, by fact."""
    wanted = sorted(set(facts))
    if not wanted:
        return {}
    text = (
        "RETURN COLLECT { UNWIND $feiten AS f MATCH (e:Feit {id: f})-[:BLIJKT_UIT]->(p:Passage) "
        "WHERE told!(e) WITH f, p ORDER BY p.id RETURN [f, p.id] } AS c"
    )
    row = await store.read(published(text, everything), {"feiten": wanted})
    found: dict[str, list[str]] = {}
    for fact, passage in row[0] if row else ():
        found.setdefault(fact, []).append(passage)
    return found


def _path(nodes: list[Any], steps: list[Any], quotes: Mapping[str, list[str]]) -> Path:
    names = dict(nodes)
    made: list[Step] = []
    sentences: dict[str, None] = {}
    for (here, _), (there, _), (soort, start, facts) in zip(nodes, nodes[1:], steps, strict=False):
        forward = start == here
        source, target = (here, there) if forward else (there, here)
        sentences[SENTENCES[soort].format(van=names[source], naar=names[target])] = None
        passages = dict.fromkeys(p for fact in facts or () for p in quotes.get(fact, ()))
        made.append(Step(soort, forward, here, there, tuple(passages)[:QUOTES], len(passages)))
    return Path(tuple(made), ". ".join(sentences) + ".")
