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
LEAST_BEFORE, LEAST_MENDED, LONG = 4, 5, 9
"""Letters of a name that is given without what follows its colon; of one that may hold a slip, and of one that may hold
two."""
AROUND = frozenset(
    """wat wie waar hoe welke wanneer waarom is zijn was heeft hebben hebt heb doet doen weet weten staat staan
    ligt liggen vind vinden zoek zoeken zie zien lees lezen toon laat geef vertel open ga bekijk kijk kan kun
    kunt kunnen wil willen mag moet graag gaat gaan betekent heet houdt werkt bestaat bestaan krijg ken kennen
    hoor horen bedoelen bedoel ik je jij jullie u we wij me mij ons er hier daar dit dat die deze de het een
    over van in op bij aan met voor naar uit om tot te en of als dan ook nog nu al eens even meer iets alles
    allemaal info informatie uitleg precies eigenlijk nou toch ongeveer dingen zaken bladzijde pagina plank
    aanbieding nieuws s eens hallo hoi dag beste gezocht svp alsjeblieft zogeheten zogenaamde genaamd
    vertellen geven tonen opzoeken kijken bekijken openen laten""".split()
)
"""Words that people put around a name, and that say nothing themselves."""
KINDS_OF_NAMES = frozenset(
    """gemeente gemeenten thema onderwerp wet organisatie stichting traject oplossing aanpak project methode ministerie
    vereniging""".split()
)
CAMEL = re.compile(r"\b(?:[A-Z][a-z]+(?:[A-Z][a-z]*)+|[A-Z]{3,}\w*)\b")
"""A word that is a name by its capitals: AutoMaatje, JPF."""
ARTICLE = re.compile(r"^(?:de|het|een) ")
BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
YEAR = re.compile(r"\b(?:19|20)\d\d$")
Named = tuple[str, str]
"""An id and its kind."""


class Called:
    """Things by every form of their names."""

    def __init__(self) -> None:
        self._forms: dict[str, set[Named]] = {}
        self._by_start: dict[str, dict[str, str]] = {}
        """By first letter: a form without its spaces, and the form."""

    def add(self, key: str, soort: str, name: str, others: Sequence[str]) -> None:
        for form in _forms(name, others):
            if form not in self._forms:
                self._by_start.setdefault(form[0], {}).setdefault(form.replace(" ", ""), form)
            self._forms.setdefault(form, set()).add((key, soort))

    def things(self, text: str, words: Vocabulary) -> list[Named]:
        """What the whole text is a name of, of the kind that comes first; nothing for a question that says more."""
        asked = list(dict.fromkeys(_asked(text)))
        found = next((self._forms[form] for form in asked if form in self._forms), None)
        if found is None and asked:
            mended = self._mended(asked[-1], words)
            found = self._forms[mended] if mended else set()
        found = found or set()
        first = min((KINDS.index(soort) for _, soort in found), default=0)
        return sorted(each for each in found if KINDS.index(each[1]) == first)

    def _mended(self, form: str, words: Vocabulary) -> str | None:
        """The name that this is a slip of; when all its words are known, it is none. A space may be a slip as well."""
        close = form.replace(" ", "")
        if len(close) < LEAST_MENDED or all(words.knows(word) for word in form.split()):
            return None
        slips = 2 if len(close) >= LONG else 1
        names = self._by_start.get(close[0], {})
        near = process.extract(close, names.keys(), scorer=OSA.distance, score_cutoff=slips, limit=4)
        best = min(((n[1], n[0]) for n in near if len(n[0]) >= LEAST_MENDED), default=None)
        return names[best[1]] if best else None


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
    yield from (fold(word) for word in CAMEL.findall(name))
    if inside and " " not in inside[1].strip():
        yield inside[1].strip()
    if year:  # an act by its short name: Wmo 2015
        yield from (f"{fold(other)} {year[0]}" for other in others)


def _asked(text: str) -> Iterator[str]:
    """What may be the name in a text: all of it, then less and less of the words that people put around a name."""
    whole = re.sub(r"[?!.,;:\"“”‘()]+(?=\s|$)|(?<!\S)[\"“‘(]+", "", fold(text)).split()
    if not whole or len(whole) > LONGEST:
        return
    free = AROUND | KINDS_OF_NAMES
    start = next((i for i, word in enumerate(whole) if word not in free), len(whole))
    end = next((i for i in range(len(whole), 0, -1) if whole[i - 1] not in free), 0)
    for last in range(len(whole), max(end, 1) - 1, -1):
        for begin in range(min(start, last - 1) + 1):
            yield " ".join(whole[begin:last])
