"""Organisations that the graph does not know, as the answer to every question that names them: one matter, one answer.

`Thuisvester` behind a name and `Stichting Thuisvester` in a sentence are one body. Who says yes to a function there
says that the body exists, so that it is not asked twice. Nothing is asserted.
"""

import re
from typing import Any

from graph.dutch.collation import fold, slug
from loaders.facts.fact import NEW, ROLES, Candidate, Fact
from loaders.prose.bodies import subject
from loaders.prose.people.functions import is_role
from loaders.prose.people.roles import NOT_NAMED
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page

HERE, RESEMBLES = "staat erbij", "heet bijna zo"
ALIKE = 0.9
"""How alike two names are when one is likely the other, with a slip or a word more."""
TYPES = ("Departement", "Organisatie")
KNOWN = (*TYPES, "Gemeente", "Oplossing", "Traject", "Thema", "Wet", "Persoon")
"""What a name may be that is no new body."""
KIND = re.compile(
    r"^(?:de |het )?(?:stichting|vereniging|coöperatie|welzijnsorganisatie|zorgorganisatie|jeugdhulporganisatie|"
    r"woningcorporatie|corporatie|gemeentelijke)\s",
    re.IGNORECASE,
)
NAME = re.compile(r"(?=.*[A-Z])(?!gemeente\b|ziekenhuis in\b|team\b)[\w’'&./ -]{2,80}")
"""How a body is written that may be new: a name with a capital, no address, and no half of a bracket."""
LOCAL = re.compile(
    r"^(?:adviesraad|cli[eë]ntenraad|participatieraad|raadscommissie|rekenkamer|raadswerkgroep)\b", re.IGNORECASE
)
WITHOUT = " (gemeente niet genoemd)"


def read(page: Page, book: Notebook) -> None:
    place = next((t.id for t in subject.about(page, book) if t.id.startswith("gemeente:")), None)
    asked = [f for f in book.facts.values() if f.vraag and not f.kandidaten and f.soort in (*ROLES, "organisatie")]
    names = _whole({name: None for fact in asked if (name := _written(fact.velden))})
    for fact in asked:
        known = fact.velden.get("organisatie")
        written = _written(fact.velden)
        if known:
            fact.kandidaten = [Candidate(known, page.names.name(known), HERE)]
        elif written and not _stands_for(fact, written) and not page.names.resolve(written, KNOWN):
            _fill_in(page, book, fact, _of(page, names[written], place))
    _join(page, book)


def _as_long(one: str, other: str) -> bool:
    """UMC is no slip for Maastricht UMC."""
    return min(len(one), len(other)) > 0.6 * max(len(one), len(other))


def _stands_for(fact: Fact, name: str) -> bool:
    """`de Raad`: one word for a body that the question names already."""
    return " " not in name and "organisatie:" in str(fact.vraag)


def _join(page: Page, book: Notebook) -> None:
    """`Is 'Huizen' hier een gemeente?` is settled by who is asked to be at Huizen."""
    asked = {fact.kandidaten[0].id for fact in book.facts.values() if fact.vraag and fact.kandidaten}
    for fact in book.facts.values():
        key = fact.velden.get("id")
        if fact.vraag and fact.soort == "gemeente" and key in asked:
            fact.kandidaten = [Candidate(key, page.names.name(key), HERE)]


def _fill_in(page: Page, book: Notebook, fact: Fact, name: str) -> None:
    near = next((s for s in page.names.suggest(name, TYPES, 1) if s.score >= ALIKE and _as_long(s.name, name)), None)
    if near is not None:
        called = Candidate(near.id, page.names.name(near.id), RESEMBLES)
        velden = fact.velden if fact.soort == "organisatie" else {**fact.velden, "organisatie": near.id}
        book.change(fact, velden, str(fact.vraag), [called])
        return
    name = name[:1].upper() + name[1:]
    key = f"organisatie:{slug(name)}"
    if fact.soort == "organisatie":
        velden = {**fact.velden, "id": key, "naam": name}
        question = f"'{name}' {NEW}. Is dit een nieuwe organisatie?"
    else:
        velden = {**fact.velden, "organisatie": key, "organisatie_vorm": name}
        question = f"{str(fact.vraag).rstrip()} '{name}' {NEW}; met ja komt die erbij."
    book.change(fact, velden, question, [Candidate(key, name, NEW)])


def _written(velden: dict[str, Any]) -> str:
    """The name of the body as it stands there, when it looks like one."""
    said = str(velden.get("organisatie_vorm") or velden.get("naam") or "").removesuffix(WITHOUT)
    fits = (
        NAME.fullmatch(said)
        and slug(said)
        and not is_role(said)
        and not said.endswith(NOT_NAMED)
        and said.count("(") == said.count(")")
    )
    return said if fits and "id" not in velden or fits and velden.get("id") is None else ""


def _whole(names: dict[str, None]) -> dict[str, str]:
    """For each name the longest that says the same: `Thuisvester` -> `Stichting Thuisvester`."""
    longest: dict[str, str] = {}
    for name in names:
        bare = fold(KIND.sub("", name))
        longest[bare] = max(longest.get(bare, ""), name, key=len)
    return {name: longest[fold(KIND.sub("", name))] for name in names}


def _of(page: Page, name: str, place: str | None) -> str:
    """A body that every gemeente can have is called by the gemeente that the page is about."""
    if not LOCAL.match(name) or place is None or page.names.name(place) in name:
        return name
    return f"{name} {page.names.name(place)}"
