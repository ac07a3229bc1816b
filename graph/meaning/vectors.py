"""Vectors in a file, found by the text they stand for, and mapped into memory instead of read.

A record is a key (a hash of the text), a scale and one byte per dimension. Records are only added, so that a process
that is killed half-way leaves at most a part of a record behind, which is not counted. Since the key is the text, the
file cannot belong to the wrong graph, and a reload of the same documents makes nothing again.
"""

import fcntl
import os
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from hashlib import blake2b
from mmap import ACCESS_READ, MADV_DONTNEED, mmap
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph.held_file import Turn

Floats = NDArray[np.float32]
Rows = NDArray[np.int32]
Keys = NDArray[np.uint64]
STEPS = 127
SLACK = 2
"""A file with this many times the records that are needed is written again."""
BLOCK = 4_096
TURN = ".beurt"
"""The file that is held by who makes vectors."""


def key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "ignore"), digest_size=8).digest(), "little")


class Vectors:
    """All vectors of one model; only in memory when there is no path, or when it cannot be written."""

    def __init__(self, path: Path | None, size: int) -> None:
        self._path = path
        self._inode = 0
        self._map: mmap | None = None
        self._record = np.dtype([("sleutel", "<u8"), ("schaal", "<f2"), ("waarde", "i1", (size,))])
        self._stored = self._open()

    def __len__(self) -> int:
        return len(self._stored)

    def find(self, keys: Sequence[int]) -> Rows:
        """The row of each text, -1 for those that have none yet."""
        wanted = np.array(keys, np.uint64)
        known = np.ascontiguousarray(self._stored["sleutel"])
        if not len(known) or not len(wanted):
            return np.full(len(wanted), -1, np.int32)
        order = np.argsort(known, kind="stable")
        at = np.searchsorted(known, wanted, sorter=order).clip(0, len(known) - 1)
        rows = order[at]
        return np.where(known[rows] == wanted, rows, -1).astype(np.int32)

    def add(self, keys: Sequence[int], vectors: Floats) -> None:
        """Keep new vectors, behind the ones there are. Rows that were given out stay what they are."""
        scales = np.maximum(np.abs(vectors).max(axis=1) / STEPS, 1e-6).astype("<f2")
        records = np.zeros(len(keys), self._record)
        records["sleutel"], records["schaal"] = keys, scales
        records["waarde"] = np.rint(vectors / scales.astype(np.float32)[:, None]).clip(-STEPS, STEPS)
        if not self._written(records):
            self._path = None  # they can be made again; a full disk must not stop the look-up
            self._stored = np.concatenate([np.asarray(self._stored), records])

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """One process at a time makes vectors for this file: who has the turn, and renews, makes none that is there."""
        async with AsyncExitStack() as stack:
            if self._path is not None:
                with suppress(OSError):  # then each makes its own
                    await stack.enter_async_context(Turn(self._path.with_suffix(TURN)))
            yield

    def renew(self) -> None:
        """Know what another process added. Rows that were given out stay what they are."""
        with suppress(OSError):
            if self._path is not None and self._inode in (0, self._path.stat().st_ino):
                self._stored = self._open()

    def take(self, given: "Vectors", keys: Sequence[int]) -> None:
        """Keep of these texts what another file of the same model knows and this one does not."""
        lacking = np.array(keys, np.uint64)[self.find(keys) < 0]
        rows = given.find([int(each) for each in lacking])
        new = np.asarray(given._stored[np.unique(rows[rows >= 0])])
        if len(new) and not self._written(new):
            self._path = None
            self._stored = np.concatenate([np.asarray(self._stored), new])

    def write(self, path: Path, rows: Rows) -> None:
        """A file of its own with what `rows` names, in a fixed order: of the same texts it is the same."""
        kept = np.asarray(self._stored[np.unique(rows[rows >= 0])])
        _, first = np.unique(kept["sleutel"], return_index=True)
        path.write_bytes(kept[first].tobytes())

    def _written(self, records: NDArray[np.void]) -> bool:
        if self._path is None:
            return False
        try:
            with self._path.open("ab") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                size = os.fstat(file.fileno())
                if self._inode and size.st_ino != self._inode:
                    return False  # another process wrote it anew: its rows are not ours
                file.truncate(size.st_size - size.st_size % self._record.itemsize)
                file.write(records.tobytes())
            self._stored = self._open()
        except OSError:
            return False
        return True

    def tidy(self, rows: Rows) -> None:
        """Drop what `rows` does not name when that is most of the file, and let `rows` name the new places."""
        needed = np.unique(rows[rows >= 0])
        if len(self) < SLACK * max(len(needed), 1):
            return
        kept = np.asarray(self._stored[needed])
        if self._path is not None:
            beside = self._path.with_suffix(f".{secrets.token_hex(4)}")  # nobody else's: machines may share it
            try:
                beside.write_bytes(kept.tobytes())
                beside.replace(self._path)
            except OSError:
                beside.unlink(missing_ok=True)
                return
            kept = self._open()
        self._stored = kept
        rows[rows >= 0] = np.searchsorted(needed, rows[rows >= 0])

    def like(self, questions: Floats, rows: Rows) -> Floats:
        """The cosine of each question (a line) with each of these rows (a column); -1 stands for any."""
        found = np.empty((len(questions), len(rows)), np.float32)
        for start in range(0, len(rows), BLOCK):
            part = slice(start, start + BLOCK)
            chosen = self._stored[rows[part]]
            values, scales = chosen["waarde"].astype(np.float32), chosen["schaal"].astype(np.float32)
            for question, line in zip(questions, found, strict=True):
                # no matrix product: on a machine with many cores its threads cost more than they bring
                line[part] = np.einsum("ij,j->i", values, question) * scales
        return found

    def read(self, rows: Rows) -> Floats:
        """The vectors of these rows themselves; no row is -1."""
        chosen = self._stored[rows]
        found: Floats = chosen["waarde"].astype(np.float32)
        found *= chosen["schaal"].astype(np.float32)[:, None]
        return found

    def mean(self, rows: Rows) -> Floats:
        """The mean vector of each line of rows, in which -1 is nothing."""
        if not len(self._stored):
            return np.zeros((len(rows), self._record["waarde"].shape[0]), np.float32)
        chosen = self._stored[rows]
        there = (rows >= 0) * chosen["schaal"].astype(np.float32)
        total: Floats = np.einsum("ijk,ij->ik", chosen["waarde"].astype(np.float32), there)
        total /= np.maximum((rows >= 0).sum(axis=1), 1).astype(np.float32)[:, None]
        return total

    def rest(self) -> None:
        """Give back the memory of what was just gone through from end to end; it stays in the file."""
        if self._map is not None:
            self._map.madvise(MADV_DONTNEED)

    def _open(self) -> NDArray[np.void]:
        try:
            if self._path is not None and self._path.is_file():
                found = self._path.stat()
                self._inode = found.st_ino
                if whole := found.st_size // self._record.itemsize:
                    with self._path.open("rb") as file:
                        self._map = mmap(file.fileno(), whole * self._record.itemsize, access=ACCESS_READ)
                    return np.frombuffer(self._map, self._record)
        except OSError:
            self._path = None
        return np.zeros(0, self._record)
