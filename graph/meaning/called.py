"""Whether a question is the name of a thing, and of which: `den bosch`, `WGS`, `Wat is Nu Niet Zwanger?`.

Names are compared as a whole, in a few short forms, so that a question which only holds a name stays a question.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import permutations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.dutch.collation import fold
from graph.dutch.spelling import Vocabulary
from graph.dutch.words import STOP, WORD, stem
from graph.meaning.name_shapes import forms, in_full, loosely, plain, within

KINDS = (
    "Gemeente", "Wet", "Thema", "Oplossing", "Traject", "Organisatie", "Departement", "Knelpunt",
)  # fmt: skip
"""What can be named; where one name fits two kinds, the first is meant."""
LONGEST = 24
"""Words of a question that may still be a name."""
LEAST_MENDED, LONG, SURE = 5, 9, 16
"""Letters of a name that may hold a slip, of one that may hold two, and of one so long that a slip in it may make
another word."""
LEAST_TAIL, MOST_OF_SUBJECT = 4, 4
"""Letters of both parts of a compound; words that may be the name of a subject."""
AROUND = frozenset(
    """wat wie waar hoe welke wanneer waarom is zijn was heeft hebben hebt heb doet doen weet weten staat staan
    ligt liggen vind vinden zoek zoeken zie zien lees lezen toon laat geef vertel open ga bekijk kijk kan kun
    kunt kunnen wil willen mag moet graag gaat gaan betekent heet houdt werkt bestaat bestaan krijg ken kennen
    hoor horen bedoelen bedoel ik je jij jullie u we wij me mij ons er hier daar dit dat die deze de het een
    over van in op bij aan met voor naar uit om tot te en of als dan ook nog nu al eens even meer iets alles
    allemaal info informatie uitleg precies eigenlijk nou toch ongeveer dingen zaken bladzijde pagina plank
    aanbieding nieuws s eens hallo hoi dag beste gezocht svp alsjeblieft zogeheten zogenaamde genaamd
    vertellen geven tonen opzoeken kijken bekijken openen laten zegt zeggen regelt doet maakt gebruikt samenvatting
    beschrijving inhoud aub welk bestaan allen las gelezen gehoord hoorde hoort vertelde genoemd noemde noemt viel
    ergens iemand collega collegas wethouder vandaag gisteren net laatst vergadering overleg congres krant term woord
    begrip afkorting naam betekenis inhouden kort snel link website site adres rondom rond stand doen gedaan weleens
    ooit nooit niks niets wel maar heel zeggen noemen heten ding zo zoiets soort waarover waarvan waarvoor daarover
    daarvan erover ervan zou zouden kom komt kwam toegelicht toelichting samengevat kennismaken interesse benieuwd
    nieuwsgierig vraag vragen antwoord hulp helpen bekend beschikbaar momenteel tegenwoordig binnen onze hun zijn jou
    jouw mijn want omdat dus waarmee ermee mee uitleggen leg legt verder meteen direct graag even via zoal wa
    hoeveel nieuwe""".split()
)
"""Words that people put around a name, and that say nothing themselves."""
KINDS_OF_NAMES = frozenset(
    """gemeente gemeenten gem stad thema themas onderwerp wet wetten organisatie org stichting traject trajecten
    oplossing oplossingen aanpak aanpakken project methode ministerie departement vereniging provincie prov knelpunt
    knelpunten probleem""".split()
)
Named = tuple[str, str]
"""An id and its kind."""


class Called:
    """Things by every form of their names."""

    def __init__(self) -> None:
        self._forms: dict[str, set[Named]] = {}
        self._within: dict[str, set[Named]] = {}
        """What stands in a name, or is another way to say it: who is called so goes before."""
        self._loose: tuple[dict[str, set[Named]], ...] = ({}, {})
        """By loose form, of names and of what stands within them."""
        self._by_start: dict[str, dict[str, str]] = {}
        """By first letter: a form without its spaces, and the form."""
        self._subjects: set[str] = set()
        """Stems of the words that subjects are described with."""
        self._places: tuple[dict[str, set[str]], ...] = ({}, {})
        """Subjects by the stems of their name, and of other ways to say it, without what stands between."""

    def add(self, key: str, soort: str, name: str, others: Sequence[str]) -> None:
        for form in filter(None, map(plain, forms(name, others))):
            if form not in self._forms:
                self._by_start.setdefault(form[0], {}).setdefault(form.replace(" ", ""), form)
            self._put(self._forms, form, (key, soort))
        for form in filter(None, map(plain, within(name, soort, others))):
            self._put(self._within, form, (key, soort))

    def also(self, key: str, soort: str, names: Sequence[str]) -> None:
        """Other ways to say the name of this thing; one that fits two things says nothing."""
        for form in filter(None, map(plain, names)):
            self._put(self._within, form, (key, soort))

    def subject(self, key: str, name: str, others: Sequence[str], mapped: bool = True) -> None:
        """What a subject is called, and other ways to say it. Of what is not on the map only the words count: it is no
        place there."""
        for text in (name, *others):
            self._subjects.update(stem(word) for word in WORD.findall(fold(text)) if word not in STOP)
        if mapped:
            parts = [part for part in re.split(r",\s+|\s+en\s+", name) if len(part) >= LONG and " " not in part]
            for where, texts in zip(self._places, ((name, *parts), others), strict=True):
                for text in texts:
                    where.setdefault("".join(_telling(text)), set()).add(key)

    def place(self, text: str) -> str | None:
        """The subject that a few words are the name of, or a way to say it; in any order, since `toeslag energie` is
        what others write as one word. None when they say more, or may mean two subjects."""
        stems = _telling(text)
        if not 0 < len(stems) <= MOST_OF_SUBJECT:
            return None
        orders = ["".join(each) for each in permutations(stems)]
        for where in self._places:
            found = {key for order in orders for key in where.get(order, ())}
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def tells(self, word: str) -> bool:
        """Whether a text with this word is about something: a word that some subject is described with, or a compound
        that ends in one. Without a map every word may be."""
        starts = range(max(len(word) - LEAST_TAIL, 0) + 1)
        return not self._subjects or any(stem(word[at:]) in self._subjects for at in starts if not 0 < at < LEAST_TAIL)

    def things(self, text: str, words: Vocabulary) -> list[Named]:
        """What the whole text is a name of, of the kind that comes first; nothing for a question that says more."""
        written = (text, text.replace("&", " en ")) if "&" in text else (text,)
        asked = list(dict.fromkeys(form for each in written for form in _asked(each)))
        found = self._called(asked) or self._alone(asked) or self._mended(asked, words)
        return _first(found or self._called([in_full(form) for form in asked]))

    def exactly(self, form: str) -> list[Named]:
        """What is called just so, in a form that `plain` gives, of the kind that comes first; a form that is part of
        two names says nothing."""
        part = self._within.get(form, set())
        return _first(self._forms.get(form) or (part if len(part) == 1 else ()))

    def wholly(self, form: str) -> bool:
        """Whether it is the name of something, and not a part of one or another way to say it."""
        return form in self._forms

    def nearly(self, form: str, words: Vocabulary) -> list[Named]:
        """What has a name that this is a slip of."""
        return _first(self._mended([form], words))

    def _put(self, where: dict[str, set[Named]], form: str, thing: Named) -> None:
        where.setdefault(form, set()).add(thing)
        for each in loosely(form):
            self._loose[where is self._within].setdefault(each, set()).add(thing)

    def _called(self, asked: Sequence[str], whole: bool = True) -> set[Named]:
        """What is called by the longest of these, just so or loosely."""
        exact, loose = (self._forms, self._loose[0]) if whole else (self._within, self._loose[1])
        for form in asked:
            found = exact.get(form) or next((loose[each] for each in loosely(form) if each in loose), None)
            if found:
                return found
        return set()

    def _alone(self, asked: Sequence[str]) -> set[Named]:
        found = self._called(asked, whole=False)
        return found if len(found) == 1 else set()

    def _mended(self, asked: Sequence[str], words: Vocabulary) -> set[Named]:
        """What has the name that one of these is a slip of, the fewest slips first; nothing when two are as near."""
        near = [each for form in asked for each in self._near(form, words)]
        least = min((slips for slips, _ in near), default=0)
        found = {form for slips, form in near if slips == least}
        things = [self._forms[form] for form in found]
        return things[0] if things and all(each & things[0] for each in things) else set()

    def _near(self, form: str, words: Vocabulary) -> Iterator[tuple[int, str]]:
        """Names with nearly these letters, each with its slips; a space may be one as well. When all its words are
        known, a short form is no slip."""
        close = form.replace(" ", "")
        known = all(words.holds(word) for word in form.split())
        if len(close) < LEAST_MENDED or (known and len(close) < SURE):
            return
        slips = 2 if len(close) >= LONG and not known else 1
        names = self._by_start.get(close[0], {})
        for name, distance, _ in process.extract(
            close, names.keys(), scorer=OSA.distance, score_cutoff=slips, limit=4
        ):  # fmt: skip
            if len(name) >= LEAST_MENDED:
                yield int(distance), names[name]


def _telling(text: str) -> list[str]:
    """The stems of what a text says, without the words that people put around everything."""
    return [stem(word) for word in WORD.findall(fold(text)) if word not in AROUND and word not in KINDS_OF_NAMES]


def _first(found: Collection[Named]) -> list[Named]:
    """Those of the kind that comes first."""
    first = min((KINDS.index(soort) for _, soort in found), default=0)
    return sorted(each for each in found if KINDS.index(each[1]) == first)


def _asked(text: str) -> Iterator[str]:
    """What may be the name in a text: all of it, then less and less of the words that people put around a name."""
    whole = plain(text).split()
    if not whole or len(whole) > LONGEST:
        return
    free = AROUND | KINDS_OF_NAMES
    start = next((i for i, word in enumerate(whole) if word not in free), len(whole))
    end = next((i for i in range(len(whole), 0, -1) if whole[i - 1] not in free), 0)
    for last in range(len(whole), max(end, 1) - 1, -1):
        for begin in range(min(start, last - 1) + 1):
            yield " ".join(whole[begin:last])
