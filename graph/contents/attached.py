"""Everything that hangs on a thing: its relationships, the facts that name it, their passages. Only reads."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from graph.cypher.rows import EdgeRow, batches
from graph.cypher.text import by_id, escape
from graph.domain.reader import Model, Relation
from graph.engine.store import Run


class Said(NamedTuple):
    """A passage of a fact: its properties, and the document it stands in."""

    fact: str
    properties: dict[str, Any]
    document: str


async def edges(run: Run, model: Model, ids: Iterable[str]) -> list[EdgeRow]:
    """Every relationship that starts or ends at one of these things, once."""
    found: dict[tuple[str, str], EdgeRow] = {}
    wanted = sorted(ids)
    for arrow, ends in (("-[r]->", "n.id, m.id"), ("<-[r]-", "m.id, n.id")):
        text = (
            f"UNWIND $ids AS id MATCH {by_id('n', 'Entiteit', 'id')} MATCH (n){arrow}(m) "
            f"RETURN type(r), {ends}, properties(r)"
        )
        for kind, source, target, properties in await run(text, {"ids": wanted}):
            edge = EdgeRow(model.relationships[kind], source, target, properties["id"], properties)
            found[kind, edge.id] = edge
    return [found[key] for key in sorted(found)]


async def facts(run: Run, ids: Iterable[str]) -> list[dict[str, Any]]:
    """The facts, refused ones too, that are about these things or name them."""
    wanted = sorted(ids)
    text = (
        "MATCH (f:Feit) WHERE f.onderwerp IN $ids OR any(q IN $quoted WHERE f.velden CONTAINS q) "
        "RETURN properties(f) ORDER BY f.id"
    )
    quoted = [json.dumps(key, ensure_ascii=False) for key in wanted]
    return [row[0] for row in await run(text, {"ids": wanted, "quoted": quoted})]


async def passages(run: Run, facts: Iterable[str]) -> list[Said]:
    text = (
        f"UNWIND $ids AS id MATCH {by_id('f', 'Feit', 'id')} MATCH (f)-[:BLIJKT_UIT]->(p:Passage)-[:UIT]->(d:Document) "
        "RETURN f.id, properties(p), d.id ORDER BY p.id"
    )
    found: list[Said] = []
    for batch in batches(sorted(facts)):
        found += [Said(*row) for row in await run(text, {"ids": list(batch)})]
    return found


async def far(run: Run, ids: Iterable[str], relation: Relation) -> Mapping[str, tuple[str, str]]:
    """What each of these things has at the far end of a relation: id and name."""
    types = "|".join(map(escape, relation.types))
    arrow = f"-[:{types}]->" if relation.forward else f"<-[:{types}]-"
    text = (
        f"UNWIND $ids AS id MATCH {by_id('n', 'Entiteit', 'id')} MATCH (n){arrow}(m:Entiteit) "
        "RETURN n.id, m.id, m.weergavenaam"
    )
    return {key: (other, name) for key, other, name in await run(text, {"ids": sorted(ids)})}
