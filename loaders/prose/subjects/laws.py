"""Laws named in running text, by name or by the short form.

wet-genoemd    a law that the graph knows
wet-onbekend   "Wet …" with a name behind it that the graph does not know: asked

`artikel 17 letter D of E` names no law.
"""

import re

from loaders.names.lexicon import Hit, first_letter_counts
from loaders.names.tokens import tidy
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.spans import Spans

SHORTEST = 4
"""Letters; `Wet` alone names no law."""
UNKNOWN = re.compile(
    r"\b(?:[Dd]e\s)?(Wet\s(?:[a-zé]{2,25}\s){0,6}?[a-zé-]{4,30}(?:\s(?:en|op|van|voor|bij)\s[a-zé-]{3,30}){0,3}|[A-Z][a-z]{3,25}wet)\b"
)
STOP = re.compile(
    r"\s(?:is|zijn|was|wordt|worden|heeft|geldt|geeft|kan|moet|die|dat|waarin|regelt|maakt|vraagt|staat)\b.*"
)


def read(page: Page, book: Notebook) -> None:
    taken = Spans()
    for hit in page.hits:
        ids = sorted({e.id for e in hit.entries if e.soort == "Wet"})
        if ids and _is_written(page.tekst[hit.start : hit.end]):
            taken.add((hit.start, hit.end))
            _known(page, book, hit, ids)
    for sentence in page.sentences:
        for found in UNKNOWN.finditer(page.tekst, sentence.start, sentence.end):
            name = STOP.sub("", found[1])
            span = (found.start(1), found.start(1) + len(name))
            if len(name) > SHORTEST and not taken.touches(*span):
                question = f"'{tidy(name)}' ken ik niet. Is dit een wet die erbij moet?"
                book.ask("wet", {"id": None, "naam": tidy(name)}, [span], "wet-onbekend", question)


def _is_written(text: str) -> bool:
    """Whether the text writes the law as a name: with a capital, in several words, or ending in `wet`."""
    return first_letter_counts("", text) or text.lower().endswith("wet") or " " in text


def _known(page: Page, book: Notebook, hit: Hit, ids: list[str]) -> None:
    text, span = page.tekst[hit.start : hit.end], (hit.start, hit.end)
    if len(ids) == 1:
        velden = {"id": ids[0], "naam": page.names.name(ids[0]), "vorm": tidy(text)}
        book.state("wet", velden, [span], "wet-genoemd", SURE)
    else:
        question = f"Welke wet is bedoeld met '{text}': {' of '.join(ids)}?"
        book.ask("wet", {"id": None, "naam": text}, [span], "wet-genoemd", question)
