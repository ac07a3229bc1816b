"""`opdeplank mcp`: lets a program with a language model ask, over its standard input and output."""

import asyncio
import sys
from argparse import ArgumentParser
from importlib.util import find_spec

from graph.resources import Resources
from opdeplank.graph.database import open_graph
from opdeplank.graph.filling import refuse_empty
from opdeplank.graph.meaning import learn, put_beside
from opdeplank.pages.desk import Desk
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.refused import Refused

MISSING = "Hiervoor is een los pakket nodig. Installeer het met: pip install 'mcp>=2.3,<3'. Probeer het daarna opnieuw."


def arguments(parser: ArgumentParser) -> None:
    """None: what it may do is fixed, and whom it serves started it."""


def run(call: Call) -> int:
    if find_spec("mcp") is None:
        raise Refused(MISSING)
    asyncio.run(_serve(call))
    return DONE


async def _serve(call: Call) -> None:
    from mcp.server.stdio import stdio_server

    from opdeplank.assistant.mcp_server import made

    async with open_graph(call.settings) as store:
        await refuse_empty(store)
        async with put_beside(store, call.settings) as (beside, notice):
            await learn(beside)
            if notice:
                print(notice, file=sys.stderr)
            server = made(Desk(store, call.settings.grens_tijd, Resources(beside)))
            async with stdio_server() as (reads, writes):
                await server.run(reads, writes, server.create_initialization_options())
