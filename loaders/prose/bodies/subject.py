"""What a page is about: the gemeenten and bodies that its title and its text name most.

A guess, for filling in the answer of a question: nothing is asserted with it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from loaders.names.lexicon import Hit
from loaders.names.naming import PARTIJ
from loaders.names.tokens import words
from loaders.prose.people.people import everybody
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

HEAD_LINES, HEAD_LONGEST = 6, 160
"""The first lines of a page name what it is about, when they are short."""
IN_HEAD, IN_FRAME = 5, 1
"""What being named in the title or first lines, or around the text, weighs beside a mention in the text."""
LISTED = 25
"""Lines of a list below its opening."""
MOST = 6
"""So many mentions in the text count; a page that names everybody is about nobody."""
FRAME = frozenset(("koptekst", "voettekst", "nav"))
HEAD, ONLY, OFTEN = (
    "staat bovenaan dit document",
    "is de enige die dit document noemt",
    "staat het vaakst in dit document",
)


class Topic(NamedTuple):
    """`reden`: why the page may be about it, as the end of a sentence; `vorm`: how it is written, when the graph does
    not know it and `id` is empty."""

    id: str
    reden: str
    vorm: str = ""


def about(page: Page, book: Notebook) -> list[Topic]:
    """What the page may be about, the likeliest first."""
    head, text, frame = Counter(_in_head(page)), Counter(_in_text(book)), Counter(_around(page))
    weight: Counter[str] = Counter()
    for key in (*head, *text, *frame):
        weight[key] = IN_HEAD * (key in head) + min(text[key], MOST) + IN_FRAME * (key in frame)
    kinds = Counter(key.partition(":")[0] for key in weight)
    first = _first_places(book)
    return [
        Topic(key, HEAD if key in head else ONLY if kinds[key.partition(":")[0]] == 1 else OFTEN)
        for key in sorted(weight, key=lambda k: (-weight[k], first.get(k, 0), k))
    ]


def headings(page: Page, place: int) -> Iterator[Line]:
    """What stands above a place as a heading: the opening of its list, and the headings, the nearest first."""
    yield from _opening(page, place)
    zones = [zone for zone in page.document.zones if zone.soort == "kop" and zone.end <= place]
    for zone in sorted(zones, key=lambda zone: -zone.start)[:3]:
        yield Line(page.tekst[zone.start : zone.end], zone.start, 0, True)


def _opening(page: Page, place: int) -> Iterator[Line]:
    """`Leden van de Raad:`, above the lines of a list."""
    at = bisect_left([line.start for line in page.lines], place)
    for line in reversed(page.lines[max(0, at - LISTED) : at]):
        if line.tekst.endswith(":"):
            yield line
            return
        if len(line.tekst) >= HEAD_LONGEST:
            return


def named(page: Page, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The gemeenten and bodies of which a stretch of the page names exactly one, with their place."""
    people = everybody(page).certain
    for hit in page.hits_in(start, end):
        ids = {entry.id for entry in hit.entries if entry.soort in PARTIJ}
        current = {key for key in ids if not page.names.ended(key)} or ids
        if len(current) == 1 and _is_name(page, hit) and not people.touches(hit.start, hit.end):
            yield current.pop(), hit.start


def _is_name(page: Page, hit: Hit) -> bool:
    """`echt` and `heel` are words; the gemeenten have a capital. The last word of `de Ronde Venen` has it too."""
    said = page.tekst[hit.start : hit.end]
    return any(word[:1].isupper() for word in re.split(r"[\s-]", said)) or said[:1] in "'’‘"


def _in_head(page: Page) -> Iterator[str]:
    yield from _scanned(page, page.document.titel or "")
    for line in page.lines[:HEAD_LINES]:
        if len(line.tekst) <= HEAD_LONGEST:
            yield from (key for key, _ in named(page, line.start, line.end))


def _in_text(book: Notebook) -> Iterator[str]:
    """What the rules found, once for each place."""
    for key, fact in book.facts.items():
        if fact.soort in ("gemeente", "departement", "organisatie") and fact.velden.get("id"):
            yield from [str(fact.velden["id"])] * len(book.spans[key])


def _first_places(book: Notebook) -> dict[str, int]:
    found: dict[str, int] = {}
    for key, fact in book.facts.items():
        if fact.soort in ("gemeente", "departement", "organisatie") and fact.velden.get("id") and book.spans[key]:
            start = min(start for start, _ in book.spans[key])
            found[fact.velden["id"]] = min(start, found.get(fact.velden["id"], start))
    return found


def _around(page: Page) -> Iterator[str]:
    """A menu, a header or a footer names the site."""
    for zone in page.document.zones:
        if zone.soort in FRAME and zone.end - zone.start < 2_000:
            yield from _scanned(page, page.tekst[zone.start : zone.end])
    for start, end, kind in page.asides:
        if kind in FRAME and end - start < 2_000:
            yield from _scanned(page, page.tekst[start:end])


def _scanned(page: Page, text: str) -> Iterable[str]:
    for hit in page.names.lexicon.scan(text, words(text)):
        ids = {e.id for e in hit.entries if e.soort in PARTIJ and not page.names.ended(e.id)}
        if len(ids) == 1 and text[hit.start : hit.start + 1].isupper():
            yield ids.pop()
