"""Route one: compile, bind, run, write bytes.

    document ─> variables ─> plan ─> budgets ─> look-ups ─> bound values ─> statements ─> projector ─> orjson

What an operation asks is judged before anything is asked of the graph. All of it together has one deadline, which each
statement hears as its own. What may take long in this process (reading a document that is new, compiling, the schema,
a large answer) is done beside the event loop, for every caller in turn.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar

import orjson
from graphql import GraphQLError
from graphql.execution.values import VariableValues

from graph.dutch.phrasing import some
from graph.engine.store import Store
from graph.errors import GraphError, StoreTimeout
from graph.resources import NONE, Resources
from graph.turns import Full, Once, Turns
from schema.compile.lookups import LATE
from schema.compile.stages import Pending
from schema.execute import nulls
from schema.execute.carrying_out import CarryingOut, Done, Step
from schema.execute.compiled import Plan, explained, usable
from schema.execute.envelope import Reply, failure, refusal
from schema.execute.envelope import Request as Request
from schema.execute.introspection import Introspection
from schema.execute.parsing import Invalid, cleared, formatted, more_than, said
from schema.execute.plans import Document, Plans
from schema.execute.rate import left
from schema.execute.subscriptions import Subscription, subscription
from schema.execute.working_out import Leaving, WorkingOut
from schema.execute.writer import written, written_at_once
from schema.refusals import Refused
from schema.request.limits import check
from schema.request.merged_ids import misses, present, renamed
from schema.response.projector import Gap

T = TypeVar("T")
MOST_WAITING = 64
"""Pieces of work that may wait for their turn beside the event loop."""
BUSY_SECONDS = 2
CROWDED = f"Het is nu te druk. Probeer het over {some(BUSY_SECONDS, 'seconde', 'seconden')} opnieuw."
"""What is said when that queue is full."""
NOT_BY_GET = "Een opdracht die iets verandert kan niet met GET. Stuur haar met POST."
UNSURE = (
    "Het duurde te lang, en het kan toch zijn gebeurd. Kijk wat er staat, of stuur hetzelfde nog eens met dezelfde "
    "`idempotentieSleutel`."
)
LARGE_VARIABLES = 200
"""Values in the variables from which on they are read beside the event loop."""
LARGE_ANSWER, MANY_NODES, MANY_VALUES = 100_000, 1_000, 5_000
"""Bytes of keys, and things, that an answer may hold, and values that it does hold, from which on it is made there."""


@dataclass(frozen=True)
class Asked:
    """A request that was judged fit to run."""

    request: Request
    document: Document
    variables: VariableValues
    plan: Plan
    known: bool


@dataclass
class Executor:
    """Answers operations on one store, each within `seconds`; `resources` lie beside that store."""

    store: Store
    plans: Plans
    seconds: float = 10.0
    resources: Resources = NONE
    turns: Turns = field(default_factory=lambda: Turns("uitvoering", MOST_WAITING))
    once: "Once[Any, Any]" = field(default_factory=Once)

    def __post_init__(self) -> None:
        self.introspection = Introspection(self.plans)
        self.writing = CarryingOut(self.plans, self.resources)

    async def execute(self, request: Request) -> Reply:
        """Answer a request; never raises."""
        store = self.store.operation(self.seconds, request.caller, request.explain)
        try:
            async with asyncio.timeout(self.seconds):
                return await self._answer(request, store)
        except TimeoutError:
            return failure(StoreTimeout())
        except Invalid as error:
            return refusal(error.formatted)
        except Refused as error:
            request.notes.limit = str(error.extensions.get("limiet", ""))
            return refusal([error.formatted()], error.status, error.wait)
        except GraphQLError as error:
            return refusal([formatted(error, "BAD_USER_INPUT")])
        except GraphError as error:
            return failure(error)
        finally:
            request.notes.database, request.notes.statements = store.spent.seconds, store.spent.reads

    async def subscription(self, request: Request) -> Subscription | None:
        """The subscription that is asked, None when it is another operation; raises Invalid and Refused."""
        asked = request.query, request.operation_name, request.variables
        return await self._apart(request, partial(said, partial(subscription, self.plans, *asked)))

    async def _answer(self, request: Request, store: Store) -> Reply:
        document = await self._document(request)
        variables = await self._variables(request, document)
        plan, known = await self._plan(request, document, variables)
        request.notes.known = known
        try:
            return await self._run(Asked(request, document, variables, plan, known), store)
        except Gap:
            compile_again = partial(self.plans.compile, document, variables, request.viewer, forgiving=True)
            plan = await self._apart(request, compile_again)
            return await self._run(Asked(request, document, variables, plan, False), store)

    # -- before anything runs

    async def _apart(self, request: Request, work: Callable[[], T]) -> T:
        """Do it beside the event loop, when it is this caller's turn."""
        try:
            return await self.turns.do(request.caller, work)
        except Full:
            raise Refused("RATE_LIMITED", CROWDED, status=503, wacht=BUSY_SECONDS) from None

    async def _document(self, request: Request) -> Document:
        key = request.query, request.operation_name
        found = self.plans.documents.get(key)
        if found is None:
            read = partial(self._apart, request, partial(cleared, partial(said, partial(self.plans.read, *key))))
            found = self.plans.documents.put(key, await self.once.get(key, read))
        return found

    async def _variables(self, request: Request, document: Document) -> VariableValues:
        read = partial(self.plans.variables, document, request.variables)
        many = more_than(LARGE_VARIABLES, request.variables)
        return await self._apart(request, partial(said, read)) if many else read()

    async def _plan(self, request: Request, document: Document, variables: VariableValues) -> tuple[Plan, bool]:
        key = self.plans.key(document, variables, request.viewer)
        found = document.plans.get(key)
        if found is not None:
            return usable(found), True
        compile_it = partial(self.plans.made, document, variables, request.viewer)
        made = await self.once.get((id(document), key), partial(self._apart, request, compile_it))
        return usable(self.plans.keep(document, key, made)), False

    def _judge(self, asked: Asked, bound: list[Any]) -> tuple[int, bool]:
        """The price, and whether the answer may be large; raises Refused for what is over the limits."""
        plan, budget = asked.plan, self.plans.budget
        price, nodes, size = plan.cost(bound)
        asked.request.notes.price += price
        check("subvragen", budget.subqueries, plan.subqueries)
        check("knopen", budget.nodes, nodes)
        check("kosten", budget.cost, price)
        check("antwoord", budget.answer, size)
        self.plans.shapes.spend(asked.request.charged, [statement.text for statement in plan.statements])
        self.plans.points.spend(asked.request.caller, asked.request.viewer.key is not None, price)
        return price, size > LARGE_ANSWER or nodes > MANY_NODES

    def _left(self, request: Request, price: int) -> dict[str, Any]:
        """How near this was to the limits that a caller meets in ordinary use."""
        most, by_key = self.plans.budget.cost, request.viewer.key is not None
        spare = left(self.plans.shapes, self.plans.points, request.charged, request.caller, by_key)
        return {"kosten": {"hoogstens": most, "over": most - price}, **spare, **request.left}

    # -- running

    async def _write(self, asked: Asked, store: Store) -> Reply:
        """An operation that writes; judged as a whole before any of it is done."""
        request, values = asked.request, {**asked.variables.coerced}
        if request.reading:
            raise Refused("BAD_USER_INPUT", NOT_BY_GET, status=405)
        steps = self.writing.steps(asked.plan, values, request.viewer)
        price = self._judge_steps(asked, steps, values)
        await self.writing.check_keys(store, steps)
        try:
            done = await self.writing.carry_out(store, steps, asked.plan.together, values, request.viewer)
        except asyncio.CancelledError:  # of who still waits, the time is over
            raise Refused("TIMEOUT", UNSURE, status=503) from None
        if any(each.data is None for each in done):
            asked = await self._by_the_book(asked, store, done, values)
        data = {key: value for each in done for key, value in (each.data or {}).items()}
        extensions: dict[str, Any] = {"kosten": price, "grenzen": self._left(request, price)}
        people, body = sum(each.people.times for each in done), await self._written(asked, data, extensions, False)
        return Reply(body, lasting=False, wrote=True, people=people)

    async def _by_the_book(self, asked: Asked, store: Store, done: list[Done], values: dict[str, Any]) -> Asked:
        """Read again what was done, where something in it is missing that the schema promises."""
        request = asked.request
        compile_again = partial(self.plans.compile, asked.document, asked.variables, request.viewer, forgiving=True)
        plan = await self._apart(request, compile_again)
        for each, part in zip(done, plan.steps or (), strict=True):
            each.data = await self.writing.show(store, part, each, values, request.viewer)
        return replace(asked, plan=plan)

    def _judge_steps(self, asked: Asked, steps: list[Step], values: dict[str, Any]) -> int:
        """The price of all steps together."""
        total, limits = 0, self.plans.limits_of(asked.request.viewer)
        for step in steps:
            bound = step.plan.bind({**values, LATE: [[]] * step.plan.places}, limits)
            price, _ = self._judge(replace(asked, plan=step.plan), bound)
            total += price
        check("subvragen", self.plans.budget.subqueries, asked.plan.subqueries)
        check("kosten", self.plans.budget.cost, total)
        return total

    async def _run(self, asked: Asked, store: Store) -> Reply:
        if asked.plan.steps is not None:
            return await self._write(asked, store)
        started = time.perf_counter()
        plan = asked.plan
        values = {**asked.variables.coerced, LATE: [[]] * plan.places}
        bound = await self._bound(asked, values)
        price, large = self._judge(asked, bound)
        schema, limits = await self._introspect(asked), self.plans.limits_of(asked.request.viewer)
        working_out = WorkingOut(store, limits, self.resources, viewer=asked.request.viewer)
        if plan.lookups:
            await working_out.before(plan, values)
            bound = plan.bind(values, limits)
        pending, data, large = await self._read(asked, working_out, bound, large)
        if misses(data, plan.later, plan.filtered) and (now := await renamed(store, bound)):
            bound = present(bound, now)
            pending, data, large = await self._read(asked, working_out, bound, True)
        if plan.lookups:
            working_out.fill(plan, data, values)
        await working_out.after(plan.laters, pending, values)
        data |= schema
        extensions: dict[str, Any] = {"kosten": price, "grenzen": self._left(asked.request, price)}
        if store.sent is not None:
            extensions["plan"] = explained(plan, bound, store, time.perf_counter() - started, asked.known)
        body = await self._written(asked, data, extensions, large)
        return Reply(body, lasting=not working_out.passing, people=working_out.people.times)

    async def _bound(self, asked: Asked, values: dict[str, Any]) -> list[Any]:
        bind = partial(asked.plan.bind, values, self.plans.limits_of(asked.request.viewer))
        if more_than(LARGE_VARIABLES, asked.request.variables):
            return await self._apart(asked.request, bind)
        return bind()

    async def _introspect(self, asked: Asked) -> Mapping[str, orjson.Fragment]:
        """What is about the schema; a question without anything else never reaches the graph."""
        if not asked.plan.introspection:
            return {}
        given = asked.request.variables
        found = self.introspection.known(asked.document, given)
        if found is None:
            make = partial(self.introspection.made, asked.document, asked.plan, asked.variables, given)
            found = self.introspection.keep(asked.document, given, await self._apart(asked.request, make))
        return found

    async def _read(
        self, asked: Asked, working_out: WorkingOut, bound: list[Any], may_be_large: bool
    ) -> tuple[list[list[Pending]], dict[str, Any], bool]:
        """What is still to be worked out, what the statements give, in the shape of the answer, and whether that is
        much: of what could be large, most is not, and another thread costs as much as the work."""
        plan, row = asked.plan, list[Any]()
        for statement, given in zip(plan.statements, plan.parameters(bound), strict=True):
            row += await working_out.store.read(statement.text, given) or []
        large = may_be_large and (bool(plan.lookups or plan.laters) or more_than(MANY_VALUES, row))
        pending: list[list[Pending]] = [[] for _ in plan.laters]
        project = partial(plan.project, row, bound, Leaving(pending, working_out.people))
        return pending, await self._apart(asked.request, project) if large else project(), large

    async def _written(self, asked: Asked, data: dict[str, Any], extensions: dict[str, Any], large: bool) -> bytes:
        most = self.plans.budget.answer
        if asked.plan.forgiving:
            complete = partial(nulls.complete, self.plans, asked.document, asked.request.variables, data)
            answer = await self._apart(asked.request, complete)
        else:
            answer = {"data": data}
        answer["extensions"] = extensions
        if large or asked.plan.forgiving:
            return await self._apart(asked.request, partial(written, answer, most))
        return written_at_once(answer, most)
