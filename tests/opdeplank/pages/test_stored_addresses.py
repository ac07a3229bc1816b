"""An address that is none and that an older version stored: nothing that the service says shows it."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from graph.contents import evidence
from graph.engine.store import Run, Store
from opdeplank.app import app
from opdeplank.graph.database import prepare
from opdeplank.settings.table import Settings
from tests.loaders.papers import SOLUTION, base, load, write

pytestmark = pytest.mark.anyio
PATHS = ("/oplossing/eenloket-nandu", "/thema/schulden", "/gemeente/GM9001", "/knelpunt/wachten")
RUNS = "javascript:alert(1)"
STORED = """
MATCH (g:Gemeente {id: 'gemeente:gm9001'}), (t:Thema {id: 'thema:schulden'}),
      (o:Organisatie {id: 'organisatie:koepel'}), (s:Oplossing {id: 'oplossing:eenloket-nandu'})
SET g.tooi = $url, t.toplijst = $url, o.website = $url, s.materialen = s.materialen + $records
"""
GRAPHQL = """{
  gemeente(sleutel: {code: "GM9001"}) { naam tooi }
  themas { nodes { naam toplijst } }
  organisaties { nodes { naam website } }
  oplossing(sleutel: {slug: "eenloket-nandu"}) {
    materialen { titel url }
    herkomst(first: 20) { nodes { bron { titel url } } }
  }
  stuk: oplossing(sleutel: {slug: "eenloket-nandu"}) { materialen { titel } }
}"""


@pytest.fixture
async def plank(store: Store, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    await prepare(store)

    async def spoil(run: Run) -> None:
        await run(STORED, {"url": RUNS, "records": [f'{{"titel":"Fout","url":"{RUNS}","soort":"folder"}}']})
        await run("MATCH (d:Document) SET d.url = $url", {"url": RUNS})

    await store.write(spoil)
    transport = httpx.ASGITransport(app(store, Settings()))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as found:
        yield found


async def test_not_in_graphql(plank: httpx.AsyncClient) -> None:
    data = (await plank.post("/graphql", json={"query": GRAPHQL})).json()["data"]
    assert data["gemeente"] == {"naam": "Waterdam", "tooi": None}
    assert data["themas"]["nodes"] == [{"naam": "Schulden", "toplijst": None}]
    assert {each["website"] for each in data["organisaties"]["nodes"]} == {None}
    assert data["oplossing"]["materialen"] == [{"titel": "Handleiding", "url": "https://voorbeeld.test/h.pdf"}]
    assert data["stuk"]["materialen"] == [{"titel": "Handleiding"}]
    assert {each["bron"]["url"] for each in data["oplossing"]["herkomst"]["nodes"]} == {None}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader still uses it
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("kind", ["text/html", "application/ld+json", "text/turtle"])
async def test_not_on_a_page_and_not_in_linked_data(plank: httpx.AsyncClient, path: str, kind: str) -> None:
    reply = await plank.get(path, headers={"Accept": kind})
    assert reply.status_code == 200
    assert "javascript" not in reply.text
    assert reply.headers["content-type"].startswith(kind)


@pytest.mark.usefixtures("plank")
async def test_not_behind_a_fact(store: Store) -> None:
    rows = await store.rows("MATCH (f:Feit) RETURN f.id", {})
    proven = await evidence.facts(store.rows, [row[0] for row in rows])
    assert {quote.url for each in proven.values() for quote in each.quotes} == {None}
