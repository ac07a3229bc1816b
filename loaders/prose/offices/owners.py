"""Whose function it is: the person that a word for a function belongs to, when only its place in the text says so.

In the same sentence somebody beside it, tied by a mark or a verb; else somebody the sentence refers to, by a pronoun or
because the sentence goes on about the person of the one before. A guess, so what is read with it is only ever asked.
"""

import re
from typing import NamedTuple

from loaders.prose.offices import behind_name
from loaders.prose.people.mentions import Mention, Mentions
from loaders.prose.people.people import Name
from loaders.prose.people.phrases import Phrase
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

TITLE = r"(?:(?:de heer|mevrouw|mevr\.?|dhr\.?|mw\.?|mr\.|drs\.|dr\.|ir\.|ing\.|prof\.|b/a|wijlen)\s{1,2}){0,4}"
CHAIN = r"(?:\sad interim|\sa\.i\.)?(?:\s[a-z]{4,30})?(?:\s(?:van|voor|bij|in|op)\s[^,;:.()“”]{2,60}?)?"
"""`voorzitter van de commissie Zorg`: what stands between a function and the word that ties it to a name."""
IS = r"(?:is|was|wordt|werd|heet|blijft)\s(?:[a-z]{2,12}\s){0,3}"
AFTER = re.compile(
    rf"(?:[\s*_]{{0,12}}\(?(?:[a-z]{{4,25}}(?<![ten])\s)?|{CHAIN}(?:\s(?:te benoemen|benoemd))?\s?:\s{{0,4}}"
    rf"(?:[a-zé-]{{4,25}}\s)?|{CHAIN}\s{IS}|{CHAIN}\s\()[*_]{{0,2}}{TITLE}"
)
"""Between a function and the name behind it: `wethouder Bos`, `voorzitter: Bos`, `voorzitter is Bos`."""
TOO = r"(?:\s(?:en|&)\s(?:huidig|nu|tevens|thans|tegenwoordig)\s[\w-]{3,30}\s|,\stevens\s[^,;:.()]{3,80},\s)"
AFTER_COMMA = re.compile(
    rf"{TOO}{TITLE}|{CHAIN}\s?,\s(?:op dit moment\s|momenteel\s|te weten\s|namelijk\s)?[*_]{{0,2}}{TITLE}"
)
"""The same with a comma, which ties less: `voorzitter van de raad, Anna Bos`."""
APART = re.compile(r"(?:\szich|\s\w{2,10}(?=:\s))?[\s*_]{0,3}[,;(\[\t|–—/▪·•=:-]")
"""The mark behind a name that sets a function apart: `Anna Bos, wethouder`, `Anna Bos (vz)`."""
MARKS = ",;([\t|–—/▪·•-:="
COPULA = re.compile(
    r"\b(?:is|was|ben|bent|wordt|werd|worden|blijft|bleef|heet|als|tot)\s(?:[^\s,;:()]{1,30}\s){0,7}$", re.IGNORECASE
)
CLOSE_COPULA = re.compile(r"\b(?:is|was|wordt|werd|als|tot|ben|blijft)\s(?:\S{1,12}\s){0,2}$")
PREPOSITION = re.compile(r"\b(?:met|van|aan|door|bij|voor|naar|op|over|namens|volgens|tegen|onder|in|of|zoals|dan)\s$")
CLOSING = re.compile(
    r"[^,;:()]{0,60}\s?\b(?:is|was|wordt|werd|geweest)\b(?=\s?[,.;)]|$|\s(?:en|tot|die|bij|in|van|op)\b)"
)
"""A verb that closes the clause: `die wethouder van Almere was`."""
ACTING = re.compile(r"\b(?:als|(?:functie|rol|ambt|taak|hoedanigheid)\s(?:van|als))\s$", re.IGNORECASE)
"""`als huisarts`, `in de rol van ambassadeur`: of the one in the same clause, before or behind."""
PRONOUN = re.compile(r"\b(?:hij|zij|ze|die|deze)\b", re.IGNORECASE)
MYSELF = re.compile(
    r"\b(?:ik ben|ben ik|was ik|ik was|ik werkte?|werkte? ik|ik begon|begon ik|toen ik)\b", re.IGNORECASE
)
HAS = re.compile(r"\b(?:heeft|hebben|krijgt|kreeg|is|was)\s$")
LED = re.compile(r"(?:Was|Is|Werkt|Werkte|Begon|Leidt|Leidde)\s")
CHOSEN = re.compile(r"\b(?:gekozen|benoemd|aangesteld)\b")
ENDS = re.compile(r"[,.;)]|$|\s(?:van|in|bij|te|op|uit)\s")
AND = re.compile(
    r"(?:\sen|&|\stevens)"
    r"(?:\s(?:ook|tevens|daarnaast|tegelijk|nu|sinds\s(?:kort|\d{4}|vorig jaar|[a-z]+ \d{4})))?\s?$"
)
"""Between two functions of one person: `wethouder en sinds kort voorzitter`."""
SHORT, FURTHEST = 6, 90
"""Words in a short sentence; letters between a name and its function."""


class _Around(NamedTuple):
    """Who stands nearest on either side of a function, and the text in between."""

    left: Mention | None
    right: Mention | None
    before: str
    behind: str


def beside(page: Page, sentence: Sentence, row: list[Mention], phrase: Phrase) -> Name | None:
    """The person right behind or before the function, tied to it by a mark or a verb; the strongest tie first.

    `row`: who is mentioned in the sentence.
    """
    around = _around(page, row, phrase)
    if around.right and _labels(page, phrase, around):
        return around.right.name
    if around.left and behind_name.somebody_else(page, phrase.start, page.tekst[phrase.start : phrase.end]):
        return None
    if around.left and (_set_apart(page, sentence, phrase, around.before) or _said_of(sentence, phrase)):
        return around.left.name
    return around.right.name if around.right and phrase.zeker and _points_on(phrase, around.behind) else None


def joined(sentence: Sentence, phrase: Phrase, last: Name | None, row: list[Mention]) -> Name | None:
    """`wethouder en loco-burgemeester`, `de oud-wethouder is nu voorzitter`: two functions of one person.

    `last`: the person of the function before this one in the sentence.
    """
    if last and not any(m.end <= phrase.start for m in row) and _said_of(sentence, phrase):
        return last
    return last if last and phrase.zeker and AND.search(phrase.links) else None


def referred(page: Page, mentions: Mentions, number: int, phrase: Phrase) -> Name | None:
    """The person that the sentence of this number refers to, without a name beside the function."""
    sentence = page.sentences[number]
    if any(m.end <= phrase.start for m in mentions.rows[number]) and mentions.speaker(number) is None:
        return None
    if MYSELF.search(phrase.links) and _said_of(sentence, phrase):
        return mentions.speaker(number) or mentions.author or mentions.hero
    if _by_pronoun(page, sentence, phrase):
        return mentions.before(number)
    return (
        _named_next(mentions, number, phrase)
        or _under_heading(mentions, number, phrase)
        or _in_paragraph(mentions, number, phrase)
    )


def _around(page: Page, row: list[Mention], phrase: Phrase) -> _Around:
    left = next((m for m in reversed(row) if m.end <= phrase.start), None)
    right = next((m for m in row if m.start >= phrase.end), None)
    return _Around(
        left,
        right,
        page.tekst[left.end : phrase.start] if left else "",
        page.tekst[phrase.end : right.start] if right else "",
    )


# beside


def _labels(page: Page, phrase: Phrase, around: _Around) -> bool:
    """`voorzitter: Anna Bos`, `wethouder Bos`; with a comma when a `;` parts it from the name before."""
    behind = around.behind.replace("\n", " ")
    wrapped = around.left is not None and "\n" in around.behind
    if not wrapped and AFTER.fullmatch(behind) and not PREPOSITION.search(behind):
        return True
    parted = around.left is not None and page.tekst[around.left.end : around.left.end + 1] == ";"
    return parted and AFTER_COMMA.fullmatch(behind) is not None


def _set_apart(page: Page, sentence: Sentence, phrase: Phrase, before: str) -> bool:
    """Nothing but a mark stands between the name and the function: `Anna Bos, de wethouder`, `Anna Bos (vz`.

    Not on the next line of a list, and not behind another word with a colon.
    """
    if before.replace("\n", " ") == " " and phrase.zeker:  # Anna Bos projectleider bij Dal
        return True
    if len(before) > FURTHEST or not APART.match(before) or re.search(r"\n\s{0,20}[A-Z]|:\s\S", before):
        return False
    marked = phrase.links.rstrip(" ")[-1:] in MARKS or not phrase.links.strip()
    return marked and (phrase.zeker or _alone(page, phrase, before, sentence.end))


def _alone(page: Page, phrase: Phrase, before: str, end: int) -> bool:
    """A word that only looks like a function counts when it is all there is: `(moderator)`, `, bakker in ruste`."""
    around = page.tekst[phrase.start - 1 : phrase.start] + page.tekst[phrase.end : phrase.end + 1]
    return around == "()" or before == ", " and ENDS.match(page.tekst, phrase.end, end) is not None


def _said_of(sentence: Sentence, phrase: Phrase) -> bool:
    """A verb that says what somebody is stands before it, or at the end of its clause."""
    if ACTING.search(phrase.links) and phrase.zeker:
        return True
    if PREPOSITION.search(phrase.links) and not re.search(r"\b(?:is|was|als)\s\S{1,12}\s$", phrase.links):
        return False
    before = re.split(r"[;:()“”\"„]", phrase.links)[-1].rpartition(", ")[2]
    if COPULA.search(before[-160:]):
        return phrase.zeker or CLOSE_COPULA.search(before) is not None
    closed = CLOSING.match(sentence.tekst, phrase.end - sentence.start) is not None
    if re.search(r"\bdie\s$", phrase.links):
        return closed
    return closed and not phrase.bepaald and phrase.zeker


def _points_on(phrase: Phrase, behind: str) -> bool:
    """`voorzitter van de raad, Anna Bos`, `als huisarts ziet Anna Bos`"""
    acting = ACTING.search(phrase.links) and not re.search(r"[:,]", behind) and not PRONOUN.search(phrase.links)
    return bool(acting) or AFTER_COMMA.fullmatch(behind.replace("\n", " ")) is not None


# referred to


def _by_pronoun(page: Page, sentence: Sentence, phrase: Phrase) -> bool:
    """`Hij was eerder wethouder.`, `Als wethouder …` in a short sentence or with a pronoun behind it."""
    if ACTING.search(phrase.links):
        short = sentence.tekst.count(" ") < SHORT
        if short or PRONOUN.search(page.tekst[phrase.end : phrase.end + 30]):
            return True
    return PRONOUN.search(phrase.links) is not None and _said_of(sentence, phrase)


def _named_next(mentions: Mentions, number: int, phrase: Phrase) -> Name | None:
    """`De kapster knipt. Ze heet Anna Bos.`, `Er is een nieuwe voorzitter. Anna Bos werd gekozen.`"""
    opens = not phrase.links.strip() or HAS.search(phrase.links)
    if not phrase.zeker or not opens or number + 1 >= len(mentions.rows) or not mentions.rows[number + 1]:
        return None
    following, first = mentions.page.sentences[number + 1], mentions.rows[number + 1][0]
    chosen = first.start == following.start and CHOSEN.search(following.tekst)
    return first.name if chosen or re.match(r"(?:Hij|Zij|Ze)\sheet\s", following.tekst) else None


def _under_heading(mentions: Mentions, number: int, phrase: Phrase) -> Name | None:
    """Under a name as a heading: `Was fractiemedewerker.`, `Journalist en presentator.`, without a subject."""
    opens = not phrase.links.strip() or LED.match(mentions.page.sentences[number].tekst)
    bare = opens and (phrase.zeker or ACTING.search(phrase.links))
    return mentions.heading(number) if bare and not mentions.rows[number] else None


def _in_paragraph(mentions: Mentions, number: int, phrase: Phrase) -> Name | None:
    """`Anna Bos sprak. De wethouder was blij.`: the sentence begins with the function, in the same paragraph."""
    sentences = mentions.page.sentences
    goes_on = number > 0 and sentences[number - 1].alinea == sentences[number].alinea
    opens = not phrase.links.strip() and phrase.zeker
    own = phrase.bepaald or phrase.start > sentences[number].start
    return mentions.before(number) if goes_on and opens and own else None
