"""`opdeplank vragen`: the questions that nothing on the shelf answered, asked most first."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict

from graph.dutch.phrasing import series
from graph.search import unanswered
from graph.search.unanswered import Kept, Vraag
from opdeplank.graph.database import open_graph
from opdeplank.terminal.call import DONE, Call

NONE_KEPT = "Er zijn geen vragen bewaard."
HOW = "Vragen zonder antwoord worden alleen geteld als OPDEPLANK_VRAGEN_BEWAREN op ja staat."


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--eerste", type=int, default=25, metavar="AANTAL", help="hoeveel vragen je wilt zien")
    parser.add_argument("--wis", action="store_true", help="gooi alle bewaarde vragen weg")


def run(call: Call) -> int:
    return asyncio.run(_forget(call) if call.args.wis else _show(call))


async def _show(call: Call) -> int:
    async with open_graph(call.settings) as store:
        found = await unanswered.kept(store, max(1, call.args.eerste))
    call.answer(asdict(found), "\n".join(_told(found, call.settings.vragen_bewaren)))
    return DONE


async def _forget(call: Call) -> int:
    async with open_graph(call.settings) as store:
        number = await unanswered.forget(store)
    call.answer({"gewist": number}, f"Gewist: {number} {'vraag' if number == 1 else 'vragen'}.")
    return DONE


def _told(found: Kept, keeping: bool) -> Iterator[str]:
    if not found.vragen:
        yield NONE_KEPT if keeping else f"{NONE_KEPT} {HOW}"
    else:
        shown = len(found.vragen)
        yield "Hier lag niets voor op de plank. De vraag die het vaakst is gesteld, staat bovenaan."
        for vraag in found.vragen:
            yield ""
            yield from _one(vraag)
        if shown < found.verschillend:
            yield ""
            yield f"Dit zijn er {shown} van {found.verschillend}. Meer zie je met --eerste {found.verschillend}."
    if found.weggelaten:
        yield ""
        yield f"Niet bewaard, omdat er een persoon in kan staan: {found.weggelaten}."
    if found.te_veel:
        yield ""
        yield f"Niet bewaard, omdat het er te veel waren: {found.te_veel}."


def _one(vraag: Vraag) -> Iterator[str]:
    when = vraag.laatste if vraag.eerste == vraag.laatste else f"{vraag.eerste} tot {vraag.laatste}"
    yield f"{vraag.aantal:>4}x  {vraag.tekst}"
    yield f"       {when}{f', uit {series(vraag.gemeenten)}' if vraag.gemeenten else ''}"
    if vraag.onderwerp:
        yield f"       Onderwerp: {vraag.onderwerp}."
    yield f"       {f'Lijkt op: {vraag.knelpunt}' if vraag.knelpunt else 'Lijkt op geen knelpunt dat we kennen.'}"
