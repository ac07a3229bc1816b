"""Every oplossing that a question may be answered with, as bare numbers and words: what the order depends on.

There is no limit: a knelpunt with five thousand oplossingen gives five thousand of them, and who fits best, how many
there are and whether there are any is decided over all. So the lists are flat (a list per property, not one per
oplossing), which is what both the engines and the driver handle fastest, and who uses what comes per gemeente. Names,
contacts and sources are read for the page alone (`graph.pasklaar.candidates`).
"""

import asyncio
from collections.abc import Hashable, Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass, field
from typing import Any

from graph.cypher.sight import published
from graph.engine.store import Store
from graph.pasklaar.surroundings import Stand, padded
from graph.resources import Kept
from graph.search.likeness import Profile
from graph.search.wanted import Wanted

UNKNOWN = -1.0
"""Stands for a share (`dekking`) that nobody gave: a list of a driver cannot miss a value in the middle."""


@dataclass(frozen=True)
class Reach:
    """Which oplossingen count: those for `knelpunten`, `oplossingen` themselves, and with `op_thema` those about
    `themas`; all of them ids. `wanted` says which levels will do."""

    wanted: Wanted
    knelpunten: tuple[str, ...] = ()
    oplossingen: tuple[str, ...] = ()
    themas: tuple[str, ...] = ()
    op_thema: bool = False

    def key(self) -> Hashable:
        """The same for who gets the same pool."""
        levels = (self.wanted.statussen, self.wanted.rijpheden, self.wanted.bewijzen, self.wanted.nooit)
        return (
            *(None if words is None else tuple(words) for words in levels),
            self.knelpunten, self.oplossingen, self.themas, self.op_thema,
        )  # fmt: skip


@dataclass(frozen=True)
class Gebruik:
    """What one gemeente does, and the last day of the gemeente itself. `gebruikt` are places in the pool with a status
    and a last day (both may be empty), `gestopt` the places it stopped with, once for each time."""

    gemeente: Profile
    einde: str | None
    gebruikt: Sequence[tuple[int, str, str]]
    gestopt: Sequence[int]


@dataclass
class Pool:
    """The oplossingen, each at a place: its number in these lists.

    `lost_op` holds pairs (number of a knelpunt in `reach.knelpunten`, dekking), `themas` the numbers of the thema's
    it is about. `volgorde` is the name as names are ordered, and unique.
    """

    reach: Reach
    ids: list[str] = field(default_factory=list)
    volgorde: list[str] = field(default_factory=list)
    rijpheid: list[str] = field(default_factory=list)
    bewijs: list[str] = field(default_factory=list)
    getoetst: list[str] = field(default_factory=list)
    lost_op: list[list[tuple[int, float]]] = field(default_factory=list)
    themas: dict[int, set[int]] = field(default_factory=dict)
    gebruik: list[Gebruik] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.ids)


async def pool(store: Store, reach: Reach, stand: Stand | None, kept: Kept[Sized] | None) -> Pool:
    """Read them, or find them back when the graph has not changed; `stand` is None when that cannot be told."""
    if kept is None or stand is None:
        return await _read(store, reach)
    found = kept.get(stand, reach.key())
    if not isinstance(found, Pool):
        found = await _read(store, reach)
        kept.put(stand, reach.key(), found)
    return found


async def _read(store: Store, reach: Reach) -> Pool:
    """Two statements side by side: the facts are put in their places while the other goes on."""
    given = {
        "knelpunten": padded(reach.knelpunten), "oplossingen": padded(reach.oplossingen),
        "themas": padded(reach.themas), "statussen": list(reach.wanted.statussen), "nooit": list(reach.wanted.nooit),
        "rijpheden": list(reach.wanted.rijpheden or ()), "bewijzen": list(reach.wanted.bewijzen or ()),
    }  # fmt: skip
    using = asyncio.ensure_future(store.read(_uses(reach), given))
    try:
        facts = await store.read(_facts(reach), given)
        assert facts is not None
        made = await asyncio.to_thread(_placed, reach, facts)
        uses = await using
    finally:
        using.cancel()
    assert uses is not None
    await asyncio.to_thread(_add_uses, made, uses)
    return made


def _placed(reach: Reach, facts: Sequence[Any]) -> Pool:
    made = Pool(reach)
    place_of: dict[str, int] = {}
    rest = iter(facts)
    for way in _ways(reach):
        extra, columns = [next(rest) for _ in way.extra], [next(rest) for _ in range(4)]
        places = [_place(made, place_of, *row) for row in zip(*columns, strict=True)]
        for place, *pair in zip(places, *extra, strict=True) if extra else ():
            made.lost_op[place].append((pair[0], pair[1]))
    known = {key: place for place, key in enumerate(made.ids)}
    for number, key in zip(*rest, strict=True):
        if (place := known.get(key)) is not None:
            made.themas.setdefault(place, set()).add(number)
    return made


def _add_uses(made: Pool, uses: Iterable[Sequence[Sequence[Any]]]) -> None:
    known = {key: place for place, key in enumerate(made.ids)}
    made.gebruik.extend(_gebruik(rows, known) for rows in _by_gemeente(uses))


def _place(made: Pool, place_of: dict[str, int], volgorde: str, rijpheid: str, bewijs: str, getoetst: str) -> int:
    place = place_of.get(volgorde)
    if place is None:
        place = place_of[volgorde] = len(made.ids)
        made.ids.append(volgorde.rpartition("\t")[2])
        made.volgorde.append(volgorde)
        made.rijpheid.append(rijpheid)
        made.bewijs.append(bewijs)
        made.getoetst.append(getoetst)
        made.lost_op.append([])
    return place


def _by_gemeente(ways: Iterable[Sequence[Sequence[Any]]]) -> Iterable[list[Sequence[Any]]]:
    """The rows of each gemeente: an oplossing that is found in several ways is told about in each."""
    found: dict[str, list[Sequence[Any]]] = {}
    for rows in ways:
        for row in rows:
            found.setdefault(row[0], []).append(row)
    return found.values()


def _gebruik(rows: Sequence[Sequence[Any]], known: Mapping[str, int]) -> Gebruik:
    """The statements run side by side, so one may know an oplossing that the other does not."""
    key, naam, inwoners, provincie, einde, ervaart, jeugd, werk = rows[0][:8]
    uses: list[tuple[int, str, str]] = []
    stopped = set()
    for *_, oplossingen, statussen, tot, gestopt in rows:
        uses += [
            (place, status, last)
            for o, status, last in zip(oplossingen, statussen, tot, strict=True)
            if (place := known.get(o)) is not None
        ]
        stopped |= {(known[o], use) for o, use in gestopt if o in known}
    profile = Profile(key, naam, inwoners, provincie, ervaart, 0, jeugd, werk)
    return Gebruik(profile, einde, uses, [place for place, _ in stopped])


@dataclass(frozen=True)
class Way:
    """How one gets from the question to an oplossing `o`; `extra` is what the way itself adds to each."""

    letter: str
    pattern: str
    extra: tuple[str, ...] = ()
    along: str = "true"
    """What must hold of what one comes along."""


KNELPUNT = Way(
    "a",
    "UNWIND range(0, size($knelpunten) - 1) AS i "
    "MATCH (k:Entiteit {id: $knelpunten[i]})<-[x:LOST_OP]-(o) USING INDEX k:Entiteit(id)",
    ("i", f"coalesce(x.dekking, {UNKNOWN})"),
    "k.publicatieStatus IN $statussen",
)
SEEN_THEMA = "t.publicatieStatus IN $statussen"
ITSELF = Way("b", "UNWIND $oplossingen AS oid MATCH (o:Entiteit {id: oid}) USING INDEX o:Entiteit(id)")
THEMA = Way(
    "c",
    "UNWIND range(0, size($themas) - 1) AS j "
    "MATCH (t:Entiteit {id: $themas[j]})<-[:GAAT_OVER]-(o:Oplossing) USING INDEX t:Entiteit(id)",
    along=SEEN_THEMA,
)


def _ways(reach: Reach) -> tuple[Way, ...]:
    return (KNELPUNT, ITSELF, THEMA) if reach.op_thema else (KNELPUNT, ITSELF)


def _may(reach: Reach) -> str:
    parts = ["o.publicatieStatus IN $statussen"]
    if reach.wanted.rijpheden is not None:
        parts.append("o.rijpheid IN $rijpheden")
    elif reach.wanted.nooit:
        parts.append("NOT o.rijpheid IN $nooit")
    if reach.wanted.bewijzen is not None:
        parts.append("o.bewijs IN $bewijzen")
    return " AND ".join(parts)


def _facts(reach: Reach) -> str:
    """The first row: per way the properties of the oplossingen, then which thema's they are about."""
    calls: list[str] = []
    names: list[str] = []
    for way in _ways(reach):
        columns = (*way.extra, "o.volgorde", "o.rijpheid", "o.bewijs", "coalesce(o.laatstGetoetstOp, '')")
        named = {f"{way.letter}{number}": value for number, value in enumerate(columns)}
        shown = ", ".join(f"collect({value}) AS {name}" for name, value in named.items())
        calls.append(f"CALL {{ {way.pattern} WHERE {way.along} AND {_may(reach)} RETURN {shown} }}")
        names += named
    calls.append(f"CALL {{ {THEMA.pattern} WHERE {SEEN_THEMA} RETURN collect(j) AS tj, collect(o.id) AS tz }}")
    return "\n".join([*calls, f"RETURN {', '.join([*names, 'tj', 'tz'])}"])


USES = published("""MATCH (o)<-[:VAN]-(u)<-[:PAST_TOE]-(g!) WHERE u.publicatieStatus IN $statussen
  WITH g, collect(o.id) AS os, collect(coalesce(u.status, '')) AS ss, collect(coalesce(u.tot, '')) AS ts,
    collect(CASE WHEN u.status = 'GESTOPT' THEN [o.id, u.id] END) AS gs
  WITH [g.id, g.naam, g.inwoners, g.provincie, g.einddatum, COUNT { (g)-[:ERVAART]->(!) }, g.jeugdregio,
    g.arbeidsmarktregio, os, ss, ts, gs] AS rij""")


def _uses(reach: Reach) -> str:
    """The first row: per way a list of gemeenten, each with what it uses."""
    calls = [
        f"CALL {{ {way.pattern} WHERE {way.along} AND {_may(reach)} WITH o\n  {USES} "
        f"RETURN collect(rij) AS {way.letter} }}"
        for way in _ways(reach)
    ]
    return "\n".join([*calls, f"RETURN {', '.join(way.letter for way in _ways(reach))}"])
