"""Laws named in running text, by name or by the short form.

wet-genoemd    a law that the graph knows
wet-onbekend   "Wet …" with a name behind it that the graph does not know: asked

`artikel 17 letter D of E` names no law.
"""

import re

from loaders.names.lexicon import first_letter_counts
from loaders.names.tokens import tidy
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.spans import Spans

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
        text = page.tekst[hit.start : hit.end]
        if not ids or not (first_letter_counts("", text) or text.lower().endswith("wet") or " " in text):
            continue
        taken.add((hit.start, hit.end))
        velden: dict[str, str | None] = {"id": ids[0], "naam": page.names.name(ids[0]), "vorm": tidy(text)}
        if len(ids) == 1:
            book.state("wet", velden, [(hit.start, hit.end)], "wet-genoemd", SURE)
        else:
            question = f"Welke wet is bedoeld met '{text}': {' of '.join(ids)}?"
            book.ask("wet", {"id": None, "naam": text}, [(hit.start, hit.end)], "wet-genoemd", question)
    for sentence in page.sentences:
        for found in UNKNOWN.finditer(page.tekst, sentence.start, sentence.end):
            name = STOP.sub("", found[1])
            span = (found.start(1), found.start(1) + len(name))
            if len(name) > 4 and not taken.touches(*span):
                velden = {"id": None, "naam": tidy(name)}
                book.ask(
                    "wet", velden, [span], "wet-onbekend", f"'{tidy(name)}' ken ik niet. Is dit een wet die erbij moet?"
                )
