"""wijzigingen: each role its own series, whole and without gaps."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from graph.engine.store import Store
from graph.upkeep import state
from loaders.load.undo import undo
from opdeplank.graphql.api import SCHEMA
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans
from tests.loaders.papers import SOLUTION, base, load, write

pytestmark = pytest.mark.anyio

PAGE = """
query ($sinds: DateTime, $na: Int, $typen: [ZoekType!], $thema: [ID!], $over: [ID!], $gemeente: GemeenteCode,
       $first: Int, $after: String) {
  stand { positie }
  wijzigingen(sinds: $sinds, naPositie: $na, typen: $typen, thema: $thema, over: $over, gemeente: $gemeente,
              first: $first, after: $after) {
    aantal pageInfo { hasNextPage endCursor } nodes { id positie soort rol op entiteit { id } }
  }
}
"""
INSIDE, PUBLIC = Viewer(Rol.ANALIST), Viewer()


async def ask(store: Store, viewer: Viewer = INSIDE, query: str = PAGE, **variables: Any) -> Any:
    executor = Executor(store, Plans(SCHEMA, MODEL, await state.secret(store)))
    reply = orjson.loads((await executor.execute(Request(query, variables, viewer=viewer))).body)
    assert "errors" not in reply, reply["errors"]
    return reply["data"]


async def things(store: Store, viewer: Viewer = INSIDE, **asked: Any) -> list[str]:
    return [each["entiteit"]["id"] for each in (await ask(store, viewer, **asked))["wijzigingen"]["nodes"]]


@pytest.fixture
async def told(store: Store, tmp_path: Path) -> str:
    """A graph with two loads; gives the id of the second."""
    await base(store, tmp_path)
    return (await load(store, write(tmp_path, oplossing_yaml=SOLUTION), "Ria")).lading


async def test_the_newest_comes_first_and_pages_go_on_where_they_were(store: Store, told: str) -> None:
    whole = (await ask(store, first=100))["wijzigingen"]
    positions = [each["positie"] for each in whole["nodes"]]
    assert positions == list(range(whole["aantal"], 0, -1))
    first = (await ask(store, first=4))["wijzigingen"]
    rest = (await ask(store, first=100, after=first["pageInfo"]["endCursor"]))["wijzigingen"]
    assert first["nodes"] + rest["nodes"] == whole["nodes"]


async def test_everybody_has_a_series_without_gaps_and_without_people(store: Store, told: str) -> None:
    public = await ask(store, PUBLIC, first=100)
    seen = public["wijzigingen"]["nodes"]
    assert [each["positie"] for each in seen] == list(range(len(seen), 0, -1))
    assert public["stand"]["positie"] == public["wijzigingen"]["aantal"] == len(seen)
    assert not any(each["entiteit"]["id"].startswith("persoon:") for each in seen)
    every = await ask(store, first=100)
    assert every["stand"]["positie"] == every["wijzigingen"]["aantal"] > len(seen)
    assert await things(store, PUBLIC, typen=["PERSOON"]) == []
    assert await things(store, typen=["PERSOON"]) == ["persoon:ria-de-wit"]


async def test_a_hidden_change_is_not_there_by_its_id_either(store: Store, told: str) -> None:
    hidden = [each["id"] for each in (await ask(store, typen=["PERSOON"]))["wijzigingen"]["nodes"]]
    query = "query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id } }"
    asked = {"query": query, "id": hidden[0], "ids": [hidden[0], "wijziging:nergens"]}
    assert await ask(store, PUBLIC, **asked) == {"node": None, "nodes": [None, None]}
    assert (await ask(store, **asked))["node"] == {"id": hidden[0]}


async def test_one_asks_for_kinds_themas_a_gemeente_a_moment_and_a_position(store: Store, told: str) -> None:
    assert set(await things(store, typen=["THEMA", "KNELPUNT"])) == {"thema:schulden", "knelpunt:wachten"}
    about = {"thema:schulden", "knelpunt:wachten", "oplossing:eenloket-nandu"}
    assert set(await things(store, thema=["thema:schulden"])) == about
    assert set(await things(store, over=["thema:schulden"])) == about
    assert set(await things(store, over=["knelpunt:wachten"])) == {"knelpunt:wachten", "oplossing:eenloket-nandu"}
    use = "toepassing:gm9001-eenloket-nandu"
    assert set(await things(store, PUBLIC, over=["oplossing:eenloket-nandu"])) == {use, "oplossing:eenloket-nandu"}
    assert await things(store, over=["oplossing:nergens"]) == []
    near = {"gemeente:gm9001", "oplossing:eenloket-nandu", "toepassing:gm9001-eenloket-nandu"}
    assert set(await things(store, gemeente="GM9001")) == near
    newest = (await ask(store, first=1))["wijzigingen"]["nodes"][0]
    assert newest["positie"] in [n["positie"] for n in (await ask(store, sinds=newest["op"]))["wijzigingen"]["nodes"]]
    assert await things(store, sinds="2999-01-01T00:00:00+02:00") == []
    assert len(await things(store, sinds="2000-01-01T00:00:00+01:00", first=100)) > 3
    assert len(await things(store, na=newest["positie"] - 2)) == 2


async def test_what_was_taken_back_is_told_to_everybody_who_knew_it(store: Store, told: str) -> None:
    before = (await ask(store, PUBLIC))["stand"]["positie"]
    await undo(store, MODEL, told, "Anna")
    new = (await ask(store, PUBLIC, na=before, first=100))["wijzigingen"]["nodes"]
    assert {each["soort"] for each in new} == {"TERUGGEDRAAID"}
    assert [each["positie"] for each in new] == list(range(before + len(new), before, -1))


async def test_a_concept_and_what_is_tied_to_it_alone_stay_out_of_everybodys_series(
    store: Store, tmp_path: Path, told: str
) -> None:
    before = await ask(store, PUBLIC, first=100)
    every = (await ask(store))["stand"]["positie"]
    draft = """
    feiten:
      - {soort: knelpunt, id: "knelpunt:stil", titel: Nog niemand weet dit, publicatieStatus: CONCEPT}
      - {soort: oplossing, id: "oplossing:eenloket-nandu", titel: Éénloket Ñandu, knelpunten: ["knelpunt:stil"]}
    """
    await load(store, write(tmp_path, stil_yaml=draft))
    assert await ask(store, PUBLIC, first=100) == before
    assert (await ask(store))["stand"]["positie"] == every + 2
