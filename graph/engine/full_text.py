"""Making the full-text index: the one command about the store that differs per engine."""

import asyncio

from graph.engine.store import Store


async def make(store: Store, name: str, label: str, properties: list[str]) -> None:
    """The index `name` on these properties of a label, with Dutch stemming, unless it is there."""
    if store.embedded is not None:
        await asyncio.to_thread(store.embedded.fulltext, name, label, properties)
        return
    columns = ", ".join(f"n.`{each}`" for each in properties)
    await store.schema(
        f"CREATE FULLTEXT INDEX `{name}` IF NOT EXISTS FOR (n:`{label}`) ON EACH [{columns}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'dutch'}}"
    )
    # Neo4j fills an index behind our back; the embedded engine has it filled when the command returns.
    await store.rows("CALL db.awaitIndexes(300)", {}, timeout=310)
