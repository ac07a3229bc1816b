"""What was reported of a traject."""

from graph.engine.store import Run

LAST = "MATCH (t:Traject {id: $id}) OPTIONAL MATCH (t)-[:MELDT]->(v:Voortgang) RETURN t.id, coalesce(max(v.op), '')"


async def last_day(run: Run, traject: str) -> str | None:
    """The day of the last report, "" when there is none; None when there is no such traject."""
    rows = await run(LAST, {"id": traject})
    return str(rows[0][1]) if rows else None
