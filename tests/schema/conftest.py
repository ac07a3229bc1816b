"""The test world on both engines, and somebody who asks it questions."""

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.upkeep.constraints import ensure
from tests import world as worlds
from tests.asking import Asker
from tests.conftest import empty
from tests.plain.dump import Dump, read


@pytest.fixture(scope="session")
async def constrained(opened: Store) -> Store:
    await ensure(opened, MODEL)
    return opened


@pytest.fixture
async def world(constrained: Store) -> Store:
    """The engine with the world in it; filled again only when a test has emptied or changed the graph."""
    if not await constrained.write(worlds.stands):
        await empty(constrained)
        await constrained.write(worlds.fill)
    return constrained


@pytest.fixture
async def ask(world: Store) -> Asker:
    return Asker(world)


@pytest.fixture(scope="session")
def dumps() -> dict[str, Dump]:
    """The world as each engine tells it."""
    return {}


@pytest.fixture
async def dump(world: Store, dumps: dict[str, Dump]) -> Dump:
    if world.engine not in dumps:
        dumps[world.engine] = await read(world)
    return dumps[world.engine]
