"""When somebody of this service last wrote in the graph: a moment for each of its processes.

They share it as memory, so who wrote says so before his answer goes, and whoever asks after that, at whichever process,
is answered about the graph as it is then. The clock is that of the machine, the same for all of them.
"""

import time
from collections.abc import MutableSequence
from mmap import mmap
from typing import Self

MOMENT = 8
"""Bytes of one."""


class WriteBoard:
    """Each process writes in its own place alone: so no moment goes back."""

    def __init__(self, moments: "MutableSequence[float] | memoryview[float]", own: int = 0) -> None:
        self._moments, self._own = moments, own

    @classmethod
    def alone(cls) -> Self:
        """Of a service that is one process."""
        return cls([0.0])

    @classmethod
    def shared(cls, file: int, own: int, processes: int) -> Self:
        """`own` is the place of this process, from nought. The file is as long as `size` says."""
        return cls(memoryview(mmap(file, size(processes))).cast("d"), own)

    def wrote(self) -> None:
        self._moments[self._own] = time.monotonic()

    @property
    def last(self) -> float:
        """By the clock of `time.monotonic`; nought when nobody wrote."""
        return max(self._moments)


def size(processes: int) -> int:
    """Bytes of the board of so many."""
    return MOMENT * processes
