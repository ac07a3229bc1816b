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


@dataclass(frozen=True)
class Told:
    """One change with what it is about."""

    ding: str
    op: str
    door: str
    soort: str
    lading: str
    velden: tuple[Changed, ...]


async def one(run: Run, key: str) -> Told | None:
    text = "MATCH (w:Wijziging {id: $id}) RETURN w.ding, w.op, w.door, w.soort, w.lading, w.velden"
    rows = await run(text, {"id": key})
    return _told(rows[0]) if rows else None


async def of_load(run: Run, load: str) -> list[Told]:
    """The changes of a load, in their order."""
    text = (
        "MATCH (w:Wijziging) WHERE w.lading = $lading WITH w ORDER BY w.plaats "
        "RETURN w.ding, w.op, w.door, w.soort, w.lading, w.velden"
    )
    return [_told(row) for row in await run(text, {"lading": load})]


async def loads_by(run: Run, door: str, since: str) -> list[str]:
    """The loads of somebody since a moment (ISO 8601) that still count, the newest first."""
    text = (
        "MATCH (l:Lading) WHERE l.door = $door AND l.gestartOp >= $sinds AND l.teruggedraaid = false "
        "RETURN l.id ORDER BY l.graafversie DESC"
    )
    return [str(row[0]) for row in await run(text, {"door": door, "sinds": since})]


def _told(row: list[Any]) -> Told:
    ding, op, door, soort, load, fields = row
    return Told(ding, op, door, soort, load, tuple(Changed(**_fields(field)) for field in fields))
