"""Ways around what is hidden: the same paths as if it was never there, also where an engine looks for short ones first.

A graph that is drawn, half of it hidden, and every shortest path over the rest found the obvious way.
"""

from contextlib import suppress
from itertools import pairwise, product
from random import Random

import pytest

from graph.engine.store import Run, Store
from graph.errors import StoreTimeout
from graph.search import detour, paths
from graph.search.detour import Way

pytestmark = pytest.mark.anyio
KINDS = ("ERVAART", "LOST_OP")
THINGS, TIES, LONGEST, MOST = 16, 34, 5, 4
PAIRS = 24


class Drawn:
    """`seen` are the things that everybody sees; ties go both ways, and two may be tied twice."""

    def __init__(self) -> None:
        random = Random(14)
        self.things = [f"knelpunt:{number:02}" for number in range(THINGS)]
        self.seen = {key for key in self.things if random.random() < 0.6}
        self.ties = {(*sorted(random.sample(self.things, 2)), random.choice(KINDS)) for _ in range(TIES)}
        ends = sorted(self.seen)
        self.pairs = [(a, b) for a in ends for b in ends if a < b][:PAIRS]

    def between(self, a: str, b: str) -> list[str]:
        return [kind for kind in KINDS if (min(a, b), max(a, b), kind) in self.ties]

    def shortest(self, a: str, b: str) -> list[tuple[str, ...]]:
        """All shortest ways over what is seen, longer by a step at a time."""
        ways = [(a,)]
        for _ in range(LONGEST):
            ways = [(*w, n) for w in ways for n in sorted(self.seen) if n not in w and self.between(w[-1], n)]
            if found := [way for way in ways if way[-1] == b]:
                return found
        return []

    def told(self, a: str, b: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """The ways with the kinds of their steps: of two that are tied twice one for each."""
        return [
            (way, kinds) for way in self.shortest(a, b) for kinds in product(*(self.between(*p) for p in pairwise(way)))
        ]


@pytest.fixture
async def drawn(store: Store) -> Drawn:
    made = Drawn()

    async def work(run: Run) -> None:
        rows = [[key, "GEPUBLICEERD" if key in made.seen else "CONCEPT"] for key in made.things]
        text = "CREATE (:Entiteit:Knelpunt {id: x[0], weergavenaam: x[0], volgorde: x[0], publicatieStatus: x[1]})"
        await run(f"UNWIND $rows AS x {text}", {"rows": rows})
        for kind in KINDS:
            rows = [[a, b] for a, b, each in sorted(made.ties) if each == kind]
            await run(
                "UNWIND $rows AS x MATCH (a:Entiteit {id: x[0]}) MATCH (b:Entiteit {id: x[1]}) "
                f"CREATE (a)-[:{kind} {{feiten: []}}]->(b)",
                {"rows": rows},
            )

    await store.write(work)
    with suppress(paths.TooFar):  # an engine that just started takes longer to plan than a search may last
        await paths.find(store, *made.pairs[0], within=(LONGEST, MOST))
    return made


async def test_paths_are_those_of_a_graph_without_what_is_hidden(store: Store, drawn: Drawn) -> None:
    lengths = set()
    for a, b in drawn.pairs:
        found = await paths.find(store, a, b, within=(LONGEST, MOST))
        told = [((a, *(s.naar for s in path.stappen)), tuple(s.soort for s in path.stappen)) for path in found]
        wanted = drawn.told(a, b)
        assert set(told) <= set(wanted)
        assert [way for way, _ in told] == sorted(way for way, _ in wanted)[:MOST], (a, b)
        lengths.add(len(wanted and wanted[0][0]))
    assert len(lengths) >= 4, "short ones, long ones, and none"


async def test_the_ways_are_the_first_of_all_in_the_order_of_their_names(store: Store, drawn: Drawn) -> None:
    for a, b in drawn.pairs:
        found = await detour.chains(store, (a, b), Way(KINDS, LONGEST, MOST), 10)
        assert found == sorted(drawn.shortest(a, b))[:MOST]


async def test_there_is_an_end_to_how_long_it_looks(store: Store, drawn: Drawn) -> None:
    with pytest.raises(StoreTimeout):
        await detour.chains(store, drawn.pairs[0], Way(KINDS, LONGEST, MOST), 0)
