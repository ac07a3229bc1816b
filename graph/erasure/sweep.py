"""Going through every text in the graph, of whatever type, and taking names out.

JSON inside a text is taken apart first: there a name may be broken by an escape, and what is put back must be JSON.
"""

import json
import re
from collections.abc import AsyncIterator, Callable
from typing import Any, NamedTuple

from graph.cypher.rows import NodeRow, batches, derived, ends
from graph.cypher.text import by_id, escape
from graph.domain.reader import Model, NodeType
from graph.engine.store import Run

PAGE = 2_000
OWN_LABELS = ("Vraag", "Alias")
"""Of what is no thing, and known by a text of its own: questions that nothing answered, ids from before."""
ANSWERS = "Herhaling"
"""What was answered to a key of a caller: it stays, or he would do it twice."""
LATER = {"Lading"}
"""What undoing a load needs is no plain text: see `loaders.curate.undo_texts`."""
ADDRESS = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
Change = Callable[[str], str]


class Changed(NamedTuple):
    """A node as it was and as it is now."""

    before: NodeRow
    after: NodeRow


async def sweep(run: Run, model: Model, change: Change, leave: Callable[[NodeRow], bool]) -> list[Changed]:
    """Every node and relationship; `leave` says which nodes are somebody else's own."""
    found: list[Changed] = []
    for node in {node.label: node for node in model.nodes.values() if node.label not in LATER}.values():
        found += [
            Changed(row, after)
            async for row in _nodes(run, node)
            if not leave(row) and (after := changed_node(row, change)) is not row
        ]
    await _write(run, found)
    for label in OWN_LABELS:
        await _own(run, label, change)
    await _answers(run, change)
    await _relationships(run, model, change)
    return found


def changed_node(row: NodeRow, change: Change) -> NodeRow:
    """The row without the names, with what follows from its texts; itself when nothing changes."""
    made = {name: value if name == "id" else changed(value, change) for name, value in row.properties.items()}
    if made == row.properties:
        return row
    if row.type.is_entity and "weergavenaam" in made:
        made |= derived(row.type, made, made["weergavenaam"])
    return NodeRow(row.type, row.id, {name: value for name, value in made.items() if value is not None})


def changed(value: Any, change: Change) -> Any:
    """A stored value without the names."""
    if isinstance(value, list):
        made = [changed(each, change) for each in value]
        return [each for each, was in zip(made, value, strict=True) if each is not None or was is None]
    if not isinstance(value, str):
        return value
    if value[:1] in ("{", "["):
        try:
            return walked(value, change)
        except ValueError:
            pass
    return _text(value, change)


def walked(text: str, change: Change) -> str:
    """JSON text with every text in it changed; raises ValueError when it is no JSON."""
    return json.dumps(_json(json.loads(text), change), ensure_ascii=False, separators=(",", ":"))


def _json(value: Any, change: Change) -> Any:
    if isinstance(value, dict):
        return {name: _json(each, change) for name, each in value.items()}
    if isinstance(value, list):
        return [_json(each, change) for each in value]
    return _text(value, change) if isinstance(value, str) else value


def _text(value: str, change: Change) -> str | None:
    """An address with a name in it leads nowhere without it: that goes as a whole."""
    made = change(value)
    return None if made != value and ADDRESS.match(value) else made


async def _nodes(run: Run, node: NodeType) -> AsyncIterator[NodeRow]:
    """All of a type, some at a time: each statement has its own time."""
    text = f"MATCH (n:{escape(node.label)}) WHERE n.id > $last RETURN n.id, properties(n) ORDER BY n.id LIMIT $page"
    last = ""
    while rows := await run(text, {"last": last, "page": PAGE}):
        for key, properties in rows:
            yield NodeRow(node, key, properties)
        last = rows[-1][0]


async def _write(run: Run, found: list[Changed]) -> None:
    for batch in batches(found):
        for label in {each.after.type.label for each in batch}:
            rows = [_difference(each) for each in batch if each.after.type.label == label]
            await run(
                f"UNWIND $rows AS row MATCH (n:{escape(label)} {{id: row.id}}) SET n += row.p", {"rows": rows}
            )  # fmt: skip


def _difference(each: Changed) -> dict[str, Any]:
    was, now = each.before.properties, each.after.properties
    return {"id": each.after.id, "p": {n: now.get(n) for n in {**was, **now} if now.get(n) != was.get(n)}}


async def _own(run: Run, label: str, change: Change) -> None:
    """These are known by a text of their own: what names somebody there goes altogether."""
    for key, properties in await run(f"MATCH (n:{label}) RETURN n.id, properties(n)", {}):
        if any(changed(value, change) != value for value in properties.values()):
            await run(f"MATCH (n:{label} {{id: $id}}) DETACH DELETE n", {"id": key})


async def _answers(run: Run, change: Change) -> None:
    for key, answer in await run(f"MATCH (n:{ANSWERS}) RETURN n.id, n.antwoord", {}):
        if (made := changed(answer, change)) != answer:
            await run(f"MATCH (n:{ANSWERS} {{id: $id}}) SET n.antwoord = $made", {"id": key, "made": made})


async def _relationships(run: Run, model: Model, change: Change) -> None:
    for edge in model.relationships.values():
        if not any(prop.kind == "String" for prop in edge.properties.values()):
            continue
        kind, (one, other) = escape(edge.name), ends(model, edge)
        rows = await run(f"MATCH (a)-[r:{kind}]->(b) RETURN a.id, b.id, r.id, properties(r)", {})
        for source, target, key, properties in rows:
            made = {n: v if n in ("id", "feiten") else changed(v, change) for n, v in properties.items()}
            if made != properties:
                at = f"MATCH {by_id('a', one, '$a')} MATCH {by_id('b', other, '$b')}"
                text = f"{at} MATCH (a)-[r:{kind} {{id: $id}}]->(b) SET r += $p"
                await run(text, {"a": source, "b": target, "id": key, "p": made})
