"""Whoever was forgotten is taken out again of a copy of the graph from before."""

from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.erasure import forgotten
from loaders.curate.forget import forget
from opdeplank.privacy import forgotten_file
from opdeplank.privacy.forgotten_file import Note
from opdeplank.privacy.obeying import obey
from tests.conftest import empty
from tests.loaders.papers import base, load, write

pytestmark = pytest.mark.anyio
PERSON = "feiten:\n  - {soort: rol, persoon: Jan Bos, functie: directeur, organisatie: Koepel}\n"
PEOPLE = "MATCH (p:Persoon) RETURN p.id"


async def test_a_copy_from_before_is_cleaned_when_it_is_opened_and_only_then(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, a_yaml=PERSON))
    assert await obey(store, tmp_path / "data") == 0, "nobody was forgotten"
    done = await forget(store, MODEL, "persoon:jan-bos")
    key = await store.write(forgotten.key_of)
    forgotten_file.read(tmp_path / "data", key).put(Note(done.own, done.marks, "2026-11-30", klaar=True))
    assert await obey(store, tmp_path / "data") == 0

    await empty(store)
    await base(store, tmp_path)
    await load(store, write(tmp_path, a_yaml=PERSON))
    assert await store.rows(PEOPLE, {}) == [["persoon:jan-bos"]]
    assert await obey(store, tmp_path / "data") == 1
    assert await store.rows(PEOPLE, {}) == []
    assert await obey(store, tmp_path / "data") == 0
