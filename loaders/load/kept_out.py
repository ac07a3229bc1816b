"""Whoever was forgotten stays out, by whatever document he comes: facts about him are left out of a load, and what else
names him is loaded without the name. A load of a thousand rows is not refused for one of them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.cypher.rows import EdgeRow, NodeRow
from graph.domain.reader import Model
from graph.erasure.forgotten import Forgotten
from graph.erasure.sweep import changed
from loaders.facts.fact import Fact, tie
from loaders.load.plan import Plan
from loaders.proposal.decided import Settled, load_id
from loaders.proposal.proposal import Source

OF_PERSON = {"persoon", "rol", "lid", "citaat"}
OF_US = {"id", "feiten"}


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
