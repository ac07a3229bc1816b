"""Who is meant, sentence by sentence: full names, surnames and first names of the one person they fit, and pronouns.

A guess is good enough here: what is read with it is only ever asked.
"""

import re
from collections import Counter
from typing import NamedTuple

from loaders.names.naming import PARTIJ
from loaders.prose.people import surnames
from loaders.prose.people.functions import is_role
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
OTHERS = (*PARTIJ, "Wet")
FIRST = 8
"""Sentences in which the author of a text is named."""
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
    """All of a page, a row for each sentence.

    `hero`: whom the whole text is about; `author`: who wrote it, as its first sentences say.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows = [_in_sentence(page, sentence) for sentence in page.sentences]
        self.hero = _hero(self.rows)
        first = (m.name for row in self.rows[:FIRST] for m in row if BY.search(page.before(m.start, 12)))
        self.author = next(first, None)

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
                bare = " ".join(word for word in bare.split() if not is_role(word))
                return row[0].name if len(row) == 1 and len(bare) < len(row[0].name.tekst) + TITLES else None
        return None

    def speaker(self, number: int) -> Name | None:
        """Who speaks in this paragraph: `Anna: Ik was toen griffier.`"""
        sentences, at = self.page.sentences, number
        while at and sentences[at - 1].alinea == sentences[number].alinea:
            at -= 1
        first = self.rows[at][0] if self.rows[at] and self.rows[at][0].start == sentences[at].start else None
        return first.name if first and self.page.tekst[first.end : first.end + 1] == ":" else None


def _hero(rows: list[list[Mention]]) -> Name | None:
    """Who is named often, and more often than anybody else."""
    names = [mention.name for row in rows for mention in row]
    (first, most), (_, second) = [*Counter(name.tekst for name in names).most_common(2), ("", 0), ("", 0)][:2]
    return next((n for n in names if n.tekst == first), None) if most >= OFTEN and most > second else None


def _in_sentence(page: Page, sentence: Sentence) -> list[Mention]:
    found = []
    for name in names_in(page, sentence.start, sentence.end):
        full = _meant(page, name)
        if full is not None:
            before = page.tekst[max(sentence.start, name.start - 12) : name.start]
            here = full._replace(start=name.start, end=name.end)
            found.append(Mention(here, PREPOSITION.search(before) is not None))
    return found


def _meant(page: Page, name: Name) -> Name | None:
    """The full name of who is meant; None when it is no person, or nobody knows which."""
    strong = name.sign is Sign.STRONG
    if not strong and not name.titled and _is_something_else(page, name) and not _is_surname(page, name):
        return None
    return surnames.meant(page, name) or (name if strong and name.titled else None)


def _is_surname(page: Page, name: Name) -> bool:
    """`Stein is lector`, where one Lianne Stein is on the page; not `in Stein`."""
    bearers = everybody(page).with_surname(name.tekst)
    return bool(bearers) and not IN.search(page.tekst[max(0, name.start - 10) : name.start])


def _is_something_else(page: Page, name: Name) -> bool:
    """Whether a known name of a place, a body or a law stands here."""
    hits = page.hits_in(name.start - 30, name.end)
    return any(hit.end > name.start and any(e.soort in OTHERS for e in hit.entries) for hit in hits)
