"""The statements that write, and what follows from the properties that were written."""

import pytest

from graph.cypher.rows import (
    EdgeRow,
    NodeRow,
    composed_name,
    derived,
    derived_edge,
    edge_statement,
    merge_edges,
    merge_nodes,
    node_statements,
    rank,
    stored,
    with_defaults,
)
from graph.domain import declaration
from graph.domain.provenance import MODEL
from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.engine.store import Run, Store
from graph.errors import GraphError
from graph.upkeep.constraints import ensure

NODES, EDGES = MODEL.nodes, MODEL.relationships


def test_a_node_is_found_by_its_first_label_and_made_with_all_of_them() -> None:
    assert node_statements(NODES["Gemeente"]) == (
        "UNWIND $rows AS row MATCH (n:Entiteit {id: row.id}) USING INDEX n:Entiteit(id) SET n += row.p",
        "UNWIND $rows AS row OPTIONAL MATCH (m:Entiteit {id: row.id}) USING INDEX m:Entiteit(id) "
        "WITH row, m WHERE m IS NULL "
        "CREATE (n:Entiteit:Partij:Gemeente {id: row.id}) SET n += row.p",
    )


def test_a_relationship_is_found_by_its_ends_and_its_own_id() -> None:
    assert edge_statement(MODEL, EDGES["WERKT_BIJ"]) == (
        "UNWIND $rows AS row MATCH (a:Entiteit {id: row.a}) USING INDEX a:Entiteit(id) "
        "MATCH (b:Entiteit {id: row.b}) USING INDEX b:Entiteit(id) "
        "MERGE (a)-[r:WERKT_BIJ {id: row.id}]->(b) SET r += row.p RETURN count(r)"
    )
    proof = edge_statement(MODEL, EDGES["BLIJKT_UIT"])
    assert "MATCH (a:Feit {id: row.a}) USING INDEX a:Feit(id) MATCH (b:Passage {id: row.b})" in proof


def test_the_rungs_of_a_ladder_are_its_order_and_what_is_out_of_use_is_below_it() -> None:
    assert [rank(m) for m in Rijpheid] == [0, 1, 2, 3, 4, 5, -1]
    assert [rank(m) for m in Bewijsniveau] == [0, 1, 2, 3, 4, 5]


def test_what_the_source_leaves_open_is_empty_or_claims_least() -> None:
    made = with_defaults(NODES["Oplossing"], {"id": "oplossing:x", "titel": "X", "rijpheid": "PILOT"})
    assert (made["rijpheid"], made["bewijs"], made["publicatieStatus"]) == ("PILOT", "NIET_BEOORDEELD", "GEPUBLICEERD")
    assert (made["synoniemen"], made["benodigd"], made["materialen"]) == ([], [], [])
    assert "samenvatting" not in made
    assert "doorlooptijdWeken" not in made


def test_every_type_gets_a_name_a_place_in_the_order_and_a_text_to_search() -> None:
    for node in MODEL.entities:
        values = {"id": f"{node.prefix}:x"} | ({node.naming.name: "Één Naam"} if node.naming else {})
        made = derived(node, values, None if node.naming else "Één Naam")
        assert made["weergavenaam"] == "Één Naam"
        assert made["volgorde"].endswith(f"\t{node.prefix}:x")
        assert made["naamPlat"] == "een naam"
        assert made["zoektekst"] == ("Één Naam" if node.naming else "")


def test_a_person_is_ordered_by_surname_and_a_party_says_what_it_is() -> None:
    person = derived(NODES["Persoon"], {"id": "persoon:lisette-de-bie", "naam": "Lisette de Bie"})
    assert person["volgorde"] == "bie lisette de\tpersoon:lisette-de-bie"
    kinds = {name: derived(NODES[name], {"id": "x", "naam": "X"}).get("soort") for name in domain_parties()}
    assert kinds == {"Gemeente": "gemeente", "Departement": "departement", "Organisatie": None}
    said = {"id": "x", "naam": "X", "soortOrganisatie": "vereniging"}
    assert derived(NODES["Organisatie"], said)["soort"] == "vereniging"


def domain_parties() -> list[str]:
    return [cls.__name__ for cls in declaration.PARTIJ]


def test_the_search_text_holds_what_the_marks_say() -> None:
    values = {"id": "x", "titel": "T", "samenvatting": "S", "synoniemen": ["A", "B"], "licentie": "L"}
    assert derived(NODES["Oplossing"], values)["zoektekst"] == "T\nS\nA\nB"


def test_provenance_gets_nothing_that_only_things_have() -> None:
    assert derived(NODES["Feit"], {"id": "feit:x"}) == {}


def test_a_thing_without_a_name_is_named_by_its_ends() -> None:
    assert composed_name(NODES["Toepassing"], {"gemeente": "Almere", "oplossing": "JPF"}) == "Almere past JPF toe"
    assert composed_name(NODES["Toepassing"], {"gemeente": "Almere"}) == "Almere past ? toe"
    assert composed_name(NODES["Oplossing"], {}) is None


def test_text_that_is_filtered_on_is_folded_on_a_relationship_too() -> None:
    assert derived_edge(EDGES["WERKT_BIJ"], {"functie": "Directeur Één"}) == {"functiePlat": "directeur een"}
    assert derived_edge(EDGES["WERKT_BIJ"], {"van": "2018-01-01"}) == {}
    assert derived_edge(EDGES["ERVAART"], {"ernst": 3}) == {}


def test_records_are_kept_as_json_text() -> None:
    materials = NODES["Oplossing"].properties["materialen"]
    assert stored(materials, [{"titel": "Één", "url": "u"}]) == ['{"titel":"Één","url":"u"}']
    assert stored(NODES["Oplossing"].properties["titel"], "X") == "X"


@pytest.mark.anyio
async def test_rows_are_written_and_written_again_without_doubling(store: Store) -> None:
    await ensure(store, MODEL)
    towns = [
        NodeRow(NODES["Gemeente"], f"gemeente:gm{i}", {"id": f"gemeente:gm{i}", "naam": f"G{i}"}) for i in range(5)
    ]
    wet = NodeRow(NODES["Wet"], "wet:x", {"id": "wet:x", "naam": "X"})
    ties = [
        EdgeRow(EDGES["HOORT_BIJ"], towns[i].id, towns[0].id, f"feit:{i}", {"id": f"feit:{i}"}) for i in range(1, 5)
    ]

    async def work(run: Run) -> None:
        await merge_nodes(run, [*towns, wet])
        await merge_edges(run, MODEL, ties)

    await store.write(work)
    await store.write(work)
    await store.write(lambda run: merge_nodes(run, [wet, NodeRow(wet.type, wet.id, {"naam": "Y"})]))
    assert await store.rows("MATCH (n:Wet) RETURN n.id, n.naam", {}) == [["wet:x", "Y"]]
    assert await store.rows("MATCH (n:Entiteit) RETURN count(n), count(DISTINCT n.id)", {}) == [[6, 6]]
    assert await store.rows("MATCH (n:Partij)-[r:HOORT_BIJ]->() RETURN count(r)", {}) == [[4]]


@pytest.mark.anyio
async def test_a_relationship_without_an_end_fails_the_whole_write(store: Store) -> None:
    await ensure(store, MODEL)
    town = NodeRow(NODES["Gemeente"], "gemeente:gm1", {"id": "gemeente:gm1"})

    async def work(run: Run) -> None:
        await merge_nodes(run, [town])
        await merge_edges(run, MODEL, [EdgeRow(EDGES["HOORT_BIJ"], town.id, "gemeente:weg", "feit:1", {})])

    with pytest.raises(GraphError, match="HOORT_BIJ"):
        await store.write(work)
    assert await store.rows("MATCH (n) RETURN count(n)", {}) == [[0]]
