import pytest

from opdeplank.graph.database import EMBEDDED_COMFORT, UNHURRIED, hurry, open_graph, outgrown, prepare
from opdeplank.settings.table import Settings
from tests.engines import Neo4j


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


@pytest.mark.anyio
async def test_a_cold_database_is_waited_for_until_the_service_serves(neo4j: Neo4j) -> None:
    settings = Settings(neo4j_uri=neo4j.uri)
    async with open_graph(settings) as store:
        assert store.pulse.patience == UNHURRIED
        hurry(store, settings)
        assert store.pulse.patience == settings.grens_stilte
