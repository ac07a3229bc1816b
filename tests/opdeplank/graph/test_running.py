import os
import stat
from pathlib import Path

import pytest

from opdeplank.graph import running
from opdeplank.graph.running import NOTE, BadNote, Running


def test_a_note_is_read_as_it_was_left_and_by_nobody_else(tmp_path: Path) -> None:
    assert running.found(tmp_path) is None
    first, second = Running(4000, "1"), Running(4001, "1")
    running.leave(tmp_path, first)
    running.leave(tmp_path, second)
    assert running.found(tmp_path) == second
    assert second.proces == os.getpid()
    assert first.sleutel != second.sleutel
    assert second.sleutel not in repr(second)
    assert stat.S_IMODE((tmp_path / NOTE).stat().st_mode) == 0o600
    running.remove(tmp_path)
    running.remove(tmp_path)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("content", ["", "{", "[]", '{"poort": 1}', '{"poort": 1, "versie": "1", "iets": 2}'])
def test_a_note_that_says_something_else_is_no_note(tmp_path: Path, content: str) -> None:
    (tmp_path / NOTE).write_text(content)
    with pytest.raises(BadNote):
        running.found(tmp_path)
