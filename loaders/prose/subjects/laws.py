"""Laws named in running text, by name or by the short form.

wet-genoemd    a law that the graph knows
wet-onbekend   "Wet …" with a name behind it that the graph does not know: asked

`artikel 17 letter D of E` names no law.
"""

import re

from loaders.names.lexicon import Hit, first_letter_counts
from loaders.names.tokens import tidy
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import YEAR, Page
from loaders.prose.text.spans import Spans

LOWEST = 4
"""Words of a law that is written without a capital: `de wet werk en bijstand`, not `de wet zelf`."""
SHORTEST = 4
"""Letters; `Wet` alone names no law."""
UNKNOWN = re.compile(
    r"\b(?:[Dd]e\s)?([Ww]et\s(?:[A-Z]{2,8}|(?:[a-zé-]{2,30}\s){0,7}[a-zé-]{4,30})|[A-Z][a-z]{3,25}wet)\b"
)
STOP = re.compile(
    r"\s(?:is|zijn|was|waren|wordt|worden|werd|heeft|hebben|had|geldt|gelden|gold|geeft|geven|kan|kunnen|kon|mag|moet|"
    r"moeten|zou|zal|die|dat|deze|dit|waarin|waarmee|waardoor|regelt|maakt|vraagt|vragen|staat|stelt|zegt|verplicht|"
    r"biedt|bepaalt|gaat|blijft|komt|werkt|schrijft|verandert|wijzigt|vervangt|vervalt|niet|ook|al|nog|sinds|per|als|"
    r"wanneer|omdat|zodat|maar|of|het|een|onze|hun|aan|met|bij|door|uit|naar|tot|over|te|om|in)\b.*"
)
LOOSE = re.compile(r"(?:\s(?:en|op|van|voor|de))+$")
BODY = re.compile(r"-(?:advies)?(?:raad|commissie|team|platform|groep)\b")
"""Behind the short form: the `Wmo-raad` is a body."""


def read(page: Page, book: Notebook) -> None:
    taken = Spans()
    for hit in page.hits:
        ids = sorted({e.id for e in hit.entries if e.soort == "Wet"})
        if ids and _is_written(page.tekst[hit.start : hit.end]) and not BODY.match(page.tekst, hit.end):
            taken.add((hit.start, hit.end))
            _known(page, book, hit, ids)
    for sentence in page.sentences:
        for found in UNKNOWN.finditer(page.tekst, sentence.start, sentence.end):
            name = LOOSE.sub("", STOP.sub("", found[1]))
            if name[0] == "w" and len(name.split()) < LOWEST:
                continue
            span = (found.start(1), found.start(1) + len(name))
            if len(name) > SHORTEST and not taken.touches(*span):
                question = f"'{tidy(name)}' ken ik niet. Is dit een wet die erbij moet?"
                book.ask("wet", {"id": None, "naam": tidy(name)}, [span], "wet-onbekend", question)


def _is_written(text: str) -> bool:
    """Whether the text writes the law as a name: with a capital, in several words, or ending in `wet`."""
    return first_letter_counts("", text) or text.lower().endswith("wet") or " " in text


def _known(page: Page, book: Notebook, hit: Hit, ids: list[str]) -> None:
    text, span = page.tekst[hit.start : hit.end], (hit.start, hit.end)
    if len(ids) == 1 and _not_yet(page, ids[0]):
        law = page.names.name(ids[0])
        question = f"'{text}' staat in een tekst van {_year(page)}. Toen gold {law} nog niet. Welke wet is het?"
        book.ask("wet", {"id": None, "naam": text}, [span], "wet-genoemd", question)
    elif len(ids) == 1:
        velden = {"id": ids[0], "naam": page.names.name(ids[0]), "vorm": tidy(text)}
        book.state("wet", velden, [span], "wet-genoemd", SURE)
    else:
        question = f"Welke wet is bedoeld met '{text}': {' of '.join(ids)}?"
        book.ask("wet", {"id": None, "naam": text}, [span], "wet-genoemd", question)


def _not_yet(page: Page, key: str) -> bool:
    """`Wmo` in a text of before 2015 is not the Wmo 2015."""
    named = YEAR.search(page.names.name(key))
    return named is not None and 0 < _year(page) < int(named[0])


def _year(page: Page) -> int:
    """Of the document, or else the latest year that it names; 0 when neither is known."""
    said = page.document.datum or ""
    return int(said[:4]) if YEAR.match(said) else page.latest_year
