"""Files of lists, things and questions, as whoever asks may see them; read by readers that are not ours."""

import asyncio
import csv
import io
import re
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import networkx
import openpyxl
import pytest
from rdflib import Graph, URIRef
from starlette.types import Message

from graph.domain.vocabulary import Rol
from graph.engine.store import Run, Store
from opdeplank.app import app
from opdeplank.exports import turned_pages
from opdeplank.graph.database import prepare
from opdeplank.keys.key import new
from opdeplank.keys.key_file import KeyFile
from opdeplank.settings.table import Settings
from schema.execute.envelope import Reply, refusal
from schema.execute.execution import Executor
from schema.execute.execution import Request as Operation
from tests.loaders.papers import SOLUTION, base, load, write

pytestmark = [pytest.mark.anyio, pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")]
HERE = "http://127.0.0.1:8000"
JSON_LD = "application/ld+json"
LIST = "/export/oplossingen"
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
THINGS = 7


@pytest.fixture
async def graph(store: Store, tmp_path: Path) -> Store:
    await base(store, tmp_path)
    more = "".join(f'  - {{soort: oplossing, titel: "=HYPERLINK({n})"}}\n' for n in range(1, THINGS))
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION + more))
    await prepare(store)
    return store


def service(store: Store, folder: Path, **said: Any) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app(store, Settings(data=folder, **said)), client=("127.0.0.1", 1))
    return httpx.AsyncClient(transport=transport, base_url=HERE)


@pytest.fixture
async def plank(graph: Store, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    async with service(graph, tmp_path) as client:
        yield client


def table(text: str, between: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=between, strict=True))


@pytest.mark.parametrize(("per_page", "ids"), [(2, 50_000), (2, 3), (500, 50_000)])
async def test_a_list_is_whole_and_in_order_however_large_its_pages_are(
    plank: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, per_page: int, ids: int
) -> None:
    monkeypatch.setattr(turned_pages, "PER_PAGE", per_page)
    monkeypatch.setattr(turned_pages, "IDS_AT_ONCE", ids)
    answer = await plank.get(f"{LIST}.csv?sorteer=" + '{"veld":"TITEL","richting":"AFLOPEND"}')
    rows = table(answer.text)
    asked = "{ oplossingen(first: 50, sorteer: [{veld: TITEL, richting: AFLOPEND}]) { nodes { id } } }"
    told = (await plank.post("/graphql", json={"query": asked})).json()["data"]["oplossingen"]["nodes"]
    assert [row["id"] for row in rows] == [each["id"] for each in told]
    assert len(rows) == THINGS
    (found,) = [row for row in rows if row["externeSleutel"] == "opl-1"]
    assert found["titel"] == "Éénloket Ñandu"
    assert found["overneembaarheid.benodigd"] == "balie | geduld"
    assert (found["toepassingen.aantal"], found["toepassingen.gemeente.naam"]) == ("1", "Waterdam")
    assert found["gegevens.bron"] == f"{HERE}/oplossing/eenloket-nandu"
    assert (found["gegevens.licentie"], found["gegevens.datum"]) == (LICENCE, date.today().isoformat())
    assert sum(row["titel"].startswith("'=HYPERLINK") for row in rows) == THINGS - 1


async def test_what_is_hidden_while_the_file_is_written_is_not_in_it(
    plank: httpx.AsyncClient, graph: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ids are read; then the last of them is hidden, before what is said of it is read."""
    monkeypatch.setattr(turned_pages, "PER_PAGE", THINGS - 1)
    whole = turned_pages.Reading.next

    async def hidden_first(self: turned_pages.Reading, page: turned_pages.Page) -> turned_pages.Page | None:
        assert [len(each) for each in page.waiting] in ([1], [])

        async def hide(run: Run) -> None:
            await run("MATCH (n:Oplossing {id: $id}) SET n.publicatieStatus = 'CONCEPT'", {"id": page.waiting[0][0]})

        if page.waiting:
            await graph.write(hide)
        return await whole(self, page)

    monkeypatch.setattr(turned_pages.Reading, "next", hidden_first)
    assert len(table((await plank.get(f"{LIST}.csv")).text)) == THINGS - 1


@pytest.mark.parametrize("kind", ["csv", "graphml"])
async def test_a_file_that_breaks_halfway_says_so_and_has_no_end(
    graph: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(turned_pages, "PER_PAGE", 2)
    monkeypatch.setattr("opdeplank.exports.pipe.PIECE", 1)
    monkeypatch.setattr("opdeplank.exports.files.csv_text.AT_ONCE", 1)

    async def broken(self: turned_pages.Reading, page: turned_pages.Page) -> turned_pages.Page | None:
        raise turned_pages.NoPage(refusal([{"message": "x", "extensions": {"code": "TIMEOUT"}}], 503))

    monkeypatch.setattr(turned_pages.Reading, "next", broken)
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
             "path": f"{LIST}.{kind}", "raw_path": f"{LIST}.{kind}".encode(), "query_string": b"", "root_path": "",
             "headers": [(b"host", b"127.0.0.1:8000")], "client": ("127.0.0.1", 1), "server": None}  # fmt: skip
    await app(graph, Settings(data=tmp_path))(scope, receive, send)
    assert [each.get("status") for each in sent if each["type"] == "http.response.start"] == [200]
    assert all(each["more_body"] for each in sent if each["type"] == "http.response.body")
    text = b"".join(each.get("body", b"") for each in sent).decode()
    assert ("# AFGEBROKEN" in text.splitlines()[-1]) == (kind != "graphml")
    assert "</graphml>" not in text


async def test_a_page_is_asked_again_when_we_are_told_to_come_back(
    plank: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turned_pages, "PER_PAGE", 2)
    whole, asked = Executor.execute, Counter[str]()

    async def busy_at_first(self: Executor, request: Operation) -> Reply:
        key = str(request.variables)
        asked[key] += 1
        if len(asked) > 2 and asked[key] == 1 and "nodes(ids" in request.query:
            return refusal([{"message": "x", "extensions": {"code": "RATE_LIMITED"}}], 503, wait=0)
        return await whole(self, request)

    monkeypatch.setattr(Executor, "execute", busy_at_first)
    assert len(table((await plank.get(f"{LIST}.csv")).text)) == THINGS
    assert max(asked.values()) == 2


async def test_every_kind_holds_the_same_things_with_licence_and_date(plank: httpx.AsyncClient) -> None:
    ids = {row["id"] for row in table((await plank.get(f"{LIST}.csv")).text)}
    excel = (await plank.get(f"{LIST}.csv?excel=ja")).text
    assert excel.startswith("\ufeff")
    assert {row["id"] for row in table(excel, ";")} == ids
    book = openpyxl.load_workbook(io.BytesIO((await plank.get(f"{LIST}.xlsx")).content), read_only=True)
    sheet = list(book["oplossingen"].iter_rows(values_only=True))
    assert {row[0] for row in sheet[1:]} == ids
    assert any(LICENCE in str(row[1]) for row in book["Over dit bestand"].iter_rows(values_only=True))
    drawn = networkx.read_graphml(io.BytesIO((await plank.get(f"{LIST}.graphml")).content), force_multigraph=True)
    assert {key for key, said in drawn.nodes(data=True) if said["soort"] == "Oplossing"} == ids
    names = {URIRef(f"{HERE}/oplossing/{each.partition(':')[2]}") for each in ids}
    for kind, read in (("ttl", "turtle"), ("nt", "nt"), ("jsonld", "json-ld")):
        found = Graph().parse(data=(await plank.get(f"{LIST}.{kind}")).content, format=read)
        assert set(found.subjects(object=URIRef("urn:opdeplank:Oplossing"))) == names
        assert "CC0" in str(found.value(URIRef(f"{HERE}{LIST}.{kind}"), URIRef("http://purl.org/dc/terms/license")))


async def test_a_thing_and_a_question_are_files_too(plank: httpx.AsyncClient) -> None:
    thing = table((await plank.get("/export/blad-oplossing.csv?sleutel.id=oplossing:eenloket-nandu")).text)
    assert [row["titel"] for row in thing] == ["Éénloket Ñandu"]
    gone = await plank.get("/export/blad-oplossing.csv?sleutel.slug=bestaat-niet")
    assert (gone.status_code, gone.json()["code"]) == (404, "NOT_FOUND")
    words = table((await plank.get("/export/suggesties.csv?term=Waterdam")).text)
    assert words[0]["id"] == "gemeente:gm9001"
    asked = (await plank.get("/export/suggesties.ttl?term=Waterdam")).text
    assert f"<{HERE}/gemeente/GM9001>" in asked


async def test_a_filter_in_the_address_is_the_filter_of_the_list(plank: httpx.AsyncClient) -> None:
    found = table((await plank.get(f"{LIST}.csv?filter.rijpheid.in=BEPROEFD")).text)
    assert [row["externeSleutel"] for row in found] == ["opl-1"]
    empty = await plank.get(f"{LIST}.csv?filter.rijpheid.in=IDEE")
    assert (empty.status_code, table(empty.text)) == (200, [])
    assert empty.text.startswith("id,externeSleutel,titel")
    for wrong in ("rijpheid=IDEE", "filter.rijpheid.in=RIJP", "deel=iets", "variables=x"):
        refused = await plank.get(f"{LIST}.csv?{wrong}")
        assert (refused.status_code, refused.json()["code"]) == (400, "BAD_USER_INPUT"), wrong
        assert "content-disposition" not in refused.headers


async def test_what_a_role_does_not_see_is_not_in_its_file(graph: Store, tmp_path: Path) -> None:
    async def hide(run: Run) -> None:
        await run("MATCH (n:Oplossing {externeSleutel: 'opl-1'}) SET n.publicatieStatus = 'CONCEPT'", {})
        await run("MATCH (m:Meta {id: 'graaf'}) SET m.versie = m.versie + 1", {})

    await graph.write(hide)
    shown, key = new("x", Rol.ANALIST, None, datetime.now(UTC) + timedelta(days=1))
    KeyFile(tmp_path).add(key)
    async with service(graph, tmp_path) as client:
        for kind in ("csv", "graphml", "nt", "jsonld"):
            public = await client.get(f"{LIST}.{kind}")
            inside = await client.get(f"{LIST}.{kind}", headers={"Authorization": f"Bearer {shown}"})
            assert "opl-1" not in public.text, kind
            assert "opl-1" in inside.text, kind
            assert public.headers["etag"] != inside.headers["etag"]
            assert inside.headers["cache-control"] == "private, no-cache"
            assert "access-control-allow-origin" not in inside.headers
        assert "toepassing" not in (await client.get("/export/toepassingen.csv")).text.partition("\r\n")[2]


async def test_head_tags_and_names(plank: httpx.AsyncClient) -> None:
    answer = await plank.get(f"{LIST}.csv")
    head = await plank.head(f"{LIST}.csv")
    assert (head.status_code, head.content) == (200, b"")
    assert "content-length" not in head.headers
    same = ("content-type", "content-disposition", "etag", "cache-control", "vary", "link")
    assert [head.headers[name] for name in same] == [answer.headers[name] for name in same]
    assert re.fullmatch(r'attachment; filename="oplossingen-\d{4}-\d\d-\d\d\.csv"', head.headers["content-disposition"])
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["access-control-allow-origin"] == "*"
    known = await plank.get(f"{LIST}.csv", headers={"If-None-Match": answer.headers["etag"]})
    assert (known.status_code, known.content) == (304, b"")
    assert (await plank.get(f"{LIST}.csv?excel=ja")).headers["etag"] != answer.headers["etag"]
    assert (await plank.post(f"{LIST}.csv")).status_code == 405


async def test_accept_chooses_where_the_address_does_not(plank: httpx.AsyncClient) -> None:
    for said, kind in (
        ("text/turtle", "text/turtle"),
        ("*/*", "text/csv"),
        ("application/ld+json;q=0.5", JSON_LD),
    ):
        answer = await plank.get(LIST, headers={"Accept": said})
        assert answer.headers["content-type"].partition(";")[0] == kind
        assert answer.headers["vary"] == "Accept, Authorization"
    assert (await plank.get(LIST, headers={"Accept": "image/png"})).status_code == 406
    for nothing in ("/export/niets.csv", f"{LIST}.pdf", "/export/.csv"):
        assert (await plank.get(nothing)).status_code == 404, nothing


async def test_who_hangs_up_stops_the_work_and_frees_the_place(
    graph: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second page never comes; the client goes away; the one place is there for the next."""
    monkeypatch.setattr(turned_pages, "PER_PAGE", 2)
    started, stopped = asyncio.Event(), asyncio.Event()
    whole = turned_pages.Reading.next

    async def stuck(self: turned_pages.Reading, page: turned_pages.Page) -> turned_pages.Page | None:
        started.set()
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            stopped.set()
            raise
        return await whole(self, page)

    async with service(graph, tmp_path, grens_uitvoer=1) as client:
        with monkeypatch.context() as patch:
            patch.setattr(turned_pages.Reading, "next", stuck)
            asking = asyncio.create_task(client.get(f"{LIST}.csv"))
            async with asyncio.timeout(20):
                await started.wait()
                busy = await client.get("/export/themas.csv")
                assert (busy.status_code, busy.json()["code"]) == (503, "RATE_LIMITED")
                asking.cancel()
                await asyncio.gather(asking, return_exceptions=True)
                await stopped.wait()
        assert len(table((await client.get(f"{LIST}.csv")).text)) == THINGS


async def test_a_workbook_that_would_not_fit_is_refused_beforehand(
    plank: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("opdeplank.exports.files.excel_file.MOST_ROWS", THINGS - 1)
    answer = await plank.get(f"{LIST}.xlsx")
    assert (answer.status_code, answer.json()["code"]) == (400, "OPERATION_TOO_LARGE")
    assert (await plank.get(f"{LIST}.csv")).status_code == 200


async def test_every_list_and_thing_links_to_its_files(plank: httpx.AsyncClient) -> None:
    pages = ("/oplossing", "/knelpunt", "/gemeente", "/thema", "/traject", "/onderwerp", "/oplossing/eenloket-nandu",
             "/gemeente/GM9001", "/thema/schulden", "/knelpunt/wachten")  # fmt: skip
    for path in pages:
        page = (await plank.get(path, headers={"Accept": "text/html"})).text
        links = re.findall(r'href="(/export/[^"]+)"', page)
        assert links, path
        for link in links:
            assert (await plank.head(link)).status_code == 200, link


async def test_the_catalogue_is_there_and_its_files_are_too(plank: httpx.AsyncClient) -> None:
    answer = await plank.get("/catalogus.ttl")
    assert answer.headers["content-type"].partition(";")[0] == "text/turtle"
    assert answer.headers["access-control-allow-origin"] == "*"
    same = Graph().parse(data=(await plank.get("/catalogus.jsonld")).content, format="json-ld")
    found = Graph().parse(data=answer.content, format="turtle")
    assert len(found) == len(same) > 100
    for address in set(found.objects(predicate=URIRef("http://www.w3.org/ns/dcat#downloadURL"))):
        assert (await plank.head(str(address))).status_code == 200, address
    known = await plank.get("/catalogus.ttl", headers={"If-None-Match": answer.headers["etag"]})
    assert (known.status_code, known.content) == (304, b"")
