"""An undo that would overwrite later work: the questions it becomes, and what their answers do."""

from pathlib import Path

import pytest

from graph.contents import history
from graph.domain.provenance import MODEL
from graph.engine.store import Store
from loaders.load.apply import apply
from loaders.load.counter_proposal import for_change, for_load
from loaders.proposal.proposal import from_json
from tests.loaders.load.test_one_change import KEY, RIPE, USE, newest, of, ripened
from tests.loaders.papers import base, load, write

pytestmark = pytest.mark.anyio


async def test_each_field_that_is_otherwise_now_is_a_question_and_yes_puts_it_back(
    store: Store, tmp_path: Path
) -> None:
    await ripened(store, tmp_path)
    change = await newest(store, KEY)
    await load(store, write(tmp_path, later_yaml=RIPE.replace("PASKLAAR", "PILOT")), "Carla")
    proposal = from_json((await for_change(store.rows, MODEL, change)).to_json(), "terug.json")
    [asked] = proposal.feiten
    assert asked.besluit == "later"
    assert asked.velden == {"id": KEY, "eigenschap": "rijpheid", "waarde": "BEPROEFD"}
    assert asked.vraag is not None
    assert all(word in asked.vraag for word in ("Bram", "'BEPROEFD'", "'PILOT'"))
    untouched = await apply(store, MODEL, proposal, "Anna")
    assert untouched.bijgewerkt == 0
    proposal = await for_change(store.rows, MODEL, change)
    proposal.feiten[0].besluit = "ja"
    await apply(store, MODEL, proposal, "Anna")
    assert await of(store, KEY, "rijpheid") == ["BEPROEFD"]
    assert (await history.of(store.rows, KEY, 1))[0].door == "Anna"


async def test_what_a_whole_load_added_is_asked_for_too(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    first = await load(store, write(tmp_path, oplossing_yaml=RIPE))
    await load(store, write(tmp_path, later_yaml=RIPE.replace("PASKLAAR", "PILOT")))
    proposal = await for_load(store.rows, MODEL, first.lading)
    asked = {(fact.soort, fact.velden.get("id") or fact.velden.get("naar")): fact for fact in proposal.feiten}
    assert asked["oplossing", KEY].stand == asked["relatie", "knelpunt:wachten"].stand == "vervalt"
    for fact in proposal.feiten:
        fact.besluit = "ja" if fact.soort == "toepassing" or fact.velden.get("naar") == "knelpunt:wachten" else "nee"
    await apply(store, MODEL, proposal, "Anna")
    assert await store.rows("MATCH (:Oplossing)-[r:LOST_OP]->() RETURN r.id", {}) == []
    assert await of(store, USE, "publicatieStatus") == ["INGETROKKEN"]
    assert await of(store, KEY, "publicatieStatus", "rijpheid") == ["GEPUBLICEERD", "PILOT"]
