"""Keeping to the list of who was forgotten when a graph is opened: it may be a copy from before."""

from pathlib import Path

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.erasure import forgotten
from loaders.curate.forget import forget_again
from opdeplank.privacy import forgotten_file


async def obey(store: Store, folder: Path) -> int:
    """Take out whoever the list names and the graph still has; how many that were. Raises Refused, GraphError."""
    listed = forgotten_file.read(folder)
    if not listed.notes:
        return 0
    noted = await forgotten.noted(store.rows)
    waiting = [*listed.missing(noted)]
    for note in waiting:
        if note.id not in noted:
            await forget_again(store, MODEL, note.id, note.merken, listed.key)
        listed = listed.put(forgotten_file.Note(note.id, note.merken, note.op, note.reden, True))
    return len(waiting)
