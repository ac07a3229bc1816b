import pytest

from opdeplank.graph.database import EMBEDDED_COMFORT, open_graph, outgrown, prepare
from opdeplank.settings.table import Settings


def test_only_the_engine_that_comes_along_can_be_outgrown() -> None:
    assert outgrown("arcadedb", EMBEDDED_COMFORT) is None
    assert outgrown("neo4j", EMBEDDED_COMFORT + 1) is None
    assert "OPDEPLANK_NEO4J_URI" in (outgrown("arcadedb", EMBEDDED_COMFORT + 1) or "")


@pytest.mark.anyio
async def test_a_folder_that_is_not_there_becomes_a_graph_that_can_be_prepared_twice(tmp_path) -> None:  # type: ignore[no-untyped-def]
    async with open_graph(Settings(data=tmp_path / "nieuw")) as store:
        assert store.engine == "arcadedb"
        for _ in range(2):
            await prepare(store)
        [[number]] = await store.rows("MATCH (m:Meta {id: 'graaf'}) RETURN count(m)", {})
        assert number == 1
    assert (tmp_path / "nieuw").is_dir()
