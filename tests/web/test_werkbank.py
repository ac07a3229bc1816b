"""The desk as the Programmabureau uses it: by keyboard, without JavaScript, with two at a time, and as a stranger."""

import io
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bench.werkbank import members
from graph.domain.vocabulary import Rol
from opdeplank.bureau.signing_in import COOKIE, FIELD
from opdeplank.keys.key import new
from opdeplank.keys.key_file import KeyFile
from tests.service import Service
from tests.web.browser import Traffic
from tests.web.looking import LIGHTS, SCREENS, overflow, unfold, violations

SCRIPT = "<script>alert('x')</script>"
PAPER = f"""\
# Verslag van de Werkgroep Proef

Leden van de Programmaraad Sociaal Domein:
- Anna Proefstra – wethouder, gemeente Almere
- Bram Proefman – voorzitter
- Carla Proefsma – secretaris
- Dirk Proefhuis {SCRIPT} – penningmeester
"""
TIMEOUT = 60.0
MANY = 500


@dataclass
class Desk:
    """The service with a key for each of two people. `log_in` gives a client that has a session."""

    service: Service
    keys: dict[str, str]

    @contextmanager
    def log_in(self, who: str = "Toos") -> Iterator[httpx.Client]:
        headers = {"accept": "text/html"}
        with httpx.Client(base_url=self.service.url, headers=headers, timeout=TIMEOUT) as client:
            reply = client.post("/werkbank/inloggen", data={"sleutel": self.keys[who]})
            assert reply.status_code == 303
            yield client

    def visit(self, context: BrowserContext, who: str = "Toos") -> Page:
        page = context.new_page()
        page.set_default_timeout(TIMEOUT * 1000)
        page.goto(f"{self.service.url}/werkbank")
        page.fill("#sleutel", self.keys[who])
        page.get_by_role("button", name="Log in").click()
        page.wait_for_selector("#document")
        return page


@pytest.fixture(scope="module")
def desk(schrijvende_dienst: Service) -> Desk:
    keys = {}
    for name, role in (("Toos", "PROGRAMMABUREAU"), ("Bram", "PROGRAMMABUREAU"), ("Anna", "ANALIST")):
        shown, key = new(name, Rol[role], None, datetime.now(UTC) + timedelta(days=1))
        KeyFile(schrijvende_dienst.data).add(key)
        keys[name] = shown
    return Desk(schrijvende_dienst, keys)


@pytest.fixture
def client(desk: Desk) -> Iterator[httpx.Client]:
    with desk.log_in() as made:
        yield made


def stamp(client: httpx.Client) -> str:
    found = re.search(rf'name="{FIELD}" value="(\w+)"', client.get("/werkbank").text)
    assert found
    return found[1]


def bring(client: httpx.Client, text: str = PAPER, name: str = "verslag.md") -> str:
    """A document at the desk, read; gives the address of its proposal."""
    files = {"document": (name, io.BytesIO(text.encode()), "text/markdown")}
    reply = client.post("/werkbank/documenten", data={FIELD: stamp(client)}, files=files)
    assert reply.status_code == 303, reply.text
    address = reply.headers["location"]
    read(client, address)
    return str(address)


def read(client: httpx.Client, address: str) -> None:
    """Wait until it is."""
    for _ in range(300):
        if client.get(f"{address}/voortgang").json()["klaar"]:
            return
        time.sleep(0.1)
    raise AssertionError("it is not read")


def send(client: httpx.Client, address: str, **fields: str) -> httpx.Response:
    return client.post(address, data={FIELD: stamp(client), **fields}, headers={"accept": "application/json"})


def report(client: httpx.Client) -> str:
    """Somebody says that a gemeente uses something; gives the address of the melding, for who sent it."""
    said = {"soort": "GEBRUIKEN_WIJ", "over": "oplossing:buurtcirkel", "gemeente": "GM0344", "tekst": SCRIPT}
    reply = client.post("/melding", data=said)
    assert reply.status_code == 303
    return str(reply.headers["location"])


def first_question(client: httpx.Client, address: str, who: str = "Bram Proefman") -> str:
    """The id of the fact that asks about somebody."""
    page = client.get(address).text
    cards = re.findall(r'name="feit" value="([^"]+)".*?<h3>(.*?)</h3>', page, re.DOTALL)
    return next(key for key, title in cards if title.startswith(who))


# who may come in


def test_a_wrong_key_is_told_as_anywhere(desk: Desk) -> None:
    with httpx.Client(base_url=desk.service.url, headers={"accept": "text/html"}) as stranger:
        for wrong in ("odp_fout", desk.keys["Toos"][:-1] + "x", "x" * 9_000):
            reply = stranger.post("/werkbank/inloggen", data={"sleutel": wrong})
            assert reply.status_code == 401
            assert "Je sleutel werkt niet. Hij klopt niet, is verlopen of is ingetrokken." in reply.text
            assert "set-cookie" not in reply.headers
        other = stranger.post("/werkbank/inloggen", data={"sleutel": desk.keys["Anna"]})
        assert (other.status_code, "sleutel van het Programmabureau" in other.text) == (403, True)


def test_the_cookie_is_for_the_desk_alone(desk: Desk) -> None:
    with httpx.Client(base_url=desk.service.url) as client:
        reply = client.post("/werkbank/inloggen", data={"sleutel": desk.keys["Toos"]})
        said = reply.headers["set-cookie"].lower()
        assert all(part in said for part in ("httponly", "samesite=strict", "path=/werkbank"))
        assert "secure" not in said
        assert "set-cookie" not in client.get("/").headers
        # behind a proxy that speaks https
        https = {"x-forwarded-proto": "https", "x-forwarded-host": "plank.example"}
        reply = client.post("/werkbank/inloggen", data={"sleutel": desk.keys["Toos"]}, headers=https)
        assert "secure" in reply.headers["set-cookie"].lower()


def test_signing_in_leads_on_within_the_desk_only(desk: Desk) -> None:
    with httpx.Client(base_url=desk.service.url) as client:
        elsewhere = ("//kwaad.example", "https://kwaad.example/oplossing", "/werkbank\\..\\", "javascript:x", "")
        for onward in ("/werkbank/lading/x", *elsewhere):
            leads = "/werkbank" if onward in elsewhere else onward
            reply = client.post("/werkbank/inloggen", data={"sleutel": desk.keys["Toos"], "naar": onward})
            assert reply.headers["location"] == leads


@pytest.mark.parametrize("path", ["", "/voorstel/0123456789ab", "/voorstel/0123456789ab/stand", "/lading/x"])
def test_without_a_session_nothing_is_shown(desk: Desk, path: str) -> None:
    for cookie in ({}, {COOKIE: "x" * 43}):
        reply = httpx.get(f"{desk.service.url}/werkbank{path}", cookies=cookie, headers={"accept": "text/html"})
        assert reply.status_code == 401
        assert "Log in" in reply.text
        program = httpx.get(f"{desk.service.url}/werkbank{path}", cookies=cookie, headers={"accept": "*/*"})
        assert program.json()["code"] == "UNAUTHENTICATED"


def test_another_site_sends_nothing_in_our_name(desk: Desk, client: httpx.Client) -> None:
    address = bring(client)
    key = first_question(client, address)
    fields = {"feit": key, "besluit": "nee", "gezien": "0"}
    own = stamp(client)
    with desk.log_in("Bram") as other:
        borrowed = stamp(other)
    attempts: tuple[tuple[dict[str, str], dict[str, str]], ...] = (
        ({}, {}), ({FIELD: ""}, {}), ({FIELD: borrowed}, {}), ({FIELD: own}, {"sec-fetch-site": "cross-site"}),
        ({FIELD: own}, {"sec-fetch-site": "same-site"}),
    )  # fmt: skip
    for given, headers in attempts:
        reply = client.post(f"{address}/besluit", data=fields | given, headers=headers)
        assert reply.status_code == 403
    without = httpx.post(f"{desk.service.url}{address}/besluit", data=fields | {FIELD: own})
    assert without.status_code == 401, "a stamp without its cookie"
    assert client.get(f"{address}/stand").json()["stap"] == 0
    assert send(client, f"{address}/besluit", **fields).status_code == 200


def test_who_leaves_is_out(desk: Desk) -> None:
    with desk.log_in() as client:
        kept = dict(client.cookies)
        client.post("/werkbank/uitloggen", data={FIELD: stamp(client)})
        assert httpx.get(f"{desk.service.url}/werkbank", cookies=kept).status_code == 401


# what is sent


def test_a_decision_of_somebody_else_is_shown_and_stays(desk: Desk, client: httpx.Client) -> None:
    address = bring(client)
    key = first_question(client, address)
    with desk.log_in("Bram") as bram:
        assert send(bram, f"{address}/besluit", feit=key, besluit="nee", gezien="0").status_code == 200
        late = send(client, f"{address}/besluit", feit=key, besluit="ja", gezien="0")
        assert late.status_code == 409
        assert "Bram zei nee" in late.json()["bericht"]
        row = late.json()["rijen"][0]
        assert (row["besluit"], row["wie"]) == ("nee", "Bram")
        again = send(client, f"{address}/besluit", feit=key, besluit="ja", gezien=str(row["gezien"]))
        assert again.status_code == 200
        assert bram.get(f"{address}/stand?na=1").json()["rijen"][0]["wie"] == "Toos"


def test_what_is_typed_is_checked_before_it_is_kept(client: httpx.Client) -> None:
    address = bring(client)
    key = first_question(client, address)
    wrong = send(client, f"{address}/besluit", feit=key, besluit="ja", **{"antwoord.organisatie": "Almeeer"})
    assert wrong.status_code == 422
    assert "Almere (gemeente:gm0034)" in wrong.json()["fouten"][0]
    assert wrong.json()["stap"] == 0
    for fields in ({"feit": "feit:bestaat-niet", "besluit": "ja"}, {"feit": key, "besluit": "jaa"}, {"feit": key}):
        assert send(client, f"{address}/besluit", **fields).status_code in (409, 422)


NAMES = (f"{SCRIPT}.md", "../../../etc/cron.md", "C:\\x\\y.md", "\x00.md", ".md", "é 🙂.md", "é 🙂.md")


def test_any_name_of_a_file_is_a_name_and_no_more(desk: Desk, client: httpx.Client) -> None:
    papers = [(name, io.BytesIO(f"{PAPER}{number}".encode()), "text/markdown") for number, name in enumerate(NAMES)]
    reply = client.post(
        "/werkbank/documenten", data={FIELD: stamp(client)}, files=[("document", paper) for paper in papers]
    )
    address = reply.headers["location"]
    read(client, address)
    page = client.get(address).text
    assert SCRIPT not in page
    assert "é 🙂.md" in page
    kept = {path.relative_to(desk.service.data).parts[0] for path in desk.service.data.rglob("*cron*")}
    assert kept == {"werkbank"}


def test_what_cannot_be_read_is_told(client: httpx.Client) -> None:
    files = {"document": ("kapot.docx", io.BytesIO(b"geen docx"), "application/octet-stream")}
    address = client.post("/werkbank/documenten", data={FIELD: stamp(client)}, files=files).headers["location"]
    read(client, address)
    page = client.get(address).text
    assert "is niet gelezen" in page
    assert "kapot.docx" in page
    nothing = client.post("/werkbank/documenten", data={FIELD: stamp(client)})
    assert nothing.status_code == 422


def test_a_proposal_without_its_document_says_so(client: httpx.Client) -> None:
    address = bring(client)
    proposal = client.get(f"{address}/bestand.json").content
    again = bring(client, proposal.decode(), "voorstel.json")
    page = client.get(again).text
    assert "Het document zelf is hier niet" in page
    assert "Bram Proefman" in page
    same, changed = (brought_with(client, proposal, text) for text in (PAPER, PAPER.replace("wethouder", "griffier")))
    assert "<mark" in same
    assert "is veranderd sinds dit voorstel" not in same
    assert "verslag.md is veranderd sinds dit voorstel werd gemaakt." in changed
    assert "Het document zelf is hier niet" in changed
    twice = [("document", (f"{n}.json", io.BytesIO(proposal), "application/json")) for n in "ab"]
    refused = client.post("/werkbank/documenten", data={FIELD: stamp(client)}, files=twice)
    assert (refused.status_code, "meer dan één voorstel" in refused.text) == (422, True)


def brought_with(client: httpx.Client, proposal: bytes, text: str) -> str:
    """The page of a proposal that came with its document."""
    files = [
        ("document", ("voorstel.json", io.BytesIO(proposal), "application/json")),
        ("document", ("verslag.md", io.BytesIO(text.encode()), "text/markdown")),
    ]
    reply = client.post("/werkbank/documenten", data={FIELD: stamp(client)}, files=files)
    return client.get(reply.headers["location"]).text


def test_from_document_to_graph_and_back(client: httpx.Client) -> None:
    """Without JavaScript: forms, each answered with the next page."""
    address = bring(client, PAPER.replace("Proef", "Heenenweer"))
    key = first_question(client, address, "Bram Heenenweerman")
    decided = client.post(
        f"{address}/besluit", data={FIELD: stamp(client), "feit": key, "keuze": "a"}, follow_redirects=True
    )
    assert "Toos zei ja" in decided.text
    assert client.get(f"{address}/stand?na=0").json()["rijen"][0]["keuze"] == "a"
    assert "Pas toe op alle" in decided.text
    client.post(f"{address}/herstel", data={FIELD: stamp(client)})
    client.post(f"{address}/besluit", data={FIELD: stamp(client), "feit": key, "keuze": "a"})
    difference = client.get(f"{address}/verschil").text
    assert "Dit verandert er" in difference
    assert "Anna Heenenweerstra" in difference
    assert "werkt bij:</span> <ins>Almere (functie wethouder)" in difference
    loaded = client.post(f"{address}/laad", data={FIELD: stamp(client)}, follow_redirects=True)
    assert "Geladen" in loaded.text
    load = re.search(r"<code>(lading:\w+)</code>", loaded.text)
    assert load
    assert client.post(f"{address}/laad", data={FIELD: stamp(client)}).headers["location"] == f"{address}/bon"
    closed = send(client, f"{address}/besluit", feit=key, besluit="nee")
    assert closed.status_code == 409
    assert "Draai deze lading terug" in client.get(f"/werkbank/lading/{load[1][7:]}").text
    back = client.post(f"/werkbank/lading/{load[1][7:]}/terug", data={FIELD: stamp(client)}, follow_redirects=True)
    assert "Teruggedraaid" in back.text
    stale = client.post(f"{address}/opnieuw", data={FIELD: stamp(client)}, follow_redirects=True)
    assert stale.status_code == 200
    client.post(f"{address}/weg", data={FIELD: stamp(client)})
    assert client.get(address).status_code == 404


def test_a_proposal_on_an_older_graph_is_read_again_with_its_decisions(client: httpx.Client) -> None:
    first, second = bring(client, PAPER.replace("Proef", "Eerst")), bring(client, PAPER.replace("Proef", "Dan"))
    key = first_question(client, second, "Bram Danman")
    send(client, f"{second}/besluit", feit=key, besluit="nee")
    client.post(f"{first}/laad", data={FIELD: stamp(client)})
    refused = client.get(f"{second}/verschil")
    assert (refused.status_code, "De graaf is veranderd" in refused.text) == (409, True)
    client.post(f"{second}/opnieuw", data={FIELD: stamp(client)})
    read(client, second)
    assert "Dit verandert er" in client.get(f"{second}/verschil").text
    assert client.get(f"{second}/stand?na=0").json()["rijen"][0]["besluit"] == "nee"


# in a browser


def test_one_key_decides_and_goes_on(desk: Desk, client: httpx.Client, context: BrowserContext) -> None:
    traffic = Traffic()
    traffic.watch(context)
    page = desk.visit(context)
    page.set_input_files("#document", {"name": "toetsen.md", "mimeType": "text/markdown", "buffer": PAPER.encode()})
    page.get_by_role("button", name="Lees de documenten").click()
    page.wait_for_selector("[data-voorstel]")
    message = page.locator("[data-melding]")
    current = page.locator(".is-gekozen[data-rij]")
    here = current.get_attribute("data-rij")
    seen = []
    for key, said in (("2", "nee"), ("3", "later"), ("1", "ja")):
        seen.append(at := current.get_attribute("data-rij"))
        page.keyboard.press(key)
        expect(message).to_have_text(f"Opgeslagen: {said} bij nr {at}.")
        assert current.get_attribute("data-rij") != at
    for at in reversed(seen):
        page.keyboard.press("z")
        expect(message).to_have_text(f"Teruggedraaid: nr {at}.")
    assert current.get_attribute("data-rij") == here
    page.keyboard.press("z")
    expect(message).to_have_text("Er is niets van jou om terug te draaien.")
    row = page.locator("[data-rij]").filter(has=page.locator("h3", has_text="Bram Proefman is"))
    row.focus()
    expect(page.locator("mark.is-gekozen").first).to_contain_text("Bram Proefman")
    page.keyboard.press("a")
    expect(row).to_contain_text("Toos zei ja")
    expect(page.locator("[data-gelijk]")).to_be_visible()
    page.keyboard.press("g")
    expect(message).to_contain_text("gelijke")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("1")
    page.keyboard.press("Escape")
    steps = page.locator("[data-laatste] li").count()
    page.locator("[data-toetsen]").click()
    page.keyboard.press("2")
    page.locator("[data-toetsen]").click()
    page.locator("#werkboek").focus()
    assert page.locator("[data-laatste] li").count() == steps, "switched off, and in the list of keys, keys do nothing"
    page.reload()
    expect(row).to_contain_text("Toos zei ja")
    assert not [each for each in traffic.errors if "401" not in each]
    assert traffic.outside == []


def test_five_hundred_facts_are_decided_by_keyboard_alone(
    desk: Desk, client: httpx.Client, context: BrowserContext
) -> None:
    address = bring(client, members(MANY // 2))
    page = desk.visit(context)
    page.goto(desk.service.url + address)
    current, decided = page.locator(".is-gekozen[data-rij]"), dict[str | None, str]()
    while len(decided) < MANY:
        at, (key, said) = (
            current.get_attribute("data-rij"),
            (("1", "ja"), ("2", "nee"), ("3", "later"))[len(decided) % 3],
        )
        assert at not in decided, "nothing comes by twice"
        page.keyboard.press(key)
        expect(page.locator(f"#rij-{at}")).to_contain_text(f"Toos zei {said}")
        decided[at] = said
        if current.get_attribute("data-rij") == at:  # the last of this page
            page.locator("[data-volgende]").press("Enter")
            expect(page.locator(f"#rij-{at}")).to_have_count(0)
    stored = client.get(f"{address}/stand?na=0").json()["rijen"]
    assert {str(each["nr"]): each["besluit"] for each in stored if each["besloten"]} == decided


def test_two_tabs_on_one_fact(desk: Desk, client: httpx.Client, chromium: Browser) -> None:
    address = desk.service.url + bring(client)
    contexts = [chromium.new_context(locale="nl-NL") for _ in range(2)]
    pages = []
    for context, who in zip(contexts, ("Toos", "Bram"), strict=True):
        page = desk.visit(context, who)
        page.goto(address)
        pages.append(page)
    toos, bram = pages
    toos.keyboard.press("1")
    expect(toos.locator("[data-melding]")).to_contain_text("Opgeslagen")
    bram.evaluate("document.querySelector('.is-gekozen [name=gezien]').value = '0'")
    bram.keyboard.press("2")
    expect(bram.locator("[data-melding]")).to_contain_text(re.compile("Toos zei ja"))
    first = bram.locator("[data-rij]").first
    expect(first).to_contain_text("Toos zei ja")
    bram.keyboard.press("2")
    expect(first).to_contain_text("Bram zei nee")
    expect(toos.locator("[data-rij]").first).to_contain_text("Bram zei nee", timeout=15_000)
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("light", "others"), [("licht", ["donker"]), ("telefoon", [])])
def test_every_page_of_the_desk_is_for_everybody(
    desk: Desk, client: httpx.Client, chromium: Browser, axe: str, light: str, others: list[str]
) -> None:
    """axe finds nothing, nothing sticks out, and a picture is kept. Dark is the style alone, and looked at in the same
    visit; on a phone every page is made as narrow as 320 too."""
    address = bring(client, PAPER + "\n".join(f"- Persoon {letter} – lid\n" for letter in "ABCDEFGH"))
    number = re.search(r'id="rij-(\d+)"', client.get(address).text)
    assert number
    SCREENS.mkdir(exist_ok=True)
    how: dict[str, Any] = dict(LIGHTS[light])
    context = chromium.new_context(locale="nl-NL", **how)
    page = context.new_page()
    page.goto(f"{desk.service.url}/werkbank")
    found = in_every(page, axe, "inloggen", light, others)
    page.close()
    page = desk.visit(context)
    pages = {
        "start": "/werkbank",
        "voorstel": address,
        "rij": f"{address}/rij/{number[1]}",
        "verschil": f"{address}/verschil",
        "meldingen": "/werkbank/meldingen",
        "melding": f"/werkbank{report(client)}",
        "ontbreekt": "/werkbank/ontbreekt/oordeel",
    }
    for name, path in pages.items():
        page.goto(desk.service.url + path)
        found |= in_every(page, axe, name, light, others)
        if light == "telefoon":
            page.set_viewport_size({"width": 320, "height": 640})
            assert overflow(page) <= 0, name
            page.set_viewport_size(how["viewport"])
    assert {name: told for name, told in found.items() if told} == {}
    context.close()


def in_every(page: Page, axe: str, name: str, light: str, others: list[str]) -> dict[str, list[str]]:
    """What axe finds in each light."""
    found = {}
    for each in (light, *others):
        page.emulate_media(color_scheme=LIGHTS[each]["color_scheme"])
        page.screenshot(path=SCREENS / f"werkbank-{name}-{each}.png", full_page=True)
        unfold(page)
        found[f"{name} {each}"] = violations(page, axe)
        assert overflow(page) <= 0, name
    page.emulate_media(color_scheme=LIGHTS[light]["color_scheme"])
    return found
