"""Words for a function inside a sentence: with adjectives, the organisation behind them, and whether it is over.

`was eerder plv. griffier bij gem. Almere` -> plaatsvervangend griffier, gemeente Almere, of the past
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.names.naming import PARTIJ, Names
from loaders.names.tokens import flat, tidy
from loaders.prose.people.functions import CLAUSE, COMING, FORMER, PLURAL, is_local, is_role, like_role
from loaders.prose.text import abbreviations

TOKEN = re.compile(r"[^\s,;:()\[\]“”\"„‘!?…|=<>/•*]+")
OLD = re.compile(r"^(?:oud|ex)-(?=[a-z]{3})", re.IGNORECASE)
ABROAD = re.compile(r"\b(?:voormalige?|oud|vice|waarnemend)-$", re.IGNORECASE)
COLOUR = re.compile(
    r"(?:\b(?:waarnemend|plaatsvervangend|plv\.?|wnd\.?|tijdelijk|senior|junior|algemeen|zelfstandig|technisch|financieel|"
    r"interim|adjunct|hoofd|eerste|1e|2e|[a-z]{4,16}(?:lijk|elijk|isch|end|eel|ief))e?\s)$",
    re.IGNORECASE,
)
ADVERB = re.compile(
    r"\b(?:in het (?:dagelijks|gewone) leven|van (?:beroep|huis uit)|onder (?:meer|andere)|"
    r"nog|nu|al|alweer|ook|weer|inmiddels|tegenwoordig|momenteel|thans|destijds|indertijd|toen|ooit|eerder|vroeger|"
    r"jarenlang|lang|tevens|daarna|later|daarvoor|hiervoor|voorheen|nieuwe?|huidige?|vaste?|enige|onbezoldigd|vooral|"
    r"toenmalige?|voormalige?|vroegere?|gewezen|gepensioneerde?|wijlen|ervaren|\d{1,2} jaar|"
    r"beoogde?|aankomende?|vandaag|eerst|kersverse?|trotse?|bekende?)\s$",
    re.IGNORECASE,
)
DETERMINER = re.compile(r"(?:^|[\s(“„])(?:de|het|een|onze|hun|haar|zijn|mijn|uw|die|deze)\s$", re.IGNORECASE)
TAIL = re.compile(r"\s[A-Z][\w’-]{3,30}(?:(?:\sen\s|,\s|\s&\s|\s)[A-Z][\w’-]{3,30}){0,2}")
BOARD = re.compile(r"\s[Rr]aad van (?:[Bb]estuur|[Tt]oezicht|[Cc]ommissarissen|[Aa]dvies)\b")
FIELD = re.compile(r"\s([a-z]{4,30}(?:\sen\s[a-z]{3,30})?)(?=\s?(?:[,;.)\]\t]|$|\s(?:aan|bij|van)\s))")
BEHIND = re.compile(r"\s{0,2}(?:(?:van|bij|in|te|v\.|namens|uit|aan|voor)\s(?:de\s|het\s)?|@\s?|,\s|\(|\s)")
PAST = re.compile(
    r"\b(?:was|waren|werkte|begon|geweest|niet langer|tot (?:19|20)\d\d|opgevolgd|stopte?|vertrok|vertrekt)\b|"
    r"\bvoorganger\b",
    re.IGNORECASE,
)
NOW = re.compile(r"\b(?:nu|thans|tegenwoordig|inmiddels|momenteel)\b", re.IGNORECASE)
SOON = re.compile(r"\b(?:wordt|worden|begint|benoemd|gekozen|aangesteld|gaat|opvolger)\b", re.IGNORECASE)
HEAD_OF = re.compile(
    r"\s(?:van\s(?:de|het)\s(?:afdeling|team|dienst|sector|bureau)|afdeling|bureau|team|[A-Z][a-z]{2,})"
)
"""What follows `hoofd` where it is a function and no part of the body."""
WINDOW = 70
SHORT = frozenset("vz weth bgm gemsecr pfh porth".split())
"""Abbreviations that stand without a dot as well."""
NOBODY = frozenset(
    """voorganger ambtsvoorganger voorgangster opvolger opvolgster lid leden kundige deskundigen officier
    verlener""".split()
)
"""Words for a function that other rules read, or that more often mean something else."""


OFFICER = re.compile(r"\svan\s(?:justitie|dienst)\b")
"""Behind a word that alone is no function: `officier van justitie`."""


MEMBER = re.compile(r"\svan\s(?:de|het|onze)\s[a-zA-Z]")
"""Behind a word that alone says too little: `lid van het dagelijks bestuur`."""


class Phrase(NamedTuple):
    """A function in a sentence. `hoofd` is the word itself; `links` what stands before it, without adjectives;
    `wanneer` is nu, vroeger or straks; `bepaald`: an article stands before it; `zeker`: it surely is a function."""

    functie: str
    hoofd: str
    vorm: str
    ids: tuple[str, ...]
    start: int
    end: int
    wanneer: str
    links: str
    bepaald: bool
    zeker: bool


def phrases(names: Names, text: str, at: int, stops: Sequence[int] = ()) -> Iterator[Phrase]:
    """The functions in a text that begins at `at` in the document. `stops`: where names begin, at which one ends."""
    for token in TOKEN.finditer(text):
        word = _word(token[0], not text[: token.start()].strip("*_ "), text[token.end() : token.end() + 16])
        if word is not None and flat(word) == "hoofd" and not HEAD_OF.match(text, token.end()):
            continue
        if word is not None and not text[token.end() :].startswith("-"):
            stop = min((s for s in stops if s >= token.end()), default=len(text))
            yield _phrase(names, text[:stop], at, token, word)


def _word(said: str, first: bool, behind: str) -> str | None:
    full = abbreviations.function(said) if "." in said or said.lower() in SHORT else None
    word = full or said.strip("’'.*_")
    nobody = flat(word) in NOBODY and not (flat(word) == "officier" and OFFICER.match(behind))
    nobody = nobody and not (flat(word) == "lid" and MEMBER.match(behind))
    if PLURAL.fullmatch(word) or nobody or len(word) > 40:
        return None
    fits = full is not None or is_role(word) or ((first or word.islower()) and like_role(word))
    return word if fits else None


def _phrase(names: Names, text: str, at: int, token: re.Match[str], word: str) -> Phrase:
    bare = OLD.sub("", word)
    links, colour = _without_colour(text[: token.start()])
    bepaald = DETERMINER.search(links[-12:]) is not None
    if bepaald:
        links = links.rstrip().rpartition(" ")[0] + " " if " " in links.rstrip() else ""
        links = _without_colour(links)[0]
    officer = OFFICER.match(text, token.end())
    tail, end = (officer[0], officer.end()) if officer else _tail(names, text, token.end(), links)
    vorm, ids, end = _organisation(names, text, end, is_local(word))
    near = text[max(0, token.start() - WINDOW) : token.start()]
    when = _when(re.split(r"[,;:.(]", near)[-1], text[end:])
    when = "vroeger" if bare != word or FORMER.search(near[-30:]) else when
    functie = tidy(f"{colour}{bare}{tail}")
    start = at + token.start() - len(colour)
    sure = is_role(bare) or abbreviations.function(token[0]) is not None
    return Phrase(functie, flat(bare), vorm, ids, max(at, start), at + end, when, links, bepaald, sure)


def _without_colour(left: str) -> tuple[str, str]:
    """The words before, without adverbs and adjectives at their end; and the adjectives."""
    colour = ""
    for _ in range(5):
        found = ADVERB.search(left[-32:])
        if found is None:
            found = COLOUR.search(left[-24:])
            colour = found[0] + colour if found else colour
        if found is None:
            break
        left = left[: len(left) - len(found[0])]
    return left, colour


def _tail(names: Names, text: str, end: int, left: str) -> tuple[str, int]:
    """`directeur Jeugd en Zorg`, `, woordvoerder armoede`: the field of the function."""
    found = TAIL.match(text, end)
    board = BOARD.match(text, end)
    if board:
        return board[0], board.end()
    if found and not _starts_with_known(names, text[found.start() : found.end() + 30]):
        return found[0], found.end()
    field = FIELD.match(text, end) if left.rstrip(" ")[-1:] and left.rstrip(" ")[-1] in ",;([▪·•–—-\t" else None
    return (field[0], field.end(1)) if field and not CLAUSE.search(field[0]) else ("", end)


def _starts_with_known(names: Names, text: str) -> bool:
    """`Wijk bij Duurstede`, `Ede`: a name that we know, not the field of a function."""
    said = text.split()[:5]
    return any(
        names.resolve(" ".join(said[:end]).rstrip(",."), (*PARTIJ, "Persoon")) for end in range(1, len(said) + 1)
    )


def _organisation(names: Names, text: str, end: int, local: bool) -> tuple[str, tuple[str, ...], int]:
    """The longest name behind the function that we know."""
    joint = BEHIND.match(text, end)
    if joint is None:
        return "", (), end
    rest = re.split(r"[;:()\t“”\"]", text[joint.end() : joint.end() + 90])[0]
    said = [*re.finditer(r"\S+", rest)][:8]
    for last in reversed(said):
        vorm = abbreviations.places(tidy(rest[: last.end()]))
        ids = names.resolve(vorm, PARTIJ) if vorm[:1].isupper() or " " in vorm else ()
        beside = not joint[0].strip() and all(key.startswith("gemeente:") for key in ids) and not local
        if ids and any(word[:1].isupper() for word in vorm.split()) and not beside:
            return vorm, ids, joint.end() + len(rest[: last.end()].rstrip(",. "))
    return "", (), end


def _when(left: str, right: str) -> str:
    if NOW.search(left[-25:]):
        return "nu"
    clause = re.split(r"[,;:.()]", right[:40])[0]
    if SOON.search(left) or COMING.search(left):
        return "straks"
    return "vroeger" if PAST.search(left) or re.search(r"\b(?:was|waren|geweest|begon)\b", clause) else "nu"
