"""Dates, with how precise they are.

datum-document    a line at the top (or behind "Datum:", "Geplaatst op") that is a date: the date of the document
datum-genoemd     a day with its year in a sentence
datum-zonder-jaar  a day without a year: asked, with the year it may be
"""

import re
from datetime import date
from typing import NamedTuple

from loaders.names.tokens import tidy
from loaders.prose.text.notebook import PROSE, SURE, Notebook
from loaders.prose.text.page import Page

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
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
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


class Found(NamedTuple):
    iso: str | None
    precisie: str
    start: int
    end: int
    dag: int
    maand: int


def read(page: Page, book: Notebook) -> None:
    heads = _document_date(page, book)
    year = _year(page, heads)
    for sentence in page.sentences:
        for found in dates(page.tekst, sentence.start, sentence.end):
            span = (found.start, found.end)
            if any(start <= found.start < end for start, end in heads):
                continue
            said = tidy(sentence.tekst)[:160]
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
                written = tidy(page.tekst[found.start : found.end])
                guess = f" Misschien {year}-{found.maand:02}-{found.dag:02}." if year else ""
                velden = {
                    "id": None,
                    "naam": f"{written}: {said}",
                    "datum": None,
                    "precisie": "dag zonder jaar",
                    "wat": said,
                }
                book.ask("datum", velden, [span], "datum-zonder-jaar", f"Van welk jaar is '{written}'?{guess}")


def dates(text: str, first: int, last: int) -> list[Found]:
    found = [f for m in DAY.finditer(text, first, last) if (f := _of_words(m))]
    found += [f for m in NUMERIC.finditer(text, first, last) if (f := _of_figures(m))]
    taken = [(f.start, f.end) for f in found]
    for m in MONTH_YEAR.finditer(text, first, last):
        if not any(start < m.end() and m.start() < end for start, end in taken) and m["maand"].lower() in MONTHS:
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


def _document_date(page: Page, book: Notebook) -> list[tuple[int, int]]:
    """The first line that is a date and nothing else."""
    for number, line in enumerate(page.lines[:40]):
        if len(line.tekst) > 120:
            continue
        head = HEAD.match(line.tekst)
        for found in dates(page.tekst, line.start, line.end)[:1]:
            before = page.tekst[line.start : found.start]
            bare = not page.tekst[found.end : line.end].strip(" .|,-–") or re.match(
                r"\s{0,3}[|,–-]", page.tekst[found.end : line.end]
            )
            said = head is not None and head.end() >= len(before.rstrip()) and bare
            if said and found.iso and (number < TOP or before.strip()):
                velden = {
                    "id": None,
                    "naam": f"datum van {book.document.id}",
                    "datum": found.iso,
                    "precisie": found.precisie,
                    "wat": "documentdatum",
                }
                if found.precisie == "dag":
                    book.state("datum", velden, [(found.start, found.end)], "datum-document", SURE)
                return [(found.start, found.end)]
    return []


def _year(page: Page, heads: list[tuple[int, int]]) -> str | None:
    """The year of the document: for a suggestion only."""
    for start, end in heads:
        for found in dates(page.tekst, start, end):
            return found.iso[:4] if found.iso else None
    return page.document.datum[:4] if page.document.datum else None
