"""geschiedenis: what happened to a thing, when, and by whom."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from graph.contents import history
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

KEY = "oplossing:eenloket-nandu"
QUERY = """
query ($sleutel: EntiteitSleutel!, $first: Int, $after: String) { oplossing(sleutel: $sleutel) {
  geschiedenis(first: $first, after: $after) {
    aantal pageInfo { hasNextPage endCursor }
    nodes { op door soort velden { veld oud nieuw } entiteit { id weergavenaam } }
  } } }
"""


async def changed(store: Store, folder: Path) -> str:
    """Created, then made ready with another synonym; gives the second load."""
    await base(store, folder)
    await load(store, write(folder, oplossing_yaml=SOLUTION), "Ria")
    other = SOLUTION.replace("rijpheid: BEPROEFD", "rijpheid: PASKLAAR").replace("[balie, loket", "[loket")
    return (await load(store, write(folder, oplossing_yaml=other), "Bram")).lading


async def ask(store: Store, role: str = "ANALIST", **variables: Any) -> Any:
    executor = Executor(store, Plans(SCHEMA, MODEL, await state.secret(store)))
    reply = await executor.execute(Request(QUERY, {"sleutel": {"id": KEY}, **variables}, viewer=Viewer(Rol[role])))
    return orjson.loads(reply.body)


async def test_each_load_tells_what_it_changed_the_newest_first(store: Store, tmp_path: Path) -> None:
    second = await changed(store, tmp_path)
    new, old = await history.of(store.rows, KEY, 10)
    assert (new.soort, new.door, new.lading) == ("BIJGEWERKT", "Bram", second)
    assert {(f.veld, f.oud, f.nieuw) for f in new.velden} == {
        ("rijpheid", "BEPROEFD", "PASKLAAR"),
        ("synoniemen", "balie, loket voor alles", "loket voor alles"),
    }
    assert (old.soort, old.door) == ("AANGEMAAKT", "Ria")
    said = {(f.veld, f.oud, f.nieuw) for f in old.velden}
    assert {("titel", None, "Éénloket Ñandu"), ("LOST_OP", None, "knelpunt:wachten")} <= said
    assert ("toepassing", None, "toepassing:gm9001-eenloket-nandu") in said


async def test_a_load_that_changes_nothing_leaves_no_history(store: Store, tmp_path: Path) -> None:
    await changed(store, tmp_path)
    before = await store.rows("MATCH (w:Wijziging) RETURN count(w)", {})
    await load(store, write(tmp_path, ander_yaml="feiten:\n  - {soort: thema, naam: Schulden}\n"))
    assert await store.rows("MATCH (w:Wijziging) RETURN count(w)", {}) == before


async def test_taking_back_is_history_too_also_of_what_is_gone(store: Store, tmp_path: Path) -> None:
    load_ = await changed(store, tmp_path)
    await undo(store, MODEL, load_, "Anna")
    back = (await history.of(store.rows, KEY, 1))[0]
    assert (back.soort, back.door) == ("TERUGGEDRAAID", "Anna")
    assert ("rijpheid", "PASKLAAR", "BEPROEFD") in {(f.veld, f.oud, f.nieuw) for f in back.velden}
    first = (await history.of(store.rows, KEY, 10))[-1].lading
    await undo(store, MODEL, first, "Anna")
    assert await store.rows("MATCH (o:Oplossing) RETURN o.id", {}) == []
    assert [change.soort for change in await history.of(store.rows, KEY, 10)] == [
        "TERUGGEDRAAID", "TERUGGEDRAAID", "BIJGEWERKT", "AANGEMAAKT",
    ]  # fmt: skip


async def test_the_api_gives_the_history_in_pages_to_who_may_see_it(store: Store, tmp_path: Path) -> None:
    await changed(store, tmp_path)
    page = (await ask(store, first=1))["data"]["oplossing"]["geschiedenis"]
    assert (page["aantal"], page["pageInfo"]["hasNextPage"]) == (2, True)
    assert [(n["soort"], n["door"], n["entiteit"]["id"]) for n in page["nodes"]] == [("BIJGEWERKT", "Bram", KEY)]
    assert {"veld": "rijpheid", "oud": "BEPROEFD", "nieuw": "PASKLAAR"} in page["nodes"][0]["velden"]
    rest = (await ask(store, first=5, after=page["pageInfo"]["endCursor"]))["data"]["oplossing"]["geschiedenis"]
    assert [n["soort"] for n in rest["nodes"]] == ["AANGEMAAKT"]
    refused = await ask(store, "OPENBAAR")
    assert refused["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert "geschiedenis" in refused["errors"][0]["message"]


@pytest.mark.parametrize("hidden", [True, False])
async def test_what_happens_to_a_use_of_something_hidden_is_not_for_everybody(
    store: Store, tmp_path: Path, hidden: bool
) -> None:
    """A toepassing is published itself; without its oplossing nobody may know that there is one."""
    await base(store, tmp_path)
    status = "    publicatieStatus: CONCEPT\n" if hidden else ""
    bon = await load(store, write(tmp_path, oplossing_yaml=SOLUTION.rstrip("\n") + "\n" + status))
    text = "MATCH (w:Wijziging) WHERE w.lading = $load AND w.plaatsOpenbaar IS NOT NULL RETURN w.ding"
    use = "toepassing:gm9001-eenloket-nandu"
    public = [ding for (ding,) in await store.rows(text, {"load": bon.lading})]
    assert (use in public, KEY in public) == (not hidden, not hidden)
    await undo(store, MODEL, bon.lading)
    text = "MATCH (w:Wijziging) WHERE w.plaatsOpenbaar IS NOT NULL RETURN w.ding"
    public = [ding for (ding,) in await store.rows(text, {})]
    assert (public.count(use), public.count(KEY)) == ((0, 0) if hidden else (2, public.count(KEY)))
