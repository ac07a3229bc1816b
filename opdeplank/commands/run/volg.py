"""`opdeplank volg`: what is written in the graph is in a file elsewhere soon after, and can be put together again."""

import asyncio
import signal
import sys
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path

from graph.domain.provenance import MODEL
from graph.dutch.phrasing import some
from graph.errors import GraphError
from opdeplank.copies import trail
from opdeplank.copies.shipping import Shipped, Shipping
from opdeplank.graph.database import open_graph, prepare
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.refused import Refused

THERE = "{path} bestaat al. Kies een andere naam, of gooi dat bestand eerst weg."
UNWRITABLE = "In {folder} kan ik niet schrijven ({why}). Maak ruimte of kies een andere map."
AGAIN = 10.0
"""Seconds after which a graph that went away is asked again."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("map", type=Path, metavar="MAP", help="waar het spoor komt, het liefst op een andere machine")
    parser.add_argument("--elke", type=int, default=5, metavar="SECONDEN", help="hoe vaak ik kijk (anders: 5)")
    parser.add_argument("--eenmaal", action="store_true", help="neem mee wat er nu is, en stop")
    parser.add_argument("--kopie", type=Path, metavar="BESTAND", help="maak van het spoor één kopie, voor herstel")


def run(call: Call) -> int:
    if call.args.kopie:
        return _put_together(call)
    with suppress(asyncio.CancelledError, KeyboardInterrupt):  # told to stop: what is there is whole
        asyncio.run(_follow(call))
    return DONE


def _put_together(call: Call) -> int:
    path: Path = call.args.kopie
    if path.exists():
        raise Refused(THERE.format(path=path))
    head, tail = trail.brought_up(call.args.map, MODEL, path)
    value = {
        "bestand": str(path), "graafversie": head.graafversie, "knopen": tail.knopen, "relaties": tail.relaties,
        "sha256": tail.sha256,
    }  # fmt: skip
    told = f"{some(tail.knopen, 'ding', 'dingen')} en {some(tail.relaties, 'relatie', 'relaties')}"
    call.answer(value, f"Bijgewerkt in {path}: {told}, versie {head.graafversie} van de graaf.")
    return DONE


async def _follow(call: Call) -> None:
    """Until told to stop. A graph that goes away is waited for."""
    task = asyncio.current_task()
    assert task is not None
    with suppress(NotImplementedError):  # Windows
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    shipping: Shipping | None = None
    while True:
        try:
            async with open_graph(call.settings) as store:
                await prepare(store)
                shipping = Shipping(store, MODEL, call.args.map) if shipping is None else shipping.onto(store)
                await _ship(call, shipping)
                return
        except OSError as error:
            raise Refused(UNWRITABLE.format(folder=call.args.map, why=error.strerror)) from error
        except (GraphError, Refused) as error:
            if shipping is None or call.args.eenmaal:
                raise
            sys.stderr.write(f"opdeplank: {error} Ik probeer het zo opnieuw.\n")
            await asyncio.sleep(AGAIN)


async def _ship(call: Call, shipping: Shipping) -> None:
    while True:
        if shipped := await shipping.step():
            _say(call, shipped)
        if call.args.eenmaal:
            return
        await asyncio.sleep(call.args.elke)


def _say(call: Call, shipped: Shipped) -> None:
    value = {"bestand": str(shipped.path), "graafversie": shipped.version, "knopen": shipped.changed}
    what = "Alles" if shipped.whole else some(shipped.changed, "ding", "dingen")
    call.answer(value, f"{what} tot en met versie {shipped.version}: {shipped.path.name}")
