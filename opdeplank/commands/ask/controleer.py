"""`opdeplank controleer`: the graph against the model; exits 1 when the graph breaks its own rules."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date

from graph.domain.provenance import MODEL
from graph.dutch.phrasing import some
from graph.upkeep import counts
from loaders.curate.check import Remark, check
from opdeplank.graph.database import open_graph, prepare
from opdeplank.graph.filling import EMPTY
from opdeplank.terminal.call import DONE, FAILED, Call
from opdeplank.terminal.progress_bar import Progress

SHOWN = 25


def arguments(parser: ArgumentParser) -> None:
    """Nothing to choose."""


def run(call: Call) -> int:
    found, empty = asyncio.run(_check(call))
    wrong = [remark for remark in found if remark.fout]
    value = {
        "fouten": len(wrong),
        "aandachtspunten": len(found) - len(wrong),
        "bevindingen": [r.as_json() for r in found],
    }
    call.answer(value, "\n".join([*_story(found, wrong), *([EMPTY] if empty else [])]))
    return FAILED if wrong else DONE


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
            yield from (f"  {remark.tekst}" for remark in remarks[:SHOWN])
            if len(remarks) > SHOWN:
                yield f"  … en nog {len(remarks) - SHOWN}; --json geeft ze allemaal"
