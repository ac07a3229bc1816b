"""Reads the declarations into plain values: Model, NodeType, RelationshipType, Property, Relation.

No registry and no import side effects: `read` takes explicit tuples and gives a Model. A mistake in a declaration
raises ModelError, naming class and property.
"""

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from functools import cache, cached_property
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from graph.domain.first_spelling import present
from graph.domain.guards import Zicht, check, check_consent
from graph.domain.marks import Field, Heeft, Intern, Naam, Relationship, View
from graph.domain.vocabulary import Rol
from graph.errors import ModelError

M = TypeVar("M")
SCALARS = {str: "String", int: "Int", float: "Float", bool: "Boolean", date: "Date", datetime: "DateTime"}


@dataclass(frozen=True)
class Property:
    """One stored value. `kind` is a key of SCALARS' values, the name of a scalar class, or "enum" or "records".

    `group` is the embedded type it is shown in; groups are flattened on the node. `records` are stored as JSON text.
    """

    name: str
    description: str
    kind: str
    required: bool
    many: bool = False
    enum: type[Enum] | None = None
    records: type | None = None
    group: str = ""
    marks: tuple[object, ...] = ()

    def mark(self, kind: type[M]) -> M | None:
        return next((m for m in self.marks if isinstance(m, kind)), None)

    @property
    def public(self) -> bool:
        """Whether the API shows it, to those who may see it."""
        return self.mark(Intern) is None

    @property
    def ordered_roles(self) -> list[Rol]:
        return [r for r in Rol if r in self.roles]

    @cached_property
    def roles(self) -> frozenset[Rol]:
        """The roles that may see it; empty means everyone."""
        heeft = self.mark(Heeft)
        return frozenset(heeft.rollen) if heeft else frozenset()


@dataclass(frozen=True)
class Relation:
    """A field of a node type that follows a relationship; `forward` is from source to target."""

    field: Field
    relationship: "RelationshipType"
    forward: bool
    owner: type
    targets: tuple[str, ...]

    @property
    def types(self) -> tuple[str, ...]:
        return self.relationship.types

    @property
    def name(self) -> str:
        return self.field.name

    @property
    def place(self) -> str:
        """The list as it is declared: the same for every type that stands at the near end."""
        return f"{self.relationship.name}.{self.name}"


@dataclass(frozen=True)
class RelationshipType:
    """A relationship type; a view reads several stored `types` as one."""

    cls: type[Relationship]
    name: str
    types: tuple[str, ...]
    description: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    properties: dict[str, Property]

    @property
    def is_view(self) -> bool:
        return issubclass(self.cls, View)


@dataclass(frozen=True)
class NodeType:
    """A node type: its labels (most general first), stored properties and the fields that follow relationships.

    `prefix` begins the ids of its things. It follows from `name`, the name that the API shows; there is no other rule.
    """

    cls: type
    name: str
    prefix: str
    description: str
    labels: tuple[str, ...]
    properties: dict[str, Property]
    groups: dict[str, type]
    zicht: Zicht
    relations: dict[str, Relation] = field(default_factory=dict)
    hidden_relations: tuple[Relation, ...] = ()

    @property
    def label(self) -> str:
        return self.labels[-1]

    @property
    def seek(self) -> str:
        """The label whose `id` is unique: one index serves every domain type."""
        return self.labels[0]

    @property
    def is_entity(self) -> bool:
        return self.seek == "Entiteit"

    @cached_property
    def naming(self) -> Property | None:
        """The property people know it by."""
        return next((p for p in self.properties.values() if p.mark(Naam)), None)

    @cached_property
    def marked(self) -> Callable[..., tuple[Property, ...]]:
        """The properties with one of these marks; looked for once, since every row that is written asks."""
        return cache(lambda *kinds: tuple(p for p in self.properties.values() if any(map(p.mark, kinds))))

    def relations_with(self) -> Iterator[Relation]:
        """Every relation, also those that only serve a filter."""
        yield from self.relations.values()
        yield from self.hidden_relations


@dataclass(frozen=True)
class Model:
    """Everything the declarations say. Node types by GraphQL name; interfaces and unions by the labels they cover."""

    nodes: dict[str, NodeType]
    relationships: dict[str, RelationshipType]
    interfaces: dict[str, tuple[str, ...]]

    def by_prefix(self, key: str) -> NodeType | None:
        """The node type of an id such as `gemeente:gm0344`."""
        return self._prefixes.get(present(key).partition(":")[0])

    @cached_property
    def _prefixes(self) -> dict[str, NodeType]:
        return {n.prefix: n for n in self.nodes.values()}

    def by_label(self, label: str) -> NodeType:
        return next(n for n in self.nodes.values() if n.label == label)

    @cached_property
    def entities(self) -> tuple[NodeType, ...]:
        return tuple(n for n in self.nodes.values() if n.is_entity)

    @cached_property
    def stored_relationships(self) -> tuple[RelationshipType, ...]:
        return tuple(r for r in self.relationships.values() if not r.is_view)


def upper_snake(name: str) -> str:
    """`LostOp` -> `LOST_OP`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()


def kebab(name: str) -> str:
    """`LostOp` -> `lost-op`."""
    return upper_snake(name).lower().replace("_", "-")


def read(nodes: Iterable[type], relationships: Iterable[type[Relationship]]) -> Model:
    """Read declarations into a Model; raises ModelError naming class and property."""
    types = {cls: _node(cls) for cls in nodes}
    found: dict[str, RelationshipType] = {}
    for cls in relationships:
        relationship = _relationship(cls, types)
        found[relationship.name] = relationship
        _attach(relationship, types)
    interfaces: dict[str, tuple[str, ...]] = {}
    for node in types.values():
        for label in node.labels[:-1]:
            interfaces[label] = (*interfaces.get(label, ()), node.name)
    clash = {n.label for n in types.values()} & {t for r in found.values() for t in r.types}
    if clash:
        raise ModelError(f"label en relatietype mogen niet gelijk heten: {', '.join(sorted(clash))}")
    return Model({n.name: n for n in types.values()}, found, interfaces)


def _node(cls: type) -> NodeType:
    if not dataclasses.is_dataclass(cls):
        raise ModelError(f"{cls.__name__}: geen dataclass")
    if not cls.__doc__:
        raise ModelError(f"{cls.__name__}: zonder omschrijving (docstring)")
    labels = tuple(c.__name__ for c in reversed(cls.__mro__) if dataclasses.is_dataclass(c))
    properties, groups = properties_and_groups(cls)
    check_consent(cls.__name__, {name: each.marks for name, each in properties.items()})
    named = [p.name for p in properties.values() if p.mark(Naam)]
    if len(named) > 1:
        raise ModelError(f"{cls.__name__}: meer dan één Naam ({', '.join(named)})")
    zicht = getattr(cls, "zicht", None)
    if zicht is None:
        raise ModelError(f"{cls.__name__}: zonder `zicht`; zeg welke rollen het zien")
    name = getattr(cls, "graphql_name", cls.__name__)
    return NodeType(cls, name, kebab(name), cls.__doc__, labels, properties, groups, zicht)


def properties_and_groups(cls: type) -> tuple[dict[str, Property], dict[str, type]]:
    found: dict[str, Property] = {}
    groups: dict[str, type] = {}
    for name, hint in get_type_hints(cls, include_extras=True).items():
        if get_origin(hint) is not Annotated:
            continue
        kind, *marks = get_args(hint)
        if dataclasses.is_dataclass(kind):
            groups[name] = kind  # type: ignore[assignment]
            inner, _ = properties_and_groups(kind)  # type: ignore[arg-type]
            found |= {k: dataclasses.replace(p, group=name) for k, p in inner.items()}
        else:
            found[name] = _property(cls, name, kind, marks)
    return found, groups


def properties_of(cls: type) -> dict[str, Property]:
    """The properties a declaration annotates, groups flattened."""
    return properties_and_groups(cls)[0]


def _property(cls: type, name: str, hint: Any, marks: list[object]) -> Property:
    where = f"{cls.__name__}.{name}"
    if not marks or not isinstance(marks[0], str):
        raise ModelError(f"{where}: zonder omschrijving")
    required, many = True, False
    if get_origin(hint) in (Union, UnionType):
        required = False
        hint = next(a for a in get_args(hint) if a is not type(None))
    if get_origin(hint) is tuple:
        many, hint = True, get_args(hint)[0]
    made = Property(name, marks[0], "", required, many, marks=tuple(marks[1:]))
    check(where, made.marks)
    if dataclasses.is_dataclass(hint):
        return dataclasses.replace(made, kind="records", records=hint)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return dataclasses.replace(made, kind="enum", enum=hint)
    kind = SCALARS.get(hint) or (hint.__name__ if isinstance(hint, type) and issubclass(hint, str) else None)
    if kind is None:
        raise ModelError(f"{where}: type {hint!r} kan niet worden opgeslagen")
    return dataclasses.replace(made, kind="ID" if name == "id" else kind)


def _relationship(cls: type[Relationship], types: dict[type, NodeType]) -> RelationshipType:
    name = upper_snake(cls.__name__)
    for side in ("source", "target"):
        for end in getattr(cls, side).types:
            if end not in types:
                raise ModelError(f"{cls.__name__}.{side}: {end.__name__} staat niet bij de knooptypen")
    stored = tuple(upper_snake(c.__name__) for c in cls.over) if issubclass(cls, View) else (name,)
    return RelationshipType(
        cls,
        name,
        stored,
        cls.__doc__ or "",
        tuple(types[t].name for t in cls.source.types),
        tuple(types[t].name for t in cls.target.types),
        properties_of(cls),
    )


def _attach(relationship: RelationshipType, types: dict[type, NodeType]) -> None:
    cls = relationship.cls
    for near, far, forward in ((cls.source, cls.target, True), (cls.target, cls.source, False)):
        for spec in near.fields:
            for owner in spec.on or near.types:
                relation = Relation(
                    spec, relationship, forward, owner, tuple(types[t].name for t in spec.to or far.types)
                )
                node = types[owner]
                if not spec.name:
                    types[owner] = dataclasses.replace(node, hidden_relations=(*node.hidden_relations, relation))
                elif spec.name in node.relations or spec.name in node.properties:
                    raise ModelError(f"{owner.__name__}.{spec.name}: dubbel verklaard (ook in {cls.__name__})")
                else:
                    node.relations[spec.name] = relation
