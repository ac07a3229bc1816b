"""Decisions -> the rows they ask for: things, relationships and their provenance. No database here.

Facts decided "ja" become things and relationships; "ja" and "nee" both leave a Feit, so that a "nee" stays "nee".
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.contents.existing import as_text
from graph.cypher.rows import EdgeRow, NodeRow, stored
from graph.domain.reader import Model, NodeType
from graph.domain.vocabulary import PublicatieStatus, Rol
from graph.domain.web_address import strangers
from graph.dutch.collation import slug
from graph.errors import GraphError
from loaders.facts.fact import EXISTS, RECORD_RULE, ROLES, Claim, Fact, Tie, edge_id, only_said, passage_id, tie
from loaders.proposal.decided import Settled, checked_claim
from loaders.proposal.proposal import Source
from loaders.records.told import told

DOCUMENT_DATE = "documentdatum"


@dataclass
class Plan:
    """Rows by what identifies them. A row names the facts it rests on under `feiten`, in `lapsed` the one it loses."""

    model: Model
    nodes: dict[str, NodeRow] = field(default_factory=dict)
    edges: dict[tuple[str, str], EdgeRow] = field(default_factory=dict)
    lapsed: list[EdgeRow] = field(default_factory=list)
    refused: frozenset[str] = frozenset()
    waiting: dict[str, Fact] = field(default_factory=dict)
    """Who waits with a function, by id: of whom the graph already has, there is one more fact."""
    named: dict[str, NodeRow] = field(default_factory=dict)
    """What comes along with a fact about it, by id: made when neither the plan nor the graph has it."""

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
    """Who records it, when, and in which role; `editie` when it is an edition of the seeds."""

    door: str
    op: str
    editie: str | None = None
    rol: Rol = Rol.PROGRAMMABUREAU


def make(model: Model, settled: Settled) -> Plan:
    """The things and relationships that the facts ask for, and the documents."""
    plan = Plan(model, refused=frozenset(_refused(settled.feiten)))
    for source in settled.documenten:
        _document(plan, source)
    for fact in settled.feiten:
        if fact.besluit != "ja":
            continue
        if fact.id in settled.waiting:
            plan.waiting[str(fact.velden["id"])] = fact
        elif fact.stand == "vervalt" and not _ended(fact):
            _lapse(plan, fact)
        else:
            _assert(plan, fact)
    return plan


def admit(plan: Plan, known: Container[str]) -> None:
    """Who waits with a function and is known already has one fact more."""
    for key, fact in plan.waiting.items():
        if key in known:
            _assert(plan, fact)


def _refused(facts: Iterable[Fact]) -> Iterator[str]:
    return (str(f.velden.get("id")) for f in facts if f.besluit == "nee" and f.soort == "persoon")


def record(model: Model, facts: Iterable[Fact], corrected: Mapping[str, Fact], hand: Hand) -> Plan:
    """What is kept of these decided facts themselves: who said it, and where it stands."""
    plan = Plan(model)
    for fact in facts:
        _record(plan, fact, hand)
    for key, fact in corrected.items():
        _fact(plan, key, fact, checked_claim(model, fact), "verbeterd")
    return plan


def _ended(fact: Fact) -> bool:
    """Not "never true" but "ended on": a person filled in until when."""
    end = fact.velden.get("tot")
    return bool(end) and end != (fact.gelezen or {}).get("tot")


def _assert(plan: Plan, fact: Fact) -> None:
    if only_said(fact):
        _date_documents(plan, fact)
        return
    bound = tie(plan.model, fact)
    if bound is not None:
        _check_ends(plan.model, fact, bound)
        _bind(plan, bound, fact.id)
        _name(plan, bound, fact)
        return
    node = plan.model.by_prefix(fact.soort)
    key = fact.velden.get("id")
    if node is None or not isinstance(key, str) or plan.model.by_prefix(key) is not node:
        raise GraphError(f"Feit {fact.id}: '{fact.soort}' met id '{key}' past niet bij het domein. Pas het feit aan.")
    said = fact.velden
    if "eigenschap" in said:
        said = {said["eigenschap"]: said.get("waarde")}
    for name, prop in node.properties.items():
        if bad := strangers(prop, said.get(name)):
            raise GraphError(f"Feit {fact.id}: bij '{name}' is '{bad[0]}' geen webadres; begin met https://")
    known = {n: stored(p, said[n]) for n, p in node.properties.items() if said.get(n) is not None}
    plan.node(node, key, {**known, "feiten": [fact.id]})
    if said.get("oplossing_vorm") and isinstance(said.get("oplossing"), str):
        _bring(plan, plan.model.nodes["Oplossing"], said["oplossing"], str(said["oplossing_vorm"]), fact.id)
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


def _lapse(plan: Plan, fact: Fact) -> None:
    """A person says it was never so. A relationship goes; a thing stays, withdrawn. The fact stays as a "nee"."""
    bound, said = tie(plan.model, fact), checked_claim(plan.model, fact)
    node = plan.model.by_prefix(fact.soort)
    if bound is not None:
        key = edge_id(plan.model, bound)
        plan.lapsed.append(EdgeRow(bound.type, bound.source, bound.target, key, {"feiten": [fact.id]}))
    elif node is not None and said.gezegde == EXISTS:
        plan.node(node, said.onderwerp, {"publicatieStatus": PublicatieStatus.INGETROKKEN.name})


def _bind(plan: Plan, bound: Tie, fact: str) -> None:
    key = edge_id(plan.model, bound)
    plan.edge(bound.type.name, bound.source, bound.target, key, {**bound.properties, "feiten": [fact]})


def _name(plan: Plan, bound: Tie, fact: Fact) -> None:
    """Who says yes to what somebody does says that there is such a person, unless it was refused, and such a body."""
    said = str(fact.velden.get("persoon") or "")
    where = str(fact.velden.get("organisatie_vorm") or "")
    if fact.soort in ROLES and bound.target == f"organisatie:{slug(where)}":
        _bring(plan, plan.model.nodes["Organisatie"], bound.target, where, fact.id)
    if fact.soort in ROLES and said and ":" not in said and bound.source not in plan.refused:
        _bring(plan, plan.model.nodes["Persoon"], bound.source, said, fact.id)


def _bring(plan: Plan, node: NodeType, key: str, called: str, fact: str) -> None:
    """A thing that comes along with a fact about it, when it is not there yet."""
    assert node.naming is not None
    here = plan.named.get(key)
    known = here.properties if here else {"id": key, node.naming.name: called}
    plan.named[key] = NodeRow(node, key, {**known, **_joined(known, {"feiten": [fact]})})


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


def _record(plan: Plan, fact: Fact, hand: Hand) -> None:
    said = checked_claim(plan.model, fact)
    if fact.stand == "vervalt":
        holds = fact.besluit == "nee"
        _fact(plan, fact.id, fact, said, "ja" if holds or _ended(fact) else "nee", holds or None)
        return
    _fact(plan, fact.id, fact, said, fact.besluit)
    for proof in fact.bewijs:
        key = passage_id(proof, fact.id)
        passage = {
            "passage": told(proof.citaat) if fact.regel == RECORD_RULE else proof.citaat,
            "van": proof.van if proof.tot else None, "tot": proof.tot or None, "zekerheid": float(fact.zekerheid),
            "onderbouwt": said.gezegde, "regel": fact.regel, "bevestigd": fact.vraag is not None,
            "vastgelegdDoor": hand.door, "vastgelegdOp": hand.op,
        }  # fmt: skip
        plan.node(
            plan.model.nodes["Vermelding"], key, {name: each for name, each in passage.items() if each is not None}
        )
        plan.edge("BLIJKT_UIT", fact.id, key, key, {})
        plan.edge("UIT", key, proof.document, key, {})


def _fact(plan: Plan, key: str, fact: Fact, said: Claim, decision: str, holds: bool | None = None) -> None:
    read = fact.gelezen if fact.gelezen is not None and key == fact.id else fact.velden
    changed = {name: read.get(name) for name in {**read, **fact.velden} if read.get(name) != fact.velden.get(name)}
    properties: dict[str, Any] = {
        "soort": fact.soort, "velden": as_text(fact.velden), "onderwerp": said.onderwerp, "gezegde": said.gezegde,
        "voorwerp": said.voorwerp, "besluit": decision, "staatVast": holds,
        "verbeterd": as_text(changed) if changed else None,
    }  # fmt: skip
    plan.node(plan.model.nodes["Feit"], key, {k: v for k, v in properties.items() if v is not None})


def _joined(known: Mapping[str, Any], properties: Mapping[str, Any]) -> dict[str, list[str]]:
    if "feiten" not in known and "feiten" not in properties:
        return {}
    return {"feiten": [*dict.fromkeys([*known.get("feiten", ()), *properties.get("feiten", ())])]}
