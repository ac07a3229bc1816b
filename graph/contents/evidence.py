"""What a thing, a relationship or a fact rests on: the passages behind it. Only reads."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from graph.cypher.rows import batches
from graph.cypher.text import by_id
from graph.domain.web_address import openable
from graph.engine.store import Run


@dataclass(frozen=True)
class Bond:
    """A relationship of a thing, as seen from it."""

    type: str
    outward: bool
    other: str
    other_name: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Quote:
    passage: str
    regel: str
    zekerheid: float
    vastgelegd_door: str
    vastgelegd_op: str
    van: int | None
    tot: int | None
    document: str
    titel: str
    bestand: str | None
    url: str | None
    datum: str | None


@dataclass(frozen=True)
class Proven:
    """A fact with everything it rests on."""

    id: str
    soort: str
    onderwerp: str
    gezegde: str
    voorwerp: str | None
    besluit: str
    quotes: tuple[Quote, ...] = ()


async def thing(run: Run, key: str) -> tuple[str, list[str]] | None:
    """The name of a thing and the facts it rests on itself."""
    rows = await run("MATCH (n:Entiteit {id: $id}) RETURN n.weergavenaam, n.feiten", {"id": key})
    return (rows[0][0], list(rows[0][1] or ())) if rows else None


async def bonds(run: Run, key: str) -> list[Bond]:
    text = (
        "MATCH (n:Entiteit {id: $id})-[r]-(m:Entiteit) "
        "RETURN type(r), startNode(r).id = $id, m.id, m.weergavenaam, r.feiten ORDER BY type(r), m.volgorde"
    )
    return [
        Bond(kind, out, other, name, tuple(facts or ()))
        for kind, out, other, name, facts in await run(text, {"id": key})
    ]


async def stated(run: Run, passage: str) -> tuple[dict[str, Any], str] | None:
    """The stored properties of a passage, and the id of the thing that its fact is about."""
    text = "MATCH (p:Passage {id: $id}) MATCH (f:Feit)-[:BLIJKT_UIT]->(p) RETURN properties(p), f.onderwerp LIMIT 1"
    rows = await run(text, {"id": passage})
    return (dict(rows[0][0]), str(rows[0][1])) if rows else None


async def facts(run: Run, ids: Iterable[str]) -> dict[str, Proven]:
    text = (
        f"UNWIND $ids AS id MATCH {by_id('f', 'Feit', 'id')} "
        "OPTIONAL MATCH (f)-[:BLIJKT_UIT]->(p:Passage)-[:UIT]->(d:Document) "
        "RETURN f.id, f.soort, f.onderwerp, f.gezegde, f.voorwerp, f.besluit, p.passage, p.regel, p.zekerheid, "
        "p.vastgelegdDoor, p.vastgelegdOp, p.van, p.tot, d.id, d.titel, d.bestand, d.url, d.datum "
        "ORDER BY f.id, d.datum, d.id, p.van"
    )
    said: dict[str, list[Any]] = {}
    quotes: dict[str, list[Quote]] = {}
    for batch in batches(sorted(set(ids))):
        for row in await run(text, {"ids": list(batch)}):
            said[row[0]] = row[:6]
            if row[6] is not None:
                quote = Quote(*row[6:])
                quotes.setdefault(row[0], []).append(replace(quote, url=openable(quote.url)))
    return {key: replace(Proven(*values), quotes=tuple(quotes.get(key, ()))) for key, values in said.items()}


async def claims(run: Run, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Kind and fields of those of the facts `ids` that are known."""
    text = f"UNWIND $ids AS id MATCH {by_id('f', 'Feit', 'id')} RETURN collect([f.id, f.soort, f.velden])"
    found: dict[str, tuple[str, str]] = {}
    for batch in batches(sorted(set(ids))):
        [[some]] = await run(text, {"ids": list(batch)})
        found |= {key: (soort, said) for key, soort, said in some}
    return found
