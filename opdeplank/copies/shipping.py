"""Following a graph as it grows: what each writer wrote is in a file of its own a moment later (`trail`)."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.copying import walk
from graph.copying.node_line import Key, line, seeks
from graph.domain.reader import Model
from graph.engine.store import Store
from graph.upkeep import state
from graph.upkeep.state import Reached
from loaders.curate import touched
from opdeplank.copies import trail
from opdeplank.copies.spool import Line
from opdeplank.copies.taking import LAST, ROUNDS, Taking
from opdeplank.copies.trail import Change, TrailPiece

SMALL = 10_000_000
"""Bytes of pieces that are kept in any case."""


@dataclass(frozen=True)
class Shipped:
    """`path`: the file that was made, a whole or a piece; `changed`: the nodes in it."""

    path: Path
    version: int
    changed: int
    whole: bool


class Shipping:
    """One trail. When it cannot be told what changed (a load was taken back, somebody was forgotten), or the pieces
    have become larger than the whole, a new whole begins and the trail before it is thrown away: so who was forgotten
    is gone there too."""

    def __init__(self, store: Store, model: Model, folder: Path) -> None:
        self._store, self._model, self._folder = store, model, folder
        self._places = {label: place for place, label in enumerate(seeks(model))}
        self._at: Reached | None = None
        self._mark = b""

    def onto(self, store: Store) -> "Shipping":
        """The same trail, of the same graph that was opened anew."""
        self._store = store
        return self

    async def step(self) -> Shipped | None:
        """Ship what was written since the last step; None when that is nothing. Raises Refused, GraphError, OSError."""
        if self._at is None:
            return await self._whole()
        last = await self._last()
        if await state.version(self._store) == self._at.version and _mark(last) == self._mark:
            return None
        found = None if await asyncio.to_thread(self._overgrown) else await self._changes(self._at)
        if found is None:
            return await self._whole()
        now, changes, last = found
        piece = TrailPiece(self._at.version, now.version, now.migration, changes, last)
        path = await asyncio.to_thread(trail.keep, self._folder, piece)
        self._at, self._mark = now, _mark(last)
        return Shipped(path, now.version, len(changes), False)

    async def _whole(self) -> Shipped:
        """A copy of all, and an end to what was there before it."""
        fresh = self._folder / "nieuw.gz"
        before = [*trail.pieces(self._folder), *self._folder.glob("basis-*.gz")]
        while True:
            started = await state.reached(self._store)
            taken = await Taking(self._store, self._model, fresh).take()
            self._at = await state.reached(self._store)
            if started.version == taken.head.graafversie == self._at.version:
                break
        path = self._folder / trail.basis_name(taken.head.graafversie)
        fresh.replace(path)
        for old in before:
            if old != path:
                old.unlink(missing_ok=True)
        self._mark = _mark(await self._last())
        return Shipped(path, taken.head.graafversie, taken.tail.knopen, True)

    def _overgrown(self) -> bool:
        whole = trail.basis(self._folder)
        grown = sum(path.stat().st_size for path in trail.pieces(self._folder))
        return whole is None or grown > max(whole.stat().st_size, SMALL)

    async def _changes(self, since: Reached) -> tuple[Reached, list[Change], list[Line]] | None:
        """What was written since, of one version; None when that cannot be told."""
        found: dict[Key, Change] = {}
        before = since
        for _ in range(ROUNDS):
            now = await state.reached(self._store)
            if now.migration != since.migration or now.version < since.version:
                return None
            if now.version != before.version:
                changed = await touched.between(
                    self._store.rows, self._model, before.version, now.version, before.place
                )  # fmt: skip
                if changed is None:
                    return None
                found |= await self._lines([Key(self._places[label], own) for label, own in changed])
            last = await self._last()
            if (await state.reached(self._store)).version == now.version:
                return now, [found[key] for key in sorted(found)], last
            before = now
        return None

    async def _lines(self, keys: Sequence[Key]) -> dict[Key, Change]:
        there = await walk.these(self._store, self._model, keys)
        return {
            key: (key, line(there[key]), len(there[key].edges)) if key in there else (key, b"", 0) for key in keys
        }  # fmt: skip

    async def _last(self) -> list[Line]:
        """What stands at the end of a copy, of which no receipt tells."""
        rows = [found async for some in walk.every(self._store, self._model, LAST) for found in some]
        return sorted((key, line(found), len(found.edges)) for key, found in rows)


def _mark(last: Sequence[Line]) -> bytes:
    return hashlib.sha256(b"\n".join(text for _, text, _ in last)).digest()
