"""The page of what is hidden answers as if there was none; that of what is withdrawn says so, in every form."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from graph.domain.vocabulary import Rol
from graph.engine.store import Run, Store
from opdeplank.app import app
from opdeplank.graph.database import prepare
from opdeplank.graphql import registered
from opdeplank.keys.key import new
from opdeplank.keys.key_file import KeyFile
from opdeplank.settings.table import Settings
from tests.loaders.papers import SOLUTION, base, load, write

pytestmark = pytest.mark.anyio
PATH = "/oplossing/eenloket-nandu"
ID = "oplossing:eenloket-nandu"
TITLE, SLUG = "Éénloket Ñandu", "eenloket-nandu"
PLACES = (
    "/?vraag=mensen+wachten+te+lang",
    "/oplossing",
    "/knelpunt/wachten",
    "/thema/schulden",
    "/gemeente/GM9001",
    f"/verken?van={ID}",
    "/verken?van=thema:schulden",
    "/export/oplossingen.csv",
    "/export/oplossingen.ttl",
    '/reconcile?queries={"a":{"query":"Eenloket"}}',
    "/reconcile/suggest/entity?prefix=Eenloket",
    f"/reconcile/voorbeeld?id={ID}",
    f'/reconcile?extend={{"ids":["{ID}"],"properties":[{{"id":"titel"}}]}}',
    "/wijzigingen.atom",
)
"""Where its title stands while everybody may see it; an address that asks by its id may be repeated."""
KINDS = ("text/html", "application/ld+json", "text/turtle")


@pytest.fixture
async def plank(store: Store, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    await prepare(store)
    transport = httpx.ASGITransport(app(store, Settings()))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as found:
        yield found


async def put(store: Store, status: str, **said: str) -> None:
    async def work(run: Run) -> None:
        await run("MATCH (n:Oplossing) SET n.publicatieStatus = $status, n += $said", {"status": status, "said": said})
        await run("MATCH (m:Meta {id: 'graaf'}) SET m.versie = m.versie + 1", {})

    await store.write(work)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_concept_is_as_if_there_was_none(plank: httpx.AsyncClient, store: Store, kind: str) -> None:
    await put(store, "CONCEPT")
    hidden = await plank.get(PATH, headers={"Accept": kind, "X-Request-ID": "a1"})
    absent = await plank.get("/oplossing/eenloket-nandi", headers={"Accept": kind, "X-Request-ID": "a1"})
    assert hidden.status_code == absent.status_code == 404
    assert hidden.text.replace("nandu", "nandi") == absent.text


async def found_in(client: httpx.AsyncClient) -> list[str]:
    found = [place for place in PLACES if TITLE in (await client.get(place)).text]
    return found + [place for place in ("/sitemap.xml",) if SLUG in (await client.get(place)).text]


@pytest.mark.parametrize("status", ["CONCEPT", "TER_BEOORDELING", "INGETROKKEN"])
async def test_no_page_list_file_or_feed_names_what_is_hidden(
    plank: httpx.AsyncClient, store: Store, status: str
) -> None:
    assert await found_in(plank) == [*PLACES, "/sitemap.xml"], "it stands in each of them while everybody may see it"
    await put(store, status)
    transport = httpx.ASGITransport(app(store, Settings()))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as fresh:
        assert await found_in(fresh) == []


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_withdrawn_says_so_and_why(plank: httpx.AsyncClient, store: Store, kind: str) -> None:
    there = await plank.get(PATH, headers={"Accept": kind})
    assert there.status_code == 200, there.text
    await put(store, "INGETROKKEN", publicatieReden="Het loket is dicht.", titel="Geheime titel")
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app(store, Settings())), base_url="http://127.0.0.1:8000"
    ) as fresh:
        answer = await fresh.get(PATH, headers={"Accept": kind})
    assert answer.status_code == 410
    assert "Dit is ingetrokken." in answer.text
    assert "Het loket is dicht." in answer.text
    assert "Geheime titel" not in answer.text


async def test_a_registered_question_is_answered_as_to_everybody_whoever_shows_a_key(
    plank: httpx.AsyncClient, store: Store, tmp_path: Path
) -> None:
    """That answer stands in caches: a key may neither see more in it, nor find it kept for others."""
    await put(store, "CONCEPT")
    settings = Settings(data=tmp_path / "sleutels")
    secret, key = new("x", Rol.ANALIST, None, datetime.now(UTC) + timedelta(days=1))
    KeyFile(settings.data).add(key)
    transport = httpx.ASGITransport(app(store, settings))
    question = registered.by_name("suggesties")
    asked = {"documentId": question.id, "variables": '{"term": "eenloket"}'}
    with_key = {"Authorization": f"Bearer {secret}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        free = await client.post("/graphql", json={"query": question.text, "variables": {"term": "eenloket"}})
        inside = await client.post("/graphql", json={"query": '{ oplossing(sleutel: {id: "oplossing:eenloket-nandu"}) '
                                                              "{ id } }"}, headers=with_key)  # fmt: skip
        for headers in ({}, with_key, {}):
            answer = await client.get("/graphql", params=asked, headers=headers)
            assert answer.json()["data"] == free.json()["data"]
            assert "private" not in answer.headers["cache-control"]
            assert "nandu" not in answer.text
    assert inside.json()["data"]["oplossing"] == {"id": "oplossing:eenloket-nandu"}


async def test_an_answer_for_a_role_is_private_and_one_for_everybody_is_not(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await prepare(store)
    for role, private in (("OPENBAAR", False), ("ANALIST", True)):
        transport = httpx.ASGITransport(app(store, Settings(rol=role)))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
            answer = await client.post("/graphql", json={"query": "{ themas { aantal } }"})
            assert ("private" in answer.headers.get("cache-control", "")) == private
