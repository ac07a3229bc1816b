"""A function right before a name: `wethouder Anna Bos van Waterdam`, `de wethouder van Waterdam, Anna Bos`."""

import re
from typing import NamedTuple

from loaders.names.tokens import tidy
from loaders.prose.people import functions, roles
from loaders.prose.people.employers import BRACKET, PLACE, known_start
from loaders.prose.people.functions import COMING, FORMER, PLURAL, Role, is_role
from loaders.prose.people.people import Name, names_in
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

RULE = "zin-functie-naam"
NEAR = 160
"""A function stands within this many letters of the name it belongs to."""
FURTHEST = 6
"""The word for a function is one of this many words before the name: `directeur Jeugd en Zorg`."""
BOARD_WORDS = 5
"""`van de raad van toezicht`"""
LONGEST = 8
"""Words of a function with its organisation, in front of a comma and the name."""
INITIALED = re.compile(r"(?:[A-Z]\.){1,6}\s?\($")
"""What stands before the name in `A.B.M. (Anton) Bos`."""
COLOURS = ("interim", "waarnemend", "waarnemende", "plaatsvervangend", "technisch", "algemeen", "financieel")
FIELDS = frozenset(
    """sociaal sociale domein zaken jeugd jeugdzorg zorg welzijn werk inkomen wonen onderwijs financiën participatie
    armoede schulden schuldhulp schuldhulpverlening jongeren ouderen volksgezondheid gezondheid inburgering integratie
    cultuur sport economie veiligheid ruimte milieu wmo""".split()
)
"""What a function can be about, in small letters: `wethouder sociaal domein Anna Bos`."""
INNER = ("en", "van", "de", "het", "voor", "bij", "gemeente", "ministerie", "interim")
"""Words without a capital that can stand inside a function."""


AND = re.compile(r"\s(?:en|&)\s(?:gemeente\s)?([^,;:()“”\".!?]{2,80})")


class Before(NamedTuple):
    """The function that ends where a name begins, and where it starts; empty when there is none."""

    function: str
    start: int


def find(page: Page, sentence: Sentence, name: Name) -> Before:
    """`toenmalig minister`, `directeur Jeugd`"""
    nothing = Before("", name.start)
    said = _words(page, sentence, name)
    if not said or said[-1][-1:] in ',;.!?)”"':
        return nothing
    of_board = len(said) > BOARD_WORDS and " ".join(said[-3:-1]).lower() == "raad van"
    if of_board and is_role(said[-BOARD_WORDS - 1]):  # vicevoorzitter van de raad van commissarissen Anna Bos
        function = " ".join(said[-BOARD_WORDS - 1 :])
        return Before(function, page.tekst.rfind(said[-BOARD_WORDS - 1], sentence.start, name.start))
    back = next((n for n in range(1, min(len(said), FURTHEST) + 1) if _says_role(said[-n])), None)
    if back is None:
        return nothing
    front = said[-back - 1] if len(said) > back else ""
    if PLURAL.fullmatch(said[-back]) and is_role(front):  # de directeur bestuurders
        function, first = tidy(" ".join(said[-back - 1 :])), front
    elif _one_function(said[-back:]):
        words = said[-back - 1 :] if _colours(front) else said[-back:]
        function, first = functions.singular(tidy(" ".join(words)).strip("“‘\"'(")), words[0]
    else:
        return nothing
    return Before(function, page.tekst.rfind(first, sentence.start, name.start))


def _says_role(word: str) -> bool:
    """`wethouder`, `leden`"""
    return is_role(word) or functions.MEMBERS.fullmatch(word) is not None


def _words(page: Page, sentence: Sentence, name: Name) -> list[str]:
    """The words before a name, without titles."""
    near = max(sentence.start, name.start - NEAR)
    said = INITIALED.sub("", page.tekst[near : name.start].rpartition("\t")[2]).rstrip().split()[-8:]
    while said and said[-1].lower() in functions.TITLES:
        said = said[:-1]
    if said and said[-1].endswith(",") and PLURAL.search(said[-1]):
        said[-1] = said[-1][:-1]
    return said


def _one_function(words: list[str]) -> bool:
    """`directeur Jeugd en Zorg`; not `penningmeester) en`, which is somebody else's."""
    fits = all(w[:1].isupper() or w.lower() in INNER or w.lower() in FIELDS for w in words[1:])
    whole = len(words) == 1 or words[-1].lower() not in INNER
    return fits and whole and not any(set(w) & set("()[],;:") for w in words)


def _colours(word: str) -> bool:
    """A word before the function that says which one it is, or when: `technisch`, `toenmalig`."""
    return bool(FORMER.search(word) or COMING.search(word) or word.lower() in COLOURS)


def is_plural(page: Page, sentence: Sentence, start: int, name: Name) -> bool:
    """`de wethouders Anna Bos en Piet Vos`: the function is of the names behind it too."""
    return PLURAL.search(page.tekst[max(sentence.start, start - 1) : name.start]) is not None


def read(page: Page, book: Notebook, sentence: Sentence, name: Name, before: Before) -> bool:
    """`minister Anna Bos van BZK`. Nothing, and False, when no organisation stands with it."""
    role, end = functions.parse(before.function, page.names), name.end
    if not role.ids:
        vorm, ids, end = _employer(page, sentence, name)
        role = Role(before.function, vorm, ids)
    if not role.ids:
        return False
    _write(book, name, role, (before.start, end))
    return True


def _employer(page: Page, sentence: Sentence, name: Name) -> tuple[str, tuple[str, ...], int]:
    """`wethouder Anna Bos van Waterdam`, `wethouder Anna Bos (Lokaal Plus) van Waterdam`"""
    party = BRACKET.match(page.tekst, name.end, sentence.end)
    for start in (name.end, party.end()) if party else (name.end,):
        found = PLACE.match(page.tekst, start, sentence.end)
        vorm, ids, end = known_start(page, found) if found else ("", (), name.end)
        if ids:
            return _of_both(page, sentence, vorm, ids, end)
    return "", (), name.end


def _of_both(
    page: Page, sentence: Sentence, vorm: str, ids: tuple[str, ...], end: int
) -> tuple[str, tuple[str, ...], int]:
    """`wethouders Els Smit en Karin Mulder van Raalte en Ommen`: either of the two."""
    joint = AND.match(page.tekst, end, sentence.end)
    other = known_start(page, joint) if joint else ("", (), end)
    both = all(key.startswith("gemeente:") for key in (*ids, *other[1]))
    return (f"{vorm} en {other[0]}", (*ids, *other[1]), other[2]) if other[1] and both else (vorm, ids, end)


def read_open(book: Notebook, name: Name, before: Before) -> None:
    """The function alone: nothing says where."""
    _write(book, name, functions.parse(before.function, book.page.names), (before.start, name.end))


def read_placed(page: Page, book: Notebook, sentence: Sentence, name: Name) -> bool:
    """`De wethouder van Waterdam, Anna Bos, …`: a function with its organisation, a comma, and the name."""
    text = page.tekst[max(sentence.start, name.start - NEAR) : name.start]
    if not text.rstrip().endswith(",") or name.end < sentence.end and page.tekst[name.end] not in ",.;:) ":
        return False
    said = re.split(r"[,;:(]\s", text.rstrip(" ,"))[-1].split()
    at = next((i for i in range(len(said)) if is_role(said[i])), None)
    if at is None or len(said) - at > LONGEST or _names_another(page, text, name.start):
        return False
    function = " ".join(said[at:])
    role = functions.parse(function, page.names)
    if len(role.ids) != 1 or not function.endswith(role.vorm):
        return False
    _write(book, name, role, (page.tekst.rfind(said[at], sentence.start, name.start), name.end))
    return True


def _names_another(page: Page, text: str, end: int) -> bool:
    """`De vrouw van wethouder Piet Vos van Waterdam, Anna Bos`: the function is his."""
    return any(n.sign is Sign.STRONG and n.end < end for n in names_in(page, end - len(text), end - 1))


def _write(book: Notebook, name: Name, role: Role, span: tuple[int, int]) -> None:
    grounds = Grounds(RULE, [span])
    roles.one(book, name, role, grounds, roles.person(book, name, grounds))
