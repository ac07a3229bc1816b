"""Where somebody left traces that are known by who he is: people, facts, history, loads. Small statements."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from graph.engine.store import Run
from graph.erasure.forgotten import nameless


async def people(run: Run) -> list[str]:
    rows = await run("MATCH (p:Persoon) RETURN collect(p.id)", {})
    return list(rows[0][0]) if rows else []


async def ended_before(run: Run, day: str) -> list[str]:
    """The people who had an office, and of whom every one ended before this day. Who has one without an end, or none
    at all, is not among them."""
    text = (
        "MATCH (p:Persoon)-[r]->() WHERE type(r) IN ['WERKT_BIJ', 'LID_VAN'] "
        "WITH p, collect(coalesce(r.tot, '9999')) AS ends WHERE all(e IN ends WHERE e < $day) "
        "RETURN p.id ORDER BY p.id"
    )
    return [row[0] for row in await run(text, {"day": day})]


async def facts(run: Run, kinds: Iterable[str]) -> list[dict[str, Any]]:
    """All facts of these kinds, as they are stored."""
    text = "MATCH (f:Feit) WHERE f.soort IN $kinds RETURN properties(f) ORDER BY f.id"
    return [row[0] for row in await run(text, {"kinds": sorted(kinds)})]


async def bare_history(run: Run, person: str, key: bytes) -> None:
    """What happened to him keeps its places; which fields changed stays, what stood in them goes."""
    rows = await run("MATCH (w:Wijziging {ding: $id}) RETURN w.id, w.velden", {"id": person})
    for own, fields in rows:
        bare = [json.dumps({"veld": json.loads(each)["veld"]}, separators=(",", ":")) for each in fields]
        text = "MATCH (w:Wijziging {id: $own}) SET w.velden = $bare, w.ding = $nameless"
        await run(text, {"own": own, "bare": bare, "nameless": nameless(key, person)})


async def loosen(run: Run, gone: Sequence[str]) -> None:
    """Things and relationships no longer name facts that are gone."""
    if not gone:
        return
    for match in ("MATCH (x:Entiteit)", "MATCH ()-[x]->()"):
        text = (
            f"{match} WHERE any(f IN x.feiten WHERE f IN $gone) "
            "SET x.feiten = [f IN x.feiten WHERE NOT f IN $gone]"
        )  # fmt: skip
        await run(text, {"gone": list(gone)})


async def loads(run: Run) -> list[tuple[str, str, str | None]]:
    """Every load: its id, who did it, and what undoing it needs."""
    rows = await run("MATCH (l:Lading) RETURN l.id, l.door, l.ongedaan ORDER BY l.id", {})
    return [(key, door, text) for key, door, text in rows]
