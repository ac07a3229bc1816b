"""Under which address a request came in, and what every link on a page makes of it."""

import re

import httpx
import pytest

from opdeplank.app import app
from opdeplank.settings.environment import read_settings
from opdeplank.settings.table import Settings
from tests.fake_store import FakeStore

pytestmark = pytest.mark.anyio
STRANGER = ("203.0.113.5", 1)
PAGE = {"Accept": "text/html"}


def client(
    address: tuple[str, int] = ("127.0.0.1", 1), base: str = "http://127.0.0.1:8000", **given: str
) -> httpx.AsyncClient:
    settings = read_settings({f"OPDEPLANK_{name.upper()}": value for name, value in given.items()})
    service = app(FakeStore([[0]]).as_store(), settings)
    return httpx.AsyncClient(transport=httpx.ASGITransport(service, client=address), base_url=base)


def homes(text: str) -> set[str]:
    """Where the copied block of the widget points at."""
    return set(re.findall(r"src=\"(\S*?)/widget/v1/opdeplank.js\"\n", text))


async def home(plank: httpx.AsyncClient, **headers: str) -> str:
    page = await plank.get("/widget/v1/demo", headers={**PAGE, **headers})
    assert page.status_code == 200, page.text
    (found,) = homes(page.text)
    return found


async def test_the_setting_goes_before_everything() -> None:
    async with client(adres="https://gemeente.nl/plank/") as plank:
        assert await home(plank) == "https://gemeente.nl/plank"
        said = {"Host": "kwaad.nl", "X-Forwarded-Host": "kwaad.nl", "X-Forwarded-Prefix": "/kwaad"}
        assert await home(plank, **said) == "https://gemeente.nl/plank"


async def test_a_listed_proxy_says_where_the_service_stands() -> None:
    said = {"X-Forwarded-Host": "plank.nl", "X-Forwarded-Proto": "https", "X-Forwarded-Prefix": "/op"}
    async with client() as plank:
        assert await home(plank, **said) == "https://plank.nl/op"
        assert await home(plank, Forwarded="for=203.0.113.9;host=plank.nl;proto=https") == "https://plank.nl"
    async with client(STRANGER) as plank:
        assert await home(plank, **said) == "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    "host", ["kwaad.nl", "kwaad.nl:8000", "127.0.0.1.kwaad.nl", "localhost.kwaad.nl", "kwaad@127.0.0.1"]
)
async def test_a_host_that_is_not_ours_stands_nowhere(host: str) -> None:
    async with client() as plank:
        for path in ("/widget/v1/demo", "/nergens", "/", "/oplossing/", "/graphiql"):
            reply = await plank.get(path, headers={**PAGE, "Host": host})
            assert "kwaad" not in reply.text + str(reply.headers), path


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("localhost:8000", "http://localhost:8000"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("[::1]:8000", "http://[::1]:8000"),
        ("LOCALHOST:80", "http://localhost"),
    ],
)
async def test_this_machine_may_be_called_by_its_own_names(host: str, shown: str) -> None:
    async with client() as plank:
        assert await home(plank, Host=host) == shown


async def test_the_address_that_was_connected_to_is_ours() -> None:
    async with client(STRANGER, "http://192.0.2.7:8000") as plank:
        assert await home(plank) == "http://192.0.2.7:8000"
        assert await home(plank, Host="192.0.2.8:8000") == "http://192.0.2.7:8000"


@pytest.mark.parametrize("kept", [True, False], ids=["prefix stays on", "prefix is taken off"])
async def test_below_a_path_every_own_address_has_it(kept: bool) -> None:
    async with client(adres="https://gemeente.nl/plank") as plank:
        for path in ("/widget/v1/demo", "/nergens", "/graphiql"):
            page = await plank.get(f"/plank{path}" if kept else path, headers=PAGE)
            assert page.status_code == (404 if path == "/nergens" else 200)
            own = re.findall(r'(?:href|src|action)="(/[^"]*)"', page.text)
            assert own
            assert [address for address in own if not address.startswith("/plank/")] == []
        moved = await plank.get("/plank/oplossing/?na=x" if kept else "/oplossing/?na=x")
        assert (moved.status_code, moved.headers["location"]) == (308, "/plank/oplossing?na=x")


async def test_every_file_of_graphiql_is_found_below_a_path() -> None:
    async with client(adres="https://gemeente.nl/plank") as plank:
        page = (await plank.get("/plank/graphiql", headers=PAGE)).text
        files = re.findall(r'(?:href|src)="(/plank/graphiql/[^"]+)"', page)
        assert len(files) > 3
        assert {(await plank.get(file)).status_code for file in files} == {200}


async def test_a_path_that_only_begins_like_the_prefix_is_another() -> None:
    async with client(adres="https://gemeente.nl/plank") as plank:
        assert (await plank.get("/planken")).status_code == 404
        assert (await plank.get("/plank/gezond")).status_code == 200


async def test_a_request_has_one_host() -> None:
    async with client() as plank:
        for headers in ([("Host", "a"), ("Host", "b")], []):
            request = httpx.Request("GET", "http://127.0.0.1/gezond", headers=headers)
            if not headers:
                del request.headers["host"]
            assert (await plank.send(request)).status_code == 400


async def test_an_address_that_is_too_long_is_refused() -> None:
    async with client() as plank:
        fits, too_long = [await plank.get("/gezond?x=" + "a" * size) for size in (11_900, 12_000)]
        assert (fits.status_code, too_long.status_code) == (200, 414)
        assert too_long.json()["code"] == "OPERATION_TOO_LARGE"
        assert too_long.json()["hoogstens"] == 12_000


async def test_behind_a_proxy_each_caller_is_counted_apart() -> None:
    async with client(grens_verzoeken="2") as plank:
        asked = [
            (await plank.get("/nergens-thema", headers={"X-Forwarded-For": who})).status_code
            for who in ("203.0.113.1",) * 3
        ]
        statuses = [
            (await plank.get("/gegevens", headers={"X-Forwarded-For": f"6.6.6.{i}, 203.0.113.1"})).status_code
            for i in range(3)
        ]
        other = await plank.get("/gegevens", headers={"X-Forwarded-For": "203.0.113.2"})
    assert asked == [404, 404, 404], "a page that does not exist asks nothing"
    assert statuses == [200, 200, 429]
    assert other.status_code == 200


async def test_behind_tls_browsers_are_told_to_stay_there() -> None:
    async with client() as plank:
        assert (
            "strict-transport-security" in (await plank.get("/gezond", headers={"X-Forwarded-Proto": "https"})).headers
        )
        assert "strict-transport-security" not in (await plank.get("/gezond")).headers


def test_settings_of_an_address_are_read_strictly() -> None:
    assert Settings().adres == ""
    for good, read in {"https://a.nl": "https://a.nl", "http://A.nl:8080/x/y/": "http://a.nl:8080/x/y"}.items():
        assert read_settings({"OPDEPLANK_ADRES": good}).adres == read
