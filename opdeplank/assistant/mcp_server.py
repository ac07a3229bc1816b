"""The server of the Model Context Protocol: lists the tools, and answers a call from the API as everybody sees it.

Nothing can be written, no question of one's own be asked, and nobody's name or address comes along (`no_people`).
"""

from typing import Any

import orjson
from mcp.server import Server
from mcp.server.context import ServerRequestContext
from mcp_types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    ToolAnnotations,
)
from mcp_types import Tool as Offered

from opdeplank import VERSIE
from opdeplank.assistant.assistant_tools import TOOLS, Tool, WrongCall
from opdeplank.assistant.no_people import WARNING, impersonal, told
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.registered import by_name
from opdeplank.pages.desk import Desk, Unanswered

CALLER = "mcp"
NOTHING = "Er is niets met dit id. Zoek het op met vind_op_naam."
LARGEST = 60_000
"""Characters of an answer: what does not fit in the head of a model, it makes up."""
LARGE = "Dit is te veel om in één keer te vertellen. Vraag naar een van de dingen erin, of zoek gerichter."


class Assistant:
    """Answers calls; each question is made impersonal once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._texts = {tool.name: impersonal(SCHEMA, by_name(tool.asks).text) for tool in TOOLS}
        self._tools = {tool.name: tool for tool in TOOLS}

    async def offer(self, _: ServerRequestContext[Any], __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[_offered(tool) for tool in TOOLS])

    async def call(self, _: ServerRequestContext[Any], asked: CallToolRequestParams) -> CallToolResult:
        tool = self._tools.get(asked.name)
        if tool is None:
            return _refusal(f"'{asked.name}' is er niet. Kies uit: {', '.join(self._tools)}.")
        try:
            variables = tool.checked(asked.arguments or {})
            data = await self._desk.put(self._texts[tool.name], variables, CALLER)
        except (WrongCall, Unanswered) as error:
            return _refusal(str(error))
        found = told(data)
        if not any(found.values()):
            return _refusal(NOTHING)
        text = orjson.dumps(found).decode()
        if len(text) > LARGEST:
            return _refusal(LARGE)
        return CallToolResult(
            content=[TextContent(type="text", text=WARNING), TextContent(type="text", text=text)],
            structured_content=found,
        )


def made(desk: Desk) -> Server[Any]:
    """The server, to be run over whatever two streams."""
    assistant = Assistant(desk)
    return Server(
        "op-de-plank", version=VERSIE, title="Op de Plank", instructions=WARNING,
        on_list_tools=assistant.offer, on_call_tool=assistant.call,
    )  # fmt: skip


def _offered(tool: Tool) -> Offered:
    reads = ToolAnnotations(
        title=tool.title, read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    return Offered(
        name=tool.name, title=tool.title, description=tool.description, input_schema=tool.schema, annotations=reads
    )


def _refusal(said: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=said)], is_error=True)
