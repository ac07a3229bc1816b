"""Every constraint and index follows from the declaration, and may be made again at each start."""

import pytest

from graph.cypher.rows import NodeRow, merge_nodes
from graph.domain.provenance import MODEL
from graph.engine.store import Run, Store
from graph.errors import GraphError
from graph.upkeep.constraints import commands, ensure


def test_one_unique_id_for_all_things_and_one_for_each_kind_of_provenance() -> None:
    unique = [c for c in commands(MODEL) if "IS UNIQUE" in c]
    assert unique == [
        "CREATE CONSTRAINT entiteit_id IF NOT EXISTS FOR (n:Entiteit) REQUIRE n.id IS UNIQUE",
        *(
            f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
            for label in ("Document", "Passage", "Feit", "Lading", "Wijziging", "Meta", "Alias", "Herhaling")
        ),
        "CREATE CONSTRAINT gemeente_code IF NOT EXISTS FOR (n:Gemeente) REQUIRE n.code IS UNIQUE",
    ]


def test_what_is_sorted_or_filtered_often_has_an_index() -> None:
    made = [c for c in commands(MODEL) if "CREATE INDEX" in c]
    assert "CREATE INDEX gemeente_inwoners IF NOT EXISTS FOR (n:Gemeente) ON (n.inwoners)" in made
    assert "CREATE INDEX oplossing_rijpheid_rang IF NOT EXISTS FOR (n:Oplossing) ON (n.rijpheidRang)" in made
    for node in MODEL.entities:
        assert any(f"(n:{node.label}) ON (n.volgorde)" in c for c in made)
        assert any(f"(n:{node.label}) ON (n.naamPlat)" in c for c in made)
    assert len(set(made)) == len(made)
    assert not any("(n.code)" in c for c in made)  # the constraint is an index already


@pytest.mark.anyio
async def test_they_can_be_made_again_and_they_hold(store: Store) -> None:
    await ensure(store, MODEL)
    await ensure(store, MODEL)
    indexes = await store.rows("SHOW INDEXES YIELD name RETURN name", {})
    assert len(indexes) >= len(commands(MODEL))
    town = MODEL.nodes["Gemeente"]

    async def twins(run: Run) -> None:
        for key in ("gemeente:a", "gemeente:b"):
            await merge_nodes(run, [NodeRow(town, key, {"id": key, "code": "GM9001"})])

    with pytest.raises(GraphError):
        await store.write(twins)
    assert await store.rows("MATCH (n) RETURN count(n)", {}) == [[0]]


@pytest.mark.anyio
async def test_dutch_words_are_found_by_their_stem_in_the_full_text(store: Store) -> None:
    await ensure(store, MODEL)
    theme = NodeRow(MODEL.nodes["Thema"], "thema:x", {"id": "thema:x", "zoektekst": "jongeren met schulden"})

    async def work(run: Run) -> None:
        await merge_nodes(run, [theme])

    await store.write(work)
    text = "CALL db.index.fulltext.queryNodes('entiteit_tekst', $q) YIELD node, score RETURN node.id"
    assert await store.rows(text, {"q": "schuld"}) == [["thema:x"]]
    assert await store.rows(text, {"q": "woning"}) == []
