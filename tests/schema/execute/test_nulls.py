"""A value that is missing where the schema promises one: null as far up as needed, and an error that says where."""

from collections.abc import AsyncIterator

import pytest

from graph.engine.store import Run, Store
from tests import world as worlds
from tests.asking import Asker

pytestmark = pytest.mark.anyio
CODE = {"code": "INTERNAL_SERVER_ERROR"}


@pytest.fixture
async def broken(world: Store) -> AsyncIterator[Asker]:
    """The world with holes in it, which nobody after this test may see."""
    await world.write(break_it)
    yield Asker(world)
    await world.write(worlds.spoil)


async def break_it(run: Run) -> None:
    await run("MATCH (n:Entiteit {id: 'wet:p00'}) REMOVE n.naam")
    await run("MATCH (n:Entiteit {id: 'gemeente:gm0344'}) REMOVE n.code, n.naam")
    await run("MATCH (n:Entiteit {id: 'toepassing:p00'})-[r:VAN]->() DELETE r")
    await run("MATCH (n:Entiteit {id: 'gemeente:gm0796'}) SET n.inwoners = 3000000000")
    await run("MATCH (n:Entiteit {id: 'oplossing:p00'}) SET n.materialen = ['{\"titel\":\"Zonder adres\"}']")


async def test_a_missing_value_makes_the_nearest_nullable_parent_null(broken: Asker) -> None:
    answer = await broken('{ gemeente(sleutel: { id: "gemeente:gm0344" }) { id naam } wetten { nodes { id } } }')
    assert answer["data"]["gemeente"] is None
    assert {"id": "wet:p00"} in answer["data"]["wetten"]["nodes"]
    [error] = answer["errors"]
    assert error["path"] == ["gemeente", "naam"]
    assert error["locations"] == [{"line": 1, "column": 53}]
    assert error["extensions"] == CODE
    assert "Gemeente.naam" in error["message"]


async def test_without_a_nullable_parent_there_is_no_data(broken: Asker) -> None:
    answer = await broken("{ wetten { nodes { naam } } }")
    assert answer["data"] is None
    assert [error["path"][0] for error in answer["errors"]] == ["wetten"]


async def test_the_error_says_where_in_a_list_by_response_key(broken: Asker) -> None:
    answer = await broken('{ ding: node(id: "toepassing:p00") { ... on Toepassing { wat: oplossing { id } } } }')
    assert answer["data"] == {"ding": None}
    assert [e["path"] for e in answer["errors"]] == [["ding", "wat"]]


async def test_a_nullable_neighbour_stays(broken: Asker) -> None:
    query = """{ nodes(ids: ["gemeente:gm0344", "gemeente:gm0796"]) { __typename id ... on Gemeente { ref: code } } }"""
    answer = await broken(query)
    other = {"__typename": "Gemeente", "id": "gemeente:gm0796", "ref": "GM0796"}
    assert answer["data"] == {"nodes": [None, other]}
    assert [e["path"] for e in answer["errors"]] == [["nodes", 0, "ref"]]


async def test_a_number_that_is_no_int_is_an_error_of_its_own(broken: Asker) -> None:
    answer = await broken('{ gemeente(sleutel: { id: "gemeente:gm0796" }) { code inwoners } }')
    assert answer["data"] == {"gemeente": {"code": "GM0796", "inwoners": None}}
    [error] = answer["errors"]
    assert error["path"] == ["gemeente", "inwoners"]
    assert error["extensions"] == CODE


async def test_a_record_without_what_it_must_have(broken: Asker) -> None:
    answer = await broken('{ oplossing(sleutel: { slug: "p00" }) { id materialen { titel url } } }')
    assert answer["data"] == {"oplossing": None}
    assert [e["path"] for e in answer["errors"]] == [["oplossing", "materialen", 0, "url"]]


async def test_fragments_aliases_and_variables_count_as_written(broken: Asker) -> None:
    query = """
    query ($n: Int!, $toon: Boolean!) {
      lijst: oplossingen(first: $n) { nodes { ...o } pageInfo { hasNextPage } aantal }
      stuk: node(id: "wet:p00") { ...w }
    }
    fragment o on Oplossing { t: titel ontwikkeldDoor { nodes { __typename weergavenaam } } }
    fragment w on Wet { id naam @include(if: $toon) }
    """
    whole = await broken(query, n=2, toon=False)
    assert "errors" not in whole
    cut = await broken(query, n=2, toon=True)
    assert cut["data"] == {**whole["data"], "stuk": None}
    assert [e["path"] for e in cut["errors"]] == [["stuk", "naam"]]


async def test_a_message_never_holds_a_statement(broken: Asker) -> None:
    answer = await broken("{ wetten { nodes { naam } } }")
    assert "MATCH" not in str(answer["errors"])
