"""Membership of councils and other bodies.

lijst-leden      a line of a list under "Leden van de …", or a row of a table with a column for the body
zin-lid          "… is lid van de …": a name, the word lid (or voorzitter) and a body that we know
"""

import re
from dataclasses import dataclass
from typing import Any

from loaders.names.tokens import tidy
from loaders.prose.bodies import bodies
from loaders.prose.people import roles, surnames
from loaders.prose.people.people import Name, names_in
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

LIST_RULE, RULE = "lijst-leden", "zin-lid"
HEADINGS = (
    re.compile(
        r"(?:de\s)?(?:huidige\s|vaste\s|overige\s|nieuwe\s|andere\s)?leden\svan\s(?:de|het|ons|"
        r"onze)\s(?P<naam>[^:]{2,120}?)(?:\szijn)?(?:\s\(?per\s[^:]{4,30})?\s?:?", re.IGNORECASE),
    re.compile(r"(?:de\s)?samenstelling\s(?:van\s)?(?:de\s|het\s)?(?P<naam>[^:]{2,100}?)\s?:?", re.IGNORECASE),
    re.compile(
        r"(?:de|het)\s(?P<naam>[^:,.]{2,100}?)\sbestaat\suit(?:\sde\svolgende)?(?:\s(?:leden|personen|"
        r"mensen))?\s?:", re.IGNORECASE),
    re.compile(
        r"[^:]{0,60}\bbestaat\s(?:de|het|ons|onze)\s(?P<naam>[^:,.]{2,80}?)\suit(?:\sde\svolgende)?"
        r"(?:\s(?:leden|personen|mensen))?\s?:", re.IGNORECASE),
    re.compile(
        r"in\s(?:de|het)\s(?P<naam>[^:,.]{2,100}?)\s(?:zitten|hebben\szitting|nemen\szitting)(?:\snu)?\s?:",
        re.IGNORECASE),
    re.compile(r"(?P<naam>[A-Z][^:,.]{2,80}?)\s?[–-]\s?(?:leden|samenstelling)\s?:?", re.IGNORECASE),
)  # fmt: skip
BARE = re.compile(r"(?:de\s)?(?:huidige\s)?(?:leden|samenstelling)(?:\szijn)?\s?:?", re.IGNORECASE)
FORMER_HEADING = re.compile(
    r"(?:zijn\s)?(?:vertrokken|afgetreden|gestopt|uit\sdienst|weg|met\spensioen)(?:\szijn)?(?:\s[^:]{2,40})?\s?:|"
    r"(?:(?:wij|we)\s)?namen?\safscheid(?:\svan)?\s?:|niet\s(?:meer|langer)\s[^:]{2,30}\s?:|"
    r"in memoriam\s?:?|ere(?:leden|voorzitters?)\s?:?|"
    r"(?:de\s|onze\s|het\s)?(?:(?:oud-|ex-|voormalige?\s|vroegere?\s|vorige?\s|afgetreden\s|vertrokken\s|gestopte\s|gepensioneerde\s)[a-z’']{4,25}|"
    r"(?:wij\s)?namen\safscheid|afscheid(?:\sgenomen)?(?:\svan)?|niet\smeer\s(?:in\sdienst|werkzaam|actief)|uit\sdienst|"
    r"oud(?:bestuurs)?(?:leden|bestuur|medewerkers|wethouders))(?:\s[^:]{2,80})?\s?:?",
    re.IGNORECASE,
)
COMING_HEADING = re.compile(
    r"(?:de\s)?(?:kandida(?:ten|at-?leden)|beoogde\s|aankomende\s|toekomstige\s|nieuwe\s[\w\s-]{3,30}\s(?:per|vanaf)\s)"
    r"[^:]{0,60}:?",
    re.IGNORECASE,
)
"""People who are not there yet."""
EVERYWHERE = re.compile(
    r"(?:raad van (?:toezicht|commissarissen|advies|bestuur)|(?:dagelijks |algemeen )?bestuur|directie|redactie|"
    r"[a-zé]*(?:groep|commissie|team)|cli[eë]ntenraad|adviesraad)", re.IGNORECASE
)  # fmt: skip
"""A body that every organisation has: others by that name say nothing."""
MEMBER = re.compile(
    r"\b(?:is|zijn|was|waren|werd|wordt|worden)\s(?:sinds\s[\w\s]{3,20}\s|ook\s|"
    r"al\s)?(?:[a-z]{3,20}\s)?(?P<rol>lid|leden|voorzitter)\svan\s(?:de|het)\s(?P<naam>[A-Z][^,.;:()]{2,80})"
)
INVERTED = re.compile(
    r"\b(?P<hulp>is|was|werd|wordt)\s(?P<wie>[A-Z][^,.;:()]{2,50}?)\s(?:ook\s|al\s|nu\s|nog\s)?(?P<rol>lid|voorzitter)\svan\s"
    r"(?:de|het)\s(?P<naam>[A-Z][^,.;:()]{2,80})"
)
"""`Sinds 2010 is Anna Bos lid van de Raad van Wijzen`"""
PAST = ("was", "waren", "werd", "wordt", "worden")


@dataclass(frozen=True)
class Body:
    """What people are members of: as written, what that can mean, and the stretch of text that says it."""

    vorm: str
    ids: tuple[str, ...]
    span: tuple[int, int]


def heading(page: Page, line: Line, above: Line | None) -> Body | None:
    """The body whose members stand below this line, when it is such a heading: `Leden van de Raad:`."""
    if len(line.tekst) > 200:
        return None
    text = " ".join(line.tekst.split())
    for pattern in HEADINGS:
        found = pattern.fullmatch(text)
        if found:
            return Body(found["naam"], organ(page, found["naam"]), (line.start, line.end))
    if above is not None and BARE.fullmatch(text) and len(above.tekst) < 80:
        ids = organ(page, re.sub(r"^(?:de|het)\s", "", above.tekst, flags=re.IGNORECASE))
        return Body(tidy(above.tekst), ids, (above.start, line.end)) if ids else None
    return None


def organ(page: Page, vorm: str) -> tuple[str, ...]:
    """The body of a heading; a short name stands for a longer one that this document writes in full."""
    return page.names.resolve(vorm, ("Organisatie",)) or bodies.short_for(page, vorm)


def member(book: Notebook, name: Name, body: Body, span: tuple[int, int], sure: bool) -> None:
    """Somebody in a list of members. `sure`: that this person exists is asserted."""
    velden, spans = _fields(book, name, body), [span, body.span]
    if len(body.ids) != 1:
        question = f"Van welk orgaan is dit een lid: '{body.vorm}'?{_suggestions(book, body.vorm)}"
        book.ask("lid", velden, spans, LIST_RULE, question)
    elif sure:
        book.state("lid", velden, spans, LIST_RULE, SURE)
    else:
        book.ask("lid", velden, spans, LIST_RULE, f"Is '{name.tekst}' lid van '{body.vorm}'?")


def _fields(book: Notebook, name: Name, body: Body) -> dict[str, Any]:
    return {
        "persoon": book.person(name.tekst), "organisatie": body.ids[0] if len(body.ids) == 1 else None,
        "organisatie_vorm": body.vorm, "van": None, "tot": None,
    }  # fmt: skip


def _suggestions(book: Notebook, vorm: str) -> str:
    """Bodies that are called almost so; not of one that every organisation has."""
    names = book.page.names
    if EVERYWHERE.fullmatch(vorm):
        return ""
    found = [key for key, _ in names.starting_with(vorm, "Organisatie")] or [
        s.id for s in names.suggest(vorm, ("Organisatie",))
    ]
    return f" Misschien {' of '.join(found[:3])}." if found else ""


def read(page: Page, book: Notebook) -> None:
    """Membership said in a sentence."""
    for sentence in page.sentences:
        if len(sentence.tekst) > 600 or " van " not in sentence.tekst:
            continue
        for found in MEMBER.finditer(sentence.tekst):
            before = names_in(page, sentence.start, sentence.start + found.start())
            people = [surnames.whole(page, name) for name in before if name.sign is not Sign.NONE]
            _said(page, book, found, people, (sentence.start, sentence.end))
        for found in INVERTED.finditer(sentence.tekst):
            start, end = sentence.start + found.start("wie"), sentence.start + found.end("wie")
            whom = [surnames.whole(page, name) for name in names_in(page, start, end)]
            whom = [name for name in whom if name.sign is not Sign.NONE and name.start == start and name.end == end]
            _said(page, book, found, whom, (sentence.start, sentence.end))


def _said(page: Page, book: Notebook, found: re.Match[str], people: list[Name], span: tuple[int, int]) -> None:
    """The membership of everybody who is named before the verb; asserted of one person alone."""
    vorm = _longest(page, found["naam"])
    body = Body(vorm, organ(page, vorm), span)
    function = "voorzitter" if found["rol"] == "voorzitter" else None
    for name in people:
        sure = roles.person(book, name, Grounds(RULE, [span]))
        velden = {**_fields(book, name, body), "functie": function}
        if found[0].split()[0] in PAST:
            question = "Was dit vroeger, of is het nog niet zo? Vul van wanneer tot wanneer in."
            book.ask("lid", velden, [span], RULE, question)
        elif sure and len(body.ids) == 1 and len(people) == 1:
            book.state("lid", velden, [span], RULE)
        else:
            hint = "" if body.ids else _suggestions(book, vorm)
            book.ask("lid", velden, [span], RULE, f"Is '{name.tekst}' lid van '{vorm}'?{hint}")


def _longest(page: Page, text: str) -> str:
    """The longest beginning of the text that is a body we know; else the words up to the first joint."""
    said = text.split()
    for end in range(len(said), 0, -1):
        if organ(page, " ".join(said[:end])):
            return " ".join(said[:end])
    return tidy(re.split(r"\s(?:en|die|dat|waar|namens|met|als|sinds|tot|in|bij)\s", text)[0])
