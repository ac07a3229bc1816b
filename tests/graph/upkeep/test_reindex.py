"""A graph written with an older stemmer gets the present word forms at start, and only then."""

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Run, Store
from graph.upkeep import migrations, reindex
from tests.graph.shelf import put_on_shelf

pytestmark = pytest.mark.anyio
FORMS = "MATCH (n:Entiteit) RETURN n.id, n.naamVormen, n.tekstVormen ORDER BY n.id"


async def test_forms_of_an_older_edition_are_worked_out_anew(store: Store) -> None:
    await migrations.migrate(store)
    await put_on_shelf(store)
    await reindex.ensure(store, MODEL)
    whole = await store.rows(FORMS, {})

    async def older(run: Run) -> None:
        await run("MATCH (n:Entiteit) REMOVE n.naamVormen SET n.tekstVormen = ' ooit '")
        await run("MATCH (m:Meta {id: 'graaf'}) SET m.woordvormen = 0")

    await store.write(older)
    await reindex.ensure(store, MODEL)
    assert await store.rows(FORMS, {}) == whole


async def test_forms_of_this_edition_are_left_alone(store: Store) -> None:
    await migrations.migrate(store)
    await reindex.ensure(store, MODEL)
    await put_on_shelf(store)

    async def other(run: Run) -> None:
        await run("MATCH (n:Thema) SET n.naamVormen = ' blijft '")

    await store.write(other)
    await reindex.ensure(store, MODEL)
    assert await store.rows("MATCH (n:Thema) RETURN DISTINCT n.naamVormen", {}) == [[" blijft "]]
