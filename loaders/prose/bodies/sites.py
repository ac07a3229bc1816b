"""Whose site a page is of, when its text does not say so.

gemeente-bladzijde   a gemeente that only the title of a page and its frame name: asked
"""

import re

from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page

RULE = "gemeente-bladzijde"
TITLED = re.compile(
    r"\b[Gg]emeente ((?:[A-Z’'][\w’'-]+|aan|de|den|der|op|en|bij)(?: (?:[A-Z’'][\w’'-]+|aan|de|den|der|op|en|bij))*)"
)


def read(page: Page, book: Notebook) -> None:
    """`College | Gemeente Ede`: whose site it is, which only its title and its frame say; so it is asked."""
    title = page.document.titel or ""
    found = next(iter(TITLED.findall(title)), "")
    ids = page.names.resolve(found, ("Gemeente",)) if found else ()
    if len(ids) != 1 or page.names.ended(ids[0]) or any(f.velden.get("id") == ids[0] for f in book.facts.values()):
        return
    at = page.tekst.find(found)
    if at >= 0:
        velden = {"id": ids[0], "naam": page.names.name(ids[0]), "vorm": found}
        question = f"Is deze bladzijde van de gemeente {page.names.name(ids[0])}? Dat staat in de titel of eronder."
        book.anywhere = True
        book.ask("gemeente", velden, [(at, at + len(found))], RULE, question)
        book.anywhere = False
