"""A file in the data folder: whole or not there, and for nobody else."""

from pathlib import Path

import pytest

from opdeplank.graph.own_file import OWNER_ONLY, written


def test_it_stands_there_for_its_owner_alone_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "map" / "iets.json"
    for content in (b"een", b"twee"):
        written(path, content)
        assert path.read_bytes() == content
    assert path.stat().st_mode & 0o777 == OWNER_ONLY
    assert [*path.parent.iterdir()] == [path]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "iets"
    path.mkdir()
    (path / "al").touch()
    with pytest.raises(OSError, match="iets"):
        written(path, b"nieuw")
    assert (path / "al").exists()
