"""Operations that write: each field in a transaction of its own and in order, or all of them in one (`@alles`).

    field ─ who may ─ begin: the version rises, nobody else writes ─ done before with this key? ─ act ─ send ─ read

What comes back is compiled like any question, and read in the same transaction. What cannot be done is data in
`fouten`; then nothing of that field is written.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import orjson

from graph.domain.viewer import Viewer
from graph.engine.gathering import Gathering
from graph.engine.store import Run, Store
from graph.engine.within import Within
from graph.resources import Resources
from graph.upkeep import repeats
from graph.upkeep.beginning import begin
from graph.upkeep.repeats import Repeat
from loaders.documents.document import digest
from loaders.load.apply import moment
from loaders.load.plan import Hand
from loaders.report.faults import CONFLICT, Fault, NotDone
from loaders.report.reporter import Reporter
from loaders.report.texts import faults_in
from schema.compile.lookups import LATE
from schema.compile.stages import Pending
from schema.execute.compiled import Plan
from schema.execute.plans import Plans
from schema.execute.working_out import Leaving, PeopleShown, WorkingOut, filled
from schema.mutations.mutation import KEY, TRIED, Arguments, Mutation, shown
from schema.mutations.offered import BY_NAME
from schema.refusals import Refused
from schema.response.projector import Gap

USED = "Deze `idempotentieSleutel` hoort bij een andere opdracht. Kies voor iets anders een andere sleutel."
NOT_ALONE = "Niet gedaan: een andere opdracht in dit verzoek kon niet, en je vroeg om alles of niets."
SWEEP_SECONDS = 3600.0


@dataclass(frozen=True)
class Step:
    """A field of the operation, with what it is asked."""

    key: str
    plan: Plan
    mutation: Mutation | None
    arguments: Arguments
    repeat: Repeat | None


@dataclass
class Done:
    """What came of a step, and how it looks; `data` is None while it was not read yet."""

    step: Step
    outcome: dict[str, Any]
    data: dict[str, Any] | None = None
    people: PeopleShown = field(default_factory=PeopleShown)


class _Tried(Exception):
    """It was only tried: what was written has to go."""

    def __init__(self, done: list[Done]) -> None:
        super().__init__()
        self.done = done


class _Failed(Exception):
    """A step could not be done, and what was written with it has to go."""

    def __init__(self, step: Step, faults: Sequence[Fault]) -> None:
        super().__init__()
        self.step, self.faults = step, faults


@dataclass
class CarryingOut:
    """Writes for the executor of one store. One at a time in this process: the version of the graph lets no two writers
    by, and waiting here costs less than being sent back."""

    plans: Plans
    resources: Resources
    alone: asyncio.Lock = field(default_factory=asyncio.Lock)
    swept: float = 0.0

    def steps(self, plan: Plan, values: Mapping[str, Any], viewer: Viewer) -> list[Step]:
        """What is asked, when who asks may. Raises Refused."""
        return [self._step(part, values, viewer) for part in plan.steps or ()]

    def _step(self, plan: Plan, values: Mapping[str, Any], viewer: Viewer) -> Step:
        if not plan.lookups:
            return Step("", plan, None, {}, None)
        [lookup] = plan.lookups
        mutation, arguments = BY_NAME[lookup.name], filled(lookup.arguments, values)
        if viewer.role not in mutation.roles:
            raise _not_allowed(mutation, lookup.key, viewer)
        return Step(lookup.key, plan, mutation, arguments, _repeat(mutation, arguments, viewer))

    async def check_keys(self, store: Store, steps: Sequence[Step]) -> None:
        """Refuse a key that was used for something else before anything is written."""
        wanted = [step.repeat for step in steps if step.repeat is not None]
        if not wanted:
            return
        known = await repeats.marks(store.rows, moment(), {repeat.id for repeat in wanted})
        if any(known.get(repeat.id, repeat.mark) != repeat.mark for repeat in wanted):
            raise Refused("CONFLICT", USED, status=409)

    async def carry_out(
        self, store: Store, steps: Sequence[Step], together: bool, values: Mapping[str, Any], viewer: Viewer
    ) -> list[Done]:
        """Do it, and read what came of it; what fell short of what the schema promises was not read."""
        writing = _Writing(self, store, dict(values), viewer)
        async with self.alone:
            await self._sweep(store)
            if together:
                return await writing.all_or_nothing(steps)
            return [done for step in steps for done in await writing.all_or_nothing([step])]

    async def _sweep(self, store: Store) -> None:
        """Throw old answers away, now and then."""
        if time.monotonic() - self.swept < SWEEP_SECONDS and self.swept:
            return
        self.swept = time.monotonic()

        async def work(run: Run) -> None:
            await repeats.sweep(run, moment())

        await store.whole.write(work)

    async def show(
        self, store: Store, plan: Plan, done: Done, values: Mapping[str, Any], viewer: Viewer
    ) -> dict[str, Any]:
        """What a step answers: what it selects of what was done, read now."""
        own = {**values, LATE: [[]] * plan.places}
        limits = self.plans.limits_of(viewer)
        working_out = WorkingOut(store, limits, self.resources, viewer=viewer, people=done.people)
        working_out.given(plan, done.outcome, own)
        bound, row = plan.bind(own, limits), list[Any]()
        for statement, given in zip(plan.statements, plan.parameters(bound), strict=True):
            row += await store.read(statement.text, given) or []
        pending: list[list[Pending]] = [[] for _ in plan.laters]
        data = plan.project(row, bound, Leaving(pending, done.people))
        working_out.fill(plan, data, own)
        await working_out.after(plan.laters, pending, own)
        return data


@dataclass
class _Writing:
    """One operation that is being carried out."""

    carrying: CarryingOut
    store: Store
    values: dict[str, Any]
    viewer: Viewer

    async def all_or_nothing(self, steps: Sequence[Step]) -> list[Done]:
        """These steps in one transaction."""

        async def work(run: Run) -> list[Done]:
            done = [await self._do(run, step) for step in steps]
            if any(each.outcome.get(TRIED) for each in done):
                raise _Tried(done)
            return done

        try:
            return await self.store.whole.write(work)
        except _Tried as tried:
            return tried.done
        except _Failed as failed:
            return [await self._not_done(step, failed) for step in steps]

    async def _not_done(self, step: Step, failed: _Failed) -> Done:
        faults = failed.faults if step is failed.step else [Fault(NOT_ALONE, (), CONFLICT)]
        outcome = {"fouten": [shown(fault) for fault in faults]}
        if step.mutation is not None:
            outcome |= step.mutation.failed
        return await self._seen(self.store, step, outcome)

    async def _do(self, run: Run, step: Step) -> Done:
        gathering = Gathering(run)
        if step.mutation is None:
            return await self._seen(Within(self.store, run), step, {})
        hand = Hand(self.viewer.key or self.viewer.role.name.lower(), moment(), rol=self.viewer.role)
        try:
            outcome = await self._outcome(gathering, step, step.mutation, hand)
        except NotDone as error:
            raise _Failed(step, error.faults) from error
        done = await self._seen(Within(self.store, gathering), step, outcome)
        await gathering.send()  # when nothing was read that it could go with
        return done

    async def _outcome(self, run: Gathering, step: Step, mutation: Mutation, hand: Hand) -> dict[str, Any]:
        faults = [*faults_in(step.arguments, ())]
        if faults:
            raise NotDone(faults)
        begun = await begin(run, hand.op, step.repeat)
        if begun.earlier is not None and step.repeat is not None:
            if begun.earlier.mark != step.repeat.mark:
                raise NotDone([Fault(USED, (KEY,), CONFLICT)])
            return begun.earlier.answer
        model, embedded = self.carrying.plans.model, self.store.engine == "arcadedb"
        who = Reporter(run, model, self.viewer, hand, begun.number, embedded)
        found = await mutation.act(who, step.arguments)
        outcome = {**found, "fouten": [shown(fault) for fault in found.get("fouten", ())]}
        if step.repeat is not None and not outcome.get(TRIED):
            await repeats.keep(run, hand.op, step.repeat, outcome)
        return outcome

    async def _seen(self, store: Store, step: Step, outcome: dict[str, Any]) -> Done:
        done = Done(step, outcome)
        with suppress(Gap):  # it is read again when all is done, by the book
            done.data = await self.carrying.show(store, step.plan, done, self.values, self.viewer)
        return done


def _not_allowed(mutation: Mutation, key: str, viewer: Viewer) -> Refused:
    who = " of ".join(role.name for role in mutation.roles)
    if viewer.anonymous:
        return Refused("UNAUTHENTICATED", f"`{mutation.name}` kan alleen met een sleutel van {who}.", (key,))
    return Refused("FORBIDDEN", f"`{mutation.name}` is voor {who}.", (key,))


def _repeat(mutation: Mutation, arguments: Arguments, viewer: Viewer) -> Repeat | None:
    """The key that the caller gave, if he gave one: his own, so that nobody finds another's answers."""
    invoer = arguments.get("invoer")
    key = arguments.get(KEY) or (invoer.get(KEY) if isinstance(invoer, Mapping) else None)
    if key is None:
        return None
    said = {name: value for name, value in arguments.items() if name != KEY}
    mark = digest(orjson.dumps([mutation.name, said], option=orjson.OPT_SORT_KEYS))
    owner = [viewer.role.name, viewer.gemeente, viewer.key, key]
    return Repeat("herhaling:" + digest(orjson.dumps(owner))[:40], mark)
