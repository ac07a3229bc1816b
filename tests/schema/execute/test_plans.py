"""What an analyst sees of how an answer came about: `extensions.plan`."""

import gc
from typing import Any, cast

import orjson
import pytest
from graphql import GraphQLError, OperationDefinitionNode, parse

from graph.domain.viewer import PUBLIC
from graph.engine.store import Store
from schema.execute.execution import Executor, Request
from schema.execute.parsing import Invalid
from schema.execute.plans import Plans
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
    *look_up, read = again["verstuurd"]
    assert any("LOST_OP" in text for text in look_up)
    assert again["statements"] == [read]
    assert again["databaseMs"] > 0  # of statements that run side by side: together it may be more than the whole
    assert again["totaalMs"] > 0


@pytest.mark.anyio
async def test_who_does_not_ask_sees_no_plan(world: Store) -> None:
    reply = await Executor(world, plans()).execute(Request(QUESTION))
    assert set(orjson.loads(reply.body)["extensions"]) == {"kosten", "grenzen"}


def test_a_document_that_is_kept_does_not_keep_its_tree() -> None:
    """Thousands of objects, which Python's collector would go through while nobody gets an answer."""
    used = plans()
    many = " ".join(f"a{i}: naam" for i in range(150))
    text = f"($k: GemeenteSleutel!) {{ gemeente(sleutel: $k) {{ naam }} themas {{ nodes {{ {many} }} }} }}"
    texts = [f"query q{i}{text}" for i in range(20)]
    gc.collect()
    before = len(gc.get_objects())
    documents = [used.document(text) for text in texts]
    gc.collect()
    assert (len(gc.get_objects()) - before) / len(documents) < 300
    assert len(used.trees.items) == Plans.MOST_TREES


def test_a_document_without_its_tree_is_compiled_again_and_says_where_a_variable_stands() -> None:
    used = plans()
    text = (
        "query eerst { wetten { aantal } }\n# é\r\n  query dan(\n  $k: GemeenteSleutel!, # wie\n  $n: Int = 3) "
        "{ gemeente(sleutel: $k) { naam } wetten @skip(if: false) { aantal } gemeenten(first: $n) { aantal } }"
    )
    document = used.document(text, "dan")
    for i in range(3):
        used.document(f"query q{i} {{ themas {{ aantal }} }}")
    assert document.name == "dan"
    with pytest.raises(Invalid) as refused:
        used.variables(document, {"k": {}})
    places = [(at.line, at.column) for at in refused.value.errors[0].locations or ()]
    assert places == [(at.line, at.column) for at in whole_locations(text)]
    plan, known = used.plan(document, used.variables(document, {"k": {"code": "GM0344"}, "n": 1}), PUBLIC)
    assert not known
    assert plan.statements


def whole_locations(text: str) -> list[Any]:
    """Where graphql-core says that the first variable of the last operation stands."""
    [*_, operation] = parse(text).definitions
    assert isinstance(operation, OperationDefinitionNode)
    return list(GraphQLError("x", operation.variable_definitions[0]).locations or ())  # type: ignore[index]


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
