"""Quotations with who said it.

citaat-spreker     "Naam: “…”", "“…”, zegt naam", "zoals naam zegt: “…”"
citaat-vervolg     a quotation right behind one of somebody, in the same paragraph, with nobody else in between

A whole sentence between double marks that nobody is named for is kept with that reason.

Marks around a title or a word ('lerende praktijk') quote nobody. The closing mark may be the wrong one, or absent.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from loaders.names.tokens import tidy
from loaders.prose.people.people import Name, everybody, names_in
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import PROSE, Notebook
from loaders.prose.text.page import Page

CLOSE = {"“": '”"’', "„": '”“"', '"': '"”', "«": "»"}
LOW = "”\"’'"
"""What closes two commas, which newspapers write for „."""
SINGLE = {"‘": "’'", "'": "'’"}
SAYS = (
    r"(?:zegt|zei|stelt|stelde|vindt|vond|vertelt|vertelde|aldus|schrijft|schreef|benadrukt|benadrukte|legt|"
    r"volgens|noemt|ziet|reageert|reageerde|verklaart|verklaarde|meent|besluit|vult|licht|concludeert|constateert|"
    r"voegt|antwoordt|vervolgt|hoopt|denkt|merkt|herinnert|lacht|verzucht|vraagt)"
)
SAYS_AFTER = re.compile(rf"\s{{0,2}},?\s{{0,2}}(?:zo\s|dat\s|en\s)?{SAYS}\s", re.IGNORECASE)
SAYS_WORD = re.compile(rf"\b{SAYS}\b", re.IGNORECASE)
SAYS_PRONOUN = re.compile(rf"\s{{0,2}},?\s{{0,2}}(?:zo\s)?{SAYS}\s(?:ze|zij|hij)\b", re.IGNORECASE)
BESIDE = re.compile(r"\b(?:die|dat|samen met|met zijn|met haar|tegen|collega)\b")
"""Between the verb and a name, that name is of somebody else: `zegt de wethouder, die met Anna Bos werkt`."""
LONGEST = 3_000
FEWEST = 5
"""Words in a quotation; fewer is a term or a title."""
CLOSED_BY_OPENING = 60
"""Letters between two marks “ of which the second one closes."""


FAR = 200
"""Letters before a quotation in which its speaker is named."""
BETWEEN = 160
"""Letters between two quotations of one speaker."""
STOPS = (". ", "” ", "! ", "? ")
SPEAKER, NEXT = "citaat-spreker", "citaat-vervolg"


class Quote(NamedTuple):
    """What is said, without the marks. `behind`: where the closing mark ends; `double`: the marks are double ones;
    `loose`: only single marks and the end of a sentence say that it is a quotation, so that it is asked."""

    start: int
    end: int
    behind: int
    double: bool
    loose: bool = False


def read(page: Page, book: Notebook) -> None:
    for start, end in _paragraphs(page):
        last: tuple[Quote, Name] | None = None
        for quote in _quotes(page.tekst, start, end):
            speaker, span = _speaker(page, quote, start, end)
            if speaker is not None:
                _write(page, book, quote, speaker, span, SPEAKER)
            elif last is not None and _follows(page, last[0], quote):
                speaker = last[1]
                _write(page, book, quote, speaker, (last[0].behind, quote.behind), NEXT)
            elif quote.double or quote.loose or _says_behind(page.tekst, quote.behind - 1):
                _leave(book, quote)
            last = (quote, speaker) if speaker is not None else None


def _paragraphs(page: Page) -> Iterator[tuple[int, int]]:
    for _, group in groupby(page.sentences, lambda sentence: sentence.alinea):
        sentences = [*group]
        yield sentences[0].start, sentences[-1].end


# where a quotation begins and ends


def _quotes(text: str, start: int, end: int) -> Iterator[Quote]:
    """The quotations in a paragraph: whole sentences between marks."""
    at = start
    while at < end:
        low = text.startswith(",,", at) and text[at + 2 : at + 3].isalnum()  # ,,Wij beginnen morgen”
        at += low
        marks = (
            LOW
            if low
            else CLOSE.get(text[at]) or (SINGLE.get(text[at]) if at == start or text[at - 1] in " \n(:" else None)
        )
        stop = _closing(text, at, min(end, at + LONGEST), marks) if marks else -1
        if stop <= at:
            at += 1
            continue
        found = _Marked(text, at, stop)
        if found.is_short:
            at = stop + 1
        elif found.is_quotation:
            yield found.quote(end)
            at = stop + 1
        else:
            at += 1


def _closing(text: str, at: int, end: int, marks: str) -> int:
    """The closing mark that ends a word; an apostrophe inside or in front of one does not. -1 when there is none.

    Behind “ another “ closes too, when enough stands between; and a paragraph that ends before any closing mark.
    """
    curled = text[at] in "“„"
    for i in range(at + 1, end):
        if curled and text[i] in "“„":
            return i if i - at > CLOSED_BY_OPENING else -1
        if text[i] in marks and _closes(text, i, curled):
            return i
    unclosed = curled and (end >= len(text) or text[end : end + 1] in ("\n", ""))
    return end if unclosed else -1


def _closes(text: str, at: int, curled: bool) -> bool:
    """Whether this mark closes; a single one behind “ only when the speaker follows, since it may be an apostrophe."""
    if at + 1 < len(text) and text[at + 1].isalnum():
        return False
    if curled and text[at] in "’'" and not (text[at + 1 : at + 2] in ", ." and _says_behind(text, at)):
        return False
    return not text[at - 1].isspace()


class _Marked:
    """What stands between two marks."""

    def __init__(self, text: str, at: int, stop: int) -> None:
        self.start = at
        self.stop = stop
        self.inside = text[at + 1 : stop]
        self.body = self.inside.strip()
        self.words = len(self.body.split())
        self.double = text[at] in CLOSE or text[at] == ","
        self.says_behind = _says_behind(text, stop)
        self.announced = text[max(0, at - 2) : at].strip() == ":"
        self.ends = self.body[-1:] in ".!?…," or text[stop + 1 : stop + 2] in ".,"

    @property
    def is_short(self) -> bool:
        """A term or a title, unless somebody is named as saying it."""
        few = 2 if self.says_behind or (self.double and self.announced) else FEWEST
        return self.words < few

    @property
    def is_quotation(self) -> bool:
        """Between double marks a sentence, or words that somebody says; between single marks a whole one of these."""
        said = self.says_behind or self.announced
        if self.double:
            return self.ends or said
        whole = self.body[-1:] in ".!?" and self.words >= FEWEST
        return (said or whole) and self.body[:1].isupper()

    def quote(self, end: int) -> Quote:
        left = self.start + 1 + len(self.inside) - len(self.inside.lstrip())
        loose = not (self.double or self.says_behind or self.announced)
        return Quote(left, left + len(self.body), min(self.stop + 1, end), self.double, loose)


def _says_behind(text: str, at: int) -> bool:
    """`”, zegt Anna Bos`"""
    return SAYS_AFTER.match(text[at + 1 : at + 40]) is not None


# who says it


def _speaker(page: Page, quote: Quote, start: int, end: int) -> tuple[Name | None, tuple[int, int]]:
    """Who is named as saying it, right behind or right before; and the stretch that says so."""
    behind = SAYS_AFTER.match(page.tekst, quote.behind, min(end, quote.behind + 60))
    if behind:
        people = _named(page, behind.end() - 1, min(end, behind.end() + 140))
        if people and not BESIDE.search(page.tekst[behind.end() - 1 : people[0].start]):
            return people[0], (quote.start, people[0].end)
    left = max(start, quote.start - 1 - FAR)
    before = page.tekst[left : quote.start - 1].rstrip()
    if before.endswith(":"):
        cut = max(before.rfind(stop) for stop in STOPS) + 1
        people = _named(page, left + cut, left + len(before))
        if people:
            return people[-1], (people[-1].start, quote.behind)
    return _pronoun(page, quote, start, end), (quote.start, quote.end)


def _pronoun(page: Page, quote: Quote, start: int, end: int) -> Name | None:
    """`“…”, zegt ze`: the last person before it in the paragraph, asked as a guess; nobody when there are two."""
    if not SAYS_PRONOUN.match(page.tekst, quote.behind, min(end, quote.behind + 60)):
        return None
    named = (n for n in names_in(page, start, quote.start - 1) if n.sign is not Sign.NONE and " " in n.tekst)
    people = [*{n.tekst: n for n in named}.values()]
    return people[0]._replace(sign=Sign.SHAPE) if len(people) == 1 else None


def _named(page: Page, start: int, end: int) -> list[Name]:
    """The people in the first sentence of a stretch: by full names, else one whose surname or first name is here."""
    stop = re.search(r"[.!?]\s[“„‘\"']?[A-Z]|\n", page.tekst[start:end])
    people = names_in(page, start, start + stop.start() if stop else end)
    full = [n for n in people if n.sign is Sign.STRONG or (n.sign is Sign.SHAPE and " " in n.tekst)]
    if full:
        return full
    for name in people:
        same = everybody(page).called(name.tekst)
        if len(same) == 1:
            return [same[0]._replace(start=name.start, end=name.end)]
    return []


def _follows(page: Page, last: Quote, quote: Quote) -> bool:
    """Nothing but the words that name the speaker stands between two quotations."""
    between = page.tekst[last.behind : quote.start - 1]
    if len(between) >= BETWEEN or between.count(". ") > 1 or ":" in between or _somebody(page, between, last, quote):
        return False
    return not between.strip() or SAYS_WORD.search(between) is not None


def _somebody(page: Page, between: str, last: Quote, quote: Quote) -> bool:
    """Another sentence names somebody before this quotation: then the quotation is of that person."""
    cut = max(between.rfind(stop) for stop in STOPS)
    if cut < 0:
        return False
    start = last.behind + cut + 1
    return any(n.sign is not Sign.NONE for n in names_in(page, start, quote.start - 1))


def _write(page: Page, book: Notebook, quote: Quote, speaker: Name, span: tuple[int, int], rule: str) -> None:
    """`span`: the stretch that names the speaker; evidence of its own when it is more than the quotation."""
    said = page.tekst[quote.start : quote.end]
    velden = {
        "id": None,
        "naam": tidy(said)[:80],
        "tekst": said,
        "spreker": book.person_key(speaker.tekst),
        "spreker_vorm": speaker.tekst,
    }
    spans = [(quote.start, quote.end)] + ([span] if span[0] < quote.start or span[1] > quote.end else [])
    around = page.tekst[min(start for start, _ in spans) : quote.start] + page.tekst[quote.end : span[1]]
    half = said[:1].islower() and not SAYS_WORD.search(around)  # Anna Bos: “over gaten in de zorg”
    if not quote.loose and not half and (speaker.sign is Sign.STRONG or rule == NEXT):
        book.state("citaat", velden, spans, rule, PROSE)
    else:
        book.ask("citaat", velden, spans, rule, f"Zegt {speaker.tekst} dit?")


def _leave(book: Notebook, quote: Quote) -> None:
    """Nobody on the page can be asked for: who reads it knows as little as we do."""
    book.leave(quote.start, quote.end, "een citaat zonder spreker")
