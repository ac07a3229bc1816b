"""`opdeplank geschiedenis`: what happened to a thing, the newest first."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict

from graph.contents import history, old_ids
from graph.contents.history import Change, Changed
from graph.errors import NotFound
from opdeplank.graph import meant
from opdeplank.graph.database import open_graph, prepare
from opdeplank.graph.filling import refuse_empty
from opdeplank.terminal.call import DONE, Call

MOST = 1000
LONGEST = 100


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "id", nargs="+", metavar="ID", help="een ding, zoals oplossing:naam-van-de-oplossing, of een naam"
    )


def run(call: Call) -> int:
    key, changes = asyncio.run(_look(call))
    value = {"id": key, "wijzigingen": [asdict(change) for change in changes]}
    call.answer(value, "\n".join(line for change in changes for line in _story(change)))
    return DONE


async def _look(call: Call) -> tuple[str, list[Change]]:
    async with open_graph(call.settings) as store:
        await prepare(store)
        key = await meant.thing(store, " ".join(call.args.id))
        found = await history.of(store.rows, key, MOST)
        now = (await old_ids.now(store.rows, [key])).get(key)
        if now is not None:
            found = [*await history.of(store.rows, now, MOST), *found]
        if not found:
            await refuse_empty(store)
            raise NotFound(f"Van '{key}' ken ik geen geschiedenis. Zoek eerst op naam: opdeplank zoek TEKST.")
    return now or key, found


def _story(change: Change) -> Iterator[str]:
    when = change.op[:16].replace("T", " ")
    yield f"{when}  {change.soort.lower()} door {change.door} ({change.lading}, {change.id})"
    for each in change.velden:
        yield f"    {each.veld}: {_turn(each)}"


def _turn(each: Changed) -> str:
    if each.oud is None:
        return _short(each.nieuw)
    return f"{_short(each.oud)} → {_short(each.nieuw)}"


def _short(text: str | None) -> str:
    if text is None:
        return "(leeg)"
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
