"""Looking at pages: every page in every light, the accessibility rules of axe, and what a page asked for."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import TimeoutError as TooLate

from opdeplank.settings.table import ROOT
from tests.conftest import leave_out
from tests.packages import installed
from tests.web.browser import Traffic

FOLDER = Path(__file__).parent
SCREENS = ROOT / "schermen"
ASKED = "/?vraag=jongere+met+schulden+kan+niet+verder+met+school&gemeente=GM0200"
NOTHING = "/?vraag=een+licht+verstandelijke+beperking+wordt+niet+herkend&gemeente=GM1948&rijpheid=PASKLAAR"
FAR = "/?vraag=kat+in+de+boom"
PAGES: Mapping[str, str] = {
    "plank": "/",
    "resultaten": ASKED,
    "nee": NOTHING,
    "niets": FAR,
    "leeg": "/?vraag=",
    "oplossing": "/oplossing/jongeren-perspectief-fonds",
    "knelpunt": "/knelpunt/een-schuldregeling-duurt-te-lang",
    "gemeente": "/gemeente/GM0153",
    "opgeheven": "/gemeente/GM0140",
    "traject": "/traject/basis-van-de-arbeidsmarkt",
    "thema": "/thema/schulden",
    "onderwerp": "/onderwerp/leerlingenvervoer",
    "themas": "/thema",
    "onderwerpen": "/onderwerp",
    "trajecten": "/traject",
    "oplossingen": "/oplossing?thema=thema:schulden&sorteer=gebruik",
    "knelpunten": "/knelpunt",
    "vergelijk": "/vergelijk?id=oplossing:buurtcirkel&id=oplossing:jongeren-perspectief-fonds",
    "gemeenten": "/gemeente",
    "verken": "/verken?van=oplossing:buurtcirkel&naar=departement:mnre1025",
    "gegevens": "/gegevens",
    "gevraagd": "/gegevens/blad-gemeente",
    "melding": "/melding?over=oplossing%3Ajongeren-perspectief-fonds",
    "privacy": "/privacy",
    "toegankelijkheid": "/toegankelijkheid",
    "contact": "/contact",
    "widget-maken": "/widget?vorm=thema&thema=schulden&gemeente=GM0344",
    "widget": "/widget/v1/demo",
    "nergens": "/oplossing/jongeren-fonds",
}
LIGHTS: Mapping[str, Mapping[str, Any]] = {
    "licht": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "donker": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "telefoon": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light", "has_touch": True},
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Visit:
    """A page that was opened, with everything it asked for."""

    page: Page
    traffic: Traffic
    failed: list[str]

    def open(self, address: str) -> "Visit":
        self.page.goto(address)
        self.page.wait_for_load_state("load")
        with suppress(TooLate):  # a page may keep a line open; what a test wants to see, it waits for itself
            self.page.wait_for_load_state("networkidle", timeout=5_000)
        return self


@contextmanager
def visit(browser: Browser, **how: Any) -> Iterator[Visit]:
    """A fresh visitor. Afterwards: no cookie, nothing kept, nothing refused by the content policy."""
    context = browser.new_context(locale="nl-NL", **how)
    try:
        found = Visit(context.new_page(), Traffic(), [])
        found.page.close()
        found.traffic.watch(context)
        found.page = context.new_page()
        found.page.on("requestfailed", lambda request: found.failed.append(request.url))
        yield found
        assert context.cookies() == []
        assert [e for e in found.traffic.errors if "CSP" in e or "Content Security" in e] == []
    finally:
        context.close()


def kept_by(context: BrowserContext) -> dict[str, Any]:
    state: dict[str, Any] = dict(context.storage_state())
    return state


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")


@pytest.fixture(scope="session")
def axe(request: pytest.FixtureRequest) -> str:
    """The source of axe-core, installed from the lock file."""
    if shutil.which("npm") is None:
        leave_out(request.config, "de toegankelijkheid van de pagina's: npm ontbreekt")
    installed(FOLDER)
    return source()


@cache
def source() -> str:
    return (FOLDER / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, axe: str) -> list[str]:
    """What axe finds, shadow roots included: rule, number of places, the first of them."""
    page.evaluate(f"() => {{ {axe} }}")
    found = page.evaluate("(rules) => axe.run({runOnly: rules})", RULES)
    return [
        f"{v['id']} ×{len(v['nodes'])}: {v['nodes'][0]['target']} {v['nodes'][0]['html'][:160]}"
        for v in found["violations"]
    ]


def overflow(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width
