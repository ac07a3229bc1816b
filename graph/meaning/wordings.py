"""How much the wordings of a thing share letters with a question: whole words, parts of compounds, words with a slip.

A vector knows what means the same, and is vague about the very word that tells two things apart. So the wordings of
each thing are compared by runs of letters as well, weighed as in full text (BM25: Robertson and Zaragoza, The
Probabilistic Relevance Framework, 2009). A question of common letters alone gets little; one whose every run a thing
has gets 1.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from graph.dutch.collation import fold
from graph.dutch.words import STOP, WORD

RUN = 5
"""Letters in a run; the edges of a word are one each."""
MOST = 4_096
"""Beyond so many things their wordings are not kept: the full text of the database has to do."""
FULL, LENGTH = 1.2, 0.6
"""How soon a run that comes back adds nothing more, and how much a long thing pays for its length."""
UNKNOWN = 0.7
"""What a run that no thing has counts for in what a question asks."""
Scores = NDArray[np.float32]


class Wordings:
    """The words of things, by id; the rest is made of them when somebody asks."""

    def __init__(self) -> None:
        self._words: dict[str, Counter[str]] = {}
        self._made: tuple[Sequence[str], _Runs] | None = None
        self._too_many = False

    def put(self, key: str, pieces: Sequence[str]) -> None:
        """These are all the wordings of a thing now."""
        if self._too_many or (len(self._words) >= MOST and key not in self._words):
            self._too_many, self._words = True, {}
        else:
            self._words[key] = Counter(_words(" ".join(pieces)))
        self._made = None

    def scores(self, text: str, ids: Sequence[str]) -> Scores | None:
        """How much each of these things shares with a text, from 0 to 1; None when that is not known. `ids` is the same
        list for as long as the things are the same."""
        if self._too_many:
            return None
        if self._made is None or self._made[0] is not ids:
            self._made = ids, _Runs([self._words.get(key, Counter()) for key in ids])
        return self._made[1].scores(text)


class _Runs:
    """For each run of letters the things that have it, and how much it says of each."""

    def __init__(self, things: Sequence[Counter[str]]) -> None:
        self._number: dict[str, int] = {}
        self._count = len(things)
        runs = {word: self._numbers(word) for word in dict.fromkeys(word for words in things for word in words)}
        told = [(i, runs[word], times) for i, words in enumerate(things) for word, times in words.items()]
        lengths = [len(numbers) for _, numbers, _ in told]
        thing = np.repeat([i for i, _, _ in told], lengths).astype(np.int64)
        run = np.fromiter((number for _, numbers, _ in told for number in numbers), np.int64, sum(lengths))
        times = np.repeat([times for _, _, times in told], lengths).astype(np.float64)
        width = max(len(self._number), 1)
        keys, where = np.unique(run * max(self._count, 1) + thing, return_inverse=True)
        often = np.bincount(where, times, len(keys))
        self._thing = keys % max(self._count, 1)
        run = keys // max(self._count, 1)
        self._first = np.searchsorted(run, np.arange(width + 1))
        total = np.bincount(self._thing, often, self._count)
        long = 1 - LENGTH + LENGTH * total / max(total.mean() if self._count else 1.0, 1.0)
        having = np.diff(self._first)
        self._rare = np.log(1 + (self._count - having + 0.5) / (having + 0.5))
        self._says = often * (FULL + 1) / (often + FULL * long[self._thing]) * self._rare[run]

    def scores(self, text: str) -> Scores:
        found = np.zeros(self._count, np.float32)
        asked = 0.0
        for run in dict.fromkeys(run for word in _words(text) for run in _split(word)):
            number = self._number.get(run)
            if number is None:
                asked += UNKNOWN * log(1 + self._count)
                continue
            asked += float(self._rare[number])
            part = slice(self._first[number], self._first[number + 1])
            found[self._thing[part]] += self._says[part]
        return found / np.float32(max(asked * (FULL + 1), 1.0))

    def _numbers(self, word: str) -> list[int]:
        return [self._number.setdefault(run, len(self._number)) for run in _split(word)]


def _words(text: str) -> list[str]:
    return [word for word in WORD.findall(fold(text)) if word not in STOP]


def _split(word: str) -> Iterator[str]:
    whole = f"^{word}$"
    return (whole[i : i + RUN] for i in range(max(1, len(whole) - RUN + 1)))
