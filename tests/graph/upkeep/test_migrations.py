"""Migrations on both engines: in order, once, whole or not at all."""

import asyncio
import re
from pathlib import Path

import pytest

from graph.engine.store import Run, Store
from graph.errors import MigrationFailed, StoreTooNew
from graph.upkeep.migrations import FOLDER, known, migrate, number, pending

pytestmark = pytest.mark.anyio


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    (tmp_path / "V0001__een.cypher").write_text("// wat dit doet\nCREATE (:Stap {nr: 1});\nCREATE (:Stap {nr: 2});\n")
    (tmp_path / "V0002__twee.cypher").write_text("MATCH (s:Stap {nr: 2}) SET s.naam = 'a;b'")
    return tmp_path


async def made(store: Store) -> list[object]:
    return [nr for [nr] in await store.rows("MATCH (s:Stap) RETURN s.nr ORDER BY s.nr", {})]


async def test_a_new_store_gets_every_step_a_version_and_a_secret(store: Store) -> None:
    assert [step.number for step in await migrate(store)] == list(range(1, len(known()) + 1))
    row = await store.read("MATCH (m:Meta {id: 'graaf'}) RETURN m.versie, m.migratie, m.cursorsleutel, keys(m)", {})
    assert row is not None
    assert row[:2] == [0, len(known())]
    assert re.fullmatch("[0-9a-f]{64}", row[2])
    assert "migratieBezig" not in row[3]


async def test_a_second_time_there_is_nothing_to_do(store: Store) -> None:
    await migrate(store)
    secret = await store.read("MATCH (m:Meta) RETURN m.cursorsleutel", {})
    assert await migrate(store) == []
    assert await store.read("MATCH (m:Meta) RETURN m.cursorsleutel", {}) == secret


async def test_steps_are_done_in_order_from_where_the_store_is(store: Store, steps: Path) -> None:
    assert [step.name for step in await migrate(store, steps)] == ["V0001__een", "V0002__twee"]
    (steps / "V0003__drie.cypher").write_text("CREATE (:Stap {nr: 3})")
    assert [step.name for step in await pending(store, steps)] == ["V0003__drie"]
    assert await made(store) == [1, 2]
    await migrate(store, steps)
    assert await made(store) == [1, 2, 3]
    assert await store.rows("MATCH (s:Stap) WHERE s.naam IS NOT NULL RETURN s.naam", {}) == [["a;b"]]


async def test_a_step_that_fails_leaves_the_store_as_it_was(store: Store, steps: Path) -> None:
    (steps / "V0003__kapot.cypher").write_text("CREATE (:Stap {nr: 3});\nCREATE (:Stap {nr: 4)")
    with pytest.raises(MigrationFailed) as failed:
        await migrate(store, steps)
    assert "V0003__kapot" in failed.value.melding
    assert await number(store) == 2
    assert await made(store) == [1, 2]


async def test_services_that_start_at_once_do_each_step_once(store: Store, steps: Path) -> None:
    await asyncio.gather(*(migrate(store, steps) for _ in range(4)))
    assert await made(store) == [1, 2]
    assert await number(store) == 2


async def test_a_store_of_a_newer_program_is_refused(store: Store) -> None:
    async def work(run: Run) -> None:
        await run("CREATE (:Meta {id: 'graaf', migratie: 9999})")

    await store.write(work)
    for refuses in (pending, migrate):
        with pytest.raises(StoreTooNew) as refused:
            await refuses(store)
        assert "9999" in refused.value.melding


@pytest.mark.parametrize(
    "name", ["0003__zonder_v.cypher", "V3__kort.cypher", "V0003_een_streepje.cypher", "V0004__gat.cypher"]
)
def test_a_file_out_of_line_is_refused(steps: Path, name: str) -> None:
    (steps / name).write_text("RETURN 1")
    with pytest.raises(MigrationFailed):
        known(steps)


def test_two_files_with_one_number_are_refused(steps: Path) -> None:
    (steps / "V0002__nog_een.cypher").write_text("RETURN 1")
    with pytest.raises(MigrationFailed):
        known(steps)


def test_the_steps_of_this_program_are_in_line() -> None:
    assert len(known(FOLDER)) >= 1


async def test_what_kind_of_thing_it_is_gets_the_name_it_has_in_files(store: Store) -> None:
    async def before(run: Run) -> None:
        await run("CREATE (:Entiteit:Partij:Organisatie {id: 'organisatie:a', soort: 'vereniging'})")
        await run("CREATE (:Entiteit:Oplossing {id: 'oplossing:a', soort: 'aanpak'})")
        told = '{"id":"organisatie:a","soort":"vereniging"}'
        await run("CREATE (:Feit {id: 'f:a', soort: 'organisatie', velden: $told})", {"told": told})
        await run("MERGE (m:Meta {id: 'graaf'}) SET m.migratie = 1")

    await store.write(before)
    await migrate(store)
    organisatie = "MATCH (n:Organisatie) RETURN n.soort, n.soortOrganisatie"
    assert await store.rows(organisatie, {}) == [["vereniging", "vereniging"]]
    assert await store.rows("MATCH (n:Oplossing) RETURN n.soort, n.soortOplossing", {}) == [[None, "aanpak"]]
    fact = await store.rows("MATCH (f:Feit) RETURN f.velden", {})
    assert fact == [['{"id":"organisatie:a","soortOrganisatie":"vereniging"}']]


async def test_changes_from_before_get_their_places_in_the_order_they_happened(store: Store) -> None:
    before = [
        ("a", "thema:zicht", "000000000001\tthema:zicht"),
        ("c", "persoon:iemand", "000000000002\tpersoon:iemand"),
        ("b", "beleidskader:stil", "000000000002\tbeleidskader:stil"),
        ("d", "thema:zicht", "000000000010\tthema:zicht"),
        ("e", "thema:weg", "000000000011\tthema:weg"),
    ]

    async def older(run: Run) -> None:
        await run("CREATE (:Meta {id: 'graaf', migratie: 3})")
        for key, ding, order in before:
            await run("CREATE (:Wijziging {id: $id, ding: $ding, volgorde: $volgorde})",
                      {"id": key, "ding": ding, "volgorde": order})  # fmt: skip
        for key, status in (
            ("thema:zicht", "GEPUBLICEERD"),
            ("persoon:iemand", "GEPUBLICEERD"),
            ("beleidskader:stil", "CONCEPT"),
        ):
            await run("CREATE (:Entiteit {id: $id, publicatieStatus: $s})", {"id": key, "s": status})

    await store.write(older)
    await migrate(store)
    rows = await store.rows(
        "MATCH (w:Wijziging) RETURN w.id, w.plaats, w.plaatsOpenbaar, w.dingSoort, w.volgorde ORDER BY w.plaats", {}
    )
    assert rows == [
        ["a", 1, 1, "THEMA", None],
        ["b", 2, None, "BELEIDSKADER", None],
        ["c", 3, None, "PERSOON", None],
        ["d", 4, 2, "THEMA", None],
        ["e", 5, None, "THEMA", None],
    ]
    assert await store.rows("MATCH (m:Meta {id: 'graaf'}) RETURN m.plaats, m.plaatsOpenbaar", {}) == [[5, 2]]
