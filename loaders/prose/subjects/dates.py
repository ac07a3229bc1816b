"""Dates, with how precise they are.

datum-document    a line at the top (or behind "Datum:", "Geplaatst op") that is a date: the date of the document
datum-genoemd     a day with its year in a sentence

A day without a year is kept with that reason: an answer would change nothing in the graph.
"""

import re
from datetime import date
from typing import NamedTuple

from loaders.names.tokens import tidy
from loaders.prose.text.notebook import PROSE, SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

MONTHS = {
    m: i + 1
    for i, m in enumerate(
        "januari februari maart april mei juni juli augustus september oktober november december".split()
    )
} | dict(
    zip(
        "jan feb mrt apr jun jul aug sep sept okt nov dec".split(), (1, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 12), strict=True
    )
)
MONTH = f"(?a:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
"""In plain letters: without regard to capitals `ſ` would be an s, and `auguſtus` no month that we know."""
DAY = re.compile(
    rf"\b(?P<dag>[0-3]?\d)\s{{1,2}}(?P<maand>{MONTH})\b\.?(?:\s{{1,2}}(?P<jaar>(?:19|20)\d\d))?", re.IGNORECASE
)
NUMERIC = re.compile(
    r"\b(?:(?P<j>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)|"
    r"(?P<d2>[0-3]?\d)[-/.](?P<m2>[01]?\d)[-/.](?P<j2>(?:19|20)\d\d))\b"
)
MONTH_YEAR = re.compile(rf"\b(?P<maand>{MONTH})\s{{1,2}}(?P<jaar>(?:19|20)\d\d)\b", re.IGNORECASE)
WEEKDAY = r"(?:(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\s{1,2})?"
HEAD = re.compile(
    r"(?:(?:datum vergadering|vergaderdatum|datum|geplaatst(?: op)?|gepubliceerd(?: op)?|publicatiedatum|"
    r"nieuwsbericht|nieuws|"
    r"laatst bijgewerkt|versie(?: van)?|d\.d\.|bijgewerkt op|"
    r"vergadering(?: van)?|notulen(?: van)?|verslag(?: van)?|"
    r"kenmerk.{0,30})\s{0,2}[:|]?\s{0,3}|[A-Z][a-zé' -]{2,30},\s{1,2})?"
    + WEEKDAY, re.IGNORECASE)  # fmt: skip
TOP = 8
"""A date further down the page than this many lines needs a word before it."""


NO_DAY = re.compile(r"(?<!\d)\d{1,2}(?:e|ste|de)?\.?\s{1,2}$")
"""`31 februari 2021`: a day that does not exist, of which the month is no more certain."""
HEAD_LINES, HEAD_LONGEST = 40, 120
"""The date of the document stands in one of the first lines, and that line is short."""
BEHIND_HEAD = re.compile(r"\s{0,3}[|,–-]")
"""What may follow the date of a document, with more behind it: `Waterdam, 24 januari 2018 – …`"""


class Found(NamedTuple):
    """A date in a text. `iso` is as much of it as is said, None without a year; `precisie`: dag or maand."""

    iso: str | None
    precisie: str
    start: int
    end: int
    dag: int
    maand: int


def read(page: Page, book: Notebook) -> None:
    own = _document_date(page)
    if own is not None and own.precisie == "dag":
        wat = {"precisie": own.precisie, "wat": "documentdatum"}
        velden = {"id": None, "naam": f"datum van {book.document.id}", "datum": own.iso, **wat}
        book.state("datum", velden, [(own.start, own.end)], "datum-document", SURE)
    for sentence in page.sentences:
        for found in dates(page.tekst, sentence.start, sentence.end):
            if own is None or not own.start <= found.start < own.end:
                _write(page, book, found, tidy(sentence.tekst)[:160])


def _write(page: Page, book: Notebook, found: Found, said: str) -> None:
    """`said`: the sentence around it."""
    span = (found.start, found.end)
    if found.iso:
        velden = {
            "id": None,
            "naam": f"{found.iso}: {said}",
            "datum": found.iso,
            "precisie": found.precisie,
            "wat": said,
        }
        book.state("datum", velden, [span], "datum-genoemd", PROSE)
    else:
        book.leave(*span, "een dag zonder jaar")


def dates(text: str, first: int, last: int) -> list[Found]:
    """The dates in a stretch of text, from left to right; a month with its year where it is no part of a day."""
    found = [f for m in DAY.finditer(text, first, last) if (f := _of_words(m))]
    found += [f for m in NUMERIC.finditer(text, first, last) if (f := _of_figures(m))]
    taken = {f.end for f in found}  # a month with its year that ends where a whole date ends is a part of it
    for m in MONTH_YEAR.finditer(text, first, last):
        if m.end() not in taken and not NO_DAY.search(text[max(first, m.start() - 6) : m.start()]):
            month = MONTHS[m["maand"].lower()]
            found.append(Found(f"{m['jaar']}-{month:02}", "maand", m.start(), m.end(), 0, month))
    return sorted(found, key=lambda f: f.start)


def _of_words(match: re.Match[str]) -> Found | None:
    day, month, year = int(match["dag"]), MONTHS[match["maand"].lower()], match["jaar"]
    if not _real(int(year) if year else 2000, month, day):
        return None
    iso = f"{year}-{month:02}-{day:02}" if year else None
    return Found(iso, "dag", match.start(), match.end() - (1 if match[0].endswith(".") else 0), day, month)


def _of_figures(match: re.Match[str]) -> Found | None:
    year, month, day = (int(match[a] or match[b]) for a, b in (("j", "j2"), ("m", "m2"), ("d", "d2")))
    if not _real(year, month, day):
        return None
    return Found(f"{year}-{month:02}-{day:02}", "dag", match.start(), match.end(), day, month)


def _real(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _document_date(page: Page) -> Found | None:
    """The first line that is a date and nothing else; further down only behind a word such as Datum."""
    for number, line in enumerate(page.lines[:HEAD_LINES]):
        for found in dates(page.tekst, line.start, line.end)[:1] if len(line.tekst) <= HEAD_LONGEST else ():
            before = page.tekst[line.start : found.start]
            if found.iso and _is_head(page, line, found) and (number < TOP or before.strip()):
                return found
    return None


def _is_head(page: Page, line: Line, found: Found) -> bool:
    """`Waterdam, 24 januari 2018`, `Datum: 24-01-2018`, `Geplaatst op woensdag 24 januari 2018 | nieuws`"""
    behind = page.tekst[found.end : line.end]
    if behind.strip(" .|,-–") and not BEHIND_HEAD.match(behind):
        return False
    head, before = HEAD.match(line.tekst), page.tekst[line.start : found.start]
    return head is not None and head.end() >= len(before.rstrip())
