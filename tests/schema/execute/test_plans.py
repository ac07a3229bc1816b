"""What an analyst sees of how an answer came about: `extensions.plan`."""

from typing import Any, cast

import orjson
import pytest

from graph.engine.store import Store
from schema.execute.execution import Executor, Request
from tests.asking import plans

pytestmark = pytest.mark.anyio
QUESTION = (
    '{ pasklaar(invoer: {vraag: {thema: "thema:schulden"}}) { edges { node { oplossing { titel } } } } '
    "gemeenten(first: 1) { nodes { naam } } }"
)


async def plan(executor: Executor, query: str) -> dict[str, Any]:
    reply = await executor.execute(Request(query, explain=True))
    return cast(dict[str, Any], orjson.loads(reply.body)["extensions"]["plan"])


async def test_a_plan_shows_every_text_that_was_sent(world: Store) -> None:
    executor = Executor(world, plans())
    first, again = [await plan(executor, QUESTION) for _ in "12"]
    assert (first["planBekend"], again["planBekend"]) == (False, True)
    *look_up, read = again["verstuurd"]
    assert any("LOST_OP" in text for text in look_up)
    assert again["statements"] == [read]
    assert 0 < again["databaseMs"] <= again["totaalMs"]


async def test_who_does_not_ask_sees_no_plan(world: Store) -> None:
    reply = await Executor(world, plans()).execute(Request(QUESTION))
    assert set(orjson.loads(reply.body)["extensions"]) == {"kosten"}
