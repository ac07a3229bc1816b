"""One step by hand that no document asks for: it gets a receipt and its history, so that it goes back as any load."""

from collections.abc import Iterable

from graph.domain.reader import Model
from graph.engine.store import Run
from loaders.documents.document import HASH_LENGTH, digest
from loaders.load import changes
from loaders.load.apply import receipt
from loaders.load.changes import Stamp, Turn
from loaders.load.difference import Difference, write
from loaders.load.plan import Hand
from loaders.load.receipt import Bon, Undo


async def write_one(
    run: Run, model: Model, hand: Hand, number: int, difference: Difference, turns: Iterable[Turn]
) -> Bon:  # fmt: skip
    """Write these rows as the load that makes this version of the graph; `turns` are what its history says."""
    bon = Bon("lading:" + digest(f"los {number} {hand.op}")[:HASH_LENGTH], graafversie=number)
    await write(run, model, difference)
    undo = Undo()
    undo.add(difference)
    stamp = Stamp(hand.door, hand.op, bon.lading, number, hand.rol)
    bon.told = [row.id for row in await changes.record(run, model, changes.told(model, turns, stamp))]
    bon.bijgewerkt = len(difference.nodes) + len(difference.edges)
    await receipt(run, model, bon, hand, undo, [])
    return bon
