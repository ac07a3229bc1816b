import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx
import pytest

from graph.domain.provenance import MODEL
from graph.errors import StoreDamaged, StoreUnavailable
from graph.upkeep import constraints, migrations
from opdeplank.app import app
from opdeplank.graph import freshness
from opdeplank.graph.freshness import Freshness
from opdeplank.graphql.registered import by_name
from opdeplank.processes.write_board import WriteBoard
from opdeplank.settings.table import Settings
from tests.conftest import empty
from tests.fake_store import FakeStore
from tests.held_line import held, impatient

pytestmark = pytest.mark.anyio


def watched(version: int, state: int | None = None) -> tuple[Freshness, FakeStore]:
    store = FakeStore([[version]])
    beside = None if state is None else SimpleNamespace(state=lambda of: state if of == version else 0)
    return Freshness(store.as_store(), cast(Any, beside)), store


async def test_the_version_is_looked_up_once_while_it_is_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "IDLE", -1.0)
    fresh, store = watched(7)
    assert fresh.known() is None
    first = await fresh.version()
    assert fresh.known() == await fresh.version() == first
    assert len(store.asked) == 1


async def test_what_is_learnt_later_makes_another_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "IDLE", -1.0)
    numbers = [await watched(7, state)[0].version() for state in (0, 1, 2)] + [await watched(8, 0)[0].version()]
    assert numbers == sorted(set(numbers)), "each is another number, and a later version a larger one"
    assert await watched(7)[0].version() == numbers[1], "nothing beside it is words alone"


async def test_who_wrote_in_another_process_is_seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "IDLE", -1.0)
    moments = [0.0, 0.0]
    store = FakeStore([[7]])
    ours = Freshness(store.as_store(), None, WriteBoard(moments, 0))
    theirs = Freshness(FakeStore().as_store(), None, WriteBoard(moments, 1))
    before = await ours.version()
    assert ours.known() == before
    theirs.outdated()
    assert ours.known() is None
    store.answer = [[8]]
    assert await ours.version() > before


async def test_who_writes_while_one_looks_is_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "IDLE", -1.0)
    fresh, _ = watched(7)
    found = freshness.state.version

    async def meanwhile(store: Any) -> int:
        fresh.outdated()
        return await found(store)

    monkeypatch.setattr(freshness.state, "version", meanwhile)
    await fresh.version()
    assert fresh.known() is None


async def test_a_database_that_is_away_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "IDLE", -1.0)
    with pytest.raises(StoreUnavailable):
        await Freshness(FakeStore().as_store(), None).version()


async def test_what_is_kept_is_given_with_its_age_while_the_database_says_nothing(engine: Any, tmp_path: Path) -> None:
    async with held(engine) as (line, store):
        await empty(store)
        await migrations.migrate(store)
        await constraints.ensure(store, MODEL)
        fresh = Freshness(store, None)
        service = app(store, Settings(data=tmp_path), freshness=fresh)
        transport = httpx.ASGITransport(service, client=("127.0.0.1", 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://plank") as client:
            asked = [f"/graphql?documentId={by_name('lijst-themas').id}", "/thema"]
            before = [await client.get(each) for each in asked]
            assert [reply.status_code for reply in before] == [200, 200]

            impatient(store)
            line.hold()
            fresh.outdated()
            meanwhile = [await client.get(each) for each in asked]
            assert [reply.status_code for reply in meanwhile] == [200, 200]
            assert [reply.content for reply in meanwhile] == [reply.content for reply in before]
            assert all(reply.headers["age"].isdigit() for reply in meanwhile)
            assert not any("age" in reply.headers for reply in before)
            known = await client.get(asked[0], headers={"If-None-Match": before[0].headers["etag"]})
            assert (known.status_code, known.headers["age"].isdigit()) == (304, True)

            other = await client.get(f"/graphql?documentId={by_name('lijst-trajecten').id}")
            assert other.json()["errors"][0]["extensions"]["code"] == "STORE_UNAVAILABLE"
            assert other.headers["retry-after"]
            assert (await client.get("/traject")).status_code == 503

            store.trust.refusal = StoreDamaged()
            damaged = [await client.get(each) for each in asked]
            assert [reply.status_code for reply in damaged] == [503, 503]
            assert damaged[0].json()["errors"][0]["extensions"]["code"] == "STORE_UNAVAILABLE"


async def test_when_it_ends_nobody_asks_the_store_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "EVERY", 0.0)
    fresh, store = watched(7)
    await fresh.end()
    await fresh.version()
    while len(store.asked) < 3:  # noqa: ASYNC110  # it tells nobody
        await asyncio.sleep(0)
    await fresh.end()
    asked = len(store.asked)
    for _ in range(50):
        await asyncio.sleep(0)
    assert len(store.asked) == asked
