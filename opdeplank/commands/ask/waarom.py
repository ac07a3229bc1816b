"""`opdeplank waarom`: the passages behind a thing or a fact."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Iterator

from graph.contents.evidence import Quote
from graph.domain.provenance import MODEL
from loaders.curate.why import Why, why
from opdeplank.graph import meant
from opdeplank.graph.database import open_graph, prepare
from opdeplank.terminal.call import DONE, Call

SHOWN = 400
"""Characters of a passage on a terminal; `--json` gives all of it."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "id", nargs="+", metavar="ID", help="een ding, zoals gemeente:gm0344, een naam, of een feit, zoals f:1a2b…"
    )


def run(call: Call) -> int:
    found = asyncio.run(_why(call))
    call.answer(found.as_json(), "\n".join(_story(found)))
    return DONE


async def _why(call: Call) -> Why:
    async with open_graph(call.settings) as store:
        await prepare(store)
        return await why(store.rows, MODEL, await meant.thing(store, " ".join(call.args.id)))


def _story(found: Why) -> Iterator[str]:
    yield f"{found.naam} ({found.id})"
    if not found.redenen:
        yield "  Hier is geen bewijs voor vastgelegd."
    for reason in found.redenen:
        yield ""
        yield reason.zin
        for fact in reason.feiten:
            decided = "" if fact.besluit == "ja" else f", besluit: {fact.besluit}"
            yield f"  {fact.id}{decided}"
            for quote in fact.quotes:
                yield from _quote(quote)


def _quote(quote: Quote) -> Iterator[str]:
    text = " ".join(quote.passage.split())
    yield f"    “{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}”"
    where = quote.url or quote.bestand or quote.document
    day = f", {quote.datum}" if quote.datum else ""
    yield f"    {quote.titel}{day} · {where}"
    yield f"    zekerheid {quote.zekerheid:.2f}, regel {quote.regel}, vastgelegd door {quote.vastgelegd_door}"
