"""Publish and withdraw, merge, confirm, and take back."""

from pathlib import Path
from typing import Any

import pytest

from graph.contents import history
from graph.engine.store import Store
from tests.loaders.papers import SOLUTION, base, load, write
from tests.writing import APPLY, FAULTS, UTRECHT, Writer

pytestmark = pytest.mark.anyio
SOLVES = "oplossing:eenloket-nandu"
PUBLISH = f"""
mutation ($id: ID!, $naar: PublicatieStatus!, $versie: Int!, $reden: String, $door: ID) {{
  publicatieWijzigen(id: $id, naar: $naar, verwachteVersie: $versie, reden: $reden, vervangenDoor: $door) {{
    entiteit {{ id publicatieStatus versie }} {FAULTS} }} }}
"""
MERGE = f"""
mutation ($behoud: ID!, $opgaan: [ID!]!, $versie: Int) {{
  samenvoegen(behoud: $behoud, opgaan: $opgaan, verwachteVersie: $versie) {{ entiteit {{ id versie }} {FAULTS} }} }}
"""
CONFIRM = f"""
mutation ($id: ID!, $ja: Boolean!) {{
  vermeldingBevestigen(id: $id, bevestigd: $ja) {{ entiteit {{ id }} {FAULTS} }} }}
"""
BACK = f"""
mutation ($lading: ID!) {{ ladingTerugdraaien(lading: $lading) {{
  lading {{ id teruggedraaid }} telling {{ bijgewerkt }} verschil {{ soort entiteit {{ id }} }} {FAULTS} }} }}
"""


@pytest.fixture
async def writer(store: Store, tmp_path: Path) -> Writer:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION), "Ria")
    return await Writer.on(store)


async def publish(writer: Writer, naar: str, versie: int = 1, **given: Any) -> Any:
    return (await writer.data(PUBLISH, id=SOLVES, naar=naar, versie=versie, **given))["publicatieWijzigen"]


async def test_publication_goes_step_by_step(writer: Writer) -> None:
    assert "Van GEPUBLICEERD kun je naar" in (await publish(writer, "CONCEPT"))["fouten"][0]["melding"]
    assert (await publish(writer, "GEPUBLICEERD"))["fouten"][0]["code"] == "CONFLICT", "it is that already"
    assert (await publish(writer, "INGETROKKEN"))["fouten"][0]["pad"] == ["reden"]
    lost = await publish(writer, "INGETROKKEN", reden="Oud", door="oplossing:weg")
    assert (lost["fouten"][0]["__typename"], lost["fouten"][0]["pad"]) == ("NietGevonden", ["vervangenDoor"])
    gone = await publish(writer, "INGETROKKEN", reden="Bestaat niet meer", door="knelpunt:wachten")
    assert gone["entiteit"] == {"id": SOLVES, "publicatieStatus": "INGETROKKEN", "versie": 2}
    kept = "MATCH (n:Oplossing) RETURN n.publicatieReden, n.vervangenDoor"
    assert await writer.store.rows(kept, {}) == [["Bestaat niet meer", "knelpunt:wachten"]]
    new, _ = await history.of(writer.store.rows, SOLVES, 5)
    assert (new.soort, new.door) == ("INGETROKKEN", "pb-sleutel")
    back = await publish(writer, "TER_BEOORDELING", versie=1)
    assert back["fouten"][0]["__typename"] == "VersieConflict"
    again = await publish(writer, "TER_BEOORDELING", versie=2)
    assert again["entiteit"]["publicatieStatus"] == "TER_BEOORDELING"
    assert await writer.store.rows(kept, {}) == [[None, None]]


async def test_two_things_become_one(writer: Writer, tmp_path: Path) -> None:
    await load(writer.store, write(tmp_path, b_yaml="feiten:\n  - {soort: thema, naam: Geldzorgen}\n"))
    ids = {"behoud": "thema:schulden", "opgaan": ["thema:geldzorgen"]}
    late = (await writer.data(MERGE, **ids, versie=7))["samenvoegen"]["fouten"][0]
    assert (late["__typename"], late["huidigeVersie"]) == ("VersieConflict", 1)
    assert (await writer.data(MERGE, **ids))["samenvoegen"]["entiteit"] == {"id": "thema:schulden", "versie": 2}
    lost = (await writer.data(MERGE, behoud="thema:schulden", opgaan=["thema:weg"]))["samenvoegen"]
    assert lost["fouten"][0]["code"] == "NOT_FOUND"
    kinds = (await writer.data(MERGE, behoud="thema:schulden", opgaan=["knelpunt:wachten"]))["samenvoegen"]
    assert kinds["fouten"][0]["code"] == "CONFLICT"
    assert kinds["entiteit"] is None


async def test_an_old_id_still_means_what_it_became(writer: Writer, tmp_path: Path) -> None:
    other = SOLUTION.replace("Éénloket Ñandu", "Loket Twee").replace("opl-1", "opl-2").replace("GM9001", "GM9002")
    await load(writer.store, write(tmp_path, c_yaml=other), "Ria")
    await writer.data(MERGE, behoud=SOLVES, opgaan=["oplossing:loket-twee"])
    said = {"oplossing": "oplossing:loket-twee", "status": "OVERWEEGT"}
    found = (await writer.data(APPLY, UTRECHT, invoer=said))["toepassingMelden"]
    assert found["toepassing"]["oplossing"]["id"] == SOLVES


async def test_a_passage_is_confirmed_and_taken_back_with_its_history(writer: Writer) -> None:
    said = {"oplossing": SOLVES, "status": "OVERWEEGT"}
    made = (await writer.data(APPLY, UTRECHT, invoer=said))["toepassingMelden"]["toepassing"]
    text = "MATCH (p:Passage)-[:UIT]->(d:Document {soort: 'melding'}) RETURN p.id, p.bevestigd"
    [[key, looked]] = await writer.store.rows(text, {})
    assert looked is False
    found = (await writer.data(CONFIRM, id=key, ja=True))["vermeldingBevestigen"]
    assert found == {"entiteit": {"id": made["id"]}, "fouten": []}
    assert (await writer.store.rows(text, {}))[0][1] is True
    new, *_ = await history.of(writer.store.rows, made["id"], 5)
    assert [(f.veld, f.nieuw) for f in new.velden] == [("BLIJKT_UIT", key)]
    lost = (await writer.data(CONFIRM, id="vermelding:weg", ja=True))["vermeldingBevestigen"]
    assert lost["fouten"][0]["__typename"] == "NietGevonden"


async def test_a_report_goes_back_like_any_load(writer: Writer) -> None:
    said = {"oplossing": SOLVES, "status": "GESTOPT", "redenGestopt": "Te duur"}
    await writer.data(APPLY, UTRECHT, invoer=said)
    [[load_id]] = await writer.store.rows("MATCH (l:Lading) RETURN l.id ORDER BY l.graafversie DESC LIMIT 1", {})
    back = (await writer.data(BACK, lading=load_id))["ladingTerugdraaien"]
    assert back["lading"] == {"id": load_id, "teruggedraaid": True}
    assert back["fouten"] == []
    assert {row["soort"] for row in back["verschil"]} == {"TERUGGEDRAAID"}
    [[status, reason]] = await writer.store.rows("MATCH (t:Toepassing) RETURN t.status, t.redenGestopt", {})
    assert (status, reason) == ("IN_GEBRUIK", None)
    twice = (await writer.data(BACK, lading=load_id))["ladingTerugdraaien"]
    assert twice["fouten"][0]["code"] == "CONFLICT"
    assert (await writer.data(BACK, lading="lading:weg"))["ladingTerugdraaien"]["fouten"][0]["code"] == "NOT_FOUND"
