"""What was found so far in a set of documents: facts, the names they lean on, mistakes and what was left over."""

from dataclasses import dataclass, field
from typing import Any

from graph.domain.reader import Model
from loaders.documents.document import Document, Place, Problem
from loaders.facts.fact import Evidence, Fact, fact


@dataclass(frozen=True)
class Leftover:
    """A span that became no fact, and why."""

    document: str
    van: int
    tot: int
    tekst: str
    reden: str


@dataclass
class Findings:
    """`needed`: ids that must exist somewhere, with the first place that names them. `held`: who has a function that
    one person has at a time, by function and organisation. `offices`: where somebody of a name has an office, by that
    name and the function.
    """

    model: Model
    documents: dict[str, Document] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    needed: dict[str, tuple[Place, tuple[str, ...]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    held: dict[tuple[str, str], dict[str, Fact]] = field(default_factory=dict)
    offices: dict[tuple[str, str], dict[str, Fact]] = field(default_factory=dict)

    def add(self, soort: str, velden: dict[str, Any], evidence: list[Evidence], place: Place, **rest: Any) -> Fact:
        """A fact that is already here gets the evidence and the fields it did not have; it never loses a field."""
        made = fact(self.model, soort, velden, bewijs=[], **rest)
        here = self.facts.setdefault(made.id, made)
        self.places.setdefault(made.id, place)
        if here is not made:
            self._combine(here, made, place)
        for proof in evidence:
            if proof not in here.bewijs:
                here.bewijs.append(proof)
        return here

    def _combine(self, here: Fact, made: Fact, place: Place) -> None:
        for name, value in made.velden.items():
            known = here.velden.get(name)
            if known is None or known == []:
                here.velden[name] = value
            elif known != value and value not in (None, []):
                other = self.places[here.id]
                self.problem(
                    place, f"'{name}' is hier '{value}' en in {other} '{known}'; maak ze gelijk of laat één weg"
                )
        here.zekerheid = max(here.zekerheid, made.zekerheid)

    def need(self, key: str, place: Place, types: tuple[str, ...]) -> None:
        self.needed.setdefault(key, (place, types))

    def problem(self, place: Place, tekst: str) -> None:
        self.problems.append(Problem(place, tekst))

    def declared(self) -> set[str]:
        """The ids of the things that these facts make."""
        return {f.velden["id"] for f in self.facts.values() if "id" in f.velden}
