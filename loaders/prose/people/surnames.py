"""A function before a surname alone: "minister Bos".

zin-achternaam     of the one full name on this page; else said when the graph knows such a person or a particle stands
                   before it ("Van der Zwaag"), and asked who it is
"""

import re

from graph.dutch.collation import PARTICLES
from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.people import roles
from loaders.prose.people.employers import PLACE, known_start
from loaders.prose.people.functions import FORMER, has_role
from loaders.prose.people.people import ORDINARY, Name, Sign, surname
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page

RULE = "zin-achternaam"
CALLED_BY = r"(?:loco)?burgemeester|wethouder|minister|staatssecretaris|gedeputeerde|minister-president"
"""Functions before a surname alone: `minister Bos`; not `adviseur Zorg`."""


def read(page: Page, book: Notebook, name: Name, function: str, start: int) -> None:
    if page.names.resolve(name.tekst, PARTIJ) or flat(name.tekst) in page.lower or not has_role(function):
        return
    span = (start, name.end)
    if page.tekst[name.end : name.end + 1] == "-" or not name.tekst[:1].isupper():
        return
    full = [n for n in page.people.with_surname(name.tekst) if n.sign is Sign.STRONG]
    if len(full) == 1:
        roles.person(book, full[0], [span], RULE)
        return
    bare = tidy(FORMER.sub("", function)) or function
    if not re.fullmatch(CALLED_BY, bare.lower()) or flat(name.tekst) in ORDINARY:
        return
    _alone(page, book, name, function, (start, name.end))


def bearers(page: Page, text: str) -> list[Name]:
    """Who on this page can be meant by a surname or first name; `E. Bos` is the one `Egbert Bos` that there is."""
    people = [n for n in page.people.called(text) if " " in n.tekst and n.sign is not Sign.NONE]
    full = [n for n in people if not _initials(n)]
    return full + [n for n in people if _initials(n) and sum(_fits(n, other) for other in full) != 1]


def whole(page: Page, name: Name) -> Name:
    """A title with a surname alone, as the one full name on this page.

    Nobody by that name: the name as it is. Several: only the shape of a name, so that it is asked who it is.
    """
    found = bearers(page, name.tekst) if " " not in name.tekst else []
    if len(found) == 1:
        return name._replace(tekst=found[0].tekst, sign=found[0].sign)
    return name._replace(sign=Sign.SHAPE) if found else name


def meant(page: Page, name: Name) -> Name | None:
    """Whom a question can be about: a full name, and for `Bos`, `Jan` or `J. Bos` the one full name that fits."""
    if " " in name.tekst and name.sign is not Sign.NONE:
        full = [n for n in bearers(page, surname(name.tekst)) if _fits(name, n)] if _initials(name) else []
        return name._replace(tekst=full[0].tekst, sign=full[0].sign) if len(full) == 1 else name
    found = bearers(page, name.tekst)
    return name._replace(tekst=found[0].tekst, sign=found[0].sign) if len(found) == 1 else None


def _initials(name: Name) -> bool:
    return "." in name.tekst.split()[0]


def _fits(short: Name, full: Name) -> bool:
    return not _initials(full) and short.tekst[:1] == full.tekst[:1] and surname(short.tekst) == surname(full.tekst)


def _alone(page: Page, book: Notebook, name: Name, function: str, span: tuple[int, int]) -> None:
    """Nobody on this page bears the surname: what the text says is said as far as another sign helps, and asked."""
    near = page.names.with_surname(name.tekst)
    fields = {"persoon": name.tekst, "organisatie": None, "van": None, "tot": None}
    if near or name.tekst.split()[0].lower() in PARTICLES:
        past = {"toestand": "voormalig"} if FORMER.search(function) else {}
        bare = tidy(FORMER.sub("", function)) or function
        book.state("persoon", {"id": None, "naam": name.tekst}, [span], RULE)
        book.state("rol", {**fields, "functie": bare, "organisatie_vorm": None, **past}, [span], RULE)
    else:
        book.ask("persoon", {"id": None, "naam": name.tekst}, [span], RULE, f"Is '{name.tekst}' een persoon, en wie?")
    behind = PLACE.match(page.tekst, name.end)
    vorm, ids, end = known_start(page, behind) if behind else ("", (), name.end)
    where = (
        {"organisatie": ids[0] if len(ids) == 1 else None, "organisatie_vorm": vorm}
        if ids
        else {"organisatie_vorm": f"organisatie {roles.NOT_NAMED}"}
    )
    hint = f" Misschien {' of '.join(f'{s.name} ({s.id})' for s in near)}." if near else ""
    question = f"Wie is {function} {name.tekst}, en bij welke organisatie?{hint}"
    book.ask("rol", {**fields, "functie": function, **where}, [(span[0], end) if ids else span], RULE, question)
