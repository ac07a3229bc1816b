"""Giving every thing its vectors: those that are known at once, those that have to be made after that, some at a time.

What is known is put on the shelf before anything is made, and what is made follows every so many things. So a graph of
which the vectors lie ready is understood from the first second, and one of which they do not gets better as it learns.
"""

import asyncio
import os
import sys
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

import numpy as np

from graph.held_file import LOOK
from graph.meaning.catalogue import Shelf, Thing, no_rows
from graph.meaning.encoder import Encoder
from graph.meaning.vectors import Rows, Vectors, key

AT_ONCE = 1_000
"""Things whose text is read in one statement."""
BATCH = 2
"""Texts for the model at a time: closing waits for one batch at most."""
MEEK = 10
"""How much the model yields to everything else while it works ahead: on a large graph that takes hours."""
WRITE_EVERY = 256
T = TypeVar("T")
Pieces = Callable[[Sequence[str]], Awaitable[Mapping[str, tuple[str, ...]]]]
"""Ids of things to their pieces of text."""
Progress = Callable[[int, int], None]


class Learning:
    """`lacking` is how many things have not all their vectors yet."""

    def __init__(
        self, encoder: Encoder, vectors: Vectors, given: Sequence[Vectors], pieces: Pieces, thread: Executor
    ) -> None:  # fmt: skip
        """`given` are vectors that lie ready. `thread` is where vectors are compared: what is added is added there, so
        that nothing changes meanwhile."""
        self.lacking = 0
        self.vectors = vectors
        self._given = given
        self._encoder, self._pieces, self._thread = encoder, pieces, thread
        self._ahead = ThreadPoolExecutor(1, "vooruit", _meekly)

    async def shelve(
        self, listed: Sequence[Sequence[Any]], old: Shelf | None, progress: Progress | None
    ) -> AsyncGenerator[Shelf]:
        """Shelves of what is listed, each better than the one before; the last one knows everything."""
        things = [Thing(key, soort, status or "", *rest) for key, soort, status, *rest in listed]
        rows = no_rows(len(things))
        changed = [i for i, thing in enumerate(things) if not _kept(old, thing, rows, i)]
        lacking: dict[int, int] = {}
        for block in blocks(changed):
            # block by block, so that the texts of a large graph are never in memory at once
            texts = await self._texts(things, block)
            await self._take([piece for found in texts for piece in found])
            await asyncio.to_thread(_place, rows, block, texts, self.vectors)
            absent = {i: int((rows[i, : len(found)] < 0).sum()) for i, found in zip(block, texts, strict=True)}
            lacking |= {i: number for i, number in absent.items() if number}
        if old is None:  # nobody holds rows yet, so they may move
            await asyncio.to_thread(self.vectors.tidy, rows)
        self.lacking = len(lacking)
        yield await asyncio.to_thread(Shelf, things, rows.copy(), self.vectors, lacking.keys())
        told = _Told(progress, sum(lacking.values()))
        for block in blocks([*lacking]):
            texts = await self._texts(things, block)
            await self._make([piece for found in texts for piece in found], told)
            await asyncio.to_thread(_place, rows, block, texts, self.vectors)
            for i in block:
                del lacking[i]
            self.lacking = len(lacking)
            yield await asyncio.to_thread(Shelf, things, rows.copy(), self.vectors, lacking.keys())

    def close(self) -> None:
        self._ahead.shutdown(wait=True, cancel_futures=True)

    async def _texts(self, things: Sequence[Thing], block: Sequence[int]) -> list[tuple[str, ...]]:
        pieces = await self._pieces([things[i].id for i in block])
        return [pieces.get(things[i].id, ()) for i in block]

    async def _take(self, texts: Sequence[str]) -> None:
        keys = [key(text) for text in dict.fromkeys(texts)]
        for given in self._given:
            await asyncio.get_running_loop().run_in_executor(self._thread, self.vectors.take, given, keys)

    async def _make(self, texts: Sequence[str], told: "_Told") -> None:
        """Make the vectors of those texts that have none."""
        keyed = {key(text): text for text in texts}
        known = await asyncio.to_thread(self.vectors.find, list(keyed))
        missing = [pair for pair, row in zip(keyed.items(), known, strict=True) if row < 0]
        for block in blocks(missing, WRITE_EVERY):
            async with self.vectors.turn():
                await self._make_block(block, told)
            await asyncio.sleep(2 * LOOK)  # another process that waits for its turn gets it, and finds these made

    async def _make_block(self, block: Sequence[tuple[int, str]], told: "_Told") -> None:
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self.vectors.renew)
        known = await asyncio.to_thread(self.vectors.find, [hashed for hashed, _ in block])
        left = [pair for pair, row in zip(block, known, strict=True) if row < 0]
        told.more(len(block) - len(left))
        made: list[Any] = []
        for batch in blocks(left, BATCH):
            made.extend(await loop.run_in_executor(self._ahead, self._encoder.encode, [text for _, text in batch]))
            told.more(len(batch))
        if made:
            keys = [hashed for hashed, _ in left]
            await loop.run_in_executor(self._thread, self.vectors.add, keys, np.asarray(made, np.float32))


class _Told:
    """Tells somebody how many texts there are still to do."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def more(self, number: int) -> None:
        self._done += number
        if self._progress:
            self._progress(self._done, max(self._total, self._done))


def _meekly() -> None:
    """For the thread it is called in: a question, or the database, goes first."""
    if sys.platform == "linux":  # elsewhere a priority belongs to the whole process
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), MEEK)


def blocks(items: Sequence[T], size: int = AT_ONCE) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _kept(old: Shelf | None, thing: Thing, rows: Rows, i: int) -> bool:
    """Whether the thing is as it was and was learnt; then its vectors are too."""
    place = old.place.get(thing.id) if old else None
    if old is None or place is None or old.standen[place] != hash(thing.stand):
        return False
    rows[i] = old.rows[place]
    return True


def _place(rows: Rows, block: Sequence[int], texts: Sequence[tuple[str, ...]], vectors: Vectors) -> None:
    spots = [(i, part, key(text)) for i, pieces in zip(block, texts, strict=True) for part, text in enumerate(pieces)]
    for (i, part, _), row in zip(spots, vectors.find([hashed for _, _, hashed in spots]), strict=True):
        rows[i, part] = row
