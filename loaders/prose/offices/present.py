"""Who was there and who was not, in minutes and lists: a label, and a row of names behind it, anywhere in the text.

lijst-aanwezig   "Aanwezig zijn de leden: mevrouw A. Bos (VVD), de heer P. Vos", "Afw.: mw. C. Kok"
lijst-fractie    lines with a name and a party, one under the other: who signs a motion of the council

What somebody is follows from the label, or from whose meeting it is, so it is only asked; and only of whom no other
rule says what the person does.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from loaders.names.tokens import tidy
from loaders.prose.bodies import councils, subject
from loaders.prose.people import functions, roles
from loaders.prose.people.functions import PARTIES, Role
from loaders.prose.people.people import Name, name_at, names_in
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

RULE, PARTY_RULE = "lijst-aanwezig", "lijst-fractie"
LABEL = re.compile(
    r"(?<![\w-])(?P<label>(?:(?:aan|af)wezig(?:en)?|(?:aan|af)w\.|verhinderd|afgemeld|bericht van verhindering)"
    r"(?:\s(?:zijn|waren|met|kennisgeving|zonder|de|het|alle|overige|leden|raadsleden|commissieleden|wethouders|"
    r"namens|van|uit|college|raad|commissie|[A-Z][\w-]{1,20})){0,7}|"
    r"(?:raads|commissie)?leden(?:\s[\w()’'-]{1,25}){0,8})\s{0,3}(?:\([^()\n]{2,40}\))?\s{0,3}:",
    re.IGNORECASE,
)
NEXT = re.compile(
    r"\n\s*\n|\n\s{0,3}\d{1,2}\.|[\n;.]\s{0,12}[A-Z][\w ()-]{2,40}:|(?<=[a-z)]{3})\.\s{1,3}(?=[A-Z][a-z]{2,} [a-z])|"
    r"\bAGENDA\b"
)
"""Where the names end: a blank line, a number, another label, a sentence."""
FURTHEST = 2_500
NEAR, OVERLAP = 40, 12
"""Letters behind the words for a council in which its gemeente is named, and in which those words may name it."""
COUNCIL = re.compile(
    r"\b(?:gemeenteraad|raadsvergadering|raadsleden|vergadering van de raad|raad (?:der|van de) gemeente|forum)\b",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?P<naam>(?:[A-Z][\w-]{1,12}\s[-–]\s)?(?:[A-Z]{2,5}[ -])?"
    r"(?:Advies|Cli[eë]nten|Senioren|Jeugd|Wmo|WMO|Jongeren|Participatie|Programma|Stuur|Regie|Bestuurs|Drecht|Ouderen|Gehandicapten)-?(?:raad|groep|commissie|tafel|overleg|panel)"
    r"(?:\s(?:[A-Z][\w-]{1,25}|en(?=\s[A-Z]))){0,4})"
)
TOP = 3_000
"""Letters at the start in which a meeting says whose it is."""
OWN = {"wethouders": "wethouder", "raadsleden": "raadslid", "commissieleden": "commissielid"}
PARTY = re.compile(
    rf"\s{{0,3}}(?:,|\(|[–-]\s)\s{{0,2}}(?:{PARTIES.pattern}|(?:[A-Z][\w!'’./-]{{1,20}}\s?){{1,3}})\)?\.?$"
)
ENOUGH = 3
"""So many lines of a name and a party make a list."""


class Meeting(NamedTuple):
    """Whose meeting it is: a council, of which the gemeente is asked, or a body as it is written."""

    functie: str
    vorm: str
    ids: tuple[str, ...] = ()


def read(page: Page, book: Notebook) -> None:
    meeting = _meeting(page)
    for found in LABEL.finditer(page.tekst):
        if page.aside(found.start(), found.end()) is None:
            _row(page, book, found, meeting)
    if COUNCIL.search(page.tekst[:TOP]):
        _parties(page, book)


def _meeting(page: Page) -> Meeting | None:
    """What the first lines say: the body that is named first."""
    body, council = BODY.search(page.tekst[:TOP]), COUNCIL.search(page.tekst[:TOP])
    if council and (body is None or council.start() < body.start()):
        return Meeting("raadslid", "", tuple(_gemeente(page, council.end())))
    return Meeting("lid", tidy(body["naam"])) if body else None


def _gemeente(page: Page, place: int) -> Iterator[str]:
    """`vergadering van de raad der gemeente Ede`: what stands right behind it."""
    found = (key for key, _ in subject.named(page, place - OVERLAP, place + NEAR) if key.startswith("gemeente:"))
    yield from islice(found, 1)


def _row(page: Page, book: Notebook, label: re.Match[str], meeting: Meeting | None) -> None:
    """Everybody named behind a label."""
    stop = NEXT.search(page.tekst, label.end(), label.end() + FURTHEST)
    end = stop.start() + 1 if stop else min(len(page.tekst), label.end() + FURTHEST)
    own = next((OWN[word] for word in label["label"].lower().rstrip(": ").split() if word in OWN), "")
    for name in _people(page, label.end(), end):
        if not _has_function(page, book, name, end):
            said = Meeting(own, "", meeting.ids if meeting else ()) if own else meeting
            _ask(page, book, name, said, RULE)


def _people(page: Page, start: int, end: int) -> Iterator[Name]:
    """A row of names may be wrapped; a name is not."""
    for name in names_in(page, start, end):
        whole = " " in name.tekst or name.titled
        if whole and name.sign is not Sign.NONE and "\n" not in page.tekst[name.start : name.end]:
            yield name


def _has_function(page: Page, book: Notebook, name: Name, end: int) -> bool:
    """Another rule knows, or the words beside the name say it."""
    if any(fact.velden.get("functie") for fact in book.roles[book.person(name.tekst)]):
        return True
    behind = re.match(r"\s{0,2}[(,]\s?([^,;()\n]{3,60})", page.tekst[name.end : end])
    before = page.before(name.start, 25).split()
    return bool(behind and functions.begins_with_role(behind[1])) or bool(before and functions.is_role(before[-1]))


def _ask(page: Page, book: Notebook, name: Name, meeting: Meeting | None, rule: str) -> None:
    span = (name.start, name.end)
    if meeting is None:
        book.ask(
            "persoon",
            {"id": book.person_key(name.tekst), "naam": name.tekst, "vorm": name.tekst},
            [span],
            rule,
            f"Wie is '{name.tekst}'? Vul een functie in, of zeg nee.",
        )
        return
    ids = councils.organ(page, meeting.vorm) if meeting.vorm else meeting.ids
    vorm = meeting.vorm or (page.names.name(ids[0]) if ids else f"gemeente {roles.NOT_NAMED}")
    velden = roles.fields(book, name.tekst, Role(meeting.functie, vorm, ids))
    where = f"{vorm} ({ids[0]})" if ids else f"'{vorm}'" if meeting.vorm else "een gemeente"
    book.ask(
        "rol",
        velden,
        [span],
        rule,
        f"Is {name.tekst} {meeting.functie} van {where}? Vul aan wat ontbreekt, of zeg nee.",
    )


def _parties(page: Page, book: Notebook) -> None:
    """`C. Bos, PvdA`, line after line: members of the council."""
    row: list[Name] = []
    for line in [*page.lines, None]:
        name = _with_party(page, line) if line is not None else None
        if name is not None:
            row.append(name)
            continue
        if len(row) >= ENOUGH:
            for each in row:
                if not _has_function(page, book, each, each.end):
                    _ask(page, book, each, _meeting(page) or Meeting("raadslid", ""), PARTY_RULE)
        row = []


def _with_party(page: Page, line: Line) -> Name | None:
    name = name_at(page, line.mark, line.end) if len(line.tekst) < 80 else None
    fits = name is not None and name.sign is not Sign.NONE and " " in name.tekst
    return name if name is not None and fits and PARTY.match(page.tekst[name.end : line.end]) else None
