"""Plans: documents parsed once, operations compiled once per shape of their variables.

Document   parsed, validated, within the limits of its text
Plan       statements, binders, projector, cost: everything to answer the operation with other values
Plans      the bounded caches of both
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from graphql import (
    GraphQLInputType,
    GraphQLSchema,
    OperationType,
    VariableDefinitionNode,
    build_schema,
    print_schema,
    type_from_ast,
)
from graphql.execution.values import VariableValues

from graph.cypher.sight import Sight
from graph.domain.reader import Model
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from schema.compile.compiler import Compiler
from schema.compile.conditions import Conditions
from schema.compile.frames import Frame
from schema.compile.lookups import LATE
from schema.compile.lookups import Tree as AnswerTree
from schema.compile.paging import Pages
from schema.compile.root_field import root
from schema.compile.spot import Spot, arguments, asked_size, charge
from schema.compile.stages import subqueries
from schema.execute.compiled import LookUp, Plan, in_order, usable
from schema.execute.parsing import (
    Plain,
    Tree,
    as_they_are,
    coerced,
    parsed,
    plain_variables,
    tree,
    variable_definitions,
)
from schema.execute.rate import Points, Shapes
from schema.fields.computed import LOOKUPS
from schema.leaves.directives import TOGETHER
from schema.mutations.offered import BY_NAME as MUTATIONS
from schema.refusals import Refused
from schema.request.binding import Limits, binding, param, shape, trace
from schema.request.cost import evaluator
from schema.request.cursors import Cursors
from schema.request.limits import Budget
from schema.request.measure import INTROSPECTION
from schema.request.selection import Fields, Selection, name_of
from schema.response.outputs import Const, Obj, Out
from schema.response.projector import projector

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
FILTERS = {"filter", "thema", "boven"}
"""Arguments of lists that may hold the key of a thing."""


class Recent(Generic[K, V]):
    """A bounded mapping that forgets what was used longest ago. `size` is what a key takes of `most_bytes`."""

    def __init__(self, most: int, most_bytes: int = 0, size: Callable[[K], int] = lambda key: 0) -> None:
        self.most, self.most_bytes, self.size = most, most_bytes, size
        self.bytes = 0
        self.items: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        found = self.items.get(key)
        if found is not None:
            self.items.move_to_end(key)
        return found

    def put(self, key: K, value: V) -> V:
        if key not in self.items:
            self.bytes += self.size(key)
        self.items[key] = value
        while len(self.items) > self.most or self.bytes > self.most_bytes:
            gone, _ = self.items.popitem(last=False)
            self.bytes -= self.size(gone)
        return value


@dataclass
class Document:
    """A valid document with its chosen operation.

    Its tree is not kept (`Plans.tree`): that is thousands of objects, which Python's collector of garbage would go
    through again and again while nobody gets an answer. What is needed for each request is: its variables.
    """

    text: str
    asked: str | None
    name: str | None
    definitions: tuple[VariableDefinitionNode, ...]
    kinds: dict[str, GraphQLInputType]
    plain: Plain | None = None
    """The variables and the Python types of their values, when each is a plain scalar."""
    plans: dict[Hashable, Plan | Refused] = field(default_factory=dict)
    """By shape of the variables; also what was refused, since finding that out costs as much."""


class Plans:
    """Documents and plans of one schema and model, for one graph (its cursors are signed with the graph's secret)."""

    MOST_SHAPES = 16
    """Plans per document. A plan is about 8 kB, so that all of them together stay under 30 MB."""
    MOST_TREES = 2
    """Documents of which the tree is at hand, for the next shape of their variables."""
    MOST_TEXT = 4_000_000
    """Bytes of all texts together: a document may be ten thousand letters around one field."""

    def __init__(
        self, schema: GraphQLSchema, model: Model, secret: bytes, budget: Budget | None = None, most: int = 128
    ) -> None:
        self.schema, self.model = schema, model
        self.budget = budget or Budget()
        self.limits = Limits(Cursors(secret), self.budget.page, self.budget.most_per_page)
        self.conditions = {role: Conditions(model, role) for role in Rol}
        self.sights = {role: Sight(model, role) for role in Rol}
        self.shapes = Shapes(self.budget.shapes)
        self.points = Points(self.budget.points, self.budget.points_by_key)
        self.documents: Recent[tuple[str, str | None], Document] = Recent(most, self.MOST_TEXT, _text_size)
        self.trees: Recent[tuple[str, str | None], Tree] = Recent(self.MOST_TREES)
        self.limits_for: Recent[str, Limits] = Recent(1_000)

    def limits_of(self, viewer: Viewer) -> Limits:
        """The limits of pages, with cursors that are for whoever sees as much."""
        who = "|".join(filter(None, viewer.sight))
        found = self.limits_for.get(who)
        return found or self.limits_for.put(who, replace(self.limits, cursors=self.limits.cursors.of(who)))

    @cached_property
    def plain_schema(self) -> GraphQLSchema:
        """The same schema with nothing behind it, for an answer that has to be completed by the book."""
        return build_schema(print_schema(self.schema))

    def document(self, text: str, operation_name: str | None = None) -> Document:
        """Parse and validate, or find it again; raises Refused or Invalid."""
        found = self.documents.get((text, operation_name))
        return found or self.documents.put((text, operation_name), self.read(text, operation_name))

    def read(self, text: str, operation_name: str | None) -> Document:
        """Parse and validate. Like all that needs the tree of a document, one other thread may do it."""
        node, operation = parsed(self.schema, self.budget, text, operation_name)
        self.trees.put((text, operation_name), (node, operation))
        definitions = variable_definitions(text, operation)
        kinds: dict[str, GraphQLInputType] = {}
        for definition in definitions:
            kinds[definition.variable.name.value] = type_from_ast(self.schema, definition.type)  # type: ignore[assignment]
        name = operation.name.value if operation.name else None
        return Document(text, operation_name, name, definitions, kinds, plain_variables(self.schema, definitions))

    def tree(self, document: Document) -> Tree:
        """The whole document and the operation in it, parsed again when that was long ago."""
        key = document.text, document.asked
        return self.trees.get(key) or self.trees.put(key, tree(document.text, document.asked))

    def variables(self, document: Document, given: Mapping[str, Any] | None) -> VariableValues:
        """Coerce the variables; raises Invalid with BAD_USER_INPUT."""
        given = given or {}
        quick = as_they_are(document.plain, given) if document.plain is not None else None
        return quick or coerced(self.schema, document.definitions, given)

    def plan(self, document: Document, variables: VariableValues, viewer: Viewer) -> tuple[Plan, bool]:
        """The plan for these variables, and whether it was known; raises Refused."""
        key = self.key(document, variables, viewer)
        found = document.plans.get(key)
        made = found or self.keep(document, key, self.made(document, variables, viewer))
        return usable(made), found is not None

    def key(self, document: Document, variables: VariableValues, viewer: Viewer) -> Hashable:
        """What two requests with this document must have in common to share a plan."""
        kinds = document.kinds
        return (viewer.sight, tuple((n, shape(v, kinds[n], self._id_kind)) for n, v in variables.coerced.items()))

    def made(self, document: Document, variables: VariableValues, viewer: Viewer) -> Plan | Refused:
        """Compile, or say why not; needs the tree."""
        try:
            plan = self.compile(document, variables, viewer)
            return self.compile(document, variables, viewer, forgiving=True) if plan.withholds else plan
        except Refused as refusal:
            return refusal.with_traceback(None)  # it would keep everything that was being compiled

    def keep(self, document: Document, key: Hashable, made: Plan | Refused) -> Plan | Refused:
        """Remember a plan."""
        if len(document.plans) >= self.MOST_SHAPES:
            document.plans.pop(next(iter(document.plans)))
        document.plans[key] = made
        return made

    def _id_kind(self, key: str) -> str:
        node = self.model.by_prefix(key)
        return node.seek if node else "Entiteit"

    def compile(self, document: Document, variables: VariableValues, viewer: Viewer, forgiving: bool = False) -> Plan:
        """Compile one shape; `forgiving` for an answer in which something is missing (see `schema.execute.nulls`)."""
        traced = {n: trace(v, document.kinds[n], (n,)) for n, v in variables.coerced.items()}
        values = VariableValues(variables.sources, traced)
        selection = Selection(self.schema, *self.tree(document), values, self.budget.fields)
        whole = selection.root()
        if selection.operation.operation is OperationType.MUTATION:
            parts = [{key: details} for key, details in whole.items()]
            steps = [self._compiled(selection, part, variables, viewer, forgiving) for part in parts]
            return in_order(steps, any(d.name.value == TOGETHER for d in selection.operation.directives or ()))
        return self._compiled(selection, whole, variables, viewer, forgiving)

    def _compiled(
        self, selection: Selection, fields_of: Fields, variables: VariableValues, viewer: Viewer, forgiving: bool
    ) -> Plan:
        """Compile these root fields."""
        limits = self.limits_of(viewer)
        pages = Pages(limits.cursors.writer, viewer.role)
        own = None if viewer.gemeente is None else param(viewer.gemeente)
        compiler = Compiler(
            self.model, selection, self.sights[viewer.role].of_gemeente(own), self.conditions[viewer.role],
            pages, limits, variables.coerced, budget=self.budget, forgiving=forgiving,
        )  # fmt: skip
        frame = Frame(None)
        fields: list[tuple[str, Out]] = []
        lookups: list[LookUp] = []
        places: list[Out] = []
        introspection: list[str] = []
        filtered: list[str] = []
        top = selection.top
        for key, details in fields_of.items():
            name = name_of(details)
            spot = Spot(frame, top, details, compiler.cost, (key,))
            if name == "__typename":
                fields.append((key, Const(top.name)))
            elif name in INTROSPECTION:
                introspection.append(key)
                fields.append((key, Const(None)))
            elif name in LOOKUPS or name in MUTATIONS:
                lookups.append(_looked_up(compiler, spot, places))
                fields.append((key, Const(None)))
            else:
                fields.append((key, root(compiler, spot)))
                if FILTERS & {argument.name.value for argument in details[0].node.arguments or ()}:
                    filtered.append(key)
        shown = Obj((*fields, *((f"{LATE}{i}", place) for i, place in enumerate(places))))
        return replace(
            self._assemble(compiler, frame, shown, lookups, len(places), introspection),
            filtered=frozenset(filtered),
            forgiving=forgiving,
            withholds=compiler.withholds,
        )

    def _assemble(
        self, compiler: Compiler, frame: Frame, shown: Obj, lookups: list[LookUp], places: int, introspection: list[str]
    ) -> Plan:
        rendered = compiler.rendering(frame.values)
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
            binding([p.key for p in params], compiler.limits),  # type: ignore[misc]
            projector(shown, columns, rendered.layout, places_of, compiler.forgiving),
            evaluator(compiler.cost, places_of),
            tuple(lookups),
            places,
            tuple(introspection),
            sum(s.subqueries for s in rendered.statements) + subqueries(compiler.laters.found),
            tuple(compiler.laters.found),
            frozenset((*(each.key for each in lookups), *introspection)),
        )


def _looked_up(compiler: Compiler, spot: Spot, places: list[Out]) -> LookUp:
    """A root field that is worked out first, with what is charged for it."""
    given = arguments(compiler, spot)
    size = asked_size(spot.field, given)
    charge(compiler, spot)
    answer = AnswerTree(compiler, spot.frame, size, places)
    part = answer.part(spot.field.type, spot)
    return LookUp(spot.path[-1], spot.name, given, part, answer.ways)


def _text_size(key: tuple[str, str | None]) -> int:
    return len(key[0]) + len(key[1] or "")
