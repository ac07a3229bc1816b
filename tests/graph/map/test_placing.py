"""What the map says of subjects: what lies under them, who is beside them, how often they were asked about."""

from typing import Any

import pytest

from graph.domain.vocabulary import Domein
from graph.engine.store import Run, Store
from graph.map.placing import in_full, places
from graph.search import unanswered
from graph.search.find import OPENBAAR
from tests.graph.shelf import edge_row, node_row, put, put_on_shelf

pytestmark = pytest.mark.anyio

SUBJECTS: list[dict[str, Any]] = [
    {"id": "onderwerp:geld", "naam": "Geld", "domein": "SOCIAAL"},
    {"id": "onderwerp:schulden", "naam": "Schulden", "domein": "SOCIAAL"},
    {
        "id": "onderwerp:toeslagen",
        "naam": "Toeslagen",
        "domein": "RAND",
        "aanbieders": ["Rijk"],
        "verwijs": "het loket",
    },
    {"id": "onderwerp:norm", "naam": "Kostendelersnorm", "domein": "SOCIAAL"},
    {"id": "onderwerp:geheim", "naam": "Geheim", "domein": "BUITEN", "publicatieStatus": "CONCEPT"},
]
ABOVE = [("onderwerp:schulden", "onderwerp:geld"), ("onderwerp:toeslagen", "onderwerp:geld"),
         ("onderwerp:norm", "onderwerp:geld")]  # fmt: skip
UNDER = [("oplossing:fonds", "onderwerp:schulden"), ("oplossing:afkopen", "onderwerp:schulden"),
         ("oplossing:geheim", "onderwerp:schulden"), ("oplossing:norm", "onderwerp:norm"),
         ("oplossing:fonds", "onderwerp:geld")]  # fmt: skip


async def put_map(store: Store) -> None:
    await put_on_shelf(store)
    edges = [edge_row(a, "HOORT_ONDER", b) for a, b in ABOVE] + [edge_row(a, "BETREFT", b) for a, b in UNDER]
    await put(store, [node_row("Onderwerp", each) for each in SUBJECTS], edges)


async def test_only_what_may_be_seen_and_is_still_used_lies_under_a_subject_and_each_counts_once(store: Store) -> None:
    await put_map(store)
    found = await places(store, [each["id"] for each in SUBJECTS], OPENBAAR)
    assert {key: plek.oplossingen for key, plek in found.items()} == {
        "onderwerp:geld": 2, "onderwerp:schulden": 2, "onderwerp:toeslagen": 0, "onderwerp:norm": 0,
    }  # fmt: skip

    async def publish(run: Run) -> None:
        await run("MATCH (n:Entiteit {id: 'oplossing:geheim'}) SET n.publicatieStatus = 'GEPUBLICEERD'", {})

    await store.write(publish)
    assert (await places(store, ["onderwerp:schulden"], OPENBAAR))["onderwerp:schulden"].oplossingen == 3


async def test_neighbours_are_those_above_or_beside_with_something_on_the_shelf(store: Store) -> None:
    await put_map(store)
    found = await places(store, ["onderwerp:toeslagen"], OPENBAAR)
    plek = await in_full(store, found["onderwerp:toeslagen"], OPENBAAR)
    assert set(plek.buren) == {"onderwerp:geld", "onderwerp:schulden"}
    assert (plek.domein, plek.aanbieders, plek.verwijs) == (Domein.RAND, ("Rijk",), "het loket")


async def test_it_knows_how_often_was_asked_in_vain(store: Store) -> None:
    await put_map(store)

    for text in ("wanneer komt mijn toeslag", "toeslag te laat", "wanneer komt mijn toeslag"):
        await unanswered.keep(store, text, None, None, "2026-11-02", "onderwerp:toeslagen")
    assert {vraag.onderwerp for vraag in (await unanswered.kept(store)).vragen} == {"Toeslagen"}
    found = await places(store, ["onderwerp:toeslagen", "onderwerp:norm"], OPENBAAR)
    full = {key: await in_full(store, plek, OPENBAAR) for key, plek in found.items()}
    assert [full[key].gevraagd for key in ("onderwerp:toeslagen", "onderwerp:norm")] == [3, 0]


async def test_nothing_is_asked_without_subjects(store: Store) -> None:
    assert await places(store, [], OPENBAAR) == {}


async def test_what_was_overtaken_lies_there_still_where_nothing_else_does(store: Store) -> None:
    await put_map(store)
    found = await places(store, [each["id"] for each in SUBJECTS], OPENBAAR)
    gone = {key: (await in_full(store, plek, OPENBAAR)).uitgefaseerd for key, plek in found.items()}
    assert gone == {
        "onderwerp:geld": (), "onderwerp:schulden": (), "onderwerp:toeslagen": (),
        "onderwerp:norm": ("oplossing:norm",),
    }  # fmt: skip
