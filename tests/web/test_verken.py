"""`/verken` as an analyst meets it: the list by itself, and the picture that shows the same."""

import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as Xml

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from opdeplank.pages.explore.picture_file import NAMESPACE
from opdeplank.settings.table import ROOT
from tests.conftest import leave_out
from tests.service import Service
from tests.web.looking import PAGES, visit
from tests.web.test_graphiql import files_of, npm

SOURCES, BUILT = ROOT / "web" / "verken", ROOT / "web" / "static" / "verken"
BUURTCIRKEL = "/verken?van=oplossing:buurtcirkel"
TWO = f"{BUURTCIRKEL}&erbij=gemeente:gm0599"
BROWSER = {"accept": "text/html"}


def get(dienst: Service, address: str, **headers: str) -> httpx.Response:
    return httpx.get(dienst.url + address, headers={**BROWSER, **headers}, timeout=30)


def drawn(page: Page) -> Page:
    page.locator("#beeld[data-klaar]").wait_for(state="attached")
    return page


def test_one_walks_without_javascript(chromium: Browser, dienst: Service) -> None:
    with visit(chromium, java_script_enabled=False, viewport={"width": 1280, "height": 900}) as seen:
        page = seen.page
        page.goto(f"{dienst.url}/verken")
        page.get_by_label("Waar wil je beginnen?").fill("buurtcirkel")
        page.get_by_role("button", name="Verken").click()
        assert page.url == dienst.url + BUURTCIRKEL
        expect(page.get_by_role("heading", level=1)).to_have_text("Buurtcirkel")
        expect(page.get_by_text("Het beeld heeft JavaScript nodig.")).to_be_visible()
        used = page.locator("#r-toepassingen")
        assert int(used.locator(".kopje span").inner_text()) == used.locator("li").count() >= 5
        names = used.locator("li > a:first-child").all_inner_texts()
        page.get_by_label("Sorteer").select_option("meeste eerst")
        page.get_by_role("button", name="Sorteer").click()
        counts = [int(text.split()[0]) for text in page.locator("#r-toepassingen .stil").all_inner_texts()]
        assert counts == sorted(counts, reverse=True)
        assert sorted(page.locator("#r-toepassingen li > a:first-child").all_inner_texts()) == sorted(names)
        page.get_by_label("Zoek een pad naar").fill("Ministerie van Volksgezondheid, Welzijn en Sport")
        page.get_by_role("button", name="Toon pad").click()
        assert "naar=departement:mnre1025" in page.url
        expect(page.locator(".pad").first).to_contain_text("Buurtcirkel")
        page.get_by_text("stappen met bron").first.click()
        expect(page.locator(".stappen .citaat, .stappen .onbekend").first).to_be_visible()
        page.locator("#r-toepassingen li > a:first-child").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Amsterdam")
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_have_text("Buurtcirkel")


def test_picture_list_file_and_question_say_the_same(chromium: Browser, dienst: Service) -> None:
    with visit(chromium, viewport={"width": 1280, "height": 900}, accept_downloads=True) as seen:
        page = drawn(seen.open(dienst.url + TWO).page)
        assert seen.traffic.outside == []
        assert seen.traffic.errors == []
        assert len(seen.traffic.workers) == 1
        picture = page.get_by_role("img", name=re.compile("^Buurtcirkel met .* Ook getekend: Rotterdam met"))
        expect(picture).to_be_visible()
        shown = int(page.locator("#beeld").get_attribute("data-klaar") or 0)
        listed = {row.get_attribute("data-id") for row in page.locator("li[data-id]").all()}
        assert shown == len(listed | {"oplossing:buurtcirkel", "gemeente:gm0599"})

        with page.expect_download() as saved:
            page.get_by_role("link", name="Bewaar als GraphML").click()
        file = Xml.parse(saved.value.path()).getroot()
        nodes = {node.get("id") for node in file.iter(f"{{{NAMESPACE}}}node")}
        assert nodes == listed | {"oplossing:buurtcirkel", "gemeente:gm0599"}

        address = page.get_by_role("link", name="Open de vraag in GraphiQL").get_attribute("href") or ""
        query = parse_qs(urlsplit(address).query)["query"][0]
        assert query == page.locator("pre code").text_content()
        answer = httpx.post(f"{dienst.url}/graphql", json={"query": query}, timeout=30).json()
        assert "errors" not in answer
        assert things(answer["data"]["nodes"]) == nodes

        with page.expect_download() as saved:
            page.get_by_role("button", name="Bewaar als PNG").click()
        assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG")
        assert saved.value.suggested_filename == "Buurtcirkel.png"


def things(value: Any) -> set[str]:
    """Every id in an answer but those of what is between two things."""
    if isinstance(value, list):
        return set().union(*map(things, value))
    if isinstance(value, dict):
        return {value["id"]} | set().union(*map(things, value.values())) if "id" in value else things([*value.values()])
    return set()


def test_list_and_picture_share_one_selection_and_the_same_picture_comes_again(
    chromium: Browser, dienst: Service
) -> None:
    pictures = []
    for motion in ("reduce", "no-preference"):
        with visit(chromium, viewport={"width": 1280, "height": 900}, reduced_motion=motion) as seen:
            page = drawn(seen.open(dienst.url + BUURTCIRKEL).page)
            pictures.append(page.locator("#beeld [role=img]").screenshot())
            row = page.locator("#r-toepassingen li").first
            row.get_by_role("link").first.focus()
            expect(row).to_have_class(re.compile("is-gekozen"))
            assert page.locator("#beeld [role=img]").screenshot() != pictures[-1]
    assert pictures[0] == pictures[1]


def test_names_are_offered_while_one_types(chromium: Browser, dienst: Service) -> None:
    with visit(chromium, viewport={"width": 1280, "height": 900}) as seen:
        page = seen.open(f"{dienst.url}/verken").page
        page.get_by_label("Waar wil je beginnen?").press_sequentially("buurtc")
        expect(page.locator("datalist option").first).to_have_attribute("value", "Buurtcirkel")


def test_only_the_page_with_the_picture_may_start_a_worker(dienst: Service) -> None:
    assert "worker-src 'self'" in get(dienst, PAGES["verken"]).headers["content-security-policy"]
    assert "worker-src" not in get(dienst, "/oplossing").headers["content-security-policy"]
    assert "worker-src" not in get(dienst, "/verken/beeld.graphml").headers["content-security-policy"]


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [
        ("/verken?van=oplossing:bestaat-niet", 404, "We kennen dit niet"),
        ("/verken?van=los", 404, "We kennen dit niet"),
        ("/verken?van=lading:x", 404, "We kennen dit niet"),
        ("/verken?zoek=%3Cscript%3Ealert(1)%3C/script%3E", 200, "&lt;script&gt;"),
        ("/verken?zoek=xyzzyqwerty", 200, "We vonden niets"),
        (f"{BUURTCIRKEL}&naar=oplossing:buurtcirkel", 200, "Dit is het begin zelf"),
        (f"{BUURTCIRKEL}&naar=xyzzyqwerty", 200, "We vonden geen pad"),
        (f"{BUURTCIRKEL}&relatie=toepassingen&na=onzin", 200, "Toon alle relaties"),
        (f"{BUURTCIRKEL}&relatie=bestaatniet", 200, "Gebruikt door"),
        (f"{BUURTCIRKEL}&erbij=oplossing:bestaat-niet", 303, ""),
    ],
)
def test_an_odd_address_gets_a_calm_page(dienst: Service, asked: str, status: int, says: str) -> None:
    reply = get(dienst, asked)
    assert reply.status_code == status
    assert says in reply.text
    assert "<script>alert" not in reply.text


def test_the_file_of_nothing_is_refused(dienst: Service) -> None:
    assert get(dienst, "/verken/beeld.graphml?van=oplossing:bestaat-niet", accept="*/*").status_code == 404
    found = get(dienst, "/verken/beeld.graphml?van=oplossing:buurtcirkel", accept="*/*")
    assert found.headers["content-type"].startswith("application/graphml+xml")
    assert found.headers["content-disposition"] == 'attachment; filename="beeld.graphml"'


def test_the_lock_file_of_the_picture_names_no_download_address() -> None:
    packages = json.loads((SOURCES / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_the_built_picture_is_what_the_sources_and_the_lock_file_make(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if shutil.which("npm") is None:
        leave_out(request.config, "de bouw van het beeld vergelijken: er is geen npm (Node ≥ 20.19)")
    shutil.copytree(SOURCES, tmp_path / "verken", ignore=shutil.ignore_patterns("node_modules"))
    shutil.copytree(ROOT / "web" / "graphiql" / "bouw", tmp_path / "graphiql" / "bouw")
    install = npm(tmp_path / "verken", "ci")
    if install.returncode != 0:
        leave_out(request.config, f"de bouw van het beeld vergelijken: npm ci lukt niet: {install.stderr[-300:]}")
    build = npm(tmp_path / "verken", "run", "build")
    assert build.returncode == 0, build.stdout + build.stderr
    assert files_of(tmp_path / "static" / "verken") == files_of(BUILT)
