"""Many things at once."""

from pathlib import Path
from typing import Any

import pytest

from graph.engine.store import Store
from tests.loaders.papers import base
from tests.writing import FAULTS, Writer

pytestmark = pytest.mark.anyio
LOAD = f"""
mutation ($invoer: LadingInvoer!) {{ laad(invoer: $invoer) {{
  lading {{ id bronnen {{ nodes {{ titel }} }} }} telling {{ aangemaakt bijgewerkt ongewijzigd }}
  verschil {{ soort entiteit {{ id }} }} {FAULTS} }} }}
"""
MARK = "a" * 64
RESTS = [{"bron": f"bron:{MARK[:20]}", "passage": "Zo staat het er"}]
SAID: dict[str, Any] = {
    "idempotentieSleutel": "eerste",
    "bronnen": [{"titel": "Een rapport", "soort": "rapport", "sha256": MARK, "url": "https://voorbeeld.test/r"}],
    "knelpunten": [{"externeSleutel": "k1", "titel": "Brieven zijn moeilijk", "onderbouwing": RESTS}],
    "oplossingen": [
        {"externeSleutel": "o1", "titel": "Heldere brieven", "rijpheid": "PILOT", "lostOp": ["k1"],
         "onderbouwing": RESTS},
    ],
    "relaties": [
        {"soort": "ERVAART", "van": "gemeente:gm9001", "naar": "k1", "onderbouwing": RESTS,
         "eigenschappen": [{"naam": "ernst", "waarde": "3"}]},
    ],
}  # fmt: skip


@pytest.fixture
async def writer(store: Store, tmp_path: Path) -> Writer:
    await base(store, tmp_path)
    return await Writer.on(store)


async def laad(writer: Writer, **given: Any) -> Any:
    return (await writer.data(LOAD, invoer={**SAID, **given}))["laad"]


async def counted(writer: Writer) -> list[Any]:
    return (await writer.store.rows("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)", {}))[0]


async def test_everything_comes_in_with_its_sources(writer: Writer) -> None:
    found = await laad(writer)
    assert found["fouten"] == []
    assert found["telling"]["aangemaakt"] == 4
    assert "Een rapport" in {bron["titel"] for bron in found["lading"]["bronnen"]["nodes"]}
    assert {row["entiteit"]["id"] for row in found["verschil"]} == {
        "knelpunt:brieven-zijn-moeilijk", "oplossing:heldere-brieven", "gemeente:gm9001",
    }  # fmt: skip
    tie = "MATCH (:Gemeente {id: 'gemeente:gm9001'})-[r:ERVAART]->(k:Knelpunt) RETURN k.externeSleutel, r.ernst"
    assert await writer.store.rows(tie, {}) == [["k1", 3]]
    assert await laad(writer) == found, "the same key is done once"


async def test_trying_shows_the_difference_and_writes_nothing(writer: Writer) -> None:
    before = await counted(writer)
    found = await laad(writer, proefdraai=True)
    assert found["lading"] is None
    assert found["telling"]["aangemaakt"] == 4
    assert {row["soort"] for row in found["verschil"]} >= {"AANGEMAAKT"}
    assert await counted(writer) == before
    assert (await laad(writer))["lading"] is not None, "trying does not use up the key"


async def test_a_mistake_takes_all_back_or_is_left_out(writer: Writer) -> None:
    wrong = {**SAID["knelpunten"][0], "externeSleutel": "k2", "titel": "Nog een", "themas": ["thema:weg"]}
    before = await counted(writer)
    none = await laad(writer, knelpunten=[*SAID["knelpunten"], wrong])
    assert none["lading"] is None
    assert await counted(writer) == before
    assert none["fouten"][0]["pad"] == ["invoer", "knelpunten", "1", "themas", "0"]
    rest = await laad(writer, knelpunten=[*SAID["knelpunten"], wrong], bijFout="SLA_OVER")
    assert rest["telling"]["aangemaakt"] == 4
    assert len(rest["fouten"]) == 1


async def test_what_is_no_mark_or_nothing_at_all_is_refused(writer: Writer) -> None:
    odd = await laad(writer, bronnen=[{**SAID["bronnen"][0], "sha256": "geen"}])
    assert odd["fouten"][0]["pad"] == ["invoer", "bronnen", "0"]
    empty = await laad(writer, knelpunten=[], oplossingen=[], relaties=[])
    assert empty["fouten"][0]["pad"] == ["invoer"]
    answer = await writer(LOAD, invoer={**SAID, "bronnen": [{**SAID["bronnen"][0], "url": "javascript:alert(1)"}]})
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
