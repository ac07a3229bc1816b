"""A gemeente by one of its names."""

from graph.dutch.collation import fold
from graph.engine.store import Run

# Current ones; a former one only when no current one is called so.
CALLED = """
MATCH (n:Gemeente) WHERE (n.naamPlat = $name OR $name IN n.aliassenPlat) AND n.publicatieStatus = 'GEPUBLICEERD'
WITH n ORDER BY n.id
RETURN n.id, n.einddatum IS NULL
"""


async def called(run: Run, name: str) -> list[str]:
    """Ids of the gemeenten with this name, without regard to case and accents."""
    rows = await run(CALLED, {"name": fold(name)})
    current = [key for key, exists in rows if exists]
    return current or [key for key, _ in rows]
