"""A small file of ours: for its owner alone, whole or not at all, and what is deleted is gone from the disk."""

import os
import stat
from pathlib import Path

import pytest

from opdeplank.graph.own_database import OwnDatabase, UnusableFile

TABLE = "CREATE TABLE IF NOT EXISTS woord (tekst TEXT PRIMARY KEY)"


def test_it_is_made_for_its_owner_alone_and_what_is_deleted_is_overwritten(tmp_path: Path) -> None:
    own = OwnDatabase(tmp_path / "data" / "x.sqlite", (TABLE,))
    before = os.umask(0)
    try:
        with own.open(make=True) as db:
            db.execute("INSERT INTO woord VALUES ('geheim-van-iemand')")
    finally:
        os.umask(before)
    assert stat.S_IMODE(own.path.stat().st_mode) == 0o600
    assert b"geheim-van-iemand" in own.path.read_bytes()
    with own.open() as db:
        db.execute("DELETE FROM woord")
    assert b"geheim-van-iemand" not in own.path.read_bytes()
    assert [path.name for path in own.path.parent.iterdir()] == ["x.sqlite"], "nothing stays beside it"


def test_what_fails_halfway_changes_nothing(tmp_path: Path) -> None:
    own = OwnDatabase(tmp_path / "x.sqlite", (TABLE,))
    with pytest.raises(UnusableFile, match="beveiligd"), own.open(make=True) as db:
        db.executemany("INSERT INTO woord VALUES (?)", [("een",), ("een",)])
    with own.open() as db:
        assert db.execute("SELECT count(*) FROM woord").fetchone() == (0,)


def test_what_cannot_be_used_says_why(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    path.write_bytes(b"dit is geen database maar tekst, en lang genoeg om dat te zien")
    with pytest.raises(UnusableFile, match="beschadigd"), OwnDatabase(path, (TABLE,)).open() as db:
        db.execute("SELECT 1 FROM woord")
    with pytest.raises(UnusableFile), OwnDatabase(tmp_path, (TABLE,)).open(make=True):
        pass
