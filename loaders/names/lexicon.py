"""The names the graph knows, ready to be found in running text: by their words, longest first.

A word of the text costs one look-up for each length that a name beginning with it can have; there is no search.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from loaders.names.tokens import Word, flat, form, words

LONGEST = 14
"""Words in a name; a longer name is found by its shorter forms."""


class Entry(NamedTuple):
    """A name: the thing, its type, and the name as the graph writes it."""

    soort: str
    id: str
    naam: str


class Hit(NamedTuple):
    start: int
    end: int
    entries: tuple[Entry, ...]


class Lexicon:
    def __init__(self, entries: Iterable[tuple[Entry, str]]) -> None:
        """`entries`: each with one of the names it goes by."""
        self._table: dict[tuple[str, ...], dict[str, list[Entry]]] = defaultdict(dict)
        lengths: dict[str, set[int]] = defaultdict(set)
        for entry, name in entries:
            parts = tuple(word.plat for word in words(name))
            if parts and len(parts) <= LONGEST:
                same = self._table[parts].setdefault(form(name), [])
                if entry not in same:
                    same.append(entry)
                lengths[parts[0]].add(len(parts))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def scan(self, text: str, found: list[Word]) -> Iterator[Hit]:
        """The names in a text, from left to right; they do not overlap."""
        at = 0
        while at < len(found):
            hit = self._at(text, found, at)
            if hit is None:
                at += 1
                continue
            length, entries = hit
            yield Hit(found[at].start, found[at + length - 1].end, entries)
            at += length

    def _at(self, text: str, found: list[Word], at: int) -> tuple[int, tuple[Entry, ...]] | None:
        for length in self._lengths.get(found[at].plat, ()):
            if at + length > len(found):
                continue
            same = self._table.get(tuple(word.plat for word in found[at : at + length]))
            if same is None:
                continue
            said = form(text[found[at].start : found[at + length - 1].end])
            if said in same:
                return length, tuple(same[said])
        return None


def first_letter_counts(name: str, text: str) -> bool:
    """Whether the text writes a proper name as one: with a capital, or a short form with its own capitals."""
    if name.isupper() and len(name) > 1 and " " not in name:
        return sum(c.isupper() for c in text) * 2 > len(text) if flat(name) == flat(text) else text[:1].isupper()
    return any(part[:1].isupper() for part in text.replace("-", " ").split())
