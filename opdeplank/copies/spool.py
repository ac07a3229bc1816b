"""What was read of the graph, on disk until it is known what changed meanwhile. Memory holds what was read again."""

import tempfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.copying.node_line import Key

QUICK = 1
Line = tuple[Key, bytes, int]
"""Where it stands, the line, and how many relationships are on it."""


class Spool:
    """Lines in order, in packed blocks in a file without a name."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError."""
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (it lives as long as we do)
        self._blocks: list[tuple[int, int]] = []
        self._again: dict[Key, tuple[bytes, int] | None] = {}
        self._last: list[Line] = []

    def add(self, lines: Iterable[Line]) -> None:
        said = b"\n".join(b"%d\t%s\t%d\t%s" % (key.place, key.id.encode(), edges, text) for key, text, edges in lines)
        packed = zlib.compress(said, QUICK)
        self._blocks.append((self._file.tell(), len(packed)))
        self._file.write(packed)

    def again(self, key: Key, line: tuple[bytes, int] | None) -> None:
        """What stands there now instead; None for nothing any more."""
        self._again[key] = line

    def close_with(self, lines: Iterable[Line]) -> None:
        """What stands behind all else; it takes the place of what was said so before."""
        self._last = sorted(lines)

    def lines(self) -> Iterator[Line]:
        """All of it in order, with what was read again in its place."""
        later = sorted(self._again)
        place = 0
        for line in self._read():
            while place < len(later) and later[place] < line[0]:
                yield from self._of(later[place])
                place += 1
            if place < len(later) and later[place] == line[0]:
                yield from self._of(later[place])
                place += 1
            else:
                yield line
        for key in later[place:]:
            yield from self._of(key)
        yield from self._last

    def _of(self, key: Key) -> Iterator[Line]:
        found = self._again[key]
        if found is not None:
            yield key, *found

    def _read(self) -> Iterator[Line]:
        for start, length in self._blocks:
            self._file.seek(start)
            for said in zlib.decompress(self._file.read(length)).split(b"\n"):
                place, own, edges, text = said.split(b"\t", 3)
                yield Key(int(place), own.decode()), text, int(edges)

    def close(self) -> None:
        self._file.close()
