"""The feeds and the closed pages: each reader's own series, and pages that never change."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import httpx
import pytest

from graph.domain.provenance import MODEL
from graph.domain.vocabulary import Rol
from graph.engine.store import Store
from graph.upkeep import constraints, migrations
from opdeplank.app import app
from opdeplank.following.feeds import SIZE
from opdeplank.keys.key import new
from opdeplank.keys.key_file import KeyFile
from opdeplank.settings.table import Settings
from tests.graph.shelf import put_on_shelf
from tests.loaders.papers import SOLUTION, base, load, write
from tests.opdeplank.following.changing import happened

pytestmark = pytest.mark.anyio
ATOM = "{http://www.w3.org/2005/Atom}"
FOR_EVER = "max-age=31536000, immutable"


@pytest.fixture
async def graph(store: Store) -> Store:
    await migrations.migrate(store)
    await constraints.ensure(store, MODEL)
    await happened(store, SIZE - 1)
    await happened(store, 5, public=False, ding="persoon:iemand")
    await happened(store, 3)
    return store


def plank(store: Store, folder: Path) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app(store, Settings(data=folder)), client=("127.0.0.1", 1))
    return httpx.AsyncClient(transport=transport, base_url="http://plank")


def shown(folder: Path) -> dict[str, str]:
    """The header of somebody who sees everything."""
    given, key = new("x", Rol.ANALIST, None, datetime.now(UTC) + timedelta(days=1))
    KeyFile(folder).add(key)
    return {"Authorization": f"Bearer {given}"}


async def test_a_closed_page_holds_its_positions_for_ever_and_an_open_one_is_not_there(
    graph: Store, tmp_path: Path
) -> None:
    async with plank(graph, tmp_path) as client:
        page = await client.get("/wijzigingen/1.json")
        body = page.json()
        assert [each["positie"] for each in body["wijzigingen"]] == list(range(1, SIZE + 1))
        assert set(body["wijzigingen"][0]) == {"positie", "id", "op", "soort", "rol", "ding", "dingSoort"}
        assert (body["vorige"], body["volgende"]) == (None, "2.json")
        assert page.headers["cache-control"] == f"public, {FOR_EVER}"
        assert page.headers["access-control-allow-origin"] == "*"
        for missing in ("0", "2", "x", "-1", "²", "99999999999999999999"):
            assert (await client.get(f"/wijzigingen/{missing}.json")).status_code == 404
        await happened(graph, SIZE)
        assert (await client.get("/wijzigingen/1.json")).content == page.content
        second = (await client.get("/wijzigingen/2.json")).json()
        assert [each["positie"] for each in second["wijzigingen"]] == list(range(SIZE + 1, 2 * SIZE + 1))
        assert "persoon" not in page.text + str(second), "people are in no series of everybody"


async def test_who_sees_everything_has_pages_of_his_own_that_nobody_else_may_keep(graph: Store, tmp_path: Path) -> None:
    async with plank(graph, tmp_path) as client:
        page = await client.get("/wijzigingen/1.json", headers=shown(tmp_path))
        assert page.headers["cache-control"] == f"private, {FOR_EVER}"
        assert page.headers["vary"] == "Authorization"
        assert page.json()["wijzigingen"][-1]["dingSoort"] == "PERSOON"
        feed = (await client.get("/wijzigingen.json", headers=shown(tmp_path))).json()
        assert feed["_opdeplank"] == {"positie": SIZE + 7, "bladzijden": 1}


async def test_the_feed_has_the_newest_first_and_leads_to_the_pages(graph: Store, tmp_path: Path) -> None:
    async with plank(graph, tmp_path) as client:
        answer = await client.get("/wijzigingen.json")
        assert answer.headers["content-type"] == "application/feed+json"
        feed = answer.json()
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        positions = [item["_opdeplank"]["positie"] for item in feed["items"]]
        assert positions == list(range(SIZE + 2, SIZE - 48, -1))
        assert feed["next_url"].endswith("/wijzigingen/1.json")
        again = await client.get("/wijzigingen.json", headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


async def test_the_atom_feed_is_one_and_names_things_as_they_are_called_now(graph: Store, tmp_path: Path) -> None:
    await put_on_shelf(graph)
    [[key, name]] = await graph.rows("MATCH (n:Oplossing) RETURN n.id, n.weergavenaam ORDER BY n.id LIMIT 1", {})
    await happened(graph, ding=key)
    async with plank(graph, tmp_path) as client:
        answer = await client.get("/wijzigingen.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 50
    first = entries[0]
    assert first.findtext(f"{ATOM}title") == f"Bijgewerkt: {name}"
    assert first.findtext(f"{ATOM}updated") == feed.findtext(f"{ATOM}updated")
    link = first.find(f"{ATOM}link")
    assert link is not None
    assert link.attrib["href"].endswith(f"/oplossing/{key.partition(':')[2]}")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 50


async def test_one_follows_a_thing_or_a_kind_and_nothing_else_comes_in(
    store: Store, tmp_path: Path
) -> None:  # fmt: skip
    await base(store, tmp_path)
    await load(store, write(tmp_path, oplossing_yaml=SOLUTION))
    solution, thema, use = "oplossing:eenloket-nandu", "thema:schulden", "toepassing:gm9001-eenloket-nandu"
    async with plank(store, tmp_path) as client:

        async def told(query: str) -> set[str]:
            feed = (await client.get(f"/wijzigingen.json{query}")).json()
            return {item["_opdeplank"]["ding"] for item in feed["items"]}

        assert await told(f"?over={solution}") == {solution, use}
        assert await told(f"?over={thema}") == {thema, "knelpunt:wachten", solution}
        assert await told("?over=gemeente:GM9001") == {"gemeente:gm9001", solution, use}
        assert await told(f"?over={thema}&soort=oplossing") == {solution}
        assert await told("?soort=gemeente") == {f"gemeente:gm900{n}" for n in (1, 2, 3)}
        atom = await client.get(f"/wijzigingen.atom?over={thema}")
        feed = ElementTree.fromstring(atom.content)
        assert feed.findtext(f"{ATOM}title") == "Wijzigingen in Op de Plank: Schulden"
        assert feed.findtext(f"{ATOM}id") == f"http://plank/wijzigingen.atom?over={thema}"
        other = await client.get(f"/wijzigingen.atom?over={solution}")
        assert other.headers["etag"] != atom.headers["etag"]
        for wrong in ("?over=x", "?over=gemeente:utrecht", "?soort=persoon", "?over=%3Cscript%3E"):
            assert (await client.get(f"/wijzigingen.atom{wrong}")).status_code == 400
        assert (await client.get("/wijzigingen.atom?over=thema:nergens")).status_code == 404


async def test_a_graph_without_changes_has_feeds_without_entries(store: Store, tmp_path: Path) -> None:
    async with plank(store, tmp_path) as client:
        assert (await client.get("/wijzigingen.json")).json()["items"] == []
        assert ElementTree.fromstring((await client.get("/wijzigingen.atom")).content) is not None
        assert (await client.get("/wijzigingen/1.json")).status_code == 404
