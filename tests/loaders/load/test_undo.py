"""Taking back: exactly as it was, or not at all."""

import re
from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import GraphError, NotFound
from loaders.load.undo import BuiltUpon, undo, undo_all
from tests.loaders.papers import LIST, SOLUTION, base, load, picture, write

pytestmark = pytest.mark.anyio


async def test_loading_and_taking_back_leaves_the_graph_as_it_was(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    before = await picture(store)
    bon = await load(store, write(tmp_path, oplossing_yaml=SOLUTION, lijst_txt=LIST))
    assert await picture(store) != before
    await undo(store, MODEL, bon.lading)
    assert await picture(store) == before


async def test_what_a_load_changed_gets_its_old_words_back(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    before = await picture(store)
    changed = SOLUTION.replace("rijpheid: BEPROEFD", "rijpheid: PASKLAAR").replace(
        "sinds: 2019-05-01", "sinds: 2018-01-01"
    )
    bon = await load(store, write(tmp_path, oplossing_yaml=changed))
    assert bon.bijgewerkt == 2
    await undo(store, MODEL, bon.lading)
    assert await picture(store) == before


async def test_an_old_document_points_at_its_earlier_load_again(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    first = await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    second = await load(store, write(tmp_path, oplossing_yaml=SOLUTION, lijst_txt=LIST))
    text = "MATCH (d:Document {bestand: 'oplossing.yaml'})-[:GELADEN_MET]->(l) RETURN l.id"
    assert await store.rows(text, {}) == [[second.lading]]
    await undo(store, MODEL, second.lading)
    assert await store.rows(text, {}) == [[first.lading]]


async def test_taking_back_and_loading_again_works(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    paths = write(tmp_path, oplossing_yaml=SOLUTION)
    first = await load(store, paths)
    loaded = await picture(store)
    await undo(store, MODEL, first.lading)
    again = await load(store, paths)
    assert (again.lading, again.al_geladen) == (first.lading, False)
    assert _without_moments(await picture(store)) == _without_moments(loaded)


async def test_the_version_of_the_graph_never_goes_back(store: Store, tmp_path: Path) -> None:
    first = await base(store, tmp_path)
    bon = await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    assert await undo(store, MODEL, bon.lading) == bon.graafversie + 1 == first.graafversie + 2


async def test_what_a_later_load_built_on_stays(store: Store, tmp_path: Path) -> None:
    first = await base(store, tmp_path)
    second = await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    before = await picture(store)
    with pytest.raises(GraphError, match=f"Draai eerst {second.lading} terug"):
        await undo(store, MODEL, first.lading)
    assert await picture(store) == before
    await undo(store, MODEL, second.lading)
    await undo(store, MODEL, first.lading)
    assert await picture(store) == [[], []]


async def test_what_a_later_load_changed_stays(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    first = await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    await load(
        store, write(tmp_path, ander_yaml="feiten:\n  - {soort: oplossing, titel: Éénloket Ñandu, rijpheid: PILOT}\n")
    )
    before = await picture(store)
    with pytest.raises(GraphError, match="oplossing:eenloket-nandu"):
        await undo(store, MODEL, first.lading)
    assert await picture(store) == before


async def test_an_unknown_load_and_one_that_was_taken_back_are_refused(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    bon = await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    with pytest.raises(NotFound, match="lading:nee"):
        await undo(store, MODEL, "lading:nee")
    await undo(store, MODEL, bon.lading)
    with pytest.raises(GraphError, match="al teruggedraaid"):
        await undo(store, MODEL, bon.lading)


def _without_moments(whole: list[list[list[object]]]) -> list[str]:
    return [re.sub(r"'\d{4}-\d\d-\d\dT[^']*'", "'t'", str(part)) for part in whole]


async def test_several_loads_go_back_together_in_any_order_or_not_at_all(store: Store, tmp_path: Path) -> None:
    first = await base(store, tmp_path)
    before = await picture(store)
    second = await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    third = await load(store, write(tmp_path, oplossing_yaml=SOLUTION.replace("BEPROEFD", "PASKLAAR")))
    after = await picture(store)
    with pytest.raises(BuiltUpon):
        await undo_all(store, MODEL, [third.lading, first.lading], "Anna")
    with pytest.raises(NotFound):
        await undo_all(store, MODEL, [third.lading, "lading:niets"], "Anna")
    assert await picture(store) == after
    assert await undo_all(store, MODEL, [second.lading, third.lading], "Anna") == third.graafversie + 2
    assert await picture(store) == before
