"""A document, ready for the rules: its lines, sentences, words and the known names in it, and what is not believed."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from loaders.documents.document import Document
from loaders.names.lexicon import Hit
from loaders.names.naming import Names
from loaders.names.tokens import Word, form, words
from loaders.prose.text import asides
from loaders.prose.text.sentences import Line, Sentence, lines, sentences
from loaders.prose.text.spans import Spans

if TYPE_CHECKING:
    from loaders.prose.people.people import Name, People

YEAR, LAST_YEAR = re.compile(r"\b(?:19|20)\d\d\b"), 2035
LONGEST = 20_000
"""A paragraph is shorter; in a longer one only names are looked for in the residue."""


class Page:
    def __init__(self, document: Document, names: Names) -> None:
        self.document = document
        self.names = names
        self.tekst = document.tekst
        self.people: People
        self.seen_names: dict[tuple[int, int], list[Name]] = {}
        every = [*lines(self.tekst)]
        self.asides = asides.find(document, every)
        self._aside_spans = Spans((van, tot) for van, tot, _ in self.asides)
        self.too_long = [line for line in every if len(line.tekst) > LONGEST]
        self.lines: list[Line] = [
            line for line in every if self.aside(line.van, line.tot) is None and len(line.tekst) <= LONGEST
        ]
        self.sentences: list[Sentence] = [*sentences(self.tekst, self.lines)]

    @cached_property
    def words(self) -> list[Word]:
        return [word for sentence in self.sentences for word in words(self.tekst, sentence.van, sentence.tot)]

    @cached_property
    def hits(self) -> list[Hit]:
        """The known names in what is believed, of every type, from left to right."""
        return [hit for s in self.sentences for hit in self.names.lexicon.scan(self.tekst, self.words_in(s.van, s.tot))]

    @cached_property
    def gemeenten(self) -> tuple[str, ...]:
        """The gemeenten whose name stands on this page, whatever it means there."""
        found = ({e.id for e in hit.entries if e.soort == "Gemeente"} for hit in self.hits)
        return tuple(sorted({ids.pop() for ids in found if len(ids) == 1}))

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words this document writes without a capital: those are ordinary words, not names."""
        return frozenset(word.tekst for word in self.words if word.tekst.islower())

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
        return [word.van for word in self.words]

    @cached_property
    def sentence_starts(self) -> list[int]:
        return [sentence.van for sentence in self.sentences]

    @cached_property
    def _hit_starts(self) -> list[int]:
        return [hit.van for hit in self.hits]

    def words_in(self, van: int, tot: int) -> list[Word]:
        return self.words[bisect_left(self._starts, van) : bisect_left(self._starts, tot)]

    def hits_in(self, van: int, tot: int) -> list[Hit]:
        return self.hits[bisect_left(self._hit_starts, van) : bisect_left(self._hit_starts, tot)]

    def sentence_at(self, place: int) -> Sentence | None:
        at = bisect_right(self.sentence_starts, place) - 1
        return self.sentences[at] if at >= 0 and place < self.sentences[at].tot else None

    def before(self, place: int, most: int = 40) -> str:
        """The text of the same line just before a place."""
        return self.tekst[max(0, place - most) : place].rpartition("\n")[2]

    def before_in_sentence(self, place: int, most: int = 60) -> str:
        """The text of the same sentence before a place, over the ends of wrapped lines."""
        sentence = self.sentence_at(place)
        start = max(sentence.van, place - most) if sentence else max(0, place - most)
        return self.tekst[start:place].replace("\n", " ") if sentence else self.before(place, most)

    def after(self, place: int, most: int = 60) -> str:
        return self.tekst[place : place + most].partition("\n")[0]

    def aside(self, van: int, tot: int) -> str | None:
        """Why this span is not believed, in a word, or None."""
        if self._aside_spans.touches(van, tot):
            return next(why for start, end, why in self.asides if start < tot and van < end)
        return self.document.unbelieved(van, tot)
