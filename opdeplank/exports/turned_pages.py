"""One export while it is read: the pages of its question one after the other, as whoever asks for it may see them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import orjson

from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.engine.store import Store
from graph.resources import Resources
from graph.upkeep import state
from opdeplank.exports.files.parts import AFTER, Part, Thing
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
ROWS, WITHIN = "first", "elk"
PER_PAGE, PER_ROW = 500, 200
"""Rows that are read at a time, and things around each of them; where the question lets itself be told that."""
FILE = "bestand"
"""What a file is called where it is noted what was shown of people."""
SECONDS = 60.0
"""For one page."""


class NoPage(Exception):
    """The graph has no answer; `reply` is what GraphQL would say."""

    def __init__(self, reply: Reply) -> None:
        self.reply = reply


@dataclass(frozen=True)
class Page:
    data: Thing
    after: str | None
    """The place to go on from; None when this is the last one."""


class Source:
    """Asks what is exported. It has limits of its own, and so an executor of its own, made at the first export. What is
    shown of people is noted in `shown`."""

    def __init__(self, store: Store, resources: Resources, shown: ProcessingLog | None = None) -> None:
        self._store, self._resources, self._shown = store, replace(resources, heard=None), shown
        self._executor: Executor | None = None

    async def ask(self, asked: Operation) -> Thing:
        """The data; raises NoPage, and GraphError when there is no graph."""
        if self._executor is None:
            plans = Plans(SCHEMA, MODEL, await state.secret(self._store), ROOMY)
            self._executor = Executor(self._store, plans, SECONDS, self._resources)
        reply = await self._executor.execute(asked)
        if not reply.executed:
            raise NoPage(reply)
        if self._shown is not None:
            self._shown.note(asked.viewer, FILE, asked.query, reply.people)
        data: Thing = orjson.loads(reply.body)["data"]
        return data

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
        return await self._page(self.variables.get(AFTER))

    async def next(self, page: Page) -> Page | None:
        return await self._page(page.after) if page.after else None

    async def _page(self, after: str | None) -> Page:
        given = {**self._sizes(), **self.variables, AFTER: after}
        known = {name: value for name, value in given.items() if name in self.operation.variables}
        asked = Operation(
            self.operation.text, known, viewer=self.viewer, caller=self.caller, registered=True, reading=True
        )  # fmt: skip
        data = await self.source.ask(asked)
        return Page(data, self._goes_on(data))

    def _sizes(self) -> Mapping[str, int]:
        """Large pages where they are turned: else the reader asks for as many as he wants."""
        return {ROWS: PER_PAGE, WITHIN: PER_ROW} if self.turned else {}

    def _goes_on(self, data: Thing) -> str | None:
        page = (data.get(self.turned.key) or {}).get("pageInfo") if self.turned else None
        return page["endCursor"] if page and page["hasNextPage"] else None
