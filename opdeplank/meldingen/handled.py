"""How many meldingen about a thing were dealt with: all that everybody may see of them."""

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from opdeplank.keys.keyring import Stamp, stamped
from opdeplank.meldingen.melding_file import MeldingFile, UnreadableMeldingen

LOOK_EVERY = 1.0
"""Seconds between two looks whether the file changed."""


@dataclass
class Handled:
    """Reads again when the file changed; used by one thread. Of an unreadable file it says what it knew."""

    file: MeldingFile
    _known: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    _stamp: Stamp = None
    _looked: float = float("-inf")

    def about(self, key: str) -> tuple[int, str] | None:
        """How many, and the day of the last one (`2026-11-30`); None when there are none."""
        now = time.monotonic()
        if now - self._looked >= LOOK_EVERY:
            self._looked = now
            with suppress(UnreadableMeldingen, OSError):
                self._look()
        return self._known.get(key)

    def _look(self) -> None:
        stamp = stamped(self.file.path)
        if stamp != self._stamp:
            self._known, self._stamp = self.file.handled(), stamp
