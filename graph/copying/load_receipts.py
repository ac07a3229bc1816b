"""The receipts of loads, and what goes with a load without being on its receipt. Only reads."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.contents.existing import collected
from graph.cypher.text import by_id
from graph.engine.store import Run

MADE = (
    "MATCH (l:Lading) WHERE l.graafversie > $na AND l.graafversie <= $tot "
    "RETURN l.id, l.graafversie, l.ongedaan, COLLECT { MATCH (d:Document)-[:GELADEN_MET]->(l) RETURN d.id }"
)


@dataclass(frozen=True)
class Receipt:
    """`undoing`: what stood there before, as `loaders.load.receipt` writes it; None when it was taken back."""

    id: str
    version: int
    undoing: str | None
    documents: list[str]


async def between(run: Run, after: int, until: int) -> list[Receipt]:
    """Of the loads that made these versions of the graph, in order."""
    rows = await run(MADE, {"na": after, "tot": until})
    return sorted((Receipt(*row) for row in rows), key=lambda receipt: receipt.version)


async def facts_of(run: Run, passages: Iterable[str]) -> set[str]:
    """The facts that these passages bear out."""
    text = (
        f"UNWIND $ids AS id MATCH {by_id('p', 'Passage', 'id')} MATCH (f:Feit)-[:BLIJKT_UIT]->(p) "
        "RETURN collect(DISTINCT f.id)"
    )
    return await collected(run, text, sorted(set(passages)))


async def changes_after(run: Run, place: int) -> list[tuple[str, str]]:
    """Id and thing of every change with a higher place."""
    rows = await run("MATCH (w:Wijziging) WHERE w.plaats > $na RETURN w.id, w.ding", {"na": place})
    return [(change, thing) for change, thing in rows]
