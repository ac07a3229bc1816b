from pathlib import Path

import pytest

from graph.engine.store import Store
from graph.meaning import encoder
from opdeplank.graph import meaning
from opdeplank.graph.meaning import put_beside, standing
from opdeplank.settings.table import Settings
from tests.graph.shelf import put_on_shelf

pytestmark = pytest.mark.anyio


async def test_who_wants_words_alone_gets_those_and_no_notice(store: Store) -> None:
    await put_on_shelf(store)
    async with put_beside(store, Settings(betekenis=False)) as (beside, notice):
        await beside.catch_up()
        assert (beside.ready, notice) == (False, None)
        assert beside.words.knows("schulden")
    assert await standing(store, Settings(betekenis=False)) == (0, "OPDEPLANK_BETEKENIS staat op nee")


async def test_without_a_model_a_person_is_told_why_and_the_words_are_there_all_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder.sys, "platform", "darwin")
    await put_on_shelf(store)
    async with put_beside(store, Settings()) as (beside, notice):
        await beside.catch_up()
        assert "alleen op woorden" in (notice or "")
        assert "Linux" in (notice or "")
        assert beside.words.knows("schulden")
    lacking, why = await standing(store, Settings())
    assert lacking == 0
    assert "Linux" in (why or "")


async def test_counting_what_is_to_be_learnt_makes_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def possible() -> None:
        """As on a machine that can have the model, which is not loaded."""

    monkeypatch.setattr(meaning, "must_be_possible", possible)
    await put_on_shelf(store)
    lacking, why = await standing(store, Settings(data=tmp_path / "data"))
    assert why is None
    assert lacking > 5
    assert not (tmp_path / "data").exists()
