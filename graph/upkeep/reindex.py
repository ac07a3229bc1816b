"""The word forms beside the texts of things written with an older edition of our stemmer, worked out anew at start."""

from typing import Any

from graph.cypher.rows import batches, word_forms
from graph.cypher.text import by_id, escape
from graph.domain.marks import Zoek
from graph.domain.reader import Model, NodeType
from graph.engine.store import WRITE_SECONDS, Run, Store

EDITION = 1
"""Raise it with every change of what `graph.dutch.words.forms` gives."""
KNOWN = "MATCH (m:Meta {id: 'graaf'}) RETURN coalesce(m.woordvormen, 0)"
DONE = "MATCH (m:Meta {id: 'graaf'}) SET m.woordvormen = $uitgave"
WRITE = f"UNWIND $rows AS row MATCH {by_id('n', 'Entiteit', 'row.id')} SET n += row.p"


async def ensure(store: Store, model: Model) -> None:
    """Give every thing the forms of this edition; nothing is done when the graph has them."""
    known = await store.read(KNOWN, {})
    if known == [EDITION]:
        return
    for node in model.entities:
        await _rewrite(store, node)

    async def done(run: Run) -> None:
        await run(DONE, {"uitgave": EDITION})

    await store.write(done)


async def _rewrite(store: Store, node: NodeType) -> None:
    texts = [p.name for p in node.marked(Zoek)]
    shown = "".join(f", n.{escape(name)}" for name in texts)
    read = f"UNWIND $ids AS id MATCH {by_id('n', 'Entiteit', 'id')} RETURN n.id, n.weergavenaam{shown}"
    ids = [row[0] for row in await store.rows(f"MATCH (n:{escape(node.label)}) RETURN n.id", {}, WRITE_SECONDS)]
    for batch in batches(ids):
        made = [
            {"id": key, "p": word_forms(node, name or "", dict(zip(texts, values, strict=True)))}
            for key, name, *values in await store.rows(read, {"ids": batch}, WRITE_SECONDS)
        ]

        async def work(run: Run, made: list[dict[str, Any]] = made) -> None:
            await run(WRITE, {"rows": made})

        await store.write(work)
