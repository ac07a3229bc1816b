"""Hidden equals absent, byte for byte: every question is answered as if what the role may not see was never there.

Two graphs: one with something hidden of every type, tied to everything, and one without all that is hidden. Every
column of `tests.schema.walk` is asked of both.
"""

from asyncio import gather
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, NamedTuple

import orjson
import pytest

from graph.cypher.query import ALWAYS
from graph.cypher.rows import merge_edges, merge_nodes
from graph.cypher.sight import Sight
from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from graph.engine.embedded import Embedded
from graph.engine.store import Run, Store
from graph.upkeep.constraints import ensure
from schema.execute.execution import Executor, Request
from tests.asking import PATIENCE, plans
from tests.conftest import empty
from tests.engines import Neo4j
from tests.plain.dump import Dump, read
from tests.plain.seen import seen_by
from tests.schema.walk import Column, Walk, operations
from tests.world import SECRET, World
from tests.world.hidden import WORD, whole, without

pytestmark = pytest.mark.anyio
SAMPLE = 34
"""On Neo4j one in so many operations: it plans each of them anew, which takes it a second."""
OTHERS = 1
"""Of each type how many that everybody sees are asked about, beside all that is planted."""


class Both(NamedTuple):
    full: Executor
    bare: Executor
    walk: Walk
    known: dict[tuple[str, Rol], dict[str, Any]]
    """What the graph without answered before."""


@pytest.fixture(scope="module")
async def both(tmp_path_factory: pytest.TempPathFactory, anyio_backend: str) -> AsyncIterator[Both]:
    async with AsyncExitStack() as stack:
        shared = plans()
        full = await opened(stack, tmp_path_factory.mktemp("vol"), whole())
        dump = await read(full)
        seen = seen_by(dump, Rol.OPENBAAR)
        bare = await opened(stack, tmp_path_factory.mktemp("kaal"), without(set(seen.things)))
        both = [Executor(store, shared, PATIENCE) for store in (full, bare)]
        yield Both(*both, Walk(asked_about(dump, seen)), {})


async def opened(stack: AsyncExitStack, folder: Path, world: World) -> Store:
    store = await stack.enter_async_context(await Store.open_embedded(stack.enter_context(Embedded(folder))))
    await filled(store, world)
    return store


async def filled(store: Store, world: World) -> None:
    await ensure(store, MODEL)

    async def fill(run: Run) -> None:
        await merge_nodes(run, world.nodes)
        await merge_edges(run, MODEL, world.edges)
        await run(
            "MERGE (m:Meta {id: 'graaf'}) SET m.versie = 1, m.gewijzigdOp = '2024-03-01T12:00:00.000Z', "
            "m.cursorsleutel = $secret",
            {"secret": SECRET},
        )

    await store.write(fill)


def asked_about(dump: Dump, seen: Dump) -> dict[str, list[str]]:
    """A few that everybody sees, and what is hidden: first what was planted."""
    found: dict[str, list[str]] = {}
    for node in MODEL.nodes.values():
        ids = [thing.id for thing in dump.of(node.name)]
        hidden = [key for key in ids if key not in seen.things]
        hidden.sort(key=lambda key: WORD not in key and "gm99" not in key)
        found[node.name] = [*[key for key in ids if key in seen.things][:OTHERS], *hidden[: OTHERS + 1]]
    return found


async def answered(executor: Executor, text: str, role: Rol) -> dict[str, Any]:
    reply = await executor.execute(Request(text, viewer=Viewer(role)))
    found: dict[str, Any] = orjson.loads(reply.body)
    found.pop("extensions", None)
    return found


async def leaks(both: Both, role: Rol, first: str = "", step: int = 1) -> AsyncIterator[tuple[list[Column], str]]:
    """Per operation its columns, and what was told too much; one in `step` operations."""
    for columns, text in [*operations(both.walk.columns(first))][::step]:
        if (text, role) in both.known:
            full = await answered(both.full, text, role)
        else:
            full, both.known[text, role] = await gather(
                answered(both.full, text, role), answered(both.bare, text, role)
            )
        bare = both.known[text, role]
        differing = [
            f"{c.kind}.{c.field} ({c.place}): {c.text}\n{told(full, i)}\n{told(bare, i)}"
            for i, c in enumerate(columns)
            if told(full, i) != told(bare, i) or (WORD not in c.text and WORD in str(told(full, i)))
        ]
        if full != bare and not differing:
            differing = [f"{text}\n{full.get('errors')}\n{bare.get('errors')}"]
        yield columns, "\n".join(differing)


def told(answer: dict[str, Any], column: int) -> Any:
    return (answer.get("data") or {}).get(f"c{column}")


@pytest.mark.parametrize(("role", "step", "least"), [(Rol.OPENBAAR, 1, 3_600), (Rol.GEMEENTE, 12, 200)])
async def test_what_is_hidden_is_as_if_it_was_never_there(both: Both, role: Rol, step: int, least: int) -> None:
    """Of each column two things are said: it is the same without what is hidden, and no word of that is in it."""
    compared, found, kinds = 0, [], set()
    async for columns, leak in leaks(both, role, step=step):
        compared += 2 * len(columns)
        kinds |= {c.kind for c in columns}
        if leak:
            found.append(leak)
    assert not found, f"{len(found)} of {compared}\n" + "\n\n".join(found[:5])
    assert compared >= least
    assert kinds >= MODEL.nodes.keys() or step > 1
    broken = [
        f"{text}\n{error}"
        for (text, asked), answer in both.known.items()
        if asked is role
        for error in answer.get("errors", [])
        if not tells(text, error)
    ]
    assert not broken, "it says nothing with and without, which proves nothing:\n" + "\n\n".join(broken[:3])


def tells(text: str, error: dict[str, Any]) -> bool:
    """Whether a question with this error still says something: a field is for others, beside what the rest of it gave;
    or what is hidden is not there, which was all that it asked."""
    code = error["extensions"]["code"]
    return bool(code == "FORBIDDEN" and error.get("path")) or (code == "NOT_FOUND" and " c1: " not in text)


async def test_on_neo4j_it_is_as_if_it_was_never_there_too(both: Both, neo4j: Neo4j) -> None:
    """What is hidden is there alone in Neo4j; what it has to answer is known from the graph without."""
    async with await Store.open(neo4j.uri) as store:
        await empty(store)
        await filled(store, whole())
        on_neo4j = both._replace(full=Executor(store, plans(), PATIENCE))
        compared, found = 0, []
        async for columns, leak in leaks(on_neo4j, Rol.OPENBAAR, step=SAMPLE):
            compared += 2 * len(columns)
            found += [leak] if leak else []
        await empty(store)
    assert not found, f"{len(found)} of {compared}\n" + "\n\n".join(found[:5])
    assert compared >= 80


async def test_a_total_is_not_stopped_by_the_size_of_a_page(both: Both) -> None:
    """Pages are full where there is more, whatever is hidden in between, and the total is of all of them."""
    query = "{ toepassingen(first: %d%s) { aantal nodes { id } pageInfo { endCursor hasNextPage } } }"
    whole = (await answered(both.full, query % (100, ""), Rol.OPENBAAR))["data"]["toepassingen"]
    assert len(both.walk.ids["Toepassing"]) > OTHERS, "some are hidden"
    found, after, more = list[Any](), "", True
    while more:
        page = (await answered(both.full, query % (2, after), Rol.OPENBAAR))["data"]["toepassingen"]
        assert page["aantal"] == whole["aantal"] == len(whole["nodes"])
        found += page["nodes"]
        more = page["pageInfo"]["hasNextPage"]
        assert len(page["nodes"]) == 2 or not more
        after = f', after: "{page["pageInfo"]["endCursor"]}"'
    assert found == whole["nodes"]


@pytest.mark.parametrize("role", [Rol.ANALIST, Rol.PROGRAMMABUREAU])
async def test_who_studies_or_keeps_the_graph_sees_it(both: Both, role: Rol) -> None:
    for node in MODEL.nodes.values():
        for key in both.walk.ids[node.name]:
            answer = await answered(both.full, f'{{ node(id: "{key}") {{ id __typename }} }}', role)
            assert answer == {"data": {"node": {"id": key, "__typename": node.name}}}


@pytest.mark.parametrize("name", [*MODEL.nodes])
async def test_without_the_rule_of_a_type_the_walk_finds_it(
    both: Both, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every rule is taken away in turn: a walk that would not see that says nothing."""
    of = Sight.of

    def without_one(sight: Sight, types: Any, over: Any = ()) -> Any:
        kept = tuple(node for node in types if node.name != name)
        return of(sight, kept, over) if kept else ALWAYS

    monkeypatch.setattr(Sight, "of", without_one)
    blind = both._replace(full=Executor(both.full.store, plans(), PATIENCE))
    async for _, leak in leaks(blind, Rol.OPENBAAR, name):
        if leak:
            return
    pytest.fail(f"nothing told that {name} has no rule")
