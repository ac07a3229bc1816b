"""What a thing or a fact rests on, with the passage."""

import re
from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import NotFound
from loaders.curate.why import why
from tests.loaders.papers import LIST, SOLUTION, base, load, write

pytestmark = pytest.mark.anyio


async def test_a_thing_shows_the_passages_behind_itself_its_properties_and_its_relationships(
    store: Store, tmp_path: Path
) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    found = await why(store.rows, MODEL, "oplossing:eenloket-nandu")
    quotes = {reason.zin: [q.passage for fact in reason.feiten for q in fact.quotes] for reason in found.redenen}
    assert found.naam == "Éénloket Ñandu"
    assert quotes["Éénloket Ñandu: rijpheid is BEPROEFD"] == ["Het loket draait in Waterdam.", "Rijpheid: BEPROEFD."]
    assert "Een blog over het loket." in quotes["Éénloket Ñandu bestaat"]
    [solved] = [zin for zin in quotes if "LOST_OP" in zin]
    assert solved.startswith("Éénloket Ñandu → Mensen wachten te lang")
    assert quotes[solved] == ["Knelpunten: knelpunt:wachten."]
    assert all(quotes.values())


async def test_a_relationship_reads_from_source_to_target_from_either_side(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, lijst_txt=LIST))
    sides = [await why(store.rows, MODEL, key) for key in ("persoon:bram-oud", "departement:bos")]
    said = [{r.zin for r in side.redenen if "WERKT_BIJ" in r.zin} for side in sides]
    assert all(zin.startswith("Bram Oud → ") for zin in said[0])
    assert all(zin.startswith("Bram Oud [persoon:bram-oud] → ") for zin in said[1]), "the other end has its id"
    plain = [{re.sub(r" \[[^]]*\]", "", zin) for zin in each} for each in said]
    assert plain[1] < plain[0]


async def test_a_fact_shows_its_own_passages(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, lijst_txt=LIST))
    [[fact]] = await store.rows("MATCH (:Persoon {id: 'persoon:anna-de-wit'})-[r:WERKT_BIJ]->() RETURN r.feiten[0]", {})
    found = await why(store.rows, MODEL, fact)
    [reason] = found.redenen
    assert reason.zin.startswith("Anna de Wit WERKT_BIJ ")
    assert [(q.passage, q.bestand) for q in reason.feiten[0].quotes] == [
        ("Anna de Wit – wethouder, gemeente Waterdam", "lijst.txt")
    ]


@pytest.mark.parametrize("key", ["persoon:niemand", "feit:000", "zomaar"])
async def test_an_unknown_id_is_refused(store: Store, tmp_path: Path, key: str) -> None:
    await base(store, tmp_path)
    with pytest.raises(NotFound, match=key):
        await why(store.rows, MODEL, key)
