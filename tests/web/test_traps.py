"""Pages over a graph full of traps: markup in every text, a title of 300 characters, and what the seeds do not have."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from opdeplank.settings.table import ROOT
from tests.service import Service, inherited
from tests.web.looking import LIGHTS, SCREENS, overflow, unfold, violations, visit

TRAPS = Path(__file__).parent / "proefgraaf" / "valkuilen.yaml"
PAGES = {
    "start": "/",
    "treffer": "/?vraag=wachtlijst+bij+het+loket&gemeente=GM0001&eigen=ja",
    "nee": "/?vraag=parkeervergunning+voor+mantelzorgers",
    "oplossing": "/oplossing/lang",
    "knelpunt": "/knelpunt/parkeren",
    "traject": "/traject/proef",
    "thema": "/thema/proef",
    "gemeente": "/gemeente/GM0002",
    "trajecten": "/traject",
    "gemeenten": "/gemeente",
}


@pytest.fixture(scope="module")
def valkuil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service on a graph that holds only the traps."""
    folder = tmp_path_factory.mktemp("valkuil")
    environ = {**inherited(), "OPDEPLANK_DATA": str(folder / "data")}
    for words in (["lees", str(TRAPS), "--uit", str(folder)], ["laad", str(folder / "voorstel.json"), "--alles"]):
        subprocess.run([sys.executable, "-m", "opdeplank", *words], cwd=ROOT, env=environ, check=True, timeout=120)
    service = Service(folder, {"BEGINGEGEVENS": "nee"})
    try:
        yield service.wait()
    finally:
        service.stop()


@pytest.mark.parametrize("light", ["licht", "telefoon"])
@pytest.mark.parametrize("name", PAGES)
def test_no_text_breaks_out_of_a_page(chromium: Browser, valkuil: Service, axe: str, name: str, light: str) -> None:
    with visit(chromium, **LIGHTS[light]) as seen:
        page = seen.open(valkuil.url + PAGES[name]).page
        SCREENS.mkdir(exist_ok=True)
        page.screenshot(path=SCREENS / f"valkuil-{name}-{light}.png", full_page=True)
        unfold(page)
        assert page.title().endswith("– Op de Plank")
        expect(page.locator("main script, main img, main i, main b b")).to_have_count(0)
        expect(page.locator("main [onerror], main [onmouseover]")).to_have_count(0)
        assert violations(page, axe) == []
        assert seen.traffic.errors == []
        assert seen.failed == []


@pytest.mark.parametrize("name", PAGES)
def test_long_words_fit_320_wide(chromium: Browser, valkuil: Service, name: str) -> None:
    with visit(chromium, viewport={"width": 320, "height": 600}) as seen:
        seen.open(valkuil.url + PAGES[name])
        unfold(seen.page)
        assert overflow(seen.page) == 0


@pytest.fixture
def page_of(chromium: Browser, valkuil: Service) -> Iterator[Page]:
    with visit(chromium, viewport={"width": 1280, "height": 900}) as seen:
        seen.open(valkuil.url)
        yield seen.page


def test_stopped_elsewhere_counts_against_with_the_reason_given(page_of: Page, valkuil: Service) -> None:
    page_of.goto(valkuil.url + PAGES["treffer"])
    row = page_of.get_by_role("row", name="Elders gestopt")
    expect(row).to_contain_text("Te duur <script>1</script>")
    expect(row.get_by_role("cell")).to_have_text("−1")
    expect(page_of.locator(".bellen").first).to_contain_text("Anna Bos")


def test_a_long_title_is_a_smaller_heading(page_of: Page, valkuil: Service) -> None:
    page_of.goto(valkuil.url + PAGES["oplossing"])
    heading = page_of.get_by_role("heading", level=1)
    assert len(heading.inner_text()) == 300
    assert heading.evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)") <= 28


def test_a_knelpunt_with_only_withdrawn_solutions_gets_the_route_the_law_and_the_duo(
    page_of: Page, valkuil: Service
) -> None:
    page_of.goto(valkuil.url + PAGES["nee"])
    expect(page_of.get_by_role("heading", level=1)).to_have_text("Hier ligt nog niets voor op de plank")
    route = page_of.locator(".route").first
    for words in ("Regels wijzigen", "Proefwet <script>1</script>", "Ministerie van <i>Proeven</i>"):
        expect(route).to_contain_text(words)
    for words in ("Anna Bos", "Karim el Amrani", "uitgefaseerd"):
        expect(page_of.locator(".bezig").first).to_contain_text(words)
    expect(page_of.get_by_text("Bel een regisseur.")).to_be_visible()


def test_a_gemeente_sees_what_lies_ready_for_her_own_knelpunten(page_of: Page, valkuil: Service) -> None:
    page_of.goto(valkuil.url + "/gemeente/GM0002")
    section = page_of.locator("section", has=page_of.get_by_role("heading", name="Onze knelpunten", exact=True))
    expect(section.get_by_role("link")).to_have_text("Wachtlijst bij het loket <b>vet</b>")
