"""Local policy frameworks that a text names by title.

kader-genoemd   "beleidskader ‘…’", "kadernota …": a known one, or kept as said and asked of which gemeente
"""

import re

from loaders.names.tokens import tidy
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page

TITLE = re.compile(
    r"\b(?P<soort>(?:[Bb]eleidskader|[Kk]adernota|[Bb]eleidsplan|[Bb]eleidsnota|[Vv]isienota|[Tt]ransformatieplan|[Kk]ader|[Nn]ota|[Vv]isie|[Bb]eleidsvisie))"
    r"(?P<over>(?:\s(?:Sociaal|sociaal|Domein|domein|van|voor|het|de|[A-Z][\w-]{1,25})){0,5})\s{0,2}[‘“'\"](?P<titel>[^‘’“”\"\n]{3,100})[’”'\"]"
)


def read(page: Page, book: Notebook) -> None:
    for found in TITLE.finditer(page.tekst):
        title, span = tidy(found["titel"]), found.span()
        if page.aside(*span) or not any(c.isupper() for c in title[:1]):
            continue
        ids = page.names.resolve(title, ("Beleidskader",))
        if len(ids) == 1:
            velden = {"id": ids[0], "titel": page.names.name(ids[0]), "vorm": tidy(found[0])}
            book.state("beleidskader", velden, [span], "kader-genoemd", SURE)
            continue
        book.state(
            "beleidskader", {"id": None, "naam": title, "titel": title, "vorm": tidy(found[0])}, [span], "kader-genoemd"
        )
        velden = {"id": page.names.proposed("beleidskader", title), "titel": title, "vorm": tidy(found[0])}
        question = f"Moet het kader '{title}' erbij? Van welke gemeente is het?"
        book.ask("beleidskader", velden, [span], "kader-genoemd", question)
