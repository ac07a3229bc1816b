"""A graph, a proposal and a receipt from when ids of facts and passages began otherwise: all go on working."""

import re
from pathlib import Path

import pytest

from graph.domain.first_spelling import PREFIXES
from graph.domain.provenance import MODEL
from graph.engine.store import Run, Store
from graph.upkeep.migrations import migrate
from loaders.curate.why import why
from loaders.load.apply import apply
from loaders.load.undo import undo
from loaders.proposal.proposal import from_json
from tests.loaders.papers import LIST, SOLUTION, base, load, picture, read, write

pytestmark = pytest.mark.anyio

LABELS = {"feit": "Feit", "vermelding": "Passage", "bron": "Document"}


async def aged(store: Store) -> None:
    """Spell the ids in the graph as they were at first, and say that the last step is still to be done."""

    async def work(run: Run) -> None:
        for first, now in PREFIXES.items():
            cut = len(now)
            await run(f"MATCH (n:{LABELS[now]}) SET n.id = '{first}' + substring(n.id, {cut})", {})
            there = f"MATCH ()-[r]->() WHERE r.id STARTS WITH '{now}:' SET r.id = '{first}' + substring(r.id, {cut})"
            await run(there, {})
            undoing = f"MATCH (n:Lading) SET n.ongedaan = replace(n.ongedaan, '\"{now}:', '\"{first}:')"
            await run(undoing, {})
        await run("MATCH (n:Entiteit) SET n.feiten = [f IN n.feiten | 'f' + substring(f, 4)]", {})
        await run(
            "MATCH ()-[r]->() WHERE r.feiten IS NOT NULL SET r.feiten = [f IN r.feiten | 'f' + substring(f, 4)]", {}
        )
        await run("MERGE (m:Meta {id: 'graaf'}) SET m.migratie = 2", {})

    await store.write(work)


def first_spelt(text: str) -> str:
    for first, now in PREFIXES.items():
        text = re.sub(rf'"{now}:(?=[0-9a-f]{{20}})', f'"{first}:', text)
    return text


async def test_the_step_gives_every_id_the_prefix_of_its_type_and_nothing_else(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION, lijst_txt=LIST))
    whole = await picture(store)
    await aged(store)
    assert '"f:' in str(await picture(store)).replace("'", '"')
    await migrate(store)
    assert await picture(store) == whole


async def test_the_same_documents_are_the_same_load(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    paths = write(tmp_path, oplossing_yaml=SOLUTION, lijst_txt=LIST)
    bon = await load(store, paths)
    await aged(store)
    await migrate(store)
    again = await load(store, paths)
    assert (again.lading, again.al_geladen) == (bon.lading, True)


async def test_a_load_from_before_can_be_taken_back(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    before = await picture(store)
    bon = await load(store, write(tmp_path, oplossing_yaml=SOLUTION, lijst_txt=LIST))
    await aged(store)
    await migrate(store)
    await undo(store, MODEL, bon.lading)
    assert await picture(store) == before


async def test_a_proposal_from_before_loads_what_a_new_one_loads(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    proposal = (await read(store, write(tmp_path, lijst_txt=LIST))).proposal
    text = proposal.to_json().decode()
    assert first_spelt(text) != text
    older = from_json(first_spelt(text).encode(), "voorstel.json")
    assert older == proposal
    await apply(store, MODEL, older, "tester")
    assert (await apply(store, MODEL, proposal, "tester")).al_geladen


async def test_an_id_from_before_explains_the_same_fact(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, lijst_txt=LIST))
    [[key]] = await store.rows("MATCH (f:Feit {gezegde: 'WERKT_BIJ'}) RETURN f.id ORDER BY f.id LIMIT 1", {})
    assert await why(store.rows, MODEL, first_spelt(f'"{key}"').strip('"')) == await why(store.rows, MODEL, key)
