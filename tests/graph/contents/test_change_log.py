from pathlib import Path

import pytest

from graph.contents import change_log
from graph.engine.store import Store
from tests.loaders.papers import SOLUTION, base, load, write

pytestmark = pytest.mark.anyio


async def test_a_graph_without_history_ends_at_nothing(store: Store) -> None:
    assert await change_log.ends(store.rows) == change_log.Ends(0, 0)
    assert await change_log.between(store.rows, 0, 10, inside=True) == []


async def test_each_series_is_without_gaps_and_people_are_not_in_that_of_everybody(
    store: Store, tmp_path: Path
) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    ends = await change_log.ends(store.rows)
    every = await change_log.between(store.rows, 0, ends.every, inside=True)
    public = await change_log.between(store.rows, 0, ends.public, inside=False)
    assert [each.place for each in every] == list(range(1, ends.every + 1))
    assert [each.public for each in public] == list(range(1, ends.public + 1))
    hidden = {each.ding for each in every} - {each.ding for each in public}
    assert hidden == {"persoon:ria-de-wit"}
    assert [each.id for each in public] == [each.id for each in every if each.public]
    assert await change_log.between(store.rows, 2, 4, inside=True) == every[2:4]
    assert await change_log.between(store.rows, 2, 4, inside=False) == public[2:4]


async def test_a_change_tells_which_themas_and_gemeenten_the_thing_belongs_to(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    found = {each.ding: each for each in await change_log.between(store.rows, 0, 1000, inside=True)}
    thing = found["oplossing:eenloket-nandu"]
    assert (thing.kind, thing.soort, thing.rol) == ("OPLOSSING", "AANGEMAAKT", "PROGRAMMABUREAU")
    assert (thing.themas, thing.gemeenten) == (["thema:schulden"], ["GM9001"])
    use = found["toepassing:gm9001-eenloket-nandu"]
    assert (use.themas, use.gemeenten) == ([], ["GM9001"])
    assert found["thema:schulden"].themas == ["thema:schulden"]
    assert found["gemeente:gm9002"].gemeenten == ["GM9002"]
