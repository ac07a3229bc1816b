"""A document, ready for the rules: its lines, sentences, words and the known names in it, and what is not believed."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar, cast

from loaders.documents.document import Document
from loaders.names.lexicon import Hit
from loaders.names.naming import Names
from loaders.names.tokens import Word, form, words
from loaders.prose.text import asides
from loaders.prose.text.sentences import Line, Sentence, lines, sentences
from loaders.prose.text.spans import Spans

Made = TypeVar("Made")
YEAR, LAST_YEAR = re.compile(r"\b(?:19|20)\d\d\b"), 2035
WHOLE_LINES = frozenset(("html", "htm", "docx", "xlsx", "csv"))
"""Forms in which a line is an element, a cell or what an author broke off: no line goes on in the next."""
LONGEST = 20_000
"""A paragraph is shorter; in a longer one only names are looked for in the residue."""


class Page:
    def __init__(self, document: Document, names: Names) -> None:
        self.document = document
        self.names = names
        self.tekst = document.tekst
        every = [*lines(self.tekst)]
        self.asides = asides.find(document, every)
        self._aside_spans = Spans((start, end) for start, end, _ in self.asides)
        self.too_long = [line for line in every if len(line.tekst) > LONGEST]
        self.lines: list[Line] = [
            line for line in every if self.aside(line.start, line.end) is None and len(line.tekst) <= LONGEST
        ]
        self.sentences: list[Sentence] = [*sentences(self.tekst, self.lines, document.vorm not in WHOLE_LINES)]
        self._made: dict[Callable[[Page], Any], Any] = {}

    def once(self, make: Callable[["Page"], Made]) -> Made:
        """What `make` gives for this page: worked out when it is first asked for, and kept.

        For what many rules need and one part of the reader knows, such as everybody who is named on the page.
        """
        if make not in self._made:
            self._made[make] = make(self)
        return cast(Made, self._made[make])

    @cached_property
    def words(self) -> list[Word]:
        return [word for sentence in self.sentences for word in words(self.tekst, sentence.start, sentence.end)]

    @cached_property
    def hits(self) -> list[Hit]:
        """The known names in what is believed, of every type, from left to right."""
        return [
            hit for s in self.sentences for hit in self.names.lexicon.scan(self.tekst, self.words_in(s.start, s.end))
        ]

    @cached_property
    def gemeenten(self) -> tuple[str, ...]:
        """The gemeenten whose name stands on this page, whatever it means there."""
        found = ({e.id for e in hit.entries if e.soort == "Gemeente"} for hit in self.hits)
        return tuple(sorted({ids.pop() for ids in found if len(ids) == 1}))

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words this document writes without a capital: those are ordinary words, not names.

        Not those in an address: `a.bos@voorbeeld.nl` says nothing of what Bos is.
        """
        return frozenset(w.tekst for w in self.words if w.tekst.islower() and not self._in_address(w))

    def _in_address(self, word: Word) -> bool:
        before, behind = self.tekst[max(0, word.start - 1) : word.start], self.tekst[word.end : word.end + 2]
        return (
            before in ("@", ".", "/", "_")
            or behind[:1] in ("@", "_", "/")
            or behind[:1] == "."
            and behind[1:].isalpha()
        )

    @cached_property
    def latest_year(self) -> int:
        """The latest year this document names, as far as it can be now; 0 when it names none."""
        return max((int(year) for year in YEAR.findall(self.tekst) if int(year) <= LAST_YEAR), default=0)

    @cached_property
    def folded(self) -> str:
        """The whole text in the form in which names are compared."""
        return form(self.tekst)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _hit_starts(self) -> list[int]:
        return [hit.start for hit in self.hits]

    def words_in(self, start: int, end: int) -> list[Word]:
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def hits_in(self, start: int, end: int) -> list[Hit]:
        return self.hits[bisect_left(self._hit_starts, start) : bisect_left(self._hit_starts, end)]

    def sentence_at(self, place: int) -> Sentence | None:
        at = bisect_right(self.sentence_starts, place) - 1
        return self.sentences[at] if at >= 0 and place < self.sentences[at].end else None

    def before(self, place: int, most: int = 40) -> str:
        """The text of the same line just before a place."""
        return self.tekst[max(0, place - most) : place].rpartition("\n")[2]

    def before_in_sentence(self, place: int, most: int = 60) -> str:
        """The text of the same sentence before a place, over the ends of wrapped lines."""
        sentence = self.sentence_at(place)
        start = max(sentence.start, place - most) if sentence else max(0, place - most)
        return self.tekst[start:place].replace("\n", " ") if sentence else self.before(place, most)

    def after(self, place: int, most: int = 60) -> str:
        return self.tekst[place : place + most].partition("\n")[0]

    def aside(self, start: int, end: int) -> str | None:
        """Why this span is not believed, in a word, or None."""
        if self._aside_spans.touches(start, end):
            return next(why for left, right, why in self.asides if left < end and start < right)
        return self.document.unbelieved(start, end)
