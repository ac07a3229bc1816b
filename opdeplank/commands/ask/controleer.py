"""`opdeplank controleer`: the graph against the model; exits 1 when the graph breaks its own rules."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import date

from graph.copying.integrity import broken_ends
from graph.copying.integrity import size as counts_of_all
from graph.domain.provenance import MODEL
from graph.dutch.phrasing import some
from graph.upkeep import counts
from loaders.curate.check import Remark, check
from opdeplank.graph.database import open_graph, prepare
from opdeplank.graph.filling import EMPTY
from opdeplank.graph.soundness import look
from opdeplank.terminal.call import DONE, FAILED, Call
from opdeplank.terminal.progress_bar import Progress

SHOWN = 8
MEANING = {
    "dubbele-naam": "twee met dezelfde naam", "bijna-dubbele-naam": "namen die op elkaar lijken",
    "mist-einde": "iets wijst naar wat er niet is", "mist-waarde": "een veld is leeg dat gevuld hoort te zijn",
    "onbekend-woord": "een waarde is geen keuze", "zonder-feit": "iets rust op geen enkel feit",
    "zonder-bewijs": "een feit zonder passage", "zonder-rol": "iemand zonder functie of lidmaatschap",
    "verlopen-toepassing": "een toepassing is voorbij", "duo-onvolledig": "een traject mist een regisseur",
    "pasklaar-zonder-materiaal": "pasklaar zonder materiaal", "niet-bereikbaar": "niemand is te bereiken",
    "bewijs-zonder-reden": "niet beoordeeld, zonder reden",
}  # fmt: skip
"""What a kind of remark is about, above the remarks of that kind."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--opslag", action="store_true", help="lees in plaats daarvan alles wat er staat, en kijk of de opslag heel is"
    )


def run(call: Call) -> int:
    if call.args.opslag:
        return asyncio.run(_storage(call))
    found, empty = asyncio.run(_check(call))
    wrong = [remark for remark in found if remark.fout]
    value = {
        "fouten": len(wrong),
        "aandachtspunten": len(found) - len(wrong),
        "bevindingen": [r.as_json() for r in found],
    }
    call.answer(value, "\n".join([*_story(found, wrong), *([EMPTY] if empty else [])]))
    return FAILED if wrong else DONE


async def _storage(call: Call) -> int:
    """Whether all can be read that the database counts, and every relationship ends somewhere."""
    async with open_graph(call.settings) as store:
        with Progress("Opslag nakijken") as progress:
            wrong = await look(store)
            size = await counts_of_all(store, MODEL)
            ends = await broken_ends(store, MODEL, lambda done: progress(min(done, size), size, f"gelezen: {done}"))
    told = [wrong.melding] if wrong else []
    told += [f"Relatie {name}: {some(number, 'keer', 'keer')} zonder eind." for name, number in sorted(ends.items())]
    value = {"geteld": size, "fouten": len(told), "bevindingen": told}
    call.answer(value, "\n".join(told or [f"De opslag is heel. Gelezen: {some(size, 'ding', 'dingen')}."]))
    return FAILED if told else DONE


async def _check(call: Call) -> tuple[list[Remark], bool]:
    async with open_graph(call.settings) as store:
        await prepare(store)
        with Progress("Controleren") as progress:
            return await check(store.rows, MODEL, date.today(), progress), await counts.is_empty(store)


def _story(found: list[Remark], wrong: list[Remark]) -> Iterator[str]:
    points = some(len(found) - len(wrong), "aandachtspunt", "aandachtspunten")
    yield f"{some(len(wrong), 'fout', 'fouten')}, {points}."
    for title, remarks in (("Fouten", wrong), ("Om naar te kijken", [r for r in found if not r.fout])):
        if remarks:
            yield f"\n{title}:"
            yield from _grouped(remarks)


def _grouped(remarks: Sequence[Remark]) -> Iterator[str]:
    """A line for each remark of which there are few, and a count with the first of what there is much of."""
    kinds: dict[str, list[Remark]] = {}
    for remark in remarks:
        kinds.setdefault(remark.soort, []).append(remark)
    for soort, some_ in kinds.items():
        if len(some_) > 1:
            yield f"  {len(some_)} keer: {MEANING.get(soort, soort)}"
        indent = "    " if len(some_) > 1 else "  "
        yield from (f"{indent}{remark.tekst}" for remark in some_[:SHOWN])
        if len(some_) > SHOWN:
            yield f"{indent}… en nog {len(some_) - SHOWN}; --json geeft ze allemaal"
