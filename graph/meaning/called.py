"""Whether a question is the name of a thing, and of which: `den bosch`, `WGS`, `Wat is Nu Niet Zwanger?`.

Names are compared as a whole, in a few short forms, so that a question which only holds a name stays a question.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.dutch.collation import fold
from graph.dutch.spelling import Vocabulary

KINDS = (
    "Gemeente", "Wet", "Thema", "Oplossing", "Traject", "Organisatie", "Departement", "Knelpunt",
)  # fmt: skip
"""What can be named; where one name fits two kinds, the first is meant."""
LONGEST = 12
"""Words of a question that may still be a name."""
LEAST_BEFORE, LEAST_MENDED, LONG = 4, 6, 12
"""Letters of a name that is given without what follows its colon; of one that may hold a slip, and of one that may hold
two."""
ASKED = re.compile(
    r"^(?:wat (?:heeft|hebben|is|zijn|doet|weet|weten|staat|vind|ligt)(?: (?:jullie|je|er|ik|we))?"
    r"(?: (?:over|van|bij|in))?"
    r"|(?:ik zoek|zoek|vertel(?: me)?|geef(?: me)?|toon|laat zien)(?: (?:meer|iets|alles|informatie|info))?"
    r"(?: (?:over|van))?|(?:meer|alles|informatie|info) (?:over|van))\s+"
)
TAIL = re.compile(r"(?:\s+(?:allemaal|in|precies|eigenlijk|op de plank|in de aanbieding))+$")
KIND = re.compile(
    r"^(?:(?:de|het|een) )?(?:gemeente|thema|wet|organisatie|stichting|traject|oplossing|ministerie van) "
)
ARTICLE = re.compile(r"^(?:de|het|een) ")
BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
YEAR = re.compile(r"\b(?:19|20)\d\d$")
Named = tuple[str, str]
"""An id and its kind."""


class Called:
    """Things by every form of their names."""

    def __init__(self) -> None:
        self._forms: dict[str, set[Named]] = {}
        self._by_start: dict[str, list[str]] = {}

    def add(self, key: str, soort: str, name: str, others: Sequence[str]) -> None:
        for form in _forms(name, others):
            if form not in self._forms:
                self._by_start.setdefault(form[0], []).append(form)
            self._forms.setdefault(form, set()).add((key, soort))

    def things(self, text: str, words: Vocabulary) -> list[Named]:
        """What the whole text is a name of, of the kind that comes first; nothing for a question that says more."""
        asked = list(dict.fromkeys(_asked(text)))
        found = next((self._forms[form] for form in asked if form in self._forms), None)
        if found is None:
            mended = next((m for form in asked if (m := self._mended(form, words))), None)
            found = self._forms[mended] if mended else set()
        first = min((KINDS.index(soort) for _, soort in found), default=0)
        return sorted(each for each in found if KINDS.index(each[1]) == first)

    def _mended(self, form: str, words: Vocabulary) -> str | None:
        """The name that this is a slip of; a word that is known is none."""
        if len(form) < LEAST_MENDED or all(words.knows(word) for word in form.split()):
            return None
        slips = 2 if len(form) >= LONG else 1
        near = process.extract(form, self._by_start.get(form[0], ()), scorer=OSA.distance, score_cutoff=slips, limit=4)
        return min(((n[1], n[0]) for n in near if len(n[0]) >= LEAST_MENDED), default=(0, None))[1]


def _forms(name: str, others: Sequence[str]) -> Iterator[str]:
    plain = fold(name)
    inside = BRACKETS.search(plain)
    year = YEAR.search(plain)
    for each in (plain, BRACKETS.sub(" ", plain).strip(), *map(fold, others)):
        yield from (each, ARTICLE.sub("", each))
        before = each.partition(":")[0].strip()
        if len(before) >= LEAST_BEFORE:
            yield from (before, ARTICLE.sub("", before))
    yield from (YEAR.sub("", fold(other)).strip() for other in others if len(YEAR.sub("", fold(other)).strip()) > 1)
    if inside and " " not in inside[1].strip():
        yield inside[1].strip()
    if year:  # an act by its short name: Wmo 2015
        yield from (f"{fold(other)} {year[0]}" for other in others)


def _asked(text: str) -> Iterator[str]:
    """What may be the name in a text: all of it, and without what people put around a name."""
    whole = re.sub(r"[?!.,;\"“”‘]+$", "", fold(text)).strip('"“”‘ ')
    if not whole or len(whole.split()) > LONGEST:
        return
    bare = TAIL.sub("", ASKED.sub("", whole)).strip()
    for each in (whole, bare):
        for form in (each, ARTICLE.sub("", each), KIND.sub("", each)):
            if form:
                yield form
