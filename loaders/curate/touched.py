"""Which nodes changed between two versions of the graph, from the receipts of the loads that made them.

Who copies a graph while others write reads those again. A version that no receipt tells of, such as one that takes a
load back or forgets somebody, can be about anything: then the answer is None, and all has to be read again.
"""

from collections.abc import Iterable

from graph.copying import load_receipts as receipts
from graph.copying.load_receipts import Receipt
from graph.domain.reader import Model
from graph.engine.store import Run
from graph.errors import GraphError
from loaders.load.receipt import PASSAGE, Undo, edges_in, nodes_in, undo_from

Place = tuple[str, str]
"""Label and id of a node."""
THING, FACT, CHANGE, LOAD, DOCUMENT = "Entiteit", "Feit", "Wijziging", "Lading", "Document"


async def between(run: Run, model: Model, after: int, until: int, place: int) -> set[Place] | None:
    """What the versions over `after` up to and including `until` wrote; `place` is that of the last change before."""
    made = await receipts.between(run, after, until)
    if [receipt.version for receipt in made] != list(range(after + 1, until + 1)):
        return None
    found: set[Place] = set()
    for receipt in made:
        try:
            wanted = undo_from(model, receipt.undoing) if receipt.undoing else None
        except GraphError:
            wanted = None
        if wanted is None or any(row.type.name == PASSAGE for row in nodes_in(wanted.gone)):
            return None
        found |= {*_of(wanted, receipt, model)}
        found |= {(FACT, fact) for fact in await receipts.facts_of(run, _passages(wanted))}
    for change, thing in await receipts.changes_after(run, place):
        found |= {(CHANGE, change), (THING, thing)}
    return found


def _passages(wanted: Undo) -> list[str]:
    return [each.row.id for each in wanted.written if each.row.type.name == PASSAGE]


def _of(wanted: Undo, receipt: Receipt, model: Model) -> Iterable[Place]:
    yield LOAD, receipt.id
    yield from ((DOCUMENT, key) for key in (*receipt.documents, *(document for document, _ in wanted.loaded)))
    rows = [*(each.row for each in wanted.written), *wanted.gone]
    yield from ((node.type.seek, node.id) for node in nodes_in(rows))
    for edge in edges_in(rows):
        yield model.nodes[edge.type.sources[0]].seek, edge.source
