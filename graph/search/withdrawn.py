"""What was withdrawn: that it is, why, when and in which role, and what came in its place. That is for everybody, for
whoever has its address; nothing else of it is."""

from dataclasses import dataclass
from typing import Any

from graph.cypher.sight import published
from graph.engine.store import Run

TEXT = published("""
MATCH (n:Entiteit {id: $id}) WHERE n.publicatieStatus = 'INGETROKKEN'
RETURN n.publicatieReden,
  head(COLLECT { MATCH (w:Wijziging {ding: $id}) WHERE w.soort = 'INGETROKKEN' WITH w ORDER BY w.plaats DESC LIMIT 1
                 RETURN [w.op, w.rol] }),
  head(COLLECT { MATCH (r:Entiteit {id: coalesce(n.vervangenDoor, '')}) WHERE whole!(r) RETURN r.id })
""")


@dataclass(frozen=True)
class Withdrawn:
    """`reden` as somebody wrote it down; `vervangen` is the id of what came in its place, when everybody sees that.
    `op` is when it was withdrawn (ISO 8601), and `rol` in which role; of before there was a history both are unknown.
    """

    reden: str | None
    vervangen: str | None
    op: str | None = None
    rol: str | None = None


async def withdrawn(run: Run, key: str) -> Withdrawn | None:
    """What is said of a thing that is withdrawn; None of anything else, there or not."""
    rows: list[list[Any]] = await run(TEXT, {"id": key})
    if not rows:
        return None
    reason, step, instead = rows[0]
    op, rol = step or (None, None)
    return Withdrawn(reason, instead, op, rol)
