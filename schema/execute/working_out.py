"""What an answer needs beside its own statements: look-ups before they are read, and deferred fields after.

Both name things of the graph by id; what they name is read together, and put in its place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.domain.viewer import PUBLIC, Viewer
from graph.engine.store import Store
from graph.resources import Resources
from schema.compile.lookups import LATE
from schema.compile.stages import MOST, Nested, Pending
from schema.execute.compiled import LookUp, Plan
from schema.fields import computed, deferred
from schema.fields.deferred import Asked
from schema.refusals import Refused
from schema.request.binding import Const, Limits, Several, Slot
from schema.request.limits import check
from schema.request.merged_ids import present, renamed


@dataclass
class PeopleShown:
    """How often an answer shows somebody: one who stands in it twice counts twice."""

    times: int = 0


@dataclass
class WorkingOut:
    """The look-ups of one operation. `store` is the store of that operation, with what is left of its time."""

    store: Store
    limits: Limits
    resources: Resources
    answers: list[Any] = field(default_factory=list)
    passing: list[str] = field(default_factory=list)
    """Look-ups that had no time for everything: their answer is right now, but not one to keep."""
    viewer: Viewer = PUBLIC
    people: PeopleShown = field(default_factory=PeopleShown)

    async def before(self, plan: Plan, variables: dict[str, Any]) -> None:
        """Work out the computed roots, and put the ids they name where the statement finds them."""
        sink: list[list[str]] = [[] for _ in range(plan.places)]
        for lookup in plan.lookups:
            found = await self._answer(lookup, filled(lookup.arguments, variables))
            lookup.part.collect(found, sink, variables)
            self.answers.append(found)
        variables[LATE] = [list(dict.fromkeys(ids)) for ids in sink]

    def given(self, plan: Plan, outcome: object, variables: dict[str, Any]) -> None:
        """The same for an answer that is there already: what a mutation did."""
        sink: list[list[str]] = [[] for _ in range(plan.places)]
        for lookup in plan.lookups:
            lookup.part.collect(outcome, sink, variables)
            self.answers.append(outcome)
        variables[LATE] = [list(dict.fromkeys(ids)) for ids in sink]

    def fill(self, plan: Plan, data: dict[str, Any], variables: Mapping[str, Any]) -> None:
        """Put the things that were read into the answers of the computed roots."""
        ids = variables[LATE]
        found = [dict(zip(ids[i], data.pop(f"{LATE}{i}"), strict=True)) for i in range(plan.places)]
        for lookup, value in zip(plan.lookups, self.answers, strict=True):
            data[lookup.key] = lookup.part.fill(value, found, variables)

    async def after(
        self, laters: Sequence[Nested], pending: Sequence[Sequence[Pending]], variables: dict[str, Any]
    ) -> None:
        """Fill in the deferred fields: look each up, read the things they name together, go on with what those left."""
        for nested, waiting in zip(laters, pending, strict=True):
            if not waiting:
                continue
            ids = list(dict.fromkeys(p.of for p in waiting))
            check("uitwerken", MOST, len(ids))
            arguments = filled(nested.arguments, variables)
            asked = self._asked(nested.ways)
            trees = {key: await deferred.answer(nested.owner, nested.name, asked, key, arguments) for key in ids}
            found = await self._stage(nested, list(trees.values()), variables)
            for each in waiting:
                each.value = nested.part.fill(trees[each.of], found, variables)

    def _asked(self, ways: bool) -> Asked:
        return Asked(self.store.in_turn(), self.limits, self.resources, ways, self.passing, self.viewer)

    async def _answer(self, lookup: LookUp, arguments: Mapping[str, Any]) -> Any:
        """The answer of a look-up; of what an old id became, when it knows no such thing."""
        asked = self._asked(lookup.ways)
        try:
            return await computed.answer(lookup.name, asked, arguments)
        except Refused as error:
            now = await renamed(self.store, arguments) if error.code == "NOT_FOUND" else {}
            if not now:
                raise
        return await computed.answer(lookup.name, asked, present(arguments, now))

    async def _stage(self, nested: Nested, trees: list[Any], variables: dict[str, Any]) -> list[dict[str, Any]]:
        """The things that look-ups named, by place and id."""
        stage = nested.stage
        sink: list[list[str]] = [[] for _ in range(stage.places)]
        for tree in trees:
            nested.part.collect(tree, sink, variables)
        ids = [list(dict.fromkeys(place)) for place in sink]
        given = {**variables, LATE: ids}
        bound = stage.bind(given, self.limits)
        values = iter(bound)
        row: list[Any] = []
        if any(ids):
            for statement, names in zip(stage.statements, stage.names, strict=True):
                row += await self.store.read(statement.text, {name: next(values) for name in names}) or []
        else:
            return [{} for _ in ids]
        pending: list[list[Pending]] = [[] for _ in stage.laters]
        data = stage.project(row, bound, Leaving(pending, self.people))
        await self.after(stage.laters, pending, variables)
        return [dict(zip(ids[i], data[str(i)], strict=True)) for i in range(stage.places)]


@dataclass(frozen=True)
class Leaving:
    """What the projector calls for a deferred field, and for each person."""

    pending: list[list[Pending]]
    people: PeopleShown

    def __call__(self, number: int, of: object) -> Pending:
        made = Pending(of)
        self.pending[number].append(made)
        return made

    def person(self, made: dict[str, Any]) -> dict[str, Any]:
        self.people.times += 1
        return made


def filled(value: object, variables: Mapping[str, Any]) -> Any:
    """Traced arguments with their values."""
    if isinstance(value, Slot | Const | Several):
        return value.get(variables)
    if isinstance(value, Mapping):
        return {k: filled(v, variables) for k, v in value.items()}
    if isinstance(value, list):
        return [filled(v, variables) for v in value]
    return value
