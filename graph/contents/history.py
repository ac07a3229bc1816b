"""What happened to a thing, the newest first. Only reads; loads write it as ordinary rows of type Wijziging."""

import json
from collections.abc import Mapping
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


@dataclass(frozen=True)
class Touched:
    """Who last changed a field: his role, and the name or key for those who look after the graph."""

    rol: str
    door: str
    op: str


@dataclass(frozen=True)
class Since:
    """The fields of a thing that changed after a version of it. Not `complete` when it has changes that do not say
    which version they made: those of an older program."""

    last: Mapping[str, Touched]
    complete: bool


async def since(run: Run, key: str, version: int) -> Since:
    text = (
        "MATCH (w:Wijziging {ding: $id}) WHERE w.dingVersie IS NULL OR w.dingVersie > $versie "
        "RETURN coalesce(w.rol, 'PROGRAMMABUREAU'), w.door, w.op, w.velden, w.dingVersie ORDER BY w.dingVersie, w.op"
    )
    last: dict[str, Touched] = {}
    complete = True
    for rol, door, op, fields, own in await run(text, {"id": key, "versie": version}):
        if own is None:
            complete = False
        else:
            last |= {_fields(field)["veld"]: Touched(rol, door, op) for field in fields}
    return Since(last, complete)


def _fields(text: str) -> dict[str, Any]:
    said: dict[str, Any] = {"oud": None, "nieuw": None, **json.loads(text)}
    return said
