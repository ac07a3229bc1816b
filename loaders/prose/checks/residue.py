"""What became no fact: names of people, and parts that are not believed, each with the reason.

Names of places are kept by the rule for gemeenten; what no fact and no reason covers is added to the proposal later.
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
    """The names of people of whom nothing was said, in words that a person looks for in the proposal."""
    people = [fact.velden for fact in book.facts.values() if fact.soort in ("persoon", "rol", "lid")]
    known = {flat(str(v.get("vorm") or v.get("naam") or v.get("persoon"))) for v in people}
    for name in everybody(page).names:
        if flat(name.tekst) in known:
            continue
        if name.sign is Sign.STRONG:
            book.leave(name.start, name.end, "een naam zonder functie of organisatie erbij")
        elif name.sign is Sign.SHAPE and not _is_something_else(page, name.start, name.end):
            book.leave(name.start, name.end, "misschien een naam")


def _is_something_else(page: Page, start: int, end: int) -> bool:
    """Whether a name that the graph knows stands here."""
    return bool(page.hits_in(start, end)) or any(hit.end > start for hit in page.hits_in(start - 60, start))
