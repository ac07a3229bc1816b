"""Whether the seeds are in a graph: by their own load, whatever else is there."""

from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.upkeep.constraints import ensure
from loaders.load import edition, seeds
from loaders.load.edition import Standing, standing
from loaders.load.undo import undo
from tests.loaders.papers import load, write

pytestmark = pytest.mark.anyio

OWN = 'feiten:\n  - {soort: organisatie, id: "organisatie:eigen", naam: Onze eigen club}\n'
THEMA = "feiten:\n  - {soort: thema, naam: Schulden, omschrijving: %s}\n"
NAMES = "MATCH (n:Entiteit) RETURN n.id, n.omschrijving ORDER BY n.id"
FILES = "MATCH (d:Document) WHERE d.bestand IS NOT NULL RETURN d.bestand ORDER BY d.bestand"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seeds" / "oplossingen").mkdir(parents=True)
    write(tmp_path / "seeds" / "oplossingen", themas_yaml=THEMA % "Wat je niet kunt betalen")
    return tmp_path / "seeds"


async def test_seeds_and_own_loads_do_not_exclude_each_other(store: Store, folder: Path, tmp_path: Path) -> None:
    await ensure(store, MODEL)
    await load(store, write(tmp_path, eigen_yaml=OWN))
    assert await standing(store.rows, folder) is Standing.ABSENT
    await seeds.load(store, MODEL, folder)
    assert await standing(store.rows, folder) is Standing.PRESENT
    assert [row[0] for row in await store.rows(NAMES, {})] == ["organisatie:eigen", "thema:schulden"]


async def test_a_newer_edition_after_own_loads_changes_what_it_says_and_nothing_else(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    await ensure(store, MODEL)
    await seeds.load(store, MODEL, folder)
    await load(store, write(tmp_path, eigen_yaml=OWN))
    write(folder / "oplossingen", themas_yaml=THEMA % "Rekeningen die blijven liggen")
    assert await standing(store.rows, folder) is Standing.OTHER
    await seeds.load(store, MODEL, folder)
    assert await standing(store.rows, folder) is Standing.PRESENT
    assert await store.rows(NAMES, {}) == [
        ["organisatie:eigen", None], ["thema:schulden", "Rekeningen die blijven liggen"],
    ]  # fmt: skip


async def test_what_somebody_took_back_does_not_come_by_itself(store: Store, folder: Path) -> None:
    await ensure(store, MODEL)
    bon = await seeds.load(store, MODEL, folder)
    await undo(store, MODEL, bon.lading)
    assert await standing(store.rows, folder) is Standing.TAKEN_BACK
    await seeds.load(store, MODEL, folder)
    assert await standing(store.rows, folder) is Standing.PRESENT


async def test_a_load_of_seeds_without_a_mark_is_another_edition(store: Store, folder: Path) -> None:
    await ensure(store, MODEL)
    await seeds.load(store, MODEL, folder)
    await store.write(lambda run: run("MATCH (l:Lading) SET l.editie = null, l.graafversie = 1", {}))
    assert await standing(store.rows, folder) is Standing.OTHER


async def test_a_seed_has_the_name_that_reading_the_folder_gives_it(store: Store, folder: Path) -> None:
    await ensure(store, MODEL)
    await seeds.load(store, MODEL, folder)
    assert await store.rows(FILES, {}) == [["oplossingen/themas.yaml"]]


def test_an_edition_is_names_and_bytes(folder: Path) -> None:
    first = edition.edition(folder)
    (folder / "README.md").write_text("about the folder, not of it", encoding="utf-8")
    assert edition.edition(folder) == first
    (folder / "oplossingen" / "themas.yaml").rename(folder / "themas.yaml")
    assert edition.edition(folder) != first
