"""The Model Context Protocol, spoken by the protocol's own client."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from mcp.client import Client
from mcp_types import CallToolResult, TextContent

from graph.engine.store import Run, Store
from opdeplank.assistant.assistant_tools import TOOLS
from opdeplank.assistant.mcp_server import NOTHING, made
from opdeplank.assistant.no_people import QUOTED, WARNING
from opdeplank.graph.database import prepare
from opdeplank.pages.desk import Desk
from tests.loaders.papers import SOLUTION, base, load, write

pytestmark = pytest.mark.anyio
FUND = "oplossing:eenloket-nandu"


@pytest.fixture
async def client(store: Store, tmp_path: Path) -> AsyncIterator[Client]:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    await prepare(store)
    async with Client(made(Desk(store)), mode="legacy") as client:
        yield client


def said(result: CallToolResult) -> list[str]:
    return [each.text for each in result.content if isinstance(each, TextContent)]


async def test_it_offers_reading_alone_and_answers_with_ids_sources_and_marked_quotes(client: Client) -> None:
    assert client.instructions == WARNING
    offered = (await client.list_tools()).tools
    assert [each.name for each in offered] == [tool.name for tool in TOOLS]
    assert all(each.annotations and each.annotations.read_only_hint for each in offered)
    found = await client.call_tool("vind_op_naam", {"naam": "Waterdam"})
    assert not found.is_error
    assert "gemeente:gm9001" in orjson.dumps(found.structured_content).decode()
    shown = await client.call_tool("toon_oplossing", {"id": FUND})
    warning, text = said(shown)
    assert warning == WARNING
    answer: dict[str, Any] = orjson.loads(text)
    assert answer == shown.structured_content
    assert answer["oplossing"]["toepassingen"]["nodes"][0]["gemeente"]["naam"] == "Waterdam"
    quotes = answer["oplossing"]["herkomst"]["nodes"]
    assert quotes
    assert all(each[QUOTED] and each["bron"] for each in quotes)
    assert "persoon:" not in text
    shelf = await client.call_tool("zoek_op_de_plank", {"vraag": "één loket voor hulp", "gemeente": "GM9001"})
    assert not shelf.is_error, said(shelf)


async def test_what_is_hidden_wrong_or_not_there_is_said_and_nothing_more(client: Client, store: Store) -> None:
    async def hide(run: Run) -> None:
        await run("MATCH (n:Oplossing {id: $id}) SET n.publicatieStatus = 'CONCEPT'", {"id": FUND})

    nothing = await client.call_tool("toon_oplossing", {"id": "oplossing:bestaat-niet"})
    assert (nothing.is_error, said(nothing)) == (True, [NOTHING])
    await store.write(hide)
    assert said(await client.call_tool("toon_oplossing", {"id": FUND})) == [NOTHING]
    for name, given in (
        ("toon_oplossing", {"id": "persoon:x"}),
        ("schrijf", {}),
        ("zoek_op_de_plank", {"query": "{x}"}),
    ):
        refused = await client.call_tool(name, given)
        assert refused.is_error, name
        assert len(said(refused)) == 1
