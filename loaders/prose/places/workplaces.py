"""At which organisation somebody may have a function: what stands near, and what the page is about, likeliest first.

Guesses with a reason each, for a question to offer.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.prose.bodies import meetings, subject, written
from loaders.prose.bodies.subject import Topic
from loaders.prose.people.functions import is_local
from loaders.prose.people.people import names_in
from loaders.prose.people.signs import Sign
from loaders.prose.places import bound_bodies
from loaders.prose.places.bound_bodies import NEAREST, OF_GEMEENTE, OWN
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import ITEM, Line, Sentence
from loaders.prose.text.spans import Spans

BESIDE, ABOVE, BEFORE = (
    "staat ervoor in dezelfde regel",
    "staat in de kop erboven",
    "staat in dezelfde alinea",
)
MEETING = "staat bovenaan dit verslag"
LONGEST = 700
LABEL = re.compile(r"^[\s•*–-]{0,6}(?:[Nn]amens\s(?:de\s|het\s)?)?(?P<naam>[A-Z][^:;.()\t]{2,60}?)\s{0,2}:")
GROUP = re.compile(
    r"(?:commissie|raad|groep|overleg|loket|tafel|bestuur|bureau|dienst|bedrijf|stichting|vereniging)\b|"
    r"^(?-i:[A-Z]{2,6}(?:-[A-Z]{2,6})?|[A-Z][a-z]+[A-Z]\w*)$",
    re.IGNORECASE,
)
"""Words for a body, or a short name, before a colon."""
HERE = re.compile(
    r"\s?\(?(?:van|bij|namens|in dienst van)?\s?(?:de|onze|deze)?\s?gemeente(?=[\s).,;]\s?[^A-Z'’‘]|[).,;]|$)"
)
"""`beleidsadviseur van de gemeente`, `(gemeente)`, and no name behind it."""
SENTENCE = re.compile(r"\s(?:is|zijn|was|waren|bestaat|bestaan|wordt|worden|werd|heeft|vormen)\s")
"""Words of a sentence that ends in a colon: no label."""
OURS = re.compile(r"\b(?:[Oo]nze|[Oo]ns|[Mm]ijn)\s(?:[a-z]{4,14}e?,?\s){0,2}$")
"""`onze wethouder`, `mijn ambtenaar`: of whom the page is."""
AREA = re.compile(r"[A-Za-zé-]{3,}(?:er|or|ur|ach|ent|ist|coach|lid)\s$|\sen\s$")
"""`opbouwwerker Bunnik en Odijk`, of a body: where somebody works, not for whom."""
TEAM = re.compile(r"(?:sociaal |wijk|gebieds|jeugd)?team\b", re.IGNORECASE)
"""What a gemeente has, and no employer."""
BRACKETS = re.compile(r"\s{0,2}\([^()\n]{2,90}\)")
OPENS = re.compile(
    r"\b(?P<wie>raad\svan\s(?:toezicht|commissarissen|advies)|(?:dagelijks\s|algemeen\s)?bestuur|stuurgroep|werkgroep|"
    r"[a-zé]{3,20}(?:commissie|raad))\b[^.]{0,60}(?:bestaat|samengesteld|leden|samenstelling|uit)|"
    r"^(?:[Dd]e\s|[Hh]et\s|[Oo]ns\s)?(?P<kop>[Rr]aad\svan\s(?:[Tt]oezicht|[Cc]ommissarissen|[Aa]dvies)|[Bb]estuur)\s?:?$"
)
"""`Het bestuur is als volgt samengesteld:`, above a list."""
APART = re.compile(r";\s|\t")
"""Behind it begins something else."""
CLOSE = 3
"""Sentences of the same paragraph that are looked at before this one."""


def label(page: Page, spans: list[tuple[int, int]]) -> Iterator[Topic]:
    """`Commissie Zorg: Anna Bos (voorzitter)`: the body that a line begins with."""
    for start, _ in spans:
        at = bisect_left([line.start for line in page.lines], start + 1) - 1
        found = LABEL.match(page.lines[at].tekst) if at >= 0 else None
        if found is None or SENTENCE.search(found["naam"]) or not GROUP.search(found["naam"]):
            continue
        if page.lines[at].start + found.end() <= start + len(found[0]):
            yield bound_bodies.topic_of(page, found["naam"], BESIDE)


def opening(page: Page, spans: list[tuple[int, int]]) -> Iterator[Topic]:
    """`Het bestuur bestaat uit:` above a list: whose voorzitter somebody is, with the body that the page is of."""
    start = min(start for start, _ in spans)
    for line in subject.headings(page, start):
        found = OPENS.search(line.tekst)
        if found:
            body = (found["wie"] or found["kop"]).lower()
            own = meetings.whose(page, body)
            yield bound_bodies.topic_of(page, own if own and body == "bestuur" else f"{body} {own}".strip(), ABOVE)
            return


def near(page: Page, spans: list[tuple[int, int]], function: str, here: list[Topic]) -> Iterator[Topic]:
    """What the sentence of the passage names, the nearest first; the headings above it; its paragraph, backwards.

    `here`: what `de gemeente`, without a name, means on this page.
    """
    yield from bound_bodies.within(page, function)
    yield from bound_bodies.tied(page, spans, function=function)
    if any(OURS.search(page.before(start, 30)) for start, _ in spans):
        yield from here if is_local(function) or OF_GEMEENTE.search(function) else _mine(page)
    if any(HERE.match(page.tekst, end) or HERE.search(page.tekst[start:end]) for start, end in spans):
        yield from here
    yield from bound_bodies.by_adjective(page, spans)
    yield from label(page, spans)
    yield from _beside(page, spans)
    start = min(start for start, _ in spans)
    above = [topic for line in subject.headings(page, start) for topic in _named(page, line, ABOVE)]
    yield from (topic for topic in above if topic.id)
    around = [*_in_paragraph(page, start)]
    if not is_local(function) and not OF_GEMEENTE.search(function):
        around.sort(key=lambda topic: topic.id.startswith("gemeente:"))
    yield from around
    yield from above


def about(page: Page, function: str, topics: list[Topic]) -> Iterator[Topic]:
    """The body that the page is of, and what it names most; the gemeente first for who works at one."""
    mine = [*_mine(page)]
    gemeenten = [topic for topic in topics if topic.id.startswith("gemeente:")]
    team = mine and TEAM.match(mine[0].vorm) and gemeenten and gemeenten[0].reden == subject.HEAD
    first = gemeenten if OF_GEMEENTE.search(function) or team else []
    return iter([*first[:1], *mine, *topics])


def _mine(page: Page) -> Iterator[Topic]:
    own = written.own(page)
    if own:
        yield bound_bodies.topic_of(page, own, OWN)


def _beside(page: Page, spans: list[tuple[int, int]]) -> Iterator[Topic]:
    found: list[tuple[int, Topic]] = []
    for start, end in spans:
        sentence = page.sentence_at(start)
        if sentence is None or len(sentence.tekst) > LONGEST:
            continue
        left, right = _item(page, sentence, start, end)
        of_others = _brackets_of_others(page, left, right, start, end)
        for key, at in subject.named(page, left, right):
            if of_others.touches(at, at + 1):
                continue
            if key.startswith("gemeente:") and start <= at and written.own(page) and AREA.search(page.before(at, 30)):
                continue
            inside = bound_bodies.longer(page, at, [key])  # the place in `Welzijn Ede`
            found.append((_distance(start, end, at) + LONGEST * bool(inside), Topic(key, NEAREST)))
        unknown = [each for each in written.within(page, left, right) if not of_others.touches(each.start, each.end)]
        found += [(_distance(start, end, each.start), Topic("", NEAREST, each.vorm)) for each in unknown]
    yield from (topic for _, topic in sorted(found, key=lambda pair: pair[0]))


def _brackets_of_others(page: Page, left: int, right: int, start: int, end: int) -> Spans:
    """`Anna Bos (voorzitter) Piet Vos (Senzer)`: what stands between brackets behind a name is of that one."""
    people = [name for name in names_in(page, left, right) if name.titled or name.sign is Sign.STRONG]
    behind = (BRACKETS.match(page.tekst, name.end, right) for name in people if not start <= name.start < end)
    return Spans(found.span() for found in behind if found)


def _item(page: Page, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence between lines that begin another party or item."""
    cuts = [found.end() for found in ITEM.finditer(page.tekst, sentence.start, sentence.end)]
    cuts += [found.end() for found in APART.finditer(page.tekst, sentence.start, sentence.end)]
    left = max((cut for cut in cuts if cut <= start), default=sentence.start)
    return left, min((cut for cut in cuts if cut >= end), default=sentence.end)


def _distance(start: int, end: int, at: int) -> int:
    return max(start - at, at - end, 0)


def _named(page: Page, line: Line, reason: str) -> Iterator[Topic]:
    yield from (Topic(key, reason) for key, _ in subject.named(page, line.start, line.end))
    yield from (Topic("", reason, each.vorm) for each in written.within(page, line.start, line.end))


def _in_paragraph(page: Page, start: int) -> Iterator[Topic]:
    """`Anna Bos komt uit Ede. Zij is wethouder.`: the last that the sentences before it name."""
    here = page.sentence_at(start)
    at = bisect_left(page.sentence_starts, start + 1) - 1
    for sentence in reversed(page.sentences[max(0, at - CLOSE) : at]):
        if here is None or sentence.alinea != here.alinea:
            return
        found = [(place, Topic(key, BEFORE)) for key, place in subject.named(page, sentence.start, sentence.end)]
        found += [
            (each.start, Topic("", BEFORE, each.vorm)) for each in written.within(page, sentence.start, sentence.end)
        ]
        yield from (topic for _, topic in sorted(found, key=lambda pair: -pair[0]))
