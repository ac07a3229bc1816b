"""A way to reach somebody comes in with the day of the consent for it, or not at all: not in a field, a fact or a
passage."""

from pathlib import Path

import orjson
import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.upkeep import migrations
from loaders.load.undo import undo
from tests.loaders.papers import base, load, write

pytestmark = pytest.mark.anyio
ADDRESS = "zoe@waterdam.test"
WITHOUT = "feiten:\n  - {soort: persoon, naam: Zoë van Quast, email: zoe@waterdam.test}\n"
WITH = "feiten:\n  - {soort: persoon, naam: Zoë van Quast, email: zoe@waterdam.test, emailToestemming: 2024-05-06}\n"
DAY = "feiten:\n  - {soort: persoon, naam: Zoë van Quast, emailToestemming: 2024-05-06}\n"
MINUTES = """\
Aanwezig waren:
Zoë van Quast – wethouder, gemeente Waterdam, zoe@waterdam.test, 06 12345678
Anna de Wit – directeur Koepel, tel. 030-1234567
"""


async def everything(store: Store) -> str:
    rows = [
        await store.rows("MATCH (n) RETURN properties(n)", {}),
        await store.rows("MATCH ()-[r]->() RETURN properties(r)", {}),
    ]
    return orjson.dumps(rows).decode()


async def address(store: Store) -> object:
    row = await store.read("MATCH (p:Persoon {id: 'persoon:zoe-van-quast'}) RETURN p.email", {})
    return row and row[0]


async def test_without_consent_an_address_is_nowhere(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    bon = await load(store, write(tmp_path, mens_yaml=WITHOUT))
    assert bon.zonder_toestemming == 1
    assert await address(store) is None
    assert ADDRESS not in await everything(store)
    again = await load(store, write(tmp_path, mens_yaml=WITHOUT))
    assert again.aangemaakt == again.bijgewerkt == 0
    await undo(store, MODEL, bon.lading)
    assert ADDRESS not in await everything(store)


@pytest.mark.parametrize("papers", [(WITH,), (DAY, WITHOUT)])
async def test_with_the_day_of_the_consent_it_is_kept(store: Store, tmp_path: Path, papers: tuple[str, ...]) -> None:
    await base(store, tmp_path)
    for number, paper in enumerate(papers):
        bon = await load(store, write(tmp_path, **{f"mens{number}_yaml": paper}))
        assert bon.zonder_toestemming == 0
    assert await address(store) == ADDRESS


async def test_passages_about_people_hold_no_way_to_reach_them(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, verslag_txt=MINUTES))
    left = await everything(store)
    assert "Zoë van Quast" in left
    for way in (ADDRESS, "12345678", "1234567"):
        assert way not in left


async def test_a_graph_of_before_loses_what_has_no_consent(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, mens_yaml=WITH))
    text = "MATCH (p:Persoon {id: 'persoon:zoe-van-quast'}) REMOVE p.emailToestemming"
    await store.write(lambda run: run(text, {}))
    [step] = [each for each in migrations.known() if each.name.endswith("alleen_met_toestemming")]
    for statement in step.statements:
        await store.write(lambda run, statement=statement: run(statement, {}))  # type: ignore[misc]
    assert await address(store) is None
    rows = await store.rows("MATCH (p:Passage) WHERE p.passage CONTAINS '@' RETURN p.id", {})
    assert rows == []
