"""Other ways to write a word of a question: numbers, abbreviations, slips of the pen, compounds. Pure functions.

What someone types and what a document says differ in ways that say nothing about the subject: `achttien` and 18, `lvb`
and licht verstandelijke beperking, `uitkerin`. A word of a question therefore counts as found in any of its forms. What
is known to exist is what the graph itself holds, so a slip is only mended into a word that can find something.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.dutch.collation import fold
from graph.dutch.words import STOP, WORD, stem, words

ONES = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien"
).split()
TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
MOST_SPELLED = 100

ABBREVIATIONS: Mapping[str, str] = {
    "avg": "privacy persoonsgegevens",
    "azc": "asielzoekerscentrum opvang vluchtelingen",
    "bbz": "bijstand zelfstandigen ondernemers",
    "bw": "beschermd wonen",
    "cjg": "centrum jeugd gezin",
    "coa": "opvang asielzoekers",
    "ggd": "gezondheidsdienst",
    "ggz": "geestelijke gezondheidszorg",
    "iza": "integraal zorgakkoord",
    "lvb": "licht verstandelijke beperking",
    "mbo": "beroepsonderwijs",
    "mo": "maatschappelijke opvang",
    "poh": "praktijkondersteuner huisarts",
    "pgb": "persoonsgebonden budget",
    "ribw": "beschermd wonen",
    "sib": "social impact bond",
    "sw": "sociale werkvoorziening",
    "vsv": "voortijdig schoolverlaters",
    "vve": "voorschoolse educatie",
    "wgs": "schuldhulpverlening",
    "wlz": "langdurige zorg",
    "wmo": "maatschappelijke ondersteuning",
    "wsnp": "schuldsanering",
    "zzp": "zelfstandige ondernemer",
    "zzper": "zelfstandige ondernemer",
}
"""What professionals shorten, in words a sentence can hold."""

LEAST_MENDED, LEAST_TWICE = 6, 14
"""A word of this length may hold one slip, and from there on two: in a short word a slip makes another word."""
ALIKE = ("dt", "sz", "fv", "gh", "kcq", "ijy", "gk", "nm")
"""Letters that are taken for each other. With any other in its place a word is mostly another one: "beroofd" is not
"beloofd", "dichter" no "dochter"."""
MENDED, IN_PARTS = 0.8, 0.8
"""What a mended word is worth, and a compound whose two halves are both there."""
LEAST_PART = 4
LINKS = ("", "s", "en")


@dataclass(frozen=True)
class Word:
    """A word of a question as it was typed, and the stems it counts as: its own first, the others for `worth`.

    A compound that nobody wrote counts where both of its `halves` are.
    """

    typed: str
    stems: tuple[str, ...]
    worth: float = 1.0
    halves: tuple[str, ...] = ()


class Vocabulary:
    """The words of the things one can find, with how many texts hold each."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._stems: set[str] = set()
        self._by_start: dict[str, list[str]] = {}

    def __len__(self) -> int:
        return len(self._counts)

    def add(self, text: str) -> None:
        for word in set(WORD.findall(fold(text))) - STOP:
            if word.isdigit():
                continue
            if word not in self._counts:
                self._stems.add(stem(word))
                self._by_start.setdefault(word[0], []).append(word)
            self._counts[word] = self._counts.get(word, 0) + 1

    def become(self, other: "Vocabulary") -> None:
        """Know what the other one knows and nothing else, for whoever holds this one."""
        self._counts, self._stems, self._by_start = other._counts, other._stems, other._by_start

    def holds(self, word: str) -> bool:
        """The very word."""
        return word in self._counts or word in STOP

    def knows(self, word: str) -> bool:
        """The word itself, in any of its forms."""
        return word in self._counts or stem(word) in self._stems

    def mended(self, word: str) -> str | None:
        """The known word that this one is a slip of; None when it is known, or when none is near. The words around
        everything ("krijgt", "willen") are known to everybody, and to no thing."""
        if len(word) < LEAST_MENDED or word.isdigit() or word in STOP or self.knows(word):
            return None
        slips = 2 if len(word) >= LEAST_TWICE else 1
        near = process.extract(word, self._by_start.get(word[0], ()), scorer=OSA.distance, score_cutoff=slips, limit=8)
        slipped = (n for n in near if n[1] > 1 or _slipped(word, n[0]))
        best = min(slipped, key=lambda n: (n[1], -self._counts[n[0]], n[0]), default=None)
        return best[0] if best and len(best[0]) >= LEAST_MENDED else None

    def parts(self, word: str) -> tuple[str, str] | None:
        """The two known words that an unknown compound is made of: logeeropvang -> logeer, opvang."""
        if len(word) < 2 * LEAST_PART or self.knows(word):
            return None
        for cut in range(len(word) - LEAST_PART, LEAST_PART - 1, -1):
            head, tail = word[:cut], word[cut:]
            if not self.knows(tail):
                continue
            for link in LINKS:
                plain = head.removesuffix(link)
                if len(plain) >= LEAST_PART and self.knows(plain):
                    return plain, tail
        return None


def _slipped(word: str, other: str) -> bool:
    """Of two words one slip apart: whether a letter is too many, lacking, misplaced or taken for one like it."""
    changed = [{a, b} for a, b in zip(word, other, strict=False) if a != b]
    return len(word) != len(other) or len(changed) != 1 or any(changed[0] <= set(each) for each in ALIKE)


def read(text: str, vocabulary: Vocabulary | None = None) -> tuple[Word, ...]:
    """The words of a question, each once, with everything each of them counts as."""
    found: dict[str, Word] = {}
    for typed in words(text):
        word = _forms(typed, vocabulary)
        found.setdefault(word.stems[0], word)
    return tuple(found.values())


def spelled_out(text: str, vocabulary: Vocabulary | None = None) -> str:
    """The question for a model of language: abbreviations and slips written as a document would write them."""
    said = []
    for token in text.split():
        plain = fold(token).strip(".,;:!?()'\"")
        if plain in ABBREVIATIONS:
            said.append(f"{token} ({ABBREVIATIONS[plain]})")
        else:
            mended = vocabulary.mended(plain) if vocabulary and WORD.fullmatch(plain) else None
            said.append(mended or token)
    return " ".join(said)


def suggestion(text: str, vocabulary: Vocabulary) -> str | None:
    """The text with its slips mended, or None when there are none."""
    mended = [(w, vocabulary.mended(w)) for w in words(text)]
    if not any(m for _, m in mended):
        return None
    return " ".join(m or w for w, m in mended)


def _forms(typed: str, vocabulary: Vocabulary | None) -> Word:
    own = stem(typed)
    if (number := _number(typed)) is not None:
        return Word(typed, tuple(dict.fromkeys((own, *map(stem, spellings(number))))))
    if typed in ABBREVIATIONS:
        return Word(typed, (own,), IN_PARTS, tuple(map(stem, words(ABBREVIATIONS[typed]))))
    if vocabulary is None:
        return Word(typed, (own,))
    if mended := vocabulary.mended(typed):
        return Word(typed, (own, stem(mended)), MENDED)
    if halves := vocabulary.parts(typed):
        return Word(typed, (own,), IN_PARTS, tuple(map(stem, halves)))
    return Word(typed, (own,))


@lru_cache(maxsize=256)
def spellings(number: int) -> tuple[str, ...]:
    """`18` -> 18, achttien, achttiende."""
    spelled = _spelled(number)
    ordinal = "derde" if number == 3 else spelled + ("ste" if number in (1, 8) or number >= 20 else "de")
    return (str(number), spelled, ordinal)


def _spelled(number: int) -> str:
    if number == MOST_SPELLED:
        return "honderd"
    if number < len(ONES):
        return ONES[number]
    tens, ones = divmod(number, 10)
    if not ones:
        return TENS[tens - 2]
    return f"{ONES[ones]}en{TENS[tens - 2]}"


SPELLED = {word: number for number in range(2, MOST_SPELLED + 1) for word in spellings(number)[1:]}


def _number(word: str) -> int | None:
    """The number that a word is, when it is one people also write the other way."""
    if word.isdigit():
        return int(word) if len(word) <= len(str(MOST_SPELLED)) and 2 <= int(word) <= MOST_SPELLED else None
    return SPELLED.get(word)
