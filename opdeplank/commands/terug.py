"""`opdeplank terug`: the graph as it was before a load, or a refusal that says what stands in the way."""

import asyncio
from argparse import ArgumentParser

from loaders.undo import undo
from opdeplank.call import DONE, Call
from opdeplank.connection import MODEL, open_graph, prepare


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("lading", metavar="LADING", help="de lading, zoals hij op de bon staat")


def run(call: Call) -> int:
    version = asyncio.run(_undo(call))
    value = {"lading": call.args.lading, "graafversie": version}
    call.answer(value, f"De lading is teruggedraaid. Dit is nu versie {version} van de graaf.")
    return DONE


async def _undo(call: Call) -> int:
    async with open_graph(call.settings) as store:
        await prepare(store)
        return await undo(store, MODEL, call.args.lading)
