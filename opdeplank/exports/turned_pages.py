"""One export while it is read: the pages of its question one after the other, as whoever asks for it may see them.

A list is asked in two (`halved_question`): its ids in order, many at a time, and then what is said of some of them.
What was taken away in between is not in the file, what changed stands in it as it is now.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import orjson

from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.engine.store import Store
from graph.resources import Resources
from graph.upkeep import state
from opdeplank.exports.files.parts import AFTER, Part, Thing
from opdeplank.exports.halved_question import BY_ID, ID, IDS, Halved, halved
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.registered import Registered
from opdeplank.privacy.processing_log import ProcessingLog
from schema.execute.envelope import Reply
from schema.execute.execution import Executor
from schema.execute.execution import Request as Operation
from schema.execute.plans import Plans
from schema.request.limits import Budget

ROOMY = Budget(most_per_page=1_000, nodes=2_000_000, cost=20_000_000, subqueries=200, answer=100_000_000)
"""What a file may ask at a time. A question here is registered, so it is known beforehand what it can cost; what a
stranger adds to it is a filter, and those have the limits of everybody."""
IDS_AT_ONCE = 50_000
"""Ids of a list that are read at a time: for each time the database puts the whole list in order, and we keep them."""
WIDE = replace(ROOMY, most_per_page=IDS_AT_ONCE)
"""For ids alone."""
ROWS, WITHIN = "first", "elk"
PER_PAGE, PER_ROW = 500, 200
"""Rows that are read at a time, and things around each of them; where the question lets itself be told that."""
FILE = "bestand"
"""What a file is called where it is noted what was shown of people."""
SECONDS = 60.0
"""For one page."""
TRIES = 4
"""How often a page is asked before a file on its way is given up, when we are told to come back later."""


class NoPage(Exception):
    """The graph has no answer; `reply` is what GraphQL would say."""

    def __init__(self, reply: Reply) -> None:
        self.reply = reply


@dataclass(frozen=True)
class Page:
    data: Thing
    after: str | None
    """The place to go on from; None when this is the last one."""
    waiting: Sequence[Sequence[str]] = ()
    """Ids of what comes before that place and was not read yet, as many together as a page holds."""


class Source:
    """Asks what is exported. It has limits of its own, and so executors of its own, made at the first export. What is
    shown of people is noted in `shown`."""

    def __init__(self, store: Store, resources: Resources, shown: ProcessingLog | None = None) -> None:
        self._store, self._resources, self._shown = store, replace(resources, heard=None), shown
        self._executors: dict[Budget, Executor] = {}

    async def ask(self, asked: Operation, budget: Budget = ROOMY, tries: int = 1) -> Thing:
        """The data; raises NoPage, and GraphError when there is no graph. With more `tries` it comes back when told."""
        executor = await self._executor(budget)
        reply = await executor.execute(asked)
        while not reply.executed and reply.wait is not None and tries > 1:
            await asyncio.sleep(reply.wait)
            tries -= 1
            reply = await executor.execute(asked)
        if not reply.executed:
            raise NoPage(reply)
        if self._shown is not None:
            self._shown.note(asked.viewer, FILE, asked.query, reply.people)
        data: Thing = orjson.loads(reply.body)["data"]
        return data

    async def _executor(self, budget: Budget) -> Executor:
        if budget not in self._executors:
            plans = Plans(SCHEMA, MODEL, await state.secret(self._store), budget)
            self._executors[budget] = Executor(self._store, plans, SECONDS, self._resources)
        return self._executors[budget]

    async def changed(self, viewer: Viewer) -> str:
        """When the graph last changed, ISO 8601."""
        return str((await state.now(self._store, viewer))["op"])


@dataclass(frozen=True)
class Reading:
    """A registered question with its variables, and the part whose pages are turned (None when it has only one)."""

    source: Source
    operation: Registered
    variables: Mapping[str, Any]
    viewer: Viewer
    caller: str | None
    turned: Part | None

    async def first(self) -> Page:
        return await self._page(self.variables.get(AFTER), 1)

    async def next(self, page: Page) -> Page | None:
        if page.waiting:
            return await self._said(page.data, page.waiting, page.after, TRIES)
        return await self._page(page.after, TRIES) if page.after else None

    @cached_property
    def _halved(self) -> Halved | None:
        return halved(SCHEMA, self.operation.text, self.turned) if self.turned else None

    async def _page(self, after: str | None, tries: int) -> Page:
        if self._halved is None:
            sizes = {ROWS: PER_PAGE, WITHIN: PER_ROW} if self.turned else {}
            given = {**sizes, **self.variables, AFTER: after}
            data = await self._ask(self.operation.text, self.operation.variables, given, ROOMY, tries)
            return Page(data, self._goes_on(data))
        assert self.turned is not None
        given = {**self.variables, ROWS: IDS_AT_ONCE, AFTER: after}
        data = await self._ask(self._halved.which, self._halved.of_which, given, WIDE, tries)
        ids = [each[ID] for each in (data.get(self.turned.key) or {}).get(self.turned.through) or ()]
        pages = [ids[start : start + PER_PAGE] for start in range(0, len(ids), PER_PAGE)]
        return await self._said(data, pages, self._goes_on(data), tries)

    async def _said(self, data: Thing, waiting: Sequence[Sequence[str]], after: str | None, tries: int) -> Page:
        """A page of the first ids that wait, in what is known of the list around it."""
        if not waiting:
            return Page(data, after)
        assert self._halved is not None
        assert self.turned is not None
        ids, *rest = waiting
        given = {WITHIN: PER_ROW, **self.variables, IDS: ids}
        found = await self._ask(self._halved.what, self._halved.of_what, given, ROOMY, tries)
        # what became one with another meanwhile answers with the id of that other, which has a place of its own
        things = [each for each, key in zip(found[BY_ID], ids, strict=True) if each and each[ID] == key]
        whole = {**data, self.turned.key: {**data[self.turned.key], self.turned.through: things}}
        return Page(whole, after, rest)

    async def _ask(
        self, text: str, names: frozenset[str], given: Mapping[str, Any], budget: Budget, tries: int
    ) -> Thing:  # fmt: skip
        known = {name: value for name, value in given.items() if name in names}
        asked = Operation(text, known, viewer=self.viewer, caller=self.caller, registered=True, reading=True)
        return await self.source.ask(asked, budget, tries)

    def _goes_on(self, data: Thing) -> str | None:
        page = (data.get(self.turned.key) or {}).get("pageInfo") if self.turned else None
        return page["endCursor"] if page and page["hasNextPage"] else None
