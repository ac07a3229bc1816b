"""What was withdrawn: that it is, why, and what came in its place. That is for everybody, for whoever has its address;
nothing else of it is."""

from dataclasses import dataclass
from typing import Any

from graph.cypher.sight import published
from graph.engine.store import Run

TEXT = published("""
MATCH (n:Entiteit {id: $id}) WHERE n.publicatieStatus = 'INGETROKKEN'
RETURN n.publicatieReden, head(COLLECT { MATCH (r:Entiteit {id: n.vervangenDoor}) WHERE whole!(r) RETURN r.id })
""")


@dataclass(frozen=True)
class Withdrawn:
    """`reden` as somebody wrote it down; `vervangen` is the id of what came in its place, when everybody sees that."""

    reden: str | None
    vervangen: str | None


async def withdrawn(run: Run, key: str) -> Withdrawn | None:
    """What is said of a thing that is withdrawn; None of anything else, there or not."""
    rows: list[list[Any]] = await run(TEXT, {"id": key})
    return Withdrawn(*rows[0]) if rows else None
