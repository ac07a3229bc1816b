"""The graph that the settings point at: the embedded one in its data folder, or a Neo4j."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from graph.domain.provenance import MODEL
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from graph.errors import StoreLocked
from graph.upkeep import constraints, migrations, reindex
from opdeplank.graph import running
from opdeplank.graph.visiting import Visiting, visit
from opdeplank.settings.table import Settings

EMBEDDED_COMFORT = 50_000
"""Things. ArcadeDB reads a whole type for each list: from here on a page takes longer than 30 ms (bench.kromme)."""
UNHURRIED = 30.0
"""Seconds of silence before a command gives a database up, and a service that still starts: a cold one with a large
graph may take long for its first answers."""


def outgrown(engine: str, things: int) -> str | None:
    """What to say when the graph has become too large for the embedded engine."""
    if engine != "arcadedb" or things <= EMBEDDED_COMFORT:
        return None
    return f"Let op: met meer dan {EMBEDDED_COMFORT} dingen is een Neo4j sneller (OPDEPLANK_NEO4J_URI)."


@asynccontextmanager
async def open_graph(settings: Settings, roomy: bool = False) -> AsyncIterator[Store]:
    """The store for a command: its own, or else that of the service that has the folder open. A command that needs the
    present version calls `prepare`. `roomy` for one that loads much."""
    async with AsyncExitStack() as stack:
        try:
            store = await stack.enter_async_context(own_graph(settings, roomy))
        except StoreLocked as locked:
            store = await stack.enter_async_context(visit(settings, locked))
        yield store


@asynccontextmanager
async def own_graph(settings: Settings, roomy: bool = False) -> AsyncIterator[Store]:
    """The store as it is, for this process alone when it is embedded. Raises StoreLocked when another has it."""
    if settings.neo4j_uri:
        store = await Store.open(
            settings.neo4j_uri,
            settings.neo4j_gebruiker or None,
            settings.password() or None,
            settings.neo4j_database or None,
            settings.grens_tijd,
        )
        store.pulse.patience = max(settings.grens_stilte, UNHURRIED)
        async with store:
            yield store
        return
    with Embedded(settings.data, settings.grens_tijd, roomy) as engine:
        running.remove(engine.pad)  # of a service that was killed: the folder is ours now
        async with await Store.open_embedded(engine, settings.grens_tijd) as store:
            yield store


def hurry(store: Store, settings: Settings) -> None:
    """From now on somebody waits for an answer: a database elsewhere that says nothing is given up that much sooner."""
    if settings.neo4j_uri:
        store.pulse.patience = settings.grens_stilte


async def prepare(store: Store) -> None:
    """Bring the store to the version of this program, with every index, constraint and word form of the model. The
    store of a service that runs is."""
    if isinstance(store, Visiting):
        return
    await migrations.migrate(store)
    await constraints.ensure(store, MODEL)
    await reindex.ensure(store, MODEL)
