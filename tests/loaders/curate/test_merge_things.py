"""samenvoegen: what turns out to be one becomes one, and can be taken apart again."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from graph.contents import evidence, history
from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from graph.engine.store import Store
from graph.errors import GraphError, NotFound
from graph.upkeep import state
from loaders.curate.check import check
from loaders.curate.merge_things import merge
from loaders.load.apply import apply
from loaders.load.undo import undo
from opdeplank.graphql.api import SCHEMA
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans
from tests.graph.shelf import node_row, put
from tests.loaders.curate.test_check import TODAY
from tests.loaders.papers import SOLUTION, base, load, picture, read, write

pytestmark = pytest.mark.anyio

BOTH = """\
feiten:
  - {soort: rol, persoon: Jan Bos, functie: directeur, organisatie: Koepel, van: 2019-01-01}
  - {soort: rol, persoon: J. Bos, functie: directeur, organisatie: Koepel}
  - {soort: rol, persoon: J. Bos, functie: adviseur, organisatie: Waterdam}
  - {soort: lid, persoon: J. Bos, organisatie: Raad van Wijzen}
"""
JAN, J = "persoon:jan-bos", "persoon:j-bos"
ROLES = "MATCH (p:Persoon)-[r]->(o) RETURN p.id, type(r), o.id, r.functie, r.van ORDER BY type(r), r.functie"


async def ask(store: Store, query: str, **variables: Any) -> Any:
    executor = Executor(store, Plans(SCHEMA, MODEL, await state.secret(store)))
    reply = await executor.execute(Request(query, variables, viewer=Viewer(Rol.ANALIST)))
    said = orjson.loads(reply.body)
    assert "errors" not in said, said
    return said["data"]


async def without_loads(store: Store) -> list[Any]:
    nodes, edges = await picture(store)
    return [nodes, [edge for edge in edges if edge[1] != "GELADEN_MET"]]


async def two(store: Store, folder: Path) -> list[Path]:
    await base(store, folder)
    paths = write(folder, mensen_yaml=BOTH)
    await load(store, paths)
    return paths


async def test_relationships_come_together_without_doubles_and_evidence_moves_along(
    store: Store, tmp_path: Path
) -> None:
    await two(store, tmp_path)
    await merge(store, MODEL, [JAN, J], "tester")
    assert await store.rows(ROLES, {}) == [
        [JAN, "LID_VAN", "organisatie:raad-van-wijzen", None, None],
        [JAN, "WERKT_BIJ", "gemeente:gm9001", "adviseur", None],
        [JAN, "WERKT_BIJ", "organisatie:koepel", "directeur", "2019-01-01"],
    ]
    [[facts]] = await store.rows("MATCH (:Persoon)-[r:WERKT_BIJ {functie: 'directeur'}]->() RETURN r.feiten", {})
    proven = await evidence.facts(store.rows, facts)
    quotes = [quote.passage for fact in proven.values() for quote in fact.quotes]
    assert {"Jan Bos" in quote for quote in quotes} == {True, False}
    assert {fact.onderwerp for fact in proven.values()} == {JAN}
    assert [r for r in await check(store.rows, MODEL, TODAY) if r.fout] == []


async def test_taking_it_back_gives_both_again(store: Store, tmp_path: Path) -> None:
    await two(store, tmp_path)
    before = await picture(store)
    bon = await merge(store, MODEL, [JAN, J], "tester")
    await undo(store, MODEL, bon.lading)
    assert await picture(store) == before
    assert (await ask(store, "query ($id: ID!) { node(id: $id) { id } }", id=J))["node"] == {"id": J}


async def test_an_old_id_keeps_resolving(store: Store, tmp_path: Path) -> None:
    await two(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    await load(store, write(tmp_path, ander_yaml="feiten:\n  - {soort: oplossing, titel: Balie voor alles}\n"))
    await merge(store, MODEL, [JAN, J], "tester")
    await merge(store, MODEL, ["oplossing:eenloket-nandu", "oplossing:balie-voor-alles"], "tester")
    found = await ask(
        store,
        """query ($id: ID!, $ids: [ID!]!) {
          node(id: $id) { id }  nodes(ids: $ids) { id }
          a: oplossing(sleutel: {slug: "balie-voor-alles"}) { id synoniemen }
          b: oplossing(sleutel: {id: "oplossing:balie-voor-alles"}) { titel }
          niets: node(id: "persoon:niemand") { id }
          lijst: oplossingen(filter: {id: ["oplossing:balie-voor-alles"]}) { aantal nodes { id } }
        }""",
        id=J,
        ids=["gemeente:gm9001", J, "thema:niets"],
    )
    assert found["node"] == {"id": JAN}
    assert found["nodes"] == [{"id": "gemeente:gm9001"}, {"id": JAN}, None]
    assert found["a"]["id"] == "oplossing:eenloket-nandu"
    assert found["b"]["titel"] == "Éénloket Ñandu"
    assert found["niets"] is None
    assert found["lijst"] == {"aantal": 1, "nodes": [{"id": "oplossing:eenloket-nandu"}]}


async def test_an_id_that_exists_costs_no_second_look(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await two(store, tmp_path)
    sent: list[str] = []
    rows = store.rows

    async def counted(text: str, *rest: Any, **more: Any) -> Any:
        sent.append(text)
        return await rows(text, *rest, **more)

    executor = Executor(store, Plans(SCHEMA, MODEL, await state.secret(store)))
    monkeypatch.setattr(store, "rows", counted)
    await executor.execute(Request("query ($id: ID!) { node(id: $id) { id } }", {"id": J}))
    assert len(sent) == 1


async def test_a_chain_of_merges_ends_at_the_last(store: Store, tmp_path: Path) -> None:
    await two(store, tmp_path)
    await load(store, write(tmp_path, derde_yaml="feiten:\n  - {soort: persoon, naam: Jan A. Bos}\n"))
    before = await picture(store)
    first = await merge(store, MODEL, [JAN, J], "tester")
    second = await merge(store, MODEL, ["persoon:jan-a-bos", JAN], "tester")
    assert (await ask(store, "query ($id: ID!) { node(id: $id) { id } }", id=J))["node"] == {"id": "persoon:jan-a-bos"}
    with pytest.raises(GraphError, match=f"Draai eerst {second.lading} terug"):
        await undo(store, MODEL, first.lading)
    await undo(store, MODEL, second.lading)
    await undo(store, MODEL, first.lading)
    assert await picture(store) == before


async def test_a_document_that_names_the_old_one_confirms_the_survivor(store: Store, tmp_path: Path) -> None:
    paths = await two(store, tmp_path)
    await merge(store, MODEL, [JAN, J], "tester")
    after = await without_loads(store)
    again = await read(store, paths)
    assert {f.stand for f in again.proposal.feiten} == {"bevestigd"}
    bon = await apply(store, MODEL, again.proposal, "tester")
    assert (bon.aangemaakt, bon.bijgewerkt) == (0, 0)
    assert await without_loads(store) == after
    more = "feiten:\n  - {soort: lid, persoon: J. Bos, organisatie: Koepel}\n  - {soort: persoon, id: " + J + "}\n"
    await load(store, write(tmp_path, nog_yaml=more))
    assert await store.rows(
        "MATCH (p:Persoon)-[:LID_VAN]->(:Organisatie {id: 'organisatie:koepel'}) RETURN p.id", {}
    ) == [[JAN]]
    assert await store.rows("MATCH (p:Persoon) RETURN p.id", {}) == [[JAN]]


async def test_what_a_thing_is_called_after_its_ends_follows_them(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    await load(store, write(tmp_path, ander_yaml="feiten:\n  - {soort: oplossing, titel: Balie}\n"))
    before = await picture(store)
    bon = await merge(store, MODEL, ["oplossing:balie", "oplossing:eenloket-nandu"], "tester")
    [[name, far]] = await store.rows("MATCH (t:Toepassing)-[:VAN]->(o) RETURN t.weergavenaam, o.id", {})
    assert (name, far) == ("Waterdam past Balie toe", "oplossing:balie")
    [[kept]] = await store.rows("MATCH (o:Oplossing) RETURN properties(o)", {})
    assert (kept["titel"], kept["rijpheid"], kept["externeSleutel"]) == ("Balie", "NIET_BEOORDEELD", "opl-1")
    await undo(store, MODEL, bon.lading)
    assert await picture(store) == before


async def test_the_history_says_what_became_of_it(store: Store, tmp_path: Path) -> None:
    await two(store, tmp_path)
    await merge(store, MODEL, [JAN, J], "Programmabureau")
    old = (await history.of(store.rows, J, 5))[0]
    assert (old.soort, old.door) == ("SAMENGEVOEGD", "Programmabureau")
    assert (old.velden[0].veld, old.velden[0].nieuw) == ("samengevoegd", JAN)
    assert (await history.of(store.rows, JAN, 5))[0].soort == "SAMENGEVOEGD"


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        ([JAN], "ten minste twee"),
        ([JAN, JAN], "ten minste twee"),
        ([JAN, "organisatie:koepel"], "dezelfde soort"),
        (["feit:123", "feit:456"], "dezelfde soort"),
        ([JAN, "nee"], "'nee' ken ik niet"),
    ],
)
async def test_what_cannot_be_one_is_refused(store: Store, tmp_path: Path, ids: list[str], said: str) -> None:
    await two(store, tmp_path)
    before = await picture(store)
    with pytest.raises(GraphError, match=said):
        await merge(store, MODEL, ids, "tester")
    with pytest.raises(NotFound, match="persoon:niemand"):
        await merge(store, MODEL, [JAN, "persoon:niemand"], "tester")
    assert await picture(store) == before


async def test_gemeenten_with_codes_of_their_own_stay_apart(store: Store) -> None:
    ids = ["gemeente:gm9001", "gemeente:gm9002"]
    named = [{"id": key, "naam": "Koepel", "code": key.partition(":")[2].upper()} for key in ids]
    await put(store, [node_row("Gemeente", given) for given in named], [])
    with pytest.raises(GraphError, match=r"eigen code \(GM9001 en GM9002\)"):
        await merge(store, MODEL, ids, "tester")
