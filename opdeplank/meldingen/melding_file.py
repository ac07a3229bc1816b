"""The meldingen, in one SQLite file in the data folder. An address to answer to stands in a table of its own, and is
thrown away when its melding was dealt with."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from opdeplank.graph.own_database import OwnDatabase, UnusableFile
from opdeplank.meldingen.melding import Melding, MeldingSoort, MeldingStand, new_number

NAME = "meldingen.sqlite"
PATIENCE = 5.0
"""Seconds that somebody waits for who is writing, in a thread of his own."""
MOST_WAITING = 10_000
"""Meldingen that wait at a time. Somebody who fills the list from many addresses fills no disk."""
KEPT = timedelta(days=365)
"""How long the text of a melding stays after it was dealt with."""
TABLES = (
    """
CREATE TABLE IF NOT EXISTS melding (
  nummer TEXT PRIMARY KEY, soort TEXT NOT NULL, "over" TEXT, gemeente TEXT, tekst TEXT NOT NULL, gemaakt TEXT NOT NULL,
  stand TEXT NOT NULL, antwoord TEXT, door TEXT, behandeld TEXT, formulier TEXT UNIQUE
) WITHOUT ROWID
""",
    "CREATE TABLE IF NOT EXISTS adres (nummer TEXT PRIMARY KEY, adres TEXT NOT NULL) WITHOUT ROWID",
)
COLUMNS = 'nummer, soort, "over", gemeente, tekst, gemaakt, stand, antwoord, door, behandeld'
OPEN = tuple(each.name for each in MeldingStand if each.open)
OPEN_ONES = f"stand IN ({', '.join('?' * len(OPEN))})"


class UnreadableMeldingen(Exception):
    """The file with meldingen cannot be used; the message says why, in Dutch."""


class TooManyMeldingen(Exception):
    """So many wait that no more come in."""


class MeldingFile:
    """It is made when the first melding is. Everything raises UnreadableMeldingen."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME

    def add(self, melding: Melding, adres: str | None = None, formulier: str | None = None) -> Melding:
        """Keep it under a number of its own. What came from the same `formulier` before is given back instead: somebody
        pressed twice. Raises TooManyMeldingen."""
        with self._open(make=True) as db:
            if formulier and (before := _one(db, "formulier = ?", formulier)):
                return before
            (waiting,) = db.execute(f"SELECT count(*) FROM melding WHERE {OPEN_ONES}", OPEN).fetchone()
            if waiting >= MOST_WAITING:
                raise TooManyMeldingen
            while _one(db, "nummer = ?", melding.nummer):
                melding = replace(melding, nummer=new_number())
            row = (
                melding.nummer, melding.soort.name, melding.over, melding.gemeente, melding.tekst,
                _written(melding.gemaakt), melding.stand.name, formulier or None,
            )  # fmt: skip
            db.execute(
                'INSERT INTO melding (nummer, soort, "over", gemeente, tekst, gemaakt, stand, formulier) '
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row,
            )  # fmt: skip
            if adres:
                db.execute("INSERT INTO adres VALUES (?, ?)", (melding.nummer, adres))
        return melding

    def one(self, nummer: str) -> Melding | None:
        with self._there() as db:
            return _one(db, "nummer = ?", nummer) if db else None

    def waiting(self, most: int = MOST_WAITING, skip: int = 0, soort: MeldingSoort | None = None) -> list[Melding]:
        """What is not dealt with, the oldest first."""
        with self._there() as db:
            where, kind = (f"{OPEN_ONES} AND soort = ?", (soort.name,)) if soort else (OPEN_ONES, ())
            ordered = f"{where} ORDER BY gemaakt, nummer LIMIT ? OFFSET ?"
            return _all(db, ordered, *OPEN, *kind, most, skip) if db else []

    def counted(self) -> dict[MeldingSoort, int]:
        """How many wait, by what they say."""
        with self._there() as db:
            text = f"SELECT soort, count(*) FROM melding WHERE {OPEN_ONES} GROUP BY soort"
            found = dict(db.execute(text, OPEN)) if db else {}
        return {each: found[each.name] for each in MeldingSoort if each.name in found}

    def alike(self, melding: Melding, most: int) -> list[Melding]:
        """What others said of the same thing in the same words of ours, and waits too."""
        with self._there() as db:
            where = f'{OPEN_ONES} AND "over" = ? AND soort = ? AND nummer != ? ORDER BY gemaakt, nummer LIMIT ?'
            return _all(db, where, *OPEN, melding.over, melding.soort.name, melding.nummer, most) if db else []

    def after(self, melding: Melding) -> Melding | None:
        """The one that waits longest after this one; the longest of all when this was the last."""
        with self._there() as db:
            later = f"{OPEN_ONES} AND nummer != ? ORDER BY (gemaakt, nummer) <= (?, ?), gemaakt, nummer LIMIT 1"
            values = (*OPEN, melding.nummer, _written(melding.gemaakt), melding.nummer)
            return next(iter(_all(db, later, *values)), None) if db else None

    def dealt_with(self, most: int) -> list[Melding]:
        """What was dealt with last, the newest first."""
        with self._there() as db:
            ordered = f"NOT {OPEN_ONES} ORDER BY behandeld DESC, nummer LIMIT ?"
            return _all(db, ordered, *OPEN, most) if db else []

    def address_of(self, nummer: str) -> str | None:
        """Where its sender can be answered, as long as it is not dealt with."""
        with self._there() as db:
            row = db.execute("SELECT adres FROM adres WHERE nummer = ?", (nummer,)).fetchone() if db else None
        return str(row[0]) if row else None

    def handled(self) -> dict[str, tuple[int, str]]:
        """Of each thing how many meldingen were dealt with, and the day of the last one."""
        with self._there() as db:
            rows = db and db.execute(
                'SELECT "over", count(*), max(behandeld) FROM melding WHERE stand = ? AND "over" IS NOT NULL '
                'GROUP BY "over"', (MeldingStand.AFGEHANDELD.name,),
            )  # fmt: skip
            return {key: (count, last[:10]) for key, count, last in rows or ()}

    def take(self, nummer: str, door: str) -> bool:
        """Somebody is busy with it; False when it does not wait any more."""
        with self._open() as db:
            busy = (MeldingStand.IN_BEHANDELING.name, door, nummer, *OPEN)
            return (
                db.execute(f"UPDATE melding SET stand = ?, door = ? WHERE nummer = ? AND {OPEN_ONES}", busy).rowcount
                > 0
            )

    def close(
        self, nummer: str, stand: MeldingStand, antwoord: str, door: str | None, now: datetime
    ) -> bool:  # fmt: skip
        """It is dealt with, and the address of its sender goes; False when somebody else did so before."""
        assert not stand.open
        with self._open() as db:
            row = (stand.name, antwoord, door, _written(now), nummer, *OPEN)
            text = (
                f"UPDATE melding SET stand = ?, antwoord = ?, door = ?, behandeld = ? WHERE nummer = ? AND {OPEN_ONES}"
            )
            done = db.execute(text, row).rowcount > 0
            db.execute("DELETE FROM adres WHERE nummer = ?", (nummer,))
        return done

    def move(self, moved: Mapping[str, str]) -> None:
        """What these were merged into is what their meldingen are about from now on."""
        if moved:
            with self._open() as db:
                db.executemany(
                    'UPDATE melding SET "over" = ? WHERE "over" = ?', [(now, old) for old, now in moved.items()]
                )

    def redact(self, redacted: Callable[[str], str]) -> int:
        """Take out of every text what `redacted` takes out of it; how many meldingen that changed."""
        with self._there(write=True) as db:
            found = _all(db, "1") if db else []
            changed = [each for each in found if _redacted(each, redacted) != each]
            for each in changed:
                other = _redacted(each, redacted)
                row = (other.tekst, other.antwoord, each.nummer)
                assert db is not None
                db.execute("UPDATE melding SET tekst = ?, antwoord = ? WHERE nummer = ?", row)
        return len(changed)

    def throw_away(self, now: datetime) -> int:
        """The texts that were kept long enough; how many those were."""
        with self._there(write=True) as db:
            if not db:
                return 0
            text = f"UPDATE melding SET tekst = '' WHERE tekst != '' AND NOT {OPEN_ONES} AND behandeld < ?"
            return db.execute(text, (*OPEN, _written(now - KEPT))).rowcount

    @contextmanager
    def _there(self, write: bool = False) -> Iterator[sqlite3.Connection | None]:
        """A transaction, or None before the first melding."""
        if not self.path.exists():
            yield None
        else:
            with self._open(write=write) as db:
                yield db

    @contextmanager
    def _open(self, make: bool = False, write: bool = True) -> Iterator[sqlite3.Connection]:
        try:
            with OwnDatabase(self.path, TABLES, PATIENCE).open(make, write) as db:
                yield db
        except UnusableFile as error:
            raise UnreadableMeldingen(
                f"Het bestand met meldingen {self.path} is niet te gebruiken ({error}). "
                "Maak het schrijfbaar voor deze gebruiker, of zet een kopie terug."
            ) from error


def _redacted(melding: Melding, redacted: Callable[[str], str]) -> Melding:
    answer = redacted(melding.antwoord) if melding.antwoord else melding.antwoord
    return replace(melding, tekst=redacted(melding.tekst), antwoord=answer)


def _one(db: sqlite3.Connection, where: str, *values: str) -> Melding | None:
    return next(iter(_all(db, where, *values)), None)


def _all(db: sqlite3.Connection, where: str, *values: object) -> list[Melding]:
    return [*_read(db.execute(f"SELECT {COLUMNS} FROM melding WHERE {where}", values))]


def _read(rows: Iterable[tuple[str, ...]]) -> Iterator[Melding]:
    for nummer, soort, over, gemeente, tekst, gemaakt, stand, antwoord, door, behandeld in rows:
        yield Melding(
            nummer, MeldingSoort[soort], over, gemeente, tekst, datetime.fromisoformat(gemaakt), MeldingStand[stand],
            antwoord, door, datetime.fromisoformat(behandeld) if behandeld else None,
        )  # fmt: skip


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
