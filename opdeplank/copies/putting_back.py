"""Putting a copy back: into an empty graph, or beside the one that is there, which is kept.

With the embedded engine the copy goes into a folder of its own, and takes its place in the data folder when all of it
is there; who is stopped half-way has what he had. In a Neo4j there is one place. What stands there is copied to a file
first, and `herstelBezig` says of the graph that it is not whole until it is.
"""

import os
import shutil
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph.copying import node_line, restore, walk
from graph.copying.node_line import Record
from graph.domain.reader import Model
from graph.engine.embedded import Embedded, FolderLock
from graph.engine.store import Store
from graph.errors import GraphError
from graph.upkeep import state
from graph.upkeep.constraints import META
from loaders.progress import Progress, silent
from opdeplank.copies import copy_file
from opdeplank.copies.copy_file import Head, Tail
from opdeplank.copies.taking import Taking
from opdeplank.graph.database import own_graph, prepare
from opdeplank.privacy.obeying import obey
from opdeplank.settings.table import Settings
from opdeplank.terminal.refused import Refused

AT_A_TIME = 5_000
"""Nodes in a transaction."""
MOST_CHARACTERS = 8_000_000
NOT_EMPTY = (
    "De graaf is niet leeg. Wil je hem vervangen door deze kopie, doe dan: opdeplank herstel {path} --vervang. "
    "Wat er nu staat, blijft dan bewaard."
)
HALF = (
    "{why} De database is nu niet heel, en de dienst geeft er niets uit. Doe het nog eens met --vervang, of zet terug "
    "wat er stond: opdeplank herstel {kept} --vervang"
)


@dataclass(frozen=True)
class PutBack:
    """`kept`: where what was there before is now; `forgotten`: how many were taken out again."""

    head: Head
    tail: Tail
    kept: Path | None
    forgotten: int


async def put_back(
    settings: Settings, model: Model, path: Path, replacing: bool, progress: Progress = silent
) -> PutBack:  # fmt: skip
    """Raises Refused, GraphError."""
    head, tail = copy_file.check(path)
    load = Loading(model, path, settings, tail, progress).load
    async with own_graph(settings, roomy=True) as store:
        empty = await _is_empty(store, model)
        if not empty and not replacing:
            raise Refused(NOT_EMPTY.format(path=path))
        if store.embedded is None:
            return PutBack(head, tail, *await _in_place(store, model, settings, empty, load))
        made = store.embedded.pad / f".herstel-{os.getpid()}"
        try:
            forgotten = await _beside(made, load)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    return PutBack(head, tail, _swapped(settings.data.resolve(), made, empty), forgotten)


def moment() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S")


async def _is_empty(store: Store, model: Model) -> bool:
    return not await walk.size(store, [label for label in node_line.seeks(model) if label != META])


async def _beside(folder: Path, load: Callable[[Store], Awaitable[int]]) -> int:
    """Nobody else asks this engine anything, so a statement may take long."""
    with Embedded(folder, restore.SECONDS, roomy=True) as engine:
        async with await Store.open_embedded(engine, restore.SECONDS) as store:
            return await load(store)


def _swapped(folder: Path, made: Path, empty: bool) -> Path | None:
    """Put what was made in the place of what is there, and give where that is kept."""
    lock = FolderLock(folder / "slot")
    lock.acquire()
    try:
        kept = folder / f"graaf-voor-herstel-{moment()}"
        kept.mkdir()
        (folder / "databases").rename(kept / "databases")
        (made / "databases").rename(folder / "databases")
        if empty:
            shutil.rmtree(kept)
        shutil.rmtree(made)
    finally:
        lock.release()
    return None if empty else kept


async def _in_place(
    store: Store, model: Model, settings: Settings, empty: bool, load: Callable[[Store], Awaitable[int]]
) -> tuple[Path | None, int]:
    if empty:
        return None, await load(store)
    kept = settings.data.resolve() / f"graaf-voor-herstel-{moment()}.gz"
    await prepare(store)
    await Taking(store, model, kept).take()
    try:
        await state.restoring(store)
        await restore.clear(store, model)
        return kept, await load(store)
    except GraphError as error:
        raise Refused(HALF.format(why=error.melding, kept=kept)) from error


class Loading:
    """All of a copy into a store that has nothing of it."""

    def __init__(self, model: Model, path: Path, settings: Settings, tail: Tail, progress: Progress) -> None:
        self._model, self._path, self._settings, self._tail, self._progress = model, path, settings, tail, progress

    async def load(self, store: Store) -> int:
        """How many were forgotten, and taken out again. Raises GraphError."""
        await prepare(store)
        await state.restoring(store)
        total, done = self._tail.knopen + self._tail.relaties, 0
        whole = None
        for some in _bits(copy_file.records(self._path)):
            whole = next((each for each in some if META in each.labels), whole)
            done += await restore.nodes(store, self._model, [each for each in some if META not in each.labels])
            self._progress(done, total, "dingen")
        for some in _bits(copy_file.records(self._path)):
            done += await restore.edges(store, self._model, some)
            self._progress(done, total, "relaties")
        if whole is not None:  # what stands for the graph as a whole comes last: from then on it is whole
            await restore.nodes(store, self._model, [whole])
        await prepare(store)
        return await obey(store, self._settings.data)


def _bits(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Some at a time, and fewer where they are large."""
    waiting: list[Record] = []
    weight = 0
    for each in records:
        waiting.append(each)
        weight += sum(len(value) for value in each.properties.values() if isinstance(value, str))
        if len(waiting) >= AT_A_TIME or weight > MOST_CHARACTERS:
            yield waiting
            waiting, weight = [], 0
    if waiting:
        yield waiting
