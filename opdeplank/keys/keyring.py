"""The keys as the service looks at them, for every request: from memory, until the file changes.

A known key costs a hash and a look in a table. The file is asked whether it changed a few times a second at most, and
then everything that was remembered is forgotten: so a key that is withdrawn opens nothing within that time.
"""

import hmac
import os
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from graph.domain.viewer import Viewer
from opdeplank.keys.key import Key, Standing, digest, prefix_of
from opdeplank.keys.key_file import KeyFile, UnreadableKeys, find

LOOK_EVERY = 0.3
"""Seconds between two looks whether the file changed."""
MOST = 4_096
"""Keys that are remembered."""
NOBODY = bytes(32)
UNREADABLE = "De sleutels zijn nu niet te lezen."
MAGIC, COUNTER = b"SQLite format 3\0", slice(24, 28)
"""How the file begins, and where in it the number of changes stands (sqlite.org/fileformat2.html)."""
Stamp = tuple[int, int, bytes] | None
"""Which file it is (device and number), and how often others changed it; None when there is none."""


@dataclass
class Keyring:
    """`viewer` says who holds a key. `hear` is told of each use. Used by one thread."""

    folder: Path
    hear: Callable[[str], None] = lambda prefix: None
    clock: Callable[[], float] = time.monotonic
    known: "OrderedDict[bytes, Key]" = field(default_factory=OrderedDict)
    _stamp: Stamp = None
    _looked: float = float("-inf")

    def viewer(self, shown: str, now: datetime | None = None) -> Viewer | None:
        """Who comes in with this; None when it opens nothing, whatever the reason. Raises UnreadableKeys."""
        prefix = prefix_of(shown)
        if prefix is None:
            return None
        self._look_round()
        wanted = digest(shown)
        key = self.known.get(wanted) or self._found(prefix, wanted)
        if key is None or key.standing(now or datetime.now(UTC)) is not Standing.GELDIG:
            return None
        self.hear(key.prefix)
        return key.viewer

    def _found(self, prefix: str, wanted: bytes) -> Key | None:
        """From the file. The comparison takes as long whatever it says, and also for a prefix that is not there."""
        if self._stamp is None:
            return None
        try:
            key = find(KeyFile(self.folder).path, prefix)
        except sqlite3.Error as error:
            raise UnreadableKeys(UNREADABLE) from error
        if not hmac.compare_digest(key.digest if key else NOBODY, wanted) or key is None:
            return None
        self.known[wanted] = key
        if len(self.known) > MOST:
            self.known.popitem(last=False)
        return key

    def _look_round(self) -> None:
        now = self.clock()
        if now - self._looked < LOOK_EVERY:
            return
        try:
            stamp = stamped(KeyFile(self.folder).path)
        except OSError as error:
            self.known.clear()
            raise UnreadableKeys(UNREADABLE) from error
        if stamp != self._stamp:
            self.known.clear()
        self._stamp, self._looked = stamp, now


def stamped(path: Path) -> Stamp:
    """Its stamp; None when there are no keys yet. Raises OSError. SQLite counts the changes in the header of the file,
    so one need not open it as a database to know whether there were any."""
    try:
        with path.open("rb") as file:
            header = file.read(len(MAGIC) + COUNTER.stop)
            found = os.fstat(file.fileno())
    except FileNotFoundError:
        return None
    if header and not header.startswith(MAGIC):
        raise OSError(path)
    return (found.st_dev, found.st_ino, header[COUNTER]) if header else None
