"""The keys, in one SQLite file in the data folder: whichever database holds the graph, and whether or not a service has
it open. A restored copy of the graph brings no key back that was withdrawn."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graph.domain.vocabulary import Rol
from opdeplank.graph.own_database import OwnDatabase, UnusableFile, connected
from opdeplank.keys.key import Key

NAME = "sleutels.sqlite"
TABLE = """
CREATE TABLE IF NOT EXISTS sleutel (
  voorvoegsel TEXT PRIMARY KEY, hash BLOB NOT NULL, naam TEXT NOT NULL, rol TEXT NOT NULL, gemeente TEXT,
  gemaakt TEXT NOT NULL, tot TEXT NOT NULL, gebruikt TEXT, ingetrokken TEXT
) WITHOUT ROWID
"""
COLUMNS = "voorvoegsel, hash, naam, rol, gemeente, gemaakt, tot, gebruikt, ingetrokken"


class UnreadableKeys(Exception):
    """The file with keys cannot be used; the message says why, in Dutch."""


class KeyFile:
    """The file with keys; it is made when the first key is. Raises UnreadableKeys."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME

    def add(self, key: Key) -> bool:
        """Keep it; False when its prefix is taken."""
        row = (
            key.prefix, key.digest, key.name, key.role.name, key.gemeente, _written(key.made), _written(key.until),
            _written(key.used), _written(key.withdrawn),
        )  # fmt: skip
        with self._writing(make=True) as db:
            try:
                db.execute(f"INSERT INTO sleutel ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            except sqlite3.IntegrityError:
                return False
        return True

    def all(self) -> list[Key]:
        """Every key that was ever handed out, the oldest first."""
        if not self.path.exists():
            return []
        with self._writing() as db:
            found = db.execute(f"SELECT {COLUMNS} FROM sleutel ORDER BY gemaakt, voorvoegsel")
            return [read(row) for row in found]

    def withdraw(self, prefix: str, now: datetime) -> None:
        """From now on it opens nothing; a second time changes nothing."""
        with self._writing() as db:
            db.execute(
                "UPDATE sleutel SET ingetrokken = coalesce(ingetrokken, ?) WHERE voorvoegsel = ?",
                (_written(now), prefix),
            )

    def note_use(self, used: Mapping[str, datetime]) -> None:
        """When each of these was last used."""
        with self._writing() as db:
            db.executemany(
                "UPDATE sleutel SET gebruikt = ? WHERE voorvoegsel = ?", [(_written(used[each]), each) for each in used]
            )

    @contextmanager
    def _writing(self, make: bool = False) -> Iterator[sqlite3.Connection]:
        """A transaction."""
        try:
            with OwnDatabase(self.path, (TABLE,)).open(make) as db:
                yield db
        except UnusableFile as error:
            raise UnreadableKeys(
                f"Het bestand met sleutels {self.path} is niet te gebruiken ({error}). "
                "Maak het schrijfbaar voor deze gebruiker, of zet een kopie terug."
            ) from error


def find(path: Path, prefix: str) -> Key | None:
    """The key with this prefix. Raises what sqlite3 raises."""
    with closing(connected(path)) as db:
        row = db.execute(f"SELECT {COLUMNS} FROM sleutel WHERE voorvoegsel = ?", (prefix,)).fetchone()
    return None if row is None else read(row)


def read(row: tuple[Any, ...]) -> Key:
    """A row as it is kept."""
    prefix, digest, name, role, gemeente, *moments = row
    made, until, used, withdrawn = (None if each is None else datetime.fromisoformat(each) for each in moments)
    assert made is not None
    assert until is not None
    return Key(prefix, digest, name, Rol[role], gemeente, made, until, used, withdrawn)


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="seconds")
