"""Model -> Strawberry: object types, interfaces, connections, filter and ordering inputs, the Query type.

Every type is an empty class first, so that types can point at each other; then it gets its fields. The fields have
no working resolver: operations are compiled (`schema.compile.compiler`), and Strawberry prints, validates and
introspects.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from inspect import get_annotations
from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig

from graph.domain.marks import Shape
from graph.domain.reader import Model, NodeType, Property, Relation, properties_of
from graph.domain.vocabulary import Rol
from graph.dutch.phrasing import series
from schema.compile.handmade import HANDMADE
from schema.fields.deferred import FIELDS as DEFERRED
from schema.fields.paged import page_arguments
from schema.fields.roots import ROOTS, Root
from schema.leaves import enums
from schema.leaves.directives import HeeftRol, alles, per_item
from schema.leaves.scalars import BY_KIND, SCALARS, Date
from schema.mutations.offered import MUTATIONS
from schema.types.connections import Connections
from schema.types.facts import facts
from schema.types.inputs import Inputs, named, one_key_only
from schema.types.relay import field
from schema.types.results import Results
from schema.types.stand_ins import add, listed
from schema.types.writing import FAULTS, Writing


@dataclass
class Api:
    """The GraphQL API of a model."""

    model: Model
    types: dict[str, Any] = dataclasses.field(default_factory=dict)

    @cached_property
    def connections(self) -> Connections:
        return Connections(self.model, self.types)

    @cached_property
    def inputs(self) -> Inputs:
        return Inputs(self.model)

    @cached_property
    def schema(self) -> strawberry.Schema:
        """The Strawberry schema; printed, it is `schema/schema.graphql`."""
        self._declare()
        if "RelatieSoort" in self.types:
            Results(self.types).make()
        for node in self.model.nodes.values():
            self._fill(node)
        made = strawberry.Schema(
            query=self._query(),
            subscription=self._subscription(),
            mutation=self._mutation() if "PasklaarConnection" in self.types else None,
            directives=(alles,),
            types=[t for name, t in self.types.items() if name in self.model.nodes or name in FAULTS],
            config=StrawberryConfig(auto_camel_case=False, scalar_map=SCALARS),
        )
        enums.use_names(made._schema)
        one_key_only(made._schema)
        return made

    def _declare(self) -> None:
        types = self.types
        node = type("Node", (), {"__annotations__": {"id": strawberry.ID}})
        node.id = field("Vaste, leesbare sleutel")  # type: ignore[attr-defined]
        types["Node"] = strawberry.interface(node, description="Alles wat een sleutel heeft")
        for name in self.model.interfaces:
            types[name] = type(name, (types.get("Entiteit", node),), {"__annotations__": {}})
        for found in self.model.nodes.values():
            base = types[found.labels[-2]] if len(found.labels) > 1 else node
            types[found.name] = type(found.name, (base,), {"__annotations__": {}})
        if "Partij" in types:
            types["RelatieSoort"] = enums.relatie_soort(self.model)
            types |= facts(self.model)
        types["Facet"] = self.connections.facet()
        for name in self.model.interfaces:
            self._interface(name)

    def _interface(self, name: str) -> None:
        members = [self.model.nodes[n] for n in self.model.interfaces[name]]
        cls = self.types[name]
        own = members[0].cls.__mro__
        declared = next(c for c in own if c.__name__ == name)
        self._scalars(cls, members[0], [p for p in members[0].properties if p in _names(declared)])
        if name == "Entiteit":
            self.connections.evidence(cls)
        else:
            shared = set.intersection(*({*m.relations} for m in members))
            for key in [k for k in members[0].relations if k in shared]:
                self._relation(cls, members[0].relations[key])
        self._by_hand(cls, name)
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
        self._by_hand(cls, node.name)
        self._deferred(cls, node)
        strawberry.type(cls, description=node.description.strip())

    def _scalars(self, cls: type, node: NodeType, names: list[str]) -> None:
        for name in names:
            prop = node.properties[name]
            if prop.group or not prop.public or name == "id" and cls.__name__ != "Node" and node.is_entity:
                continue
            annotation = self._type(prop)
            annotation = listed(annotation) if prop.many else annotation
            always = (prop.many or prop.required) and not prop.roles
            cls.__annotations__[name] = annotation if always else annotation | None
            directives = (HeeftRol(heeft=[enums.ROL[r.name] for r in prop.ordered_roles]),) if prop.roles else ()
            setattr(cls, name, field(for_roles(prop.description, prop.ordered_roles), directives))

    def _embedded(self, cls: type, node: NodeType, name: str, group: type) -> None:
        made = type(group.__name__, (), {"__annotations__": {}})
        for prop in node.properties.values():
            if prop.group == name:
                annotation = self._type(prop)
                annotation = listed(annotation) if prop.many else annotation if prop.required else annotation | None
                made.__annotations__[prop.name] = annotation
                setattr(made, prop.name, field(prop.description))
        text = (group.__doc__ or "").strip()
        self.types[group.__name__] = cls.__annotations__[name] = strawberry.type(made, description=text)
        setattr(cls, name, field(text))

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
                setattr(made, prop.name, field(prop.description))
            self.types[cls.__name__] = strawberry.type(made, description=(cls.__doc__ or "").strip())
        return self.types[cls.__name__]

    def _relation(self, cls: type, relation: Relation) -> None:
        spec, target = relation.field, self.target(relation)
        node = self.types[target]
        if spec.shape is Shape.PAGE:
            filters = self.inputs.filter(self.types, target) if spec.filters else None
            sorts = self.inputs.ordering(target) if spec.sorts else None
            moment = {"op": (Date | None, None, "Alleen wat op deze dag gold")} if spec.moment else {}
            arguments = {**moment, **page_arguments(filters, sorts)}
            add(cls, spec.name, self.connections.following(relation, target), spec.description, arguments, per_item())
        else:
            add(cls, spec.name, node if spec.shape is Shape.REQUIRED else node | None, spec.description)

    def target(self, relation: Relation) -> str:
        """The type at the far end, or the interface that covers all of them."""
        if len(relation.targets) == 1:
            return relation.targets[0]
        wanted = set(relation.targets)
        fits = [name for name, members in self.model.interfaces.items() if wanted <= set(members)]
        return min(fits, key=lambda name: len(self.model.interfaces[name]))

    def _by_hand(self, cls: type, owner: str) -> None:
        for row in HANDMADE:
            if row.owner == owner and (row.result in BY_KIND or row.result in self.types):
                kind = BY_KIND.get(row.result) or self.types[row.result]
                one = listed(kind) if row.many else kind if row.required else kind | None
                result = self.connections.plain(row.result) if row.pages else one
                result = result | None if row.roles else result
                only = [HeeftRol(heeft=[enums.ROL[role.name] for role in row.roles])] if row.roles else []
                price = [row.cost] if row.cost else []
                add(cls, row.name, result, for_roles(row.description, row.roles), row.arguments, *price, *only)

    def _deferred(self, cls: type, node: NodeType) -> None:
        for deferred in DEFERRED:
            if deferred.owner == node.name and deferred.result in self.types:
                result = self.types[deferred.result]
                returns = result if deferred.result.endswith(("Connection", "Telling")) else listed(result)
                keys = {"GemeenteSleutel": self.inputs.key("GemeenteSleutel")}
                add(cls, deferred.name, returns, deferred.description, named(deferred.arguments, keys), deferred.cost)

    def _query(self) -> type:
        query = type("Query", (), {"__annotations__": {}})
        for root in ROOTS:
            if root.target in self.types:
                self._root(query, root)
        if "PasklaarConnection" in self.types:
            self.connections.plain("Wijziging")
            self._computed(query)
        return strawberry.type(query, description="Alles wat je kunt vragen")

    def _subscription(self) -> type | None:
        if "PasklaarConnection" not in self.types:
            return None
        subscription = type("Subscription", (), {"__annotations__": {}})
        text = "Elke wijziging die jij mag zien, in volgorde, zodra ze er is"
        add(subscription, "wijzigingen", self.types["Wijziging"], text, self.inputs.followed())
        return strawberry.type(subscription, description="Wat je kunt volgen: via SSE, op /graphql/stream")

    def _root(self, query: type, root: Root) -> None:
        node = self.types[root.target]
        extra = self.inputs.extra(root)
        if root.shape == "node":
            add(query, root.name, node | None, root.description, {"id": (strawberry.ID, ..., "De sleutel")})
        elif root.shape == "nodes":
            ids = {"ids": (listed(strawberry.ID), ..., "De sleutels, hoogstens 100")}
            add(query, root.name, listed(node | None), root.description, ids)
        elif root.shape == "one":
            key = {"sleutel": (self.inputs.key(root.keys), ..., "Precies één sleutel")}
            add(query, root.name, node | None, root.description, key)
        else:
            filters = self.inputs.filter(self.types, root.target) if root.filters else None
            sorts = self.inputs.ordering(root.target) if root.sorts else None
            arguments = {**page_arguments(filters, sorts), **extra}
            add(query, root.name, self.connections.plain(root.target), root.description, arguments, per_item(20))

    def _computed(self, query: type) -> None:
        for name, (returns, row, arguments) in self.inputs.computed(self.types).items():
            add(query, name, returns, row.description, arguments, row.cost)

    def _mutation(self) -> type:
        mutation = type("Mutation", (), {"__annotations__": {}})
        known = Writing(self.types, self.inputs).make()
        for row in MUTATIONS:
            only = HeeftRol(heeft=[enums.ROL[role.name] for role in row.roles])
            add(
                mutation, row.name, self.types[row.result], row.description, named(row.arguments, known), row.cost, only
            )
        return strawberry.type(mutation, description="Alles wat je kunt doen")


def for_roles(description: str, roles: Sequence[Rol]) -> str:
    """The description of a field with what others get; as it is when it is for everybody."""
    if not roles:
        return description
    return f"{description}. Alleen voor {series([r.name for r in roles])}: anders is het leeg, met de fout FORBIDDEN"


def _names(cls: type) -> set[str]:
    return {k for c in cls.__mro__ for k in get_annotations(c)}
