"""A melding: what somebody tells us, with no account. Not a fact: it stands beside the graph, and only the
Programmabureau reads it. Whoever sent it has a number, and sees by that what became of it.

    k7m2-qx4p     31⁸ numbers: who guesses sixty a minute finds one of ten thousand after some eighty years
"""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""What one can read aloud over the telephone."""
HALF = 4
NUMBER = re.compile(rf"[{ALPHABET}]{{{2 * HALF}}}")


class MeldingSoort(Enum):
    """What one can say."""

    KLOPT_NIET = "Dit klopt niet"
    GEBRUIKEN_WIJ = "Wij gebruiken dit ook"
    GEBRUIKEN_WIJ_NIET_MEER = "Wij gebruiken dit niet meer"
    KNELPUNT_MIST = "Dit knelpunt mist"
    WEET_MEER = "Hier weet ik meer van"

    @property
    def by_a_gemeente(self) -> bool:
        """Whether it says nothing without the gemeente."""
        return self in (MeldingSoort.GEBRUIKEN_WIJ, MeldingSoort.GEBRUIKEN_WIJ_NIET_MEER)


class MeldingStand(Enum):
    """How far we are with it, as its sender reads it."""

    NIEUW = "Nog niet bekeken"
    IN_BEHANDELING = "In behandeling"
    AFGEHANDELD = "Afgehandeld"
    ACHTERHAALD = "Achterhaald"

    @property
    def open(self) -> bool:
        return self in (MeldingStand.NIEUW, MeldingStand.IN_BEHANDELING)


@dataclass(frozen=True)
class Melding:
    """`over` is the id of the thing it is about, `gemeente` that of whom it says something; moments in UTC. `antwoord`
    is what its sender reads; `door` who dealt with it. `tekst` is empty once it was kept long enough."""

    nummer: str
    soort: MeldingSoort
    over: str | None
    gemeente: str | None
    tekst: str
    gemaakt: datetime
    stand: MeldingStand = MeldingStand.NIEUW
    antwoord: str | None = None
    door: str | None = None
    behandeld: datetime | None = None

    @property
    def shown(self) -> str:
        """The number as one writes it down."""
        return f"{self.nummer[:HALF]}-{self.nummer[HALF:]}"


def new_number() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(2 * HALF))


def number_of(typed: str) -> str | None:
    """`K7M2 QX4P` -> `k7m2qx4p`; None for what is no number."""
    plain = re.sub(r"[\s\u2010-\u2015-]", "", typed[:40]).lower()
    return plain if NUMBER.fullmatch(plain) else None
