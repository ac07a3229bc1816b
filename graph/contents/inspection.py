"""What is wrong, or looks wrong, in the graph as it stands. Each function is one question; all of them only read."""

from typing import Any

from graph.cypher.text import escape
from graph.domain.marks import Shape
from graph.domain.reader import Model, NodeType
from graph.engine.store import Run

MOST = 1000
"""Nobody reads more lines of one kind; the count is exact up to here."""


async def missing_ends(run: Run, model: Model) -> list[tuple[str, str]]:
    """Things without an end they cannot do without: id and name of the field."""
    found: list[tuple[str, str]] = []
    for node in model.entities:
        for relation in node.relations.values():
            if relation.field.shape is Shape.REQUIRED:
                types = "|".join(map(escape, relation.types))
                arrow = f"-[:{types}]->" if relation.forward else f"<-[:{types}]-"
                text = (
                    f"MATCH (n:{escape(node.label)}) WHERE NOT EXISTS {{ MATCH (n){arrow}() }} "
                    f"RETURN n.id ORDER BY n.id LIMIT {MOST}"
                )
                found += [(row[0], relation.name) for row in await run(text, {})]
    return found


async def without_facts(run: Run) -> list[str]:
    text = f"MATCH (n:Entiteit) WHERE n.feiten IS NULL OR size(n.feiten) = 0 RETURN n.id ORDER BY n.id LIMIT {MOST}"
    return [row[0] for row in await run(text, {})]


async def bonds_without_facts(run: Run) -> list[tuple[str, str, str]]:
    text = (
        "MATCH (a:Entiteit)-[r]->(b:Entiteit) WHERE r.feiten IS NULL OR size(r.feiten) = 0 "
        f"RETURN a.id, type(r), b.id ORDER BY a.id, b.id LIMIT {MOST}"
    )
    return [(a, kind, b) for a, kind, b in await run(text, {})]


async def without_passage(run: Run) -> list[str]:
    """Facts that count and rest on nothing."""
    text = (
        "MATCH (f:Feit) WHERE f.besluit = 'ja' "
        "AND NOT EXISTS { MATCH (f)-[:BLIJKT_UIT]->(:Passage)-[:UIT]->(:Document) } "
        f"RETURN f.id ORDER BY f.id LIMIT {MOST}"
    )
    return [row[0] for row in await run(text, {})]


async def same_names(run: Run, node: NodeType) -> list[list[str]]:
    """Things of one type that nobody can tell apart by name; what has ended may share a name with what followed it."""
    current = " WHERE n.einddatum IS NULL" if "einddatum" in node.properties else ""
    text = (
        f"MATCH (n:{escape(node.label)}){current} WITH n.naamPlat AS name, collect(n.id) AS ids WHERE size(ids) > 1 "
        f"RETURN ids ORDER BY name LIMIT {MOST}"
    )
    return [sorted(row[0]) for row in await run(text, {})]


async def without_current_role(run: Run, day: str) -> list[tuple[str, str]]:
    """Id and name."""
    text = (
        "MATCH (p:Persoon) "
        "WHERE NOT EXISTS { MATCH (p)-[r:WERKT_BIJ|LID_VAN]->() WHERE r.tot IS NULL OR r.tot >= $day } "
        f"RETURN p.id, p.weergavenaam ORDER BY p.volgorde LIMIT {MOST}"
    )
    return [(key, name) for key, name in await run(text, {"day": day})]


async def names(run: Run, node: NodeType) -> list[tuple[str, str]]:
    """Id and name of every thing of a type that still exists."""
    current = " WHERE n.einddatum IS NULL" if "einddatum" in node.properties else ""
    text = f"MATCH (n:{escape(node.label)}){current} RETURN n.id, n.weergavenaam ORDER BY n.id"
    return [(key, name) for key, name in await run(text, {})]


async def expired(run: Run, day: str) -> list[tuple[str, str, str]]:
    """Applications that ended before this day while their status says otherwise: id, name, until when."""
    text = (
        "MATCH (t:Toepassing) WHERE t.tot < $day AND coalesce(t.status, '') <> 'GESTOPT' "
        f"RETURN t.id, t.weergavenaam, t.tot ORDER BY t.id LIMIT {MOST}"
    )
    return [(key, name, end) for key, name, end in await run(text, {"day": day})]


async def without_duo(run: Run) -> list[tuple[str, str, bool, bool]]:
    """Trajecten that lack a director of a gemeente or of a ministry: id, name, and which of the two they have."""
    side = "EXISTS {{ MATCH (t)<-[r:REGISSEERT]-()-[w:WERKT_BIJ]->(:{}) WHERE r.tot IS NULL AND w.tot IS NULL }}"
    text = (
        "MATCH (t:Traject) WHERE coalesce(t.status, '') <> 'AFGEROND' AND coalesce(t.status, '') <> 'GESTOPT' "
        f"WITH t, {side.format('Gemeente')} AS g, {side.format('Departement')} AS d WHERE NOT g OR NOT d "
        f"RETURN t.id, t.weergavenaam, g, d ORDER BY t.id LIMIT {MOST}"
    )
    return [(key, name, local, national) for key, name, local, national in await run(text, {})]


async def values(run: Run, node: NodeType, name: str) -> list[tuple[str, Any]]:
    """One property of every thing of a type, where it has it."""
    prop = escape(name)
    text = f"MATCH (n:{escape(node.label)}) WHERE n.{prop} IS NOT NULL RETURN n.id, n.{prop} ORDER BY n.id"
    return [(key, value) for key, value in await run(text, {})]


async def without_value(run: Run, node: NodeType, name: str) -> list[str]:
    """Things that lack a property they must have."""
    text = f"MATCH (n:{escape(node.label)}) WHERE n.{escape(name)} IS NULL RETURN n.id ORDER BY n.id LIMIT {MOST}"
    return [row[0] for row in await run(text, {})]


async def ready_without_material(run: Run) -> list[str]:
    """Oplossingen that lie ready while there is nothing to hand over: the rule of `graph.domain.readiness`."""
    text = (
        "MATCH (n:Oplossing) WHERE n.rijpheid = 'PASKLAAR' AND (n.materialen IS NULL OR size(n.materialen) = 0) "
        f"RETURN n.id ORDER BY n.id LIMIT {MOST}"
    )
    return [row[0] for row in await run(text, {})]


async def out_of_reach(run: Run) -> list[str]:
    """Oplossingen about which nobody can be reached: no contact point, and no maker or user with a way in."""
    party = "x.telefoon IS NOT NULL OR x.website IS NOT NULL OR x.email IS NOT NULL"
    text = (
        "MATCH (n:Oplossing) WHERE (n.contactpunten IS NULL OR size(n.contactpunten) = 0) "
        f"AND NOT EXISTS {{ MATCH (n)-[:ONTWIKKELD_DOOR]->(x) WHERE {party} }} "
        f"AND NOT EXISTS {{ MATCH (n)<-[:VAN]-()<-[:PAST_TOE]-(x) WHERE {party} }} "
        f"RETURN n.id ORDER BY n.id LIMIT {MOST}"
    )
    return [row[0] for row in await run(text, {})]


async def unassessed_without_reason(run: Run) -> list[str]:
    """Oplossingen without a step of bewijs and without a word on why not."""
    text = (
        "MATCH (n:Oplossing) WHERE n.bewijs = 'NIET_BEOORDEELD' AND n.bewijsReden IS NULL "
        f"RETURN n.id ORDER BY n.id LIMIT {MOST}"
    )
    return [row[0] for row in await run(text, {})]
