"""Quotations with who said it.

citaat-spreker     "Naam: “…”", "“…”, zegt naam", "zoals naam zegt: “…”"
citaat-vervolg     a quotation right behind one of somebody, in the same paragraph, with nobody else in between
citaat-onbekend    a whole sentence between double marks that nobody is named for: asked

Marks around a title or a word ('lerende praktijk') quote nobody. The closing mark may be the wrong one, or absent.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.names.tokens import tidy
from loaders.prose.people.people import Name, everybody, names_in
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import PROSE, Notebook
from loaders.prose.text.page import Page

OPEN = '“„"«'
CLOSE = {"“": '”"’', "„": '”“"', '"': '"”', "«": "»"}
SINGLE = {"‘": "’'", "'": "'’"}
SAYS = (
    r"(?:zegt|zei|stelt|stelde|vindt|vond|vertelt|vertelde|aldus|schrijft|schreef|benadrukt|benadrukte|legt|"
    r"volgens|noemt|ziet|reageert|reageerde|verklaart|verklaarde|meent|besluit|vult|licht|concludeert|constateert|"
    r"voegt|antwoordt|vervolgt|hoopt|denkt|merkt|herinnert|lacht|verzucht|vraagt)"
)
SAYS_AFTER = re.compile(rf"\s{{0,2}},?\s{{0,2}}(?:zo\s|dat\s|en\s)?{SAYS}\s", re.IGNORECASE)
SAYS_WORD = re.compile(rf"\b{SAYS}\b", re.IGNORECASE)
LONGEST = 3_000
FEWEST = 5
"""Words in a quotation; fewer is a term or a title."""


class Quote(NamedTuple):
    """`start`, `end` of what is said, without the marks; `na` is behind the closing mark; `los`: only single marks and
    the end of a sentence say that it is one, so that it is asked."""

    start: int
    end: int
    na: int
    dubbel: bool
    los: bool = False


def read(page: Page, book: Notebook) -> None:
    last: tuple[Quote, Name] | None = None
    for start, end in _paragraphs(page):
        last = None
        for quote in found(page, start, end):
            speaker, span = _speaker(page, quote, start, end)
            if speaker is None and last is not None and _follows(page, last[0], quote):
                speaker, span = last[1], (last[0].na, quote.na)
                _write(page, book, quote, speaker, span, "citaat-vervolg")
            elif speaker is not None:
                _write(page, book, quote, speaker, span, "citaat-spreker")
            elif quote.dubbel or quote.los or _says_behind(page.tekst, quote.na - 1):
                said = page.tekst[quote.start : quote.end]
                velden = {"id": None, "naam": tidy(said)[:80], "tekst": said, "spreker": None}
                book.ask(
                    "citaat",
                    velden,
                    [(quote.start, quote.end)],
                    "citaat-onbekend",
                    "Wie zegt dit? Vul bij persoon in wie, of zeg nee.",
                )
            last = (quote, speaker) if speaker is not None else None


def found(page: Page, start: int, end: int) -> Iterator[Quote]:
    """The quotations in a paragraph: whole sentences between marks."""
    text, at = page.tekst, start
    while at < end:
        if text[at] not in CLOSE and not (text[at] in SINGLE and (at == start or text[at - 1] in " \n(:")):
            at += 1
            continue
        double = text[at] in CLOSE
        stop = _closing(text, at, min(end, at + LONGEST), CLOSE[text[at]] if double else SINGLE[text[at]])
        body = text[at + 1 : stop].strip()
        few = 2 if _says_behind(text, stop) or double and text[max(0, at - 2) : at].strip() == ":" else FEWEST
        if stop > at and len(body.split()) >= few and _sentence(text, body, at, stop, double):
            left = at + 1 + (len(text[at + 1 : stop]) - len(text[at + 1 : stop].lstrip()))
            loose = not double and not _says_behind(text, stop) and text[max(0, at - 2) : at].strip() != ":"
            yield Quote(left, left + len(body), min(stop + 1, end), double, loose)
            at = stop + 1
        else:
            at = (stop + 1) if stop > at and len(body.split()) < few else at + 1


def _closing(text: str, at: int, end: int, marks: str) -> int:
    """The closing mark that ends a word; an apostrophe inside or in front of one does not. -1 when there is none."""
    for i in range(at + 1, end):
        if text[i] in "“„" and text[at] in "“„":
            return i if i - at > 60 else -1
        if text[i] not in marks:
            continue
        outside = i + 1 >= len(text) or not text[i + 1].isalnum()
        if (
            text[i] in "’'"
            and text[at] in "“„"
            and not (outside and text[i + 1 : i + 2] in ", ." and _says_behind(text, i))
        ):
            continue
        if outside and not text[i - 1].isspace():
            return i
    if text[at] in "“„" and (end >= len(text) or text[end : end + 1] in ("\n", "")):
        return end
    return -1


def _says_behind(text: str, at: int) -> bool:
    return SAYS_AFTER.match(text[at + 1 : at + 40]) is not None


def _sentence(text: str, body: str, at: int, stop: int, double: bool) -> bool:
    ends = body[-1:] in ".!?…," or text[stop + 1 : stop + 2] in ".,"
    said = SAYS_AFTER.match(text[stop + 1 : stop + 40]) is not None or text[max(0, at - 2) : at].strip() == ":"
    whole = body[-1:] in ".!?" and len(body.split()) >= FEWEST
    return (ends or said) if double else ((said or whole) and body[:1].isupper())


def _paragraphs(page: Page) -> Iterator[tuple[int, int]]:
    number, start, end = -1, 0, 0
    for sentence in page.sentences:
        if sentence.alinea != number:
            if number >= 0:
                yield start, end
            number, start = sentence.alinea, sentence.start
        end = sentence.end
    if number >= 0:
        yield start, end


def _speaker(page: Page, quote: Quote, start: int, end: int) -> tuple[Name | None, tuple[int, int]]:
    """Who is named as saying it, right behind or right before; and the stretch that says so."""
    behind = SAYS_AFTER.match(page.tekst, quote.na, min(end, quote.na + 60))
    if behind:
        name = _named(page, behind.end() - 1, min(end, behind.end() + 140), True)
        if name is not None:
            return name, (quote.start, name.end)
    left = max(start, quote.start - 1 - 200)
    before = page.tekst[left : quote.start - 1].rstrip()
    if before.endswith(":"):
        cut = max(before.rfind(". "), before.rfind("” "), before.rfind("! "), before.rfind("? ")) + 1
        name = _named(page, left + cut, left + len(before), False)
        if name is not None:
            return name, (name.start, quote.na)
    return None, (quote.start, quote.end)


def _named(page: Page, start: int, end: int, first: bool) -> Name | None:
    """The speaker in a stretch: a full name, or a surname of the one full name on this page."""
    stop = re.search(r"[.!?]\s[A-Z]|\n", page.tekst[start:end])
    end = start + stop.start() if stop else end
    people = names_in(page, start, end)
    full = [n for n in people if n.sign is Sign.STRONG or (n.sign is Sign.SHAPE and " " in n.tekst)]
    if full:
        return full[0] if first else full[-1]
    for name in people:
        same = everybody(page).called(name.tekst)
        if len(same) == 1:
            return same[0]._replace(start=name.start, end=name.end)
    return None


def _follows(page: Page, last: Quote, quote: Quote) -> bool:
    """Nothing but the words that name the speaker stands between two quotations."""
    between = page.tekst[last.na : quote.start - 1]
    return (
        len(between) < 160
        and between.count(". ") <= 1
        and ":" not in between
        and (not between.strip() or SAYS_WORD.search(between) is not None)
    )


def _write(page: Page, book: Notebook, quote: Quote, speaker: Name, span: tuple[int, int], rule: str) -> None:
    said = page.tekst[quote.start : quote.end]
    velden = {
        "id": None,
        "naam": tidy(said)[:80],
        "tekst": said,
        "spreker": book.person_key(speaker.tekst),
        "spreker_vorm": speaker.tekst,
    }
    spans = [(quote.start, quote.end)] + ([span] if span[0] < quote.start or span[1] > quote.end else [])
    if not quote.los and (speaker.sign is Sign.STRONG or rule == "citaat-vervolg"):
        book.state("citaat", velden, spans, rule, PROSE)
    else:
        book.ask("citaat", velden, spans, rule, f"Zegt {speaker.tekst} dit?")
