"""What was answered to a key that a caller gave, so that who asks again gets the same and nothing happens twice.

    (:Herhaling {id, invoer, antwoord, tot})    id of caller and key, mark of what was asked, the answer, until when

It is written in the transaction of what it answers, and its id is unique: two processes that get the same request at
once do it once. Only what was done is kept; who was refused may put it right and use the key again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson

from graph.engine.gathering import sent
from graph.engine.store import Run

LABEL = "Herhaling"
KEPT = timedelta(hours=24)
FIND = "UNWIND $ids AS id MATCH (h:Herhaling {id: id}) WHERE h.tot > $moment RETURN collect([h.id, h.invoer])"
KEEP = "MERGE (h:Herhaling {id: $id}) SET h.invoer = $invoer, h.antwoord = $antwoord, h.tot = $tot"
SWEEP = "MATCH (h:Herhaling) WHERE h.tot <= $moment WITH h LIMIT 1000 DELETE h"


@dataclass(frozen=True)
class Repeat:
    """A key of a caller, with the mark of what he asks."""

    id: str
    mark: str


@dataclass(frozen=True)
class Earlier:
    """What was asked with this key before, and what the answer was."""

    mark: str
    answer: dict[str, Any]


async def marks(run: Run, moment: str, ids: Iterable[str]) -> dict[str, str]:
    """The marks of what was asked with those of these keys that were used."""
    [[pairs]] = await run(FIND, {"ids": sorted(ids), "moment": moment})
    return dict(pairs)


async def keep(run: Run, moment: str, repeat: Repeat, answer: object) -> None:
    until = (datetime.fromisoformat(moment) + KEPT).astimezone(UTC).isoformat(timespec="milliseconds")
    given = {"id": repeat.id, "invoer": repeat.mark, "antwoord": orjson.dumps(answer).decode(), "tot": until}
    await sent(run, KEEP, given)


async def sweep(run: Run, moment: str) -> None:
    """Throw away what is older than it has to be kept."""
    await run(SWEEP, {"moment": moment})
