"""An operation is judged before anything runs, all of it has one deadline, and nothing of it goes on after."""

import asyncio
import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
import orjson
import pytest
from graphql import get_introspection_query

from graph.engine.store import Store
from graph.meaning import index
from graph.meaning.encoder import WINDOW
from graph.meaning.questions import Allowed
from graph.resources import Resources
from graph.search import similar
from schema.execute.envelope import Reply
from schema.execute.execution import Executor, Request
from schema.request.limits import Budget
from tests.asking import plans
from tests.fake_store import FakeStore
from tests.work import PATIENCE

pytestmark = pytest.mark.anyio

ENDLESS = "MATCH (g:Entiteit {id: $id}) UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(x * y)"
SCHEMA = get_introspection_query(specified_by_url=True, input_value_deprecation=True, one_of=True, type_depth=13)
IN_WORDS = "query ($t: String!) { pasklaar(invoer: {vraag: {omschrijving: $t}}) { aantal } }"


def error(reply: Reply) -> dict[str, Any]:
    [found] = orjson.loads(reply.body)["errors"]
    return dict(found)


async def refused(query: str, budget: Budget | None = None, **variables: Any) -> tuple[dict[str, Any], list[str]]:
    """The refusal, and what was asked of the graph before it."""
    store = FakeStore([[[]]])
    reply = await Executor(store.as_store(), plans(budget or Budget())).execute(Request(query, variables))
    return error(reply), store.asked


def aliases(number: int) -> str:
    asked = "pasklaar(invoer: {vraag: {omschrijving: $t}}) { aantal }"
    return f"query ($t: String!) {{ {' '.join(f'a{i}: {asked}' for i in range(number))} }}"


@pytest.mark.parametrize(
    ("query", "limit"),
    [
        (aliases(15), "kosten"),
        (aliases(6), "kosten"),
        ("query ($t: String!) { pasklaar(invoer: {vraag: {omschrijving: $t}}, first: 100) { nodes "
         "{ oplossing { knelpunten(first: 100) { nodes { wetten(first: 5) { nodes { id } } } } } } } }", "knopen"),
        ("query ($t: String!) { suggesties(term: $t) { tekst } gemeenten(first: 100) "
         "{ nodes { toepassingen(first: 100) { nodes { oplossing { id } } } } } }", "knopen"),
    ],
)  # fmt: skip
async def test_what_costs_too_much_is_refused_before_anything_is_looked_up(query: str, limit: str) -> None:
    found, asked = await refused(query, t="schulden")
    assert (found["extensions"]["code"], found["extensions"]["limiet"]) == ("OPERATION_TOO_LARGE", limit)
    assert asked == []


async def test_the_parts_of_what_is_worked_out_later_count_too() -> None:
    lists = "themas { nodes { naam } } ontwikkeldDoor { nodes { weergavenaam } } knelpunten { aantal }"
    one = f"vergelijkbaar {{ nodes {{ {lists} }} }}"
    query = f"{{ oplossingen(first: 1) {{ nodes {{ {' '.join(f'v{i}: {one}' for i in range(12))} }} }} }}"
    found, asked = await refused(query)
    assert found["extensions"]["limiet"] == "subvragen"
    assert asked == []


async def test_keys_that_would_fill_the_answer_are_refused_beforehand() -> None:
    long = "k" * 400
    query = f"{{ gemeenten(first: 100) {{ nodes {{ toepassingen(first: 90) {{ nodes {{ {long}: id }} }} }} }} }}"
    found, asked = await refused(query, Budget(answer=1_000_000, nodes=10**6, cost=10**6))
    assert found["extensions"]["limiet"] == "antwoord"
    assert asked == []


async def test_a_selection_that_fragments_make_large_is_not_compiled_to_the_end() -> None:
    chain = " ".join(
        f"fragment f{i} on Entiteit {{ __typename herkomst {{ aantal }} {{}} }}".replace(
            "{}", "" if i == 8 else
            f"... on Thema {{ bovenliggend {{ ...f{i + 1} }} onderliggend {{ nodes {{ ...f{i + 1} }} }} }}"
            f"... on Knelpunt {{ themas {{ nodes {{ ...f{i + 1} }} }} }}",
        )
        for i in range(9)
    )  # fmt: skip
    found, asked = await refused(f'{{ node(id: "thema:a") {{ ...f0 }} }} {chain}', Budget(depth=30, fields=500))
    assert found["extensions"]["limiet"] == "velden"
    assert asked == []


async def test_what_is_refused_is_not_compiled_again() -> None:
    used = plans(Budget(fields=4))
    for _ in range(2):
        document = used.document("{ themas { nodes { naam id onderliggend { nodes { naam id } } } } }")
        reply = await Executor(FakeStore([[[]]]).as_store(), used).execute(Request(document.text))
        assert error(reply)["extensions"]["limiet"] == "velden"
    assert len(document.plans) == 1


async def test_mistakes_in_the_variables_are_told_up_to_a_number() -> None:
    query = "query ($f: KnelpuntFilter) { knelpunten(filter: $f) { aantal } }"
    store = FakeStore()
    reply = await Executor(store.as_store(), plans()).execute(Request(query, {"f": {"of": [{"nee": 1}] * 5_000}}))
    assert 10 < len(orjson.loads(reply.body)["errors"]) < 50
    assert len(reply.body) < 20_000


async def test_a_question_about_the_schema_never_reaches_the_graph_and_is_kept() -> None:
    store = FakeStore()
    executor = Executor(store.as_store(), plans(Budget()))
    first = await executor.execute(Request(SCHEMA))
    assert len(orjson.loads(first.body)["data"]["__schema"]["types"]) > 100
    kept = executor.introspection.answers.items
    assert len(kept) == 1
    assert (await executor.execute(Request(SCHEMA))).body == first.body
    for i in range(30):
        await executor.execute(Request(f"{{ a{i}: __schema {{ queryType {{ name }} }} }}"))
    assert len(kept) == 8
    assert store.asked == []


async def test_what_takes_long_does_not_keep_the_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a document waits here for something that only the event loop does."""
    used, went_on = plans(), threading.Event()
    read = used.read

    def slow(*given: Any) -> Any:
        assert went_on.wait(10)
        return read(*given)

    monkeypatch.setattr(used, "read", slow)
    asked = asyncio.create_task(
        Executor(FakeStore([[[]]]).as_store(), used).execute(Request("{ themas { nodes { naam } } }"))
    )
    await asyncio.sleep(0.01)
    went_on.set()
    assert (await asked).executed


LONG_LIST = "{ gemeenten(first: 100) { nodes { naam thema_s: toepassingen(first: 20) { nodes { status } } } } }"


@pytest.mark.parametrize(("held", "beside"), [(2, 0), (20, 0), (60, 2)])
async def test_only_what_is_much_is_made_beside_the_event_loop(held: int, beside: int) -> None:
    """What could be much seldom is, and another thread costs as much as making it."""
    uses = [["IN_GEBRUIK"]] * held
    store = FakeStore([[[[[], "Waterdam"], [uses, "Zanddorp"]] * held]])
    executor = Executor(store.as_store(), plans())
    await executor.execute(Request(LONG_LIST, {}))
    done: list[object] = []

    async def do(caller: str | None, work: Any) -> Any:
        done.append(work)
        return work()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(executor.turns, "do", do)
        reply = await executor.execute(Request(LONG_LIST, {}))
    nodes = orjson.loads(reply.body)["data"]["gemeenten"]["nodes"]
    assert (len(nodes), len(nodes[1]["thema_s"]["nodes"]), len(done)) == (2 * held, held, beside)


async def test_the_same_new_document_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    used, texts = plans(), list[str]()
    read = used.read

    def noted(text: str, name: str | None) -> Any:
        texts.append(text)
        return read(text, name)

    monkeypatch.setattr(used, "read", noted)
    executor = Executor(FakeStore([[[]]]).as_store(), used)
    await asyncio.gather(*(executor.execute(Request("{ themas { nodes { naam } } }")) for _ in range(10)))
    assert len(texts) == 1


async def test_one_deadline_holds_for_a_statement_and_ends_it_in_the_database(
    world: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(similar, "GEMEENTEN", ENDLESS)
    query = "{ gemeenten(first: 3) { nodes { naam vergelijkbaar { aantal } } } }"
    reply = await Executor(world, plans(), 1.0).execute(Request(query))
    assert error(reply)["extensions"]["code"] == "TIMEOUT"
    async with asyncio.timeout(PATIENCE):
        while any("range(1, 1000000)" in text for text in await running(world)):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def running(store: Store) -> list[str]:
    rows = await store.rows("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery", {})
    return [text for (text,) in rows if "SHOW TRANSACTIONS" not in text]


class Stuck:
    """A model of language that does not come back until it may."""

    name, size = "vast", 4

    def __init__(self) -> None:
        self.may = threading.Event()
        self.blocked = False

    def encode(self, texts: Sequence[str], tokens: int = WINDOW) -> Any:
        if self.blocked:
            self.may.wait(10)
        return np.ones((len(texts), self.size), np.float32)


async def test_one_deadline_holds_for_the_model_too(world: Store) -> None:
    model = Stuck()
    beside = index.with_model(world, None, model, Allowed(seconds=30))
    await beside.catch_up()
    model.blocked = True
    try:
        reply = await Executor(world, plans(), 0.5, Resources(beside)).execute(
            Request(IN_WORDS, {"t": "schulden en wonen"})
        )
        assert error(reply)["extensions"]["code"] == "TIMEOUT"
    finally:
        model.may.set()
        beside.close()


async def test_an_answer_by_words_for_lack_of_time_is_not_one_to_keep(world: Store) -> None:
    model = Stuck()
    beside = index.with_model(world, None, model, Allowed(seconds=0.05))
    await beside.catch_up()
    executor = Executor(world, plans(), resources=Resources(beside))
    try:
        assert (await executor.execute(Request(IN_WORDS, {"t": "eenzaam"}))).lasting
        model.blocked = True
        late = await executor.execute(Request(IN_WORDS, {"t": "schulden en wonen"}))
        assert late.executed
        assert not late.lasting
    finally:
        model.may.set()
        beside.close()
