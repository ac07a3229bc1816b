"""Who is meant, sentence by sentence: full names, surnames and first names of the one person they fit, and pronouns.

A guess is good enough here: what is read with it is only ever asked.
"""

import re
from collections import Counter
from typing import NamedTuple

from loaders.names.naming import PARTIJ
from loaders.prose.people import surnames
from loaders.prose.people.people import Name, everybody, names_in
from loaders.prose.people.signs import Sign
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

PREPOSITION = re.compile(r"\b(?:van|met|aan|door|bij|voor|namens|naar|over|tegen|volgens)\s$")
BY = re.compile(r"\b(?:door|auteur|van):?\s{1,2}$", re.IGNORECASE)
IN = re.compile(r"\b(?:in|te|uit|gemeente|van|naar|bij)\s$", re.IGNORECASE)
TITLES = 12
"""Room for titles and marks around a name that stands alone."""
FAR = 6
"""A pronoun reaches back this many sentences, unless the whole text is about one person."""
OFTEN = 3
"""So many times somebody is named before a text can be about them."""


class Mention(NamedTuple):
    """`name` is the full name, at the place where the mention stands; `object`: it follows a preposition."""

    name: Name
    object: bool = False

    @property
    def start(self) -> int:
        return self.name.start

    @property
    def end(self) -> int:
        return self.name.end


class Mentions:
    """All of a page; asked for a sentence, or for whom a pronoun in it means."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows = [_in_sentence(page, sentence) for sentence in page.sentences]
        counts = Counter(m.name.tekst for row in self.rows for m in row)
        [(first, most), *_] = [*counts.most_common(1), ("", 0)]
        self.hero = next((m.name for row in self.rows for m in row if m.name.tekst == first), None)
        if most < OFTEN or most in [count for text, count in counts.items() if text != first]:
            self.hero = None
        self.author = next((m.name for row in self.rows[:8] for m in row if BY.search(page.before(m.start, 12))), None)

    def before(self, number: int) -> Name | None:
        """Whom `hij` in this sentence means: the last one named as the subject, in this paragraph or just before."""
        for back in range(1, min(number, FAR) + 1):
            row = self.rows[number - back]
            if row:
                return next((m.name for m in row if not m.object), row[0].name)
        return self.hero

    def heading(self, number: int) -> Name | None:
        """The name that stands alone above this sentence, as the heading of what follows."""
        for back in range(1, min(number, FAR) + 1):
            row = self.rows[number - back]
            if row:
                bare = self.page.sentences[number - back].tekst.partition("(")[0]
                return row[0].name if len(row) == 1 and len(bare) < len(row[0].name.tekst) + TITLES else None
        return None

    def speaker(self, number: int) -> Name | None:
        """Who speaks in this paragraph: `Anna: Ik was toen griffier.`"""
        sentences, at = self.page.sentences, number
        while at and sentences[at - 1].alinea == sentences[number].alinea:
            at -= 1
        first = self.rows[at][0] if self.rows[at] and self.rows[at][0].start == sentences[at].start else None
        return first.name if first and self.page.tekst[first.end : first.end + 1] == ":" else None


def _in_sentence(page: Page, sentence: Sentence) -> list[Mention]:
    found = []
    for name in names_in(page, sentence.start, sentence.end):
        if name.sign is not Sign.STRONG and not name.titled and _other(page, name) and not _surname(page, name):
            continue
        full = surnames.meant(page, name)
        if full is None and name.titled and name.sign is Sign.STRONG:
            full = name
        if full is not None:
            before = page.tekst[max(sentence.start, name.start - 12) : name.start]
            found.append(Mention(full._replace(start=name.start, end=name.end), PREPOSITION.search(before) is not None))
    return found


def _surname(page: Page, name: Name) -> bool:
    """`Stein is lector`, where one Lianne Stein is on the page; not `in Stein`."""
    return bool(everybody(page).with_surname(name.tekst)) and not IN.search(
        page.tekst[max(0, name.start - 10) : name.start]
    )


def _other(page: Page, name: Name) -> bool:
    """Whether a known name of something else stands here."""
    hits = page.hits_in(name.start - 30, name.end)
    kinds = (*PARTIJ, "Wet")
    return any(hit.end > name.start and any(e.soort in kinds for e in hit.entries) for hit in hits)
