"""A progress bar on a terminal, and silence elsewhere: a log file has no use for a bar that moves."""

import sys
import time
from types import TracebackType
from typing import Self, TextIO

WIDTH = 28
EVERY = 0.1  # seconds between two drawings: more only flickers


class Progress:
    """`with Progress("Vullen") as progress: progress(done, total, "gemeenten")`."""

    def __init__(self, title: str, stream: TextIO | None = None) -> None:
        self._title = title
        self._stream = stream or sys.stderr
        self._shows = self._stream.isatty()
        self._drawn = 0.0

    def __call__(self, done: int, total: int, what: str = "") -> None:
        now = time.monotonic()
        if not self._shows or (done < total and now - self._drawn < EVERY):
            return
        self._drawn = now
        share = min(done / total, 1.0) if total else 1.0
        bar = "█" * round(share * WIDTH)
        self._stream.write(f"\r\x1b[K{self._title} {bar:░<{WIDTH}} {share:4.0%} {what}")
        self._stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shows and self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
