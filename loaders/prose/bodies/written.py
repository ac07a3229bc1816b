"""Names of bodies as a page writes them, whether the graph knows them or not; and the body that the page itself is of.

A body shows by a word for its kind ("Welzijn Kromme Waard"), by capitals only ("UWV"), or because
the title of a site names it again in the text. A guess, for filling in the answer of a question: nothing is asserted
with it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.people.functions import PARTIES, has_role, is_role
from loaders.prose.people.people import everybody
from loaders.prose.people.signs import ORDINARY, Sign
from loaders.prose.text.body_words import CAPITAL, ENDING, JOINT
from loaders.prose.text.page import Page
from loaders.prose.text.spans import Spans

KIND = (
    r"[Ss]tichting|[Vv]ereniging|[Cc]o[öo]peratie|[Ww]oning(?:stichting|corporatie|bouw)|[Ww]elzijns?(?:organisatie)?|"
    r"[Zz]org(?:groep|organisatie|instelling|verzekeraar)|[Ss]ociale [Dd]ienst|Dienst|"
    r"[Ww]erk(?:bedrijf|plein|voorziening)|"
    r"[Vv]eiligheids(?:regio|huis)|[Oo]mgevingsdienst|[Ss]teunpunt|Stadsbank|(?:[Vv]olks)?[Kk]redietbank|[Ww]ater(?:schap|bedrijf)|"
    r"[Ll]eerwerkloket|[Pp]articipatiebedrijf|ROC|GGD|GGZ|RIBW|[Hh]ogeschool|[Uu]niversiteit|[Jj]eugdbescherming|"
    r"[Zz]iekenhuis|[Bb]ibliotheek|[Vv]oedselbank|[Bb]uurthuis|[Ss]cholengroep|[Aa]dviesbureau|[Oo]nderzoeksbureau|"
    r"Centrum|Bureau|Sociaal Werk|[Dd]orpsbelang|[Ii]nkooporganisatie|[Uu]itvoeringsorganisatie|[Ss]eniorenraad|"
    r"[Aa]dviesraad|[Cc]li[eë]ntenraad|[Rr]egio(?=\s[A-Z])|[Vv]eilig [Tt]huis|[Mm]aatschappelijk [Ww]erk|[Rr]echtbank"
)
BEHIND = re.compile(rf"\b(?:{KIND}|{ENDING})(?:{JOINT}\s(?:{CAPITAL}|’t\s{CAPITAL})){{1,5}}")
BEFORE = re.compile(
    r"\b[A-Z][\w’'-]{2,25}(?:\s[A-Z][\w’'-]{2,25}){0,2}\s"
    r"(?:Ziekenhuis|College|Wonen|Groep|Instituut|Foundation|Academie|Fonds|University|Zorg|Kinderopvang|Welzijn)\b"
)
SHORT = re.compile(r"\b(?:[A-Z]{2,6}(?:-[A-Z]{2,6})?|[A-Z][A-Za-z]{0,4}[a-z][A-Z]{1,4})\b(?!-[a-z]|\s?\()")
WORKS = re.compile(
    rf"\b(?P<rol>[A-Za-zé-]{{5,30}})\s(?:bij|van)\s(?:de\s|het\s)?(?P<wie>{CAPITAL}(?:{JOINT}\s{CAPITAL}){{0,3}})"
)
"""Where somebody with a function works: `onderzoeker bij Movisie`."""
NO_BODY = frozenset(
    "wmo hbo mbo vmbo ozb woz dhr mw btw nvt po vo ww wia wajong wsw anw aow fte cv pdf ict hrm hr pr ov pgb zzp ok"
    " wsnp wgs nl eu ra re msc mba bsc nv bv ab db sd ii iii iv tv agenda notulen verslag".split()
)
"""Short forms that are a law, a school or a way of working."""
OWN_KIND = re.compile(
    r"(?:[Ss]ociale [Dd]ienst|Werkcentrum|[Ll]eerwerkloket|[Ii]nkooporganisatie|[Uu]itvoeringsorganisatie|Stadsbank|"
    r"[Ww]erk(?:bedrijf|plein)|[Vv]eiligheids(?:regio|huis)|[Ss]ervicepunt|[Vv]oedselbank|[Ww]elzijn)\s"
)
"""Before the name of something that the graph knows, it is something else: `Sociale Dienst Drechtsteden`."""
LOOSE = re.compile(rf"{JOINT}$")
SITE = re.compile(r"\s[|–—·»]\s|\s-\s|\s\|\s?|\s?:\s")
EVENT = re.compile(
    r"\b(?:\w*conferentie|congres|symposium|bijeenkomst|webinar|training|cursus|agenda|magazine|convenant|\w*overeenkomst|"
    r"project|aanpak|praktijkvoorbeeld\w*|nieuws\w*|samen|\d{4})\b",
    re.IGNORECASE,
)
"""In the title of a page, and not the name of whose page it is."""
GENERAL = re.compile(
    r"(?:home|contact|nieuws|ons team|team|wie (?:zijn|we|is).*|over .*|medewerkers|organisatie|bestuur|college.*|"
    r"raad van .*|gemeenteraad.*|samenstelling.*|"
    r"personalia|verslag.*|notulen.*|agenda.*|programma.*|gemeente .*|vacature.*)",
    re.IGNORECASE,
)
SITE_NAME = re.compile(rf"{CAPITAL}(?:{JOINT}\s{CAPITAL}){{0,5}}")
HEAD_LINES, HEAD_LONGEST = 8, 140
IN_TITLE, IN_HEAD, MOST, ENOUGH, OFTEN = 4, 2, 5, 3, 4
"""What a body weighs by where it is named; how often a mention counts; what makes a page one of that body; and how
often a name of one word must stand there."""


class Written(NamedTuple):
    """A body where the page writes it; `vorm` with one space between words."""

    vorm: str
    start: int
    end: int


def within(page: Page, start: int, end: int) -> list[Written]:
    """The bodies in a stretch that the graph does not know, from left to right."""
    return [each for each in page.once(_every) if start <= each.start and each.end <= end]


def own(page: Page) -> str:
    """The body that the page is of, as it writes it; empty when nothing says so."""
    return page.once(_own)


def _every(page: Page) -> list[Written]:
    people = Spans((name.start, name.end) for name in everybody(page).names if name.sign is Sign.STRONG)
    found: dict[int, Written] = {}
    for sentence in page.sentences:
        for pattern in (BEHIND, BEFORE, SHORT):
            for match in pattern.finditer(page.tekst, sentence.start, sentence.end):
                made = _made(page, match.start(), match.end())
                if made is not None and not people.touches(made.start, made.end):
                    _add(found, made)
        for match in WORKS.finditer(page.tekst, sentence.start, sentence.end):
            made = _made(page, *match.span("wie")) if is_role(match["rol"]) else None
            if made is not None and not people.touches(made.start, made.end):
                _add(found, made)
    return sorted(found.values(), key=lambda each: each.start)


def _add(found: dict[int, Written], made: Written) -> None:
    """Of two that overlap the longest."""
    for at, other in [*found.items()]:
        if other.start < made.end and made.start < other.end:
            if other.end - other.start >= made.end - made.start:
                return
            del found[at]
    found[made.start] = made


def _made(page: Page, start: int, end: int) -> Written | None:
    text = page.tekst[start:end].split("\n")[0]
    text = LOOSE.sub("", text).rstrip(" .,/-")
    vorm = tidy(text)
    bare = flat(vorm)
    if len(vorm) < 2 or bare in NO_BODY or bare in ORDINARY or PARTIES.fullmatch(vorm) or has_role(vorm):
        return None
    if _is_known(page, start, start + len(text)) or vorm.isupper() and _shouts(page, start):
        return None
    return Written(vorm, start, start + len(text))


def _is_known(page: Page, start: int, end: int) -> bool:
    """`Stichting Koepel`, where the graph knows the Koepel: the other rules read that."""
    own = OWN_KIND.match(page.tekst, start, end)
    hits = [hit for hit in page.hits_in(max(0, start - 60), end) if hit.end > start]
    return any(
        any(e.soort in (*PARTIJ[1:], "Wet") for e in hit.entries) and not (own and hit.start >= own.end())
        for hit in hits
    ) or bool(page.names.resolve(page.tekst[start:end], (*PARTIJ, "Thema")))


def _shouts(page: Page, start: int) -> bool:
    """A line in capitals only says nothing about one of its words."""
    sentence = page.sentence_at(start)
    letters = [c for c in sentence.tekst[:200] if c.isalpha()] if sentence else []
    return sum(c.isupper() for c in letters) * 2 > len(letters)


def _own(page: Page) -> str:
    weight: Counter[str] = Counter()
    first: dict[str, int] = {}
    for each in page.once(_every):
        if flat(each.vorm).startswith("gemeenteraad"):
            continue
        key = _key(each.vorm)
        often = " " not in each.vorm and page.tekst.count(each.vorm) >= OFTEN
        if " " in each.vorm or often or page.lines and each.start < page.lines[0].end:
            first.setdefault(key, each.start)
            weight[key] = min(weight[key] + 1 + 2 * often, MOST)
    for each in page.once(_every):
        if each.start < _head_end(page) and _key(each.vorm) in weight:
            weight[_key(each.vorm)] += IN_HEAD
    above = flat(page.lines[0].tekst).split() if page.lines and len(page.lines[0].tekst) <= HEAD_LONGEST else []
    for key in weight:
        if " " in key and key.split()[0] in above and not page.tekst[: page.lines[0].end].lower().count(key):
            weight[key] += IN_HEAD  # `Nieuw bestuur bij de voedselbank`, and in the text which one
    for part in _title(page):
        first.setdefault(_key(part), 0)
        weight[_key(part)] += IN_TITLE
    best = min(weight, key=lambda key: (-weight[key], first[key]), default="")
    if weight[best] < ENOUGH:
        return ""
    shown = [each.vorm for each in page.once(_every) if _key(each.vorm) == best] + [*_title(page)]
    return next(vorm for vorm in sorted(shown, key=len, reverse=True) if _key(vorm) == best)


def _key(vorm: str) -> str:
    """`Stichting Welzijn Dal` and `Welzijn Dal` are one."""
    return flat(vorm).removeprefix("stichting ").removeprefix("de ").removeprefix("het ")


def _head_end(page: Page) -> int:
    head = [*takewhile(lambda line: len(line.tekst) <= HEAD_LONGEST, page.lines[:HEAD_LINES])]
    return head[-1].end if head else 0


def _title(page: Page) -> Iterator[str]:
    """The parts of the title that name a body: they stand in the text as well, have a word for a kind, or come last."""
    parts = [tidy(part) for part in SITE.split(page.document.titel or "")]
    for place, part in enumerate(parts):
        named = BEHIND.search(part)
        vorm = tidy(named[0]) if named and not EVENT.search(named[0]) else part
        known = page.names.resolve(vorm, PARTIJ) or GENERAL.fullmatch(vorm) or not vorm[:1].isupper()
        if known or has_role(vorm) or not 3 <= len(vorm) <= 60 or EVENT.search(vorm):
            continue
        last = 0 < place == len(parts) - 1 and SITE_NAME.fullmatch(vorm)
        if named or last or BEFORE.fullmatch(vorm) or page.tekst.count(vorm) > 1 and " " in vorm:
            yield vorm
