"""Somebody who came before or after somebody else: what the one is or was, the other was or will be.

buurt-opvolging   "zijn voorganger, de heer Bos", "zij volgt Anna Bos op", "haar collega in Almere, Anna Bos"

The sentence does not say the function, so it is asked, with the function of the other one as a guess.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from loaders.facts.fact import Fact
from loaders.names.tokens import flat, tidy
from loaders.prose.offices import nearby
from loaders.prose.offices.owners import TITLE
from loaders.prose.people.functions import COMING, FORMER
from loaders.prose.people.mentions import Mention, Mentions
from loaders.prose.people.people import Name
from loaders.prose.people.phrases import Phrase
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

RULE = "buurt-opvolging"
BEFORE = re.compile(
    rf"(?:\b(?P<wie>mijn|uw|zijn|haar|hun|diens)\s)?(?:ambts)?voorgang(?:er|ster)(?:\sals\s[\w-]{{3,30}})?,?\s{TITLE}$|"
    rf"\b(?:over|overgenomen)\svan\s{TITLE}$|\bopvolg(?:er|ster)\svan\s{TITLE}$|\bvolg(?:t|de)\s{TITLE}$",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"\b(?:opgevolgd|vervangen|overgenomen|waargenomen|vervuld)\sdoor\s{TITLE}$|\bopvolg(?:er|ster)(?:,|\sis|\swordt|\swerd)?\s{TITLE}$|"
    rf"\bdraagt\s(?:het\s\w{{3,15}}\s)?over\saan\s{TITLE}$",
    re.IGNORECASE,
)
COLLEAGUE = re.compile(
    rf"(?<!\b[Oo]nze )(?<!\b[Mm]ijn )\b(?:collega|ambtgenoot|ambtgenote)(?:-[a-z]{{4,20}})?"
    rf"(?:\s(?:van|in|uit|bij)\s(?:de\sgemeente\s)?(?P<plaats>[A-Z][^,;:.()]{{2,40}}?))?,?\s{TITLE}$",
    re.IGNORECASE,
)
FROM = re.compile(r"\s(?:van|in|uit)\s(?:de\sgemeente\s)?(?P<plaats>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})")
WRITERS = ("mijn", "uw")
UP = re.compile(r"\s[^.;:]{0,40}?\bop\b")


class _Succession(NamedTuple):
    """How one person followed another, or works beside another at `plaats`.

    `when`: whether the function is of the past or to come for the one who is named;
    `whose`: the word that says whose predecessor it is, such as `mijn`."""

    when: str
    whose: str
    plaats: str | None = None


def read(page: Page, book: Notebook) -> None:
    mentions = page.once(Mentions)
    for number, row in enumerate(mentions.rows):
        for mention in row:
            found = _succession(page, page.sentences[number], mention)
            if found is None or _said_already(page, book, mention, number):
                continue
            if found.whose in WRITERS:
                held = _held_by_writer(book, found.whose)
            else:
                held = _held(page, book, mentions, number, mention)
            if held is not None:
                sentence = page.sentences[number]
                _ask(page, book, mention.name, held, found, (sentence.start, sentence.end))


def _succession(page: Page, sentence: Sentence, mention: Mention) -> _Succession | None:
    """What the words before a name say of who came before whom."""
    left = page.tekst[max(sentence.start, mention.start - 70) : mention.start].replace("\n", " ")
    beside = COLLEAGUE.search(left)
    if beside is not None:
        behind = FROM.match(page.tekst, mention.end, sentence.end)
        return _Succession("nu", "", beside["plaats"] or (behind["plaats"] if behind else ""))
    before = BEFORE.search(left)
    if before is None:
        return _Succession("straks", "") if AFTER.search(left) else None
    follows = "volg" in before[0] and "van" not in before[0]
    if follows and not UP.match(page.tekst, mention.end):  # zij volgt Anna Bos op; not: zij volgt Anna Bos
        return None
    return _Succession("vroeger", (before["wie"] or "").lower())


def _said_already(page: Page, book: Notebook, mention: Mention, number: int) -> bool:
    """`Piet Vos, die voorzitter was`: this sentence says it itself."""
    sentence = page.sentences[number]
    return any(p.van < sentence.end and sentence.start < p.tot for f in _roles(book, mention.name) for p in f.bewijs)


def _held(page: Page, book: Notebook, mentions: Mentions, number: int, mention: Mention) -> Fact | None:
    """What the other one is: somebody else in the sentence, or whom the sentence goes on about."""
    others = [m.name for m in mentions.rows[number] if m.name.tekst != mention.name.tekst]
    guess = others[0] if others else mentions.before(number)
    held = _roles(book, guess) if guess is not None and guess.tekst != mention.name.tekst else []
    return _main(page, held, page.sentences[number].start) if held else None


def _held_by_writer(book: Notebook, whose: str) -> Fact | None:
    """`mijn voorganger`: of who signs the letter, at the end; `uw voorganger`: of who gets it, at the start."""
    held = sorted(_roles(book, None), key=lambda fact: min(proof.van for proof in fact.bewijs))
    return held[-1 if whose == "mijn" else 0] if held else None


def _main(page: Page, held: list[Fact], start: int) -> Fact:
    """Of several functions the first that is said in the sentences just before, and that is not over."""
    since = page.sentences[max(0, bisect_right(page.sentence_starts, start) - 3)].start
    now = [f for f in held if not FORMER.search(str(f.velden["functie"])) and not f.velden.get("toestand")] or held
    near = [f for f in now if any(since <= proof.van <= start for proof in f.bewijs)] or now
    return min(near, key=lambda fact: fact.bewijs[0].van)


def _roles(book: Notebook, name: Name | None) -> list[Fact]:
    """The functions of somebody, or of everybody."""
    rows = [book.roles[book.person(name.tekst)]] if name is not None else [*book.roles.values()]
    return [f for row in rows for f in row if f.soort == "rol" and f.velden.get("functie")]


def _ask(page: Page, book: Notebook, name: Name, held: Fact, found: _Succession, span: tuple[int, int]) -> None:
    """What the other one is, at the same organisation; of a colleague at the place that is named, if any."""
    velden = held.velden
    functie = tidy(COMING.sub("", FORMER.sub("", str(velden["functie"]))))
    if found.plaats is None:
        vorm = str(velden.get("organisatie_vorm") or "")
        ids: tuple[str, ...] = (velden["organisatie"],) if velden.get("organisatie") else ()
    else:
        vorm, ids = found.plaats, page.names.resolve(found.plaats, ("Gemeente",)) if found.plaats else ()
        vorm = vorm if ids else ""
    phrase = Phrase(functie, flat(functie), vorm, ids, *span, found.when, "", False, True)
    nearby.ask(book, name, phrase, span, RULE)
