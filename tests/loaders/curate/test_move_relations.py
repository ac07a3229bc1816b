"""What hangs on a thing that becomes another, moved without losing or doubling anything."""

from typing import Any

import pytest

from graph.contents import attached
from graph.cypher.rows import EdgeRow
from graph.domain.provenance import MODEL
from graph.engine.store import Run, Store
from loaders.curate.move_relations import Moving, move
from loaders.load.difference import Difference
from loaders.load.plan import Hand
from tests.graph.shelf import node_row, put

pytestmark = pytest.mark.anyio

STAYS, GOES = "organisatie:koepel", "organisatie:de-koepel"
THINGS = [
    ("Organisatie", {"id": STAYS, "naam": "Koepel"}), ("Organisatie", {"id": GOES, "naam": "De Koepel"}),
    ("Oplossing", {"id": "oplossing:a", "titel": "A"}), ("Oplossing", {"id": "oplossing:b", "titel": "B"}),
    ("Wet", {"id": "wet:a", "naam": "Wet A"}), ("Departement", {"id": "departement:x", "naam": "X"}),
]  # fmt: skip


def tie(source: str, name: str, target: str, *facts: str) -> EdgeRow:
    key = f"{source}|{name}|{target}"
    return EdgeRow(MODEL.relationships[name], source, target, key, {"id": key, "feiten": list(facts)})


async def moved(store: Store, *ties: EdgeRow) -> Difference:
    await put(store, [node_row(kind, values) for kind, values in THINGS], list(ties))
    difference = Difference()
    hand = Hand("test", "2027-01-01T00:00:00+00:00")

    async def work(run: Run) -> None:
        await move(run, Moving(MODEL, difference, STAYS, (GOES,), "Koepel", hand))

    await store.write(work)
    return difference


def ends(edges: list[EdgeRow]) -> set[tuple[str, str, str]]:
    return {(edge.source, edge.type.name, edge.target) for edge in edges}


async def test_a_relation_of_the_other_becomes_one_of_the_survivor(store: Store) -> None:
    found = await moved(store, tie("oplossing:a", "ONTWIKKELD_DOOR", GOES, "f:1"))
    assert ends(found.gone) == {("oplossing:a", "ONTWIKKELD_DOOR", GOES)}
    [made] = found.edges
    assert ends([made]) == {("oplossing:a", "ONTWIKKELD_DOOR", STAYS)}
    assert made.properties["feiten"] == ["f:1"]


async def test_what_both_had_stands_once_on_all_that_it_rests_on(store: Store) -> None:
    found = await moved(
        store,
        tie("oplossing:a", "ONTWIKKELD_DOOR", STAYS, "f:1"), tie("oplossing:a", "ONTWIKKELD_DOOR", GOES, "f:2", "f:1"),
        tie("oplossing:b", "ONTWIKKELD_DOOR", STAYS, "f:3"),
    )  # fmt: skip
    made = [edge for edge in found.edges if edge.source == "oplossing:a"]
    assert sorted({fact for edge in made for fact in edge.properties["feiten"]}) == ["f:1", "f:2"]
    assert "oplossing:b" not in {edge.source for edge in found.edges}, "what did not change is not written"


async def test_nothing_hangs_on_itself(store: Store) -> None:
    found = await moved(store, tie(GOES, "HOORT_BIJ", STAYS, "f:1"))
    assert ends(found.gone) == {(GOES, "HOORT_BIJ", STAYS)}
    assert found.edges == []


async def test_what_went_can_be_put_back(store: Store) -> None:
    found = await moved(store, tie("oplossing:a", "ONTWIKKELD_DOOR", GOES, "f:1"))
    for edge in found.gone:
        assert found.before_edges[edge.type.name, edge.id] == edge
    left: list[Any] = await attached.edges(store.rows, MODEL, [GOES])
    assert ends(left) == ends(found.gone), "moving only says what changes; writing comes after"
