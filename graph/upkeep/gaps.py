"""What is missing in the graph and what runs out, for who looks after it: how much of each kind there is, and which.

Every row of the table is one question. It gives for each thing found its id, its name, and what is said besides; `$day`
is today, `$soon` the last day of what ends soon, `$old` the day before which a source is old.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from graph.engine.store import Run

SOON, OLD = timedelta(days=90), timedelta(days=3 * 365)
REACHED = "x.telefoon IS NOT NULL OR x.website IS NOT NULL OR x.email IS NOT NULL"
HOLDS = "EXISTS { MATCH (p)-[r:WERKT_BIJ|LID_VAN]->() WHERE r.tot IS NULL OR r.tot >= $day }"
DIRECTS = "EXISTS {{ MATCH (n)<-[r:REGISSEERT]-()-[w:WERKT_BIJ]->(:{}) WHERE r.tot IS NULL AND w.tot IS NULL }}"


def _sources(found: str) -> str:
    """Oplossingen with `found`, made of the documents `d` that they rest on; also when there are none."""
    return (
        "MATCH (n:Oplossing) UNWIND coalesce(n.feiten, []) + [''] AS key "
        "OPTIONAL MATCH (:Feit {id: key})-[:BLIJKT_UIT]->(:Passage)-[:UIT]->(d:Document) "
        f"WITH n, {found} AS found"
    )


MISSING: Mapping[str, str] = {
    "contact": (
        "MATCH (n:Oplossing) WHERE (n.contactpunten IS NULL OR size(n.contactpunten) = 0) "
        f"AND NOT EXISTS {{ MATCH (n)-[:ONTWIKKELD_DOOR]->(x) WHERE {REACHED} }} "
        f"AND NOT EXISTS {{ MATCH (n)<-[:VAN]-()<-[:PAST_TOE]-(x) WHERE {REACHED} }} "
        "WITH n.id AS id, n.weergavenaam AS naam, null AS bij"
    ),
    "bron": _sources("count(d.url)")
    + " WITH n, found WHERE found = 0 WITH n.id AS id, n.weergavenaam AS naam, null AS bij",
    "oordeel": (
        "MATCH (n:Oplossing) WHERE n.rijpheid = 'NIET_BEOORDEELD' OR n.bewijs = 'NIET_BEOORDEELD' "
        "WITH n.id AS id, n.weergavenaam AS naam, CASE WHEN n.bewijs <> 'NIET_BEOORDEELD' THEN 'rijpheid' "
        "WHEN n.rijpheid <> 'NIET_BEOORDEELD' THEN 'bewijs' ELSE 'rijpheid en bewijs' END AS bij"
    ),
    "rol-zonder-datum": (
        "MATCH (p:Persoon)-[r:WERKT_BIJ|LID_VAN]->(o) WHERE r.van IS NULL AND r.tot IS NULL "
        "WITH p.id AS id, p.weergavenaam AS naam, coalesce(r.functie + ', ', '') + o.weergavenaam AS bij"
    ),
    "persoon-zonder-rol": (f"MATCH (p:Persoon) WHERE NOT {HOLDS} WITH p.id AS id, p.weergavenaam AS naam, null AS bij"),
    "knelpunt-zonder-oplossing": (
        "MATCH (n:Knelpunt) WHERE NOT EXISTS { MATCH (n)<-[:LOST_OP]-() } "
        "WITH n.id AS id, n.weergavenaam AS naam, null AS bij"
    ),
    "duo": (
        "MATCH (n:Traject) WHERE coalesce(n.status, '') <> 'AFGEROND' AND coalesce(n.status, '') <> 'GESTOPT' "
        f"WITH n, {DIRECTS.format('Gemeente')} AS g, {DIRECTS.format('Departement')} AS d WHERE NOT g OR NOT d "
        "WITH n.id AS id, n.weergavenaam AS naam, CASE WHEN g THEN 'mist een ministerie' "
        "WHEN d THEN 'mist een gemeente' ELSE 'mist een gemeente en een ministerie' END AS bij"
    ),
}
EXPIRING: Mapping[str, str] = {
    "toepassing-voorbij": (
        "MATCH (o:Oplossing)<-[:VAN]-(t:Toepassing) WHERE t.tot < $day AND coalesce(t.status, '') <> 'GESTOPT' "
        "WITH o.id AS id, t.weergavenaam AS naam, t.tot AS bij"
    ),
    "toepassing": (
        "MATCH (o:Oplossing)<-[:VAN]-(t:Toepassing) WHERE t.tot >= $day AND t.tot <= $soon "
        "AND coalesce(t.status, '') <> 'GESTOPT' WITH o.id AS id, t.weergavenaam AS naam, t.tot AS bij"
    ),
    "rol": (
        "MATCH (p:Persoon)-[r:WERKT_BIJ|LID_VAN]->(o) WHERE r.tot >= $day AND r.tot <= $soon "
        "WITH p.id AS id, p.weergavenaam AS naam, o.weergavenaam + ' ' + r.tot AS bij"
    ),
    "contact-zonder-rol": (
        f"MATCH (p:Persoon)-[:CONTACT_VOOR]->(n) WHERE NOT {HOLDS} "
        "WITH n.id AS id, n.weergavenaam AS naam, p.weergavenaam AS bij"
    ),
    "oude-bron": _sources("max(d.datum)")
    + " WITH n, found WHERE found < $old WITH n.id AS id, n.weergavenaam AS naam, found AS bij",
}
KINDS: Mapping[str, str] = {**MISSING, **EXPIRING}


@dataclass(frozen=True)
class Gap:
    """A thing that lacks something; `bij` says what, of whom or when, where there is more to say than its kind."""

    id: str
    naam: str
    bij: str | None


async def counted(run: Run, today: date) -> dict[str, int]:
    """How many there are of each kind, in the order of the table; none is said too."""
    found = {}
    for kind, text in KINDS.items():
        [[number]] = await run(f"{text} RETURN count(*)", days(today))
        found[kind] = int(number)
    return found


async def listed(run: Run, kind: str, today: date, most: int, skip: int = 0) -> list[Gap]:
    """Those of one kind by name; `kind` is one of `KINDS`."""
    text = f"{KINDS[kind]} RETURN id, naam, bij ORDER BY naam, id, bij SKIP $skip LIMIT $most"
    return [Gap(*row) for row in await run(text, {**days(today), "most": most, "skip": skip})]


def days(today: date) -> dict[str, str]:
    """What the statements call today, soon and old."""
    return {"day": today.isoformat(), "soon": (today + SOON).isoformat(), "old": (today - OLD).isoformat()}
