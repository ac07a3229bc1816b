"""The file with keys: who may read it, what stands in it, and what happens when it cannot be used."""

import os
import sqlite3
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.domain.vocabulary import Rol
from opdeplank.keys.key import Key, new
from opdeplank.keys.key_file import NAME, KeyFile, UnreadableKeys
from opdeplank.settings.table import ROOT

UNTIL = datetime(2027, 1, 1, tzinfo=UTC)


def key(name: str = "Portaal") -> tuple[str, Key]:
    return new(name, Rol.GEMEENTE, "gemeente:gm0344", UNTIL)


def test_what_was_kept_is_read_again_the_oldest_first(tmp_path: Path) -> None:
    keys = KeyFile(tmp_path / "data")
    assert keys.all() == []
    _, first = key("eerst")
    first = replace(first, made=datetime(2026, 1, 1, tzinfo=UTC))
    _, second = key("later")
    second = replace(second, made=datetime(2026, 2, 1, tzinfo=UTC))
    assert keys.add(second)
    assert keys.add(first)
    assert keys.all() == [first, second]
    assert not keys.add(replace(second, digest=bytes(32))), "its prefix is taken"
    assert keys.all()[1].digest == second.digest


def test_nobody_else_may_read_it_and_the_key_itself_is_not_in_it(tmp_path: Path) -> None:
    keys = KeyFile(tmp_path)
    shown, made = key()
    before = os.umask(0)
    try:
        keys.add(made)
    finally:
        os.umask(before)
    assert [path.name for path in tmp_path.iterdir()] == [NAME], "nothing stays beside it"
    assert stat.S_IMODE(keys.path.stat().st_mode) == 0o600
    assert shown.split("_")[2].encode() not in keys.path.read_bytes()
    keys.path.chmod(0o644)
    keys.add(key()[1])
    assert stat.S_IMODE(keys.path.stat().st_mode) == 0o600


def test_withdrawing_is_for_good_and_use_is_noted(tmp_path: Path) -> None:
    keys = KeyFile(tmp_path)
    _, made = key()
    keys.add(made)
    keys.note_use({made.prefix: UNTIL - timedelta(days=2), "bestaatniet": UNTIL})
    keys.withdraw(made.prefix, UNTIL - timedelta(days=1))
    keys.withdraw(made.prefix, UNTIL)
    (found,) = keys.all()
    assert (found.used, found.withdrawn) == (UNTIL - timedelta(days=2), UNTIL - timedelta(days=1))


@pytest.mark.parametrize("content", [b"geen sleutels" * 100, b""])
def test_a_file_that_is_something_else_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(UnreadableKeys, match=r"sleutels\.sqlite"):
        KeyFile(tmp_path).all()


def test_a_file_that_another_holds_is_said_after_a_moment(tmp_path: Path) -> None:
    keys = KeyFile(tmp_path)
    keys.add(key()[1])
    holding = sqlite3.connect(keys.path, isolation_level=None)
    holding.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(UnreadableKeys, match="bezet"):
            keys.all()
    finally:
        holding.close()


def test_who_dies_while_writing_leaves_the_keys_as_they_were(tmp_path: Path) -> None:
    keys = KeyFile(tmp_path)
    _, made = key()
    keys.add(made)
    dies = (
        "import os, sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('PRAGMA cache_spill = 1')\n"
        "db.execute('PRAGMA cache_size = 1')\n"
        "db.execute('BEGIN IMMEDIATE')\n"
        "db.execute('DELETE FROM sleutel')\n"
        "db.executemany('INSERT INTO sleutel VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', "
        "[(str(n), b'', 'x' * 2000, 'x', '', '', '', '', '') for n in range(400)])\n"
        "os._exit(9)\n"
    )
    outcome = subprocess.run([sys.executable, "-c", dies, str(keys.path)], cwd=ROOT, timeout=60, check=False)
    assert outcome.returncode == 9
    assert keys.all() == [made]
