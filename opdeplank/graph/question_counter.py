"""Keeping count of the questions that nothing answers: off unless the settings say so, and never in anyone's way."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import date

from graph.engine.store import Store
from graph.errors import GraphError
from graph.meaning.index import Beside
from graph.search import unanswered
from graph.search.unanswered import Unanswered
from opdeplank.graph.no_persons import LONGEST, without_persons

MOST_WAITING = 100


class Counting:
    """Writes questions down one by one, behind the answers. Of what it cannot keep up with only the number is kept."""

    def __init__(self, store: Store, beside: Beside) -> None:
        self._store = store
        self._words = beside.words
        self._waiting: asyncio.Queue[Unanswered] = asyncio.Queue(MOST_WAITING)
        self._missed = 0
        self._work: asyncio.Task[None] | None = None

    async def start(self) -> None:
        await unanswered.prepare(self._store)
        self._work = asyncio.get_running_loop().create_task(self._write())

    async def stop(self) -> None:
        """Write what was heard, then stop."""
        with suppress(TimeoutError):
            async with asyncio.timeout(2):
                await self._waiting.join()
        if self._work is not None:
            self._work.cancel()

    def hear(self, question: Unanswered) -> None:
        """What is longer than could be kept waits in short: it still counts, and takes no room."""
        try:
            self._waiting.put_nowait(replace(question, tekst=question.tekst[: LONGEST + 1]))
        except asyncio.QueueFull:
            self._missed += 1

    async def _write(self) -> None:
        while True:
            question = await self._waiting.get()
            text = without_persons(question.tekst, self._words.knows) if len(self._words) else None
            today = date.today().isoformat()
            with suppress(GraphError):  # a count is not worth an error
                about = question.gemeente, question.knelpunt, today, question.onderwerp
                await unanswered.keep(self._store, text, *about)
                if missed := self._missed:
                    await unanswered.missed(self._store, missed, today)
                    self._missed -= missed
            self._waiting.task_done()
