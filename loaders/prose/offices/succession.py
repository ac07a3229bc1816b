"""Somebody who came before or after somebody else: what the one is or was, the other was or will be.

buurt-opvolging   "zijn voorganger, de heer Bos", "zij volgt Anna Bos op", "nam het stokje over van Anna Bos"

The sentence does not say the function, so it is asked, with the function of the other one as a guess.
"""

import re
from bisect import bisect_right

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

RULE = "buurt-opvolging"
BEFORE = re.compile(
    rf"(?:\b(?P<wie>mijn|uw|zijn|haar|hun|diens)\s)?(?:ambts)?voorgang(?:er|ster)(?:\sals\s[\w-]{{3,30}})?,?\s{TITLE}$|"
    rf"\b(?:over|overgenomen)\svan\s{TITLE}$|\bopvolg(?:er|ster)\svan\s{TITLE}$|\bvolg(?:t|de)\s{TITLE}$",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"\b(?:opgevolgd|vervangen)\sdoor\s{TITLE}$|\bopvolg(?:er|ster)(?:,|\sis|\swordt|\swerd)?\s{TITLE}$|"
    rf"\bdraagt\s(?:het\s\w{{3,15}}\s)?over\saan\s{TITLE}$",
    re.IGNORECASE,
)
UP = re.compile(r"\s[^.;:]{0,40}?\bop\b")


def read(page: Page, book: Notebook) -> None:
    mentions = page.once(Mentions)
    for number, row in enumerate(mentions.rows):
        sentence = page.sentences[number]
        for mention in row:
            left = page.tekst[max(sentence.start, mention.start - 70) : mention.start].replace("\n", " ")
            before, after = BEFORE.search(left), AFTER.search(left)
            if before and "volg" in before[0] and "van" not in before[0] and not UP.match(page.tekst, mention.end):
                continue
            if (before or after) and not _said_already(page, book, mention, number):
                held = _held(page, book, mentions, number, mention, (before and before["wie"]) or "")
                if held is not None:
                    _ask(book, mention.name, held, "vroeger" if before else "straks", sentence.start, sentence.end)


def _said_already(page: Page, book: Notebook, mention: Mention, number: int) -> bool:
    """`Piet Vos, die voorzitter was`: this sentence says it itself."""
    sentence = page.sentences[number]
    return any(p.van < sentence.end and sentence.start < p.tot for f in _roles(book, mention.name) for p in f.bewijs)


def _held(page: Page, book: Notebook, mentions: Mentions, number: int, mention: Mention, whose: str) -> Fact | None:
    """What the other one is: somebody else in the sentence, the one before, or who wrote or gets the letter."""
    others = [m.name for m in mentions.rows[number] if m.name.tekst != mention.name.tekst]
    guess: Name | None = others[0] if others else mentions.before(number)
    if whose.lower() in ("mijn", "uw"):
        held = sorted(_roles(book, None), key=lambda fact: min(p.van for p in fact.bewijs))
        return held[-1 if whose.lower() == "mijn" else 0] if held else None
    held = _roles(book, guess) if guess is not None and guess.tekst != mention.name.tekst else []
    return _main(page, held, page.sentences[number].start) if held else None


def _main(page: Page, held: list[Fact], start: int) -> Fact:
    """Of several functions the first that is said in the sentences just before, and that is not over."""
    since = page.sentences[max(0, bisect_right(page.sentence_starts, start) - 3)].start
    now = [f for f in held if not FORMER.search(str(f.velden["functie"])) and not f.velden.get("toestand")] or held
    near = [f for f in now if any(since <= proof.van <= start for proof in f.bewijs)] or now
    return min(near, key=lambda fact: fact.bewijs[0].van)


def _roles(book: Notebook, name: Name | None) -> list[Fact]:
    rows = [book.roles[book.person(name.tekst)]] if name is not None else [*book.roles.values()]
    return [f for row in rows for f in row if f.soort == "rol" and f.velden.get("functie")]


def _ask(book: Notebook, name: Name, held: Fact, when: str, start: int, end: int) -> None:
    velden = held.velden
    ids = (velden["organisatie"],) if velden.get("organisatie") else ()
    functie = tidy(COMING.sub("", FORMER.sub("", str(velden["functie"]))))
    phrase = Phrase(
        functie, flat(functie), str(velden.get("organisatie_vorm") or ""), ids, start, end, when, "", False, True
    )
    nearby.ask(book, name, phrase, (start, end), RULE)
