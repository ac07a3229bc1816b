"""A word for a function near somebody, in the same sentence or list item, that no other rule tied to anybody.

buurt-zin          in the same sentence or list item: the nearest person, not across another one
buurt-verwijzing   a pronoun, a surname or a first name stands for the person named before
buurt-organisatie  somebody of an organisation behind a comma or between brackets, without a function

These rules run after the other rules for people, and only ever ask: what stands near is no proof.
"""

import re

from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.offices import running_text
from loaders.prose.people import doubt, roles
from loaders.prose.people.functions import Role
from loaders.prose.people.mentions import Mention, Mentions
from loaders.prose.people.people import Name, Sign
from loaders.prose.people.phrases import Phrase, phrases
from loaders.prose.text import abbreviations
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

NEAR, REFERS, OF_BODY = "buurt-zin", "buurt-verwijzing", "buurt-organisatie"
TITLE = r"(?:(?:de heer|mevrouw|mevr\.?|dhr\.?|mw\.?|mr\.|drs\.|dr\.|ir\.|ing\.|prof\.|b/a|wijlen)\s{1,2}){0,4}"
CHAIN = r"(?:\sad interim|\sa\.i\.)?(?:\s[a-z]{4,30})?(?:\s(?:van|voor|bij|in|op)\s[^,;:.()“”]{2,60}?)?"
"""`voorzitter van de commissie Zorg`: what stands between a function and the word that ties it to a name."""
IS = r"(?:is|was|wordt|werd|heet|blijft)\s(?:[a-z]{2,12}\s){0,3}"
AFTER = re.compile(
    rf"(?:[\s*_]{{0,12}}\(?(?:[a-z]{{4,25}}(?<![ten])\s)?|{CHAIN}(?:\s(?:te benoemen|benoemd))?\s?:\s{{0,4}}"
    rf"(?:[a-zé-]{{4,25}}\s)?|{CHAIN}\s{IS})[*_]{{0,2}}{TITLE}"
)
TOO = r"(?:\s(?:en|&)\s(?:huidig|nu|tevens|thans|tegenwoordig)\s[\w-]{3,30}\s|,\stevens\s[^,;:.()]{3,80},\s)"
AFTER_COMMA = re.compile(
    rf"{TOO}{TITLE}|{CHAIN}\s?,\s(?:op dit moment\s|momenteel\s|te weten\s|namelijk\s)?[*_]{{0,2}}{TITLE}"
)
APART = re.compile(r"(?:\szich|\s\w{2,10}(?=:\s))?[\s*_]{0,3}[,;(\[\t|–—/▪·•=:-]")
COPULA = re.compile(
    r"\b(?:is|was|ben|bent|wordt|werd|worden|blijft|bleef|heet|als|tot)\s(?:[^\s,;:()]{1,30}\s){0,7}$", re.IGNORECASE
)
PREPOSITION = re.compile(r"\b(?:met|van|aan|door|bij|voor|naar|op|over|namens|volgens|tegen|onder|in|of|zoals|dan)\s$")
CLOSING = re.compile(r"[^,;:()]{0,60}\s?\b(?:is|was|wordt|werd|geweest)\b(?=\s?[,.;)]|$|\s(?:en|tot|die|bij)\b)")
ACTING = re.compile(r"\b(?:als|(?:functie|rol|ambt|taak|hoedanigheid)\s(?:van|als))\s$", re.IGNORECASE)
"""`als huisarts`, `in de rol van ambassadeur`: of the one in the same clause, before or behind."""
PRONOUN = re.compile(r"\b(?:hij|zij|ze|die|deze)\b", re.IGNORECASE)
MYSELF = re.compile(
    r"\b(?:ik ben|ben ik|was ik|ik was|ik werkte?|werkte? ik|ik begon|begon ik|toen ik)\b", re.IGNORECASE
)
NEGATED = re.compile(r"\b(?:geen|niet|nooit)\b")
LONGER = re.compile(r"\b(?:meer|langer)\b")
SUPPOSED = re.compile(
    r"\bstel\b|\bzou(?:den)?\b|\bmocht\b|\bals (?:ik|u|je|jij)\b|\bwil(?:de)?\b.{0,40}\bworden\b|\bsolliciteer|"
    r"\bgenoemd als\b|\b(?:u|jij|je) bent\b|\beventuele?\b|\b(?:zoeken|gezocht|zoekt)\b|\bvacature\b|\bvacant\b",
    re.IGNORECASE,
)
BODY = re.compile(r"[\s*_]{0,3}[,(\[]\s?([^,;:()\[\]\t\n]{2,60}?)(?=\s?[),;\]\t\n]|\.\s?$|\s{2,}|$)")
ENDS = re.compile(r"[,.;)]|$|\s(?:van|in|bij|te|op|uit)\s")
LONGEST, SHORT, FURTHEST = 700, 6, 90
JOINED = re.compile(r"\s(?:en|&)\s")


def read(page: Page, book: Notebook, mentions: Mentions) -> None:
    for number, sentence in enumerate(page.sentences):
        if len(sentence.tekst) <= LONGEST:
            _sentence(page, book, mentions, number)
        for at, mention in enumerate(mentions.rows[number]):
            _of_body(page, book, mentions.rows[number][: at + 1], mention, sentence)


def _sentence(page: Page, book: Notebook, mentions: Mentions, number: int) -> None:
    sentence, row = page.sentences[number], mentions.rows[number]
    last: Name | None = None
    for phrase in phrases(page.names, sentence.tekst, sentence.start, [m.start - sentence.start for m in row]):
        if any(m.start < phrase.end and phrase.start < m.end for m in row) or _supposed(sentence, phrase):
            continue
        if sentence.tekst.endswith("?") and not any(page.tekst[phrase.end : m.start].strip() == "" for m in row):
            continue
        said = _denied(sentence, phrase)
        if said is None:
            continue
        owner = _beside(page, sentence, row, said) or _joined(sentence, said, last, row)
        rule = NEAR
        if owner is None:
            owner, rule = _referred(page, mentions, number, said), REFERS
        if owner is not None:
            ask(book, owner, said, (min(owner.start, said.start), max(said.end, owner.end)) if rule == NEAR else
                (said.start, said.end), rule)  # fmt: skip
            last = owner


def _supposed(sentence: Sentence, phrase: Phrase) -> bool:
    """`Stel dat`, `zou`, `u bent`: said, and not so."""
    start = max(0, phrase.start - sentence.start - 90)
    return SUPPOSED.search(sentence.tekst[start : phrase.end - sentence.start + 60]) is not None


def _denied(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """`geen wethouder` is nothing; `geen wethouder meer` is a function of the past."""
    start = max(0, phrase.start - sentence.start - 30)
    before = re.split(r"[,;:.(]", sentence.tekst[start : phrase.start - sentence.start])[-1]
    if not NEGATED.search(before):
        return phrase
    around = before + sentence.tekst[phrase.start - sentence.start : phrase.end - sentence.start + 20]
    return phrase._replace(wanneer="vroeger") if LONGER.search(around) else None


# who


def _beside(page: Page, sentence: Sentence, row: list[Mention], phrase: Phrase) -> Name | None:
    """The person right behind or before the function, tied to it by a mark or a verb."""
    left = next((m for m in reversed(row) if m.end <= phrase.start), None)
    right = next((m for m in row if m.start >= phrase.end), None)
    behind = page.tekst[phrase.end : right.start].replace("\n", " ") if right else ""
    wrapped = left is not None and "\n" in page.tekst[phrase.end : right.start] if right else False
    if right and not wrapped and AFTER.fullmatch(behind) and not PREPOSITION.search(behind):
        return right.name
    if right and AFTER_COMMA.fullmatch(behind) and left and page.tekst[left.end : left.end + 1] == ";":
        return right.name
    before = page.tekst[left.end : phrase.start] if left else ""
    if left and running_text.somebody_else(page, phrase.start, page.tekst[phrase.start : phrase.end]):
        return None
    close = len(before) <= FURTHEST and APART.match(before) and _apart(phrase, before)
    if left and close and (phrase.zeker or _alone(page, phrase, before, sentence.end)):
        return left.name
    if left and _said_of(sentence, phrase):
        return left.name
    acting = ACTING.search(phrase.links) and not re.search(r"[:,]", behind)
    closer = AFTER_COMMA.fullmatch(behind) or acting and not PRONOUN.search(phrase.links)
    return right.name if right and phrase.zeker and closer else None


def _alone(page: Page, phrase: Phrase, before: str, end: int) -> bool:
    """A word that only looks like a function counts when it is all there is: `(moderator)`, `, bakker in ruste`."""
    around = page.tekst[phrase.start - 1 : phrase.start] + page.tekst[phrase.end : phrase.end + 1]
    return around == "()" or before == ", " and ENDS.match(page.tekst, phrase.end, end) is not None


def _apart(phrase: Phrase, before: str) -> bool:
    """Nothing but a mark before it: `; fractievoorzitter`, `(vz`, `, de wethouder`; not on the next line of a list."""
    if re.search(r"\n\s{0,20}[A-Z]|:\s\S", before):
        return False
    return phrase.links.rstrip(" ")[-1:] in ",;([\t|–—/▪·•-:=" or not phrase.links.strip()


def _said_of(sentence: Sentence, phrase: Phrase) -> bool:
    """A verb that says what somebody is stands before it, or at the end of its clause."""
    if ACTING.search(phrase.links) and phrase.zeker:
        return True
    if PREPOSITION.search(phrase.links) and not re.search(r"\b(?:is|was|als)\s\S{1,12}\s$", phrase.links):
        return False
    before = re.split(r"[;:()“”\"„]", phrase.links)[-1].rpartition(", ")[2]
    if COPULA.search(before[-160:]):
        strict = re.search(r"\b(?:is|was|wordt|werd|als|tot|ben|blijft)\s(?:\S{1,12}\s){0,2}$", before)
        return phrase.zeker or strict is not None
    if re.search(r"\bdie\s$", phrase.links):
        return CLOSING.match(sentence.tekst, phrase.end - sentence.start) is not None
    closing = CLOSING.match(sentence.tekst, phrase.end - sentence.start)
    return closing is not None and not phrase.bepaald and phrase.zeker


def _joined(sentence: Sentence, phrase: Phrase, last: Name | None, row: list[Mention]) -> Name | None:
    """`wethouder en loco-burgemeester`, `de oud-wethouder is nu voorzitter`: two functions of one person."""
    if last and not any(m.end <= phrase.start for m in row) and _said_of(sentence, phrase):
        return last
    return last if last and re.search(r"(?:\sen|&|\stevens)\s?$", phrase.links) and phrase.zeker else None


def _referred(page: Page, mentions: Mentions, number: int, phrase: Phrase) -> Name | None:
    sentence = page.sentences[number]
    if any(m.end <= phrase.start for m in mentions.rows[number]) and mentions.speaker(number) is None:
        return None
    if MYSELF.search(phrase.links) and _said_of(sentence, phrase):
        return mentions.speaker(number) or mentions.author or mentions.hero
    short = sentence.tekst.count(" ") < SHORT
    acting = ACTING.search(phrase.links) and (short or PRONOUN.search(page.tekst[phrase.end : phrase.end + 30]))
    if acting or PRONOUN.search(phrase.links) and _said_of(sentence, phrase):
        return mentions.before(number)
    opens = not phrase.links.strip() or re.search(r"\b(?:heeft|hebben|krijgt|kreeg|is|was)\s$", phrase.links)
    named = _heet(mentions, number) if phrase.zeker and opens else None
    if (
        named is None
        and not mentions.rows[number]
        and (head := mentions.heading(number)) is not None
        and _bare(sentence, phrase)
    ):
        return head
    same = number > 0 and page.sentences[number - 1].alinea == sentence.alinea
    if (
        named is None
        and same
        and not phrase.links.strip()
        and phrase.zeker
        and (phrase.bepaald or phrase.start > sentence.start)
    ):
        return mentions.before(number)
    return named


def _bare(sentence: Sentence, phrase: Phrase) -> bool:
    """Under a name as a heading: `Was fractiemedewerker.`, `Journalist en presentator.`, without a subject."""
    opens = not phrase.links.strip() or re.match(r"(?:Was|Is|Werkt|Werkte|Begon|Leidt|Leidde)\s", sentence.tekst)
    return bool(opens) and (phrase.zeker or ACTING.search(phrase.links) is not None)


def _heet(mentions: Mentions, number: int) -> Name | None:
    """`De kapster knipt. Ze heet Anna Bos.`, `Er is een nieuwe voorzitter. Anna Bos werd gekozen.`"""
    if number + 1 >= len(mentions.rows) or not mentions.rows[number + 1]:
        return None
    following, first = mentions.page.sentences[number + 1], mentions.rows[number + 1][0]
    chosen = first.start == following.start and re.search(r"\b(?:gekozen|benoemd|aangesteld)\b", following.tekst)
    return first.name if chosen or re.match(r"(?:Hij|Zij|Ze)\sheet\s", following.tekst) else None


# asking


def ask(book: Notebook, name: Name, phrase: Phrase, span: tuple[int, int], rule: str) -> None:
    """One question per person and function, unless they are tied already, or the passage made that person up."""
    if tied(book, name.tekst, phrase.hoofd, phrase.ids) or doubt.invented(book.page, name.start, name.end):
        return
    roles.person(book, name, [span], rule, Sign.PROVEN)
    velden = roles.fields(book, name.tekst, Role(phrase.functie, phrase.vorm, phrase.ids))
    where = f" bij '{phrase.vorm}'" if phrase.vorm else ""
    question = f"Is {name.tekst} {phrase.functie}{where}? Vul aan wat ontbreekt, of zeg nee."
    if phrase.wanneer == "vroeger":
        velden["toestand"] = "voormalig"
        question = f"Was {name.tekst} {phrase.functie}{where}? Vul in van wanneer tot wanneer, of zeg nee."
    elif phrase.wanneer == "straks":
        question = f"Wordt {name.tekst} {phrase.functie}{where}? Vul in vanaf wanneer, of zeg nee."
    book.ask("rol", velden, [span], rule, question)


def tied(book: Notebook, person: str, head: str, ids: tuple[str, ...]) -> bool:
    who, org = book.person(person), ids[0] if len(ids) == 1 else None
    for fact in book.roles[who]:
        said = flat(str(fact.velden.get("functie") or "")).replace("-", " ")
        there = fact.velden.get("organisatie")
        if head.replace("-", " ") in said and (org is None or there is None or there == org):
            return True
    return False


def _of_body(page: Page, book: Notebook, row: list[Mention], mention: Mention, sentence: Sentence) -> None:
    """`Anna Bos (prov. Groningen)`, `Anna Bos en Piet Vos, Divosa`"""
    found = BODY.match(page.tekst, mention.end, sentence.end)
    vorm = abbreviations.places(tidy(found[1])) if found else ""
    ids = page.names.resolve(vorm, PARTIJ) if vorm[:1].isupper() or " " in vorm else ()
    if (
        found is None
        or len(ids) != 1
        or mention.name.sign < (Sign.SHAPE if found[0].strip()[0] in "([" else Sign.STRONG)
    ):
        return
    people = [mention]
    if len(row) > 1 and "(" not in found[0] and JOINED.fullmatch(page.tekst[row[-2].end : mention.start]):
        people.insert(0, row[-2])
    for each in people:
        held = [f for f in book.roles[book.person(each.name.tekst)] if f.soort == "rol"]
        if not any(f.velden.get("organisatie") in (*ids, None) for f in held):
            span = (each.start, found.end())
            roles.person(book, each.name, [span], OF_BODY, Sign.PROVEN)
            velden = roles.fields(book, each.name.tekst, Role("", vorm, ids))
            book.ask("rol", velden, [span], OF_BODY, f"Welke functie heeft {each.name.tekst} bij '{vorm}'?")
