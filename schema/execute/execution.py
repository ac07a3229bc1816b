"""Route one: compile, bind, run, write bytes.

    document ─> variables ─> plan ─> look-ups ─> bound values ─> budgets ─> statements ─> projector ─> orjson

What is not about the graph (introspection) goes to graphql-core's executor and is merged by response key.
"""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import FieldNode, GraphQLError, OperationDefinitionNode, SelectionSetNode, execute_sync
from graphql.language import DocumentNode

from graph.engine.store import READING, Sent, Store
from graph.errors import GraphError, StoreTimeout, StoreUnavailable
from schema.compile.lookups import LATE
from schema.compile.stages import MOST, Nested, Pending, plain
from schema.errors import Refused
from schema.execute import nulls
from schema.execute.plans import Document, Invalid, Plan, Plans
from schema.fields import deferred
from schema.fields.computed import answer
from schema.fields.deferred import Asked
from schema.messages import dutch
from schema.request.binding import Const, Several, Slot
from schema.request.limits import check
from schema.request.merged_ids import misses, present, renamed
from schema.request.selection import Selection
from schema.response.projector import Gap

log = logging.getLogger("opdeplank")
MAX_INT = 2**31 - 1


@dataclass(frozen=True)
class Request:
    """One GraphQL request. `explain` adds `extensions.plan`: what was compiled, and every text that was sent, also by
    look-ups. `caller` is whose budget of new shapes it takes from."""

    query: str
    variables: Mapping[str, Any] | None = None
    operation_name: str | None = None
    role: str = "OPENBAAR"
    explain: bool = False
    caller: str | None = None


Complete = Callable[[Document, Request, dict[str, Any]], dict[str, Any]]
"""Data in which something is missing -> the members `data` and `errors` of the answer."""


@dataclass(frozen=True)
class Reply:
    """The body, the HTTP status for `application/graphql-response+json`, and whether there is data in it."""

    body: bytes
    status: int = 200
    executed: bool = True


@dataclass
class Executor:
    """Answers operations on one store."""

    store: Store
    plans: Plans

    async def execute(self, request: Request) -> Reply:
        """Answer a request; never raises."""
        try:
            document = self.plans.document(request.query, request.operation_name)
            variables = self.plans.variables(document, request.variables)
            plan, known = self.plans.plan(document, variables, request.role)
            try:
                return await self._run(request, document, plan, known, variables.coerced)
            except Gap:
                plan = self.plans.compile(document, variables, request.role, forgiving=True)
                return await self._run(request, document, plan, False, variables.coerced, self._with_nulls)
        except Invalid as error:
            return refusal([_invalid(e, error.code) for e in error.errors])
        except Refused as error:
            return refusal([error.formatted()], error.status)
        except GraphQLError as error:
            return refusal([_invalid(error, "BAD_USER_INPUT")])
        except GraphError as error:
            return failure(error)

    async def _run(
        self, request: Request, document: Document, plan: Plan, known: bool, variables: dict[str, Any],
        complete: Complete | None = None,
    ) -> Reply:  # fmt: skip
        started = time.perf_counter()
        sent: list[Sent] = []
        READING.set(sent if request.explain else None)
        answers = await self._look_up(plan, variables)
        bound = plan.bind(variables, self.plans.limits)
        price, nodes = plan.cost(bound)
        budget = self.plans.budget
        check("subvragen", budget.subqueries, plan.subqueries)
        check("knopen", budget.nodes, nodes)
        check("kosten", budget.cost, price)
        self.plans.shapes.spend(request.caller, (s.text for s in plan.statements))
        pending, data = await self._read(plan, bound)
        if misses(data, plan.later, plan.filtered) and (now := await renamed(self.store, bound)):
            bound = present(bound, now)
            pending, data = await self._read(plan, bound)
        if plan.lookups:
            _fill(plan, data, answers, variables)
        await self._work_out(plan.laters, pending, variables)
        for key, value in self._introspect(document, plan, request).items():
            data[key] = value
        extensions: dict[str, Any] = {"kosten": price}
        if request.explain:
            extensions["plan"] = {
                **_shown(plan, bound),
                "verstuurd": [each.text for each in sent],
                "planBekend": known,
                "databaseMs": round(sum(each.took for each in sent) * 1000, 3),
                "totaalMs": round((time.perf_counter() - started) * 1000, 3),
            }
        answer: dict[str, Any] = {"data": data} if complete is None else complete(document, request, data)
        body = orjson.dumps({**answer, "extensions": extensions}, default=plain)
        check("antwoord", budget.answer, len(body))
        return Reply(body)

    async def _read(self, plan: Plan, bound: list[Any]) -> tuple[list[list[Pending]], dict[str, Any]]:
        """What the statements give, in the shape of the answer; and what is still to be worked out in it."""
        row: list[Any] = []
        for statement, given in zip(plan.statements, plan.parameters(bound), strict=True):
            found = await self.store.read(statement.text, given)
            row += found or []
        pending: list[list[Pending]] = [[] for _ in plan.laters]
        return pending, plan.project(row, bound, _leave(pending))

    def _with_nulls(self, document: Document, request: Request, data: dict[str, Any]) -> dict[str, Any]:
        return nulls.complete(self.plans.plain_schema, document, request.variables, data)

    async def _look_up(self, plan: Plan, variables: dict[str, Any]) -> list[Any]:
        """Work out the computed roots, and put the ids they name where the statement finds them."""
        if not plan.lookups:
            return []
        sink: list[list[str]] = [[] for _ in range(plan.places)]
        answers = []
        for lookup in plan.lookups:
            asked = Asked(self.store, self.plans.limits, lookup.ways)
            found = await self._answer(lookup.name, asked, _filled(lookup.arguments, variables))
            lookup.part.collect(found, sink, variables)
            answers.append(found)
        variables[LATE] = [list(dict.fromkeys(ids)) for ids in sink]
        return answers

    async def _answer(self, name: str, asked: Asked, arguments: Any) -> Any:
        """The answer of a look-up; of what an old id became, when it knows no such thing."""
        try:
            return await answer(name, asked, arguments)
        except Refused as error:
            now = await renamed(self.store, arguments) if error.code == "NOT_FOUND" else {}
            if not now:
                raise
        return await answer(name, asked, present(arguments, now))

    async def _work_out(
        self, laters: Sequence[Nested], pending: Sequence[Sequence[Pending]], variables: dict[str, Any]
    ) -> None:
        """Fill in the deferred fields: look each up, read the things they name together, go on with what those left."""
        for nested, waiting in zip(laters, pending, strict=True):
            if not waiting:
                continue
            ids = list(dict.fromkeys(p.of for p in waiting))
            check("uitwerken", MOST, len(ids))
            arguments = _filled(nested.arguments, variables)
            asked = Asked(self.store, self.plans.limits, nested.ways)
            trees = {key: await deferred.answer(nested.owner, nested.name, asked, key, arguments) for key in ids}
            found = await self._stage(nested, list(trees.values()), variables)
            for each in waiting:
                each.value = nested.part.fill(trees[each.of], found, variables)

    async def _stage(self, nested: Nested, trees: list[Any], variables: dict[str, Any]) -> list[dict[str, Any]]:
        """The things that look-ups named, by place and id."""
        stage = nested.stage
        sink: list[list[str]] = [[] for _ in range(stage.places)]
        for tree in trees:
            nested.part.collect(tree, sink, variables)
        ids = [list(dict.fromkeys(place)) for place in sink]
        given = {**variables, LATE: ids}
        bound = stage.bind(given, self.plans.limits)
        values = iter(bound)
        row: list[Any] = []
        if any(ids):
            for statement, names in zip(stage.statements, stage.names, strict=True):
                row += await self.store.read(statement.text, {name: next(values) for name in names}) or []
        else:
            return [{} for _ in ids]
        pending: list[list[Pending]] = [[] for _ in stage.laters]
        data = stage.project(row, bound, _leave(pending))
        await self._work_out(stage.laters, pending, variables)
        return [dict(zip(ids[i], data[str(i)], strict=True)) for i in range(stage.places)]

    def _introspect(self, document: Document, plan: Plan, request: Request) -> dict[str, Any]:
        if not plan.introspection:
            return {}
        node = _only(document, set(plan.introspection), self.plans, request)
        result = execute_sync(self.plans.schema, node, variable_values=dict(request.variables or {}))
        return result.data or {}


def _shown(plan: Plan, bound: list[Any]) -> dict[str, Any]:
    """What was compiled: the statements, as one text and apart, and their parameters."""
    texts = [s.text for s in plan.statements]
    return {"statement": "\n".join(texts), "statements": texts, "parameters": plan.parameters(bound)}


def _only(document: Document, keys: set[str], plans: Plans, request: Request) -> DocumentNode:
    """The document with only its introspection at the root."""
    variables = plans.variables(document, request.variables)
    root = Selection(plans.schema, document.node, document.operation, variables).root()
    fields: list[FieldNode] = [d.node for key, details in root.items() if key in keys for d in details]
    operation = document.operation
    only = OperationDefinitionNode(
        operation=operation.operation,
        name=operation.name,
        variable_definitions=operation.variable_definitions,
        selection_set=SelectionSetNode(selections=tuple(fields)),
    )
    rest = [d for d in document.node.definitions if not isinstance(d, OperationDefinitionNode)]
    return DocumentNode(definitions=(only, *rest))


def _leave(pending: list[list[Pending]]) -> Callable[[int, str], Pending]:
    """What the projector calls for a deferred field."""

    def later(number: int, of: Any) -> Pending:
        made = Pending(of)
        pending[number].append(made)
        return made

    return later


def _fill(plan: Plan, data: dict[str, Any], answers: list[Any], variables: Mapping[str, Any]) -> None:
    """Put the things that were read into the answers of the look-ups."""
    ids = variables[LATE]
    found = [dict(zip(ids[i], data.pop(f"{LATE}{i}"), strict=True)) for i in range(plan.places)]
    for lookup, value in zip(plan.lookups, answers, strict=True):
        data[lookup.key] = lookup.part.fill(value, found, variables)


def _filled(value: Any, variables: Mapping[str, Any]) -> Any:
    """Traced arguments with their values."""
    if isinstance(value, Slot | Const | Several):
        return value.get(variables)
    if isinstance(value, Mapping):
        return {k: _filled(v, variables) for k, v in value.items()}
    if isinstance(value, list):
        return [_filled(v, variables) for v in value]
    return value


def refusal(errors: list[dict[str, Any]], status: int = 400) -> Reply:
    """An answer without data."""
    return Reply(orjson.dumps({"errors": errors}), status, False)


def _invalid(error: GraphQLError, code: str) -> dict[str, Any]:
    shown: dict[str, Any] = {"message": dutch(error.message)}
    if error.locations:
        shown["locations"] = [{"line": at.line, "column": at.column} for at in error.locations]
    return {**shown, "extensions": {"code": code}}


def failure(error: BaseException) -> Reply:
    """The answer when the graph could not be read."""
    if not isinstance(error, GraphError):
        raise error
    if isinstance(error, StoreUnavailable):
        return refusal([{"message": error.melding, "extensions": {"code": "STORE_UNAVAILABLE"}}], 503)
    if isinstance(error, StoreTimeout):
        return refusal([{"message": error.melding, "extensions": {"code": "TIMEOUT"}}], 503)
    log.error("%s: %s", type(error).__name__, error.__cause__ or error)  # a fault of ours, for who keeps the service
    return refusal([{"message": error.melding, "extensions": {"code": "INTERNAL_SERVER_ERROR"}}], 500)
