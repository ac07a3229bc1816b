"""Words around a function that take it back: then it is asked, whatever else the passage proves.

"Destijds wethouder", "hij is inmiddels afgetreden" and "in de aankondiging stond dat wethouder Bos zou openen" name a
function that may be over, or a thing that did not happen.
"""

import re
from bisect import bisect_right

from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

NEAR = 40
"""So many letters before and behind a passage belong to it."""
THEN = re.compile(
    r"\b(?:destijds|indertijd|toentertijd|toenmalig|voorheen|tot voor kort|toen nog)\b|"
    r"\((?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\)|\btot (?:en met )?(?:\d{1,2}[ -]\w{1,9}[ -])?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
GONE = (
    r"(?:afgetreden|vertrokken|gestopt|opgestapt|overleden|teruggetreden|weggegaan|ontslagen|opgevolgd|vervangen|weg|"
    r"met (?:vervroegd )?pensioen)"
)
LEFT = re.compile(
    r"\b(?:stopt|stopte|vertrekt|stapt op|treedt af|zwaait af|zwaaide af|neemt afscheid|nam afscheid|houdt ermee op|"
    r"gaat met pensioen)\b|"
    rf"\b(?:is|was|zijn)\s(?:\w{{2,12}}\s){{0,3}}{GONE}\b|\b(?:overleed|stapte op|trad af|inmiddels {GONE})\b|†|"
    r"\bstudeerde\b.{0,30}\baf\b|\b(?:werkt|is) (?:nu|inmiddels|intussen|tegenwoordig|thans) (?:als|bij|in)\b"
)
STOPS = re.compile(r"\b(?:stopt|stopte|vertrekt|vertrok|treedt|trad|aftredend|opgestapte|afscheid van)\b")
"""Before the function as well: `Na twaalf jaar stopt directeur Bos`."""
PRONOUN = re.compile(r"(?:Hij|Zij|Ze|Die|Deze)\s")
REPORTED = re.compile(
    r"\b(?:stond|stonden|schreven we|schreven wij|meldden we|meldden wij|berichtten we)\b.{0,40}\bdat\b"
)
WOULD = re.compile(r"\b(?:zou|zouden)\b")
INVENTED = re.compile(
    r"^stel\b|\bstel(?:\sdat|,|:|\sje)\s|\bfictie[fv]|\bverzonnen\b|\bgefingeerd|\bdenkbeeldig|\bzogenaamde?\b|"
    r"\bgeruchten?\b|\bzogezegd\b|\btoneelstuk|\brollenspel|\bspeelt in\b|\bbestaat niet echt\b|"
    r"\b(?:noemen|noem) (?:we|wij|ik)? ?(?:haar|hem|ze)\b|\blaat ik (?:haar|hem)\b|\bniet (?:haar|zijn) echte naam\b",
    re.IGNORECASE,
)
NOT_REAL = re.compile(r"fictie|verzonnen|gefingeerd|bestaat|niet", re.IGNORECASE)
CLOSE, LONGEST = 3, 2_000
RANGE = re.compile(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\s?:?\s{0,3}$")
AGO = re.compile(r"\b(?:[Ii]n (?:\w{3,9} )?((?:19|20)\d\d)\b|jaar geleden\b)")
LONG_AGO = 3
OVER = "'{}' lijkt voorbij of niet zeker: het staat bij \"{}\". Vul in van wanneer tot wanneer, of zeg nee."


def question(page: Page, function: str, start: int, end: int) -> str | None:
    """What to ask when words near this passage take the function back, or None."""
    said = _said(page, start, end)
    return OVER.format(function, said) if said else None


def invented(page: Page, start: int, end: int) -> str | None:
    """The words that say that this passage is made up: in its sentence, or in the same paragraph close by."""
    at = bisect_right(page.sentence_starts, start) - 1
    for other in range(max(0, at - CLOSE), min(len(page.sentences), at + CLOSE)) if at >= 0 else ():
        sentence = page.sentences[other]
        found = INVENTED.search(sentence.tekst[:LONGEST]) if sentence.alinea == page.sentences[at].alinea else None
        if found and (NOT_REAL.match(found[0]) or other <= at and sentence.start + found.start() < end):
            return found[0]
    return None


def _said(page: Page, start: int, end: int) -> str | None:
    """The words that take the function back: the strongest sign first, the following sentence last."""
    at = bisect_right(page.sentence_starts, start) - 1
    if at < 0:
        return None
    sentence = page.sentences[at]
    before = page.tekst[max(sentence.start, start - 14) : start]
    if RANGE.search(before):
        return before.strip()
    said = _ago(page, sentence.tekst[:LONGEST]) or invented(page, start, end)
    return said or _beside(page, sentence, start, end) or _next(page, at, end)


def _beside(page: Page, sentence: Sentence, start: int, end: int) -> str | None:
    """`destijds wethouder`, `wethouder Bos is vertrokken`, `we meldden dat wethouder Bos zou openen`"""
    left, right = max(sentence.start, start - NEAR), max(end, min(sentence.end, end + NEAR))
    text = page.tekst[left:right].replace("\n", " ")
    found = THEN.search(text[: end - left + 14]) or LEFT.search(text[start - left :]) or STOPS.search(text)
    if not found and REPORTED.search(page.tekst[sentence.start : start]):
        found = WOULD.search(page.tekst[end:right])
    return found[0] if found else None


def _ago(page: Page, text: str) -> str | None:
    """`In 2003 opende wethouder Bos …`, in a text of much later: what she was then."""
    found = AGO.search(text)
    if found is None or found[1] and int(found[1]) > page.latest_year - LONG_AGO:
        return None
    return found[0]


def _next(page: Page, at: int, end: int) -> str | None:
    """The following sentence, when it begins with a pronoun: `Hij is inmiddels afgetreden.`"""
    last = bisect_right(page.sentence_starts, max(end - 1, page.sentences[at].start)) - 1
    following = page.sentences[last + 1] if last + 1 < len(page.sentences) else None
    if following is None or following.alinea != page.sentences[last].alinea or not PRONOUN.match(following.tekst):
        return None
    found = LEFT.search(following.tekst[:100])
    return found[0] if found else None
