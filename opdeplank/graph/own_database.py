"""A small SQLite file of ours in the data folder, beside the graph: whichever database holds that, and whether or not a
service has it open. Only its owner can read it, and nothing stays beside it that could be forgotten in a copy."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from opdeplank.graph.own_file import OWNER_ONLY

PATIENCE = 0.5
"""Seconds that one waits, where nobody else can go on: writing takes milliseconds."""


class UnusableFile(Exception):
    """The file cannot be used; the message says why, in a few Dutch words."""


@dataclass(frozen=True)
class OwnDatabase:
    """`tables`: the statements that make it, each harmless when it was made already. `patience`: the seconds that one
    waits for who is writing."""

    path: Path
    tables: tuple[str, ...]
    patience: float = PATIENCE

    @contextmanager
    def open(self, make: bool = False, write: bool = False) -> Iterator[sqlite3.Connection]:
        """A transaction; one that will `write` waits for its turn before it reads. Raises UnusableFile."""
        try:
            if make:
                self._make()
            with closing(connected(self.path, self.patience)) as db, db:
                if write:
                    db.execute("BEGIN IMMEDIATE")
                yield db
        except (sqlite3.Error, OSError) as error:
            raise UnusableFile(_why(error)) from error

    def _make(self) -> None:
        """For its owner alone from the first byte on, and again when somebody loosened that."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, OWNER_ONLY))
        self.path.chmod(OWNER_ONLY)
        with closing(connected(self.path, self.patience)) as db, db:
            for table in self.tables:
                db.execute(table)


def connected(path: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection to the file that there is. Its changes go through a journal that is deleted after each, and what is
    deleted is overwritten with noughts."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", timeout=patience, uri=True)
    db.execute("PRAGMA secure_delete = ON")
    return db


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or "onbekend"
    return "het is beschadigd of iets anders" if type(error) is sqlite3.DatabaseError else "het is bezet of beveiligd"
