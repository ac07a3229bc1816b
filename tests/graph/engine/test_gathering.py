"""Statements that wait are sent as one, in their order; what was foreseen is not asked again."""

import pytest

from graph.contents import existing
from graph.contents.foreseen import foresee
from graph.cypher.rows import EdgeRow, NodeRow, create_edges, create_nodes
from graph.domain.provenance import MODEL
from graph.engine.gathering import Gathering
from graph.engine.store import Run, Store
from graph.errors import GraphError
from graph.upkeep.constraints import ensure

pytestmark = pytest.mark.anyio
DOCUMENT, LOAD = MODEL.nodes["Bron"], MODEL.nodes["Lading"]
TIE = MODEL.relationships["GELADEN_MET"]


def rows() -> tuple[list[NodeRow], EdgeRow]:
    nodes = [NodeRow(DOCUMENT, "bron:a", {"id": "bron:a", "titel": "A"}), NodeRow(LOAD, "lading:l", {"id": "lading:l"})]
    return nodes, EdgeRow(TIE, "bron:a", "lading:l", "r", {"id": "r"})


def noting(run: Run, sent: list[str]) -> Gathering:
    """A gathering that writes down in `sent` what goes to the database."""

    async def noted(text: str, given: object = None) -> object:
        sent.append(text)
        return await run(text, given)

    return Gathering(noted)  # type: ignore[arg-type]


async def test_what_waits_goes_as_one_statement_and_later_parts_see_earlier_ones(store: Store) -> None:
    await ensure(store, MODEL)
    nodes, edge = rows()
    sent: list[str] = []

    async def work(run: Run) -> None:
        gathering = noting(run, sent)
        await create_nodes(gathering, nodes)
        await create_edges(gathering, MODEL, [edge])
        assert sent == []
        await gathering.send()

    await store.write(work)
    assert len(sent) == 1
    tied = "MATCH (:Document {titel: 'A'})-[r:GELADEN_MET]->(:Lading) RETURN r.id"
    assert await store.rows(tied, {}) == [["r"]]


async def test_a_question_goes_along_with_what_waits_and_sees_it(store: Store) -> None:
    await ensure(store, MODEL)
    nodes, edge = rows()
    asks = "RETURN COLLECT { MATCH (d:Document {id: $p0})-[:GELADEN_MET]->(l) RETURN [d.titel, l.id] } AS c0, $p1 AS c1"
    sent: list[str] = []

    async def work(run: Run) -> list[list[object]]:
        gathering = noting(run, sent)
        await create_nodes(gathering, nodes)
        await create_edges(gathering, MODEL, [edge])
        found = await gathering(asks, {"p0": "bron:a", "p1": 7})
        assert await gathering(asks, {"p0": "bron:a", "p1": 7}) == found, "with nothing that waits it goes alone"
        return found

    assert await store.write(work) == [[[["A", "lading:l"]], 7]]
    assert len(sent) == 2


async def test_a_relationship_without_an_end_is_refused_here_too(store: Store) -> None:
    await ensure(store, MODEL)
    _, edge = rows()

    async def work(run: Run) -> None:
        gathering = Gathering(run)
        await create_edges(gathering, MODEL, [edge])
        await gathering.send()

    with pytest.raises(GraphError, match="mist een begin of eind"):
        await store.write(work)


async def test_what_was_foreseen_is_not_asked_again(store: Store) -> None:
    await ensure(store, MODEL)
    nodes, edge = rows()

    async def make(run: Run) -> None:
        await create_nodes(run, nodes)
        await create_edges(run, MODEL, [edge])

    await store.write(make)
    asked: list[str] = []

    async def noting(text: str, given: object = None) -> object:
        asked.append(text)
        return await store.rows(text, given or {})  # type: ignore[arg-type]

    gathering = Gathering(noting)  # type: ignore[arg-type]
    unknown = NodeRow(DOCUMENT, "bron:b", {})
    await foresee(gathering, MODEL, [*nodes, unknown], [edge])
    assert len(asked) == 1
    found = await existing.nodes(gathering, DOCUMENT, ["bron:a", "bron:b"])
    assert {key: values["titel"] for key, values in found.items()} == {"bron:a": "A"}
    assert [*await existing.edges_of(gathering, MODEL, [edge])] == [("GELADEN_MET", "r")]
    assert len(asked) == 1
    await existing.nodes(gathering, DOCUMENT, ["bron:c"])
    assert len(asked) == 2
