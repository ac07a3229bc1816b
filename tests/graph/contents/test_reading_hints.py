import json

import pytest

from graph.contents import reading_hints
from graph.engine.store import Run, Store
from tests.graph.shelf import put_on_shelf

pytestmark = pytest.mark.anyio


async def test_provinces_are_those_that_are_known(store: Store) -> None:
    await put_on_shelf(store)
    found = dict(await reading_hints.provinces(store.rows))
    assert found["gemeente:gm0034"] == "Flevoland"


async def test_functions_are_those_that_have_not_ended(store: Store) -> None:
    await store.write(_people)
    assert await reading_hints.functions(store.rows) == [("persoon:a", "wethouder", "gemeente:gm0034")]


async def _people(run: Run) -> None:
    await run(
        "CREATE (o {id: 'gemeente:gm0034'}), (:Persoon {id: 'persoon:a'})-[:WERKT_BIJ {functie: 'wethouder'}]->(o), "
        "(:Persoon {id: 'persoon:b'})-[:WERKT_BIJ {functie: 'griffier', tot: '2020-01-01'}]->(o), "
        "(:Persoon {id: 'persoon:c'})-[:WERKT_BIJ]->(o)"
    )


async def test_what_a_person_decided_about_a_form_is_known_the_next_time(store: Store) -> None:
    said = [
        ("rol", "ja", True, {"organisatie_vorm": "de Kredietbank", "organisatie": "organisatie:kredietbank"}),
        ("rol", "ja", False, {"organisatie_vorm": "niet door een mens", "organisatie": "organisatie:b"}),
        ("rol", "nee", True, {"organisatie_vorm": "geweigerd", "organisatie": "organisatie:c"}),
        ("thema", "ja", True, {"vorm": "schuld", "id": "thema:schulden"}),
        ("thema", "ja", True, {"vorm": "x (niet genoemd)", "id": "thema:x"}),
    ]
    rows = [
        {"soort": soort, "besluit": besluit, "bevestigd": sure, "velden": json.dumps(velden)}
        for soort, besluit, sure, velden in said
    ]
    await store.write(lambda run: run(
        "UNWIND $rows AS row CREATE (:Feit {soort: row.soort, besluit: row.besluit, velden: row.velden})"
        "-[:BLIJKT_UIT]->(:Passage {bevestigd: row.bevestigd})", {"rows": rows},
    ))  # fmt: skip
    assert await reading_hints.decided_forms(store.rows) == [
        ("organisatie", "de Kredietbank", "organisatie:kredietbank"),
        ("thema", "schuld", "thema:schulden"),
    ]
