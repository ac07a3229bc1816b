"""Paths: shortest first, over relationships that mean something, with the passages behind each step."""

from collections.abc import Iterable
from contextlib import suppress

import pytest

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
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
        await tied(run, TIES)

    await store.write(work)
    with suppress(paths.TooFar):  # an engine that just started takes longer to plan than a search may last
        await paths.find(store, "gemeente:a", "gemeente:b")
    return store


async def tied(run: Run, ties: Iterable[tuple[str, str, str, list[str]]]) -> None:
    for source, kind, target, facts in ties:
        await run(
            f"MATCH (a:Entiteit {{id: $a}}) MATCH (b:Entiteit {{id: $b}}) CREATE (a)-[:{kind} {{feiten: $facts}}]->(b)",
            {"a": source, "b": target, "facts": facts},
        )


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


LACKING = (
    ("Toepassing", "toepassing:x", "A-dorp past Geheim toe", "GEPUBLICEERD"),
    ("Oplossing", "oplossing:x", "Geheim", "CONCEPT"),
    ("Persoon", "persoon:p", "Piet Pas", "GEPUBLICEERD"),
)
LACKING_TIES = (
    ("gemeente:a", "PAST_TOE", "toepassing:x", []),
    ("toepassing:x", "VAN", "oplossing:x", []),
    ("persoon:p", "CONTACT_VOOR", "toepassing:x", []),
    ("persoon:p", "WERKT_BIJ", "gemeente:b", ["feit:2"]),
)


@pytest.fixture
async def lacking(linked: Store) -> Store:
    """The shortest way from the gemeente to the person leads over what it does with something that is hidden."""

    async def work(run: Run) -> None:
        for label, key, name, status in LACKING:
            await run(
                f"CREATE (:Entiteit:{label} {{id: $key, weergavenaam: $name, volgorde: $name + $key, "
                "publicatieStatus: $status})",
                {"key": key, "name": name, "status": status},
            )
        await run(
            "CREATE (:Feit {id: 'feit:2', onderwerp: 'persoon:p', voorwerp: 'toepassing:x'})"
            "-[:BLIJKT_UIT]->(:Passage {id: 'vermelding:2'})", {}
        )  # fmt: skip
        await tied(run, LACKING_TIES)

    await linked.write(work)
    return linked


async def test_no_path_leads_over_what_cannot_do_without_something_hidden(lacking: Store) -> None:
    """Hidden is as if it was never there: then the next shortest way is the shortest."""
    (path,) = await paths.find(lacking, "gemeente:a", "persoon:p")
    assert path.uitleg == (
        "Buurtkamer is ontwikkeld door A-dorp. Buurtkamer is een oplossing voor Eenzaamheid. "
        "B-stad ervaart Eenzaamheid. Piet Pas werkt bij B-stad."
    )
    assert [step.vermeldingen for step in path.stappen] == [("vermelding:1",), (), (), ()], (
        "nor is a fact told that names it"
    )
    inside = await paths.find(lacking, "gemeente:a", "persoon:p", viewer=Viewer(Rol.ANALIST))
    over = "A-dorp past Geheim toe. Piet Pas is contact voor A-dorp past Geheim toe."
    assert [each.uitleg for each in inside] == [over]


async def test_no_path_leads_over_something_hidden(lacking: Store) -> None:
    await lacking.write(
        lambda run: run("MATCH (n:Entiteit {id: 'toepassing:x'}) SET n.publicatieStatus = 'CONCEPT'", {})
    )
    (path,) = await paths.find(lacking, "gemeente:a", "persoon:p")
    assert [step.soort for step in path.stappen] == ["ONTWIKKELD_DOOR", "LOST_OP", "ERVAART", "WERKT_BIJ"]


async def test_a_given_way_over_what_lacks_something_hidden_has_no_path(lacking: Store) -> None:
    chain = ("gemeente:a", "toepassing:x", "persoon:p")
    assert await paths.along(lacking, [chain]) == {}
    assert list(await paths.along(lacking, [chain], Viewer(Rol.PROGRAMMABUREAU))) == [chain]
