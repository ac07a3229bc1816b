"""Coming to the desk by the sign-in of one's own organisation, at an issuer that runs beside the test."""

import base64
from collections.abc import AsyncIterator, Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from opdeplank.bureau.organisation import BACK, COOKIE, THERE
from opdeplank.bureau.signing_in import COOKIE as SESSION
from tests.fake_store import FakeStore
from tests.opdeplank.keys import issuing
from tests.opdeplank.keys.issuing import AUDIENCE, Issuer, Signing
from tests.opdeplank.pages.meld.test_melding_page import visitor

pytestmark = pytest.mark.anyio
CLIENT, SECRET = "plank werkbank", "ge:heim&"
OURS = "http://127.0.0.1:8000"


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    with issuing.issuer() as found:
        found.published = [found.signing.public]
        pair = base64.b64encode(b"plank%20werkbank:ge%3Aheim%26").decode()
        found.secret = f"Basic {pair}"
        yield found


@pytest.fixture
async def browser(issuer: Issuer, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    secret = tmp_path / "geheim"
    secret.write_text(f"{SECRET}\n")
    settings = {"oidc_uitgever": issuer.url, "oidc_publiek": AUDIENCE, "oidc_client": CLIENT,
                "oidc_geheim_bestand": secret}  # fmt: skip
    async with visitor(FakeStore().as_store(), tmp_path, **settings) as found:
        yield found


async def leave(browser: httpx.AsyncClient, onward: str = "") -> str:
    """The address at the issuer."""
    reply = await browser.get(THERE, params={"naar": onward})
    assert reply.status_code == 303
    return reply.headers["location"]


async def test_who_signs_in_there_sits_at_the_desk_under_his_own_name(
    browser: httpx.AsyncClient, issuer: Issuer
) -> None:  # fmt: skip
    first = (await browser.get("/werkbank/meldingen")).text
    assert f'href="{THERE}?naar=/werkbank/meldingen"' in first
    there = await leave(browser, "/werkbank/meldingen")
    asked = parse_qs(urlsplit(there).query)
    assert there.startswith(f"{issuer.url}/auth?thema=plank&")
    assert (asked["client_id"], asked["redirect_uri"]) == ([CLIENT], [f"{OURS}{BACK}"])
    back = issuer.sign_in(there, rol="PROGRAMMABUREAU", name="Toos <b>Bos</b>")
    inside = await browser.get(back)
    assert inside.status_code == 200, "no redirect: a strict cookie would not go along"
    assert '<meta http-equiv="refresh" content="0; url=/werkbank/meldingen">' in inside.text
    assert "Toos &lt;b&gt;Bos&lt;/b&gt;" in inside.text
    said = SimpleCookie()
    for line in inside.headers.get_list("set-cookie"):
        said.load(line)
    kept = said[SESSION]
    assert (kept["samesite"], kept["httponly"], kept["path"], kept["max-age"]) == ("strict", True, "/werkbank", "")
    assert said[COOKIE]["max-age"] == "0"
    assert (await browser.get("/werkbank/meldingen")).status_code == 200
    assert "Toos &lt;b&gt;" in (await browser.get("/werkbank")).text
    assert (await browser.get(back)).status_code == 401, "what came back once serves once"


async def test_a_role_that_only_the_other_token_has_counts_when_it_is_of_the_same_person(
    browser: httpx.AsyncClient, issuer: Issuer
) -> None:  # fmt: skip
    assert (await browser.get(issuer.sign_in(await leave(browser)))).status_code == 200
    browser.cookies.clear()
    analist = await browser.get(issuer.sign_in(await leave(browser), rol="ANALIST"))
    assert (analist.status_code, "je mag niet op de werkbank" in analist.text) == (403, True)
    assert SESSION not in browser.cookies


async def test_what_is_not_right_opens_nothing(browser: httpx.AsyncClient, issuer: Issuer) -> None:
    role = {"rol": "PROGRAMMABUREAU"}
    for claims in (
        {"nonce": "van-een-ander"}, {"nonce": None}, {"aud": "een-ander"}, {"iss": "https://elders.example"},
        {"exp": 1}, {"sub": ""},
    ):  # fmt: skip
        reply = await browser.get(issuer.sign_in(await leave(browser), **{**role, **claims}))
        assert (reply.status_code, "is niet gelukt" in reply.text) == (401, True), claims
    there = await leave(browser)
    for wrong in (
        f"{BACK}", f"{BACK}?error=access_denied&state=x", issuer.sign_in(there, **role).replace("state=", "state=x"),
        issuer.sign_in(there, **role).replace("code=code", "code=kode"), f"{issuer.sign_in(there, **role)}x",
    ):  # fmt: skip
        browser.cookies.clear()
        there = await leave(browser)
        assert (await browser.get(wrong)).status_code == 401, wrong
    stolen = issuer.sign_in(await leave(browser), **role)
    browser.cookies.clear()
    await leave(browser)
    assert (await browser.get(stolen)).status_code == 401, "another browser left with another ticket"
    issuer.signing = Signing("hier")
    assert (await browser.get(issuer.sign_in(await leave(browser), **role))).status_code == 401, "another signed it"
    assert SESSION not in browser.cookies


async def test_it_leads_nowhere_but_to_the_desk(browser: httpx.AsyncClient, issuer: Issuer) -> None:
    for elsewhere in ("//kwaad.example", "https://kwaad.example/werkbank", "/oplossing"):
        inside = await browser.get(issuer.sign_in(await leave(browser, elsewhere), rol="PROGRAMMABUREAU"))
        assert 'url=/werkbank"' in inside.text
        browser.cookies.clear()


async def test_an_issuer_that_is_away_is_said_and_a_key_still_works(
    browser: httpx.AsyncClient, issuer: Issuer
) -> None:  # fmt: skip
    there = await leave(browser)
    back = issuer.sign_in(there, rol="PROGRAMMABUREAU")
    issuer.status = 500
    for path in (THERE, back):
        reply = await browser.get(path)
        assert (reply.status_code, "nu niet te bereiken" in reply.text) == (503, True)
        assert 'id="sleutel"' in reply.text


async def test_without_an_issuer_there_is_no_such_door(tmp_path: Path) -> None:
    async with visitor(FakeStore().as_store(), tmp_path) as browser:
        assert THERE not in (await browser.get("/werkbank")).text
        for path in (THERE, BACK):
            assert (await browser.get(path)).status_code == 404
