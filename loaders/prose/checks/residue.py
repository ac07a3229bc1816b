"""What became no fact: names of people and of places, and parts that are not believed, each with the reason.

Whole paragraphs without a fact are added when the proposal is made; here stand the names inside, which a reader of the
proposal would otherwise have to look for.
"""

from loaders.names.tokens import flat
from loaders.prose.people.people import everybody
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page

ZONE = "staat in {}"
ASIDES = {
    "bijschrift": "een bijschrift", "reactie": "een reactie of opmerking", "formulier": "een formulier",
    "nav": "een menu",
}  # fmt: skip


def read(page: Page, book: Notebook) -> None:
    for start, end, kind in page.asides:
        book.leave(start, end, ZONE.format(ASIDES.get(kind, kind)))
    for line in page.too_long:
        book.leave(line.start, line.end, "de alinea is te lang om te lezen")
    _people(page, book)


def _people(page: Page, book: Notebook) -> None:
    known = {
        flat(str(f.velden.get("vorm") or f.velden.get("naam"))) for f in book.facts.values() if f.soort == "persoon"
    }
    for name in everybody(page).names:
        if name.sign is Sign.STRONG and flat(name.tekst) not in known:
            book.leave(name.start, name.end, "een naam zonder functie of organisatie erbij")
        elif name.sign is Sign.SHAPE and flat(name.tekst) not in known and not _inside(page, name.start, name.end):
            book.leave(name.start, name.end, "misschien een naam")


def _inside(page: Page, start: int, end: int) -> bool:
    """Whether a known name of something else stands here."""
    return bool(page.hits_in(start, end)) or any(hit.end > start for hit in page.hits_in(start - 60, start))
