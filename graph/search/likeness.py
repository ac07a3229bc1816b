"""How alike two gemeenten are, and two knelpunten: pure functions, 0 to 1."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Protocol, TypeVar

from graph.dutch.words import stem, words

SIZE, PROVINCE, REGION, SHARED = 0.65, 0.1, 0.1, 0.15
"""What makes two gemeenten comparable; together 1."""
TENFOLD = log(10)
ALIKE = 0.5
"""From here on two gemeenten are called comparable."""
A_LITTLE = 0.3
"""Below this they are not: a city and a village are not even a little alike."""

THEMA, WET, WORDS = 0.5, 0.1, 0.4
"""What makes two knelpunten related when nobody said so; together 1."""
RELATED, FULLY = 0.25, 0.8
"""From here on two knelpunten are related; and as related as it gets."""


@dataclass(frozen=True)
class Profile:
    """What makes a gemeente comparable with another."""

    id: str
    naam: str
    inwoners: int | None
    provincie: str | None
    ervaart: int = 0
    gedeeld: int = 0
    """How many knelpunten it feels, and how many of those the asking gemeente feels as well."""
    jeugdregio: str | None = None
    arbeidsmarktregio: str | None = None


class Placed(Protocol):
    """Something that a gemeente does."""

    @property
    def id(self) -> str: ...

    @property
    def gemeente(self) -> Profile: ...


U = TypeVar("U", bound=Placed)


def comparable(asker: Profile, other: Profile) -> float:
    """How alike two gemeenten are, 0 to 1: size on a log scale, province, regions, knelpunten both feel."""
    size = 0.0
    if asker.inwoners and other.inwoners:
        size = max(0.0, 1 - abs(log(asker.inwoners / other.inwoners)) / TENFOLD)
    province = float(asker.provincie is not None and asker.provincie == other.provincie)
    region = float(bool(shared_regions(asker, other)))
    shared = other.gedeeld / max(1, asker.ervaart + other.ervaart - other.gedeeld)
    return SIZE * size + PROVINCE * province + REGION * region + SHARED * shared


def shared_regions(one: Profile, other: Profile) -> tuple[str, ...]:
    """`jeugdregio Twente`, `arbeidsmarktregio Twente`: in which they work together already."""
    pairs = {"jeugdregio": (one.jeugdregio, other.jeugdregio),
             "arbeidsmarktregio": (one.arbeidsmarktregio, other.arbeidsmarktregio)}  # fmt: skip
    return tuple(f"{kind} {mine}" for kind, (mine, theirs) in pairs.items() if mine and mine == theirs)


def by_likeness(users: Iterable[U], gemeenten: Sequence[Profile]) -> list[U]:
    """The most comparable first; without a gemeente to compare with, the largest first."""

    def order(use: U) -> tuple[float, int, str, str]:
        alike = max((comparable(g, use.gemeente) for g in gemeenten), default=0.0)
        return -round(alike, 6), -(use.gemeente.inwoners or 0), use.gemeente.naam, use.id

    return sorted(users, key=order)


def related(themas: frozenset[str], other: frozenset[str], shared_law: bool, shared: float) -> float:
    """How alike two knelpunten are when nobody said so, 0 to 1; 0 when it is too little to speak of."""
    either = themas | other
    overlap = len(themas & other) / len(either) if either else 0.0
    alike = THEMA * overlap + WET * shared_law + WORDS * shared
    return min(1.0, alike / FULLY) if alike >= RELATED else 0.0


def shared_words(one: str, other: str) -> tuple[float, tuple[str, ...]]:
    """The share of stems two texts have in common (Dice), and the words of the first that are in both."""
    mine, theirs = _by_stem(one), _by_stem(other)
    both = tuple(word for s, word in mine.items() if s in theirs)
    return 2 * len(both) / (len(mine) + len(theirs) or 1), both


@lru_cache(maxsize=8_192)
def _by_stem(text: str) -> Mapping[str, str]:
    """The words of a text by their stem; texts of the graph come by again and again."""
    return {stem(w): w for w in words(text)}
