"""Lines that begin with a label: `Voorzitter: Anna Bos (gemeente Waterdam)`, `Aanwezig: Anna Bos (wethouder), …`.

The label is a function, which is of everybody behind it, or says that people follow, each with a function of their own.
The facts carry the name of the rule `lijst-functie-naam`; `lists` says when a line is read as one with a label.
"""

import re
from collections.abc import Iterator

from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.people import functions, roles, surnames
from loaders.prose.people.functions import PARTIES, PLURAL, Role, has_role, is_role
from loaders.prose.people.people import Name, names_in
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import Sign
from loaders.prose.text.body_words import CAPITAL, ENDING, JOINT
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

RULE = "lijst-functie-naam"
LABEL = re.compile(r"(?P<label>[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ() /&,.-]{2,80}?)(?:\(s\))?\s{0,2}:[ \u00a0\t]{1,40}(?=\S)")
PRESENT = re.compile(
    r"(?:aanwezig|aanwezigen|deelnemers|afwezig|verslag|notulen|auteur|afwezig met kennisgeving|met dank aan|"
    r"leden|contact|contactpersoon|contactpersonen|informatie|afzender|ondertekend door|ondertekening)$",
    re.IGNORECASE,
)
"""Labels that people follow, of whom each has a function of their own or none."""
SENTENCE = re.compile(r"(?<=[a-z)]{3})\.\s(?=[‘“'\"]?[A-Z])")
MEMBERS = re.compile(r"((?:oud-|ex-|ere|bestuurs|staf|kern|commissie)(?:bestuurs)?)leden\b", re.IGNORECASE)
FOR = re.compile(r"(?:[Aa]anwezig\s)?[Nn]amens\s(?:de\s(?!gemeente)|het\s)?(?P<wie>[^:]{2,60})")
SPEAKS = re.compile(r"[Dd]e\s[\w-]+|[A-Z -]{4,}")
"""`De VOORZITTER: Dames en heren`: who speaks."""
NEXT = re.compile(r"[;.]\s{1,3}(?=[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ -]{2,40}:\s)")
"""Behind it another label begins: `Voorzitter: Anna Bos; secretaris: Piet Vos`."""
INSTEAD = re.compile(
    r"\b(?:vervang\w{0,5}|afwezigheid|niet|opvolg\w{0,4}|i\.p\.v|plaats van|voorheen)\b", re.IGNORECASE
)
CHOICE = re.compile(r"\sof\s|\btoerbeurt\b|\bwisselend\b|\bom en om\b", re.IGNORECASE)
"""One of several, and not said which."""
VACANT = re.compile(r"(?:vacant|vacature|n\.\s?n\.\s?b|nog niet|volgt|niemand)\b", re.IGNORECASE)
QUOTES = "“\"„‘'"
BODY = re.compile(rf"(?:(?:{ENDING})\s)?{CAPITAL}(?:{JOINT}\s{CAPITAL}){{0,4}}")
"""How a body is written that may not be known."""
NOT_ALONE = re.compile(r"[.:]|\svan\s")
"""In the words before a name: they are more than a function."""
ENDS = re.compile(r"(?:[,;)]|\s(?:en|&))\s{0,3}$")
CUTS = re.compile(r"[,;()]|\s(?:en|&)\s")
AND = re.compile(r"\s(?:en|&)\s*$")
LOOSE = re.compile(r"(?:\s(?:en|&))?[\s,;]*$")


def read(page: Page, book: Notebook, line: Line) -> bool:
    """Whether this line is one with a label, and was read."""
    found = LABEL.match(page.tekst, line.mark, line.end)
    if found is None:
        return False
    label, start, end = tidy(found["label"]), found.end(), line.end
    following = NEXT.search(page.tekst, start, end)
    if following and LABEL.match(page.tekst, following.end(), end):
        read(page, book, line._replace(tekst=page.tekst[following.end() : end], start=following.end()))
        end = following.start() + 1
    if page.tekst[start : start + 1] in QUOTES or SPEAKS.fullmatch(label) or _says_nobody(page.tekst, start, line.end):
        return False
    here = line._replace(tekst=page.tekst[line.start : end])
    whom = FOR.fullmatch(label)
    if whom and not whom["wie"][:1].isupper() and "gemeente " not in whom["wie"]:  # Namens werkgevers
        return _present(page, book, here, start)
    if whom:
        return _for(page, book, here, start, whom["wie"])
    if PRESENT.fullmatch(label):
        return _present(page, book, here, start)
    return any(map(_says_role, label.replace("/", " ").split())) and _labelled(page, book, here, label, start)


def _says_role(word: str) -> bool:
    """`secretaris`, `oud-leden`"""
    return is_role(word) or MEMBERS.fullmatch(word) is not None


def _says_nobody(text: str, start: int, end: int) -> bool:
    """`Voorzitter: vacant`, `Voorzitter: Anna Bos of Piet Vos`"""
    return bool(VACANT.match(text, start, end) or CHOICE.search(text, start, end))


def _each(people: list[Name], start: int, end: int) -> Iterator[tuple[int, Name, int]]:
    """Each name with where the one before it ends, and where the next one begins."""
    ends = [start, *(name.end for name in people)]
    starts = [*(name.start for name in people[1:]), end]
    return zip(ends, people, starts, strict=False)


# who is there for somebody else


def _for(page: Page, book: Notebook, line: Line, start: int, whom: str) -> bool:
    """`Namens de Koepel: Anna Bos`"""
    people = [n for n in _named(page, start, line.end) if " " in n.tekst or n.titled]
    for left, name, right in _each(people, start, line.end):
        behind = _without_and(page.tekst[name.end : right])
        if has_role(behind):
            vorm, ids = tidy(whom), page.names.resolve(whom, PARTIJ)
            grounds = Grounds(RULE, [(line.start, line.end)], SURE)
            roles.one(book, name, Role(behind, vorm, ids), grounds, roles.person(book, name, grounds))
        elif name.start - left < 20:
            _from(page, book, name, whom, (line.start, name.end))
    return bool(people)


# a function


def _labelled(page: Page, book: Notebook, line: Line, label: str, start: int) -> bool:
    """`Voorzitter: Anna Bos (gemeente Waterdam)`"""
    people = [n for n in _named(page, start, line.end) if " " in n.tekst or n.titled]
    grounds = Grounds(RULE, [(line.start, line.end)], SURE)
    function, enough = _function(label)
    for left, name, right in _each(people, start, line.end):
        said = SENTENCE.split(page.tekst[name.end : right])[0]
        front, behind = tidy(page.tekst[left : name.start]), _without_and(said)
        if left != start and INSTEAD.search(front):
            continue
        behind = (
            ""
            if INSTEAD.search(behind) or not _is_place(page, behind) or "@" in behind or PARTIES.fullmatch(behind)
            else behind
        )
        if _is_function(front):  # Portefeuillehouder: wethouder A. Bos
            roles.several(book, name, front, grounds)
        own = bool(behind) and has_role(behind)
        roles.several(book, name, f"{function}, {behind}" if behind and not own else function, grounds, enough)
        if own:
            roles.several(book, name, behind, grounds)
    return bool(people)


def _named(page: Page, start: int, end: int) -> list[Name]:
    """The people behind a label, each by the full name that the page has for them."""
    return [surnames.whole(page, n) for n in names_in(page, start, end) if n.sign is not Sign.NONE]


def _is_place(page: Page, behind: str) -> bool:
    """`(Koepel)`, `(gemeente Ede)`, `(directeur)`; not `(vanaf punt 3)`, `, ons lid`."""
    return bool(has_role(behind) or behind[:1].isupper() or page.names.resolve(behind, PARTIJ)) or behind.startswith(
        "gemeente"
    )


def _function(label: str) -> tuple[str, Sign]:
    """The function in a label, and how sure a name must be: in `Het team werkers bestaat uit` more is said."""
    said = MEMBERS.sub(r"\1lid", functions.singular(label))
    if functions.begins_with_role(said) and not functions.CLAUSE.search(label):
        return said, Sign.STRONG
    word = next(word for word in label.replace("/", " ").split() if _says_role(word))
    return MEMBERS.sub(r"\1lid", functions.singular(word)), Sign.PROVEN


# people, each with a function of their own


def _present(page: Page, book: Notebook, line: Line, start: int) -> bool:
    """`Aanwezig: Anna Bos (wethouder Waterdam), B. Oud (Koepel)`: people, each with what stands behind the name."""
    people = _named(page, start, line.end)
    shared = ""
    for left, name, right in _each(people, start, line.end):
        said = page.tekst[name.end : right]
        said = said.removesuffix(_front(said)) if name is not people[-1] else said
        front = functions.singular(functions.FRONT.sub("", tidy(_front(page.tekst[left : name.start]))))
        plural = PLURAL.search(_front(page.tekst[left : name.start])) is not None
        front = (
            front
            if _is_function(front) or tidy(page.tekst[left : name.start]).strip(" ,") not in ("", "en")
            else shared
        )
        shared = front if plural or front == shared else ""
        if _is_function(front):  # Aanwezig: wethouder Anna Bos
            span = (max(start, name.start - len(front) - 6), name.end)
            roles.several(book, name, front, Grounds(RULE, [span], SURE))
        _with(page, book, name, said)
    return bool(people)


def _with(page: Page, book: Notebook, name: Name, said: str) -> None:
    """What stands behind a name in such a row."""
    behind = functions.FRONT.sub("", _without_and(said))
    span = (name.start, name.end + len(LOOSE.sub("", said)))
    if behind and has_role(behind):
        roles.several(book, name, behind, Grounds(RULE, [span], SURE))
    elif behind and (page.names.resolve(behind, PARTIJ) or BODY.fullmatch(behind) and not PARTIES.fullmatch(behind)):
        _from(page, book, name, behind, span)
    else:
        roles.person(book, name, Grounds(RULE, [span]), Sign.PROVEN)


def _from(page: Page, book: Notebook, name: Name, behind: str, span: tuple[int, int]) -> None:
    """Somebody of an organisation, without a function."""
    roles.person(book, name, Grounds(RULE, [span], SURE))
    role = Role("", behind, page.names.resolve(behind, PARTIJ))
    question = f"Welke functie heeft {name.tekst} bij '{behind}'?"
    book.ask("rol", roles.fields(book, name.tekst, role), [span], RULE, question)


def _is_function(front: str) -> bool:
    return is_role(front) and not NOT_ALONE.search(front)


def _front(text: str) -> str:
    """The words right before the next name, with no mark in between: `, burgemeester ` is of that one."""
    return "" if ENDS.search(text) else CUTS.split(text)[-1]


def _without_and(text: str) -> str:
    """`(wethouder Waterdam) en ` -> `wethouder Waterdam`"""
    text = AND.sub("", text.rstrip(" ,;\t"))
    while text.split()[-1:] and text.split()[-1].lower() in functions.TITLES:
        text = text.rsplit(None, 1)[0] if " " in text.strip() else ""
    text = text.rstrip(" ,;\t")
    return tidy(text.strip(" ()[],;").replace("(", ", ").replace(")", ""))
