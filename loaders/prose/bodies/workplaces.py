"""At which organisation somebody may have a function: what stands near, and what the page is about, likeliest first.

Guesses with a reason each, for a question to offer.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.bodies import subject, written
from loaders.prose.bodies.subject import Topic
from loaders.prose.people.functions import FIELD, PARTIES, has_role, is_local
from loaders.prose.people.people import everybody, names_in
from loaders.prose.people.signs import ORDINARY, Sign
from loaders.prose.text.body_words import CAPITAL, ENDING, JOINT
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import ITEM, Line, Sentence
from loaders.prose.text.spans import Spans

NEAREST, BESIDE, ABOVE, BEFORE = (
    "staat in dezelfde zin",
    "staat ervoor in dezelfde regel",
    "staat in de kop erboven",
    "staat in dezelfde alinea",
)
MEETING = "staat bovenaan dit verslag"
OWN = "is waar deze bladzijde van is"
LONGEST = 700
LABEL = re.compile(r"^[\s•*–-]{0,6}(?:[Nn]amens\s(?:de\s|het\s)?)?(?P<naam>[A-Z][^:;.()\t]{2,60}?)\s{0,2}:")
GROUP = re.compile(
    r"(?:commissie|raad|groep|overleg|loket|tafel|bestuur|bureau|dienst|bedrijf|stichting|vereniging)\b|"
    r"^(?-i:[A-Z]{2,6}(?:-[A-Z]{2,6})?|[A-Z][a-z]+[A-Z]\w*)$",
    re.IGNORECASE,
)
"""Words for a body, or a short name, before a colon."""
OF_GEMEENTE = re.compile(
    r"beleids|ambtenaar|gemeente|strateeg|accounthouder|collegelid|portefeuillehouder|handhaver|raads|programmamanager|"
    r"opgave|domein|bestuursadviseur|steller|concern|klantmanager|kwaliteitsmedewerker|wijkregisseur|gebiedsmanager",
    re.IGNORECASE,
)
"""Functions that gemeenten have: of somebody who is one of these the gemeente comes before the body of the page."""
FOR = re.compile(
    r"\b[Nn]amens\s(?:de\s|het\s)?(?P<wie>(?:gemeente\s|woningcorporatie\s|stichting\s|zorgverzekeraar\s)?[A-Z][\w’'&.-]{1,30}"
    r"(?:\s(?:(?:van|voor|en|de|het|der)\s){0,2}[A-Z][\w’'&.-]{1,30}){0,4})\s(?:[a-z]{4,14}\s){0,2}$"
)
"""`namens Xzorg tekende directeur Anna Bos`: the party stands before who signs for it."""
OF_ITS_OWN = re.compile(
    r"\b(?:[Dd]e\s|[Hh]et\s)?(?P<wie>[A-Z@][\w’'&.-]{1,30}(?:\s(?:(?:van|voor|en|de|het|der)\s){0,2}"
    r"[A-Z@][\w’'&.-]{1,30}){0,4})(?:,?\s(?:bij\smonde\svan|en|met|stuurde|stuurt|laat))?\s(?:zijn|haar|hun)\s$"
)
"""`De Raad, bij monde van zijn voorzitter Anna Bos`: whose voorzitter it is."""
HERE = re.compile(
    r"\s?\(?(?:van|bij|namens|in dienst van)?\s?(?:de|onze|deze)?\s?gemeente(?=[\s).,;]\s?[^A-Z]|[).,;]|$)"
)
"""`beleidsadviseur van de gemeente`, `(gemeente)`, and no name behind it."""
AREA = re.compile(r"[A-Za-zé-]{3,}(?:er|or|ur|ach|ent|ist|coach|lid)\s$|\sen\s$")
"""`opbouwwerker Bunnik en Odijk`, of a body: where somebody works, not for whom."""
TIED = re.compile(
    r"(?:\b(?:van|bij|namens|aan)\s(?:de\s|het\s|zijn\s|haar\s)?(?:gemeente\s)?|\(|,\s|\s[-–]\s)"
    r"(?P<wie>(?:[a-z]{4,24}\s(?=(?:De|Het|’t)?\s?[A-Z]))?[A-Z@][\w’'&.-]{1,30}"
    r"(?:\s(?:(?:van|voor|en|de|het|der)\s){0,2}[A-Z@][\w’'&.-]{1,30}){0,4})"
)
"""A joint and a row of words with capitals."""
SMALL = re.compile(
    r"\b(?:van|bij|namens|in)\s(?:de|het|onze|een)\s(?P<wie>(?:raad\svan\s(?:toezicht|bestuur|commissarissen|advies)|"
    rf"(?!gemeente|raad\b|team\b)(?:{ENDING}|[a-zé-]{{3,20}}commissie|stuurgroep|werkgroep)(?=[\s,.;:)]|$))"
    r"(?:\svan\s(?:de\s|het\s)?(?P<van>[A-Z@][\w’'&.-]{1,30}(?:\s(?:(?:van|voor|en|de|het|der)\s){0,2}"
    r"[A-Z@][\w’'&.-]{1,30}){0,4}))?)"
)
"""A body without a capital, `voorzitter van de seniorenraad`, and whose it is: `de raad van toezicht van Dal`."""
BEHIND_FIELD = re.compile(r"^[A-Za-zé-]{5,30}(?:\s[a-zé]{2,20}){1,5}\s(?P<wie>[A-Z][\w’'&-]{3,25})$")
"""`adviseur strategie en beleid Woondal`: a capital behind a field without one."""
BRACKETS = re.compile(r"\s{0,2}\([^()\n]{2,90}\)")
LEADS = re.compile(
    r"\b(?:voorzitter|directeur|directrice|bestuurder|bestuurslid|secretaris|oprichter|ombudsman|woordvoerder)\s"
    r"(?P<wie>[A-Z][\w’'&-]{2,25}(?:\s(?:van\s|voor\s|en\s)?[A-Z][\w’'&-]{2,25}){1,4})$"
)
"""Who speaks for a body, with its name behind it and nothing between."""
BY_KIND = re.compile(rf"\s(?P<wie>(?:[A-Z][a-z]*(?:centrum|instituut|bureau)|{CAPITAL}\s(?:Instituut|Centrum))"
                     rf"(?:{JOINT}\s{CAPITAL}){{0,4}})$")  # fmt: skip
"""`onderzoeker Kenniscentrum Sociale Innovatie`"""
APART = re.compile(r";\s|\t")
"""Behind it begins something else."""
CLOSE = 3
"""Sentences of the same paragraph that are looked at before this one."""


def label(page: Page, spans: list[tuple[int, int]]) -> Iterator[Topic]:
    """`Commissie Zorg: Anna Bos (voorzitter)`: the body that a line begins with."""
    for start, _ in spans:
        at = bisect_left([line.start for line in page.lines], start + 1) - 1
        found = LABEL.match(page.lines[at].tekst) if at >= 0 else None
        if found and GROUP.search(found["naam"]) and page.lines[at].start + found.end() <= start + len(found[0]):
            yield _topic(page, found["naam"], BESIDE)


def near(page: Page, spans: list[tuple[int, int]], function: str, here: list[Topic]) -> Iterator[Topic]:
    """What the sentence of the passage names, the nearest first; the headings above it; its paragraph, backwards.

    `here`: what `de gemeente`, without a name, means on this page.
    """
    yield from within(page, function)
    yield from tied(page, spans)
    if any(HERE.match(page.tekst, end) or HERE.search(page.tekst[start:end]) for start, end in spans):
        yield from here
    yield from label(page, spans)
    yield from _beside(page, spans)
    start = min(start for start, _ in spans)
    for line in subject.headings(page, start):
        yield from _named(page, line, ABOVE)
    around = [*_in_paragraph(page, start)]
    if not is_local(function) and not OF_GEMEENTE.search(function):
        around.sort(key=lambda topic: topic.id.startswith("gemeente:"))
    yield from around


def within(page: Page, function: str) -> Iterator[Topic]:
    """`voorzitter Werkplaatsen Dal`: the body that was read as the field of the function."""
    found = LEADS.search(function) or BY_KIND.search(function) or BEHIND_FIELD.search(function)
    if found and not FIELD.search(found["wie"].split()[0].lower()) and not PARTIES.fullmatch(found["wie"]):
        yield _topic(page, found["wie"], NEAREST)


def about(page: Page, function: str, topics: list[Topic]) -> Iterator[Topic]:
    """The body that the page is of, and what it names most; the gemeente first for who works at one."""
    own = written.own(page)
    mine = [_topic(page, own, OWN)] if own else []
    first = [topic for topic in topics if topic.id.startswith("gemeente:")] if OF_GEMEENTE.search(function) else []
    return iter([*first[:1], *mine, *topics])


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
            found.append((_distance(start, end, at), Topic(key, NEAREST)))
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


def tied(page: Page, spans: list[tuple[int, int]], brackets: bool = True) -> Iterator[Topic]:
    """`directeur van Plangroep`, `Anna Bos (Senzer)`: a name with capitals right there that nothing else explains.

    `brackets`: what stands in brackets counts; for the voorzitter of a meeting that says where somebody comes from.
    """
    people = everybody(page).certain
    for start, end in spans:
        sentence = page.sentence_at(start)
        before = (
            FOR.search(page.tekst[max(sentence.start, start - 90) : start].replace("\n", " ")) if sentence else None
        )
        if before is None and sentence is not None:
            before = OF_ITS_OWN.search(page.tekst[max(sentence.start, start - 90) : start].replace("\n", " "))
        if before is not None and not people.touches(start - len(before[0]), start + 1):
            yield _topic(page, tidy(before["wie"]), NEAREST)
        stop = min(sentence.end, end + 80) if sentence and len(sentence.tekst) <= LONGEST else end
        yield from _small(page, start, end, stop)
        for found in TIED.finditer(page.tekst, start, stop):
            at = found.start("wie")
            if (
                found[0][0] in ", -–"
                and found.start() < end - 1
                or at > end + 12
                or found.start() > end + 2
                or people.touches(at, found.end("wie"))
                or any(name.start < at < name.end for name in everybody(page).names)
                or found[0].startswith("(")
                and not brackets
            ):
                continue
            known = [key for key, place in subject.named(page, at - 9, found.end()) if place <= found.end()]
            vorm = tidy(found["wie"])
            if known:
                yield Topic(known[0], NEAREST)
            elif not PARTIES.fullmatch(vorm) and flat(vorm.split()[0]) not in ORDINARY and not has_role(vorm):
                yield Topic("", NEAREST, vorm)


def _small(page: Page, start: int, end: int, stop: int) -> Iterator[Topic]:
    """A body without a capital, and before it the organisation that it is of."""
    for found in SMALL.finditer(page.tekst, start, stop):
        if found.start() > end + 2:
            return
        if found.end() < end - 2:  # Anna Bos (voorzitter van de cliëntenraad), directeur
            continue
        if found["van"]:
            known = [key for key, _ in subject.named(page, found.start("van"), found.end("van"))]
            yield (
                Topic(known[0], NEAREST)
                if known and not _goes_on(page, found, known[0])
                else _topic(page, tidy(found["van"]), NEAREST)
            )
        else:
            own = written.own(page) if found["wie"].startswith("raad van") else ""
            if own and flat(found["wie"]) not in flat(own):
                yield _topic(page, own, OWN)
            yield _topic(page, tidy(found["wie"]), NEAREST)


def _goes_on(page: Page, found: re.Match[str], key: str) -> bool:
    """`Maastricht UMC`: the name of a place begins that of something else."""
    return key.startswith("gemeente:") and " " in found["van"] and flat(page.names.name(key)) != flat(found["van"])


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


def _topic(page: Page, vorm: str, reason: str) -> Topic:
    ids = page.names.resolve(vorm, PARTIJ)
    return Topic(ids[0] if len(ids) == 1 else "", reason, vorm)
