"""Records about a thing: one fact that it is there, with its properties and the ends it cannot do without, and one fact
for every other relation. A relation may hold a whole thing instead of an id; that thing is a record of its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.domain.marks import Shape
from graph.domain.reader import NodeType, Property, Relation
from loaders.documents.document import Place
from loaders.documents.markup import Cell, scalar
from loaders.facts.fact import ABOUT, RECORD_RULE, Evidence, Fact, Tie, identify
from loaders.records.cells import Cells
from loaders.records.references import References
from loaders.records.relationships import Ties
from loaders.records.sources import Proofs

WRITTEN_BY_US = (
    "soort", "weergavenaam", "gewijzigdOp", "versie", "volgorde", "naamPlat", "zoektekst", "naamVormen", "tekstVormen",
    "feiten",
)  # fmt: skip


@dataclass
class Said:
    """What the fields of a record say, sorted by what it becomes."""

    values: dict[str, Any] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)
    related: list[tuple[Relation, Cell]] = field(default_factory=list)


class Things:
    def __init__(self, cells: Cells, references: References, ties: Ties, proofs: Proofs) -> None:
        self.cells = cells
        self.references = references
        self.ties = ties
        self.proofs = proofs
        self.model = cells.findings.model

    def read(
        self, node: NodeType, fields: Mapping[str, Cell], proof: Evidence, place: Place, given: Mapping[str, str]
    ) -> str | None:
        """Gives the id, or None when there is a mistake. `given` are ends that follow from where the record stands."""
        before = len(self.cells.findings.problems)
        said = self._said(node, fields, given)
        key = said.values.get("id") or identify(node, said.values, said.ends)
        if len(self.cells.findings.problems) == before:
            self._complete(node, key, said, place, fields)
        certain = self.cells.certainty(fields)
        if len(self.cells.findings.problems) > before or key is None:
            return None
        velden = {"id": key, **said.values, **said.ends}
        made = self.cells.findings.add(node.prefix, velden, [proof], place, zekerheid=certain, regel=RECORD_RULE)
        facts: dict[str, list[Fact]] = {}
        for relation, cell in said.related:
            facts.setdefault(relation.name, []).extend(self._related(str(key), relation, cell, fields))
        properties = {name: p for name in fields if (p := property_of(node, name))}
        self.proofs.prove(made, fields, facts, properties, node)
        return str(key)

    def _said(self, node: NodeType, fields: Mapping[str, Cell], given: Mapping[str, str]) -> Said:
        relations = relation_fields(node)
        said = Said(ends=dict(given))
        for name, cell in fields.items():
            if name in ABOUT or name in given:
                continue
            relation = relations.get(name)
            if relation is not None and relation.field.shape is Shape.REQUIRED:
                key = self.references.refer(cell, relation.targets)
                said.ends |= {name: key} if key else {}
            elif relation is not None:
                said.related.append((relation, cell))
            elif name in node.groups and isinstance(cell.value, dict):
                for inner, value in cell.value.items():
                    self._property(node, inner, value, said)
            else:
                self._property(node, name, cell, said)
        return said

    def _property(self, node: NodeType, name: str, cell: Cell, said: Said) -> None:
        prop = property_of(node, name)
        if prop is None:
            own = (n for n, p in node.properties.items() if writable(p))
            self.cells.unknown_field(cell, name, (*own, *relation_fields(node), *ABOUT))
            return
        value = self.cells.value(prop, cell)
        if value is not None:
            said.values[prop.name] = value
        if prop.name == "id" and isinstance(value, str) and not value.startswith(f"{node.prefix}:"):
            self.cells.problem(cell, f"'{value}' is geen id van een {node.prefix}; begin met '{node.prefix}:'")

    def _complete(self, node: NodeType, key: str | None, said: Said, place: Place, fields: Mapping[str, Cell]) -> None:
        naming = node.naming
        missing = [naming.name] if naming and naming.name not in said.values and "id" not in said.values else []
        required = (r.name for r in relation_fields(node).values() if r.field.shape is Shape.REQUIRED)
        missing += [name for name in required if name not in said.ends]
        if missing:
            self.cells.missing(place, fields, node.prefix, missing)
        elif key is None:
            self.cells.findings.problem(place, f"geef een id, bijvoorbeeld '{node.prefix}:korte-naam'")

    def _related(self, key: str, relation: Relation, cell: Cell, fields: Mapping[str, Cell]) -> Iterator[Fact]:
        proof = self.cells.quote(cell)
        for item in self.cells.items(cell):
            said: dict[str, Any] = {}
            if not isinstance(item.value, dict):
                other = self.references.refer(item, relation.targets)
            elif set(item.value) <= {"id", *relation.relationship.properties} and "id" in item.value:
                other = self.references.refer(item.value["id"], relation.targets)
                said = self.cells.edge_values(relation.relationship, item.value)
            else:
                other = self._inline(key, relation, item)
            if other is not None:
                source, target = (key, other) if relation.forward else (other, key)
                place = self.cells.place(item)
                yield self.ties.add(Tie(relation.relationship, source, target, said), [proof], place, fields)

    def _inline(self, key: str, relation: Relation, item: Cell) -> str | None:
        """A thing in the place of an id. Gives None when it holds the relation itself, as one of its own ends."""
        assert isinstance(item.value, dict)
        node = self._inline_type(relation, item)
        if node is None:
            return None
        back = (r for r in relation_fields(node).values() if r.relationship is relation.relationship)
        own = next((r for r in back if r.forward != relation.forward and r.field.shape is Shape.REQUIRED), None)
        given = {own.name: key} if own else {}
        made = self.read(node, item.value, self.cells.quote(item), self.cells.place(item), given)
        return None if own else made

    def _inline_type(self, relation: Relation, item: Cell) -> NodeType | None:
        soort = scalar(item.value.get("soort")) if isinstance(item.value, dict) else None
        if soort is None and len(relation.targets) == 1:
            return self.model.nodes[relation.targets[0]]
        node = self.model.by_prefix(soort or "")
        if node is None or node.name not in relation.targets:
            choices = ", ".join(self.model.nodes[t].prefix for t in relation.targets)
            self.cells.problem(item, f"zeg wat het is met 'soort:'; kies uit {choices}")
            return None
        return node


def relation_fields(node: NodeType) -> dict[str, Relation]:
    """The relations a record may fill: those that are stored under a type of their own."""
    return {name: r for name, r in node.relations.items() if not r.relationship.is_view}


def property_of(node: NodeType, name: str) -> Property | None:
    """The property a field fills."""
    prop = node.properties.get(name)
    return prop if prop is not None and writable(prop) else None


def writable(prop: Property) -> bool:
    return prop.name not in WRITTEN_BY_US
