"""Ids that something had before. Of what was merged with another: `(:Alias {id, nu, naam})`, `nu` the id it has now.
Facts, passages and documents had other prefixes at first (`graph.domain.first_spelling`).

An id that exists is never looked for here; only one that nothing was found under is, and that is one index seek. `nu`
is always the last one, also after a survivor was merged itself.
"""

from collections.abc import Iterable
from typing import NamedTuple

from graph.cypher.rows import batches
from graph.cypher.text import by_id
from graph.domain.first_spelling import present
from graph.engine.store import Run

LABEL = "Alias"


class Alias(NamedTuple):
    id: str
    nu: str
    naam: str


async def every(run: Run) -> list[Alias]:
    rows = await run("MATCH (a:Alias) RETURN collect([a.id, a.nu, a.naam])", {})
    return sorted(Alias(*row) for row in rows[0][0])


async def now(run: Run, ids: Iterable[str]) -> dict[str, str]:
    """The present id of those of `ids` that are old ones."""
    wanted = set(ids)
    found = {key: now for key in wanted if (now := present(key)) != key}
    for batch in batches(sorted(wanted - found.keys())):
        text = f"UNWIND $ids AS id MATCH {by_id('a', 'Alias', 'id')} RETURN collect([a.id, a.nu])"
        [[pairs]] = await run(text, {"ids": list(batch)})
        found |= dict(pairs)
    return found


async def put(run: Run, aliases: Iterable[Alias]) -> None:
    rows = [alias._asdict() for alias in aliases]
    if rows:
        await run("UNWIND $rows AS row MERGE (a:Alias {id: row.id}) SET a += row", {"rows": rows})


async def remove(run: Run, ids: Iterable[str]) -> None:
    wanted = sorted(ids)
    if wanted:
        await run(f"UNWIND $ids AS id MATCH {by_id('a', 'Alias', 'id')} DELETE a", {"ids": wanted})
