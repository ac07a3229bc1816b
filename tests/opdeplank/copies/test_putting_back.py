"""Putting a copy back: the same graph on whatever engine, and never over one that somebody wants to keep."""

from pathlib import Path

import pytest

from graph.copying import restore, walk
from graph.copying.node_line import seeks
from graph.domain.provenance import MODEL
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from graph.upkeep import state
from opdeplank.copies import copy_file
from opdeplank.copies.putting_back import Loading, put_back
from opdeplank.copies.taking import Taking
from opdeplank.graph.database import own_graph, prepare
from opdeplank.privacy import forgotten_file
from opdeplank.privacy.forgotten_file import Note
from opdeplank.settings.table import Settings
from opdeplank.terminal.refused import Refused
from tests.engines import Neo4j
from tests.loaders.papers import LIST, SOLUTION, base, load, write

pytestmark = pytest.mark.anyio


@pytest.fixture
async def filled(store: Store, tmp_path: Path) -> Store:
    await prepare(store)
    await base(store, tmp_path / "stukken")
    await load(store, write(tmp_path / "stukken", oplossing_yaml=SOLUTION, leden_txt=LIST))
    return store


async def copied(store: Store, path: Path) -> bytes:
    await Taking(store, MODEL, path).take()
    return content(path)


def content(path: Path) -> bytes:
    return path.read_bytes()


async def test_a_copy_put_back_gives_the_same_copy(filled: Store, tmp_path: Path) -> None:
    first = await copied(filled, tmp_path / "a.gz")
    await restore.clear(filled, MODEL)
    assert await walk.size(filled, seeks(MODEL)) == 0
    _, tail = copy_file.check(tmp_path / "a.gz")
    told: list[tuple[int, int]] = []
    loading = Loading(MODEL, tmp_path / "a.gz", Settings(data=tmp_path), tail, lambda *said: told.append(said[:2]))
    assert await loading.load(filled) == 0
    assert await copied(filled, tmp_path / "b.gz") == first
    assert not await state.is_restoring(filled)
    assert told[-1] == (tail.knopen + tail.relaties - 1, tail.knopen + tail.relaties)


async def test_a_copy_of_one_engine_goes_into_the_other(filled: Store, neo4j: Neo4j, tmp_path: Path) -> None:
    first = await copied(filled, tmp_path / "a.gz")
    settings = Settings(data=tmp_path / "data")
    if filled.engine == "arcadedb":
        async with await Store.open(neo4j.uri) as other:
            await restore.clear(other, MODEL)
        settings = Settings(data=tmp_path / "data", neo4j_uri=neo4j.uri)
    done = await put_back(settings, MODEL, tmp_path / "a.gz", False)
    assert (done.kept, done.forgotten) == (None, 0)
    async with own_graph(settings) as other:
        assert other.engine != filled.engine
        assert await copied(other, tmp_path / "b.gz") == first


async def test_a_graph_that_is_not_empty_is_replaced_when_asked_and_kept(
    filled: Store, tmp_path: Path, neo4j: Neo4j
) -> None:
    first = await copied(filled, tmp_path / "a.gz")
    data = tmp_path / "data"
    settings = Settings(data=data, neo4j_uri=neo4j.uri if filled.engine == "neo4j" else "")
    if filled.engine == "arcadedb":
        await put_back(settings, MODEL, tmp_path / "a.gz", False)
    with pytest.raises(Refused, match=r"niet leeg.*--vervang"):
        await put_back(settings, MODEL, tmp_path / "a.gz", False)
    async with own_graph(settings) as there:
        await load(there, write(tmp_path / "stukken", meer_yaml="feiten: [{soort: thema, naam: Wonen}]"))
    done = await put_back(settings, MODEL, tmp_path / "a.gz", True)
    async with own_graph(settings) as there:
        assert await copied(there, tmp_path / "b.gz") == first
    assert done.kept
    if filled.engine == "arcadedb":
        with Embedded(done.kept) as engine:
            async with await Store.open_embedded(engine) as kept:
                assert await kept.rows("MATCH (n:Thema {naam: 'Wonen'}) RETURN n.id", {})
    else:
        assert any(each.properties.get("naam") == "Wonen" for each in copy_file.records(done.kept))


async def test_who_was_forgotten_does_not_come_back_with_a_copy(filled: Store, tmp_path: Path) -> None:
    from loaders.curate.forget import look

    await copied(filled, tmp_path / "a.gz")
    salt = b"s" * 32
    own, marks, _ = await filled.write(lambda run: look(run, MODEL, "persoon:ria-de-wit", salt))
    forgotten_file.read(tmp_path / "data", salt).put(Note(own, marks, "2026-11-30", klaar=True))
    await restore.clear(filled, MODEL)
    _, tail = copy_file.check(tmp_path / "a.gz")
    loading = Loading(MODEL, tmp_path / "a.gz", Settings(data=tmp_path / "data"), tail, lambda *_: None)
    assert await loading.load(filled) == 1
    assert not await filled.rows("MATCH (n:Persoon {id: 'persoon:ria-de-wit'}) RETURN n.id", {})
    assert await filled.rows("MATCH (n:Persoon) RETURN n.id LIMIT 1", {})


async def test_a_restore_that_stops_leaves_what_was_there(
    embedded: Embedded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with await Store.open_embedded(embedded) as store:
        await prepare(store)
        await copied(store, tmp_path / "a.gz")
    settings = Settings(data=tmp_path / "data")
    await put_back(settings, MODEL, tmp_path / "a.gz", False)
    async with own_graph(settings) as there:
        await base(there, tmp_path / "stukken")

    async def killed(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(restore, "edges", killed)
    with pytest.raises(KeyboardInterrupt):
        await put_back(settings, MODEL, tmp_path / "a.gz", True)
    async with own_graph(settings) as there:
        assert await there.rows("MATCH (n:Gemeente) RETURN n.id", {})
    assert not [path for path in settings.data.iterdir() if "herstel" in path.name]
