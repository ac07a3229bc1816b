"""`opdeplank migreer`: bring the stored graph to the version of this program, or say what that would take."""

import asyncio
from argparse import ArgumentParser

from graph.upkeep import migrations
from opdeplank.graph.database import own_graph, prepare
from opdeplank.terminal.call import DONE, Call


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--controleer", action="store_true", help="zeg alleen wat er te doen is en verander niets")


def run(call: Call) -> int:
    return asyncio.run(_migrate(call))


async def _migrate(call: Call) -> int:
    async with own_graph(call.settings) as store:
        waiting = [migration.name for migration in await migrations.pending(store)]
        if not call.args.controleer:
            await prepare(store)
    if call.args.controleer:
        text = "Nog uit te voeren:\n" + "\n".join(f"  {name}" for name in waiting) if waiting else "Alles is bij."
        call.answer({"teDoen": waiting}, text)
    else:
        text = "Uitgevoerd:\n" + "\n".join(f"  {name}" for name in waiting) if waiting else "Er was niets te doen."
        call.answer({"uitgevoerd": waiting}, text)
    return DONE
