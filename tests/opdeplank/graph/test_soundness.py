"""A graph that lost something answers nothing, and says so; one that is whole is left alone."""

import asyncio
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.copying import integrity
from graph.copying.integrity import Loss
from graph.domain.provenance import MODEL
from graph.engine.embedded import Embedded
from graph.engine.store import Row, Store
from graph.errors import StoreDamaged
from graph.upkeep import state
from opdeplank.graph import soundness
from opdeplank.graph.database import prepare
from opdeplank.graph.soundness import looked_after
from tests.loaders.papers import SOLUTION, base, load, write

pytestmark = pytest.mark.anyio


def shorten(folder: Path) -> None:
    """The file with the most of them loses the half of its pages."""
    bucket = max(folder.glob("*Thema_[0-9]*.bucket"), key=lambda path: path.stat().st_size)
    os.truncate(bucket, bucket.stat().st_size // 65536 // 2 * 65536)


async def filled(store: Store, folder: Path) -> None:
    await prepare(store)
    await base(store, folder)
    await load(store, write(folder, oplossing_yaml=SOLUTION))


async def test_a_whole_graph_is_found_whole(store: Store, tmp_path: Path) -> None:
    await filled(store, tmp_path)
    assert await soundness.look(store) is None
    told: list[int] = []
    assert not await integrity.broken_ends(store, MODEL, told.append)
    assert told[-1] == await integrity.size(store, MODEL)
    async with looked_after(store):
        assert store.trust.refusal is None


async def test_a_graph_that_is_being_put_back_answers_nothing_until_it_is(store: Store, tmp_path: Path) -> None:
    await filled(store, tmp_path)
    await state.restoring(store)
    operation = store.operation(5)
    async with looked_after(store, every=0.01):
        for held in (store, operation):
            with pytest.raises(StoreDamaged, match="teruggezet"):
                await held.rows("MATCH (n:Gemeente) RETURN n.id", {})
        with pytest.raises(StoreDamaged):
            await store.schema("RETURN 1")
        await store.unrefused().write(lambda run: run("MATCH (m:Meta {id: 'graaf'}) REMOVE m.herstelBezig"))
        async with asyncio.timeout(20):
            while store.trust.refusal is not None:  # noqa: ASYNC110 (the look is by the clock)
                await asyncio.sleep(0.01)
        assert await operation.rows("MATCH (n:Gemeente) RETURN n.id", {})


class Less(Store):
    """A database that counts one oplossing more than it has."""

    def __init__(self, store: Store) -> None:
        self.__dict__.update(store.__dict__)

    async def _rows(self, text: str, parameters: Mapping[str, Any], timeout: float | None) -> list[Row]:
        rows = await super()._rows(text, parameters, timeout)
        return [[rows[0][0] + 1]] if text == "MATCH (n:Oplossing) RETURN count(n)" else rows


async def test_what_is_counted_and_cannot_be_read_was_lost(store: Store, tmp_path: Path) -> None:
    await filled(store, tmp_path)
    assert await integrity.losses(Less(store), MODEL) == [Loss("Oplossing", 2, 1)]
    wrong = await soundness.look(Less(store))
    assert wrong is not None
    assert "van Oplossing zijn er 2 geteld en 1 te lezen" in wrong.melding
    assert "opdeplank herstel" in wrong.melding


async def test_a_file_of_the_store_that_was_cut_off_is_seen(tmp_path: Path) -> None:
    """A whole page of sixty and more records goes, so that what is left is read without an error."""
    facts = "".join(f"  - {{soort: thema, naam: Thema {n}, omschrijving: {'x' * 900}}}\n" for n in range(150))
    with Embedded(tmp_path / "data") as engine:
        async with await Store.open_embedded(engine) as store:
            await prepare(store)
            await load(store, write(tmp_path, themas_yaml=f"feiten:\n{facts}"))
            assert await soundness.look(store) is None
    shorten(tmp_path / "data" / "databases" / "graaf")
    with Embedded(tmp_path / "data") as engine:
        async with await Store.open_embedded(engine) as store:
            wrong = await soundness.look(store)
    assert wrong is not None
    assert "van Thema zijn er 150 geteld" in wrong.melding
