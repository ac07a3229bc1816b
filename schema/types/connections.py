"""Connections and their edges, made when a field asks for them.

    Gemeenten, wetten, …   a list at a root, or one that follows no single relationship: `WetConnection`, `WetEdge`
    Knelpunt.wetten        a list that follows a relationship: `ValtOnderWetConnection`, `ValtOnderWetEdge`

So an edge has exactly what its relationship says, and a relationship that says more one day changes no other type.
"""

from typing import Any

import strawberry

from graph.domain.reader import Model, NodeType, Property, Relation, RelationshipType
from schema.compile import facets
from schema.fields.paged import page_arguments
from schema.leaves import enums
from schema.leaves.directives import per_item
from schema.leaves.scalars import BY_KIND
from schema.types import relay
from schema.types.relay import connection_of, edge_of
from schema.types.stand_ins import add

BY_KIND_OF_THING = {"SOORT": "Het soort ding"}
"""What hits of a search can be counted by."""


class Connections:
    """The connections of one model; `types` are the Strawberry types by name, to which these are added."""

    def __init__(self, model: Model, types: dict[str, Any]) -> None:
        self.model, self.types = model, types

    def plain(self, name: str) -> Any:
        """Of things of one type: an edge has a cursor and a node."""
        if f"{name}Connection" not in self.types:
            edge = edge_of(name, self.types[name])
            self._make(name, name, edge, f"Eén plaats in een lijst van {name}", f"Een lijst van {name}, in bladzijden")
        return self.types[f"{name}Connection"]

    def following(self, relation: Relation, target: str) -> Any:
        """Of what a relation leads to; `target` is the type, or the interface, at its far end."""
        relationship = relation.relationship
        name = f"{relationship.cls.__name__}{target}"
        if f"{name}Connection" not in self.types:
            text = relationship.description.strip()
            edge = edge_of(name, self.types[target], self._said(relationship))
            if self._has_evidence(relationship):
                self.evidence(edge)
            self._make(name, target, edge, text, f"Een lijst van {target}, in bladzijden. {text}")
        return self.types[f"{name}Connection"]

    def facet(self) -> Any:
        """The type of one facet, of whatever type the things are that are counted."""
        every: dict[str, str] = {}
        for node in self.model.nodes.values():
            every = facets.names(node, self.model) | every
        return relay.facet_of(enums.enum_of("FacetVeld", "Waarnaar je kunt tellen", every | BY_KIND_OF_THING))

    def evidence(self, cls: type) -> None:
        """`herkomst` on a thing, or on the edge of a relationship."""
        if "Vermelding" in self.types:
            text = "Waar dit op rust: de passages in de bronnen"
            add(cls, "herkomst", self.plain("Vermelding"), text, page_arguments(), per_item())

    def _make(self, name: str, target: str, edge: type, of_edge: str, of_list: str) -> None:
        self.types[edge.__name__] = strawberry.type(edge, description=of_edge)
        made = connection_of(name, self.types[target], self.types[edge.__name__])
        if target in self.model.nodes:
            self._facets(made, self.model.nodes[target])
        self.types[made.__name__] = strawberry.type(made, description=of_list)

    def _said(self, relationship: RelationshipType) -> dict[str, tuple[object, str]]:
        """What the relationship says of itself, and which one it is where several are read as one."""
        found: dict[str, tuple[object, str]] = {}
        if relationship.is_view:
            found["soort"] = self.types["RelatieSoort"], " of ".join(relationship.types)
        return found | {p.name: (self._kind(p) | None, p.description) for p in relationship.properties.values()}

    def _kind(self, prop: Property) -> Any:
        return enums.of_vocabulary(prop.enum) if prop.enum else BY_KIND[prop.kind]

    def _has_evidence(self, relationship: RelationshipType) -> bool:
        """What the graph says of the domain rests on passages; how those hang together does not."""
        return all(self.model.nodes[name].is_entity for name in (*relationship.sources, *relationship.targets))

    def _facets(self, cls: type, node: NodeType) -> None:
        names = facets.names(node, self.model)
        if names:
            enum = f"{node.name}Facet"
            if enum not in self.types:
                self.types[enum] = enums.enum_of(enum, f"Waarnaar je kunt tellen ({node.name})", names)
            relay.facets(cls, self.types[enum], self.types["Facet"])
            relay.groups(cls, self.types[enum])
