"""A proposal as a person left it -> the facts it stands for.

Who puts a name or a function right makes another claim of the fact. The claim gets the id that is its own, so that the
next document that says it right confirms it; the id it was read under is kept as a correction, so that the next
document that says it wrong is put right as well.
"""

from dataclasses import dataclass, field, replace

import orjson

from graph.domain.first_spelling import first_in
from graph.domain.reader import Model
from graph.erasure.forgotten import NOBODY_FORGOTTEN, Forgotten
from graph.errors import GraphError
from loaders.documents.document import HASH_LENGTH, digest
from loaders.facts.fact import Claim, Fact, claim, fact_id, only_said
from loaders.proposal import matters
from loaders.proposal.proposal import Proposal, Source


@dataclass
class Settled:
    """`corrected`: what was read, by its id, and what a person made of it."""

    documenten: list[Source]
    feiten: list[Fact]
    basis: str
    corrected: dict[str, Fact] = field(default_factory=dict)
    away: Forgotten = NOBODY_FORGOTTEN
    """Whose names are not written, wherever they stand."""
    left_out: int = 0
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
        known = here.setdefault(own.id, own)
        if known is own:
            made.feiten.append(own)
        else:
            known.bewijs = [*dict.fromkeys([*known.bewijs, *own.bewijs])]
    return made


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
