"""The last loads, as who looks after the graph reads them. Only reads."""

from dataclasses import dataclass
from typing import Any

from graph.dutch.phrasing import series
from graph.engine.store import Run


@dataclass(frozen=True)
class LoadRow:
    """`documenten` are the names of the first few, of what was reported its title; `terug` is whether it was taken
    back, `begin` whether it holds the seeds."""

    id: str
    door: str
    op: str
    aangemaakt: int
    bijgewerkt: int
    terug: bool
    begin: bool
    documenten: str


ROW = (
    "OPTIONAL MATCH (b:Document)-[:GELADEN_MET]->(l) WHERE b.bestand IS NOT NULL OR b.soort = 'melding' "
    "WITH l, collect(coalesce(b.bestand, b.titel)) AS names "
    "RETURN l.id, l.door, l.gestartOp, l.aangemaakt, l.bijgewerkt, l.teruggedraaid, l.editie, names "
    "ORDER BY l.graafversie DESC, l.id"
)


async def last(run: Run, most: int) -> list[LoadRow]:
    """The newest first."""
    text = f"MATCH (l:Lading) WITH l ORDER BY l.graafversie DESC, l.id LIMIT $most {ROW}"
    return [_row(row) for row in await run(text, {"most": most})]


async def one(run: Run, key: str) -> LoadRow | None:
    rows = await run(f"MATCH (l:Lading {{id: $id}}) {ROW}", {"id": key})
    return _row(rows[0]) if rows else None


def _row(row: list[Any]) -> LoadRow:
    key, door, op, made, changed, back, edition, names = row
    begin, told = edition is not None, series(sorted(names))
    return LoadRow(key, door, str(op), made or 0, changed or 0, bool(back), begin, told)
