"""What an analyst sees of how an answer came about: `extensions.plan`."""

from typing import Any, cast

import orjson
import pytest

from graph.engine.store import Store
from schema.execute.execution import Executor, Request
from schema.execute.rate import Shapes
from schema.refusals import Refused
from tests.asking import plans

QUESTION = (
    '{ pasklaar(invoer: {vraag: {thema: "thema:schulden"}}) { edges { node { oplossing { titel } } } } '
    "gemeenten(first: 1) { nodes { naam } } }"
)


async def plan(executor: Executor, query: str) -> dict[str, Any]:
    reply = await executor.execute(Request(query, explain=True))
    return cast(dict[str, Any], orjson.loads(reply.body)["extensions"]["plan"])


@pytest.mark.anyio
async def test_a_plan_shows_every_text_that_was_sent(world: Store) -> None:
    executor = Executor(world, plans())
    first, again = [await plan(executor, QUESTION) for _ in "12"]
    assert (first["planBekend"], again["planBekend"]) == (False, True)
    look_up, read = again["verstuurd"]
    assert "OPGEGAAN_IN" in look_up
    assert again["statements"] == [read]
    assert 0 < again["databaseMs"] <= again["totaalMs"]


@pytest.mark.anyio
async def test_who_does_not_ask_sees_no_plan(world: Store) -> None:
    reply = await Executor(world, plans()).execute(Request(QUESTION))
    assert set(orjson.loads(reply.body)["extensions"]) == {"kosten"}


def test_the_texts_of_documents_take_so_much_room_together() -> None:
    made = plans()
    for number in range(300):
        made.document("{ __typename } #" + f"{number} " + "x" * 60_000)
    assert 0 < len(made.documents.items) <= made.MOST_TEXT // 60_000
    assert made.documents.bytes == sum(len(text) for text, _ in made.documents.items) <= made.MOST_TEXT
    made.document("{ __typename }")
    assert ("{ __typename }", None) in made.documents.items


def test_the_callers_of_a_minute_have_a_number() -> None:
    shapes = Shapes(5, most=100)
    for number in range(1_000):
        shapes.spend(f"203.0.{number // 256}.{number % 256}", [f"tekst {number}"])
    assert len(shapes.spent) == 100
    assert len(shapes.known) == 100
    with pytest.raises(Refused):
        shapes.spend("203.0.113.1", [f"andere tekst {number}" for number in range(6)])
