"""A real Chromium for the page tests: Debian's own, driven by Playwright, shut off from everything but this machine.

The tests do not download a browser. Where Chromium is missing they say so; in CI that is a failure.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, sync_playwright

from tests.conftest import leave_out

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever slips past the page's own requests finds no address either.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
REPORT_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', (event) =>
    console.error(`CSP: ${event.violatedDirective} blocked ${event.blockedURI}`));
"""


@dataclass
class Traffic:
    """What a page asked for and complained about."""

    requests: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    workers: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.route("**/*", self._let_through_or_stop)
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("page", self._watch_page)

    def _let_through_or_stop(self, route: Route) -> None:
        url = route.request.url
        self.requests.append(url)
        if is_local(url):
            route.continue_()
        else:
            self.outside.append(url)
            route.abort()

    def _watch_page(self, page: Page) -> None:
        page.on("console", self._note_message)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("worker", lambda worker: self.workers.append(worker.url))
        page.on("websocket", lambda socket: self.outside.append(socket.url))

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)


def is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"data", "blob", "about"} or parts.hostname == "127.0.0.1"


def find_chromium() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


# Not for the whole session: while Playwright runs, this thread has an event loop, and asynchronous tests would refuse.
@pytest.fixture(scope="module")
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        leave_out(request.config, "de tests in een browser: er is geen Chromium (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh visitor: nothing stored, Dutch, a wide screen."""
    fresh = chromium.new_context(locale="nl-NL", viewport={"width": 1400, "height": 900})
    yield fresh
    fresh.close()


@pytest.fixture
def traffic(context: BrowserContext) -> Traffic:
    seen = Traffic()
    seen.watch(context)
    return seen


@pytest.fixture
def page(context: BrowserContext, traffic: Traffic) -> Page:
    return context.new_page()
