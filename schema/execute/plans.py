"""Plans: documents parsed once, operations compiled once per shape of their variables.

Document   parsed, validated, within the limits of its text
Plan       statements, binders, projector, cost: everything to answer the operation with other values
Plans      the bounded caches of both
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from graphql import (
    DocumentNode,
    GraphQLBoolean,
    GraphQLError,
    GraphQLID,
    GraphQLInputType,
    GraphQLInt,
    GraphQLSchema,
    GraphQLString,
    OperationDefinitionNode,
    OperationType,
    build_schema,
    get_nullable_type,
    get_operation_ast,
    parse,
    print_schema,
    type_from_ast,
    validate,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValues, VariableValueSource, get_variable_values

from graph.cypher import render
from graph.cypher.render import Statement
from graph.domain.reader import Model
from schema.compile.compiler import Compiler
from schema.compile.conditions import Conditions
from schema.compile.frames import Frame
from schema.compile.lookups import LATE, Part, Tree
from schema.compile.paging import Pages
from schema.compile.root_field import root
from schema.compile.spot import Spot, arguments
from schema.compile.stages import Nested
from schema.errors import Refused, bad_input
from schema.execute.rate import Shapes
from schema.request.binding import Binding, Limits, binding, shape, trace
from schema.request.cost import evaluator
from schema.request.cursors import Cursors
from schema.request.limits import Budget, check_document
from schema.request.selection import Selection, name_of
from schema.response.outputs import Const, Obj, Out
from schema.response.projector import Project, projector

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
LOOKUPS = {"pasklaar": 30, "suggesties": 3, "stand": 1, "paden": 40, "trajectToets": 10}
"""Root fields that are worked out first, with their price."""
FILTERS = {"filter", "thema", "boven"}
"""Arguments of lists that may hold the key of a thing."""
INTROSPECTION = ("__schema", "__type")
PLAIN: dict[object, type] = {GraphQLID: str, GraphQLString: str, GraphQLInt: int, GraphQLBoolean: bool}
"""Scalars whose JSON values of this Python type stay as they are."""
MAX_INT = 2**31 - 1


class Recent(Generic[K, V]):
    """A bounded mapping that forgets what was used longest ago."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.items: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        found = self.items.get(key)
        if found is not None:
            self.items.move_to_end(key)
        return found

    def put(self, key: K, value: V) -> V:
        self.items[key] = value
        if len(self.items) > self.most:
            self.items.popitem(last=False)
        return value


@dataclass(frozen=True)
class LookUp:
    """A root field that is worked out first: response key, name, traced arguments, and how to fill the answer."""

    key: str
    name: str
    arguments: Mapping[str, Any]
    part: Part
    ways: bool


@dataclass(frozen=True)
class Plan:
    """One compiled shape of an operation."""

    statements: tuple[Statement, ...]
    names: tuple[tuple[str, ...], ...]
    bind: Binding
    project: Project
    cost: Callable[[list[Any]], tuple[int, int]]
    lookups: tuple[LookUp, ...]
    places: int
    introspection: tuple[str, ...]
    subqueries: int
    laters: tuple[Nested, ...] = ()
    later: frozenset[str] = frozenset()
    """The response keys that the statements leave open: look-ups, and what is about the schema."""
    filtered: frozenset[str] = frozenset()
    """The response keys of lists that a filter may have emptied."""

    def parameters(self, bound: Sequence[Any]) -> list[dict[str, Any]]:
        """The parameters of each statement, from the bound values in order."""
        values = iter(bound)
        return [{name: next(values) for name in names} for names in self.names]


@dataclass
class Document:
    """A valid document with its chosen operation."""

    text: str
    node: DocumentNode
    operation: OperationDefinitionNode
    kinds: dict[str, GraphQLInputType]
    plain: tuple[tuple[GraphQLVariableSignature, type], ...] | None = None
    """The variables and the Python types of their values, when each is a plain scalar."""
    plans: dict[Hashable, Plan] = field(default_factory=dict)

    @property
    def name(self) -> str | None:
        return self.operation.name.value if self.operation.name else None


class Plans:
    """Documents and plans of one schema and model, for one graph (its cursors are signed with the graph's secret)."""

    MOST_SHAPES = 16
    """Plans per document. A document is about 80 kB and a plan 8 kB, so that all of them together stay under 60 MB."""

    def __init__(
        self, schema: GraphQLSchema, model: Model, secret: bytes, budget: Budget | None = None, most: int = 256
    ) -> None:
        self.schema, self.model = schema, model
        self.budget = budget or Budget()
        self.cursors = Cursors(secret)
        self.limits = Limits(self.cursors, self.budget.page, self.budget.most_per_page)
        self.conditions = Conditions(model)
        self.shapes = Shapes(self.budget.shapes)
        self.documents: Recent[tuple[str, str | None], Document] = Recent(most)

    @cached_property
    def plain_schema(self) -> GraphQLSchema:
        """The same schema with nothing behind it, for an answer that has to be completed by the book."""
        return build_schema(print_schema(self.schema))

    def document(self, text: str, operation_name: str | None = None) -> Document:
        """Parse and validate, or find it again; raises Refused or GraphQLError."""
        found = self.documents.get((text, operation_name))
        if found is None:
            found = self.documents.put((text, operation_name), self._read(text, operation_name))
        return found

    def _read(self, text: str, operation_name: str | None) -> Document:
        try:
            node = parse(text, max_tokens=self.budget.tokens, no_location=False)
        except GraphQLError as error:
            raise _syntax(error, self.budget.tokens) from None
        check_document(node, self.budget)
        errors = validate(self.schema, node)
        if errors:
            raise Invalid(errors)
        operation = get_operation_ast(node, operation_name)
        if operation is None:
            raise bad_input(_which(node, operation_name))
        kinds: dict[str, GraphQLInputType] = {}
        for definition in operation.variable_definitions or ():
            kinds[definition.variable.name.value] = type_from_ast(self.schema, definition.type)  # type: ignore[assignment]
        return Document(text, node, operation, kinds, self._plain(operation))

    def _plain(self, operation: OperationDefinitionNode) -> tuple[tuple[GraphQLVariableSignature, type], ...] | None:
        found = []
        for definition in operation.variable_definitions or ():
            signature = get_variable_signature(self.schema, definition)
            if isinstance(signature, GraphQLError):
                return None
            kind = PLAIN.get(get_nullable_type(signature.type))
            if kind is None:
                return None
            found.append((signature, kind))
        return tuple(found)

    def variables(self, document: Document, given: Mapping[str, Any] | None) -> VariableValues:
        """Coerce the variables; raises Invalid with BAD_USER_INPUT."""
        given = given or {}
        quick = _as_they_are(document.plain, given) if document.plain is not None else None
        if quick is not None:
            return quick
        found = get_variable_values(self.schema, document.operation.variable_definitions or (), dict(given))
        if isinstance(found, list):
            raise Invalid(found, "BAD_USER_INPUT")
        return found

    def plan(self, document: Document, variables: VariableValues, role: str) -> tuple[Plan, bool]:
        """The plan for these variables, and whether it was known."""
        values, kinds = variables.coerced, document.kinds
        key = (role, tuple((n, shape(v, kinds[n], self._id_kind)) for n, v in values.items()))
        found = document.plans.get(key)
        if found is not None:
            return found, True
        if len(document.plans) >= self.MOST_SHAPES:
            document.plans.pop(next(iter(document.plans)))
        made = document.plans[key] = self.compile(document, variables, role)
        return made, False

    def _id_kind(self, key: str) -> str:
        node = self.model.by_prefix(key)
        return node.seek if node else "Entiteit"

    def compile(self, document: Document, variables: VariableValues, role: str, forgiving: bool = False) -> Plan:
        """Compile one shape; `forgiving` for an answer in which something is missing (see `schema.execute.nulls`)."""
        traced = {n: trace(v, document.kinds[n], (n,)) for n, v in variables.coerced.items()}
        selection = Selection(self.schema, document.node, document.operation, VariableValues(variables.sources, traced))
        pages = Pages(self.cursors.writer)
        compiler = Compiler(
            self.model, selection, role, self.conditions, pages, self.limits, variables.coerced,
            budget=self.budget, forgiving=forgiving,
        )  # fmt: skip
        frame = Frame(None)
        fields: list[tuple[str, Out]] = []
        lookups: list[LookUp] = []
        places: list[Out] = []
        introspection: list[str] = []
        filtered: list[str] = []
        query = self.schema.query_type
        assert query is not None
        for key, details in selection.root().items():
            name = name_of(details)
            spot = Spot(frame, query, details, compiler.cost, (key,))
            if name == "__typename":
                fields.append((key, Const(query.name)))
            elif name in INTROSPECTION:
                introspection.append(key)
                fields.append((key, Const(None)))
            elif name in LOOKUPS:
                tree = Tree(compiler, frame, compiler.cost, places)
                part = tree.part(spot.field.type, spot)
                lookups.append(LookUp(key, name, arguments(compiler, spot), part, tree.ways))
                compiler.cost.price += LOOKUPS[name]
                fields.append((key, Const(None)))
            else:
                fields.append((key, root(compiler, spot)))
                if FILTERS & {argument.name.value for argument in details[0].node.arguments or ()}:
                    filtered.append(key)
        shown = Obj((*fields, *((f"{LATE}{i}", place) for i, place in enumerate(places))))
        return replace(
            self._assemble(compiler, frame, shown, lookups, len(places), introspection), filtered=frozenset(filtered)
        )

    def _assemble(
        self, compiler: Compiler, frame: Frame, shown: Obj, lookups: list[LookUp], places: int, introspection: list[str]
    ) -> Plan:
        rendered = render.render(frame.values, self.budget.subqueries_per_statement)
        columns = tuple(c for s in rendered.statements for c in s.columns)
        params = [p for s in rendered.statements for p in s.params]
        names = tuple(tuple(f"p{i}" for i in range(len(s.params))) for s in rendered.statements)
        places_of = {p: i for i, p in enumerate(params)}
        for extra in compiler.cost.sizes():  # also of pages of which only the total was asked
            if extra not in places_of:
                places_of[extra] = len(params)
                params.append(extra)
        return Plan(
            rendered.statements,
            names,
            binding([p.key for p in params], self.limits),  # type: ignore[misc]
            projector(shown, columns, rendered.layout, places_of, compiler.forgiving),
            evaluator(compiler.cost, places_of),
            tuple(lookups),
            places,
            tuple(introspection),
            sum(s.subqueries for s in rendered.statements),
            tuple(compiler.laters.found),
            frozenset((*(each.key for each in lookups), *introspection)),
        )


def _as_they_are(
    plain: tuple[tuple[GraphQLVariableSignature, type], ...], given: Mapping[str, Any]
) -> VariableValues | None:
    """Values that coercing would not change, which is nearly always; None when one of them might be."""
    sources: dict[str, VariableValueSource] = {}
    coerced: dict[str, Any] = {}
    for signature, kind in plain:
        name = signature.name
        value: Any = given.get(name)
        if type(value) is not kind or (isinstance(value, int) and not -MAX_INT - 1 <= value <= MAX_INT):
            return None
        sources[name] = VariableValueSource(signature, value)
        coerced[name] = value
    return VariableValues(sources, coerced)


class Invalid(Exception):
    """A document or its variables that the specification refuses, with graphql-core's errors."""

    def __init__(self, errors: Sequence[GraphQLError], code: str = "GRAPHQL_VALIDATION_FAILED") -> None:
        super().__init__(errors[0].message if errors else code)
        self.errors, self.code = errors, code


def _syntax(error: GraphQLError, tokens: int) -> Exception:
    if f"more than {tokens} tokens" in error.message:
        return Refused(
            "OPERATION_TOO_LARGE",
            f"De vraag heeft meer dan {tokens} woorden en tekens (tokens); splits haar",
            limiet="tokens",
            hoogstens=tokens,
            gevraagd=tokens + 1,
        )
    return Invalid([error], "GRAPHQL_PARSE_FAILED")


def _which(node: DocumentNode, name: str | None) -> str:
    names = [d.name.value for d in node.definitions if isinstance(d, OperationDefinitionNode) and d.name]
    if name is None:
        return f"Zeg met `operationName` welke je bedoelt: {', '.join(names)}" if names else "Er staat geen vraag in"
    return f"Er is geen vraag met de naam '{name}'" + (f"; wel: {', '.join(names)}" if names else "")


QUERY = OperationType.QUERY
