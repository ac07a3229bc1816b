import asyncio
from contextlib import suppress
from typing import Any

import orjson
import pytest

from graph.engine.embedded import Embedded
from graph.engine.store import Store
from opdeplank import VERSIE
from opdeplank.door import inside
from opdeplank.graph import running
from opdeplank.graph.running import LONGEST

pytestmark = pytest.mark.anyio


class Guest:
    """Whoever connects to the inner door of the engine."""

    def __init__(self, engine: Embedded) -> None:
        note = running.found(engine.pad)
        assert note is not None
        self.note = note

    async def come(self) -> None:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.note.poort)

    async def go(self) -> None:
        self.writer.close()
        with suppress(OSError):
            await self.writer.wait_closed()

    async def say(self, said: bytes | dict[str, Any]) -> Any:
        self.writer.write((said if isinstance(said, bytes) else orjson.dumps(said)) + b"\n")
        answer = await asyncio.wait_for(self.reader.readline(), 60)
        return orjson.loads(answer) if answer else None


async def never() -> int:
    raise AssertionError("nobody wrote")


async def test_who_shows_the_key_gets_the_graph_and_is_heard(embedded: Embedded) -> None:
    looked = []

    async def renew() -> int:
        looked.append(1)
        return 41 + len(looked)

    async with inside.ajar(embedded, renew):
        guest = Guest(embedded)
        await guest.come()
        told = await guest.say({"sleutel": guest.note.sleutel, "versie": VERSIE})
        async with await Store.open(told["uri"], told["gebruiker"], told["wachtwoord"], told["database"]) as store:
            assert await store.rows("RETURN 1", {}) == [[1]]
        assert await guest.say({"klaar": True}) == {"versie": 42}
        await guest.go()
    assert running.found(embedded.pad) is None


async def test_nobody_else_gets_in(embedded: Embedded) -> None:
    async with inside.ajar(embedded, never):
        guest = Guest(embedded)
        key = guest.note.sleutel
        refused = (
            ({"versie": VERSIE}, {"fout": "sleutel"}),
            ({"sleutel": key[:-1], "versie": VERSIE}, {"fout": "sleutel"}),
            ({"sleutel": "é", "versie": VERSIE}, {"fout": "sleutel"}),
            ({"sleutel": [key], "versie": VERSIE}, {"fout": "sleutel"}),
            ({"sleutel": key, "versie": "0"}, {"fout": "versie", "versie": VERSIE}),
            (b"7", {"fout": "sleutel"}),
            (b"GET / HTTP/1.1", None),
            (b"\xff" * 2 * LONGEST, None),
        )
        for said, answer in refused:
            await guest.come()
            assert await guest.say(said) == answer, said
            assert await guest.reader.read() == b"", "and the door is closed"
            await guest.go()


async def test_a_few_at_a_time_and_a_place_is_given_back(embedded: Embedded) -> None:
    async with inside.ajar(embedded, never):
        guests = [Guest(embedded) for _ in range(inside.MOST + 1)]
        for guest in guests:
            await guest.come()
        said = {"sleutel": guests[0].note.sleutel, "versie": VERSIE}
        answers = [await guest.say(said) for guest in guests]
        assert ["fout" in answer for answer in answers] == [False] * inside.MOST + [True]
        await guests[0].go()
        for _ in range(100):
            await guests[-1].go()
            await guests[-1].come()
            if "fout" not in await guests[-1].say(said):
                break
        else:
            pytest.fail("the place was not given back")
        for guest in guests:
            await guest.go()


async def test_a_service_that_stops_sends_away_who_stays(embedded: Embedded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside, "DRAIN_SECONDS", 0.1)
    async with inside.ajar(embedded, never):
        guest = Guest(embedded)
        await guest.come()
        await guest.say({"sleutel": guest.note.sleutel, "versie": VERSIE})
    assert await asyncio.wait_for(guest.reader.read(), 60) == b""
    await guest.go()


async def test_a_neo4j_has_no_inner_door() -> None:
    async with inside.ajar(None, never):
        pass
