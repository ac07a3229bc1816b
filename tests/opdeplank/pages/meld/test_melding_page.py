"""The form for a melding over HTTP: what is kept, what is refused with what was written, and the limits."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.engine.store import Store
from opdeplank.app import app
from opdeplank.graph.database import prepare
from opdeplank.meldingen.melding import MeldingStand
from opdeplank.meldingen.melding_file import MeldingFile
from opdeplank.settings.table import Settings
from tests.fake_store import FakeStore
from tests.loaders.papers import SOLUTION, base, load, write

pytestmark = pytest.mark.anyio
THING = "oplossing:eenloket-nandu"
PAGE = "/oplossing/eenloket-nandu"
SENT = {
    "soort": "KLOPT_NIET",
    "over": THING,
    "tekst": "Het fonds is gestopt.",
    "gemeente": "",
    "adres": "",
    "website": "",
}
BROWSER = {"Accept": "text/html"}


@asynccontextmanager
async def visitor(store: Store, folder: Path, **settings: Any) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app(store, Settings(data=folder, **settings)), client=("192.0.2.7", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000", headers=BROWSER) as found:
        yield found


@pytest.fixture
async def plank(store: Store, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    await base(store, tmp_path / "bron")
    await load(store, write(tmp_path / "bron", oplossing_yaml=SOLUTION))
    await prepare(store)
    async with visitor(store, tmp_path) as found:
        yield found


async def send(plank: httpx.AsyncClient, **changed: str) -> httpx.Response:
    return await plank.post("/melding", data={**SENT, **changed})


async def test_what_is_sent_is_kept_and_its_number_shows_what_became_of_it(
    plank: httpx.AsyncClient, tmp_path: Path
) -> None:  # fmt: skip
    form = (await plank.get("/melding", params={"over": THING})).text
    assert "Wij gebruiken dit niet meer" in form
    own = re.search(r'name="formulier" value="([^"]{22})"', form)
    assert own is not None
    text = "Het fonds is <script>alert(1)</script> gestopt.\r\nEcht."
    sent = [await send(plank, formulier=own[1], tekst=text, gemeente="GM9001", adres="a@b.nl") for _ in range(2)]
    assert {answer.status_code for answer in sent} == {303}
    address = sent[0].headers["location"]
    assert sent[1].headers["location"] == address, "pressing twice sends once"
    file = MeldingFile(tmp_path)
    (kept,) = file.waiting()
    assert (kept.over, kept.gemeente, kept.tekst) == (THING, "gemeente:gm9001", text.replace("\r\n", "\n"))
    assert file.address_of(kept.nummer) == "a@b.nl"
    page = await plank.get(address)
    assert "Je melding is binnen" in page.text
    assert kept.shown in page.text
    assert "script>alert" not in page.text, "who has the number does not read what was sent"
    assert "a@b.nl" not in page.text
    assert (page.headers["cache-control"], page.headers["x-robots-tag"]) == ("no-store", "noindex")
    typed = await plank.get("/melding", params={"nummer": kept.shown.upper()})
    assert (typed.status_code, typed.headers["location"]) == (303, address)
    assert (await plank.get(PAGE)).text.count("afgehandeld") == 0
    file.close(kept.nummer, MeldingStand.AFGEHANDELD, "Dank <b>je</b>.\nHet staat er nu.", "Bureau", kept.gemaakt)
    answered = (await plank.get(address)).text
    assert "Dank &lt;b&gt;je&lt;/b&gt;.\nHet staat er nu." in answered


async def test_on_the_thing_stands_only_that_something_was_dealt_with(
    plank: httpx.AsyncClient, store: Store, tmp_path: Path
) -> None:  # fmt: skip
    await send(plank)
    file = MeldingFile(tmp_path)
    (kept,) = file.waiting()
    file.close(kept.nummer, MeldingStand.AFGEHANDELD, "Geheim antwoord", "Iemand", kept.gemaakt)
    async with visitor(store, tmp_path) as fresh:
        page = (await fresh.get(PAGE)).text
        data = (await fresh.get(PAGE, headers={"Accept": "application/ld+json"})).text
    assert "1 melding hierover is afgehandeld" in " ".join(page.split())
    for secret in ("Geheim antwoord", "gestopt.", "Iemand", kept.nummer):
        assert secret not in page
    assert "afgehandeld" not in data


REFUSED: tuple[tuple[dict[str, str], str], ...] = (
    ({"soort": ""}, "Kies wat je wilt melden."),
    ({"soort": "ANDERS"}, "Kies wat je wilt melden."),
    ({"tekst": " "}, "Schrijf op wat je wilt melden."),
    ({"tekst": "a" * 100_000}, "Je tekst heeft 100.000 tekens."),
    ({"tekst": "Het bsn is 123456782"}, "burgerservicenummer"),
    ({"soort": "GEBRUIKEN_WIJ"}, "Kies je gemeente."),
    ({"soort": "GEBRUIKEN_WIJ", "gemeente": "GM9001", "over": "knelpunt:wachten"}, "hoort bij een oplossing"),
    ({"gemeente": "Nergenshuizen"}, "We kennen geen gemeente ‘Nergenshuizen’."),
    ({"adres": "geen adres"}, "Dit is geen mailadres."),
    ({"website": "https://spam.example"}, "Laat dit veld leeg."),
)


async def test_what_cannot_be_kept_comes_back_with_what_was_written(plank: httpx.AsyncClient, tmp_path: Path) -> None:
    for changed, told in REFUSED:
        answer = await send(plank, **{"tekst": "Mijn lange verhaal.", **changed})
        assert answer.status_code == 422
        assert told in answer.text
        assert changed.get("tekst", "Mijn lange verhaal.").strip() in answer.text, "nothing is lost or cut"
        assert 'aria-invalid="true"' in answer.text or 'aria-describedby="soort-fout"' in answer.text
    assert MeldingFile(tmp_path).waiting() == []


async def test_a_hundred_from_one_address_are_twenty_and_the_text_stays(
    store: Store, plank: httpx.AsyncClient, tmp_path: Path
) -> None:  # fmt: skip
    async with visitor(store, tmp_path, grens_verzoeken=0) as busy:
        sent = [await send(busy, tekst=f"Melding {number}") for number in range(100)]
    found = [answer.status_code for answer in sent]
    assert (found.count(303), found.count(429)) == (20, 80)
    assert len(MeldingFile(tmp_path).waiting()) == 20
    last = sent[-1]
    assert "Melding 99" in last.text
    assert 0 < int(last.headers["retry-after"]) <= 3_600
    assert (await send(plank)).status_code == 303, "another service counts for itself"


async def test_a_form_of_another_site_or_no_form_at_all_is_refused(plank: httpx.AsyncClient, tmp_path: Path) -> None:
    for headers, body, status in (
        ({"Sec-Fetch-Site": "cross-site"}, b"tekst=x", 403),
        ({"Content-Type": "application/json"}, b"{}", 415),
        ({}, "tekst=é".encode("latin-1"), 415),
        ({}, b"&".join(b"a=b" for _ in range(5_000)), 415),
        ({}, b"tekst=" + b"a" * 2_000_000, 413),
    ):
        kind = {"Content-Type": "application/x-www-form-urlencoded", **headers}
        answer = await plank.post("/melding", content=body, headers=kind)
        assert answer.status_code == status
    assert not MeldingFile(tmp_path).path.exists()


async def test_a_question_without_an_answer_is_taken_along_and_not_sent_yet(
    plank: httpx.AsyncClient, tmp_path: Path
) -> None:  # fmt: skip
    asked = "parkeren voor mantelzorgers"
    no = (await plank.get("/", params={"vraag": asked})).text
    assert 'value="KNELPUNT_MIST"' in no
    given = {"begin": "ja", "soort": "KNELPUNT_MIST", "gemeente": "GM9001", "vraag": asked}
    form = await plank.post("/melding", data=given)
    assert form.status_code == 200
    assert f"{asked}</textarea>" in form.text
    assert re.search(r'value="KNELPUNT_MIST" required checked', form.text)
    assert re.search(r'value="GM9001" selected', form.text)
    assert not MeldingFile(tmp_path).path.exists()


async def test_a_number_that_nobody_has_says_so(plank: httpx.AsyncClient) -> None:
    for nummer in ("k7m2qx4p", "k7m2", "%00", "a" * 5_000):
        assert (await plank.get(f"/melding/{nummer}")).status_code == 404
        assert (await plank.get("/melding", params={"nummer": nummer})).status_code in (303, 404)


async def test_while_the_database_or_the_disk_is_away_nothing_that_was_written_is_lost(tmp_path: Path) -> None:
    async with visitor(FakeStore().as_store(), tmp_path) as plank:
        assert (await plank.get("/melding")).status_code == 200
        answer = await send(plank, tekst="Mijn lange verhaal.", gemeente="Waterdam")
    assert answer.status_code == 503
    assert "Mijn lange verhaal." in answer.text
    assert "is niet bewaard" in answer.text


async def test_a_file_that_cannot_be_used_is_said_and_nothing_is_lost(
    plank: httpx.AsyncClient, tmp_path: Path
) -> None:  # fmt: skip
    MeldingFile(tmp_path).path.write_bytes(b"kapot, en lang genoeg om te zien")
    answer = await send(plank, tekst="Mijn lange verhaal.")
    assert answer.status_code == 503
    assert "Mijn lange verhaal." in answer.text
    assert (await plank.get("/melding/k7m2qx4p")).status_code == 503
    assert (await plank.get(PAGE)).status_code == 200
