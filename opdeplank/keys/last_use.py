"""When each key was last used, written down behind the answers: to the minute, and all that were used at once."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from opdeplank.keys.key_file import KeyFile, UnreadableKeys

DELAY = 2.0
"""Seconds between the use of a key and writing it down, with whatever was used meanwhile."""


@dataclass
class LastUse:
    """`note` is told of each use. A key costs one write a minute at most; nothing is written when the file cannot be:
    it is no reason to refuse anybody."""

    keys: KeyFile
    waiting: dict[str, datetime] = field(default_factory=dict)
    _noted: dict[str, datetime] = field(default_factory=dict)
    _planned: bool = False

    def note(self, prefix: str) -> None:
        now = datetime.now(UTC).replace(second=0, microsecond=0)
        if self._noted.get(prefix) == now:
            return
        self._noted[prefix] = self.waiting[prefix] = now
        if not self._planned:
            self._planned = True
            asyncio.get_running_loop().call_later(DELAY, self._hand_over)

    def _hand_over(self) -> None:
        used, self.waiting, self._planned = self.waiting, {}, False
        asyncio.get_running_loop().run_in_executor(None, self.write, used)

    def write(self, used: Mapping[str, datetime]) -> None:
        with suppress(UnreadableKeys):
            self.keys.note_use(used)
