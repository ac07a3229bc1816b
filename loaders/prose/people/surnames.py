"""Whom a surname alone means, and a function before one: "minister Bos".

zin-achternaam     the one full name on this page that ends so; else kept as said when the graph knows such a person or
                   a particle stands before it ("Van der Zwaag"), and asked who it is
"""

import re

from graph.dutch.collation import PARTICLES
from loaders.facts.fact import ENDED, fact
from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.people import roles
from loaders.prose.people.employers import PLACE, known_start
from loaders.prose.people.first_names import FIRST_NAMES
from loaders.prose.people.functions import FORMER, has_role
from loaders.prose.people.people import Name, everybody, surname
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import ORDINARY, Sign
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page

RULE = "zin-achternaam"
CALLED_BY = (
    r"(?:loco)?burgemeester|wethouder|minister|staatssecretaris|gedeputeerde|minister-president|"
    r"(?:kamer|raads|staten)?lid|portefeuillehouder"
)
"""Functions before a surname alone: `minister Bos`; not `adviseur Zorg`."""


def read(page: Page, book: Notebook, name: Name, function: str, start: int) -> None:
    """`function` stands right before the surname, and begins at `start`."""
    if not has_role(function) or not _is_surname(page, name):
        return
    span = (start, name.end)
    full = [n for n in everybody(page).with_surname(name.tekst) if _is_whole(n)]
    full = [n for n in full if surname(n.tekst) == flat(name.tekst)]
    strong = [n for n in full if n.sign is Sign.STRONG] or full
    if len(strong) == 1:
        roles.person(book, strong[0], Grounds(RULE, [span]))
    elif strong:
        _ask_who(page, book, name, function, span)
    elif re.fullmatch(CALLED_BY, _bare(function).lower()) and flat(name.tekst) not in ORDINARY:
        if not _bare(function).lower().endswith("lid"):
            _keep_as_said(page, book, name, function, span)
        _ask_who(page, book, name, function, span)


def _is_whole(name: Name) -> bool:
    """`Jo van Swaal`; not `Van Swaal`."""
    return " " in name.tekst and name.tekst.split()[0].lower() not in PARTICLES and name.sign is not Sign.NONE


def _is_surname(page: Page, name: Name) -> bool:
    """Not a place or body that we know, not a word that this page writes small, not half of `Bos-Vos`."""
    said = [word for word in flat(name.tekst).split() if word not in PARTICLES]
    if page.names.resolve(name.tekst, PARTIJ) or flat(name.tekst) in page.lower or all(w in ORDINARY for w in said):
        return False
    return page.tekst[name.end : name.end + 1] != "-" and name.tekst[:1].isupper()


def _bare(function: str) -> str:
    """`oud-minister` -> `minister`"""
    return tidy(FORMER.sub("", function)) or function


def bearers(page: Page, text: str) -> list[Name]:
    """Who on this page can be meant by a surname or first name; `E. Bos` is the one `Egbert Bos` that there is."""
    people = [n for n in everybody(page).called(text) if _is_whole(n)]
    full = [n for n in people if not _initials(n)]
    return full + [n for n in people if _initials(n) and sum(_fits(n, other) for other in full) != 1]


def whole(page: Page, name: Name) -> Name:
    """A title with a surname alone, as the one full name on this page.

    Nobody by that name: the name as it is. Several: only the shape of a name, so that it is asked who it is.
    """
    short = _initials(name) and _is_whole(name)
    full = [n for n in bearers(page, surname(name.tekst)) if _fits(name, n)] if short else []
    if len(full) == 1:
        return name._replace(tekst=full[0].tekst, sign=min(full[0].sign, Sign.SHAPE), guess=name.tekst)
    found = _longer(page, name) if _is_whole(name) else bearers(page, name.tekst)
    if len(found) == 1:
        return name._replace(tekst=found[0].tekst, sign=found[0].sign)
    return name._replace(sign=Sign.SHAPE) if found else name


def _longer(page: Page, name: Name) -> list[Name]:
    """`Oude Kotte`, which looks like a whole name, where one Gido Oude Kotte is on the page."""
    if name.titled or has_first_name_alone(name.tekst) or "." in name.tekst:
        return []
    longer = everybody(page).ending(name.tekst)
    return longer if len(longer) == 1 else []


def has_first_name_alone(text: str) -> bool:
    return text.split()[0].lower() in FIRST_NAMES


def meant(page: Page, name: Name) -> Name | None:
    """Whom a question can be about: a full name, and for `Bos`, `Jan` or `J. Bos` the one full name that fits."""
    longer = _longer(page, name) if _is_whole(name) else []
    if longer:
        return name._replace(tekst=longer[0].tekst, sign=longer[0].sign)
    if _is_whole(name):
        full = [n for n in bearers(page, surname(name.tekst)) if _fits(name, n)] if _initials(name) else []
        return name._replace(tekst=full[0].tekst, sign=full[0].sign) if len(full) == 1 else name
    found = bearers(page, name.tekst)
    return name._replace(tekst=found[0].tekst, sign=found[0].sign) if len(found) == 1 else None


def _initials(name: Name) -> bool:
    return "." in name.tekst.split()[0]


def _fits(short: Name, full: Name) -> bool:
    return not _initials(full) and short.tekst[:1] == full.tekst[:1] and surname(short.tekst) == surname(full.tekst)


def _keep_as_said(page: Page, book: Notebook, name: Name, function: str, span: tuple[int, int]) -> None:
    """The person and the function as the text says them, when another sign helps; else the person is asked."""
    if page.names.with_surname(name.tekst) or name.tekst.split()[0].lower() in PARTICLES:
        past = {"toestand": ENDED} if FORMER.search(function) else {}
        said = {**_fields(name), "functie": _bare(function), "organisatie_vorm": None, **past}
        book.state("persoon", {"id": None, "naam": name.tekst}, [span], RULE)
        known = book.findings.facts.get(fact(book.findings.model, "rol", said).id)
        if known is None or known.velden.get("toestand") == said.get("toestand"):  # what is and was are never one fact
            book.state("rol", said, [span], RULE)
    else:
        book.ask("persoon", {"id": None, "naam": name.tekst}, [span], RULE, f"Is '{name.tekst}' een persoon, en wie?")


def _ask_who(page: Page, book: Notebook, name: Name, function: str, span: tuple[int, int]) -> None:
    """Who it is, with whom the graph knows by that surname, and the organisation that stands behind the name."""
    found = PLACE.match(page.tekst, name.end)
    vorm, ids, end = known_start(page, found) if found else ("", (), name.end)
    where: dict[str, str | None] = {"organisatie_vorm": f"organisatie {roles.NOT_NAMED}"}
    if ids:
        where = {"organisatie": ids[0] if len(ids) == 1 else None, "organisatie_vorm": vorm}
        span = (span[0], end)
    near = page.names.with_surname(name.tekst)
    hint = f" Misschien {' of '.join(f'{s.name} ({s.id})' for s in near)}." if near else ""
    question = f"Wie is {function} {name.tekst}, en bij welke organisatie?{hint}"
    book.ask("rol", {**_fields(name), "functie": function, **where}, [span], RULE, question)


def _fields(name: Name) -> dict[str, str | None]:
    return {"persoon": name.tekst, "organisatie": None, "van": None, "tot": None}
