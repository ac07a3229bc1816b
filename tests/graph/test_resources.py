"""Two graphs in one process: what lies beside one is never seen by who asks the other."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import orjson
import pytest

from graph.engine.embedded import Embedded
from graph.engine.store import Store
from graph.meaning import index as meaning
from graph.meaning.index import Beside
from graph.pasklaar.lookup import Question, look_up
from graph.resources import LARGE, MOST_KEPT, NONE, Kept, Resources
from graph.search.unanswered import Unanswered
from schema.execute.execution import Executor, Request
from schema.request.limits import Budget
from tests.asking import ROOMY, plans
from tests.graph.map.test_understanding import ASKED, Planned, put_shelf
from tests.graph.pasklaar.crowd import MANY, put_crowd, put_for

pytestmark = pytest.mark.anyio

IN_WORDS = "query ($t: String!) { pasklaar(invoer: {vraag: {omschrijving: $t}}) { aantal } }"
WHOLE = Question(knelpunt=MANY, ook_verwant=False)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Embedded]:
    with Embedded(tmp_path / "elders") as engine:
        yield engine


@pytest.fixture
async def other(elsewhere: Embedded) -> AsyncIterator[Store]:
    async with await Store.open_embedded(elsewhere) as opened:
        yield opened


async def answered(executor: Executor, text: str) -> int | str:
    """How many hits there are, or the code of the refusal."""
    reply = orjson.loads((await executor.execute(Request(IN_WORDS, {"t": text}))).body)
    if "errors" in reply:
        return str(reply["errors"][0]["extensions"]["code"])
    number: int = reply["data"]["pasklaar"]["aantal"]
    return number


async def test_two_stores_never_see_what_is_the_others(store: Store, other: Store) -> None:
    for number, each in enumerate((store, other)):
        await put_crowd(each, 6, 0)
        await put_for(each, MANY, [f"oplossing:a{i:03d}" for i in range(LARGE + number)], {})
    await put_shelf(store, 1, "Iets naast", {})
    with_model, words = meaning.with_model(store, None, Planned()), Beside(other)
    for beside in (with_model, words):
        await beside.catch_up()
    heard: list[Unanswered] = []
    also: list[Unanswered] = []
    here, there = Resources(with_model, heard.append, Kept()), Resources(words, also.append, Kept())
    for _ in range(2):  # the second time from what was kept
        assert (await look_up(store, WHOLE, resources=here)).aantal == LARGE
        assert (await look_up(other, WHOLE, resources=there)).aantal == LARGE + 1
    one, two = Executor(store, plans(), resources=here), Executor(other, plans(), resources=there)
    assert (await answered(one, ASKED), await answered(two, ASKED)) == (1, 0), "only the first knows what it means"
    assert await answered(two, "zeilwedstrijd") == 0
    assert [question.tekst for question in heard] == []
    assert [question.tekst for question in also] == [ASKED, "zeilwedstrijd"]
    assert await answered(Executor(store, plans(Budget(cost=1)), resources=here), ASKED) == "OPERATION_TOO_LARGE"
    assert await answered(one, ASKED) == 1, "another limit beside it is not its own"
    for beside in (with_model, words):
        beside.close()


async def test_the_graph_alone_is_enough(store: Store) -> None:
    await put_crowd(store, 6, 0)
    await put_shelf(store, 1, "Koffietafel", {})
    assert await answered(Executor(store, plans(ROOMY), resources=NONE), ASKED) == 1


def test_what_is_kept_goes_with_the_stand_of_the_graph_and_has_a_size() -> None:
    kept = Kept[list[int]]()
    large = [0] * LARGE
    assert kept.get(1, "a") is None
    kept.put(1, "a", large)
    kept.put(1, "small", large[1:])
    assert kept.get(1, "a") is large
    assert kept.get(1, "small") is None, "reading it again costs little"
    assert kept.get(2, "a") is None, "the graph has changed"
    kept.put(1, "a", large)
    assert kept.get(2, "a") is None, "it was read before that"
    for number in range(MOST_KEPT // LARGE + 2):
        kept.put(2, number, large)
    assert (kept.get(2, 0), kept.get(2, 1)) == (None, None)
    assert kept.get(2, 2) is large
