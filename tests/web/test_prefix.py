"""The whole site below a path of a host that is not ours alone: nothing is asked for outside of it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.service import Service, with_data
from tests.web.looking import visit
from tests.web.test_graphiql import run, wait_until_ready

PREFIX = "/plank/sociaal-domein"


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory, seeded: Path) -> Iterator[Service]:
    folder = with_data(tmp_path_factory.mktemp("onder"), seeded)
    service = Service(folder, {"ADRES": f"http://127.0.0.1{PREFIX}"})
    try:
        yield service.wait()
    finally:
        service.stop()


def outside(requests: list[str]) -> list[str]:
    return [url for url in requests if not urlsplit(url).path.startswith(f"{PREFIX}/")]


def test_a_visitor_stays_below_it(chromium: Browser, below: Service) -> None:
    with visit(chromium, viewport={"width": 1280, "height": 900}) as seen:
        page = seen.open(f"{below.url}{PREFIX}/").page
        page.get_by_label("Wat is het knelpunt?").fill("jongere met schulden kan niet verder met school")
        page.get_by_role("button", name="Zoek op de plank").click()
        page.get_by_role("article").first.get_by_role("heading", level=2).get_by_role("link").click()
        expect(page.get_by_role("heading", name="Wie gebruikt dit")).to_be_visible()
        canonical = page.locator("link[rel=canonical]").get_attribute("href")
        assert canonical == f"http://127.0.0.1{urlsplit(page.url).path}"
        for name in ("Thema’s", "Trajecten", "Mijn gemeente", "Gegevens", "Op de Plank"):
            page.get_by_role("link", name=name, exact=True).first.click()
            page.wait_for_load_state("networkidle")
        assert outside(seen.traffic.requests) == []
        assert seen.failed == []


def test_graphiql_works_below_it(chromium: Browser, below: Service) -> None:
    with visit(chromium, viewport={"width": 1280, "height": 900}) as seen:
        page = seen.open(f"{below.url}{PREFIX}/graphiql").page
        wait_until_ready(page)
        assert "errors" not in run(page)
        expect(page.get_by_role("link", name="Op de Plank")).to_have_attribute("href", f"{PREFIX}/")
        assert seen.traffic.workers
        assert outside([*seen.traffic.requests, *seen.traffic.workers]) == []
        assert seen.traffic.errors == []


def test_the_widget_asks_below_it(chromium: Browser, below: Service) -> None:
    with visit(chromium, viewport={"width": 1280, "height": 900}) as seen:
        page = seen.open(f"{below.url}{PREFIX}/widget/v1/demo").page
        hit = page.locator("op-de-plank").first.locator("ol a").first
        expect(hit).to_be_visible()
        assert urlsplit(str(hit.evaluate("(a) => a.href"))).path.startswith(f"{PREFIX}/oplossing/")
        assert f"http://127.0.0.1{PREFIX}/widget/v1/opdeplank.js" in page.inner_text("pre >> nth=0")
        assert outside(seen.traffic.requests) == []
