"""Taking a copy while others read and write: nobody waits for it.

All is read once, as long as that takes. Then what was written meanwhile is read again, from the receipts of the loads
that did it (`loaders.curate.touched`), until nothing is written during one round: what lies on disk is then the graph
of one version, as if all had stood still. Writing the version of the graph takes the lock that every writer takes, so a
version that was seen that way is of writers who are done.
"""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from graph.contents import old_ids
from graph.copying import walk
from graph.copying.node_line import WHOLE, Key, line, seeks
from graph.domain.reader import Model
from graph.engine.store import Store
from graph.errors import GraphError
from graph.upkeep import repeats, state
from graph.upkeep.constraints import META
from graph.upkeep.state import Reached
from loaders.curate import touched
from loaders.progress import Progress, silent
from opdeplank.copies.copy_file import Head, Tail, Writing
from opdeplank.copies.spool import Spool

WHOLES, ROUNDS = 3, 50
RESTLESS = (
    "De graaf veranderde steeds terwijl ik hem las, en niet door gewone ladingen. Er is geen kopie gemaakt. Probeer "
    "het opnieuw als niemand iets terugdraait, samenvoegt of vergeet."
)
SHORT = (
    "Volgens de database zijn er {stored} dingen; ik lees er {read}. De opslag is beschadigd. Er is geen kopie "
    "gemaakt. Zet een eerdere kopie terug met 'opdeplank herstel'."
)
LAST = (old_ids.LABEL, repeats.LABEL, *WHOLE, META)
"""Labels of which no receipt tells everything: they are few, stand at the end, and are read in every round."""


@dataclass(frozen=True)
class Taken:
    head: Head
    tail: Tail
    again: int
    """Nodes that were read again, since somebody wrote them meanwhile."""


class Taking:
    def __init__(self, store: Store, model: Model, path: Path, progress: Progress = silent) -> None:
        self._store, self._model, self._path, self._progress = store, model, path, progress
        self._places = {label: place for place, label in enumerate(seeks(model))}
        self._first = [label for label in seeks(model) if label not in LAST]
        self._read_again = 0

    async def take(self) -> Taken:
        """Raises Refused, GraphError; then there is no file."""
        with Writing(self._path) as writing:
            for _ in range(WHOLES):
                spool = await asyncio.to_thread(Spool, self._path.parent)
                try:
                    found = await self._settle(spool)
                    if found is not None:
                        tail = await asyncio.to_thread(_written, writing, *found, spool)
                        return Taken(Head(found[0].migration, found[0].version), tail, self._read_again)
                finally:
                    spool.close()
        raise GraphError(RESTLESS)

    async def _settle(self, spool: Spool) -> tuple[Reached, int] | None:
        """Read all, and again what changes, until it stands still; then what it is, and how many nodes the database
        counts. None when it cannot be told what changed."""
        before = await state.reached(self._store)
        await self._whole(spool)
        for _ in range(ROUNDS):
            now = await state.reached(self._store)
            if now.version != before.version and not await self._again(spool, before, now):
                return None
            size = await walk.size(self._store, self._first)
            last = [found async for some in walk.every(self._store, self._model, LAST) for found in some]
            spool.close_with([(key, line(found), len(found.edges)) for key, found in last])
            if (await state.reached(self._store)).version == now.version:
                return now, size + len(last)
            before = now
        return None

    async def _whole(self, spool: Spool) -> None:
        total, done = await walk.size(self._store, self._first), 0
        async for some in walk.every(self._store, self._model, self._first):
            await asyncio.to_thread(spool.add, [(key, line(found), len(found.edges)) for key, found in some])
            done += len(some)
            self._progress(min(done, total), total, f"gelezen: {done}")

    async def _again(self, spool: Spool, before: Reached, now: Reached) -> bool:
        """Read again what was written between; False when that cannot be told."""
        changed = await touched.between(self._store.rows, self._model, before.version, now.version, before.place)
        if changed is None:
            return False
        keys = [Key(self._places[label], own) for label, own in changed]
        found = await walk.these(self._store, self._model, keys)
        for key in keys:
            there = found.get(key)
            spool.again(key, (line(there), len(there.edges)) if there else None)
        self._read_again += len(keys)
        return True


def _written(writing: Writing, at: Reached, size: int, spool: Spool) -> Tail:
    """Raises GraphError when there are fewer nodes than the database counts, or more."""
    writing.begin(Head(at.migration, at.version))
    for _, text, edges in spool.lines():
        writing.put(text, edges)
    if writing.nodes != size:
        raise GraphError(SHORT.format(stored=size, read=writing.nodes))
    return writing.end()
