"""How bodies belong together, when a sentence says so with known ends.

relatie-zitting       "In de raad hebben vertegenwoordigers van A en B zitting"
relatie-betrokken     "A en B zijn betrokken bij het programma"
relatie-opdrachtgever  "opdrachtgever van het programma is de tafel"
relatie-aanstelling   "De tafel stelde een raad aan"
relatie-secretariaat  "Het bureau vormt het secretariaat van de raad"
relatie-aansluiting   "Het programma sluit aan bij de City Deal"

The subject of the sentence is where the relation starts. A sentence with "niet" or "zou" says nothing.
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
LOWER = re.compile(r"\b[Dd]e\s(programmaraad|regietafel|stuurgroep|regieraad)\b|\b[Hh]et\s(programmabureau)\b")
LONGEST = 800


class End(NamedTuple):
    """A body where the text names it."""

    id: str
    start: int
    end: int


class Verb(NamedTuple):
    """The words that say how two bodies belong together. `rule`: the name of the rule; `hoe`: the relation in words;
    `words` divide the sentence; `find` gives the pairs of ends that follow from that, each `van` and `naar`."""

    rule: str
    words: re.Pattern[str]
    hoe: str
    find: Callable[[list[End], re.Match[str], Sentence], Iterator[tuple[End, End]]]


def read(page: Page, book: Notebook) -> None:
    ends = _ends(page, book)
    starts = [end.start for end in ends]
    programmes = [end for end in ends if _is_programme(page, end.id)]
    for sentence in page.sentences:
        if len(sentence.tekst) > LONGEST or NOT.search(sentence.tekst):
            continue
        said = [(verb, found) for verb in VERBS if (found := verb.words.search(sentence.tekst))]
        if said:
            here = ends[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            here = sorted([*here, *_programmes(page, sentence, here, programmes)], key=lambda end: end.start)
        for verb, found in said:
            for source, target in verb.find(here, found, sentence):
                if source.id != target.id:
                    velden = {"relatie": "HOORT_BIJ", "van": source.id, "naar": target.id, "hoe": verb.hoe}
                    book.state("relatie", velden, [(sentence.start, sentence.end)], verb.rule)


def _ends(page: Page, book: Notebook) -> list[End]:
    """The bodies that are asserted on this page, where they are named; a short name inside a longer one counts once."""
    found = [
        End(fact.velden["id"], *span)
        for key, fact in book.facts.items()
        if fact.soort in PARTIES and fact.velden.get("id") and not fact.vraag
        for span in book.spans[key]
    ]
    taken = Spans((e.start, e.end) for e in found)
    found += [e for e in _lower_short(page) if not taken.touches(e.start, e.end)]
    return sorted(dict.fromkeys(found), key=lambda e: (e.start, e.end))


def _lower_short(page: Page) -> Iterator[End]:
    """`de programmaraad`, without a capital: it can be an end of a relation, but makes no fact by itself."""
    for found in LOWER.finditer(page.tekst):
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
    inverted = sentence.tekst[:3].lower() == "in "
    body = ends[0] if inverted and ends else next((e for e in ends if e.start > at), None)
    for end in ends[1:] if inverted else [e for e in ends if e.start < at]:
        if body is not None and body.start != end.start:
            yield end, body


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


VERBS = (
    Verb(
        "relatie-zitting",
        re.compile(r"\b(?:heeft|hebben|nemen|neemt)\b(?=.{0,300}\bzitting\b)", re.IGNORECASE),
        "heeft zitting in",
        _seat,
    ),
    Verb(
        "relatie-betrokken",
        re.compile(r"\b(?:is|zijn)\s(?:allemaal\s|allen\s|ook\s|nauw\s|beide\s)?betrokken bij\b", re.IGNORECASE),
        "is betrokken bij",
        _across,
    ),
    Verb("relatie-opdrachtgever", re.compile(r"\bopdrachtgever van\b", re.IGNORECASE), "is opdrachtgever van", _client),
    Verb(
        "relatie-aanstelling",
        re.compile(r"\b(?:stelde|stelt|stelden)\b(?=.{2,200}\s(?:aan|in)\b)", re.IGNORECASE),
        "stelde aan",
        _nearest,
    ),
    Verb(
        "relatie-secretariaat",
        re.compile(r"\b(?:vormt|is|voert|verzorgt)\shet\ssecretariaat\s(?:van|voor)\b", re.IGNORECASE),
        "is het secretariaat van",
        _nearest,
    ),
    Verb(
        "relatie-aansluiting",
        re.compile(r"\b(?:sluit aan bij|aansluiten bij|sluit\s.{2,60}\saan bij)\b", re.IGNORECASE),
        "sluit aan bij",
        _nearest,
    ),
)
