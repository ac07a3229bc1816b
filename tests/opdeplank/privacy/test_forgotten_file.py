"""The list of who was forgotten, outside the graph."""

import stat
from pathlib import Path

import pytest

from opdeplank.privacy.forgotten_file import NAME, Note, read
from opdeplank.terminal.refused import Refused

NOTE = Note("vergeten:1", ["aa", "bb"], "2026-11-30", "op verzoek")


def test_what_was_put_is_read_again_with_its_key(tmp_path: Path) -> None:
    listed = read(tmp_path / "data", bytes(range(32)))
    assert not listed.path.exists(), "looking makes nothing"
    listed.put(NOTE)
    again = read(tmp_path / "data")
    assert (again.key, [*again.notes.values()]) == (bytes(range(32)), [NOTE])
    assert stat.S_IMODE(again.path.stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "data").iterdir()] == [NAME]


def test_what_was_not_done_to_the_end_waits_and_so_does_what_the_graph_does_not_know(tmp_path: Path) -> None:
    done = Note("vergeten:2", ["cc"], "2026-11-30", klaar=True)
    listed = read(tmp_path).put(NOTE).put(done)
    assert [note.id for note in listed.missing({"vergeten:1", "vergeten:2"})] == ["vergeten:1"]
    assert [note.id for note in listed.missing({"vergeten:1"})] == ["vergeten:1", "vergeten:2"]


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"sleutel": "z", "vergeten": []}', b'{"sleutel": "", "vergeten": 1}']
)
def test_a_list_that_cannot_be_read_stops_everything(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(Refused, match=NAME):
        read(tmp_path)
