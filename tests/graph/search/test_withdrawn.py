import pytest

from graph.engine.store import Run, Store
from graph.search.withdrawn import Withdrawn, withdrawn

pytestmark = pytest.mark.anyio


async def test_of_what_is_withdrawn_only_the_reason_and_what_replaced_it_are_told(store: Store) -> None:
    async def fill(run: Run) -> None:
        for key, status, reason, instead in (
            ("oplossing:oud", "INGETROKKEN", "Het bestaat niet meer.", "oplossing:nieuw"),
            ("oplossing:nieuw", "GEPUBLICEERD", None, None),
            ("oplossing:stil", "INGETROKKEN", None, "oplossing:ontwerp"),
            ("oplossing:ontwerp", "CONCEPT", None, None),
        ):
            await run(
                "CREATE (:Entiteit:Oplossing {id: $id, publicatieStatus: $status, publicatieReden: $reden, "
                "vervangenDoor: $instead})",
                {"id": key, "status": status, "reden": reason, "instead": instead},
            )

        for number, kind in enumerate(("INGETROKKEN", "GEPUBLICEERD", "INGETROKKEN", "BIJGEWERKT")):
            await run(
                "CREATE (:Wijziging {id: $op, ding: 'oplossing:oud', soort: $kind, plaats: $n, op: $op, "
                "rol: 'PROGRAMMABUREAU'})",
                {"kind": kind, "n": number, "op": f"2026-01-0{number + 1}T00:00:00.000Z"},
            )

    await store.write(fill)
    told = await withdrawn(store.rows, "oplossing:oud")
    assert told == Withdrawn(
        "Het bestaat niet meer.", "oplossing:nieuw", "2026-01-03T00:00:00.000Z", "PROGRAMMABUREAU"
    )  # fmt: skip
    assert await withdrawn(store.rows, "oplossing:stil") == Withdrawn(None, None)
    assert await withdrawn(store.rows, "oplossing:nieuw") is None
    assert await withdrawn(store.rows, "oplossing:ontwerp") is None
    assert await withdrawn(store.rows, "oplossing:nergens") is None
