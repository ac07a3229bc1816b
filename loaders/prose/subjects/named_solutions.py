"""Names of oplossingen in a sentence: one that the graph knows, or one that the page writes as a name.

What the graph does not know shows by a word for its kind before it, by marks, or by capitals that are nothing else, in
a sentence that says who has it. A guess, for a question to propose.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from graph.dutch.collation import slug
from loaders.names.tokens import flat, tidy
from loaders.prose.bodies import subject, written
from loaders.prose.bodies.gemeenten import PROVINCE_SHORT
from loaders.prose.people.functions import PARTIES, is_role
from loaders.prose.people.people import everybody
from loaders.prose.people.signs import ORDINARY
from loaders.prose.subjects import stands
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

BACK = re.compile(
    r"\b(?:dat|dit|het|er(?:mee)?|daar(?:mee|aan|van)?|zo|ook|eerder|eveneens|aansluiten|aan te sluiten|meedoen|"
    r"mee te doen|"
    r"(?:de|die|deze) (?:aanpak|werkwijze|methode|regeling|pilot|proef|uitkomsten|ervaringen|resultaten))\b",
    re.IGNORECASE,
)
"""Words that point at what was named before."""
OURS = re.compile(r"(?<![‘'“\"])\b(?:wij|we|onze gemeente|de gemeente|het college|deze gemeente|ons)\b", re.IGNORECASE)
KIND = (
    r"aanpak|werkwijze|methode|methodiek|programma|project|regeling|model|pilot|proef|initiatief|concept|interventie|"
    r"training|fonds|voucher|loket|plan|aansluiting|deelname|invoering|overname"
)
CAPITALS = (
    r"(?:[A-Z@][\w’'-]+|\d{3}\b)(?:\s(?:(?:op|van|de|en|in|het|met|voor|na|als)\s)?(?:[A-Z][\w’'-]+|\d{2,3})){0,4}"
)
QUOTED = r"['‘“\"„](?P<quoted>[A-Z][^'’”\"]{3,60})['’”\"]"
NAMED = re.compile(
    rf"\b(?:{KIND}|met|gebruik(?:t|en)(?: (?:daarnaast|ook|nu|al))?|inzet van|inzetten van|heet(?: \w+){{0,3}}?)\s"
    rf"(?:de |het |een )?(?:{QUOTED}|(?P<name>{CAPITALS}))"
    rf"|\b(?:de|het) (?P<taken>{CAPITALS}) (?:over\b|overgenomen|afgekeken|ingevoerd|past\b)"
    rf"|^(?:\W|\d)*(?P<label>[A-Z][a-z]+(?: [a-z]+){{1,4}}): "
)
PROPER = re.compile(
    rf"\b(?:met|gebruikt?|gebruiken|neemt|nemen|nam|namen|heeft|hebben|heet|voert|voeren|volgens)\s"
    rf"(?:\w+\s){{0,2}}?(?:de |het |een )?(?P<object>{CAPITALS})"
    rf"|\b(?:[Dd]e|[Hh]et|[Ee]en)\s(?P<thing>{CAPITALS})"
)
"""A name that is used or stands with an article: an oplossing when a title names it, or a gemeente uses it."""
FREE = re.compile(rf"(?:(?P<art>[Dd]e|[Hh]et|[Ee]en|[Mm]et|[Vv]olgens|[Bb]ij|[Vv]an)\s)?(?P<free>{CAPITALS})")
"""A row of words with capitals, and the small word before it."""
SLOGAN = re.compile(
    r"\bvolgens (?P<slogan>(?:[ée][ée]n \w+, )+(?:[ée][ée]n \w+))|"
    r"\bgebruik(?:t|en) de (?P<plain>[a-z]{5,}(?: voor [a-z]{5,})?)"
)
"""A name without any capital: `volgens één gezin, één plan`, `gebruikt de vouchers voor leren`."""
BODY = re.compile(
    r"(?:raad|kamer|college|stichting|ministerie|provincie|gemeente|regio|rijk|ggd|ggz|vng|uwv|kabinet|commissie|dienst|"
    r"bestuur|vereniging|stuurgroep|club|plein|euro|covid|corona)",
    re.IGNORECASE,
)
"""Words in the name of a body, or of what is no oplossing."""
PLAIN = re.compile(
    rf"\b(?:neemt|nemen|nam|namen|kopieert|kopieerde) (?:de )?(?:{KIND})\s"
    r"(?P<name>[a-z][\w-]+[’'a-zA-Z]*(?:\s[a-z][\w-]+)?)(?=\sover\b)"
    r"|\bof (?:een|één) (?P<perhaps>[a-z]+ [a-z]{6,}) (?:mogelijk|haalbaar|nodig)\b"
    r"|\b(?:werkt|werken|werkte|start|starten|begint|beginnen) (?:sinds \w+ |nu |ook |al |daar )?"
    r"met een (?P<other>[a-z]{6,}(?:\s[a-z]{4,})?)"
    r"|\bwaar (?:de|het) (?P<begun>[a-z]{8,}) (?:\w+ ){0,4}(?:begon|bestaat|ontstond|startte|werd bedacht)\b"
    r"|\b(?:opende|kreeg|begon|startte) (?:\w+ ){0,6}een (?P<opened>[a-z]{8,})\b"
)
PROVINCE_NAMES = frozenset(map(flat, PROVINCE_SHORT.values()))
OF_BODY = re.compile(
    r"(?:verzekeraar|corporatie|organisatie|stichting|bedrijf|bureau|instelling|aanbieder|bank|school|ziekenhuis)s?\s$"
)
"""Before the name of a body."""
MONTH = re.compile(
    r"\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|maandag|dinsdag|woensdag|"
    r"donderdag|vrijdag|zaterdag|zondag)\b",
    re.IGNORECASE,
)
COUNT, COUNTED = re.compile(r"\s\d{2,3}$"), re.compile(r"\s[a-z]{4,}")
"""`CZ 136 huishoudens`: a number of what follows, and no part of the name."""
JOINT = re.compile(r"\s(?:van|uit|in|voor|en|op|de|het)$")
SMALL = frozenset(
    """had mochten gaf zei vertelt vindt wordt worden heeft hebben van uit voor met die dat waar waarin waarmee moet
    moeten kan kunnen gaat is zijn was en of""".split()
)


class Solution(NamedTuple):
    """`id` of one that the graph knows, or one proposed for it; `vorm`: how it is written."""

    id: str
    vorm: str
    known: bool


def gemeenten(page: Page, sentence: Sentence) -> Iterator[str]:
    for key, _ in subject.named(page, sentence.start, sentence.end):
        if key.startswith("gemeente:"):
            yield key


def solution(page: Page, sentence: Sentence, ours: str | None) -> Solution | None:
    """The oplossing that a sentence names: one we know, or a name behind a word for one."""
    one = known(page, sentence)
    if one is not None:
        return one
    who = next(gemeenten(page, sentence), None) or ours and OURS.search(sentence.tekst)
    says = bool(who) and stands.stand(sentence.tekst) is not None
    for pattern in (NAMED, PLAIN, PROPER, SLOGAN):
        for found in pattern.finditer(sentence.tekst):
            kind = str(found.lastgroup)
            name = _bare(page, sentence, found, kind)
            if (
                kind == "label"
                and not (says and _stands_alone(sentence, found))
                or kind == "thing"
                and not _is_subject(page, name)
            ):
                continue
            if kind == "object" and not (says or _is_subject(page, name)) or BODY.search(name):
                continue
            if name and _may_be(page, sentence, found, kind, name):
                return Solution(f"oplossing:{slug(name)}", name, False)
    return _free(page, sentence, says)


def known(page: Page, sentence: Sentence) -> Solution | None:
    for hit in page.hits_in(sentence.start, sentence.end):
        ids = {entry.id for entry in hit.entries if entry.soort == "Oplossing"}
        written = page.tekst[hit.start : hit.end]
        if len(ids) == 1 and (written != written.lower() or " " in written.strip()):
            key = ids.pop()
            if hit.start == sentence.start and " " not in written and not _is_called(page, key, written):
                continue  # a word of which only the sentence makes a name
            return Solution(key, page.names.name(key), True)
    return None


def _stands_alone(sentence: Sentence, found: re.Match[str]) -> bool:
    """`Eerlijk is eerlijk: Ede deed het eerst` points back, and names nothing."""
    return BACK.search(sentence.tekst, found.end()) is None


def _is_called(page: Page, key: str, written: str) -> bool:
    return flat(page.names.name(key)).startswith(flat(written)) or not written[1:].islower()


def _free(page: Page, sentence: Sentence, says: bool) -> Solution | None:
    """A row of words with capitals that is nothing else: where a sentence says who has it, or where it comes back."""
    for found in FREE.finditer(sentence.tekst):
        name = _bare(page, sentence, found, "free")
        start = sentence.start + found.start("free")
        begins = found.start("free") == 0 and "-" not in name and (" " not in name or flat(name.split()[0]) in ORDINARY)
        if len(name) < 5 or begins or BODY.search(name) or MONTH.search(name) or flat(name) in ORDINARY:
            continue
        again = page.once(_often)[name] > 1 and (found["art"] or "@" in name)
        if not (says or again) or is_role(name.split()[-1]) or _is_other(page, start, name):
            continue
        if _may_be(page, sentence, found, "free", name):
            return Solution(f"oplossing:{slug(name)}", name, False)
    return None


def _often(page: Page) -> Counter[str]:
    """How often each row of words with capitals stands on the page."""
    return Counter(tidy(found["free"]) for s in page.sentences for found in FREE.finditer(s.tekst))


def _is_other(page: Page, start: int, name: str) -> bool:
    """Part of a place, somebody's surname, a party, or a body."""
    if any(hit.start <= start < hit.end and hit.start < start for hit in page.hits_in(start - 40, start + 1)):
        return True
    if everybody(page).called(name) or PARTIES.fullmatch(name) or flat(name) in flat(written.own(page)):
        return True
    if everybody(page).spans.touches(start, start + len(name)) or flat(name) in PROVINCE_NAMES:
        return True
    return bool(written.within(page, start - 1, start + len(name) + 1))


def _bare(page: Page, sentence: Sentence, found: re.Match[str], kind: str) -> str:
    """The name, up to the place behind it: `Kansrijke Start van Schagen` is what Schagen has."""
    start, end = (sentence.start + at for at in found.span(kind))
    places = [hit.start for hit in page.hits_in(start, end) if any(e.soort == "Gemeente" for e in hit.entries)]
    text = page.tekst[start : min([end, *places])]
    text = COUNT.sub("", text) if COUNTED.match(page.tekst, start + len(text)) else text
    return JOINT.sub("", tidy(text).strip(" '’‘\"“”.,"))


def _is_subject(page: Page, name: str) -> bool:
    """Whether a title or a heading of the page names it."""
    heads = (page.tekst[zone.start : zone.end] for zone in page.document.zones if zone.soort == "kop")
    return len(name) > 3 and any(name in head for head in (page.document.titel or "", *heads))


def _may_be(page: Page, sentence: Sentence, found: re.Match[str], kind: str, name: str) -> bool:
    """Not the name of somebody or something else that we know, and no small words."""
    start = sentence.start + found.start(kind)
    if everybody(page).certain.touches(start, start + len(name)) or not slug(name):
        return False
    led = page.before(start, 40).split()
    if led and is_role(led[-1]):  # programmamanager Ruimtelijke Ontwikkeling
        return False
    if name.split()[-1].lower() in SMALL or OF_BODY.search(page.before(start, 24)):
        return False
    hits = page.hits_in(start, start + len(name))
    return not any(e.soort not in ("Oplossing", "Thema", "Onderwerp", "Knelpunt") for hit in hits for e in hit.entries)
