"""bon: what a load did, and what undoing it needs."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

import orjson

from graph.contents.old_ids import Alias
from graph.cypher.rows import EdgeRow, NodeRow
from graph.domain.first_spelling import first_in
from graph.domain.reader import Model
from graph.errors import GraphError
from loaders.documents.document import digest
from loaders.load.difference import Difference

DIED_WITH = ("BLIJKT_UIT", "UIT")
"""Relationships that go with their passage, so that undoing needs no line for them."""
PASSAGE = "Vermelding"
UNDO_VERSION = 2


@dataclass
class Bon:
    """The receipt. Counts are of things and relationships, not of their provenance; `told` are the rows of history."""

    lading: str
    al_geladen: bool = False
    graafversie: int = 0
    aangemaakt: int = 0
    bijgewerkt: int = 0
    ongewijzigd: int = 0
    afgekeurd: int = 0
    uitgesteld: int = 0
    vergeten: int = 0
    """Facts that name somebody who was forgotten, and were left out for that."""
    zonder_toestemming: int = 0
    """Ways to reach somebody that were left out, because nobody said that there is consent for it."""
    documenten: int = 0
    feiten: int = 0
    alleen_passage: int = 0
    """Of these facts: what is kept as the passage says it, and makes nothing, such as a quotation."""
    wachten: int = 0
    """People who come with a function about which somebody has to decide yet."""
    soorten: dict[str, dict[str, int]] = field(default_factory=dict)
    """For each kind of fact how many were decided how."""
    ids: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if name != "told"}


@dataclass(frozen=True)
class Written:
    """A row that a load wrote: what stood there before (None for nothing), and the mark of what it became.

    A row that no longer has its mark was changed by a later load. "" when there is no need to look.
    """

    row: NodeRow | EdgeRow
    mark: str = ""
    new: bool = True


@dataclass
class Undo:
    """What a load wrote and took away. `loaded`: documents that were loaded before, with the load they pointed at;
    `aliases`: ids that became old ones, with what they were an old id of before."""

    written: list[Written] = field(default_factory=list)
    gone: list[NodeRow | EdgeRow] = field(default_factory=list)
    loaded: list[tuple[str, str]] = field(default_factory=list)
    aliases: list[tuple[Alias, Alias | None]] = field(default_factory=list)

    def add(self, difference: Difference) -> None:
        for node in difference.nodes:
            before = difference.before_nodes.get(node.id)
            mark = "" if node.type.name == PASSAGE else fingerprint(node)
            self.written.append(Written(before or NodeRow(node.type, node.id, {}), mark, before is None))
        for edge in difference.edges:
            if edge.type.name in DIED_WITH:
                continue
            tie = difference.before_edges.get((edge.type.name, edge.id))
            bare = EdgeRow(edge.type, edge.source, edge.target, edge.id, {})
            self.written.append(Written(tie or bare, fingerprint(edge), tie is None))
        self.gone += [difference.before_edges[edge.type.name, edge.id] for edge in difference.gone]
        self.gone += [difference.before_nodes[node.id] for node in difference.gone_nodes]

    def new(self) -> list[NodeRow | EdgeRow]:
        return [w.row for w in self.written if w.new]

    def changed(self) -> list[NodeRow | EdgeRow]:
        return [w.row for w in self.written if not w.new]

    def to_text(self) -> str:
        said = {
            "versie": UNDO_VERSION,
            "nieuw": [[*_flat(w.row), w.mark] for w in self.written if w.new],
            "was": [[*_flat(w.row), w.mark, dict(w.row.properties)] for w in self.written if not w.new],
            "weg": [[*_flat(row), dict(row.properties)] for row in self.gone],
            "geladen": self.loaded,
            "bijnamen": [[[*new], [*old] if old else None] for new, old in self.aliases],
        }
        return orjson.dumps(said).decode()


def undo_from(model: Model, text: str) -> Undo:
    """Raises GraphError for a receipt of an older program."""
    said = orjson.loads(text)
    if said.get("versie") != UNDO_VERSION:
        raise GraphError("Deze lading is door een ouder programma gedaan en kan niet meer terug.")
    return Undo(
        [
            *(Written(_row(model, flat, {}), mark) for *flat, mark in said["nieuw"]),
            *(Written(_row(model, flat, was), mark, False) for *flat, mark, was in said["was"]),
        ],
        [_row(model, flat, was) for *flat, was in said["weg"]],
        [(document, load) for document, load in said["geladen"]],
        [(Alias(*new), Alias(*old) if old else None) for new, old in said["bijnamen"]],
    )


def fingerprint(row: NodeRow | EdgeRow) -> str:
    return digest(first_in(orjson.dumps(dict(row.properties), option=orjson.OPT_SORT_KEYS)))[:8]


def nodes_in(rows: Iterable[NodeRow | EdgeRow]) -> list[NodeRow]:
    return [row for row in rows if isinstance(row, NodeRow)]


def edges_in(rows: Iterable[NodeRow | EdgeRow]) -> list[EdgeRow]:
    return [row for row in rows if isinstance(row, EdgeRow)]


def _flat(row: NodeRow | EdgeRow) -> list[str]:
    ends = [row.source, row.target] if isinstance(row, EdgeRow) else []
    return [row.type.name, *ends, row.id]


def _row(model: Model, flat: list[str], properties: dict[str, Any]) -> NodeRow | EdgeRow:
    if len(flat) == 2:
        return NodeRow(model.nodes[flat[0]], flat[1], properties)
    name, source, target, key = flat
    return EdgeRow(model.relationships[name], source, target, key, properties)
