"""What happened to a thing, the newest first. Only reads; loads write it as ordinary rows of type Wijziging."""

import json
from dataclasses import dataclass
from typing import Any

from graph.engine.store import Run


@dataclass(frozen=True)
class Changed:
    """One field or relation that changed."""

    veld: str
    oud: str | None
    nieuw: str | None


@dataclass(frozen=True)
class Change:
    id: str
    op: str
    door: str
    soort: str
    lading: str
    velden: tuple[Changed, ...]


async def of(run: Run, key: str, most: int) -> list[Change]:
    text = (
        "MATCH (w:Wijziging {ding: $id}) WITH w ORDER BY w.plaats DESC LIMIT $most "
        "RETURN w.id, w.op, w.door, w.soort, w.lading, w.velden"
    )
    rows = await run(text, {"id": key, "most": most})
    return [
        Change(own, op, door, soort, load, tuple(Changed(**_fields(f)) for f in fields))
        for own, op, door, soort, load, fields in rows
    ]


def _fields(text: str) -> dict[str, Any]:
    said: dict[str, Any] = {"oud": None, "nieuw": None, **json.loads(text)}
    return said
