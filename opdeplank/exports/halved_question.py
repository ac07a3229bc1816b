"""A question for a list in pages, as two questions: which things are in it, and what there is to say of some of them.

    { oplossingen(filter: $filter, after: $after) { aantal nodes { id titel } pageInfo { … } } }

    which   { oplossingen(filter: $filter, after: $after) { aantal nodes { id } pageInfo { … } } }
    what    query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Oplossing { id titel } } }

A page deep in a list costs the database as much as the whole list: it puts everything in order to find the place. So
the order is asked once, as ids alone, and what is said of a thing is found by its key. Both are ordinary questions to
the API, so what a role sees and how a value reads is decided where it always is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    REMOVE,
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    NamedTypeNode,
    NameNode,
    Node,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    parse,
    parse_type,
    print_ast,
    visit,
)

from opdeplank.exports.files.parts import Part

IDS, BY_ID, ID = "sleutels", "nodes", "id"
"""The variable of the second question, the field that takes it, and the field that a thing is found by."""


@dataclass(frozen=True)
class Halved:
    """Both texts, with the names of the variables in each."""

    which: str
    what: str
    of_which: frozenset[str]
    of_what: frozenset[str]


def halved(schema: GraphQLSchema, text: str, turned: Part) -> Halved | None:
    """The question in two, `turned` being its list; None when it cannot be asked so: what an edge says is lost with the
    edge, and what has no id cannot be found again."""
    document = parse(text)
    operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    field = _the_field(operation.selection_set.selections, turned.key)
    if field is None or turned.through == "" or turned.node or not _has_node_id(schema, turned):
        return None
    rows = _the_field(field.selection_set.selections if field.selection_set else (), turned.through)
    if rows is None or rows.selection_set is None or not any(_is_id(each) for each in rows.selection_set.selections):
        return None
    own_id = FieldNode(name=NameNode(value=ID), arguments=(), directives=())
    which = visit(document, _Swap(rows, _selecting(rows, [own_id])))
    what = visit(document, _Swap(operation, _by_id(operation, turned.kind, rows.selection_set.selections)))
    texts = [tidied(which), tidied(what)]
    return Halved(print_ast(texts[0]), print_ast(texts[1]), *(_declared(each) for each in texts))


def _has_node_id(schema: GraphQLSchema, turned: Part) -> bool:
    kind, node = schema.type_map.get(turned.kind), schema.type_map.get("Node")
    return isinstance(kind, GraphQLObjectType) and isinstance(node, GraphQLInterfaceType) and node in kind.interfaces


def _the_field(selections: Sequence[SelectionNode], key: str) -> FieldNode | None:
    """The one selection under this key; None where fragments could hold more of it."""
    if not all(isinstance(each, FieldNode) for each in selections):
        return None
    found = [each for each in selections if isinstance(each, FieldNode) and _key(each) == key]
    return found[0] if len(found) == 1 else None


def _key(node: FieldNode) -> str:
    return node.alias.value if node.alias else node.name.value


def _is_id(node: Node) -> bool:
    return isinstance(node, FieldNode) and _key(node) == ID == node.name.value and not node.directives


def _selecting(field: FieldNode, selections: Sequence[SelectionNode]) -> FieldNode:
    return FieldNode(
        alias=field.alias, name=field.name, arguments=field.arguments, directives=field.directives,
        selection_set=SelectionSetNode(selections=tuple(selections)),
    )  # fmt: skip


def _by_id(
    operation: OperationDefinitionNode, kind: str, selections: Sequence[SelectionNode]
) -> OperationDefinitionNode:  # fmt: skip
    ids = VariableNode(name=NameNode(value=IDS))
    of_kind = InlineFragmentNode(
        type_condition=NamedTypeNode(name=NameNode(value=kind)), directives=(),
        selection_set=SelectionSetNode(selections=tuple(selections)),
    )  # fmt: skip
    field = FieldNode(
        name=NameNode(value=BY_ID), directives=(),
        arguments=(ArgumentNode(name=NameNode(value="ids"), value=ids),),
        selection_set=SelectionSetNode(selections=(of_kind,)),
    )  # fmt: skip
    declared = VariableDefinitionNode(variable=ids, type=parse_type("[ID!]!"), directives=())
    return OperationDefinitionNode(
        operation=operation.operation, name=operation.name, directives=operation.directives,
        variable_definitions=(declared, *(operation.variable_definitions or ())),
        selection_set=SelectionSetNode(selections=(field,)),
    )  # fmt: skip


class _Swap(Visitor):
    """Puts one node in the place of another."""

    def __init__(self, old: Node, new: Node) -> None:
        super().__init__()
        self.old, self.new = old, new

    def enter(self, node: Node, *rest: Any) -> Node | None:
        return self.new if node is self.old else None


class _Names(Visitor):
    """The variables and fragments that are used, apart from where they are declared."""

    def __init__(self) -> None:
        super().__init__()
        self.variables: set[str] = set()
        self.fragments: set[str] = set()

    def enter_fragment_spread(self, node: FragmentSpreadNode, *rest: Any) -> None:
        self.fragments.add(node.name.value)

    def enter_variable(self, node: VariableNode, key: Any, parent: Any, *rest: Any) -> None:
        if not isinstance(parent, VariableDefinitionNode):
            self.variables.add(node.name.value)


def tidied(document: DocumentNode) -> DocumentNode:
    """Without fragments that are spread nowhere any more, and variables that are used nowhere: GraphQL refuses both."""
    operation = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]
    known = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    names, waiting, kept = _Names(), list[Node](operation), list[FragmentDefinitionNode]()
    while waiting:
        visit(waiting.pop(), names)
        new = [known[name] for name in known if name in names.fragments and known[name] not in kept]
        kept += new
        waiting += new
    whole = DocumentNode(definitions=(*operation, *kept))
    return visit(whole, _Without(names.variables))  # type: ignore[no-any-return]


class _Without(Visitor):
    """Takes out the declarations of variables that are not among these."""

    def __init__(self, used: Iterable[str]) -> None:
        super().__init__()
        self.used = frozenset(used)

    def enter_variable_definition(self, node: VariableDefinitionNode, *rest: Any) -> Any:
        return None if node.variable.name.value in self.used else REMOVE


def _declared(document: DocumentNode) -> frozenset[str]:
    operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    return frozenset(each.variable.name.value for each in operation.variable_definitions or ())
