"""The shortest ways between two things that do not lead over anything hidden, where the engine cannot be asked so.

The embedded engine looks for the shortest paths first and at what they lead over after that: when all of those lead
over something hidden it gives none, though a longer one may be seen. That would tell that there is something. So then
we go from both ends ourselves, a step at a time and from the side with the fewest things, until they meet.
"""

import heapq
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.cypher.sight import published
from graph.cypher.text import escape
from graph.engine.store import Store
from graph.errors import StoreTimeout

Chain = tuple[str, ...]


@dataclass
class Side:
    """What was reached from one end: the things of the last step, and by thing those it was reached from."""

    last: set[str]
    reached: dict[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Way:
    """What to look for: over relationships of these types, of so many steps at most, and how many of the shortest."""

    types: tuple[str, ...]
    longest: int
    most: int


async def chains(store: Store, ends: tuple[str, str], way: Way, seconds: float) -> list[Chain]:
    """The ids along each of the shortest ways, in the order of the names of the things on it. Raises StoreTimeout."""
    until = time.monotonic() + seconds
    sides = (Side({ends[0]}, {ends[0]: set()}), Side({ends[1]}, {ends[1]: set()}))
    order: dict[str, str] = {}
    for _ in range(way.longest):
        here, there = sorted(sides, key=lambda side: len(side.last))
        if not here.last:
            return []
        left = until - time.monotonic()
        if left <= 0:
            raise StoreTimeout
        await _step(store, way.types, here, order, left)
        if met := here.last & there.last:
            return _best(met, sides, order, way.most)
    return []


async def _step(store: Store, types: Sequence[str], side: Side, order: dict[str, str], seconds: float) -> None:
    row = await store.read(_text("|".join(map(escape, types))), {"ids": sorted(side.last)}, seconds)
    new: dict[str, set[str]] = {}
    for here, there, place in row[0] if row else ():
        order[there] = place
        if there not in side.reached:
            new.setdefault(there, set()).add(here)
    side.reached |= new
    side.last = set(new)


def _text(types: str) -> str:
    return published(
        f"lacking!(weg) RETURN COLLECT {{ UNWIND $ids AS i MATCH (a:Entiteit {{id: i}})-[:{types}]-(b:Entiteit!) "
        "WHERE NOT b.id IN weg RETURN DISTINCT [i, b.id, b.volgorde] } AS stappen"
    )


def _best(met: Iterable[str], sides: tuple[Side, Side], order: Mapping[str, str], most: int) -> list[Chain]:
    """Of all chains over these things in the middle the first so many."""
    after = {key: set(before) for key, before in sides[1].reached.items()}
    waiting = [*met]
    while waiting:
        key = waiting.pop()
        for before in sides[0].reached.get(key, ()):
            if before not in after or key not in after[before]:
                waiting.append(before)
            after.setdefault(before, set()).add(key)
    found: dict[str, list[tuple[str, Chain]]] = {}

    def rest(key: str) -> list[tuple[str, Chain]]:
        if key not in found:
            place = order.get(key, "")
            ahead = [(place + said, (key, *chain)) for each in after.get(key, ()) for said, chain in rest(each)]
            found[key] = heapq.nsmallest(most, ahead) if after.get(key) else [(place, (key,))]
        return found[key]

    [start] = [key for key, before in sides[0].reached.items() if not before]
    return [chain for _, chain in rest(start)]
