"""Meldingen at the desk over HTTP, on both engines: beside what they are about, answered once, put on the shelf."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.domain.vocabulary import Rol
from graph.engine.store import Store
from opdeplank.bureau.signing_in import FIELD
from opdeplank.bureau.views.melding_desk import A_PAGE
from opdeplank.keys.key import new
from opdeplank.keys.key_file import KeyFile
from opdeplank.meldingen.melding import Melding, MeldingSoort, MeldingStand
from opdeplank.meldingen.melding_file import MeldingFile
from tests.fake_store import FakeStore
from tests.opdeplank.bureau.views.offices import BUREAU, come_in, desk
from tests.opdeplank.meldingen.test_melding_file import melding
from tests.opdeplank.pages.meld.test_melding_page import visitor
from tests.writing import APPLY

__all__ = ["desk"]
pytestmark = pytest.mark.anyio
THING = "oplossing:eenloket-nandu"
TEXT = "Het loket is <script>alert(1)</script> gesloten."


@pytest.fixture
def file(tmp_path: Path) -> MeldingFile:
    return MeldingFile(tmp_path)


def said(**given: Any) -> Melding:
    return melding(**{"tekst": TEXT, "over": THING, "gemeente": None, **given})


async def send(client: httpx.AsyncClient, address: str, **fields: Any) -> httpx.Response:
    stamp = re.search(rf'name="{FIELD}" value="(\w+)"', (await client.get("/werkbank")).text)
    assert stamp
    return await client.post(f"/werkbank/melding/{address}", data={FIELD: stamp[1], **fields})


async def test_one_is_read_beside_what_it_is_about_and_answered_once(
    desk: httpx.AsyncClient, file: MeldingFile
) -> None:  # fmt: skip
    kept = file.add(said(), "jan.bos@almere.example")
    other, third = file.add(said(tekst="Ja, dicht.")), file.add(said(tekst="Over een thema", over="thema:schulden"))
    start = (await desk.get("/werkbank")).text
    assert f"/werkbank/melding/{kept.nummer}" in start
    assert "Dit klopt niet: Éénloket Ñandu" in (await desk.get("/werkbank/meldingen")).text
    page = (await desk.get(f"/werkbank/melding/{kept.nummer}")).text
    for seen in ("Éénloket Ñandu", "Het loket draait in Waterdam.", "jan.bos@almere.example", other.shown):
        assert seen in page
    assert "Het loket is &lt;script&gt;alert(1)&lt;/script&gt; gesloten." in page
    assert "script>alert" not in page
    assert third.shown not in page
    taken = await send(desk, f"{kept.nummer}/neem")
    assert taken.headers["location"] == f"/werkbank/melding/{kept.nummer}"
    assert "In behandeling" in (await desk.get(f"/melding/{kept.nummer}")).text
    for wrong in ("", "x" * 100_000, "Zijn bsn is 123456782"):
        refused = await send(desk, f"{kept.nummer}/antwoord", antwoord=wrong)
        assert refused.status_code == 422
        assert wrong in refused.text
        assert "Dit is nog niet gedaan." in refused.text
    done = await send(desk, f"{kept.nummer}/antwoord", antwoord="Dank. Het staat er nu.", ook=other.nummer)
    assert done.headers["location"] == f"/werkbank/melding/{third.nummer}?na={kept.nummer}"
    assert f"Melding {kept.shown} is afgehandeld" in (await desk.get(done.headers["location"])).text
    for each in (kept, other):
        assert "Dank. Het staat er nu." in (await desk.get(f"/melding/{each.nummer}")).text
    assert file.address_of(kept.nummer) is None
    assert "2 meldingen hierover zijn afgehandeld" in " ".join(
        (await desk.get("/oplossing/eenloket-nandu")).text.split()
    )
    late = await send(desk, f"{kept.nummer}/antwoord", antwoord="Mijn andere antwoord.")
    assert late.status_code == 409
    assert "Mijn andere antwoord." in late.text
    now = file.one(kept.nummer)
    assert now is not None
    assert (now.antwoord, now.door) == ("Dank. Het staat er nu.", "programmabureau")
    assert kept.shown in (await desk.get("/werkbank/meldingen?klaar=ja")).text
    last = await send(desk, f"{third.nummer}/antwoord", antwoord="Dank.")
    assert "Er wacht nu geen andere." in (await desk.get(last.headers["location"])).text
    assert "Er wacht geen melding" in (await desk.get("/werkbank/meldingen")).text


async def test_what_a_gemeente_says_is_put_on_the_shelf_in_its_name(
    desk: httpx.AsyncClient, file: MeldingFile
) -> None:  # fmt: skip
    uses = file.add(said(soort=MeldingSoort.GEBRUIKEN_WIJ, gemeente="gemeente:gm9002"))
    again = file.add(said(soort=MeldingSoort.GEBRUIKEN_WIJ, gemeente="gemeente:gm9002"))
    stops = file.add(said(soort=MeldingSoort.GEBRUIKEN_WIJ_NIET_MEER, gemeente="gemeente:gm9001"))
    lacks = file.add(said(soort=MeldingSoort.KNELPUNT_MIST, over=None, gemeente="gemeente:gm9001"))
    page = (await desk.get(f"/werkbank/melding/{uses.nummer}")).text
    assert "Bergen (NH.) en deze oplossing" in page
    take = {"doe": "overnemen", "antwoord": "Dank je."}
    wrong = await send(desk, f"{uses.nummer}/antwoord", **take, status="IN_GEBRUIK", sinds="2026-02-31")
    assert (wrong.status_code, "2026-02-31" in wrong.text) == (422, True)
    done = await send(desk, f"{uses.nummer}/antwoord", **take, status="VOORBEREIDING", sinds="2026-03-01")
    assert done.status_code == 303
    shelf = (await desk.get("/oplossing/eenloket-nandu")).text
    assert "In voorbereiding" in shelf
    assert "Bergen (NH.)" in shelf
    known = (await desk.get(f"/melding/{again.nummer}")).text
    assert "Achterhaald" in known, "what two report closes with the first"
    nothing = await send(desk, f"{stops.nummer}/antwoord", **take, reden="")
    assert (nothing.status_code, "Schrijf waarom de gemeente stopte." in nothing.text) == (422, True)
    assert (await send(desk, f"{stops.nummer}/antwoord", **take, reden="Het geld was op.")).status_code == 303
    assert "Het geld was op." in (await desk.get("/oplossing/eenloket-nandu")).text
    double = await send(desk, f"{lacks.nummer}/antwoord", **take, titel="Mensen wachten te lang")
    assert (double.status_code, "knelpunt:wachten" in double.text) == (422, True)
    fresh = await send(desk, f"{lacks.nummer}/antwoord", **take, titel="Brieven zijn te moeilijk")
    assert fresh.status_code == 303
    assert {each.stand for each in file.dealt_with(10)} == {MeldingStand.AFGEHANDELD, MeldingStand.ACHTERHAALD}
    assert file.waiting() == []
    assert "Melding: gemeente:gm9001 ervaart" in (await desk.get("/werkbank")).text, "each is a load that can go back"


async def test_what_a_gemeente_reports_with_her_key_counts_and_waits_until_somebody_looked(
    desk: httpx.AsyncClient, tmp_path: Path
) -> None:  # fmt: skip
    shown, key = new("Bergen", Rol.GEMEENTE, "gemeente:gm9002", datetime.now(UTC) + timedelta(days=1))
    KeyFile(tmp_path).add(key)
    said = {"oplossing": THING, "status": "IN_GEBRUIK", "resultaat": "Minder <b>wachten</b>"}
    headers = {"Authorization": f"Bearer {shown}", "Accept": "application/json"}
    asked = {"query": APPLY, "variables": {"invoer": said}}
    reply = (await desk.post("/graphql", json=asked, headers=headers)).json()
    assert reply["data"]["toepassingMelden"]["fouten"] == []
    start = (await desk.get("/werkbank")).text
    found = re.search(r'href="(/werkbank/lading/\w+)">(Melding: [^<]*)</a>', start)
    assert found
    assert found[2] == "Melding: Bergen (NH.) en Éénloket Ñandu, IN_GEBRUIK"
    page = (await desk.get(found[1])).text
    assert "resultaat: Minder &lt;b&gt;wachten&lt;/b&gt;" in page
    assert "het klopt</button>" in page
    stamp = re.search(rf'name="{FIELD}" value="(\w+)"', page)
    assert stamp
    done = await desk.post(f"{found[1]}/bekeken", data={FIELD: stamp[1]})
    assert done.headers["location"] == "/werkbank"
    page = (await desk.get(found[1])).text
    assert "Bekeken, en het klopt." in page
    assert "het klopt</button>" not in page
    assert "Gemeld met een sleutel" not in (await desk.get("/werkbank")).text


async def test_a_thousand_are_read_by_the_page(desk: httpx.AsyncClient, file: MeldingFile) -> None:
    now = datetime.now(UTC)
    for number in range(A_PAGE + 2):
        file.add(said(tekst=f"Nummer {number}.", gemaakt=now + timedelta(seconds=number)))
    file.add(said(tekst="Een ander.", over=None, soort=MeldingSoort.KNELPUNT_MIST))
    gone = file.add(said(over="oplossing:bestaat-niet", gemaakt=now - timedelta(days=1)))
    first = (await desk.get("/werkbank/meldingen")).text
    assert f"{A_PAGE + 3} meldingen wachten" in first
    assert "1 melding sloot zichzelf" in first
    assert gone.shown not in first
    last = (await desk.get("/werkbank/meldingen?bladzijde=99999")).text
    assert f"Nummer {A_PAGE + 1}." in last
    assert "Nummer 0." not in last
    kind = (await desk.get("/werkbank/meldingen?soort=KNELPUNT_MIST")).text
    assert "Een ander." in kind
    assert "Nummer 0." not in kind
    for strange in ("?bladzijde=-1", "?bladzijde=x", "?soort=ANDERS"):
        assert (await desk.get(f"/werkbank/meldingen{strange}")).status_code == 200


async def test_a_number_that_nobody_has_and_a_stranger(
    store: Store, desk: httpx.AsyncClient, file: MeldingFile, tmp_path: Path
) -> None:  # fmt: skip
    for number in ("k7m2qx4p", "%00", "a" * 300):
        assert (await desk.get(f"/werkbank/melding/{number}")).status_code == 404
        for what in ("neem", "antwoord"):
            assert (await send(desk, f"{number}/{what}", antwoord="Dank.")).status_code == 404
    kept = file.add(said())
    async with visitor(store, tmp_path) as stranger:
        assert (await stranger.get(f"/werkbank/melding/{kept.nummer}")).status_code == 401
        assert (await stranger.post(f"/werkbank/melding/{kept.nummer}/antwoord")).status_code == 401
    unstamped = await desk.post(f"/werkbank/melding/{kept.nummer}/antwoord", data={"antwoord": "Dank."})
    assert unstamped.status_code == 403
    assert file.waiting() == [kept]


async def test_while_the_database_is_away_meldingen_are_read_and_answered(tmp_path: Path, file: MeldingFile) -> None:
    kept, uses = file.add(said()), file.add(said(soort=MeldingSoort.GEBRUIKEN_WIJ, gemeente="gemeente:gm9002"))
    async with visitor(FakeStore().as_store(), tmp_path, **BUREAU) as desk:
        await come_in(desk)
        page = (await desk.get(f"/werkbank/melding/{kept.nummer}")).text
        assert "database is niet bereikbaar" in page
        assert "Dit klopt niet: eenloket nandu" in (await desk.get("/werkbank/meldingen")).text
        take = {"doe": "overnemen", "status": "IN_GEBRUIK", "antwoord": "Dank je wel."}
        later = await send(desk, f"{uses.nummer}/antwoord", **take)
        assert (later.status_code, "Dank je wel." in later.text) == (503, True)
        assert (await send(desk, f"{kept.nummer}/antwoord", antwoord="Dank.")).status_code == 303
        file.path.write_bytes(b"kapot, en lang genoeg om te zien")
        for path in ("/werkbank/meldingen", f"/werkbank/melding/{uses.nummer}"):
            assert (await desk.get(path)).status_code == 503
        assert (await send(desk, f"{uses.nummer}/antwoord", antwoord="Dank.")).status_code == 503
