"""vergeet: a name is planted in every place there is, and afterwards it is nowhere, whatever is loaded after."""

import re
from pathlib import Path
from typing import Any

import orjson
import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.erasure import forgotten
from graph.erasure.forgotten import NOBODY
from graph.errors import NotFound
from graph.search import unanswered
from graph.upkeep import repeats
from loaders.curate.check import check
from loaders.curate.forget import forget, forget_again
from loaders.curate.merge_things import merge
from loaders.load.apply import moment
from loaders.load.undo import undo
from tests.conftest import empty
from tests.loaders.curate.test_check import TODAY
from tests.loaders.papers import base, load, read, write

pytestmark = pytest.mark.anyio

WHO = "persoon:zoe-van-quast"
PLANTED = re.compile(
    r"zo[eë][\s_-]+van[\s_-]+quast|quast,? +zo[eë](?! ?quast)|\bz[ .]+van[ .]+quast|mevrouw van quast", re.IGNORECASE
)
PEOPLE = """\
feiten:
  - {soort: persoon, naam: Zoë van Quast, email: z.van.quast@waterdam.test, emailToestemming: 2024-01-02}
  - {soort: persoon, naam: Zoë Quast-Bos}
  - {soort: rol, persoon: Zoë van Quast, functie: wethouder, organisatie: Waterdam, van: 2019-01-01}
  - {soort: rol, persoon: Z. van Quast, functie: adviseur, organisatie: Koepel}
  - {soort: rol, persoon: Anna de Wit, functie: directeur, organisatie: Koepel}
  - {soort: lid, persoon: Zoë van Quast, organisatie: Raad van Wijzen}
"""
SHELF = """\
feiten:
  - soort: oplossing
    externeSleutel: opl-7
    titel: Loket van Quast
    samenvatting: "Bedacht door Zoë  VAN\\nQuast en (Quast, Zoë)."
    synoniemen: [balie van mevrouw Van Quast]
    knelpunten: [knelpunt:wachten]
    ontwikkeldDoor: [Waterdam]
    contact: [Zoë van Quast]
    bronnen:
      - titel: Gesprek met Zoë van Quast
        url: https://voorbeeld.test/zoe-van-quast
        zegt: Zoë van Quast zegt het.
        over: [titel]
"""
MINUTES = """\
Aanwezig waren:
Zoë van Quast – wethouder, gemeente Waterdam
Anna de Wit – directeur Koepel

Volgens mevrouw Van Quast werkt het loket goed.
"""


async def everything(store: Store) -> str:
    """All that the graph holds, as one text."""
    nodes = await store.rows("MATCH (n) RETURN labels(n), properties(n)", {})
    edges = await store.rows("MATCH (a)-[r]->(b) RETURN type(r), a.id, b.id, properties(r)", {})
    return orjson.dumps([nodes, edges]).decode().replace("\\\\n", " ").replace("\\n", " ").replace("\\", "")


async def planted(store: Store, folder: Path) -> list[Path]:
    """Somebody in things, ties, facts, passages, documents, history, receipts, old ids and unanswered questions."""
    await base(store, folder)
    paths = write(folder, mensen_yaml=PEOPLE, plank_yaml=SHELF, verslag_txt=MINUTES)
    await load(store, paths, door="Zoë van Quast")
    await unanswered.prepare(store)
    answer = {"persoon": {"naam": "Zoë van Quast"}, "aantal": 1}
    await store.write(lambda run: repeats.keep(run, moment(), repeats.Repeat("herhaling:1", "x"), answer))
    await unanswered.keep(store, "loket van zoe van quast", None, None, "2026-11-01")
    if await store.rows("MATCH (p:Persoon {id: 'persoon:z-van-quast'}) RETURN p.id", {}):
        await merge(store, MODEL, [WHO, "persoon:z-van-quast"], "tester")
    assert PLANTED.search(await everything(store))
    return paths


async def counts(store: Store) -> list[Any]:
    rows = await store.rows("MATCH (n:Entiteit) RETURN n.id ORDER BY n.id", {})
    return [row[0] for row in rows]


async def test_a_planted_name_is_found_nowhere_after_forgetting_and_after_loading_again(
    store: Store, tmp_path: Path
) -> None:
    paths = await planted(store, tmp_path)
    before = await counts(store)
    done = await forget(store, MODEL, WHO)
    assert done.facts >= 4
    assert done.passages >= 4
    assert done.texts >= 2
    assert not done.namesakes
    left = await everything(store)
    assert not PLANTED.search(left), PLANTED.findall(left)
    assert "zoe-van-quast" not in left
    assert "z.van.quast@" not in left
    assert NOBODY in left
    assert '"aantal":1' in left, "an answer that was given is not given twice"
    assert await counts(store) == [key for key in before if key != WHO], "everybody else is there"
    assert "Zoë Quast-Bos" in left

    again = await load(store, paths)
    assert again.vergeten >= 3
    left = await everything(store)
    assert not PLANTED.search(left), PLANTED.findall(left)
    assert "Anna de Wit" in left
    assert not [found for found in await check(store.rows, MODEL, TODAY) if found.fout]


async def test_history_keeps_its_places_and_loses_what_it_said(store: Store, tmp_path: Path) -> None:
    await planted(store, tmp_path)
    text = "MATCH (w:Wijziging) RETURN w.plaats, w.plaatsOpenbaar ORDER BY w.plaats"
    before = await store.rows(text, {})
    await forget(store, MODEL, WHO)
    assert await store.rows(text, {}) == before
    rows = await store.rows("MATCH (w:Wijziging) WHERE w.ding STARTS WITH 'persoon:vergeten-' RETURN w.velden", {})
    assert rows
    assert {key for [fields] in rows for each in fields for key in orjson.loads(each)} == {"veld"}


async def test_a_load_can_be_taken_back_and_does_not_bring_him_back(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, mensen_yaml=PEOPLE.replace("Z. van Quast", "Zoë van Quast")))
    bon = await load(store, write(tmp_path, plank_yaml=SHELF))
    await forget(store, MODEL, WHO)
    await undo(store, MODEL, bon.lading)
    left = await everything(store)
    assert not PLANTED.search(left), PLANTED.findall(left)
    assert "oplossing:loket-van-quast" not in await counts(store)


async def test_a_copy_from_before_is_cleaned_by_the_hashes_alone(store: Store, tmp_path: Path) -> None:
    await planted(store, tmp_path)
    done = await forget(store, MODEL, WHO)
    key = await store.write(forgotten.key_of)
    await empty(store)
    await planted(store, tmp_path)
    again = await forget_again(store, MODEL, done.own, done.marks, key)
    assert again.facts == done.facts
    left = await everything(store)
    assert not PLANTED.search(left), PLANTED.findall(left)
    assert WHO not in await counts(store)


async def test_who_has_a_namesake_goes_himself_and_the_name_stays(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    twin = "feiten:\n  - {soort: persoon, id: 'persoon:zoe-van-quast-2', naam: Zoë van Quast}\n"
    await load(store, write(tmp_path, mensen_yaml=PEOPLE))
    await load(store, write(tmp_path, ander_yaml=twin))
    done = await forget(store, MODEL, WHO)
    assert done.namesakes
    left = await counts(store)
    assert WHO not in left
    assert "persoon:zoe-van-quast-2" in left


async def test_who_is_not_there_is_not_forgotten(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    for wrong in ("persoon:niemand", "thema:schulden"):
        with pytest.raises(NotFound):
            await forget(store, MODEL, wrong)
    assert await store.rows("MATCH (v:Vergeten) RETURN v.id", {}) == []


async def test_what_is_read_again_proposes_him_and_the_load_keeps_him_out(store: Store, tmp_path: Path) -> None:
    paths = await planted(store, tmp_path)
    await forget(store, MODEL, WHO)
    intake = await read(store, paths)
    assert any(fact.soort == "persoon" for fact in intake.proposal.feiten)
    for fact in intake.proposal.feiten:
        fact.besluit = "nee"
    bon = await load(store, paths)
    assert bon.vergeten
    assert not PLANTED.search(await everything(store))
