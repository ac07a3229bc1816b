"""The state of the graph as a whole: its version, and the secret its cursors are signed with."""

from dataclasses import dataclass
from typing import Any

from graph.cypher.sight import HOW_MANY
from graph.domain.guards import limited
from graph.domain.viewer import PUBLIC, Viewer
from graph.engine.store import Run, Store

EVERYTHING = "COUNT { MATCH (e:Entiteit) }"
NOW = """
MATCH (m:Meta {id: 'graaf'})
RETURN m.versie, m.gewijzigdOp, %s, m.plaats, m.plaatsOpenbaar
"""


async def now(store: Store, viewer: Viewer = PUBLIC) -> dict[str, Any]:
    """Version, moment of the last change (ISO 8601), number of things and the place of the last change: of all of them
    for who sees everything, or else of those that everybody sees."""
    inside = not limited(viewer.role)
    row = await store.read(NOW % (EVERYTHING if inside else HOW_MANY), {})
    version, moment, count, every, public = row or [0, None, 0, 0, 0]
    return {
        "versie": version or 0,
        "op": moment or "1970-01-01T00:00:00+00:00",
        "aantalEntiteiten": count,
        "positie": (every if inside else public) or 0,
    }


async def version(store: Store) -> int:
    """The version that every write raises."""
    row = await store.read("MATCH (m:Meta {id: 'graaf'}) RETURN m.versie", {})
    return int(row[0] or 0) if row else 0


async def secret(store: Store) -> bytes:
    """The secret that signs cursors; the same for every process on this graph."""
    row = await store.read("MATCH (m:Meta {id: 'graaf'}) RETURN m.cursorsleutel", {})
    return bytes.fromhex(row[0]) if row and row[0] else b"no graph yet"


HELD = (
    "MATCH (m:Meta {id: 'graaf'}) SET m.versie = m.versie "
    "RETURN coalesce(m.versie, 0), coalesce(m.migratie, 0), coalesce(m.plaats, 0)"
)


@dataclass(frozen=True)
class Reached:
    """A version whose writer is done, the last migration, and the place of the last change."""

    version: int
    migration: int
    place: int


async def reached(store: Store) -> Reached:
    """It takes the lock that every writer holds until he is done, so there is nobody half-way a version that it gives:
    without, Neo4j may show the number before all that belongs to it."""

    async def work(run: Run) -> Reached:
        rows = await run(HELD)
        return Reached(*map(int, rows[0])) if rows else Reached(0, 0, 0)

    return await store.write(work)


async def restoring(store: Store) -> None:
    """Say of the graph that it is being put back, and so not whole. What the copy says of it takes this away."""

    async def work(run: Run) -> None:
        await run("MERGE (m:Meta {id: 'graaf'}) SET m.herstelBezig = true")

    await store.write(work)


async def is_restoring(store: Store) -> bool:
    """Whether a copy is being put back, or somebody was stopped while he did."""
    row = await store.read("MATCH (m:Meta {id: 'graaf'}) RETURN coalesce(m.herstelBezig, false)", {})
    return bool(row and row[0])
