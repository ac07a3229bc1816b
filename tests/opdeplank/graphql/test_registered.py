"""Registered operations: asked by GET, kept per graph version, answered without the database when known."""

from dataclasses import replace
from typing import cast
from urllib.parse import quote

import httpx
import pytest
from graphql import parse, validate
from starlette.applications import Starlette
from starlette.routing import Route

from graph.domain.provenance import MODEL
from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.engine.store import Run, Store
from graph.meaning.index import Beside
from graph.pasklaar.lookup import Question, look_up
from graph.resources import NONE, Resources
from graph.upkeep.constraints import ensure
from opdeplank.door.traffic import Rate, Slots, Traffic
from opdeplank.graphql import registered, rehearsal
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.endpoint import Endpoint
from opdeplank.settings.environment import read_settings
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans
from schema.request.limits import Budget
from tests.asking import Counting
from tests.graph.shelf import put_on_shelf
from tests.service import Service

SUGGESTIONS = registered.by_name("suggesties")
ADDRESS = f"/graphql?documentId={quote(registered.by_name('gemeenten').id)}"


def client(store: Store) -> httpx.AsyncClient:
    settings = read_settings({})
    door = Traffic(Endpoint(store, settings).app, settings, Slots(64), Rate(0))
    app = Starlette(routes=[Route("/graphql", door)])
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://dienst")


async def with_version(store: Store, version: int) -> None:
    async def work(run: Run) -> None:
        await run("MERGE (m:Meta {id: 'graaf'}) SET m.versie = $v, m.cursorsleutel = 'ab'", {"v": version})

    await store.write(work)


@pytest.mark.anyio
async def test_a_kept_answer_asks_the_database_nothing(store: Store) -> None:
    await with_version(store, 1)
    counting = Counting(store)
    async with client(cast(Store, counting)) as portal:
        first = await portal.get(ADDRESS)
        sent = len(counting.asked)
        again = await portal.get(ADDRESS)
    assert first.status_code == again.status_code == 200, first.text
    assert first.content == again.content
    assert first.headers["etag"] == again.headers["etag"]
    assert len(counting.asked) == sent


@pytest.mark.anyio
async def test_a_known_tag_gets_304_and_another_version_another_tag(store: Store) -> None:
    await with_version(store, 1)
    async with client(store) as portal:
        tag = (await portal.get(ADDRESS)).headers["etag"]
        assert (await portal.get(ADDRESS, headers={"If-None-Match": f'"other", {tag}'})).status_code == 304
    await with_version(store, 2)
    async with client(store) as portal:
        fresh = await portal.get(ADDRESS, headers={"If-None-Match": tag})
    assert fresh.status_code == 200
    assert fresh.headers["etag"] != tag


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("documentId=sha256:00", 404, "PERSISTED_QUERY_NOT_FOUND"),
        (f"documentId={SUGGESTIONS.id}&variables=%7B", 400, "BAD_USER_INPUT"),
        (f"documentId={SUGGESTIONS.id}&variables=[]", 400, "BAD_USER_INPUT"),
        (f"documentId={SUGGESTIONS.id}", 200, "BAD_USER_INPUT"),
    ],
)
def test_what_cannot_be_answered_is_refused_and_not_kept(dienst: Service, query: str, status: int, code: str) -> None:
    reply = httpx.get(f"{dienst.url}/graphql?{query}")
    assert reply.status_code == status
    assert reply.json()["errors"][0]["extensions"]["code"] == code
    assert "etag" not in reply.headers


def test_every_registered_operation_is_valid() -> None:
    for operation in registered.registered().values():
        assert validate(SCHEMA, parse(operation.text)) == [], operation.name


def test_an_operation_can_be_posted_by_its_id(dienst: Service) -> None:
    reply = httpx.post(f"{dienst.url}/graphql", json={"documentId": SUGGESTIONS.id, "variables": {"term": "Utrecht"}})
    assert reply.json()["data"]["suggesties"][0]["tekst"] == "Utrecht"


@pytest.mark.anyio
async def test_after_the_rehearsal_the_database_knows_every_text(store: Store) -> None:
    await with_version(store, 1)
    await ensure(store, MODEL)
    await store.write(with_apeldoorn)
    counting = Counting(store)
    await rehearsal.ask_all(cast(Store, counting), read_settings({}), NONE)
    known = {text for text, _ in counting.asked}
    counting.asked.clear()
    executor = Executor(cast(Store, counting), Plans(SCHEMA, MODEL, b"ab", Budget()))
    for operation in registered.registered().values():
        kinds = {each.name: each.type for each in operation.declared}
        also = {"gemeente": {"code": "GM0200"}} if kinds.get("gemeente") == "GemeenteSleutel" else {}
        reply = await executor.execute(Request(operation.text, {**rehearsal.variables(operation), **also}))
        assert reply.executed or b"NOT_FOUND" in reply.body, (operation.name, reply.body)  # a path between two things
    assert {text for text, _ in counting.asked} <= known


@pytest.mark.anyio
async def test_after_the_rehearsal_the_database_knows_every_text_of_a_question_in_words(store: Store) -> None:
    await with_version(store, 1)
    await put_on_shelf(store)
    beside = Beside(store)
    try:
        await beside.catch_up()
        resources, counting = Resources(beside), Counting(store)
        await rehearsal.ask_all(cast(Store, counting), read_settings({}), resources)
        known = {text for text, _ in counting.asked}
        outcomes = []
        words = ("mensen met geldzorgen en schulden", "hoe laat gaat het zwembad open")
        best = {"minimale_rijpheid": Rijpheid.PASKLAAR, "minimaal_bewijs": Bewijsniveau.GOED_BESCHREVEN}
        asked = [Question(omschrijving=text) for text in (*words, "jongeren")]
        asked += [replace(question, **best) for question in asked[:2]]
        for question in asked:
            counting.asked.clear()
            outcomes.append((await look_up(cast(Store, counting), question, resources=resources)).uitkomst)
            assert {text for text, _ in counting.asked} <= known, question
        assert len(set(outcomes)) > 1  # it is about more than one kind of answer
    finally:
        beside.close()


async def with_apeldoorn(run: Run) -> None:
    await run(
        "CREATE (:Entiteit:Partij:Gemeente {id: 'gemeente:gm0200', code: 'GM0200', naam: 'Apeldoorn', "
        "weergavenaam: 'Apeldoorn', volgorde: 'apeldoorn', publicatieStatus: 'GEPUBLICEERD'})"
    )
