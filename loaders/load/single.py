"""One step by hand that no document asks for: it gets a receipt and its history, so that it goes back as any load."""

from collections.abc import Iterable
from typing import NamedTuple

from graph.domain.reader import Model
from graph.domain.vocabulary import WijzigingSoort
from graph.engine.store import Run
from loaders.documents.document import HASH_LENGTH, digest
from loaders.load import changes
from loaders.load.apply import receipt
from loaders.load.changes import Stamp, Turn
from loaders.load.difference import Difference, write
from loaders.load.plan import Hand
from loaders.load.receipt import Bon, Undo


class History(NamedTuple):
    """What went from what to what; `soort`: what the whole load was, when it was no ordinary one."""

    turns: Iterable[Turn]
    soort: WijzigingSoort | None = None


async def write_one(
    run: Run, model: Model, hand: Hand, number: int, difference: Difference, turns: Iterable[Turn]
) -> Bon:  # fmt: skip
    """Write these rows as the load that makes this version of the graph; `turns` are what its history says."""
    bon = Bon("lading:" + digest(f"los {number} {hand.op}")[:HASH_LENGTH], graafversie=number)
    bon.bijgewerkt = len(difference.nodes) + len(difference.edges)
    await write_load(run, model, hand, bon, difference, History(turns))
    return bon


async def write_load(run: Run, model: Model, hand: Hand, bon: Bon, difference: Difference, said: History) -> None:
    """Write these rows as a load of its own, with what its history says and a receipt to take it back by."""
    await write(run, model, difference)
    undo = Undo()
    undo.add(difference)
    stamp = Stamp(hand.door, hand.op, bon.lading, bon.graafversie, hand.rol)
    lines = changes.told(model, said.turns, stamp, said.soort)
    bon.told = [row.id for row in await changes.record(run, model, lines)]
    await receipt(run, model, bon, hand, undo, [])
