"""What stands in the graph now, for whoever compares, undoes or explains. Every statement here only reads.

Each function takes `run`: the one of a transaction, or `Store.rows`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from graph.cypher.rows import EdgeRow, NodeRow, batches, by_type, ends
from graph.cypher.text import by_id, escape
from graph.domain.reader import Model, NodeType
from graph.dutch.phrasing import series
from graph.engine.gathering import Gathering
from graph.engine.store import Run

GRAPH = "graaf"
THING = "Entiteit"
ALIASES = ("code", "ookBekendAls", "afkorting", "voluit", "synoniemen")
"""Properties by which people know a thing besides its name."""


@dataclass(frozen=True)
class Known:
    """A thing by its names; `ended` when it no longer exists."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    ended: bool = False


async def version(run: Run) -> int:
    """The version of the graph; every write that changes what people see raises it by one."""
    rows = await run("MATCH (m:Meta {id: $id}) RETURN m.versie", {"id": GRAPH})
    return int(rows[0][0] or 0) if rows else 0


async def nodes(run: Run, node: NodeType, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The stored properties of those of `ids` that exist."""
    wanted = sorted(set(ids))
    if isinstance(run, Gathering) and (seen := run.known(node.seek, wanted)) is not None:
        return seen
    text = f"UNWIND $ids AS id MATCH {by_id('n', node.seek, 'id')} RETURN collect([n.id, properties(n)])"
    found: dict[str, dict[str, Any]] = {}
    for batch in batches(wanted):
        [[pairs]] = await run(text, {"ids": list(batch)})
        found |= dict(pairs)
    return found


async def nodes_of(run: Run, rows: Iterable[NodeRow]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for group in by_type(rows):
        found |= await nodes(run, group[0].type, (r.id for r in group))
    return found


async def edges_of(run: Run, model: Model, rows: Iterable[EdgeRow]) -> dict[tuple[str, str], dict[str, Any]]:
    """The stored properties of those relationships that exist, by type and id."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for group in by_type(rows):
        edge = group[0].type
        if isinstance(run, Gathering) and (seen := run.tied(edge.name, (r.id for r in group))) is not None:
            found |= {(edge.name, key): properties for key, properties in seen.items()}
            continue
        source, target = ends(model, edge)
        text = (
            f"UNWIND $rows AS row MATCH {by_id('a', source, 'row.a')} MATCH {by_id('b', target, 'row.b')} "
            f"MATCH (a)-[r:{escape(edge.name)} {{id: row.id}}]->(b) RETURN collect([row.id, properties(r)])"
        )
        for batch in batches(group):
            [[pairs]] = await run(text, {"rows": [{"a": r.source, "b": r.target, "id": r.id} for r in batch]})
            found |= {(edge.name, key): properties for key, properties in pairs}
    return found


async def collected(run: Run, text: str, ids: Sequence[str]) -> set[str]:
    """What a text that takes some of the ids as `$ids` collects, for all of them."""
    found: set[str] = set()
    for batch in batches(ids):
        [[some]] = await run(text, {"ids": list(batch)})
        found.update(some)
    return found


async def existing(run: Run, ids: Iterable[str]) -> set[str]:
    """Those of `ids` that are things in the graph."""
    wanted = sorted(set(ids))
    if isinstance(run, Gathering) and (seen := run.known(THING, wanted)) is not None:
        return set(seen)
    text = f"UNWIND $ids AS id MATCH {by_id('n', 'Entiteit', 'id')} RETURN collect(n.id)"
    return await collected(run, text, wanted)


async def published(run: Run, ids: Iterable[str]) -> set[str]:
    """Those of `ids` that are things everybody sees."""
    wanted = sorted(set(ids))
    if isinstance(run, Gathering) and (seen := run.known(THING, wanted)) is not None:
        return {key for key, properties in seen.items() if properties["publicatieStatus"] == "GEPUBLICEERD"}
    text = (
        f"UNWIND $ids AS id MATCH {by_id('n', 'Entiteit', 'id')} WHERE n.publicatieStatus = 'GEPUBLICEERD' "
        "RETURN collect(n.id)"
    )
    return await collected(run, text, wanted)


async def names(run: Run, ids: Iterable[str]) -> dict[str, str]:
    """What those of `ids` that exist are called."""
    wanted = sorted(set(ids))
    if isinstance(run, Gathering) and (seen := run.known(THING, wanted)) is not None:
        return {key: str(properties["weergavenaam"]) for key, properties in seen.items()}
    found: dict[str, str] = {}
    text = f"UNWIND $ids AS id MATCH {by_id('n', 'Entiteit', 'id')} RETURN collect([n.id, n.weergavenaam])"
    for batch in batches(wanted):
        [[pairs]] = await run(text, {"ids": list(batch)})
        found |= dict(pairs)
    return found


async def known(run: Run, node: NodeType) -> list[Known]:
    """Every thing of a type with the names it goes by."""
    wanted = [name for name in ALIASES if name in node.properties]
    columns = "".join(f", n.{escape(name)}" for name in wanted)
    ended = ", n.einddatum" if "einddatum" in node.properties else ", null"
    rows = await run(f"MATCH (n:{escape(node.label)}) RETURN collect([n.id, n.weergavenaam{ended}{columns}])", {})
    return [Known(key, name, tuple(_flat(rest)), end is not None) for key, name, end, *rest in rows[0][0]]


class Decision(NamedTuple):
    """What was decided about a fact, and what it said. `verbeterd`: what was read, where a person changed it."""

    besluit: str
    velden: str
    verbeterd: str | None


async def decisions(run: Run, ids: Iterable[str]) -> dict[str, Decision]:
    """What was decided about those of the facts `ids` that are known."""
    text = (
        f"UNWIND $ids AS id MATCH {by_id('f', 'Feit', 'id')} RETURN collect([f.id, f.besluit, f.velden, f.verbeterd])"
    )
    found: dict[str, Decision] = {}
    for batch in batches(sorted(set(ids))):
        [[some]] = await run(text, {"ids": list(batch)})
        found |= {key: Decision(*said) for key, *said in some}
    return found


async def passages(run: Run, ids: Iterable[str]) -> set[str]:
    """Those of the passages `ids` that are recorded."""
    text = f"UNWIND $ids AS id MATCH {by_id('p', 'Passage', 'id')} RETURN collect(p.id)"
    found: set[str] = set()
    for batch in batches(sorted(set(ids))):
        [[some]] = await run(text, {"ids": list(batch)})
        found.update(some)
    return found


async def functions_of(run: Run, people: Iterable[str]) -> list[tuple[str, str, str, str]]:
    """The functions of these people: person, type of the relationship, organisation, function."""
    text = (
        f"UNWIND $ids AS id MATCH {by_id('p', 'Entiteit', 'id')} MATCH (p)-[r:WERKT_BIJ|LID_VAN]->(o) "
        "WHERE r.functie IS NOT NULL RETURN p.id, type(r), o.id, r.functie ORDER BY p.id, r.functie"
    )
    return [(a, kind, b, word) for a, kind, b, word in await run(text, {"ids": sorted(set(people))})]


async def holders(run: Run, node: NodeType, name: str, values: Iterable[str]) -> dict[str, str]:
    """Which thing has which of these values of a unique property."""
    prop = escape(name)
    text = f"UNWIND $values AS v MATCH (n:{escape(node.label)} {{{prop}: v}}) RETURN collect([n.{prop}, n.id])"
    found: dict[str, str] = {}
    for batch in batches(sorted(set(values))):
        [[pairs]] = await run(text, {"values": list(batch)})
        found |= dict(pairs)
    return found


async def of_older_versions(run: Run, files: Sequence[Mapping[str, str]]) -> list[tuple[str, str, str, int]]:
    """Facts that rest on an older version of these files (bestand and url the same, another id).

    Gives id, kind and fields of the fact, and on how many passages of other documents it rests besides.
    """
    text = (
        "UNWIND $files AS file MATCH (d:Document {bestand: file.bestand}) "
        "WHERE d.id <> file.id AND coalesce(d.url, '') = file.url "
        "MATCH (f:Feit)-[:BLIJKT_UIT]->(:Passage)-[:UIT]->(d) "
        "WHERE f.besluit = 'ja' AND coalesce(f.staatVast, false) = false "
        "WITH DISTINCT f, file "
        "MATCH (f)-[:BLIJKT_UIT]->(:Passage)-[:UIT]->(e:Document) "
        "RETURN f.id, f.soort, f.velden, sum(CASE WHEN coalesce(e.bestand, '') <> file.bestand THEN 1 ELSE 0 END) "
        "ORDER BY f.id"
    )
    return [(key, kind, said, others) for key, kind, said, others in await run(text, {"files": files})]


class Loaded(NamedTuple):
    """A load that still counts, with the names of its first documents."""

    id: str
    op: str
    door: str
    bestanden: str


async def loads(run: Run, most: int, document: str | None = None) -> list[Loaded]:
    """The last loads that still count; of those with a document of this name, when one is given."""
    within = "MATCH (d:Document {bestand: $document})-[:GELADEN_MET]->(l:Lading) " if document else "MATCH (l:Lading) "
    text = (
        f"{within}WHERE l.teruggedraaid = false WITH DISTINCT l ORDER BY l.graafversie DESC LIMIT $most "
        "OPTIONAL MATCH (b:Document)-[:GELADEN_MET]->(l) WHERE b.bestand IS NOT NULL "
        "WITH l, collect(b.bestand) AS names RETURN l.id, l.gestartOp, l.door, names ORDER BY l.graafversie DESC"
    )
    rows = await run(text, {"most": most, "document": document})
    return [Loaded(key, str(op), door, series(sorted(names)) or "-") for key, op, door, names in rows]


async def load(run: Run, key: str) -> dict[str, Any] | None:
    """The receipt of a load as it is stored, without what undoing needs."""
    text = "MATCH (l:Lading {id: $id}) RETURN l.id, l.door, l.gestartOp, l.teruggedraaid, l.graafversie"
    rows = await run(text, {"id": key})
    names = ("id", "door", "gestartOp", "teruggedraaid", "graafversie")
    return dict(zip(names, rows[0], strict=True)) if rows else None


async def seeding(run: Run, by: str) -> tuple[str, bool] | None:
    """The edition of the last load of seeds, and whether it was taken back. None: no seeds were ever loaded.

    The edition is "" for a load from before editions had a mark: the first of all, made in the name `by`.
    """
    text = (
        "MATCH (l:Lading) WHERE l.editie IS NOT NULL OR (l.graafversie = 1 AND l.door = $by) "
        "RETURN coalesce(l.editie, ''), l.teruggedraaid ORDER BY l.graafversie DESC LIMIT 1"
    )
    rows = await run(text, {"by": by})
    return (str(rows[0][0]), bool(rows[0][1])) if rows else None


async def undoing(run: Run, key: str) -> str:
    """What undoing this load needs, as text."""
    rows = await run("MATCH (l:Lading {id: $id}) RETURN l.ongedaan", {"id": key})
    return str(rows[0][0])


async def loads_since(run: Run, version: int) -> list[str]:
    """The loads after this version of the graph that still count, in order."""
    text = (
        "MATCH (l:Lading) WHERE l.graafversie > $version AND l.teruggedraaid = false RETURN l.id ORDER BY l.graafversie"
    )
    return [row[0] for row in await run(text, {"version": version})]


async def last_loads(run: Run, documents: Iterable[str]) -> list[tuple[str, str]]:
    """The documents among these that were loaded before, with the load they point at."""
    documents = sorted(documents)
    if isinstance(run, Gathering) and run.known("Document", documents) == {}:
        return []
    text = (
        f"UNWIND $ids AS id MATCH {by_id('d', 'Document', 'id')} MATCH (d)-[:GELADEN_MET]->(l:Lading) "
        "RETURN d.id, l.id ORDER BY d.id"
    )
    return [(document, load) for document, load in await run(text, {"ids": sorted(documents)})]


async def documents_of(run: Run, load: str) -> list[str]:
    """The documents that point at a load."""
    text = "MATCH (d:Document)-[:GELADEN_MET]->(:Lading {id: $id}) RETURN d.id ORDER BY d.id"
    return [row[0] for row in await run(text, {"id": load})]


async def attached(run: Run, node: NodeType, ids: Iterable[str]) -> list[tuple[str, str, str]]:
    """Every relationship at those of `ids` that exist: id of the node, type, id of the relationship."""
    text = (
        f"UNWIND $ids AS id MATCH {by_id('n', node.seek, 'id')} MATCH (n)-[r]-() "
        "RETURN collect([n.id, type(r), coalesce(r.id, '')])"
    )
    found: list[tuple[str, str, str]] = []
    for batch in batches(sorted(set(ids))):
        [[some]] = await run(text, {"ids": list(batch)})
        found += [(key, kind, edge) for key, kind, edge in some]
    return found


def _flat(values: Iterable[Any]) -> Iterable[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif value:
            yield from value


def as_text(values: Mapping[str, Any]) -> str:
    """One text per value: the form in which facts keep what they say."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
