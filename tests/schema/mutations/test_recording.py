"""What the programme records: the same key from outside is the same thing, and everything rests on something."""

from pathlib import Path
from typing import Any

import pytest

from graph.engine.store import Store
from tests.loaders.papers import SOLUTION, base, load, write
from tests.writing import FAULTS, UTRECHT, Writer

pytestmark = pytest.mark.anyio
PROBLEM = f"""
mutation ($invoer: KnelpuntInvoer!, $versie: Int, $dubbel: Boolean! = false) {{
  knelpuntVastleggen(invoer: $invoer, verwachteVersie: $versie, ookAlsDubbel: $dubbel) {{
    knelpunt {{ id titel externeSleutel fase oorzaken versie themas {{ nodes {{ id }} }}
      herkomst {{ nodes {{ passage zekerheid van bron {{ id }} }} }} }} {FAULTS} }} }}
"""
SOLVED = f"""
mutation ($invoer: OplossingInvoer!, $versie: Int) {{
  oplossingVastleggen(invoer: $invoer, verwachteVersie: $versie) {{
    oplossing {{ id titel rijpheid bewijs versie knelpunten {{ nodes {{ id }} }} }} {FAULTS} }} }}
"""


@pytest.fixture
async def writer(store: Store, tmp_path: Path) -> Writer:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION), "Ria")
    return await Writer.on(store)


async def source(writer: Writer) -> str:
    rows = await writer.store.rows("MATCH (d:Document) WHERE d.url IS NOT NULL RETURN d.id ORDER BY d.id LIMIT 1", {})
    return str(rows[0][0])


async def problem(writer: Writer, versie: int | None = None, dubbel: bool = False, **given: Any) -> Any:
    bron = {"bron": await source(writer), "passage": "Zo staat het er", "zekerheid": 0.8}
    said = {"externeSleutel": "kn-1", "titel": "De aanvraag duurt", "onderbouwing": [bron], **given}
    return (await writer.data(PROBLEM, invoer=said, versie=versie, dubbel=dubbel))["knelpuntVastleggen"]


async def test_a_knelpunt_is_recorded_with_the_passage_behind_it(writer: Writer) -> None:
    found = (await problem(writer, oorzaken=["ICT"], themas=["thema:schulden"]))["knelpunt"]
    assert (found["id"], found["fase"], found["oorzaken"]) == ("knelpunt:de-aanvraag-duurt", "GESIGNALEERD", ["ICT"])
    passages = {p["passage"]: p for p in found["herkomst"]["nodes"]}
    assert passages["Zo staat het er"]["bron"]["id"] == await source(writer)
    assert passages["Zo staat het er"]["zekerheid"] == 0.8
    assert passages["Zo staat het er"]["van"] is None, "nobody said where in the source"


async def test_the_same_key_from_outside_is_the_same_thing(writer: Writer) -> None:
    first = (await problem(writer))["knelpunt"]
    again = (await problem(writer, titel="De aanvraag duurt te lang", versie=first["versie"]))["knelpunt"]
    assert (again["id"], again["titel"]) == (first["id"], "De aanvraag duurt te lang")
    clash = await problem(writer, titel="Nog anders", versie=first["versie"])
    assert [f["__typename"] for f in clash["fouten"]] == ["VersieConflict"]
    assert clash["fouten"][0]["velden"][0]["door"] == "pb-sleutel", "who looks after the graph may know"


async def test_another_key_with_the_same_name_is_perhaps_a_double(writer: Writer) -> None:
    first = (await problem(writer))["knelpunt"]["id"]
    twice = await problem(writer, externeSleutel="kn-2")
    assert twice["fouten"][0]["kandidaten"] == [{"id": first}]
    meant = await problem(writer, externeSleutel="kn-2", dubbel=True)
    assert meant["knelpunt"]["id"] == f"{first}-2"


async def test_a_source_has_to_be_there(writer: Writer) -> None:
    lost = await problem(writer, onderbouwing=[{"bron": "bron:weg"}])
    assert [(f["__typename"], f["pad"]) for f in lost["fouten"]] == [("NietGevonden", ["invoer", "onderbouwing"])]
    odd = await problem(writer, onderbouwing=[{"bron": await source(writer), "zekerheid": 3}])
    assert odd["fouten"][0]["code"] == "BAD_USER_INPUT"


async def test_an_oplossing_and_the_rules_of_the_domain(writer: Writer) -> None:
    said: dict[str, Any] = {
        "externeSleutel": "opl-9", "titel": "Bellen", "rijpheid": "PILOT", "lostOp": ["knelpunt:wachten"],
        "onderbouwing": [{"bron": await source(writer), "passage": "Zij bellen"}],
    }  # fmt: skip
    found = (await writer.data(SOLVED, invoer=said))["oplossingVastleggen"]["oplossing"]
    assert (found["id"], found["bewijs"]) == ("oplossing:bellen", "NIET_BEOORDEELD")
    assert found["knelpunten"]["nodes"] == [{"id": "knelpunt:wachten"}]
    ready = (await writer.data(SOLVED, invoer={**said, "rijpheid": "PASKLAAR"}))["oplossingVastleggen"]
    assert "PASKLAAR zonder materiaal" in ready["fouten"][0]["melding"]
    lost = (await writer.data(SOLVED, invoer={**said, "lostOp": ["thema:schulden"]}))["oplossingVastleggen"]
    assert lost["fouten"][0]["pad"] == ["invoer", "lostOp", "0"]
    answer = await writer(SOLVED, UTRECHT, invoer=said)
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
