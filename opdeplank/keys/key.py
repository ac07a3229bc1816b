"""A key as it is handed out, and as it is kept.

    odp_7hq2mzka_VxT…43 letters…   what its holder has; it is shown once
        ────────                   the prefix, by which one finds and names it; it gives nothing away
                 ────────────────  256 random bits
    sha256(all of it)              what we keep

A password must be hashed slowly, since people choose it; nobody can guess 256 random bits, so here one round will do.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol

MARK = "odp"
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Of a prefix: what one can read aloud."""
PREFIX_LETTERS = 8
SECRET_BYTES = 32
PREFIX = re.compile(rf"[{ALPHABET}]{{{PREFIX_LETTERS}}}")
SHAPE = re.compile(rf"{MARK}_({PREFIX.pattern})_[A-Za-z0-9_-]{{43}}")


class Standing(Enum):
    """What has become of a key."""

    GELDIG = "geldig"
    VERLOPEN = "verlopen"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True)
class Key:
    """What we know of a key that was handed out; all moments in UTC. `gemeente` is an id, with the role GEMEENTE."""

    prefix: str
    digest: bytes
    name: str
    role: Rol
    gemeente: str | None
    made: datetime
    until: datetime
    used: datetime | None = None
    withdrawn: datetime | None = None

    def standing(self, now: datetime) -> Standing:
        if self.withdrawn is not None:
            return Standing.INGETROKKEN
        return Standing.GELDIG if now < self.until else Standing.VERLOPEN

    @property
    def viewer(self) -> Viewer:
        """Who comes in with it."""
        return Viewer(self.role, self.gemeente, self.prefix, self.until)


def new(name: str, role: Rol, gemeente: str | None, until: datetime) -> tuple[str, Key]:
    """What is shown once, and what is kept."""
    prefix = "".join(secrets.choice(ALPHABET) for _ in range(PREFIX_LETTERS))
    shown = f"{MARK}_{prefix}_{secrets.token_urlsafe(SECRET_BYTES)}"
    made = datetime.now(UTC).replace(microsecond=0)
    return shown, Key(prefix, digest(shown), name, role, gemeente, made, until)


def prefix_of(shown: str) -> str | None:
    """The prefix of something that looks like a key of ours."""
    found = SHAPE.fullmatch(shown)
    return found[1] if found else None


def digest(shown: str) -> bytes:
    return hashlib.sha256(shown.encode()).digest()
