"""A file in the data folder: whole or not there, and for nobody else."""

from pathlib import Path

import pytest

from opdeplank.graph.own_file import OWNER_ONLY, aside, written


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
    assert [*tmp_path.iterdir()] == [path]


def test_two_who_write_at_once_do_not_write_in_each_others_file(tmp_path: Path) -> None:
    """Containers that share a folder all have the same number for their process."""
    places = {aside(tmp_path / "iets.json") for _ in range(100)}
    assert len(places) == 100
    assert not [each for each in places if each.suffix == ".json"], "nobody takes it for a whole one"
