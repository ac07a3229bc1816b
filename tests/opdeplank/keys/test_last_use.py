"""When keys were last used is written down once for all that were, behind the answers."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.domain.vocabulary import Rol
from opdeplank.keys import last_use
from opdeplank.keys.key import new
from opdeplank.keys.key_file import KeyFile
from opdeplank.keys.last_use import LastUse

pytestmark = pytest.mark.anyio


class Counted(KeyFile):
    """Keeps how often it was written to, and says when that happened."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.loop, self.written, self.wrote = asyncio.get_running_loop(), 0, asyncio.Event()

    def note_use(self, used: Mapping[str, datetime]) -> None:
        super().note_use(used)
        self.written += 1
        self.loop.call_soon_threadsafe(self.wrote.set)


async def test_uses_are_written_down_together_to_the_minute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_use, "DELAY", 0.01)
    keys = Counted(tmp_path)
    began = datetime.now(UTC)
    made = [new("x", Rol.ANALIST, None, began)[1] for _ in range(3)]
    for each in made:
        keys.add(each)
    uses = LastUse(keys)
    for _ in range(1000):
        uses.note(made[0].prefix)
        uses.note(made[1].prefix)
    await asyncio.wait_for(keys.wrote.wait(), 30)
    found = {key.prefix: key.used for key in keys.all()}
    assert found[made[2].prefix] is None
    for each in made[:2]:
        used = found[each.prefix]
        assert used is not None
        assert (used.second, began - timedelta(minutes=1) < used) == (0, True)
    assert keys.written == 1


async def test_a_file_that_cannot_be_written_refuses_nobody(tmp_path: Path) -> None:
    (tmp_path / "sleutels.sqlite").write_bytes(b"iets anders" * 500)
    LastUse(KeyFile(tmp_path)).write({"abcdefgh": datetime.now(UTC)})
