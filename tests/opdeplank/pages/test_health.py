import asyncio
from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from graph.errors import StoreDamaged
from opdeplank.app import app
from opdeplank.settings.table import Settings
from tests.fake_store import FakeStore


class Slow(FakeStore):
    """Answers when it is told to."""

    def __init__(self) -> None:
        super().__init__([[0]])
        self.go_on = asyncio.Event()

    async def rows(self, text: str, parameters: Mapping[str, Any], timeout: float | None = None) -> list[list[Any]]:
        self.asked.append(text)
        await self.go_on.wait()
        return [[0]]


@pytest.mark.anyio
async def test_however_many_ask_whether_it_is_ready_the_database_is_asked_once() -> None:
    store = Slow()
    transport = httpx.ASGITransport(app(store.as_store(), Settings()))
    async with httpx.AsyncClient(transport=transport, base_url="http://plank") as plank:
        asked = [asyncio.create_task(plank.get("/gereed")) for _ in range(50)]
        await asyncio.sleep(0.1)
        assert len(store.asked) == 1
        store.go_on.set()
        assert len({(await reply).status_code for reply in asked}) == 1
        first = len(store.asked)
        await plank.get("/gereed")
        assert len(store.asked) == 2 * first, "who asks later gets an answer of later"


@pytest.mark.anyio
async def test_a_damaged_store_is_not_ready_and_says_what_to_do() -> None:
    store = FakeStore(StoreDamaged("De opslag is beschadigd: van Wet 2. Zet een kopie terug."))
    transport = httpx.ASGITransport(app(store.as_store(), Settings()))
    async with httpx.AsyncClient(transport=transport, base_url="http://plank") as plank:
        reply = await plank.get("/gereed")
        asked = await plank.post("/graphql", json={"query": "{ wetten { aantal } }"})
    assert (reply.status_code, reply.headers["Retry-After"]) == (503, "5")
    assert reply.json()["title"] == "De opslag is beschadigd: van Wet 2."
    assert "Zet een kopie terug." in reply.text
    assert asked.status_code == 503
    assert asked.json()["errors"][0]["extensions"]["code"] == "STORE_UNAVAILABLE"
