"""Who was there and who was not, in minutes and lists: a label, and a row of names behind it, anywhere in the text.

lijst-aanwezig   "Aanwezig zijn de leden: mevrouw A. Bos (VVD), de heer P. Vos", "Afw.: mw. C. Kok"
lijst-fractie    lines with a name and a party, one under the other: who signs a motion of the council

What somebody is follows from the label, or from whose meeting it is, so it is only asked; and only of whom no other
rule says what the person does.
"""

import re
from collections.abc import Iterator

from loaders.prose.bodies import meetings
from loaders.prose.bodies.meetings import Meeting
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
OWN = {"wethouders": "wethouder", "raadsleden": "raadslid", "commissieleden": "commissielid"}
PARTY = re.compile(
    rf"\s{{0,3}}(?:,|\(|[–-]\s)\s{{0,2}}(?:{PARTIES.pattern}|(?:[A-Z][\w!'’./-]{{1,20}}\s?){{1,3}})\)?\.?$"
)
ENOUGH = 3
"""So many lines of a name and a party make a list."""


def read(page: Page, book: Notebook) -> None:
    meeting = meetings.meeting(page)
    labels = [*_labels(page)]
    ends = [*(found.start() for found in labels[1:]), len(page.tekst)]
    for found, end in zip(labels, ends, strict=False):
        _row(page, book, found, min(end, found.end() + FURTHEST), meeting)
    if meetings.is_council(page):
        _parties(page, book)


def _labels(page: Page) -> Iterator[re.Match[str]]:
    """In the lines that are read and believed."""
    for line in page.lines:
        yield from LABEL.finditer(page.tekst, line.start, line.end)


def _row(page: Page, book: Notebook, label: re.Match[str], end: int, meeting: Meeting | None) -> None:
    """Everybody named behind a label, up to `end` or to where the names end before that."""
    stop = NEXT.search(page.tekst, label.end(), end)
    end = stop.start() + 1 if stop else end
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
    ids = meeting.ids
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
                    _ask(page, book, each, meetings.meeting(page) or Meeting("raadslid", ""), PARTY_RULE)
        row = []


def _with_party(page: Page, line: Line) -> Name | None:
    name = name_at(page, line.mark, line.end) if len(line.tekst) < 80 else None
    fits = name is not None and name.sign is not Sign.NONE and " " in name.tekst
    return name if name is not None and fits and PARTY.match(page.tekst[name.end : line.end]) else None
