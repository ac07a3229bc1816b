"""vind, for plain text: lists of people, one a line, "Naam – functie, organisatie".

Assert or ask: a fact without positive evidence on the line itself becomes a question, and a line that became no fact
is kept as left over with the reason. Each rule has the name that stands on its facts:

    lijst-naam-functie   name, dash, a word for a role, and an organisation we know by exactly that name
    lijst-leden          a line under "Leden van de …"
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from graph.collation import PARTICLES, fold
from loaders.document import Document, Place
from loaders.facts import Evidence, person_id
from loaders.findings import Findings, Leftover
from loaders.naming import Names

PARTIJ = ("Gemeente", "Departement", "Organisatie")
LONGEST_LINE = 1000
DASH = re.compile(r"\s[–—-]\s")
AND = re.compile(r"\s(?:&|en)\s|;\s")
HEADING = re.compile(r"(?:de\s)?leden\svan\s(?:de|het)\s([^:]{2,120}?)(?:\szijn)?\s?:?", re.IGNORECASE)
INITIALS = re.compile(r"(?:[A-Z]\.){1,6}|[A-Z]{1,3}")
NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
TITLES = frozenset({"drs.", "dr.", "mr.", "ir.", "ing.", "prof.", "mevrouw", "dhr.", "mw."})
NO_NAME = frozenset(
    "de het een dit deze dat die wij we onze ons ook in op per van voor wie wat waar hoe als er te".split()
)
ROLE = re.compile(
    r"(?:directeur|directrice|manager|leider|leidster|regisseur|wethouder|burgemeester|voorzitter|hoofd|adviseur|"
    r"secretaris|minister|coördinator|bestuurder|raadslid|penningmeester|functionaris|medewerker|ambtenaar|griffier|"
    r"inspecteur|kwartiermaker|opgavehouder|afdelingshoofd|lid)$"
)
LOCAL = re.compile(r"(?:wethouder|burgemeester|gemeentesecretaris|raadslid|griffier)$")
JOINTS = ("van", "bij", "namens", "voor")
FORMER = re.compile(r"\b(?:toenmalige?|voormalige?|oud-\w)", re.IGNORECASE)
LIST_RULE, MEMBER_RULE = "lijst-naam-functie", "lijst-leden"
LIST_CERTAINTY, ASKED_CERTAINTY = 0.95, 0.5


@dataclass(frozen=True)
class Line:
    text: str
    start: int
    number: int


class Role(NamedTuple):
    """`vorm` is the organisation as the line names it; `ids` what that can mean."""

    functie: str
    vorm: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Body:
    """The heading above a list of members."""

    vorm: str
    ids: tuple[str, ...]
    proof: Evidence


def read(document: Document, names: Names, findings: Findings) -> None:
    reader = _Reader(document, names, findings)
    for line in split(document.tekst):
        reader.line(line)


def split(text: str) -> Iterator[Line]:
    """The lines that are not blank, without the space around them."""
    at = 0
    for number, raw in enumerate(text.split("\n"), 1):
        bare = raw.strip()
        if bare:
            yield Line(bare, at + raw.index(bare), number)
        at += len(raw) + 1


class _Reader:
    def __init__(self, document: Document, names: Names, findings: Findings) -> None:
        self.document = document
        self.names = names
        self.findings = findings
        self.body: Body | None = None
        self.folded = ""

    def line(self, line: Line) -> None:
        if len(line.text) > LONGEST_LINE:
            self._leave(line, "de regel is te lang om als lijst te lezen")
            self.body = None
        elif heading := HEADING.fullmatch(" ".join(line.text.split())):
            self.body = Body(heading[1], self._organ(heading[1]), self._proof(line))
        elif not self._person(line):
            self.body = None

    def _person(self, line: Line) -> bool:
        """Whether the line is one of a list."""
        dash = DASH.search(line.text)
        name = _clean(line.text[: dash.start()] if dash else line.text)
        if not looks_like_a_name(name):
            self._leave(line, "geen naam aan het begin" if dash else "geen lijstregel")
            return False
        if dash is None:
            if self.body is None:
                self._leave(line, "geen lijstregel")
                return False
            # a name and nothing else: the heading says what it is, but the line itself proves little
            self._add_person(line, name, f"Is '{name}' een persoon?")
            self._member(line, name, f"Is '{name}' lid van '{self.body.vorm}'?")
            return True
        rest = line.text[dash.end() :].strip()
        roles = [self._role(part) for part in parts(rest)]
        questions = [self._question(role) for role in roles]
        known = any(has_role_word(role.functie) for role in roles)
        self._add_person(line, name, None if known else f"Is '{name}' een persoon?")
        for role, question in zip(roles, questions, strict=True):
            self._add_role(line, name, role, question)
        if self.body is not None:
            self._member(line, name)
        return True

    def _add_person(self, line: Line, name: str, question: str | None) -> None:
        self._add("persoon", {"id": self._id(name), "naam": name}, line, LIST_RULE, question)

    def _add_role(self, line: Line, name: str, role: Role, question: str | None) -> None:
        velden = {
            "persoon": self._written(name), "functie": role.functie or None,
            "organisatie": role.ids[0] if len(role.ids) == 1 else None,
            "organisatie_vorm": role.vorm or None, "van": None, "tot": None,
        }  # fmt: skip
        self._add("rol", velden, line, LIST_RULE, question)

    def _member(self, line: Line, name: str, question: str | None = None) -> None:
        assert self.body is not None
        ids = self.body.ids
        velden = {
            "persoon": self._written(name), "organisatie": ids[0] if len(ids) == 1 else None,
            "organisatie_vorm": self.body.vorm, "van": None, "tot": None,
        }  # fmt: skip
        question = question if len(ids) == 1 else self._which(self.body.vorm, ids)
        made = self._add("lid", velden, line, MEMBER_RULE, question)
        if self.body.proof not in made.bewijs:
            made.bewijs.append(self.body.proof)

    # organisations

    def _role(self, part: str) -> Role:
        """`Directeur Sociaal, gemeente Utrecht` -> functie, organisation as written, what that can mean."""
        for left, right in _cuts(part):
            ids = self.names.resolve(right, PARTIJ)
            if ids and left:
                return Role(left, right, ids)
        words = part.split()
        for start in range(1, len(words)):
            vorm = " ".join(words[start:])
            ids = self.names.resolve(vorm, PARTIJ)
            if ids and self._sure(words, start, ids):
                return Role(_without_joint(words[:start]), vorm, ids)
        left, _, right = part.rpartition(",")
        return Role(_clean(left or part), _clean(right) if left else "", ())

    def _sure(self, words: list[str], start: int, ids: tuple[str, ...]) -> bool:
        """A bare place name at the end can be an ordinary word (Best, Huizen, Buren): something must point at it."""
        if not all(key.startswith("gemeente:") for key in ids):
            return True
        before = words[start - 1].lower()
        return words[start].lower() == "gemeente" or before in JOINTS or bool(LOCAL.search(before))

    def _organ(self, vorm: str) -> tuple[str, ...]:
        """The organisation of a heading; a short name stands for a longer one that this document writes in full."""
        found = self.names.resolve(vorm, ("Organisatie",))
        if found:
            return found
        self.folded = self.folded or fold(self.document.tekst)
        return tuple(k for k, name in self.names.starting_with(vorm, "Organisatie") if fold(name) in self.folded)

    # questions

    def _question(self, role: Role) -> str | None:
        if not has_role_word(role.functie):
            return f"Is '{role.functie}' een functie, en bij welke organisatie?"
        if len(role.ids) != 1:
            return self._which(role.vorm, role.ids)
        if FORMER.search(role.functie):
            return f"'{role.functie}' is een functie van vroeger. Vul in tot wanneer, of zeg nee."
        return None

    def _which(self, vorm: str, ids: tuple[str, ...]) -> str:
        if ids:
            return f"Welke is bedoeld met '{vorm}': {' of '.join(ids)}?"
        near = self.names.suggest(vorm, PARTIJ, 3) if vorm else []
        hint = f" Misschien {' of '.join(f'{s.id} ({s.name})' for s in near)}." if near else ""
        return f"Welke organisatie is '{vorm}'?{hint}" if vorm else "Bij welke organisatie is dit?"

    # what is written down

    def _add(self, soort: str, velden: dict[str, Any], line: Line, rule: str, question: str | None) -> Any:
        sure = ASKED_CERTAINTY if question else LIST_CERTAINTY
        place = Place(self.document.bestand or self.document.id, line.number, 1)
        return self.findings.add(soort, velden, [self._proof(line)], place, zekerheid=sure, regel=rule, vraag=question)

    def _proof(self, line: Line) -> Evidence:
        return Evidence(self.document.id, line.start, line.start + len(line.text), line.text)

    def _leave(self, line: Line, reason: str) -> None:
        end = line.start + len(line.text)
        self.findings.leftovers.append(Leftover(self.document.id, line.start, end, line.text, reason))

    def _id(self, name: str) -> str:
        found = self.names.resolve(name, ("Persoon",))
        return found[0] if len(found) == 1 else person_id(name)

    def _written(self, name: str) -> str:
        key = self._id(name)
        return name if person_id(name) == key else key


def looks_like_a_name(text: str) -> bool:
    """Two to seven words: given names or initials, particles, and a surname with a capital."""
    words = [w for w in text.split() if w.lower() not in TITLES]
    if (
        not 2 <= len(words) <= 7
        or words[0].lower() in NO_NAME
        or not words[-1][:1].isupper()
        or not words[0][:1].isupper()
    ):
        return False
    return all(INITIALS.fullmatch(w) or w.lower() in PARTICLES or _capital(w) for w in words) and not has_role_word(
        text
    )


def has_role_word(text: str) -> bool:
    return any(ROLE.search(word.strip(",.()").lower()) for word in re.split(r"[\s/-]", text))


def parts(text: str) -> list[str]:
    """`Voorzitter NDSD & Directeur Sociaal, gemeente Utrecht` -> two roles: a word for a role opens either side."""
    made, at = [], 0
    for joint in AND.finditer(text):
        left, right = text[at : joint.start()], text[joint.end() :]
        if _opens_with_role(left) and _opens_with_role(right):
            made.append(_clean(left))
            at = joint.end()
    return [*made, _clean(text[at:])]


def _opens_with_role(text: str) -> bool:
    words = text.split()
    return bool(words) and has_role_word(words[0])


def _cuts(part: str) -> Iterator[tuple[str, str]]:
    """Where the organisation may start: after the last dash, then after each comma from the end."""
    dashes = [*DASH.finditer(part)]
    for dash in reversed(dashes):
        yield _clean(part[: dash.start()]), _clean(part[dash.end() :])
    for i in range(len(part) - 1, -1, -1):
        if part[i] == ",":
            yield _clean(part[:i]), _clean(part[i + 1 :])


def _without_joint(words: list[str]) -> str:
    while words and words[-1].lower() in (*JOINTS, "de", "het", "der"):
        words = words[:-1]
    return _clean(" ".join(words))


def _capital(word: str) -> bool:
    return bool(NAME_WORD.fullmatch(word)) and any(part[:1].isupper() for part in re.split(r"[-'’]", word))


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" ,.;–—-")
