"""What is missing and what runs out, on both engines: each kind found where it is, and nowhere else."""

from datetime import date
from pathlib import Path

import pytest

from graph.engine.store import Run, Store
from graph.upkeep import gaps
from graph.upkeep.gaps import KINDS, Gap
from tests.loaders.papers import SOLUTION, base, load, write

pytestmark = pytest.mark.anyio
TODAY = date(2026, 11, 30)
"""Of people: one with an office that ends soon, one whose office has no date, one who stopped and whom one may call."""
PEOPLE = """
MATCH (g:Gemeente {id: 'gemeente:gm9001'}), (o:Oplossing)
MERGE (a:Entiteit:Persoon {id: 'persoon:a', weergavenaam: 'Anna'})
MERGE (b:Entiteit:Persoon {id: 'persoon:b', weergavenaam: 'Bram'})
MERGE (c:Entiteit:Persoon {id: 'persoon:c', weergavenaam: 'Cor'})
MERGE (a)-[:WERKT_BIJ {id: 'a', functie: 'wethouder', van: '2024-01-01', tot: '2026-12-31'}]->(g)
MERGE (b)-[:WERKT_BIJ {id: 'b', functie: 'directeur'}]->(g)
MERGE (c)-[:WERKT_BIJ {id: 'c', tot: '2020-01-01'}]->(g)
MERGE (c)-[:CONTACT_VOOR {id: 'd'}]->(o)
MERGE (e:Entiteit:Traject {id: 'traject:e', weergavenaam: 'Eerst'})
"""


@pytest.fixture
async def shelf(store: Store, tmp_path: Path) -> Store:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    return store


async def put(store: Store, *texts: str) -> None:
    async def work(run: Run) -> None:
        for text in texts:
            await run(text)

    await store.write(work)


async def test_each_kind_is_found_where_it_is(shelf: Store) -> None:
    at_first = await gaps.counted(shelf.rows, TODAY)
    assert at_first.keys() == KINDS.keys()
    found = {kind: [gap.id for gap in await gaps.listed(shelf.rows, kind, TODAY, 10)] for kind in KINDS}
    assert {kind: len(ids) for kind, ids in found.items()} == at_first
    solution = "oplossing:eenloket-nandu"
    assert found["oude-bron"] == [solution], "of 2021"
    assert found["bron"] == [], "it has a page"
    assert found["knelpunt-zonder-oplossing"] == []
    [judged] = await gaps.listed(shelf.rows, "oordeel", TODAY, 10)
    assert (judged.id, judged.bij) == (solution, "bewijs")
    await put(
        shelf, PEOPLE, "MATCH (t:Toepassing) SET t.tot = '2027-01-15'", "MATCH (n:Knelpunt)<-[r:LOST_OP]-() DELETE r",
        "MATCH (d:Document) SET d.url = null, d.datum = null", "MATCH (o:Oplossing) SET o.contactpunten = []",
    )  # fmt: skip

    async def of(kind: str) -> list[Gap]:
        return await gaps.listed(shelf.rows, kind, TODAY, 10)

    assert await of("rol-zonder-datum") == [Gap("persoon:b", "Bram", "directeur, Waterdam")]
    assert await of("rol") == [Gap("persoon:a", "Anna", "Waterdam 2026-12-31")]
    assert Gap("persoon:c", "Cor", None) in await of("persoon-zonder-rol")
    assert Gap("persoon:a", "Anna", None) not in await of("persoon-zonder-rol")
    assert [(gap.id, gap.bij) for gap in await of("contact-zonder-rol")] == [
        (solution, "Cor"), (solution, "Ria de Wit"),
    ]  # fmt: skip
    assert [(gap.id, gap.bij) for gap in await of("toepassing")] == [(solution, "2027-01-15")]
    assert await of("toepassing-voorbij") == []
    assert await of("duo") == [Gap("traject:e", "Eerst", "mist een gemeente en een ministerie")]
    assert [gap.id for gap in await of("knelpunt-zonder-oplossing")] == ["knelpunt:wachten"]
    assert [gap.id for gap in await of("bron")] == [solution]
    assert await of("oude-bron") == [], "no date is not an old date"
    assert [gap.id for gap in await of("contact")] == [solution]
    later = date(2027, 2, 1)
    assert [gap.bij for gap in await gaps.listed(shelf.rows, "toepassing-voorbij", later, 10)] == ["2027-01-15"]


async def test_a_long_list_is_read_by_the_page(shelf: Store) -> None:
    await put(shelf, "UNWIND range(1, 7) AS n MERGE (:Entiteit:Traject {id: 'traject:' + n, weergavenaam: 'Nr ' + n})")
    assert (await gaps.counted(shelf.rows, TODAY))["duo"] == 7
    pages = [await gaps.listed(shelf.rows, "duo", TODAY, 3, skip) for skip in (0, 3, 6)]
    assert [gap.naam for page in pages for gap in page] == [f"Nr {n}" for n in range(1, 8)]
