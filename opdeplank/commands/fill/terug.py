"""`opdeplank terug`: take loads or one change back, as if they had not been there. What would overwrite later work
becomes a proposal instead.
"""

import asyncio
import getpass
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from graph.contents import history
from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import GraphError
from loaders.load.counter_proposal import for_change, for_load
from loaders.load.one_change import Overtaken, undo_change
from loaders.load.undo import BuiltUpon, undo_all
from loaders.proposal.proposal import Proposal
from opdeplank.graph import meant
from opdeplank.graph.database import open_graph, prepare
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.progress_bar import Progress
from opdeplank.terminal.refused import Refused

CHANGE = "wijziging:"
FIRST_DAY = "0001-01-01"
PROPOSAL = "terug.json"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "wat", nargs="*", metavar="WAT",
        help="ladingen (de id op de bon, zoals lading:1a2b…, of de naam van een bestand), of één wijziging:1a2b…",
    )  # fmt: skip
    parser.add_argument("--van", metavar="NAAM", help="alle ladingen van iemand, samen met --sinds een deel daarvan")
    parser.add_argument("--sinds", metavar="DATUM", default=FIRST_DAY, help="alleen ladingen vanaf deze dag")
    parser.add_argument("--door", metavar="NAAM", help="wie dit terugdraait (anders: je gebruikersnaam)")
    parser.add_argument(
        "--uit", type=Path, default=Path("."), metavar="MAP", help="map voor het voorstel als het niet zomaar kan"
    )


def run(call: Call) -> int:
    value = asyncio.run(_undo(call))
    what = value.get("wijziging") or " en ".join(value["ladingen"])
    call.answer(value, f"{what} {'zijn' if len(value['ladingen']) > 1 else 'is'} teruggedraaid.")
    return DONE


async def _undo(call: Call) -> dict[str, Any]:
    door = call.args.door or getpass.getuser()
    async with open_graph(call.settings, roomy=True) as store:
        await prepare(store)
        changes = [each for each in call.args.wat if each.startswith(CHANGE)]
        if changes:
            return await _one_change(call, store, door, changes)
        return await _loads(call, store, door)


async def _one_change(call: Call, store: Store, door: str, changes: Sequence[str]) -> dict[str, Any]:
    if len(call.args.wat) > 1 or call.args.van:
        raise Refused("Draai wijzigingen één voor één terug.")
    change = changes[0]
    try:
        bon = await undo_change(store, MODEL, change, door)
    except Overtaken as error:
        raise _instead(call, error, await for_change(store.rows, MODEL, change)) from None
    return {"wijziging": change, "ladingen": [bon.lading], "teruggedraaid": True, "graafversie": bon.graafversie}


async def _loads(call: Call, store: Store, door: str) -> dict[str, Any]:
    loads = [await meant.load(store, each) for each in call.args.wat]
    if call.args.van:
        loads += await history.loads_by(store.rows, call.args.van, call.args.sinds)
    if not loads:
        raise Refused("Er is niets dat terug kan. Noem een lading of een wijziging, of met --van iemand die laadde.")
    try:
        with Progress("Terugdraaien") as progress:
            version = await undo_all(store, MODEL, loads, door, progress=progress)
    except BuiltUpon as error:
        if len(loads) > 1:
            raise
        raise _instead(call, error, await for_load(store.rows, MODEL, loads[0])) from None
    one = {"lading": loads[0]} if len(loads) == 1 else {}
    return {**one, "ladingen": loads, "teruggedraaid": True, "graafversie": version}


def _instead(call: Call, error: GraphError, proposal: Proposal) -> Exception:
    """The refusal, with the proposal that it left; without questions there is nothing to propose."""
    if not proposal.feiten:
        return error
    path = call.args.uit / PROPOSAL
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(proposal.to_json())
    except OSError:
        return Refused(f"{error.melding} In {call.args.uit} kan ik niet schrijven. Kies een andere map met --uit.")
    told = (
        f"{error.melding} Wat je kunt doen, staat als vragen in {path}. Beslis, en laad het met: opdeplank laad {path}"
    )
    return Refused(told, {"voorstel": str(path)})
