"""Seven tabs that follow the graph: with a stream of its own each, the seventh would load nothing any more. The example
of the docs lets them share one."""

import json
import re
from urllib.parse import unquote_plus

import httpx
from playwright.sync_api import Browser, Page

from opdeplank.settings.table import ROOT
from tests.service import Service

EXAMPLE = (ROOT / "docs" / "voorbeelden" / "samen-volgen.js").read_text(encoding="utf-8")
TABS = 7
PATIENCE = 60_000
HOLD = "() => { navigator.locks.request('op-de-plank', () => new Promise((done) => { window.letGo = done; })); }"
FOLLOW = f"(since) => {{ {EXAMPLE}; window.heard = []; volgSamen(location.origin, (c) => heard.push(c), since); }}"


def last_position(dienst: Service) -> int:
    found = httpx.post(f"{dienst.url}/graphql", json={"query": "{ stand { positie } }"}, timeout=60).json()
    return int(found["data"]["stand"]["positie"])


def heard(page: Page, count: int) -> list[int]:
    page.wait_for_function("(n) => heard.length >= n", arg=count, timeout=PATIENCE)
    return [int(place) for place in page.evaluate("heard.map((change) => change.positie)")]


def test_seven_tabs_share_one_stream_and_another_takes_it_over(chromium: Browser, dienst: Service) -> None:
    last = last_position(dienst)
    context = chromium.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(unquote_plus(request.url)))
    tabs = [context.new_page() for _ in range(TABS)]
    for tab in tabs:
        tab.goto(f"{dienst.url}/contact", timeout=PATIENCE)
    tabs[0].evaluate(HOLD)  # until all of them wait
    for tab in tabs:
        tab.evaluate(FOLLOW, last - 3)
    tabs[0].evaluate("letGo()")
    for tab in tabs:
        assert heard(tab, 3) == [last - 2, last - 1, last]
        assert tab.evaluate("fetch('/gezond').then((answer) => answer.status)") == 200
    assert [since(url) for url in streams(asked)] == [last - 3]
    with context.expect_event("request", lambda request: "/graphql/stream" in request.url, timeout=PATIENCE):
        tabs[0].close()  # the first that asked for the lock, so the one with the stream
    assert [since(url) for url in streams(asked)] == [last - 3, last]
    context.close()


def streams(asked: list[str]) -> list[str]:
    return [url for url in asked if "/graphql/stream" in url]


def since(url: str) -> int:
    found = re.search(r"variables=(\{.*?\})", url)
    assert found
    return int(json.loads(found[1])["s"])
