"""In what words a text may name a person: a name -> the rows of words that stand for nobody else.

    Toke Tom         toke tom · tom toke · t tom · mevrouw tom · de heer tom · …
    Lisette de Bie   lisette de bie · bie lisette · bie lisette de · l de bie · mevrouw de bie · …

A surname by itself is no name: it is a village, a street, or somebody else.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.dutch.collation import PARTICLES, fold, surname_first

WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
"""Letters, with the accents that stand behind them."""
BETWEEN = re.compile(r"[\s.,'’\-‐‑–_]{1,3}")
"""What may stand between two words of a name; never a quotation mark, which may be the end of a value."""
TITLES = ("mevrouw", "mevr", "mw", "heer", "dhr", "meneer", "mr", "dr", "drs", "ir", "wethouder", "minister")


class Word(NamedTuple):
    """A word as it is compared, and where it stands."""

    folded: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    return [Word(fold(found[0]), found.start(), found.end()) for found in WORD.finditer(text)]


def together(text: str, left: Word, right: Word) -> bool:
    """Whether two words that follow each other may be of one name."""
    return BETWEEN.fullmatch(text, left.end, right.start) is not None


def surname(name: str) -> tuple[str, ...]:
    """`Lisette de Bie` -> de, bie."""
    found = [word.folded for word in words(name)]
    begin = next((i for i, word in enumerate(found) if i and word in PARTICLES), max(len(found) - 1, 0))
    return tuple(found[begin:])


def name_forms(name: str, alone: bool) -> Iterator[tuple[str, ...]]:
    """Each at least two words, or the one that the name is. `alone`: nobody else here has this surname."""
    whole = tuple(word.folded for word in words(name))
    yield whole
    last = surname(name)
    first = whole[: len(whole) - len(last)]
    if not first:
        return
    yield tuple(surname_first(name).split())
    yield (*last, *first)
    bare = tuple(word for word in last if word not in PARTICLES) or last
    yield (*bare, *first)
    if alone:
        yield (*(given[0] for given in first), *last)
        yield (first[0][0], *last)
        yield from ((title, *last) for title in TITLES)
