from types import SimpleNamespace
from typing import Any, cast

import pytest

from graph.errors import StoreUnavailable
from opdeplank.graph import freshness
from opdeplank.graph.freshness import Freshness
from tests.fake_store import FakeStore

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


async def test_a_database_that_is_away_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "IDLE", -1.0)
    with pytest.raises(StoreUnavailable):
        await Freshness(FakeStore().as_store(), None).version()
