"""What an answer will look like, read from the question alone: so a file has its columns before the first row is there,
and the same columns when there is no row at all.

    query { oplossingen { nodes { id titel themas { aantal nodes { id naam } } } } }

    Part oplossingen  Oplossing, many, through nodes
     ├ Part id        ID
     ├ Part titel     String
     └ Part themas    Thema, many, through nodes, counted
        ├ Part id     ID
        └ Part naam   String
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    is_composite_type,
    is_list_type,
    is_non_null_type,
)

Thing: TypeAlias = Mapping[str, Any]
AFTER = "after"
"""The argument, and the variable of the same name, by which a list goes on."""
BOOKKEEPING = frozenset({"pageInfo", "cursor", "__typename"})
OF_PERSONS = frozenset({"id", "naam", "weergavenaam", "functie", "rollen", "regisseert", "contactVoor"})
"""What a file says of somebody, whoever asks for it: his public functions. A file wanders off, and nobody can take a
mail address out of it any more."""


@dataclass(frozen=True)
class Part:
    """What stands under one key of an answer. `kind` is the type of the thing or value in it; `through` is the key of
    `nodes` or `edges` where it comes in pages (`node` that of the thing on an edge, `edge` what else an edge says), and
    `count` the key of how many there are."""

    key: str
    name: str
    kind: str
    many: bool = False
    through: str = ""
    node: str = ""
    count: str = ""
    parts: tuple["Part", ...] = ()
    edge: tuple["Part", ...] = ()
    turns: bool = field(default=False, compare=False)
    """Whether the variable `after` turns its pages."""

    @property
    def leaf(self) -> bool:
        return not self.parts and not self.edge

    def each(self, value: Any) -> Iterator[tuple[Thing, Thing]]:
        """The things in a value of this part, each with its edge (empty where there is none)."""
        if value is None:
            return
        if self.node:
            for edge in value[self.through]:
                yield edge[self.node], edge
        elif self.through:
            for thing in value[self.through]:
                yield thing, {}
        else:
            for thing in value if self.many else (value,):
                if thing is not None:
                    yield thing, {}


def parts(schema: GraphQLSchema, document: DocumentNode) -> tuple[Part, ...]:
    """The parts at the root of the one operation of a valid document."""
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    assert schema.query_type is not None
    return Reader(schema, fragments).below(schema.query_type, [operation.selection_set])


@dataclass(frozen=True)
class Reader:
    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]

    def below(self, kind: GraphQLNamedType, selections: Iterable[SelectionSetNode]) -> tuple[Part, ...]:
        """The parts that are selected on a type, with those of its fragments, each key once."""
        found: dict[str, Part] = {}
        for owner, node in self._fields(kind, selections):
            name = node.name.value
            if name in BOOKKEEPING or (owner.name == "Persoon" and name not in OF_PERSONS):
                continue
            part = self._part(owner, node)
            if part is not None:
                found[part.key] = _both(found.get(part.key), part)
        return tuple(found.values())

    def _fields(
        self, kind: GraphQLNamedType, selections: Iterable[SelectionSetNode]
    ) -> Iterator[tuple[GraphQLNamedType, FieldNode]]:  # fmt: skip
        for selection_set in selections:
            for node in selection_set.selections:
                if isinstance(node, FieldNode):
                    yield kind, node
                    continue
                inner: Any = self.fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node
                narrowed = inner.type_condition
                owner = self.schema.type_map[narrowed.name.value] if narrowed else kind
                yield from self._fields(owner, [inner.selection_set])

    def _part(self, owner: GraphQLNamedType, node: FieldNode) -> Part | None:
        key = node.alias.value if node.alias else node.name.value
        declared = cast(GraphQLObjectType, owner).fields[node.name.value].type
        kind = get_named_type(declared)
        many = is_list_type(declared.of_type if is_non_null_type(declared) else declared)
        if not is_composite_type(kind):
            return Part(key, node.name.value, kind.name, many)
        assert node.selection_set is not None
        if "pageInfo" in cast(GraphQLObjectType, kind).fields:
            return self._page(key, node, kind)
        below = self.below(kind, [node.selection_set])
        return Part(key, node.name.value, kind.name, many, parts=below) if below else None

    def _page(self, key: str, node: FieldNode, kind: GraphQLNamedType) -> Part | None:
        """A list in pages; None when only counted or grouped things of it are asked, of which a file says nothing."""
        assert node.selection_set is not None
        asked = {field.name.value: field for _, field in self._fields(kind, [node.selection_set])}
        count = _key(asked.get("aantal"))
        through = asked.get("edges") or asked.get("nodes")
        turns = any(a.name.value == AFTER and _is_after(a.value) for a in node.arguments or ())
        if through is None or through.selection_set is None:
            return Part(key, node.name.value, "Int", count=count) if count else None
        edges = get_named_type(cast(GraphQLObjectType, kind).fields["edges"].type)
        target = get_named_type(cast(GraphQLObjectType, edges).fields["node"].type)
        own = (key, node.name.value, target.name, True, _key(through))
        if through.name.value == "nodes":
            return Part(*own, count=count, parts=self.below(target, [through.selection_set]), turns=turns)
        found = {field.name.value: field for _, field in self._fields(edges, [through.selection_set])}
        said = tuple(p for p in self.below(edges, [through.selection_set]) if p.name != "node")
        inner = found["node"].selection_set if "node" in found else None
        things = self.below(target, [inner]) if inner else ()
        return Part(*own, _key(found.get("node")), count, things, said, turns)


def _is_after(value: ValueNode) -> bool:
    return isinstance(value, VariableNode) and value.name.value == AFTER


def _key(node: FieldNode | None) -> str:
    return "" if node is None else node.alias.value if node.alias else node.name.value


def _both(one: Part | None, other: Part) -> Part:
    """Two selections under the same key, as fragments on two types give them."""
    if one is None:
        return other
    below = {part.key: part for part in one.parts}
    for part in other.parts:
        below[part.key] = _both(below.get(part.key), part)
    edge = {part.key: part for part in (*one.edge, *other.edge)}
    return Part(
        one.key, one.name, one.kind, one.many, one.through or other.through, one.node or other.node,
        one.count or other.count, tuple(below.values()), tuple(edge.values()), one.turns or other.turns,
    )  # fmt: skip
