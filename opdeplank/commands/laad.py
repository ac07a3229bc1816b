"""`opdeplank laad`: what was decided in a proposal goes to the graph, all of it or nothing."""

import asyncio
import getpass
from argparse import ArgumentParser
from pathlib import Path

from graph.provenance import MODEL
from loaders.apply import apply, preview
from loaders.proposal import BadProposal, Proposal, accept_all, from_json
from loaders.receipt import Bon
from opdeplank.call import DONE, Call
from opdeplank.commands import lees
from opdeplank.connection import open_graph, prepare
from opdeplank.refused import Refused


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("voorstel", type=Path, metavar="VOORSTEL", help="het voorstel, of de map waar het in staat")
    parser.add_argument("--alles", action="store_true", help="zeg ja tegen elk feit zonder vraag")
    parser.add_argument("--proefdraai", action="store_true", help="laat alleen zien wat er verandert")
    parser.add_argument("--door", metavar="NAAM", help="wie dit laadt (anders: je gebruikersnaam)")


def run(call: Call) -> int:
    proposal = _proposal(call.args.voorstel)
    if call.args.alles:
        accept_all(proposal)
    bon = asyncio.run(_load(call, proposal))
    call.answer({**bon.as_json(), "proefdraai": call.args.proefdraai}, "\n".join(_receipt(bon, call.args.proefdraai)))
    return DONE


async def _load(call: Call, proposal: Proposal) -> Bon:
    async with open_graph(call.settings) as store:
        await prepare(store)
        if call.args.proefdraai:
            return await preview(store.rows, MODEL, proposal)
        return await apply(store, MODEL, proposal, call.args.door or getpass.getuser())


def _proposal(path: Path) -> Proposal:
    path = path / lees.NAME if path.is_dir() else path
    try:
        return from_json(path.read_bytes(), path.name)
    except FileNotFoundError as error:
        raise Refused(f"{path} bestaat niet. Maak eerst een voorstel met 'opdeplank lees'.") from error
    except OSError as error:
        raise Refused(f"{path} is niet te lezen. Controleer de rechten.") from error
    except BadProposal as error:
        raise Refused(str(error)) from error


def _receipt(bon: Bon, rehearsal: bool) -> list[str]:
    if bon.al_geladen:
        return [f"Dit was al geladen als {bon.lading}. Er is niets veranderd."]
    counts = [
        f"  nieuw          {bon.aangemaakt}",
        f"  bijgewerkt     {bon.bijgewerkt}",
        f"  al bekend      {bon.ongewijzigd}",
        f"  afgewezen      {bon.afgekeurd}",
        f"  voor later     {bon.uitgesteld}",
    ]
    if rehearsal:
        return ["Zo zou de graaf veranderen. Er is niets geschreven.", *counts]
    return [
        f"De lading is doorgevoerd: {bon.feiten} feiten uit {bon.documenten} documenten.",
        *counts,
        "",
        f"Bon: {bon.lading}",
        f"Ongedaan maken: opdeplank terug {bon.lading}",
    ]
