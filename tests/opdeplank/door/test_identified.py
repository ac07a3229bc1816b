"""At the door: every route has its viewer, and what opens nothing is refused alike, in bytes."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.domain.vocabulary import Rol
from opdeplank.app import app
from opdeplank.keys import keyring, last_use
from opdeplank.keys.key import Key, new
from opdeplank.keys.key_file import KeyFile
from opdeplank.settings.environment import read_settings
from tests.fake_store import FakeStore

pytestmark = pytest.mark.anyio
ASKED = {"query": "{ __typename }"}


def made(folder: Path, days: int = 1, role: Rol = Rol.ANALIST) -> tuple[str, Key]:
    shown, key = new("x", role, None, datetime.now(UTC) + timedelta(days=days))
    KeyFile(folder / "data").add(key)
    return shown, key


class Showing(FakeStore):
    """Keeps what is sent when somebody may see that."""

    def operation(self, seconds: float, caller: str | None = None, shown: bool = False) -> FakeStore:
        self.sent = [] if shown else None
        return self


class Door:
    """The service, reached from some address."""

    def __init__(self, folder: Path, address: str = "203.0.113.1", **given: str) -> None:
        settings = read_settings({"OPDEPLANK_DATA": str(folder / "data"), **given})
        self.service = app(Showing([[0]]).as_store(), settings)
        self.address = address

    async def ask(self, shown: str | None = None, path: str = "/graphql", address: str = "", **more: Any) -> Any:
        headers = {"Accept": "application/json", "X-Request-ID": "een"}
        headers |= {} if shown is None else {"Authorization": f"Bearer {shown}"}
        transport = httpx.ASGITransport(self.service, client=(address or self.address, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            if path == "/graphql":
                return await client.post(path, json={**ASKED, **more}, headers=headers)
            return await client.get(path, headers=headers)


@pytest.fixture
async def door(tmp_path: Path) -> Door:
    return Door(tmp_path)


async def test_a_key_opens_what_its_role_may_see(tmp_path: Path, door: Door) -> None:
    analyst, _ = made(tmp_path)
    town, key = new("x", Rol.GEMEENTE, "gemeente:gm0344", datetime.now(UTC) + timedelta(days=1))
    KeyFile(tmp_path / "data").add(key)
    assert "plan" in (await door.ask(analyst)).json()["extensions"]
    for shown in (None, town):
        reply = await door.ask(shown)
        assert (reply.status_code, "plan" in reply.json()["extensions"]) == (200, False)
    assert (await door.ask(analyst)).headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize("path", ["/graphql", "/oplossing", f"/graphql?documentId={'0' * 64}", "/schema.graphql"])
async def test_wrong_expired_withdrawn_and_unknown_are_the_same_bytes(tmp_path: Path, door: Door, path: str) -> None:
    right, _ = made(tmp_path)
    over, _ = made(tmp_path, -1)
    gone, key = made(tmp_path)
    KeyFile(tmp_path / "data").withdraw(key.prefix, datetime.now(UTC))
    wrong = right[:-1] + ("A" if right[-1] != "A" else "B")
    replies = [await door.ask(shown, path) for shown in (wrong, over, gone, "odp_abcdefgh_" + "a" * 43, "x", "a.b.c")]
    assert {reply.status_code for reply in replies} == {401}
    assert len({reply.content for reply in replies}) == 1
    assert len({tuple(reply.headers.items()) for reply in replies}) == 1
    first = replies[0]
    assert first.headers["www-authenticate"] == 'Bearer realm="Op de Plank", error="invalid_token"'
    assert first.headers["cache-control"] == "no-store"
    told = first.json()
    assert (told["errors"][0]["extensions"] if "errors" in told else told)["code"] == "UNAUTHENTICATED"
    assert key.prefix not in first.text


async def test_a_key_that_is_withdrawn_stops_while_the_service_runs(tmp_path: Path, door: Door) -> None:
    shown, key = made(tmp_path)
    assert (await door.ask(shown)).status_code == 200
    KeyFile(tmp_path / "data").withdraw(key.prefix, datetime.now(UTC))
    await asyncio.sleep(keyring.LOOK_EVERY + 0.05)
    assert (await door.ask(shown)).status_code == 401


async def test_with_a_key_one_is_counted_by_it_and_not_by_the_address(tmp_path: Path) -> None:
    given = {"OPDEPLANK_GRENS_VERZOEKEN": "3", "OPDEPLANK_GRENS_VERZOEKEN_SLEUTEL": "5", "OPDEPLANK_GRENS_VORMEN": "1"}
    door = Door(tmp_path, **given)
    one, _ = made(tmp_path)
    other, _ = made(tmp_path)
    assert [(await door.ask()).status_code for _ in range(4)] == [200, 200, 200, 429]
    asked = [await door.ask(one, address=f"203.0.113.{n}") for n in range(6)]
    assert [reply.status_code for reply in asked] == [200] * 5 + [429]
    assert asked[-1].json()["errors"][0]["extensions"]["hoogstens"] == 5
    limits = asked[0].json()["extensions"]["grenzen"]
    assert (limits["verzoeken"]["hoogstens"], "vormen" in limits) == (5, False)
    assert (await door.ask(other)).status_code == 200


async def test_questions_count_as_what_they_cost_per_address_and_per_key(tmp_path: Path) -> None:
    given = {"OPDEPLANK_GRENS_PUNTEN": "100", "OPDEPLANK_GRENS_PUNTEN_SLEUTEL": "200", "OPDEPLANK_GRENS_VERZOEKEN": "0"}
    door = Door(tmp_path, **given)
    shown, _ = made(tmp_path)
    asking = "{ gemeenten { aantal } }"
    first = await door.ask(query=asking)
    price = first.json()["extensions"]["kosten"]
    assert first.json()["extensions"]["grenzen"]["punten"]["over"] == 100 - price
    asked = [first, *[await door.ask(query=asking) for _ in range(100 // price)]]
    assert [reply.status_code for reply in asked] == [200] * (100 // price) + [429]
    refusal = asked[-1].json()["errors"][0]["extensions"]
    assert (refusal["code"], refusal["limiet"], refusal["gevraagd"]) == ("RATE_LIMITED", "punten", price)
    assert int(asked[-1].headers["retry-after"]) == refusal["wacht"]
    by_key = [await door.ask(shown, address=f"203.0.113.{n}", query=asking) for n in range(200 // price + 1)]
    assert [reply.status_code for reply in by_key] == [200] * (200 // price) + [429]


async def test_who_goes_on_guessing_is_told_to_wait_and_whoever_has_a_key_is_not(tmp_path: Path) -> None:
    door = Door(tmp_path, OPDEPLANK_GRENS_VERZOEKEN="3")
    shown, _ = made(tmp_path)
    guesses = [await door.ask("odp_abcdefgh_" + "a" * 43) for _ in range(5)]
    assert [reply.status_code for reply in guesses] == [401, 401, 401, 429, 429]
    assert int(guesses[-1].headers["retry-after"]) > 0
    assert (await door.ask(shown)).status_code == 200, "from the same address"


async def test_when_a_key_was_last_used_is_kept(tmp_path: Path, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_use, "DELAY", 0.01)
    shown, key = made(tmp_path)
    await door.ask(shown)
    for _ in range(100):
        (found,) = KeyFile(tmp_path / "data").all()
        if found.used:
            break
        await asyncio.sleep(0.05)
    assert found.used
    assert found.prefix == key.prefix


async def test_a_key_in_the_address_is_no_key(tmp_path: Path, door: Door) -> None:
    shown, _ = made(tmp_path)
    reply = await door.ask(None, f"/graphql?access_token={shown}")
    assert (reply.status_code, shown in reply.text) == (400, False)
