"""Text -> words with their place, folded for comparing. One pass, no backtracking."""

import re
from functools import lru_cache
from typing import NamedTuple

from graph.dutch.collation import fold

WORD = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")
PUNCTUATION = str.maketrans(dict.fromkeys("().’", ""))


class Word(NamedTuple):
    """`plat` is the folded form: `Súdwest` -> `sudwest`, `thema’s` -> `themas`."""

    tekst: str
    plat: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    found = WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(m[0], flat(m[0]), m.start(), m.end()) for m in found]


@lru_cache(maxsize=50_000)
def flat(word: str) -> str:
    return fold(word)


def form(text: str) -> str:
    """The form in which a name of several words is compared: folded, without brackets and dots; commas count."""
    return " ".join(fold(text).translate(PUNCTUATION).split())


def tidy(text: str) -> str:
    """One space between words, and nothing around it that is not part of a name."""
    return " ".join(text.split()).strip(" ,.;:–—-…")
