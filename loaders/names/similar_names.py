"""Names of one kind that are nearly the same: two things that may be one. Only pointed at, never merged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from graph.dutch.collation import PARTICLES, fold

ENOUGH = 90.0
FITS = 85.0
START = 3
CROWDED = 200
"""When more names than this share the start of a word, that start is too common to compare by."""


class Near(NamedTuple):
    ids: tuple[str, str]
    names: tuple[str, str]
    score: float
    reason: str


def near(things: Iterable[tuple[str, str]]) -> list[Near]:
    """Pairs of ids with how alike they are and why, the most alike first. Exactly the same is not near."""
    names = dict(things)
    plain = {key: fold(name) for key, name in names.items()}
    found = []
    for one, other in _pairs(plain):
        judged = _judged(plain[one], plain[other])
        if judged is not None:
            found.append(Near((one, other), (names[one], names[other]), round(judged[0] / 100, 2), judged[1]))
    return sorted(found, key=lambda n: (-n.score, n.ids))


def alike(one: str, other: str) -> bool:
    """Whether two folded names are the same or nearly so."""
    return one == other or _judged(one, other) is not None


def _pairs(plain: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every two names that have a word that begins the same."""
    starts: dict[str, list[str]] = defaultdict(list)
    for key in sorted(plain):
        for start in {word[:START] for word in plain[key].split() if len(word) >= START and word not in PARTICLES}:
            starts[start].append(key)
    seen: set[tuple[str, str]] = set()
    for keys in starts.values():
        if len(keys) > CROWDED:
            continue
        for i, one in enumerate(keys):
            for other in keys[i + 1 :]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other


def _judged(one: str, other: str) -> tuple[float, str] | None:
    if one == other or _digits(one) != _digits(other):
        return None
    if sorted(one.split()) == sorted(other.split()):
        return 99.0, "dezelfde woorden in een andere volgorde"
    if one.replace(" ", "") == other.replace(" ", ""):
        return 99.0, "alleen de spaties verschillen"
    if _initials(one, other):
        return FITS, "zelfde achternaam, en de voorletter past"
    score = fuzz.ratio(one, other, score_cutoff=ENOUGH)
    return (score, "bijna dezelfde letters") if score else None


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _initials(one: str, other: str) -> bool:
    """`j. bos` and `jan bos`."""
    (first, _, rest), (second, _, end) = one.partition(" "), other.partition(" ")
    short = [word for word in (first, second) if len(word.rstrip(".")) == 1]
    return bool(rest) and rest == end and bool(short) and first[0] == second[0]
