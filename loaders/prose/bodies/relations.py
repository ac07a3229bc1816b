"""How bodies belong together, when a sentence says so with known ends.

relatie-zitting       "In de raad hebben vertegenwoordigers van A en B zitting"
relatie-betrokken     "A en B zijn betrokken bij het programma"
relatie-opdrachtgever  "opdrachtgever van het programma is de tafel"
relatie-aanstelling   "De tafel stelde een raad aan"
relatie-secretariaat  "Het bureau vormt het secretariaat van de raad"
relatie-aansluiting   "Het programma sluit aan bij de City Deal"

The subject of the sentence is `van`. A sentence with "niet", or about wishes of somebody else, says nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from loaders.names.tokens import form
from loaders.prose.bodies import bodies
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence
from loaders.prose.text.spans import Spans

PARTIES = ("departement", "gemeente", "organisatie")
NOT = re.compile(r"\b(?:niet|geen|nooit|zonder|kandidaat|mogelijk|misschien|zou|zouden)\b", re.IGNORECASE)
PROGRAMME = re.compile(
    r"\b(?:dit|het|ons)\s(?:nieuwe\s|gezamenlijke\s)?(?:[a-z]{0,20}platform|programma)\b(?:\svoor\shet\s[Ss]ociaal\s[Dd]omein)?",
    re.IGNORECASE,
)
REPRESENT = re.compile(r"\bvertegenwoordigers van\b|\bnamens\b", re.IGNORECASE)


class End(NamedTuple):
    id: str
    start: int
    end: int


class Rule(NamedTuple):
    """`verb` divides the sentence; `find` gives the pairs of ends that follow from it."""

    name: str
    verb: re.Pattern[str]
    hoe: str
    find: Callable[[list[End], re.Match[str], Sentence], Iterator[tuple[End, End]]]


def read(page: Page, book: Notebook) -> None:
    ends = _ends(page, book)
    starts = [e.start for e in ends]
    programmes = [e for e in ends if _is_programme(page, e.id)]
    for sentence in page.sentences:
        if len(sentence.tekst) > 800 or NOT.search(sentence.tekst):
            continue
        for rule in RULES:
            verb = rule.verb.search(sentence.tekst)
            if verb is None:
                continue
            here = ends[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            here = sorted([*here, *_programmes(page, sentence, here, programmes)], key=lambda e: e.start)
            for source, target in rule.find(here, verb, sentence):
                if source.id != target.id:
                    _write(page, book, rule, source, target, sentence)


def _write(page: Page, book: Notebook, rule: Rule, source: End, target: End, sentence: Sentence) -> None:
    velden = {"relatie": "HOORT_BIJ", "van": source.id, "naar": target.id, "hoe": rule.hoe}
    book.state("relatie", velden, [(sentence.start, sentence.end)], rule.name)


def _ends(page: Page, book: Notebook) -> list[End]:
    """The parties on this page, where they are named; a short name inside a longer one counts once."""
    found = [
        End(fact.velden["id"], *span)
        for key, fact in book.facts.items()
        if fact.soort in PARTIES and fact.velden.get("id") and not fact.vraag
        for span in book.spans[key]
    ]
    taken = Spans((e.start, e.end) for e in found)
    found += [e for e in _lower_short(page) if not taken.touches(e.start, e.end)]
    return sorted(set(found), key=lambda e: (e.start, e.end))


def _lower_short(page: Page) -> Iterator[End]:
    """`de programmaraad`, without a capital: good enough as an end, not as a mention of its own."""
    for found in re.finditer(
        r"\b[Dd]e\s(programmaraad|regietafel|stuurgroep|regieraad)\b|\b[Hh]et\s(programmabureau)\b", page.tekst
    ):
        name = found[1] or found[2]
        ids = bodies.short_for(page, name)
        if len(ids) == 1:
            yield End(ids[0], found.start(), found.end())


def _programmes(page: Page, sentence: Sentence, here: list[End], named: list[End]) -> Iterator[End]:
    """`dit programma`: the one programme named before it, in this paragraph or else on this page."""
    for found in PROGRAMME.finditer(page.tekst, sentence.start, sentence.end):
        if any(e.start < found.end() and found.start() < e.end for e in here):
            continue
        before = named[: bisect_left(named, found.start(), key=lambda e: e.start)]
        near = [e for e in before[-3:] if _same_paragraph(page, e.start, sentence)]
        if near or (before and len({e.id for e in named}) == 1):
            yield End((near or before)[-1].id, found.start(), found.end())


def _is_programme(page: Page, key: str) -> bool:
    name = form(page.names.name(key))
    return " " in name and name.startswith(("programma ", "city deal "))


def _same_paragraph(page: Page, place: int, sentence: Sentence) -> bool:
    other = page.sentence_at(place)
    return other is not None and other.alinea == sentence.alinea


def _seat(ends: list[End], verb: re.Match[str], sentence: Sentence) -> Iterator[tuple[End, End]]:
    """In X hebben … A en B zitting; A en B hebben zitting in X."""
    at = sentence.start + verb.start()
    if sentence.tekst[:3].lower() == "in ":
        body = ends[:1]
        members = ends[1:]
    else:
        body = [e for e in ends if e.start > at][:1]
        members = [e for e in ends if e.start < at]
    for end in members:
        if body and body[0].start != end.start:
            yield end, body[0]


def _across(ends: list[End], verb: re.Match[str], sentence: Sentence) -> Iterator[tuple[End, End]]:
    """Everything before the verb, to the first behind it."""
    left, right = sentence.start + verb.start(), sentence.start + verb.end()
    after = [e for e in ends if e.start >= right][:1]
    for end in (e for e in ends if e.end <= left):
        if after:
            yield end, after[0]


def _nearest(ends: list[End], verb: re.Match[str], sentence: Sentence) -> Iterator[tuple[End, End]]:
    """The last before the verb, to the first behind it."""
    before = [e for e in ends if e.end <= sentence.start + verb.start()][-1:]
    after = [e for e in ends if e.start >= sentence.start + verb.end()][:1]
    if before and after:
        yield before[0], after[0]


def _client(ends: list[End], verb: re.Match[str], sentence: Sentence) -> Iterator[tuple[End, End]]:
    """`opdrachtgever van X is Y` and `Y is opdrachtgever van X`: both give Y -> X."""
    at = sentence.start + verb.end()
    behind = [e for e in ends if e.start >= at]
    before = [e for e in ends if e.end <= sentence.start + verb.start()]
    if before and behind and re.search(r"\bis\b", sentence.tekst[before[-1].end - sentence.start : verb.start()]):
        yield before[-1], behind[0]
    elif len(behind) >= 2:
        yield behind[1], behind[0]


RULES = (
    Rule(
        "relatie-zitting",
        re.compile(r"\b(?:heeft|hebben|nemen|neemt)\b(?=.{0,300}\bzitting\b)"),
        "heeft zitting in",
        _seat,
    ),
    Rule(
        "relatie-betrokken",
        re.compile(r"\b(?:is|zijn)\s(?:allemaal\s|allen\s|ook\s|nauw\s|beide\s)?betrokken bij\b"),
        "is betrokken bij",
        _across,
    ),
    Rule("relatie-opdrachtgever", re.compile(r"\bopdrachtgever van\b"), "is opdrachtgever van", _client),
    Rule(
        "relatie-aanstelling",
        re.compile(r"\b(?:stelde|stelt|stelden)\b(?=.{2,200}\s(?:aan|in)\b)"),
        "stelde aan",
        _nearest,
    ),
    Rule(
        "relatie-secretariaat",
        re.compile(r"\b(?:vormt|is|voert|verzorgt)\shet\ssecretariaat\s(?:van|voor)\b"),
        "is het secretariaat van",
        _nearest,
    ),
    Rule(
        "relatie-aansluiting",
        re.compile(r"\b(?:sluit aan bij|aansluiten bij|sluit\s.{2,60}\saan bij)\b"),
        "sluit aan bij",
        _nearest,
    ),
)
