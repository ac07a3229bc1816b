"""Reading the documents of a proposal in the background: one proposal at a time, with progress and a way to stop."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from typing import Any

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import GraphError
from loaders.proposal.intake import Intake, take_in
from opdeplank.bureau.aside import aside
from opdeplank.bureau.cases import FAILED, READING, Cases

MOST_TOLD = 20
NOTHING = "Er is niets gelezen. Kijk hieronder waarom, en probeer het opnieuw."
STOPPED = "Het lezen is gestopt."
BROKEN = "Het lezen ging mis. Probeer het opnieuw."


class Stopped(Exception):
    """Somebody wants no answer any more."""


@dataclass
class Job:
    """How far it is: `done` of `total` steps, at the document `name`."""

    done: int = 0
    total: int = 1
    name: str = ""
    stopped: bool = False
    task: "asyncio.Task[None] | None" = None

    def progress(self, done: int, total: int, name: str) -> None:
        """Called in the thread that reads; raises Stopped."""
        if self.stopped:
            raise Stopped
        self.done, self.total, self.name = done, max(total, 1), name


class Jobs:
    """The reading that goes on in this process."""

    def __init__(self, store: Store, cases: Cases) -> None:
        self._store, self._cases = store, cases
        self._jobs: dict[str, Job] = {}
        self._turn = asyncio.Lock()

    def job(self, key: str) -> Job | None:
        return self._jobs.get(key)

    def start(self, key: str) -> Job:
        """Read the files of this proposal, unless that goes on already."""
        if (known := self._jobs.get(key)) is not None:
            return known
        job = self._jobs[key] = Job()
        job.task = asyncio.create_task(self._read(key, job))
        return job

    def stop(self, key: str) -> None:
        if (job := self._jobs.get(key)) is not None:
            job.stopped = True

    async def _read(self, key: str, job: Job) -> None:
        try:
            async with self._turn:
                intake = await aside(self._store, lambda store: self._taken_in(store, key, job))
            await asyncio.to_thread(self._keep, key, intake)
        except Stopped:
            self._fail(key, STOPPED)
        except GraphError as error:
            self._fail(key, error.melding)
        except Exception:
            self._fail(key, BROKEN)
            raise
        finally:
            self._jobs.pop(key, None)

    def _taken_in(self, store: Store, key: str, job: Job) -> Coroutine[Any, Any, Intake]:
        return take_in(store.rows, MODEL, [self._cases.files(key)], job.progress)

    def _keep(self, key: str, intake: Intake) -> None:
        card = self._cases.card(key)
        if card is None:  # thrown away meanwhile
            return
        refused = [str(each) for refusal in intake.refusals for each in refusal.problems][:MOST_TOLD]
        notices = [*dict.fromkeys(intake.notices)][:MOST_TOLD]
        card = replace(card, geweigerd=refused, meldingen=notices)
        if not intake.proposal.documenten:
            self._cases.put_card(key, replace(card, stand=FAILED, uitleg=NOTHING))
            return
        self._cases.put_card(key, card)
        self._cases.read(key, intake)

    def _fail(self, key: str, why: str) -> None:
        card = self._cases.card(key)
        if card is not None:  # what was read before still stands
            stand = FAILED if card.stand == READING else card.stand
            self._cases.put_card(key, replace(card, stand=stand, uitleg=why))
