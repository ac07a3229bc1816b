"""One change goes back, exactly, and the rest of its load stays; what was done since is never overwritten."""

from pathlib import Path

import pytest

from graph.contents import history
from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import GraphError, NotFound
from loaders.curate.merge_things import merge
from loaders.load.one_change import Overtaken, undo_change
from loaders.load.undo import BuiltUpon, undo
from tests.loaders.papers import SOLUTION, base, load, picture, read, write

pytestmark = pytest.mark.anyio

KEY, USE = "oplossing:eenloket-nandu", "toepassing:gm9001-eenloket-nandu"
RIPE = SOLUTION.replace("rijpheid: BEPROEFD", "rijpheid: PASKLAAR").replace("sinds: 2019-05-01", "sinds: 2018-01-01")


async def newest(store: Store, key: str) -> str:
    return (await history.of(store.rows, key, 1))[0].id


async def of(store: Store, key: str, *names: str) -> list[object]:
    columns = ", ".join(f"n.{name}" for name in names)
    [row] = await store.rows(f"MATCH (n:Entiteit {{id: $id}}) RETURN {columns}", {"id": key})
    return row


async def ripened(store: Store, folder: Path) -> str:
    """An oplossing and its use, both changed by a second load; gives that load."""
    await base(store, folder)
    await load(store, write(folder, oplossing_yaml=SOLUTION))
    return (await load(store, write(folder, oplossing_yaml=RIPE), "Bram")).lading


async def test_one_thing_goes_back_and_the_other_of_the_same_load_stays(store: Store, tmp_path: Path) -> None:
    await ripened(store, tmp_path)
    bon = await undo_change(store, MODEL, await newest(store, KEY), "Anna")
    assert await of(store, KEY, "rijpheid", "rijpheidRang") == ["BEPROEFD", 4]
    assert await of(store, USE, "sinds") == ["2018-01-01"]
    told = (await history.of(store.rows, KEY, 1))[0]
    assert (told.soort, told.door, told.lading) == ("TERUGGEDRAAID", "Anna", bon.lading)
    assert ("rijpheid", "PASKLAAR", "BEPROEFD") in {(f.veld, f.oud, f.nieuw) for f in told.velden}


async def test_taking_it_back_can_be_taken_back_and_then_the_load(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    first = await picture(store)
    ripe = (await load(store, write(tmp_path, oplossing_yaml=RIPE))).lading
    second = await picture(store)
    bon = await undo_change(store, MODEL, await newest(store, KEY), "Anna")
    with pytest.raises(BuiltUpon, match=bon.lading):
        await undo(store, MODEL, ripe)
    await undo(store, MODEL, bon.lading)
    assert await picture(store) == second
    await undo(store, MODEL, ripe)
    assert await picture(store) == first


async def test_a_thing_that_a_load_made_goes_with_its_relationships(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    before = await picture(store)
    bon = await undo_change(store, MODEL, await newest(store, USE), "Anna")
    assert await store.rows("MATCH (n:Toepassing) RETURN n.id", {}) == []
    assert await of(store, KEY, "rijpheid") == ["BEPROEFD"]
    lost = {(f.veld, f.oud) for f in (await history.of(store.rows, "gemeente:gm9001", 1))[0].velden}
    assert ("PAST_TOE", USE) in lost
    await undo(store, MODEL, bon.lading)
    assert await picture(store) == before


async def test_what_was_taken_back_does_not_come_back_by_reading_again(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    paths = write(tmp_path, oplossing_yaml=SOLUTION)
    await load(store, paths)
    await undo_change(store, MODEL, await newest(store, USE), "Anna")
    again = {f.velden.get("id"): f for f in (await read(store, paths)).proposal.feiten}
    assert (again[USE].stand, again[USE].besluit) == ("eerder_afgewezen", "nee")
    assert again[KEY].stand == "bevestigd"


@pytest.mark.parametrize("later", ["changed", "built upon", "confirmed"])
async def test_later_work_is_never_overwritten(store: Store, tmp_path: Path, later: str) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    made = await newest(store, KEY if later == "built upon" else USE)
    if later == "confirmed":
        (tmp_path / "oplossing.yaml").unlink()
        await load(store, write(tmp_path, nog_yaml=SOLUTION + "# een ander bestand dat hetzelfde zegt\n"))
    else:
        other = SOLUTION.replace("Waterdam, status", "Bergen (L.), status") if later == "built upon" else RIPE
        await load(store, write(tmp_path, ander_yaml=other))
    before = await picture(store)
    with pytest.raises(Overtaken):
        await undo_change(store, MODEL, made, "Anna")
    assert await picture(store) == before


async def test_what_cannot_go_back_alone_says_what_can(store: Store, tmp_path: Path) -> None:
    lading = await ripened(store, tmp_path)
    with pytest.raises(NotFound, match="wijziging:niets"):
        await undo_change(store, MODEL, "wijziging:niets", "Anna")
    change = await newest(store, KEY)
    await undo(store, MODEL, lading)
    with pytest.raises(GraphError, match="al teruggedraaid"):
        await undo_change(store, MODEL, change, "Anna")
    with pytest.raises(GraphError, match="al teruggedraaid"):
        await undo_change(store, MODEL, await newest(store, KEY), "Anna")
    bon = await merge(store, MODEL, ["organisatie:koepel", "organisatie:raad-van-wijzen"], "Anna")
    with pytest.raises(GraphError, match=f"samenvoeging.*{bon.lading}"):
        await undo_change(store, MODEL, await newest(store, "organisatie:koepel"), "Anna")
