"""The series of changes by place, for who follows it: feeds, closed pages and streams. Only reads.

    all changes                 places 1, 2, 3, …        for those who look after the graph
    those that everybody sees   places 1, 2, 3, …        what happened to things that are published, persons excepted

Both are without gaps and never change: who has read up to a place has everything up to there.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.contents.existing import collected
from graph.cypher.sight import BOUND, lacks
from graph.cypher.text import by_id
from graph.domain.reader import Model
from graph.engine.gathering import Gathering
from graph.engine.store import Run

OF_GEMEENTE = ("PAST_TOE", "ERVAART", "NEEMT_DEEL_AAN", "STELT_VAST", "ONTWIKKELD_DOOR", "WERKT_BIJ")
"""What ties a thing to the gemeente that it belongs to."""
ABOUT = ("GAAT_OVER",)
"""What ties a thing to its thema's."""
BELONGS = ("VAN", "LOST_OP", "ONDERZOEKT", "GAAT_OVER", "BETREFT")
TOLD_OF = ("MELDT",)
"""What ties a thing to what somebody follows: a use to its oplossing, an oplossing to its knelpunt; and what somebody
follows to what was told of it."""


@dataclass(frozen=True)
class Logged:
    """A change as a follower needs it. `public` is its place in everybody's series, if it is there; `themas` are ids
    and `gemeenten` codes of what the thing belongs to now."""

    id: str
    place: int
    public: int | None
    op: str
    soort: str
    rol: str | None
    ding: str
    kind: str
    themas: list[str]
    gemeenten: list[str]


@dataclass(frozen=True)
class Ends:
    """The last place of each series; 0 when nothing happened yet."""

    every: int
    public: int

    def of(self, inside: bool) -> int:
        return self.every if inside else self.public


ENDS = "MATCH (m:Meta {id: 'graaf'}) RETURN coalesce(m.plaats, 0), coalesce(m.plaatsOpenbaar, 0)"


async def ends(run: Run) -> Ends:
    rows = await run(ENDS, {})
    return Ends(*map(int, rows[0])) if rows else Ends(0, 0)


async def between(run: Run, after: int, until: int, inside: bool) -> list[Logged]:
    """The changes with a place over `after` up to and including `until`, in order."""
    rows = await run(_steps("plaats" if inside else "plaatsOpenbaar"), {"na": after, "tot": until})
    return [Logged(*row) for row in rows]


def _steps(place: str) -> str:
    """The thing may have gone; a label of nothing is null, and so is no tie."""
    about, near = "|".join(ABOUT), "|".join(OF_GEMEENTE)
    return (
        f"MATCH (w:Wijziging) WHERE w.{place} > $na AND w.{place} <= $tot "
        "OPTIONAL MATCH (n:Entiteit {id: coalesce(w.ding, '')}) "
        "RETURN w.id, w.plaats, w.plaatsOpenbaar, w.op, w.soort, w.rol, w.ding, w.dingSoort, "
        f"COLLECT {{ MATCH (n)-[:{about}]->(t:Thema) RETURN t.id }} + CASE WHEN n:Thema THEN [n.id] ELSE [] END, "
        f"COLLECT {{ MATCH (n)-[:{near}]-(g:Gemeente) RETURN g.code }} "
        "+ CASE WHEN n:Gemeente THEN [n.code] ELSE [] END "
        f"ORDER BY w.{place}"
    )


async def lacking(run: Run, model: Model, ids: Iterable[str]) -> set[str]:
    """Those of `ids` that cannot do without something that not everybody sees: what happens to them is for nobody else
    either. In a small write that was foreseen, all that may: it only knows that something it looked at is hidden."""
    bound = sorted(key for key in set(ids) if (node := model.by_prefix(key)) is not None and node.label in BOUND)
    if not bound:
        return set()
    if isinstance(run, Gathering):
        seen = (found.get("publicatieStatus") for found in run.nodes.values() if found is not None)
        return set(bound) if any(status not in (None, "GEPUBLICEERD") for status in seen) else set()
    text = f"UNWIND $ids AS id MATCH {by_id('n', 'Entiteit', 'id')} WHERE {lacks('n')} RETURN collect(n.id)"
    return await collected(run, text, bound)
