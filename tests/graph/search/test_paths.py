"""Paths: shortest first, over relationships that mean something, with the passages behind each step."""

import pytest

from graph.engine.store import Run, Store
from graph.errors import NotFound
from graph.search import paths

pytestmark = pytest.mark.anyio

GRAPH = """
UNWIND [['gemeente:a', 'A-dorp'], ['oplossing:o', 'Buurtkamer'], ['knelpunt:k', 'Eenzaamheid'], ['thema:t', 'Meedoen'],
        ['gemeente:b', 'B-stad'], ['gemeente:c', 'C-dam']] AS x
CREATE (:Entiteit {id: x[0], weergavenaam: x[1], volgorde: x[1] + x[0]})
"""
TIES = (
    ("oplossing:o", "ONTWIKKELD_DOOR", "gemeente:a", ["feit:1"]),
    ("oplossing:o", "LOST_OP", "knelpunt:k", []),
    ("gemeente:b", "ERVAART", "knelpunt:k", []),
    ("oplossing:o", "GAAT_OVER", "thema:t", []),
    ("knelpunt:k", "GAAT_OVER", "thema:t", []),
    ("gemeente:c", "OPGEGAAN_IN", "gemeente:a", []),
)


@pytest.fixture
async def linked(store: Store) -> Store:
    async def work(run: Run) -> None:
        await run(GRAPH, {})
        await run("MATCH (n:Entiteit) SET n.publicatieStatus = 'GEPUBLICEERD'", {})
        await run("CREATE (:Feit {id: 'feit:1'})-[:BLIJKT_UIT]->(:Passage {id: 'vermelding:1'})", {})
        for source, kind, target, facts in TIES:
            await run(
                "MATCH (a:Entiteit {id: $a}) MATCH (b:Entiteit {id: $b}) "
                f"CREATE (a)-[:{kind} {{feiten: $facts}}]->(b)",
                {"a": source, "b": target, "facts": facts},
            )

    await store.write(work)
    return store


async def test_the_shortest_path_is_told_in_sentences_with_its_evidence(linked: Store) -> None:
    (path,) = await paths.find(linked, "gemeente:a", "gemeente:b")
    assert path.uitleg == (
        "Buurtkamer is ontwikkeld door A-dorp. Buurtkamer is een oplossing voor Eenzaamheid. "
        "B-stad ervaart Eenzaamheid."
    )
    assert [(s.soort, s.voorwaarts) for s in path.stappen] == [
        ("ONTWIKKELD_DOOR", False), ("LOST_OP", True), ("ERVAART", False),
    ]  # fmt: skip
    assert path.stappen[0].vermeldingen == ("vermelding:1",)


async def test_only_the_asked_relationships_are_followed(linked: Store) -> None:
    (path,) = await paths.find(linked, "gemeente:a", "knelpunt:k", via=["ONTWIKKELD_DOOR", "GAAT_OVER"])
    assert [s.soort for s in path.stappen] == ["ONTWIKKELD_DOOR", "GAAT_OVER", "GAAT_OVER"]


async def test_relationships_outside_the_list_and_beyond_the_length_give_no_path(linked: Store) -> None:
    assert await paths.find(linked, "gemeente:c", "gemeente:a") == []
    assert await paths.find(linked, "gemeente:a", "gemeente:b", within=(2, 3)) == []
    assert await paths.find(linked, "gemeente:a", "gemeente:a") == []


@pytest.mark.parametrize("pair", [("gemeente:x", "gemeente:a"), ("gemeente:a", "gemeente:x")])
async def test_an_unknown_end_is_named(linked: Store, pair: tuple[str, str]) -> None:
    with pytest.raises(NotFound, match="gemeente:x"):
        await paths.find(linked, *pair)


async def test_along_given_things_each_step_has_its_evidence_and_a_gap_gives_no_path(linked: Store) -> None:
    whole, gap = ("gemeente:a", "oplossing:o", "knelpunt:k"), ("gemeente:a", "knelpunt:k")
    found = await paths.along(linked, [whole, gap, (), whole])
    assert list(found) == [whole]
    assert found[whole].uitleg == "Buurtkamer is ontwikkeld door A-dorp. Buurtkamer is een oplossing voor Eenzaamheid."
    assert [s.vermeldingen for s in found[whole].stappen] == [("vermelding:1",), ()]
    assert await paths.along(linked, [()]) == {}
