"""Model -> Strawberry: object types, interfaces, connections, filter and ordering inputs, the Query type.

Every type is an empty class first, so that types can point at each other; then it gets its fields. The fields have
no working resolver: operations are compiled (`schema.compile.compiler`), and Strawberry prints, validates and
introspects.
"""

from dataclasses import dataclass, field
from functools import cached_property
from inspect import get_annotations
from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig

from graph.domain.marks import Shape
from graph.domain.provenance import INSIDE
from graph.domain.reader import Model, NodeType, Property, Relation, properties_of
from schema.compile import facets
from schema.fields.deferred import FIELDS as DEFERRED
from schema.fields.roots import ROOTS, Root
from schema.leaves import enums
from schema.leaves.directives import HeeftRol, Kosten, per_item
from schema.leaves.scalars import BY_KIND, SCALARS, Date
from schema.types import results
from schema.types.arguments import listed, reader
from schema.types.inputs import Inputs, one_key_only

LIST = "Hoeveel je er wilt, hoogstens 100"
AFTER = "Verder na deze wijzer"


def add(cls: type, name: str, returns: Any, description: str, arguments: Any = None, *directives: object) -> None:
    """Put a field on a class that is still being made."""
    setattr(
        cls,
        name,
        strawberry.field(
            resolver=reader(arguments or {}, returns), description=description, directives=list(directives)
        ),
    )


def paging(first: int | None, filters: Any = None, sorts: Any = None, backward: bool = False) -> dict[str, Any]:
    """The arguments of a connection."""
    found: dict[str, Any] = {}
    if filters is not None:
        found["filter"] = (filters | None, None, "Alleen wat hieraan voldoet")
    if sorts is not None:
        found["sorteer"] = (listed(sorts) | None, None, "De volgorde; daarna op naam")
    found["first"] = (int | None, first, LIST)
    found["after"] = (str | None, None, AFTER)
    if backward:
        found["last"] = (int | None, None, "Hoeveel je er wilt, van achteren geteld")
        found["before"] = (str | None, None, "Terug vóór deze wijzer")
    return found


@dataclass
class Api:
    """The GraphQL API of a model."""

    model: Model
    types: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def inputs(self) -> Inputs:
        return Inputs(self.model)

    @cached_property
    def schema(self) -> strawberry.Schema:
        """The Strawberry schema; printed, it is `schema/schema.graphql`."""
        self._declare()
        if "RelatieSoort" in self.types:
            results.results(self.types)
        for node in self.model.nodes.values():
            self._fill(node)
        made = strawberry.Schema(
            query=self._query(),
            types=[t for name, t in self.types.items() if name in self.model.nodes],
            config=StrawberryConfig(auto_camel_case=False, scalar_map=SCALARS),
        )
        enums.use_names(made._schema)
        one_key_only(made._schema)
        return made

    def _declare(self) -> None:
        types = self.types
        node = type("Node", (), {"__annotations__": {"id": strawberry.ID}})
        node.id = results.field("Vaste, leesbare sleutel")  # type: ignore[attr-defined]
        types["Node"] = strawberry.interface(node, description="Alles wat een sleutel heeft")
        for name in self.model.interfaces:
            types[name] = type(name, (types.get("Entiteit", node),), {"__annotations__": {}})
        for found in self.model.nodes.values():
            base = types[found.labels[-2]] if len(found.labels) > 1 else node
            types[found.name] = type(found.name, (base,), {"__annotations__": {}})
        for found in self.model.nodes.values():
            self._connection(found.name, types[found.name], self._edge_properties(found))
        if "Partij" in types:
            self._special_connections()
        for name in self.model.interfaces:
            self._interface(name)

    def _edge_properties(self, node: NodeType) -> dict[str, Property]:
        """What relationships to this type say, under their own connection's name."""
        found: dict[str, Property] = {}
        for owner in self.model.nodes.values():
            for relation in owner.relations.values():
                if relation.field.shape is Shape.PAGE and not relation.field.edge and node.name in relation.targets:
                    found |= relation.relationship.properties
        return found

    def _connection(self, name: str, node: Any, properties: dict[str, Property], **more: tuple[Any, str]) -> None:
        edge = type(f"{name}Edge", (), {"__annotations__": {"cursor": str, "node": node}})
        edge.cursor = results.field("Wijzer naar deze plaats in de lijst")  # type: ignore[attr-defined]
        edge.node = results.field("Het ding zelf")  # type: ignore[attr-defined]
        for key, prop in properties.items():
            edge.__annotations__[key] = self._type(prop) | None
            setattr(edge, key, results.field(prop.description))
        for key, (kind, text) in more.items():
            edge.__annotations__[key] = kind
            setattr(edge, key, results.field(text))
        self.types[edge.__name__] = strawberry.type(edge, description=f"Eén plaats in een lijst van {name}")
        kinds = {"edges": listed(edge), "nodes": listed(node), "pageInfo": results.PageInfo, "aantal": int}
        made = type(f"{name}Connectie", (), {"__annotations__": kinds})
        for key, text in {
            "edges": "De dingen met hun wijzer",
            "nodes": "De dingen",
            "pageInfo": "Waar je bent",
        }.items():
            setattr(made, key, results.field(text))
        made.aantal = results.field("Hoeveel er in totaal zijn", (Kosten(basis=3),))  # type: ignore[attr-defined]
        if name in self.model.nodes:
            self._facets(made, self.model.nodes[name])
        self.types[made.__name__] = strawberry.type(made, description=f"Een lijst van {name}, in bladzijden")

    def _facets(self, cls: type, node: NodeType) -> None:
        names = facets.names(node, self.model)
        if names:
            kind = enums.enum_of(f"{node.name}Facet", f"Waarnaar je kunt tellen ({node.name})", names)
            several = (listed(kind), ..., "Waarnaar je telt")
            text = "Hoe de hele lijst (met dit filter) zich verdeelt"
            add(cls, "facetten", listed(results.Facet), text, {"velden": several}, Kosten(basis=10))
            text = "Hoeveel er zijn per combinatie van waarden"
            add(cls, "groepeer", listed(results.Groep), text, {"op": several}, Kosten(basis=10))

    def _special_connections(self) -> None:
        rel, partij = self.model.relationships, self.types["Partij"]
        self.types["RelatieSoort"] = soort = enums.relatie_soort(self.model)
        deelname = rel["NEEMT_DEEL_AAN"].properties
        self._connection(
            "Deelname", partij, deelname, traject=(self.types["Traject"] | None, "Het traject, als het daarover gaat")
        )
        rol = rel["ROLVERVULLING"]
        which = (soort, "WERKT_BIJ of LID_VAN")
        self._connection("Rolvervulling", self.types["Persoon"], rol.properties, soort=which)
        made = type("Rolvervulling", (), {"__annotations__": {"partij": partij, "soort": soort}})
        made.partij = results.field("Waar de functie of het lidmaatschap is")  # type: ignore[attr-defined]
        made.soort = results.field(which[1])  # type: ignore[attr-defined]
        for key, prop in rol.properties.items():
            made.__annotations__[key] = self._type(prop) | None
            setattr(made, key, results.field(prop.description))
        self._evidence(made)
        self.types["Rolvervulling"] = strawberry.type(made, description=rol.description)

    def _interface(self, name: str) -> None:
        members = [self.model.nodes[n] for n in self.model.interfaces[name]]
        cls = self.types[name]
        own = members[0].cls.__mro__
        declared = next(c for c in own if c.__name__ == name)
        self._scalars(cls, members[0], [p for p in members[0].properties if p in _names(declared)])
        if name == "Entiteit":
            self._evidence(cls)
            self._history(cls)
        else:
            shared = set.intersection(*({*m.relations} for m in members))
            for key in [k for k in members[0].relations if k in shared]:
                self._relation(cls, members[0].relations[key])
            if name == "Partij":
                add(
                    cls,
                    "contactpersonen",
                    listed(self.types["Persoon"]),
                    "Mensen van deze partij die je kunt benaderen",
                )
        strawberry.interface(cls, description=(declared.__doc__ or "").strip())

    def _fill(self, node: NodeType) -> None:
        cls = self.types[node.name]
        inherited = {k for c in cls.__mro__[1:] for k in vars(c)}
        self._scalars(cls, node, [p for p in node.properties if p not in inherited])
        for name, group in node.groups.items():
            self._embedded(cls, node, name, group)
        for relation in node.relations.values():
            if relation.name not in inherited:
                self._relation(cls, relation)
        self._by_hand(cls, node)
        strawberry.type(cls, description=node.description.strip())

    def _scalars(self, cls: type, node: NodeType, names: list[str]) -> None:
        for name in names:
            prop = node.properties[name]
            if prop.group or not prop.public or name == "id" and cls.__name__ != "Node" and node.is_entity:
                continue
            annotation = self._type(prop)
            annotation = listed(annotation) if prop.many else annotation if prop.required else annotation | None
            cls.__annotations__[name] = annotation
            directives = (HeeftRol(heeft=[enums.ROL[r.name] for r in prop.ordered_roles]),) if prop.roles else ()
            setattr(cls, name, results.field(prop.description, directives))

    def _embedded(self, cls: type, node: NodeType, name: str, group: type) -> None:
        made = type(group.__name__, (), {"__annotations__": {}})
        for prop in node.properties.values():
            if prop.group == name:
                annotation = self._type(prop)
                annotation = listed(annotation) if prop.many else annotation if prop.required else annotation | None
                made.__annotations__[prop.name] = annotation
                setattr(made, prop.name, results.field(prop.description))
        text = (group.__doc__ or "").strip()
        self.types[group.__name__] = cls.__annotations__[name] = strawberry.type(made, description=text)
        setattr(cls, name, results.field(text))

    def _type(self, prop: Property) -> Any:
        if prop.kind == "enum" and prop.enum is not None:
            return enums.of_vocabulary(prop.enum)
        if prop.records is not None:
            return self._records(prop.records)
        return BY_KIND[prop.kind]

    def _records(self, cls: type) -> Any:
        if cls.__name__ not in self.types:
            made = type(cls.__name__, (), {"__annotations__": {}})
            for prop in properties_of(cls).values():
                made.__annotations__[prop.name] = self._type(prop) if prop.required else self._type(prop) | None
                setattr(made, prop.name, results.field(prop.description))
            self.types[cls.__name__] = strawberry.type(made, description=(cls.__doc__ or "").strip())
        return self.types[cls.__name__]

    def _relation(self, cls: type, relation: Relation) -> None:
        spec, target = relation.field, self.target(relation)
        node = self.types[target]
        moment = {"op": (Date | None, None, "Alleen wat op deze dag gold")} if spec.moment else {}
        if spec.shape is Shape.PAGE:
            name = spec.edge or target
            filters = self.inputs.filter(self.types, self._filtered(relation)) if spec.filters else None
            sorts = self.inputs.ordering(target) if spec.sorts else None
            arguments = {**moment, **paging(spec.first, filters, sorts)}
            add(cls, spec.name, self.types[f"{name}Connectie"], spec.description, arguments, per_item("first"))
        elif spec.shape is Shape.EDGES:
            add(cls, spec.name, listed(self.types["Rolvervulling"]), spec.description, moment, Kosten(basis=1))
        elif spec.shape is Shape.LIST:
            add(cls, spec.name, listed(node), spec.description, None, Kosten(basis=1))
        else:
            add(cls, spec.name, node if spec.shape is Shape.REQUIRED else node | None, spec.description)

    def target(self, relation: Relation) -> str:
        """The type at the far end, or the interface that covers all of them."""
        if len(relation.targets) == 1:
            return relation.targets[0]
        wanted = set(relation.targets)
        fits = [name for name, members in self.model.interfaces.items() if wanted <= set(members)]
        return min(fits, key=lambda name: len(self.model.interfaces[name]))

    def _filtered(self, relation: Relation) -> str:
        """The type whose filter a page takes: that of the far end."""
        return self.target(relation)

    def _evidence(self, cls: type) -> None:
        if "Vermelding" in self.types:
            text = "Waar dit op rust: de passages in de bronnen"
            add(cls, "herkomst", self.types["VermeldingConnectie"], text, paging(20), per_item("first"))

    def _history(self, cls: type) -> None:
        if "Wijziging" in self.types:
            text = "Wat er met dit ding gebeurde, het nieuwste eerst"
            only = HeeftRol(heeft=[enums.ROL[r.name] for r in INSIDE.rollen])
            found = self.types["WijzigingConnectie"]
            add(cls, "geschiedenis", found, text, paging(20), per_item("first", 5), only)

    def _by_hand(self, cls: type, node: NodeType) -> None:
        if node.name == "Persoon":
            add(cls, "functie", str | None, "De huidige functie; bij meer functies de eerste op naam van de partij")
        if node.name == "Wijziging":
            add(cls, "entiteit", self.types["Entiteit"] | None, "Waar het over gaat; leeg als dat er niet meer is")
        if node.name == "Traject":
            text = "Heeft het traject een regisseur van een gemeente én een van een ministerie?"
            add(cls, "duoCompleet", bool, text)
        for deferred in DEFERRED:
            if deferred.owner == node.name and deferred.result in self.types:
                result = self.types[deferred.result]
                returns = result if deferred.result.endswith("Connectie") else listed(result)
                add(cls, deferred.name, returns, deferred.description, dict(deferred.arguments), deferred.cost)

    def _query(self) -> type:
        query = type("Query", (), {"__annotations__": {}})
        node = self.types["Node"]
        add(query, "node", node | None, "Wat je maar wilt, op sleutel", {"id": (strawberry.ID, ..., "De sleutel")})
        ids = {"ids": (listed(strawberry.ID), ..., "De sleutels, hoogstens 100")}
        add(query, "nodes", listed(node | None), "Meer dingen, in de volgorde van de sleutels", ids)
        for root in ROOTS:
            if root.target in self.types:
                self._root(query, root)
        if "PasklaarConnectie" in self.types:
            self._computed(query)
        return strawberry.type(query, description="Alles wat je kunt vragen")

    def _root(self, query: type, root: Root) -> None:
        node = self.types[root.target]
        extra = self.inputs.extra(root)
        if root.shape == "one":
            key = {"sleutel": (self.inputs.key(root.keys), ..., "Precies één sleutel")}
            add(query, root.name, node | None, root.description, key)
        elif root.shape == "list":
            add(query, root.name, listed(node), root.description, extra, Kosten(basis=5))
        else:
            filters = self.inputs.filter(self.types, root.target) if root.filters else None
            sorts = self.inputs.ordering(root.target) if root.sorts else None
            arguments = {**paging(root.default_first, filters, sorts, root.backward), **extra}
            size = Kosten(basis=2, perItem=1, omvangUit=["first", "last"] if root.backward else ["first"])
            add(query, root.name, self.types[f"{root.target}Connectie"], root.description, arguments, size)

    def _computed(self, query: type) -> None:
        for name, (returns, text, arguments, cost) in self.inputs.computed(self.types).items():
            add(query, name, returns, text, arguments, cost)


def _names(cls: type) -> set[str]:
    return {k for c in cls.__mro__ for k in get_annotations(c)}
