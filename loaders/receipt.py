"""bon: what a load did, and what undoing it needs."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from graph.merge import EdgeRow, NodeRow
from graph.model import Model
from graph.standing import as_text
from loaders.difference import Difference
from loaders.document import digest

DIED_WITH = ("BLIJKT_UIT", "UIT")
"""Relationships that a passage cannot be without: they need no line of their own."""
PASSAGE = "Vermelding"


@dataclass
class Bon:
    """The receipt. Counts are of things and relationships, not of their provenance."""

    lading: str
    al_geladen: bool = False
    graafversie: int = 0
    aangemaakt: int = 0
    bijgewerkt: int = 0
    ongewijzigd: int = 0
    afgekeurd: int = 0
    uitgesteld: int = 0
    documenten: int = 0
    feiten: int = 0
    ids: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class Undo:
    """`new` is taken away again, `before` is put back; `became` are the fingerprints of what was written.

    A thing that no longer has its fingerprint was changed by a later load. `loaded` are the documents that were loaded
    before, with the load they pointed at.
    """

    new_nodes: list[NodeRow] = field(default_factory=list)
    new_edges: list[EdgeRow] = field(default_factory=list)
    before_nodes: list[NodeRow] = field(default_factory=list)
    before_edges: list[EdgeRow] = field(default_factory=list)
    became: dict[str, str] = field(default_factory=dict)
    loaded: list[tuple[str, str]] = field(default_factory=list)

    def to_text(self) -> str:
        nodes: dict[str, list[str]] = {}
        for row in self.new_nodes:
            nodes.setdefault(row.type.name, []).append(row.id)
        edges: dict[str, list[list[str]]] = {}
        for edge in self.new_edges:
            edges.setdefault(edge.type.name, []).append([edge.source, edge.target, edge.id])
        said = {
            "nieuw": nodes,
            "nieuwe_relaties": edges,
            "was": [[r.type.name, r.id, dict(r.properties)] for r in self.before_nodes],
            "was_relaties": [[r.type.name, r.source, r.target, r.id, dict(r.properties)] for r in self.before_edges],
            "werd": self.became,
            "geladen": self.loaded,
        }
        return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def undo_of(difference: Difference, loaded: list[tuple[str, str]]) -> Undo:
    new_edges = [row for row in difference.new_edges() if row.type.name not in DIED_WITH]
    written: list[NodeRow | EdgeRow] = [*difference.nodes, *difference.edges]
    became = {row_key(r): fingerprint(r) for r in written if r.type.name not in (PASSAGE, *DIED_WITH)}
    before = [*difference.before_nodes.values()], [*difference.before_edges.values()]
    return Undo(difference.new_nodes(), new_edges, *before, became, loaded)


def undo_from(model: Model, text: str) -> Undo:
    said = json.loads(text)
    edge = model.relationships
    return Undo(
        [NodeRow(model.nodes[name], key, {}) for name, keys in said["nieuw"].items() for key in keys],
        [EdgeRow(edge[name], a, b, key, {}) for name, rows in said["nieuwe_relaties"].items() for a, b, key in rows],
        [NodeRow(model.nodes[name], key, properties) for name, key, properties in said["was"]],
        [EdgeRow(edge[name], a, b, key, properties) for name, a, b, key, properties in said["was_relaties"]],
        said["werd"],
        [(document, load) for document, load in said["geladen"]],
    )


def fingerprint(row: NodeRow | EdgeRow) -> str:
    return digest(as_text(row.properties))[:8]


def row_key(row: NodeRow | EdgeRow) -> str:
    return f"{row.type.name} {row.id}"
