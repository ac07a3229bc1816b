"""Whoever was forgotten stays out, by whatever document he comes: facts about him are left out of a load, and what else
names him is loaded without the name. A load of a thousand rows is not refused for one of them.

So does a way to reach somebody who gave no consent for it: his address, and addresses and numbers in the passages about
people.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.contents import existing
from graph.cypher.rows import EdgeRow, NodeRow
from graph.domain.marks import Toestemming
from graph.domain.reader import Model
from graph.engine.store import Run
from graph.erasure.forgotten import Forgotten
from graph.erasure.sweep import changed
from loaders.facts.fact import Evidence, Fact, tie
from loaders.load.plan import Plan
from loaders.proposal.decided import Settled, load_id
from loaders.proposal.proposal import Source

OF_PERSON = {"persoon", "rol", "lid", "citaat"}
OF_US = {"id", "feiten"}
LEFT_OUT = "weggelaten"
"""What stands in a passage instead of a way to reach somebody; one word, so that a record stays one."""
REACHED = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w/.,-])(?:\+31|0031|0)[\s-]?(?:\(0\)[\s-]?)?[1-9](?:[\s-]?\d){8}(?![\w-])"
)
"""An e-mail address, or a telephone number of the Netherlands."""


def without(model: Model, settled: Settled, away: Forgotten) -> Settled:
    """What is to be loaded; it stays the load that it was."""
    if not away.marks:
        return settled
    kept = [fact for fact in settled.feiten if not _about(model, fact, away)]
    corrected = {key: fact for key, fact in settled.corrected.items() if not _about(model, fact, away)}
    documents = [
        replace(d, titel=away.redacted(d.titel), bestand=d.bestand and away.redacted(d.bestand))
        for d in settled.documenten
    ]
    fields = {key: replace(fact, velden=_fields(fact.velden, away)) for key, fact in corrected.items()}
    feiten = [replace(fact, velden=_fields(fact.velden, away)) for fact in kept]
    left_out = len(settled.feiten) - len(kept)
    return replace(
        settled, documenten=documents, feiten=feiten, corrected=fields, away=away, left_out=left_out,
        load=load_id(settled),
    )  # fmt: skip


def nameless(plan: Plan, away: Forgotten) -> Plan:
    """The rows of a plan without the names, wherever in a text they stand. Only now: a passage of a record is made of
    its fields when it is planned."""
    if away.marks:
        plan.nodes = {key: _node(row, away) for key, row in plan.nodes.items()}
        plan.edges = {key: _edge(row, away) for key, row in plan.edges.items()}
    return plan


def _node(row: NodeRow, away: Forgotten) -> NodeRow:
    return replace(row, properties=_properties(row.properties, away))


def _edge(row: EdgeRow, away: Forgotten) -> EdgeRow:
    return replace(row, properties=_properties(row.properties, away))


def _properties(given: Mapping[str, Any], away: Forgotten) -> dict[str, Any]:
    return {name: value if name in OF_US else changed(value, away.redacted) for name, value in given.items()}


def _source(source: Source, away: Forgotten) -> Source:
    """With a title that its row cannot do without; what else names him goes with the row."""
    return replace(source, titel=away.redacted(source.titel))


def _about(model: Model, fact: Fact, away: Forgotten) -> bool:
    """Whether it says something of somebody who was forgotten: it is about him, or ties him to something."""
    said = [*fact.velden.values(), *(fact.gelezen or {}).values()]
    if not any(away.is_one(value) for value in said):
        return False
    return fact.soort in OF_PERSON or tie(model, fact) is not None


def _fields(given: dict[str, Any], away: Forgotten) -> dict[str, Any]:
    """Without values that are somebody's name as a whole."""
    return {name: _listed(value, away) for name, value in given.items() if not away.is_one(value)}


def _listed(value: Any, away: Forgotten) -> Any:
    return [each for each in value if not away.is_one(each)] if isinstance(value, list) else value


@dataclass(frozen=True)
class Given:
    """A value that needs consent: of whom, which property, which other one holds the day of that, and what it is."""

    who: str
    name: str
    day: str
    value: str


async def consented(run: Run, model: Model, settled: Settled) -> Settled:
    """What is to be loaded without ways to reach people who gave no consent; it stays the load that it was."""
    facts = [*settled.feiten, *settled.corrected.values()]
    given = [each for fact in facts for each in _given(model, fact)]
    may = await _with_consent(run, model, facts, given)
    lacking = {(each.who, each.name) for each in given if each not in may}
    kept = {each.value.casefold() for each in may}
    reached = any(REACHED.search(proof.citaat) for fact in facts if fact.soort in OF_PERSON for proof in fact.bewijs)
    if not lacking and not reached:
        return settled
    left = {each.value for each in given if each not in may}
    feiten = [_bare(fact, lacking, left, kept) for fact in settled.feiten if not _is(fact, lacking)]
    corrected = {key: _bare(fact, lacking, left, kept) for key, fact in settled.corrected.items()}
    return replace(
        settled, feiten=feiten, corrected=corrected, without_consent=len(lacking), load=load_id(settled)
    )  # fmt: skip


def _given(model: Model, fact: Fact) -> Iterator[Given]:
    node, who = model.by_prefix(fact.soort), fact.velden.get("id")
    for prop in node.marked(Toestemming) if node is not None and isinstance(who, str) else ():
        value, mark = _said(fact, prop.name), prop.mark(Toestemming)
        if mark is not None and value is not None and fact.besluit == "ja":
            yield Given(str(who), prop.name, mark.dag, str(value))


def _said(fact: Fact, name: str) -> Any:
    """What a fact says of a property, as one of several or on its own."""
    return fact.velden.get("waarde") if fact.velden.get("eigenschap") == name else fact.velden.get(name)


async def _with_consent(run: Run, model: Model, facts: Sequence[Fact], given: Sequence[Given]) -> set[Given]:
    """Those of whom the day of the consent comes along, or stands in the graph."""
    if not given:
        return set()
    days = {each.day for each in given}
    said = {(f.velden.get("id"), day) for f in facts if f.besluit == "ja" for day in days if _said(f, day)}
    for node in (each for each in model.entities if any(each.marked(Toestemming))):
        for key, known in (await existing.nodes(run, node, {each.who for each in given})).items():
            said |= {(key, day) for day in days if known.get(day)}
    return {each for each in given if (each.who, each.day) in said}


def _is(fact: Fact, lacking: set[tuple[str, str]]) -> bool:
    return (str(fact.velden.get("id")), str(fact.velden.get("eigenschap"))) in lacking


def _bare(fact: Fact, lacking: set[tuple[str, str]], left: set[str], kept: set[str]) -> Fact:
    names = {name for who, name in lacking if who == fact.velden.get("id")}
    fields = {name: value for name, value in fact.velden.items() if name not in names}
    read = fact.gelezen and {name: value for name, value in fact.gelezen.items() if name not in names}
    proofs = [replace(proof, citaat=_quoted(proof, fact, left, kept)) for proof in fact.bewijs]
    return replace(fact, velden=fields, gelezen=read, bewijs=proofs)


def _quoted(proof: Evidence, fact: Fact, left: set[str], kept: set[str]) -> str:
    text = proof.citaat
    for value in left:
        text = text.replace(value, LEFT_OUT)
    if fact.soort not in OF_PERSON:
        return text
    return REACHED.sub(lambda found: found[0] if found[0].casefold() in kept else LEFT_OUT, text)
