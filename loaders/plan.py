"""Decisions -> the rows they ask for: things, relationships and their provenance. No database here.

Facts decided "ja" become things and relationships; "ja" and "nee" both leave a Feit, so that a "nee" stays "nee".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.errors import GraphError
from graph.merge import EdgeRow, NodeRow, stored
from graph.model import Model, NodeType
from graph.standing import as_text
from graph.vocabulary import PublicatieStatus
from loaders.document import HASH_LENGTH, digest
from loaders.facts import EXISTS, Claim, Evidence, Fact, Tie, claim, edge_id, only_said, tie
from loaders.proposal import Proposal, Source

DOCUMENT_DATE = "documentdatum"


@dataclass
class Plan:
    """Rows by what identifies them. A row names the facts it rests on under `feiten`, in `lapsed` the one it loses."""

    model: Model
    nodes: dict[str, NodeRow] = field(default_factory=dict)
    edges: dict[tuple[str, str], EdgeRow] = field(default_factory=dict)
    lapsed: list[EdgeRow] = field(default_factory=list)

    def node(self, node: NodeType, key: str, properties: Mapping[str, Any]) -> None:
        here = self.nodes.get(key)
        known = dict(here.properties) if here else {}
        facts = _joined(known, properties)
        self.nodes[key] = NodeRow(node, key, {**known, **properties, "id": key, **facts})

    def edge(self, type_name: str, source: str, target: str, key: str, properties: Mapping[str, Any]) -> None:
        edge = self.model.relationships[type_name]
        here = self.edges.get((type_name, key))
        known = dict(here.properties) if here else {}
        facts = _joined(known, properties)
        self.edges[type_name, key] = EdgeRow(edge, source, target, key, {**known, **properties, "id": key, **facts})


@dataclass(frozen=True)
class Hand:
    """Who records it, and when."""

    door: str
    op: str


def make(model: Model, proposal: Proposal, hand: Hand) -> Plan:
    plan = Plan(model)
    for source in proposal.documenten:
        _document(plan, source)
    for fact in proposal.feiten:
        if fact.besluit == "later":
            continue
        said = _claim(model, fact)
        if fact.stand == "vervalt":
            if fact.besluit == "ja":
                _lapse(plan, fact, said, hand)
            continue
        if fact.besluit == "ja":
            _assert(plan, fact)
        _record(plan, fact, said, hand)
    return plan


def _claim(model: Model, fact: Fact) -> Claim:
    """A proposal may have been edited by hand, so what it says is checked here once more."""
    try:
        return claim(model, fact)
    except (KeyError, TypeError, AttributeError) as error:
        raise GraphError(f"Feit {fact.id}: bij '{fact.soort}' ontbreekt of klopt het veld {error}.") from error


def _assert(plan: Plan, fact: Fact) -> None:
    if only_said(fact):
        _date_documents(plan, fact)
        return
    bound = tie(plan.model, fact)
    if bound is not None:
        _check_ends(plan.model, fact, bound)
        _bind(plan, bound, fact.id)
        return
    node = plan.model.by_prefix(fact.soort)
    key = fact.velden.get("id")
    if node is None or not isinstance(key, str) or plan.model.by_prefix(key) is not node:
        raise GraphError(f"Feit {fact.id}: '{fact.soort}' met id '{key}' past niet bij het domein. Pas het feit aan.")
    said = fact.velden
    if "eigenschap" in said:
        said = {said["eigenschap"]: said.get("waarde")}
    known = {n: stored(p, said[n]) for n, p in node.properties.items() if said.get(n) is not None}
    plan.node(node, key, {**known, "feiten": [fact.id]})
    for name, relation in node.relations.items():
        other = said.get(name)
        if isinstance(other, str):
            source, target = (key, other) if relation.forward else (other, key)
            _bind(plan, Tie(relation.relationship, source, target, {}), fact.id)


def _date_documents(plan: Plan, fact: Fact) -> None:
    """The date that a document gives itself fills what its source left open."""
    if fact.velden.get("wat") != DOCUMENT_DATE:
        return
    for proof in fact.bewijs:
        document = plan.nodes.get(proof.document)
        if document is not None and not document.properties.get("datum"):
            plan.node(plan.model.nodes["Bron"], proof.document, {"datum": fact.velden["datum"]})


def _lapse(plan: Plan, fact: Fact, said: Claim, hand: Hand) -> None:
    """A person says it is no longer so. A relationship goes; a thing stays, withdrawn. The fact stays as a "nee"."""
    bound = tie(plan.model, fact)
    node = plan.model.by_prefix(fact.soort)
    if bound is not None:
        key = edge_id(plan.model, bound)
        plan.lapsed.append(EdgeRow(bound.type, bound.source, bound.target, key, {"feiten": [fact.id]}))
    elif node is not None and said.gezegde == EXISTS:
        plan.node(node, said.onderwerp, {"publicatieStatus": PublicatieStatus.INGETROKKEN.name})
    _record(plan, replace(fact, besluit="nee"), said, hand)


def _bind(plan: Plan, bound: Tie, fact: str) -> None:
    key = edge_id(plan.model, bound)
    plan.edge(bound.type.name, bound.source, bound.target, key, {**bound.properties, "feiten": [fact]})


def _check_ends(model: Model, fact: Fact, bound: Tie) -> None:
    for end, types in ((bound.source, bound.type.sources), (bound.target, bound.type.targets)):
        node = model.by_prefix(end)
        if node is None or node.name not in types:
            wanted = " of ".join(model.nodes[t].prefix for t in types)
            raise GraphError(f"Feit {fact.id}: '{end}' is geen {wanted}. Vul een id in en probeer het opnieuw.")


def _document(plan: Plan, source: Source) -> None:
    properties = {
        "titel": source.titel, "soort": source.soort, "url": source.url, "datum": source.datum,
        "sha256": source.sha256, "bestand": source.bestand, "tekens": source.tekens,
    }  # fmt: skip
    plan.node(plan.model.nodes["Bron"], source.id, {k: v for k, v in properties.items() if v is not None})
    if source.uitgever:
        plan.edge("UITGEGEVEN_DOOR", source.id, source.uitgever, f"{source.id}>{source.uitgever}", {})


def _record(plan: Plan, fact: Fact, said: Claim, hand: Hand) -> None:
    properties: dict[str, Any] = {
        "soort": fact.soort, "velden": as_text(fact.velden), "onderwerp": said.onderwerp,
        "gezegde": said.gezegde, "voorwerp": said.voorwerp, "besluit": fact.besluit,
    }  # fmt: skip
    plan.node(plan.model.nodes["Feit"], fact.id, {k: v for k, v in properties.items() if v is not None})
    for proof in fact.bewijs:
        key = passage_id(proof, fact.id)
        passage = {
            "passage": proof.citaat, "van": proof.van, "tot": proof.tot, "zekerheid": float(fact.zekerheid),
            "onderbouwt": said.gezegde, "regel": fact.regel, "bevestigd": fact.vraag is not None,
            "vastgelegdDoor": hand.door, "vastgelegdOp": hand.op,
        }  # fmt: skip
        plan.node(plan.model.nodes["Vermelding"], key, passage)
        plan.edge("BLIJKT_UIT", fact.id, key, key, {})
        plan.edge("UIT", key, proof.document, key, {})


def passage_id(proof: Evidence, fact: str) -> str:
    return "passage:" + digest(f"{proof.document}\x1f{proof.van}\x1f{proof.tot}\x1f{fact}")[:HASH_LENGTH]


def things(proposal: Proposal) -> Iterable[str]:
    """The ids of the things this proposal makes."""
    return (f.velden["id"] for f in proposal.feiten if f.besluit == "ja" and isinstance(f.velden.get("id"), str))


def _joined(known: Mapping[str, Any], properties: Mapping[str, Any]) -> dict[str, list[str]]:
    if "feiten" not in known and "feiten" not in properties:
        return {}
    return {"feiten": [*dict.fromkeys([*known.get("feiten", ()), *properties.get("feiten", ())])]}
