"""Who sits at the desk: sessions in one SQLite file in the data folder.

A browser has 256 random bits in a cookie, and we have their hash: who reads the file cannot come in with it. A session
ends with the key it was opened with, after a working day, or when somebody leaves.
"""

import hashlib
import hmac
import secrets
import sqlite3
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from opdeplank.graph.own_database import OwnDatabase
from opdeplank.keys.key import PREFIX, Standing
from opdeplank.keys.key_file import KeyFile, UnreadableKeys, find

NAME = "zittingen.sqlite"
HOURS = 12
MOST = 1_000
"""Sessions at a time; the one that was opened longest ago goes first."""
TABLES = (
    """
CREATE TABLE IF NOT EXISTS zitting (hash BLOB PRIMARY KEY, sleutel TEXT, begonnen TEXT NOT NULL, tot TEXT NOT NULL)
WITHOUT ROWID
""",
    "CREATE TABLE IF NOT EXISTS naam (sleutel TEXT PRIMARY KEY, naam TEXT NOT NULL) WITHOUT ROWID",
)


@dataclass(frozen=True)
class Session:
    """`key` names what somebody came in with (`Viewer.key`); None when everybody here has the role. `stamp` goes with
    every form of his, so that no other site can send one in his name."""

    key: str | None
    until: datetime
    stamp: str

    @property
    def door(self) -> str:
        """What is written down of who did something, as mutations write it."""
        return self.key or Rol.PROGRAMMABUREAU.name.lower()

    @property
    def viewer(self) -> Viewer:
        return Viewer(Rol.PROGRAMMABUREAU, None, self.key, self.until)


class Sessions:
    """`data` is the data folder; `everybody` whether who shows no key has the role here."""

    def __init__(self, data: Path, everybody: bool) -> None:
        self._keys = KeyFile(data)
        self._file = OwnDatabase(data / "werkbank" / NAME, TABLES)
        self._everybody = everybody

    def begin(self, viewer: Viewer, now: datetime | None = None, name: str | None = None) -> str:
        """The token for the cookie. `name` is what somebody is called whom no key of ours names."""
        now = now or datetime.now(UTC)
        day = now + timedelta(hours=HOURS)
        token, until = secrets.token_urlsafe(32), min(viewer.until or day, day)
        with self._open() as db:
            db.execute("DELETE FROM zitting WHERE tot <= ?", (_written(now),))
            db.execute(
                "DELETE FROM zitting WHERE hash IN (SELECT hash FROM zitting ORDER BY begonnen DESC LIMIT -1 OFFSET ?)",
                (MOST - 1,),
            )
            row = (_hash(token), viewer.key, _written(now), _written(until))
            db.execute("INSERT INTO zitting VALUES (?, ?, ?, ?)", row)
            if name and viewer.key:
                db.execute("INSERT OR REPLACE INTO naam VALUES (?, ?)", (viewer.key, name))
        return token

    def of(self, token: str, now: datetime | None = None) -> Session | None:
        """Whose session this is; None when it is over, whatever the reason."""
        if not token or not self._file.path.exists():
            return None
        with self._open() as db:
            row = db.execute("SELECT sleutel, tot FROM zitting WHERE hash = ?", (_hash(token),)).fetchone()
        now = now or datetime.now(UTC)
        if row is None or (until := datetime.fromisoformat(row[1])) <= now or not self._still_opens(row[0], now):
            return None
        return Session(row[0], until, stamp_of(token))

    def end(self, token: str) -> None:
        if self._file.path.exists():
            with self._open() as db:
                db.execute("DELETE FROM zitting WHERE hash = ?", (_hash(token),))

    def names(self) -> dict[str, str]:
        """What the holder of each key is called, and who signed in elsewhere, by what is written down of him."""
        told: dict[str, str] = {}
        if self._file.path.exists():
            with self._open() as db:
                told = dict(db.execute("SELECT sleutel, naam FROM naam"))
        try:
            return told | {key.prefix: key.name for key in self._keys.all()}
        except UnreadableKeys:
            return told

    def _still_opens(self, key: str | None, now: datetime) -> bool:
        """Whether what he came in with would let him in now. A token of elsewhere ends at the moment it names."""
        if key is None:
            return self._everybody
        if not PREFIX.fullmatch(key):
            return True
        try:
            found = find(self._keys.path, key)
        except sqlite3.Error:
            return False
        return found is not None and found.role is Rol.PROGRAMMABUREAU and found.standing(now) is Standing.GELDIG

    def _open(self) -> AbstractContextManager[sqlite3.Connection]:
        return self._file.open(make=not self._file.path.exists())


def stamp_of(token: str) -> str:
    """What a form carries: it follows from the cookie, and the cookie does not follow from it."""
    return hmac.new(token.encode(), b"formulier", hashlib.sha256).hexdigest()


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
