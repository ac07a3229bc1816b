"""What gemeenten reported themselves, with a key of theirs: which of it nobody looked at yet, and what it says. Only
reads."""

import re
from dataclasses import dataclass

from graph.engine.store import Run

THING = re.compile(r"\b[a-z]+:[a-z0-9-]+")
UNSEEN = (
    "MATCH (d:Document) WHERE d.soort = 'melding' "
    "MATCH (l:Lading)<-[:GELADEN_MET]-(d)<-[:UIT]-(p:Passage)<-[:BLIJKT_UIT]-(f:Feit) WHERE p.bevestigd = false "
    "MATCH (w:Wijziging {ding: f.onderwerp}) WHERE w.lading = l.id AND w.rol = 'GEMEENTE' "
    "WITH l, d, count(*) AS number RETURN l.id, d.titel, l.door, l.gestartOp ORDER BY l.gestartOp, l.id LIMIT $most"
)
SAID = (
    "MATCH (l:Lading {id: $id})<-[:GELADEN_MET]-(d:Document)<-[:UIT]-(p:Passage) WHERE d.soort = 'melding' "
    "RETURN p.id, p.passage, p.bevestigd, d.titel ORDER BY p.van, p.id"
)


@dataclass(frozen=True)
class OwnReport:
    """A load that a gemeente made; `door` is her key, `titel` what it says, with names in it."""

    lading: str
    titel: str
    door: str
    op: str


@dataclass(frozen=True)
class Said:
    """A passage of what was reported, and whether somebody said that it is right."""

    id: str
    passage: str
    bevestigd: bool


async def unseen(run: Run, most: int) -> list[OwnReport]:
    """The oldest first."""
    rows = await run(UNSEEN, {"most": most})
    names = await _names(run, [title for _, title, _, _ in rows])
    return [OwnReport(load, _named(title, names), who, str(op)) for load, title, who, op in rows]


async def said(run: Run, load: str) -> tuple[str, list[Said]]:
    """What a load reports, in one line and passage by passage; nothing for a load of documents."""
    rows = await run(SAID, {"id": load})
    if not rows:
        return "", []
    names = await _names(run, [f"{title} {text}" for _, text, _, title in rows])
    found = {each: Said(each, _named(text or "", names), bool(seen)) for each, text, seen, _ in rows}
    return _named(rows[0][3], names), list(found.values())


async def _names(run: Run, texts: list[str]) -> dict[str, str]:
    ids = sorted({key for text in texts for key in THING.findall(text)})
    rows = await run("MATCH (n:Entiteit) WHERE n.id IN $ids RETURN n.id, n.weergavenaam", {"ids": ids}) if ids else []
    return dict(rows)


def _named(text: str, names: dict[str, str]) -> str:
    return THING.sub(lambda found: names.get(found[0], found[0]), text)
