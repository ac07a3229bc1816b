"""`opdeplank samenvoegen`: things that turn out to be one become one; the first id stays."""

import asyncio
import getpass
from argparse import ArgumentParser

from graph.domain.provenance import MODEL
from graph.dutch.phrasing import series
from loaders.curate.merge_things import merge
from loaders.load.receipt import Bon
from opdeplank.graph import meant
from opdeplank.graph.database import open_graph, prepare
from opdeplank.terminal.call import DONE, Call


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "id", nargs="+", metavar="ID", help="twee of meer dingen van één soort, bij id of naam; het eerste blijft"
    )
    parser.add_argument("--door", metavar="NAAM", help="wie dit samenvoegt (anders: je gebruikersnaam)")


def run(call: Call) -> int:
    bon = asyncio.run(_merge(call))
    survivor, *others = bon.ids
    lines = [
        f"{series(others, len(others))} {'hoort' if len(others) == 1 else 'horen'} nu bij {survivor}. "
        "Een oude id blijft daarheen wijzen.",
        "",
        f"Bon: {bon.lading}",
        f"Ongedaan maken: opdeplank terug {bon.lading}",
    ]
    value = {"lading": bon.lading, "id": survivor, "samengevoegd": others, "graafversie": bon.graafversie}
    call.answer(value, "\n".join(lines))
    return DONE


async def _merge(call: Call) -> Bon:
    async with open_graph(call.settings) as store:
        await prepare(store)
        ids = [await meant.thing(store, given) for given in call.args.id]
        return await merge(store, MODEL, ids, call.args.door or getpass.getuser())
