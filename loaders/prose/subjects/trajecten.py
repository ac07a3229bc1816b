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

DUO_RULE, SENTENCE = "traject-regisseur", "traject-zin"
LONGEST_DUO, LONGEST = 400, 600
"""Letters of a line with two names, and of a line of parties or a sentence."""
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


PARTS = re.compile(r",\s|\sen\s|;\s")


def read(page: Page, book: Notebook) -> None:
    known = _named(page, book)
    if len(known) == 1:
        for line in page.lines:
            _duo(page, book, line, known[0])
            _parties(page, book, line, known[0])
    for found in UNKNOWN.finditer(page.tekst):
        if not page.names.resolve(found[1], ("Traject",)):
            velden = {"id": page.names.proposed("traject", found[1]), "naam": tidy(found[1])}
            book.ask("traject", velden, [found.span()], SENTENCE, f"Moet het traject '{tidy(found[1])}' erbij?")
    _described(page, book)


def _named(page: Page, book: Notebook) -> list[str]:
    """The trajecten that the page names."""
    found: list[str] = []
    for hit in page.hits:
        ids = sorted({e.id for e in hit.entries if e.soort == "Traject"})
        if len(ids) == 1 and first_letter_counts("", page.tekst[hit.start : hit.end]):
            velden = {"id": ids[0], "naam": page.names.name(ids[0]), "vorm": tidy(page.tekst[hit.start : hit.end])}
            book.state("traject", velden, [(hit.start, hit.end)], "traject-genoemd")
            found.append(ids[0])
    return [*dict.fromkeys(found)]


def _duo(page: Page, book: Notebook, line: Line, traject: str) -> None:
    """`Trajectregisseurs: Anna Bos (gemeente X) en Piet Vos (ministerie Y)`"""
    label = DUO.match(line.tekst)
    if label is None or len(line.tekst) >= LONGEST_DUO:
        return
    span = (line.start, line.end)
    for name in names_in(page, line.start + label.end(), line.end):
        if name.sign is Sign.NONE or " " not in name.tekst and not name.titled:
            continue
        sure = roles.person(book, name, Grounds(DUO_RULE, [span]))
        velden = {"relatie": "REGISSEERT", "van": book.person_key(name.tekst), "naar": traject}
        if sure:
            book.state("relatie", velden, [span], DUO_RULE)
        else:
            book.ask("relatie", velden, [span], DUO_RULE, f"Is {name.tekst} regisseur van dit traject?")


def _parties(page: Page, book: Notebook, line: Line, traject: str) -> None:
    """`Deelnemers: gemeente X, ministerie Y`"""
    label = PARTIES.match(line.tekst)
    if label is None or len(line.tekst) >= LONGEST:
        return
    for part in PARTS.split(line.tekst[label.end() :]):
        ids = page.names.resolve(tidy(part), PARTIJ)
        if len(ids) == 1:
            velden = {"relatie": "NEEMT_DEEL_AAN", "van": ids[0], "naar": traject}
            book.state("relatie", velden, [(line.start, line.end)], "traject-deelnemer")


def _described(page: Page, book: Notebook) -> None:
    """A sentence about what a traject is for, and the one that goes on about the next."""
    went_on = False
    for sentence in page.sentences:
        about = ABOUT.search(sentence.tekst) is not None and len(sentence.tekst) < LONGEST
        went_on = about or (went_on and NEXT.match(sentence.tekst) is not None)
        if went_on:
            title = tidy(sentence.tekst)[:160]
            velden = {"id": page.names.proposed("traject", title), "naam": title}
            question = "Beschrijft dit een traject? Geef het een korte naam, of zeg nee."
            book.ask("traject", velden, [(sentence.start, sentence.end)], SENTENCE, question, SOFT)
