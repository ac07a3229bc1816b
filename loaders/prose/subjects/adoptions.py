"""Who works with which oplossing: a gemeente, words for how far it is, and what it is about. Always a question.

zin-toepassing   a sentence that names both, or names a gemeente and carries on about the oplossing named before it

A page introduces an oplossing once and then tells who has it: "Woerden doet het al." So the last one that was named
stays in hand. One that the graph does not know is proposed under its own name: who says yes brings it along.
"""

import re
from collections import Counter
from typing import NamedTuple

from graph.domain.vocabulary import ToepassingStatus
from loaders.facts.fact import Candidate
from loaders.names.tokens import flat, tidy
from loaders.prose.bodies import subject
from loaders.prose.places import bound_bodies
from loaders.prose.subjects import named_solutions, stands
from loaders.prose.subjects.named_solutions import BACK, KIND, OURS, Solution, gemeenten
from loaders.prose.text.notebook import SOFT, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

BEFORE = "is de oplossing waar de bladzijde dan over gaat"
SHORTEST, LONGEST, TITLE = 12, 700, 160
NEAR, CARRIED = 3, 12
"""Sentences behind the one that named an oplossing in which a gemeente may be said to have it: without a word that
points back, and with one."""
MOST_GEMEENTEN = 12
FEWEST = 2
"""Sentences that name an oplossing where a page is about it."""
OF_OTHERS = re.compile(rf"\b(?:{KIND}) (?:van|uit) (?:de gemeente )?[A-Z]")
USED_BY = re.compile(
    r"(?:ook )?(?:gebruikt|toegepast|ingezet|overgenomen) (?:door|in)\s?:?|deelnemende gemeenten\s?:?", re.IGNORECASE
)
"""A label, with the gemeenten on the line below it."""


class _Said(NamedTuple):
    """What a sentence says: about which oplossing, whether that is named in it, and how far somebody is."""

    sentence: Sentence
    what: Solution
    here: bool
    stand: ToepassingStatus


def read(page: Page, book: Notebook) -> None:
    ours = _ours(page, book)
    hand: Solution | None = None
    ago = 0
    for number, sentence in enumerate(page.sentences):
        found = named_solutions.solution(page, sentence, ours)
        if found is None and _unnamed(page, book, sentence):
            continue
        hand, ago = (found, 0) if found else (hand, 0 if hand and _again(hand, sentence) else ago + 1)
        if hand and number and USED_BY.fullmatch(page.sentences[number - 1].tekst):
            _ask(page, book, _Said(sentence, hand, False, ToepassingStatus.IN_GEBRUIK), None)
            continue
        if hand is None or ago > CARRIED or not SHORTEST <= len(sentence.tekst) <= LONGEST:
            continue
        if sentence.tekst.endswith("?") or not (ago <= NEAR or BACK.search(sentence.tekst)):
            continue
        stand = stands.stand(sentence.tekst)
        if stand is not None:
            _ask(page, book, _Said(sentence, hand, found is not None, stand), ours)
    if not asked(book):
        _of_the_page(page, book)


def _ours(page: Page, book: Notebook) -> str | None:
    """What `de gemeente` means here: the gemeente that the page names most, and that it surely names."""
    likely = next((t.id for t in subject.about(page, book) if t.id.startswith("gemeente:")), None)
    named = {f.velden.get("id") for f in book.facts.values() if f.soort == "gemeente" and f.vraag is None}
    held = {f.velden.get("organisatie") for f in book.facts.values() if f.soort == "rol"}
    return likely if likely in named | held or likely and _is_titled(page, likely) else None


def _is_titled(page: Page, key: str) -> bool:
    return flat(page.names.name(key)) in flat(page.document.titel or "")


def _of_the_page(page: Page, book: Notebook) -> None:
    """A page that names one gemeente and, more than once, an oplossing that we know, and says of neither who has it."""
    named = {str(f.velden["id"]) for f in book.facts.values() if f.soort == "gemeente" and f.vraag is None}
    places = [
        (known, s) for s in page.sentences if (known := named_solutions.known(page, s)) and len(s.tekst) <= LONGEST
    ]
    often = Counter(what for what, _ in places).most_common(1)
    if len(named) != 1 or not often or often[0][1] < FEWEST:
        return
    places = [pair for pair in places if pair[0] == often[0][0]]
    what, sentence = next((pair for pair in places if OURS.search(pair[1].tekst)), places[0])
    _ask(page, book, _Said(sentence, what, True, ToepassingStatus.IN_GEBRUIK), named.pop())


def _again(hand: Solution, sentence: Sentence) -> bool:
    """`130 buurtmaatjes`, `de winkel`: what was named before, by the end of its last word."""
    last = hand.vorm.split()[-1].split("-")[-1].lower()
    return len(last) > 4 and last in sentence.tekst.lower()


def _unnamed(page: Page, book: Notebook, sentence: Sentence) -> bool:
    """`Gemeente X nam de aanpak van Y over`: who, and not what it is called. Whether it was asked."""
    stand = stands.stand(sentence.tekst) if OF_OTHERS.search(sentence.tekst) else None
    who = next(gemeenten(page, sentence), None) if stand else None
    if who is None or stand is None:
        return False
    velden = {
        "id": None, "naam": tidy(sentence.tekst)[:TITLE], "gemeente": who, "oplossing": None, "status": stand.name,
    }  # fmt: skip
    question = f"Past {page.names.name(who)} hier een oplossing van een ander toe? Vul in welke, of zeg nee."
    book.ask("toepassing", velden, [(sentence.start, sentence.end)], "zin-toepassing", question, SOFT)
    return True


def asked(book: Notebook) -> set[tuple[int, int]]:
    """Start and end of the sentences about which the use of an oplossing was asked."""
    return {span for key, fact in book.facts.items() if fact.soort == "toepassing" for span in book.spans[key]}


def _ask(page: Page, book: Notebook, said: _Said, ours: str | None) -> None:
    sentence, what, here, stand = said
    if not what.known and flat(what.vorm) in _employers(book):
        return
    who = [*dict.fromkeys(gemeenten(page, sentence))][:MOST_GEMEENTEN]
    if not who and ours and (here or OURS.search(sentence.tekst)):
        who = [ours]
    new = "" if what.known else " Die kent de graaf nog niet; met ja komt ze erbij."
    for gemeente in who:
        velden = {
            "id": f"toepassing:{gemeente.partition(':')[2]}-{what.id.partition(':')[2]}",
            "naam": tidy(sentence.tekst)[:TITLE], "gemeente": gemeente, "oplossing": what.id,
            "oplossing_vorm": None if what.known else what.vorm, "status": stand.name,
        }  # fmt: skip
        question = f"Past {page.names.name(gemeente)} '{what.vorm}' toe?{new}"
        asked = book.ask("toepassing", velden, [(sentence.start, sentence.end)], "zin-toepassing", question, SOFT)
        if asked is not None:
            asked.kandidaten = [Candidate(what.id, what.vorm, bound_bodies.NEAREST if here else BEFORE)]


def _employers(book: Notebook) -> set[str]:
    """Where somebody on the page works, as it is written: no oplossing."""
    said = (f.velden.get("organisatie_vorm") for f in book.facts.values() if f.soort in ("rol", "lid"))
    return {flat(str(vorm)) for vorm in said if vorm}
