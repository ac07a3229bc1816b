"""Dutch words: how a sentence falls apart into words that carry meaning, and when two words count as the same.

The engines find candidates with their own Dutch analyzer, but their scores differ. So how well a text fits a question
is measured here, in one way for both. The stemmer follows the outline of Porter's for Dutch (the one in the analyzers),
made shorter: what it misses, the comparison by beginning catches.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.dutch.collation import fold

MOST_WORDS = 48
"""Words of a question that count; nobody needs more, and an analyzer should not be given a book."""
LONGEST = 40
PREFIX = 4
"""From this many letters on, a word also finds the longer words that begin with it: schuld finds schuldhulp."""

WORD = re.compile(r"[^\W_]+")
VOWELS = "aeiouy"
DOUBLE = re.compile(r"(.*[^aeiou])(aa|ee|oo|uu)([^aeiou])$")
LEAST_STEM = 3
IRREGULAR = {"kind": "kinderen", "ei": "eieren"}
FIXED = {"ouder": "oudr", "ouders": "oudr"}
"""Parents are not the elderly (`ouderen`), though cutting off the ending makes them so; nor do they begin like them."""
FINAL = {"z": "s", "v": "f"}
"""huizen and huis, brieven and brief: Dutch writes the last sound, not the one in the plural."""

STOP_WORDS = """
aan achter al alle alleen alles als altijd ander andere anderen anders ben bent bij bijna binnen boven buiten daar
daarom daarvan dan dat de den der des deze die dit doch doe doen doet door dus een eens eerst eigen eigenlijk elk
elkaar elke en enkele er ergens erg even gaan gaat ge geen gedaan geweest gewoon goed graag haar had hadden heb
hebben hebt heeft heel hele hem hen het hier hij hoe hun iemand iets ieder iedereen iedere ik in is ja je jij jou
jouw jullie kan kon konden krijg krijgen krijgt kun kunnen kunt laat laten maak maakt maar maken me meer meest men
met mij mijn moet moeten mag mogen na naar nee net niemand niet niets nog nooit nou nu of om omdat onder ons onze
ook op opeens over paar per reeds sinds snel snelle soms staan staat steeds te tegen ten ter terwijl tijdens toch
toen tot tussen u uit uw van vanaf vanuit veel via vind vinden voor vooral voordat vraag waar waarbij waardoor
waarom waarvan wanneer want waren was wat we wegens weinig wel welk welke wens werd werden wezen wie wij wil willen
word worden wordt wilde ze zelf zelfs zich zij zijn zo zoals zodat zonder zou zouden zal zullen zult zodra
"""
STOP = frozenset(STOP_WORDS.split())


def words(text: str) -> list[str]:
    """The words that carry meaning, folded, each once, in order: `De schulden van 'n jongere` -> schulden, jongere."""
    found = dict.fromkeys(w[:LONGEST] for w in WORD.findall(fold(text)) if w not in STOP)
    return [w for w in found if len(w) > 1 or w.isdigit()][:MOST_WORDS]


def stems(text: str) -> tuple[str, ...]:
    """The stems of `words`, each once."""
    return tuple(dict.fromkeys(map(stem, words(text))))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """`jongeren`, `jongere` -> jonger; `schulden` -> schuld; `wonen`, `woon` -> won. Expects a folded word."""
    if word in FIXED:
        return FIXED[word]
    short = _ending(IRREGULAR.get(word, word))
    for suffixes in (("heid",), ("ing", "lijk", "ig", "end", "baar")):
        suffix = next((s for s in suffixes if short.endswith(s) and len(short) - len(s) >= LEAST_STEM), None)
        if suffix:
            short = _single(_ending(short[: -len(suffix)]))
    double = DOUBLE.match(short)
    short = f"{double[1]}{double[2][0]}{double[3]}" if double else short
    return short[:-1] + FINAL.get(short[-1], short[-1])


def _ending(word: str) -> str:
    """Take off plural, verb and adjective endings, when enough of a word is left."""
    if word.endswith("heden"):
        return word[:-5] + "heid"
    for suffix in ("en", "e", "s"):
        rest = word[: -len(suffix)]
        if word.endswith(suffix) and len(rest) >= LEAST_STEM and _may_end(rest, suffix):
            return _single(rest)
    return word


def _may_end(rest: str, suffix: str) -> bool:
    if suffix == "s":
        return rest[-1] not in "aeiouysj"
    return rest[-1] not in VOWELS


def _single(word: str) -> str:
    """ "straff" -> straf: the doubled consonant only kept the vowel short."""
    return word[:-1] if word[-2:] in ("kk", "dd", "tt", "ff", "pp", "ll", "mm", "nn", "rr", "ss", "gg", "bb") else word


def forms(texts: Iterable[str]) -> str:
    """The stems of texts as the graph keeps them beside the texts, each once between spaces: ` schuldhulp jonger `.

    `graph.cypher.relevance` compares them in the statement that finds. Whoever changes what comes out raises
    `graph.upkeep.reindex.EDITION`.
    """
    return f" {' '.join(dict.fromkeys(stem(w) for t in texts for w in WORD.findall(fold(t)) if w not in STOP))} "


def fragment(text: str, wanted: Iterable[str], width: int = 160) -> str | None:
    """The piece of `text` with most of the wanted stems, cut at words; None when it holds none of them."""
    sought = set(wanted)
    places = [m.start() for m in WORD.finditer(text) if _sought(stem(fold(m[0])), sought)]
    if not places:
        return None
    best = max(places, key=lambda at: (sum(at <= p < at + width for p in places), -at))
    start = 0 if best < width // 4 else text.rfind(" ", 0, best - width // 8) + 1
    if len(text) - start <= width:
        start = max(0, min(start, text.rfind(" ", 0, max(0, len(text) - width)) + 1))
        return ("… " if start else "") + text[start:].strip()
    end = text.rfind(" ", start, start + width)
    end = end if end > start else start + width
    return ("… " if start else "") + text[start:end].strip() + " …"


def _sought(found: str, sought: set[str]) -> bool:
    return found in sought or any(len(s) >= PREFIX and found.startswith(s) for s in sought)
