"""Reading the documents of a proposal in the background: one proposal at a time, with progress and a way to stop.

It goes on in one process of the service; another one that is asked about it finds in the folder of the proposal:

    lezen.slot        held by who reads
    voortgang.json    how far that is
    stop              there when somebody wants no answer any more
"""

import asyncio
import time
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import orjson

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import GraphError
from graph.held_file import HeldFile, is_held
from loaders.proposal.intake import Intake, take_in
from opdeplank.bureau.aside import aside
from opdeplank.bureau.cases import FAILED, READING, Cases

SLOT, PROGRESS, STOP = "lezen.slot", "voortgang.json", "stop"
TELL_EVERY = 0.25
"""Seconds between two times that it is written down how far it is."""
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
    """None when another process reads."""
    folder: Path | None = None
    _told: float = field(default=float("-inf"), repr=False)

    def progress(self, done: int, total: int, name: str) -> None:
        """Called in the thread that reads; raises Stopped."""
        if self.stopped or self._stopped_elsewhere():
            raise Stopped
        self.done, self.total, self.name = done, max(total, 1), name
        if self.folder is not None and time.monotonic() - self._told >= TELL_EVERY:
            self._told = time.monotonic()
            with suppress(OSError):
                (self.folder / PROGRESS).write_bytes(orjson.dumps([self.done, self.total, self.name]))

    def _stopped_elsewhere(self) -> bool:
        """Or the proposal was thrown away there."""
        return self.folder is not None and ((self.folder / STOP).exists() or not self.folder.exists())


class Jobs:
    """The reading that goes on in this process, and what is known of that in others."""

    def __init__(self, store: Store, cases: Cases) -> None:
        self._store, self._cases = store, cases
        self._jobs: dict[str, Job] = {}
        self._turn = asyncio.Lock()

    def job(self, key: str) -> Job | None:
        known = self._jobs.get(key)
        return known or (_elsewhere(self._cases.folder(key)) if is_held(self._cases.folder(key) / SLOT) else None)

    def start(self, key: str) -> Job:
        """Read the files of this proposal, unless that goes on already."""
        if (known := self._jobs.get(key)) is not None:
            return known
        folder = self._cases.folder(key)
        held = HeldFile(folder / SLOT)
        if not held.take():
            return _elsewhere(folder)
        (folder / STOP).unlink(missing_ok=True)
        job = self._jobs[key] = Job(folder=folder)
        job.task = asyncio.create_task(self._read(key, job, held))
        return job

    def stop(self, key: str) -> None:
        if (job := self._jobs.get(key)) is not None:
            job.stopped = True
        elif is_held((folder := self._cases.folder(key)) / SLOT):
            (folder / STOP).touch()

    async def _read(self, key: str, job: Job, held: HeldFile) -> None:
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
            (self._cases.folder(key) / PROGRESS).unlink(missing_ok=True)
            self._jobs.pop(key, None)
            held.let_go()

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


def _elsewhere(folder: Path) -> Job:
    """How far another process is."""
    try:
        done, total, name = orjson.loads((folder / PROGRESS).read_bytes())
    except (OSError, ValueError):  # it is about to say so
        return Job()
    return Job(done, total, name)
