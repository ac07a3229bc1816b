"""Every list in pages, by every road that leads to it, can be read to its end with its own cursors, both ways."""

import os
from random import Random
from typing import Any

import pytest

from tests.asking import Asker
from tests.plain.dump import Dump
from tests.roads import FEW, MANY, Road, lists, places, roads

pytestmark = pytest.mark.anyio
ROADS = roads()
SHORTEST = [next(r for r in ROADS if r.list == f"{kind.name}.{name}") for kind, name, _ in lists()]
BATCHES = 8
MOST, SOME = 30, int(os.environ.get("OPDEPLANK_TEST_VORMEN") or 5)
"""Roads per batch, other ones in each; the fewer where the database plans each anew, and outside CI."""


@pytest.mark.parametrize("batch", range(BATCHES))
async def test_a_list_is_whole_by_every_road(ask: Asker, dump: Dump, batch: int) -> None:
    random = Random(20_24 + batch)
    share = MOST if ask.engine == "arcadedb" and os.environ.get("CI") else SOME
    for road in random.sample(ROADS[batch::BATCHES], min(share, len(ROADS[batch::BATCHES]))):
        await whole_both_ways(ask, dump, road, random)


@pytest.mark.parametrize("batch", range(BATCHES))
async def test_every_list_is_whole_by_its_shortest_road(ask: Asker, dump: Dump, batch: int) -> None:
    """On Neo4j some of them."""
    for road in SHORTEST[batch::BATCHES][: None if ask.engine == "arcadedb" else SOME]:
        await whole_both_ways(ask, dump, road, Random(7))


async def whole_both_ways(ask: Asker, dump: Dump, road: Road, random: Random) -> None:
    """The longest of the lists at the end of the road, in pages of a random size."""
    ids = [thing.id for kind in road.start for thing in dump.of(kind)]
    given = {"ids": random.sample(ids, min(len(ids), FEW if road.few else MANY))} if road.start else {}
    found = [*places(await ask.data(road.query, first=100, **given), road.path)]
    at, longest = max(found, key=lambda pair: len(pair[1]["edges"]), default=(None, None))
    if longest is None:
        return
    cursors = [edge["cursor"] for edge in longest["edges"]]
    assert len(set(cursors)) == len(cursors)
    size = random.choice((1, 2, 3)) if len(cursors) < 12 else random.choice((5, 8))
    assert await turned(ask, road, given, at, ("first", "after"), size) == cursors, str(road)
    if road.backward:
        assert await turned(ask, road, given, at, ("last", "before"), size) == cursors, str(road)


async def turned(
    ask: Asker, road: Road, given: dict[str, Any], at: tuple[int, ...] | None, words: tuple[str, str], size: int
) -> list[str]:
    """Everything that turning pages shows, in the order of the list."""
    backward = words[0] == "last"
    shown: list[str] = []
    cursor = None
    while True:
        data = await ask.data(road.query, **given, **{words[0]: size, words[1]: cursor})
        page = dict(places(data, road.path))[at]
        cursors = [edge["cursor"] for edge in page["edges"]]
        assert len(cursors) <= size
        shown = cursors + shown if backward else shown + cursors
        info = page["pageInfo"]
        more, before = ("hasPreviousPage", "hasNextPage") if backward else ("hasNextPage", "hasPreviousPage")
        assert info[before] is (cursor is not None), str(road)
        if not info[more]:
            return shown
        assert cursors, str(road)
        cursor = info["startCursor" if backward else "endCursor"]
