"""`opdeplank terug`: take a load back, as if it had not been there."""

import asyncio
import getpass
from argparse import ArgumentParser

from graph.domain.provenance import MODEL
from loaders.load.undo import undo
from opdeplank.graph import meant
from opdeplank.graph.database import open_graph, prepare
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.progress_bar import Progress


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "lading", metavar="LADING", help="de id op de bon, zoals lading:1a2b…, of de naam van een bestand"
    )
    parser.add_argument("--door", metavar="NAAM", help="wie dit terugdraait (anders: je gebruikersnaam)")


def run(call: Call) -> int:
    load, version = asyncio.run(_undo(call))
    call.answer({"lading": load, "teruggedraaid": True, "graafversie": version}, f"{load} is teruggedraaid.")
    return DONE


async def _undo(call: Call) -> tuple[str, int]:
    async with open_graph(call.settings, roomy=True) as store:
        await prepare(store)
        load = await meant.load(store, call.args.lading)
        with Progress("Terugdraaien") as progress:
            return load, await undo(store, MODEL, load, call.args.door or getpass.getuser(), progress=progress)
