"""A proposal as a person left it -> the facts it stands for.

Who puts a name or a function right makes another claim of the fact. The claim gets the id that is its own, so that the
next document that says it right confirms it; the id it was read under is kept as a correction, so that the next
document that says it wrong is put right as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from graph.domain.first_spelling import first_in
from graph.domain.reader import Model
from graph.erasure.forgotten import NOBODY_FORGOTTEN, Forgotten
from graph.errors import GraphError
from loaders.documents.document import HASH_LENGTH, digest
from loaders.facts.fact import RECORD_RULE, ROLES, Claim, Fact, claim, fact_id, only_said, person_id
from loaders.proposal import matters
from loaders.proposal.proposal import Proposal, Source


@dataclass
class Settled:
    """`corrected`: what was read, by its id, and what a person made of it. `waiting`: the facts that say of somebody
    new that there is such a person, while nothing is decided about what this person does."""

    documenten: list[Source]
    feiten: list[Fact]
    basis: str
    corrected: dict[str, Fact] = field(default_factory=dict)
    waiting: frozenset[str] = frozenset()
    away: Forgotten = NOBODY_FORGOTTEN
    """Whose names are not written, wherever they stand."""
    left_out: int = 0
    without_consent: int = 0
    """Of how many ways to reach somebody there was no consent: those are not written."""
    load: str = ""
    """The load that it was before facts were left out."""

    def decided(self) -> list[Fact]:
        return [f for f in self.feiten if f.besluit != "later"]


def settle(model: Model, proposal: Proposal) -> Settled:
    """Raises GraphError, naming the fact, when an edit left something that is no claim."""
    made = Settled(proposal.documenten, [], proposal.basis)
    here: dict[str, Fact] = {}
    for fact in matters.answered(proposal.feiten, proposal.samen):
        own = fact
        if fact.besluit != "later" and not only_said(fact):
            checked_claim(model, fact)
            key = fact_id(model, fact)
            if key != fact.id and fact.besluit == "ja" and fact.stand != "vervalt":
                own = made.corrected[fact.id] = replace(fact, id=key)
        known = here.get(own.id)
        if known is not None:
            first = own if known.besluit == "later" else known
            own = replace(first, bewijs=[*dict.fromkeys([*known.bewijs, *own.bewijs])])
        here[own.id] = own
    made.feiten = [*here.values()]
    made.waiting = frozenset(_waiting(made.feiten))
    return made


def _waiting(facts: Sequence[Fact]) -> Iterator[str]:
    """Somebody new of whom a document says a function, and about every function of whom somebody still has to decide,
    waits with it: a person without a function is nobody that the graph should know."""
    asked = {_person(f) for f in facts if f.soort in ROLES and f.besluit == "later" and f.vraag is not None}
    sure = [f for f in facts if asked and f.besluit == "ja" and f.soort != "persoon" and not only_said(f)]
    asked -= {_person(f) for f in sure if f.soort in ROLES}
    asked -= {value for f in sure if f.soort not in ROLES for value in _ids(f.velden)}
    return (f.id for f in facts if _is_new(f) and f.velden.get("id") in asked)


def _is_new(fact: Fact) -> bool:
    """Whether this makes somebody whom nobody was asked about."""
    asserted = fact.besluit == "ja" and fact.stand != "vervalt" and fact.vraag is None
    return asserted and fact.soort == "persoon" and fact.regel != RECORD_RULE and "eigenschap" not in fact.velden


def _person(fact: Fact) -> str:
    return person_id(str(fact.velden.get("persoon") or ""))


def _ids(velden: Mapping[str, Any]) -> Iterator[str]:
    for value in velden.values():
        yield from (str(each) for each in (value if isinstance(value, list) else [value]))


def load_id(settled: Settled) -> str:
    """The same documents, facts and decisions are the same load, whatever the graph looked like."""
    if settled.load:
        return settled.load
    said = [
        [f.id, f.velden, f.besluit, f.zekerheid, sorted([e.document, e.van, e.tot] for e in f.bewijs)]
        for f in sorted(settled.feiten, key=lambda f: f.id)
    ]
    documents = sorted([d.id, d.titel, d.url, d.datum, d.uitgever, d.soort] for d in settled.documenten)
    text = orjson.dumps([documents, said], option=orjson.OPT_SORT_KEYS)
    return "lading:" + digest(first_in(text))[:HASH_LENGTH]


def checked_claim(model: Model, fact: Fact) -> Claim:
    """A proposal may have been edited by hand, so what it says is checked once more."""
    try:
        return claim(model, fact)
    except (KeyError, TypeError, AttributeError) as error:
        raise GraphError(f"Feit {fact.id}: bij '{fact.soort}' ontbreekt of klopt het veld {error}.") from error
