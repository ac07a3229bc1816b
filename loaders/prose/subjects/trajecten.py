"""Trajecten: known ones by name, their duo of regisseurs, and sentences that describe one.

traject-genoemd     the name of a traject that the graph knows
traject-regisseur   "Trajectregisseurs: A (gemeente X) en B (ministerie Y)" on a page about one known traject
traject-deelnemer   "Deelnemers: gemeente X, ministerie Y" on such a page
traject-zin         a sentence about what a traject is for: asked
"""

import re

from loaders.names.lexicon import first_letter_counts
from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.people import roles
from loaders.prose.people.people import names_in
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import SOFT, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

DUO = re.compile(r"(?:de\s)?(?:traject)?(?:regisseurs?|trekkers?|trekkersduo|duo)\s?:\s?", re.IGNORECASE)
PARTIES = re.compile(
    r"(?:deelnemers|deelnemende (?:gemeenten|partijen)|betrokken (?:gemeenten|partijen)|partijen|gemeenten)\s?:\s?",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\btraject(?:en)?\b.{0,60}\b(?:richt|richten|gaat over|gaan over|onderzoekt|werkt aan|zoekt|wil)\b|"
    r"\bhet traject\s[‘“\"]",
    re.IGNORECASE,
)
NEXT = re.compile(r"^(?:Of|Ook|En|Maar ook|Een ander traject)\b")
UNKNOWN = re.compile(r"\b[Tt]raject\s{0,2}:?\s{0,2}[‘“\"]([^‘’“”\"\n]{4,120})[’”\"]")


def read(page: Page, book: Notebook) -> None:
    known = _named(page, book)
    if len(known) == 1:
        for line in page.lines:
            _label(page, book, line, known[0])
    for found in UNKNOWN.finditer(page.tekst):
        if not page.names.resolve(found[1], ("Traject",)):
            velden = {"id": page.names.proposed("traject", found[1]), "naam": tidy(found[1])}
            book.ask("traject", velden, [found.span()], "traject-zin", f"Moet het traject '{tidy(found[1])}' erbij?")
    _described(page, book)


def _named(page: Page, book: Notebook) -> list[str]:
    found: list[str] = []
    for hit in page.hits:
        ids = sorted({e.id for e in hit.entries if e.soort == "Traject"})
        if len(ids) == 1 and first_letter_counts("", page.tekst[hit.start : hit.end]):
            velden = {"id": ids[0], "naam": page.names.name(ids[0]), "vorm": tidy(page.tekst[hit.start : hit.end])}
            book.state("traject", velden, [(hit.start, hit.end)], "traject-genoemd")
            found.append(ids[0])
    return [*dict.fromkeys(found)]


def _label(page: Page, book: Notebook, line: Line, traject: str) -> None:
    span = (line.start, line.end)
    duo = DUO.match(line.tekst)
    if duo and len(line.tekst) < 400:
        for name in names_in(page, line.start + duo.end(), line.end):
            if name.sign is Sign.NONE or " " not in name.tekst and not name.titled:
                continue
            sure = roles.person(book, name, Grounds("traject-regisseur", [span]))
            velden = {"relatie": "REGISSEERT", "van": book.person_key(name.tekst), "naar": traject}
            if sure:
                book.state("relatie", velden, [span], "traject-regisseur")
            else:
                book.ask("relatie", velden, [span], "traject-regisseur", f"Is {name.tekst} regisseur van dit traject?")
    parties = PARTIES.match(line.tekst)
    if parties and len(line.tekst) < 600:
        for part in re.split(r",\s|\sen\s|;\s", line.tekst[parties.end() :]):
            ids = page.names.resolve(tidy(part), PARTIJ)
            if len(ids) == 1:
                velden = {"relatie": "NEEMT_DEEL_AAN", "van": ids[0], "naar": traject}
                book.state("relatie", velden, [span], "traject-deelnemer")


def _described(page: Page, book: Notebook) -> None:
    """A sentence about what a traject is for, and the one that goes on about the next."""
    went_on = False
    for sentence in page.sentences:
        about = ABOUT.search(sentence.tekst) is not None and len(sentence.tekst) < 600
        if about or (went_on and NEXT.match(sentence.tekst)):
            title = tidy(sentence.tekst)[:160]
            velden = {"id": page.names.proposed("traject", title), "naam": title}
            book.ask(
                "traject",
                velden,
                [(sentence.start, sentence.end)],
                "traject-zin",
                "Beschrijft dit een traject? Geef het een korte naam, of zeg nee.",
                SOFT,
            )
        went_on = about or (went_on and NEXT.match(sentence.tekst) is not None)
