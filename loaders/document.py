"""What every reader gives: the untouched text of a document with where it came from, or a refusal.

Offsets are in Unicode code points of `tekst`, which is what the file says, character for character.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

HASH_LENGTH = 20
"""Hex digits of an id made from content: 80 bits."""


@dataclass(frozen=True, order=True)
class Place:
    """Line and column count from one, as editors do."""

    bestand: str
    regel: int = 0
    kolom: int = 0

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}:{self.kolom}" if self.regel else self.bestand


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake in a row: where it is and what to write instead."""

    place: Place
    tekst: str

    def __str__(self) -> str:
        return f"{self.place}: {self.tekst}"


class Refusal(Exception):
    """A document that cannot be used. The other documents go on."""

    def __init__(self, code: str, bestand: str, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.code = code
        self.bestand = bestand
        self.problems = problems

    def as_json(self) -> dict[str, Any]:
        return {"code": self.code, "bestand": self.bestand, "meldingen": [str(p) for p in self.problems]}


def refuse(code: str, bestand: str, tekst: str, regel: int = 0, kolom: int = 0) -> Refusal:
    return Refusal(code, bestand, (Problem(Place(bestand, regel, kolom), tekst),))


@dataclass(frozen=True)
class Document:
    """`vorm` is how it is written (txt, yaml, …); `soort` is what kind of source it is."""

    id: str
    sha256: str
    tekst: str
    titel: str
    soort: str
    vorm: str
    bestand: str | None = None
    url: str | None = None
    datum: str | None = None
    uitgever: str | None = None
    meldingen: tuple[str, ...] = ()


def document_id(sha256: str) -> str:
    return f"doc:{sha256[:HASH_LENGTH]}"


def digest(content: str | bytes) -> str:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()
