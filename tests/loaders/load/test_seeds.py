from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.upkeep import counts
from graph.upkeep.constraints import ensure
from loaders.documents.document import Refusal
from loaders.load import edition, seeds
from loaders.load.edition import Standing

pytestmark = pytest.mark.anyio

GOOD = "feiten:\n  - {soort: thema, naam: Schulden, omschrijving: Wat je niet kunt betalen}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "themas.yaml").write_text(GOOD, "utf-8")
    return tmp_path


async def test_all_documents_come_in_one_load_with_their_edition(store: Store, folder: Path) -> None:
    await ensure(store, MODEL)
    steps: list[int] = []
    await seeds.load(store, MODEL, folder, lambda done, total, what: steps.append(done))
    assert await edition.standing(store.rows, folder) is Standing.PRESENT
    assert await counts.count(store, "Lading") == 1
    assert steps, "who waits sees how far it is"
    (folder / "themas.yaml").write_text(
        GOOD + "  - {soort: thema, naam: Wonen, omschrijving: Waar je slaapt}\n", "utf-8"
    )
    assert await edition.standing(store.rows, folder) is Standing.OTHER


async def test_one_document_that_is_wrong_and_nothing_is_loaded(store: Store, folder: Path) -> None:
    (folder / "kapot.yaml").write_text("thema: [", "utf-8")
    with pytest.raises(Refusal) as refused:
        await seeds.load(store, MODEL, folder)
    assert refused.value.code == "ZAAD"
    assert refused.value.problems
    assert await counts.is_empty(store)
