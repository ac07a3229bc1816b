"""One reader for all streams: how often it asks the database, in which order it gives, and what it does with holes."""

import asyncio

import pytest

from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from graph.engine.store import Run, Store
from graph.upkeep import constraints, migrations
from opdeplank.following.follower import Follower
from opdeplank.following.log_reader import Gone, LogReader
from opdeplank.graphql.api import SCHEMA
from schema.execute.execution import Executor
from schema.execute.plans import Plans
from schema.execute.subscriptions import Subscription, subscription
from tests.asking import Counting
from tests.opdeplank.following.changing import QUERY, happened
from tests.work import PATIENCE

pytestmark = pytest.mark.anyio
PLANS = Plans(SCHEMA, MODEL, b"x")
CHANGE = (
    "CREATE (:Wijziging {{id: 'wijziging:{n}', plaats: {n}, plaatsOpenbaar: {n}, soort: 'BIJGEWERKT', dingSoort: 'X'}})"
)


@pytest.fixture
async def graph(store: Store) -> Store:
    await migrations.migrate(store)
    await constraints.ensure(store, MODEL)
    return store


def read(store: Store) -> tuple[LogReader, Counting]:
    counting = Counting(store)
    executor = Executor(counting, PLANS)  # type: ignore[arg-type]

    async def given() -> Executor:
        return executor

    return LogReader(counting, given), counting  # type: ignore[arg-type]


def follower(role: Rol = Rol.OPENBAAR, query: str = QUERY) -> Follower:
    found = subscription(PLANS, query, None, None)
    assert isinstance(found, Subscription)
    return Follower(found, Viewer(role), 0)


async def places(follower: Follower, count: int) -> list[int]:
    found: list[int] = []
    async with asyncio.timeout(PATIENCE):
        while len(found) < count:
            found += [event.place for event in await follower.next(1.0)]
    return found


async def test_many_streams_cost_as_many_reads_as_one(graph: Store) -> None:
    reader, counting = read(graph)
    many = [follower() for _ in range(30)]
    for each in many:
        await reader.start(each, None)
    await happened(graph, 5)
    for each in many:
        assert await places(each, 5) == [1, 2, 3, 4, 5]
    asked = [text for text, _ in counting.asked if "dingSoort" in text or "n1:Wijziging" in text]
    assert 2 <= len(asked) <= 4, "one to see what changed and one to answer, or twice when the first came in between"
    await reader.end()


async def test_each_series_and_each_place_is_read_for_by_itself(graph: Store) -> None:
    reader, _ = read(graph)
    await happened(graph, 230)
    await happened(graph, 2, public=False)
    new, old, inside = follower(), follower(), follower(Rol.ANALIST)
    await reader.start(new, None)
    await reader.start(old, 0)
    await reader.start(inside, 229)
    await happened(graph)
    assert await places(new, 1) == [231]
    assert await places(inside, 4) == [230, 231, 232, 233]
    assert await places(old, 231) == list(range(1, 232))
    await reader.end()


async def test_a_hole_is_waited_for(graph: Store) -> None:
    """A transaction that is being written may be seen in part, on Neo4j."""
    reader, _ = read(graph)
    one = follower()
    await reader.start(one, None)

    async def partly(run: Run) -> None:
        await run("MERGE (m:Meta {id: 'graaf'}) SET m.plaats = 3, m.plaatsOpenbaar = 3")
        for n in (1, 3):
            await run(CHANGE.format(n=n))

    await graph.write(partly)
    assert await places(one, 1) == [1]
    assert await one.next(0.6) == []
    await graph.write(lambda run: run(CHANGE.format(n=2)))
    assert await places(one, 2) == [2, 3]
    await reader.end()


async def test_what_lies_too_far_back_or_ahead_is_gone(graph: Store) -> None:
    reader, _ = read(graph)
    await graph.write(lambda run: run("MERGE (m:Meta {id: 'graaf'}) SET m.plaats = 20000, m.plaatsOpenbaar = 20000"))
    for place in (0, 9_999, 20_001, -1):
        with pytest.raises(Gone):
            await reader.start(follower(), place)
    await reader.start(one := follower(), 10_000)
    assert one.place == 10_000
    await reader.end()


async def test_when_the_graph_is_put_back_to_an_older_copy_its_streams_end(graph: Store) -> None:
    reader, _ = read(graph)
    await happened(graph, 3)
    await reader.start(one := follower(), None)
    await graph.write(lambda run: run("MATCH (m:Meta) SET m.plaats = 1, m.plaatsOpenbaar = 1"))
    async with asyncio.timeout(PATIENCE):
        while not one.ended:
            await one.next(1.0)
    await reader.end()


async def test_nobody_reads_when_nobody_follows(graph: Store) -> None:
    reader, counting = read(graph)
    await reader.start(one := follower(), None)
    reader.leave(one)
    await asyncio.sleep(0.6)
    asked = len(counting.asked)
    await asyncio.sleep(0.6)
    assert len(counting.asked) == asked
    await reader.start(two := follower(), None)
    await happened(graph)
    assert await places(two, 1) == [1]
    await reader.end()
