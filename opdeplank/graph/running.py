"""What runs on a data folder: the service leaves a note there that says where its inner door is, with the key to it.

Only who may read the folder can read the note (mode 600). It lies there while the service listens; what a service that
was killed left behind is thrown away by whoever gets the folder next.
"""

import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

import orjson

from opdeplank.graph.own_file import written

NOTE = "dienst.json"
LONGEST = 4096
"""Bytes of a line through the inner door; a note is shorter too."""


@dataclass(frozen=True)
class Running:
    """`poort`: of the inner door, on loopback; `proces`: the number of the process, for a person who looks it up."""

    poort: int
    versie: str
    sleutel: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    proces: int = field(default_factory=os.getpid)


class BadNote(Exception):
    """There is a note that nobody can read."""


def leave(folder: Path, running: Running) -> None:
    """Put the note there, all of it at once and for nobody else to read."""
    written(folder / NOTE, orjson.dumps(asdict(running)))


def found(folder: Path) -> Running | None:
    """What the note says, or None without one. Raises BadNote."""
    try:
        content = (folder / NOTE).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadNote from error
    try:
        return Running(**orjson.loads(content))
    except (orjson.JSONDecodeError, TypeError) as error:
        raise BadNote from error


def remove(folder: Path) -> None:
    """Take the note away, when it can be."""
    with suppress(OSError):
        (folder / NOTE).unlink(missing_ok=True)
